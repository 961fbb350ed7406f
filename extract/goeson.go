package extract

import (
	"cmp"
	"slices"
)

// goOn adds to statements the quotations that go on with them: after the cue in the same paragraph, and at the head of
// the next paragraph where nothing closed the one before.
func (r *reader) goOn() {
	slices.SortStableFunc(r.statements, func(a, b *statement) int { return cmp.Compare(a.cue.verb, b.cue.verb) })
	for k := range r.quotations {
		q := &r.quotations[k]
		if q.taken || q.last-q.first < longQuote && !q.open {
			continue
		}
		if s := r.continued(k); s != nil {
			s.content = append(s.content, [2]int{q.first, q.last})
			q.taken = true
		}
	}
}

// continued returns the statement that quotation k goes on with, or nil.
func (r *reader) continued(k int) *statement {
	q := &r.quotations[k]
	here := r.Tokens[q.first].Sentence
	paragraph := r.Sentences[here].Paragraph
	if k > 0 && r.quotations[k-1].open && q.first == r.Sentences[r.Paragraphs[paragraph].First].First {
		return r.quoting(r.quotations[k-1].first)
	}
	if here == 0 || q.first != r.Sentences[here].First {
		return nil
	}
	if r.Sentences[here-1].Paragraph != paragraph {
		return r.paragraphOf(q, paragraph)
	}
	var found *statement
	for _, s := range r.statements {
		if r.Tokens[s.cue.verb].Sentence != here-1 || s.cue.kind != speech || s.head < 0 {
			continue
		}
		if s.slot&(thatSlot|quoteSlot) != 0 && r.hasQuotation(s) && r.statementOver(s.cue.verb, s) == nil {
			found = s
		}
	}
	return found
}

// paragraphOf returns the statement that a paragraph goes on with that is one quotation and nothing else: the last of the
// paragraph before, where that is direct speech.
func (r *reader) paragraphOf(q *quotation, paragraph int) *statement {
	p := r.Paragraphs[paragraph]
	if paragraph == 0 || q.last != r.Sentences[p.Last-1].Last {
		return nil
	}
	last := r.Sentences[r.Paragraphs[paragraph-1].Last-1]
	if s := r.quoting(last.Last - 1); s != nil && r.hasQuotation(s) {
		return s
	}
	for _, s := range slices.Backward(r.statements) {
		if s.cue.verb >= last.First && s.cue.verb < last.Last && s.cue.kind == speech && s.head >= 0 && r.hasQuotation(s) && r.statementOver(s.cue.verb, s) == nil {
			return s
		}
	}
	return nil
}
