package text

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"concord"
)

// Sentences that are worked on in turns get the tags and the grammar that each gets by itself.
func TestTurns(t *testing.T) {
	e := engineOf(t)
	report := &concord.Report{Text: strings.Repeat(sampleNews, 3), Language: "en"}
	together, alone := e.Tag(report), e.Tag(report)
	w := e.workers.Get().(*worker)
	defer e.workers.Put(w)
	var all []int
	for i := range together.Sentences {
		all = append(all, i)
	}
	w.parse(together, all)
	for i := range alone.Tokens {
		alone.Tokens[i].POS, alone.Tokens[i].Tag, alone.Tokens[i].Lemma = 0, 0, ""
	}
	for i, s := range alone.Sentences {
		w.tagging[0].sentence(alone, s.First, s.Last)
		w.parsing[0].sentence(alone, i)
	}
	if len(alone.Sentences) <= abreast {
		t.Fatalf("%d sentences do not fill all turns", len(alone.Sentences))
	}
	if diff := cmp.Diff(alone.Tokens, together.Tokens); diff != "" {
		t.Errorf("in turns it reads otherwise (-alone +in turns):\n%s", diff)
	}
}
