package lexicon_test

import (
	"strings"
	"testing"

	"concord/lexicon"
)

// A phrase of a table is cut as the text stage cuts the same words, however often.
func TestTokens(t *testing.T) {
	for _, c := range []struct{ phrase, want string }{
		{"cease-fire", "cease - fire"},
		{"Machine-gun fire", "machine - gun fire"},
		{"anti-tank mine", "anti-tank mine"},
		{"People’s Guard", "people 's guard"},
		{"raid", "raid"},
	} {
		got := strings.Join(lexicon.Tokens(c.phrase), " ")
		if again := strings.Join(lexicon.Tokens(got), " "); got != c.want || again != got {
			t.Errorf("%q is cut to %q and then to %q, want %q", c.phrase, got, again, c.want)
		}
	}
}

// A phrase with a hyphen is found in words that the text stage has cut.
func TestPhrasesWithHyphens(t *testing.T) {
	p := lexicon.NewPhrases[bool]()
	p.Add("passer-by", true)
	words := strings.Fields("a passer - by saw it")
	if _, n := p.Match(func(i int) string { return words[i] }, 1, len(words)); n != 3 {
		t.Errorf("%d words match, want 3", n)
	}
}
