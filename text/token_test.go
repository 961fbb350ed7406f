package text

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"concord"
)

func tokenized(text string) *Doc {
	return newTokenizer().tokenize(&concord.Report{Text: text}, newInterner())
}

// cut returns the words of text, parted by "|" where nothing stands between them and by spaces elsewhere.
func cut(text string) string {
	d := tokenized(text)
	var b strings.Builder
	for i := range d.Tokens {
		b.WriteString(d.Form(i))
		switch {
		case i == len(d.Tokens)-1:
		case d.Tokens[i].SpaceAfter:
			b.WriteByte(' ')
		default:
			b.WriteByte('|')
		}
	}
	return b.String()
}

func TestWordsAreThoseOfUniversalDependencies(t *testing.T) {
	for _, test := range []struct{ name, want string }{
		{"negation leaves its verb", "They did|n't stop and wo|n’t"},
		{"so it does in capitals", "WE DO|N'T KNOW"},
		{"genitives and short verbs", "Russia|'s envoy says he|’ll go|; the rebels|' camp"},
		{"a short verb after a negation", "should|n't|'ve"},
		{"apostrophes inside names", "O'Brien of Sana'a and the Qa'ida men"},
		{"words that are two", "We can|not go"},
		{"decades keep their s", "the 1980's and the 90s"},
		{"hyphens stand alone", "rebel|-|held al|-|Bab|, Abu al|-|Fadl"},
		{"bound beginnings keep theirs", "a non-lethal pro-government co-founder"},
		{"money and its unit", "$|5|m or €|2.5|bn"},
		{"numbers with their marks", "1,200 of 3.5 at 10:30 on 9/11"},
		{"a list of numbers is no number", "2011|,|2012"},
		{"units and ordinals", "120|mm shells on the 20th at 7|pm"},
		{"telephones", "call 555-123-4567"},
		{"abbreviations keep their stop", "Gen. Saleh of the U.N. met Mr. Osman in the U.S. on Sept. 19"},
		{"no. before a digit only", "The answer is no|. But No. 7 said so"},
		{"initials", "J. K. Mahdi"},
		{"an initial in an abbreviation", "in W.Va. and N.Mex. and J|.|Vale"},
		{"a sentence's stop stands alone", "It fell|."},
		{"ampersand", "AT&T"},
		{"addresses", "see http://example.org/a-b|, mail press@example.org or www.example.net|."},
		{"tags", "@envoy wrote #truce"},
		{"runs of marks", "wait|... what|?! --"},
		{"no space after the stop", "was killed|.|The army"},
		{"one slash, two sides", "and|/|or w/o"},
		{"arabic and cyrillic", "قال الجيش|، сказал Иванов|."},
	} {
		text := strings.ReplaceAll(test.want, "|", "")
		if got := cut(text); got != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.name, got, test.want)
		}
	}
}

func TestNormsAreSharedAndPlain(t *testing.T) {
	d := tokenized("“Rebels” — REBELS … it’s")
	want := []string{`"`, "rebels", `"`, "-", "rebels", "...", "it", "'s"}
	for i, norm := range want {
		if d.Tokens[i].Norm != norm {
			t.Errorf("norm %d is %q, not %q", i, d.Tokens[i].Norm, norm)
		}
	}
}

func TestKnownWordsCostNoAllocation(t *testing.T) {
	tokens, norms := newTokenizer(), newInterner()
	r := &concord.Report{Text: strings.Repeat("The Army didn't shell the non-lethal Convoy near Aleppo on Sept. 19. ", 50)}
	count := testing.AllocsPerRun(20, func() { tokens.tokenize(r, norms) })
	if words := len(tokens.tokenize(r, norms).Tokens); count > float64(words)/20 {
		t.Errorf("%v allocations for %d words", count, words)
	}
}

func FuzzTokensRebuildTheText(f *testing.F) {
	for _, seed := range []string{"Gen. Omar said: \"No.\" [3]\n\n\n• one\n• two", "ALEPPO (AFP) - It’s\xff\x00 over…", "a-a.a@b.com 5m ''", "\u00ad\u200b ``x''"} {
		f.Add(seed)
	}
	tokens, norms := newTokenizer(), newInterner()
	f.Fuzz(func(t *testing.T, text string) {
		d := tokens.tokenize(&concord.Report{Text: text}, norms)
		at := 0
		for i, token := range d.Tokens {
			if token.Start < at || token.End <= token.Start {
				t.Fatalf("token %d is %d–%d after %d", i, token.Start, token.End, at)
			}
			if !blank(text[at:token.Start]) {
				t.Fatalf("%q is lost before token %d", text[at:token.Start], i)
			}
			if s := d.Sentences[token.Sentence]; i < s.First || i >= s.Last {
				t.Fatalf("token %d is not in its sentence %d–%d", i, s.First, s.Last)
			}
			at = token.End
		}
		if !blank(text[at:]) {
			t.Fatalf("%q is lost at the end", text[at:])
		}
		checkRanges(t, d)
	})
}

// checkRanges fails where paragraphs and sentences do not tile the sentences and tokens in order.
func checkRanges(t *testing.T, d *Doc) {
	sentences, tokens := 0, 0
	for p, paragraph := range d.Paragraphs {
		if paragraph.First != sentences || paragraph.Last <= sentences {
			t.Fatalf("paragraph %d is sentences %d–%d after %d", p, paragraph.First, paragraph.Last, sentences)
		}
		for sentences < paragraph.Last {
			s := d.Sentences[sentences]
			if s.First != tokens || s.Last <= tokens || s.Paragraph != p {
				t.Fatalf("sentence %d is tokens %d–%d of paragraph %d, after %d in %d", sentences, s.First, s.Last, s.Paragraph, tokens, p)
			}
			tokens = s.Last
			sentences++
		}
	}
	if sentences != len(d.Sentences) || tokens != len(d.Tokens) {
		t.Fatalf("%d of %d sentences and %d of %d tokens are in paragraphs", sentences, len(d.Sentences), tokens, len(d.Tokens))
	}
}

// blank reports whether s holds nothing that can be seen.
func blank(s string) bool {
	for _, r := range s {
		if r == utf8.RuneError || r > ' ' && r != 0x7f && !unicode.IsSpace(r) && !strings.ContainsRune("\u200b\ufeff\u200e\u200f\u2060", r) {
			return false
		}
	}
	return true
}
