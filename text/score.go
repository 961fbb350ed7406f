package text

import (
	"fmt"
	"strings"
)

// Score counts how often an engine agrees with a treebank whose tokens it is given.
type Score struct{ Words, POS, Tag, Lemma, Head, Rel int }

// Add tags and parses a copy of the gold document and compares.
func (s *Score) Add(e *Engine, gold *Doc) {
	d := *gold
	d.Tokens = append([]Token(nil), gold.Tokens...)
	d.Sentences = append([]Sentence(nil), gold.Sentences...)
	w := e.workers.Get().(*worker)
	defer e.workers.Put(w)
	w.tag(&d)
	for i := range d.Sentences {
		w.parsing[0].sentence(&d, i)
	}
	for i := range d.Tokens {
		g, t := &gold.Tokens[i], &d.Tokens[i]
		s.Words++
		s.POS += one(g.POS == t.POS)
		s.Tag += one(g.Tag == t.Tag)
		s.Lemma += one(strings.EqualFold(g.Lemma, t.Lemma))
		s.Head += one(g.Head == t.Head)
		s.Rel += one(g.Head == t.Head && g.Rel.Main() == t.Rel.Main())
	}
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// String returns percentages.
func (s Score) String() string {
	p := func(n int) float64 { return 100 * float64(n) / float64(max(1, s.Words)) }
	return fmt.Sprintf("UPOS %.2f XPOS %.2f lemma %.2f UAS %.2f LAS %.2f", p(s.POS), p(s.Tag), p(s.Lemma), p(s.Head), p(s.Rel))
}
