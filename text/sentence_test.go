package text

import (
	"strings"
	"testing"

	"concord"
)

func TestSentenceEnds(t *testing.T) {
	for _, test := range []struct{ name, want string }{
		{"a full stop", "The truce held.| Nobody was hurt."},
		{"titles go with names", "They met Gen. James Odo and Dr. Amal Said.| Both left."},
		{"dates", "On Sept. 19 a convoy burned.| On Oct. 2 it was replaced."},
		{"acronyms inside", "The U.N. envoy met U.S. officials."},
		{"acronyms that end one", "He flew to the U.S.| The talks went on without him."},
		{"initials", "John F. Osei and Ruth B. Tal spoke."},
		{"ages", "Ibrahim al-Hajj, 34, fled.| His wife stayed."},
		{"a quotation mark after the stop", `"We will not leave."| The men cheered.`},
		{"curly ones", "“It is over.”| He walked out."},
		{"the next quotation opens", `He left.| "Never again," he said.`},
		{"a question that is said", `"Who fired first?" the envoy asked.`},
		{"a shout inside a sentence", `"Stop!" he cried.| Nobody did.`},
		{"brackets", "The road was closed.| (It opened later.)| Cars waited."},
		{"dots within", "We wait ... and hope."},
		{"no space", "Two died.|The rest fled."},
		{"decimals and clocks", "At 10.30 a.m. some 2.5 tonnes burned."},
		{"a list", "• food| • water| • tents"},
		{"a numbered list", "1. Food for the camps."},
		{"companies", "Acme Inc. sold it.| Bolt Ltd. paid."},
		{"two apostrophes that open", "It fell.| ''We left,'' he said."},
		{"notes after the stop", "The town fell. [4]| It burned."},
		{"capitals only", "GEN. ODO SPOKE IN THE U.S. CAPITAL.| HE LEFT AT 10 P.M. ON SUNDAY."},
		{"small letters only", "the town fell.| it burned."},
		{"a dateline", "KHARTOUM (Reuters) -| The army withdrew."},
		{"a dateline in capitals", "BOGOTA, 3 FEB 90 (EFE) -- [TEXT]| THE BRIDGE WAS BLOWN UP."},
		{"a dateline that ends in its date", "Khartoum (Reuters), 3 May 2021 -| The army withdrew."},
		{"a dateline that ends in a day", "Khartoum, May 3 –| The army withdrew."},
		{"a date between dashes is no dateline", "The truce, 3 in all - One more - held."},
		{"a dash is no dateline", "The mayor (an ally) - the last - resigned."},
	} {
		text := strings.ReplaceAll(test.want, "|", "")
		if got := sentences(tokenized(text)); got != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.name, got, test.want)
		}
	}
}

// sentences returns the text of d with a bar where a sentence ends.
func sentences(d *Doc) string {
	var b strings.Builder
	at := 0
	for i, s := range d.Sentences {
		if i > 0 {
			b.WriteByte('|')
		}
		end := d.Tokens[s.Last-1].End
		b.WriteString(d.Text[at:end])
		at = end
	}
	return b.String()
}

func TestParagraphs(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"blank lines part", "One.\n \nTwo.\n\n\nThree.", []string{"One.", "Two.", "Three."}},
		{"lines of no fixed width are paragraphs", "Clashes in the south\nThe army said on Monday that it had taken the last village on the road that leads from the coast to the border, after a week of fighting.\nNobody was hurt.",
			[]string{"Clashes in the south", "The army said on Monday that it had taken the last village on the road that leads from the coast to the border, after a week of fighting.", "Nobody was hurt."}},
		{"hard-wrapped lines are not", "   THE GOVERNMENT OF THE PROVINCE SAID TODAY THAT ITS FORCES HAD TAKEN\nTHE LAST OF THE VILLAGES ON THE ROAD THAT LEADS FROM THE COAST TO\nTHE BORDER.\n   NOBODY WAS HURT.",
			[]string{"   THE GOVERNMENT OF THE PROVINCE SAID TODAY THAT ITS FORCES HAD TAKEN\nTHE LAST OF THE VILLAGES ON THE ROAD THAT LEADS FROM THE COAST TO\nTHE BORDER.", "   NOBODY WAS HURT."}},
		{"none in an empty text", " \n\n ", nil},
	} {
		var got []string
		for _, p := range parts(&concord.Report{Text: test.text}) {
			got = append(got, p.Of(test.text))
		}
		if strings.Join(got, "¶") != strings.Join(test.want, "¶") {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

func TestLayoutIsKept(t *testing.T) {
	r := &concord.Report{Text: "Headline\nBody one. Body two."}
	r.Layout = []concord.Part{{Span: concord.Span{Start: 0, End: 8}, Kind: concord.Title}, {Span: concord.Span{Start: 9, End: len(r.Text)}}}
	d := newTokenizer().tokenize(r, newInterner())
	if len(d.Paragraphs) != 2 || d.Paragraphs[0].Kind != concord.Title || len(d.Sentences) != 3 {
		t.Errorf("%d paragraphs, %d sentences", len(d.Paragraphs), len(d.Sentences))
	}
}
