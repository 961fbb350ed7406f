package web

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"concord"
)

func TestPiecesRebuildTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.RuneFrom([]rune("ab é\u0628.\n")), 0, 1200, -1).Draw(t, "text")
		n := len([]rune(text))
		r := concord.Reading{Report: concord.Report{Text: text}, Mentions: &concord.Mentions{}}
		span := func(name string) concord.Span {
			start := rapid.IntRange(0, n).Draw(t, name)
			return concord.Span{Start: start, End: rapid.IntRange(start, n).Draw(t, name+" end")}
		}
		for i := range rapid.IntRange(0, 5).Draw(t, "claims") {
			r.Claims = append(r.Claims, concord.Claim{ID: string(rune('a' + i)), Kind: concord.EventClaim, Quote: concord.Quote{Span: span("claim")}})
		}
		for range rapid.IntRange(0, 3).Draw(t, "mentions") {
			r.Mentions.Times = append(r.Mentions.Times, concord.TimeMention{Span: span("mention")})
		}
		var rebuilt strings.Builder
		runes := []rune(text)
		for _, p := range cutText(&r, "a") {
			for _, piece := range p.Pieces {
				if got := string(runes[piece.Start : piece.Start+len([]rune(piece.Text))]); got != piece.Text {
					t.Fatalf("piece at %d is %q, the text has %q", piece.Start, piece.Text, got)
				}
				rebuilt.WriteString(piece.Text)
			}
		}
		solid := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if solid(rebuilt.String()) != solid(text) {
			t.Fatalf("rebuilt %q from %q", rebuilt.String(), text)
		}
	})
}

func TestInnermostClaimNamesThePiece(t *testing.T) {
	wire := marketReadings(t)[0]
	var found bool
	for _, p := range cutText(&wire.Reading, "") {
		for _, piece := range p.Pieces {
			if strings.Contains(piece.Text, "14 civilians") {
				found = true
				if piece.Claim != "c3" || piece.Claims != "c2 c3" || piece.Class != "in-figure" {
					t.Errorf("the figure inside the statement is shown as %+v", piece)
				}
			}
		}
	}
	if !found {
		t.Error("the figure has no piece of its own")
	}
}

func TestLongParagraphsAreCutBetweenSentences(t *testing.T) {
	sentence := "The road to the north stayed closed all day. "
	r := concord.Reading{Report: concord.Report{Text: strings.Repeat(sentence, 60)}}
	held := concord.Span{Start: 0, End: 30 * len(sentence)}
	r.Claims = []concord.Claim{{ID: "c1", Kind: concord.StatementClaim, Quote: concord.Quote{Span: held}}}
	paragraphs := cutText(&r, "")
	if len(paragraphs) < 3 || paragraphs[1].Start < held.End-1 {
		t.Errorf("%d paragraphs, the second from %d", len(paragraphs), paragraphs[1].Start)
	}
}
