package extract

import "concord/text"

// quotation is a quotation, with its marks: tokens [first, last). A quotation may run over several sentences.
type quotation struct {
	first, last int
	open        bool // nothing closes it in its paragraph: the next paragraph goes on with it
	taken       bool // it is the content of a statement
}

// longQuote is the least number of tokens, marks included, of a quotation that may be a statement by itself.
const longQuote = 5

// readQuotations pairs the quotation marks of each paragraph.
func (r *reader) readQuotations() {
	r.quoteAt = make([]int32, len(r.Tokens))
	for _, p := range r.Paragraphs {
		first, last := r.Sentences[p.First].First, r.Sentences[p.Last-1].Last
		open := -1
		for i := first; i < last; i++ {
			switch {
			case open < 0 && r.opensQuote(i, first):
				open = i
			case open >= 0 && r.Tokens[i].Norm == r.Tokens[open].Norm && r.closesQuote(i, last):
				r.addQuotation(open, i+1, false)
				open = -1
			}
		}
		if open >= 0 && r.Tokens[open].Norm == `"` {
			r.addQuotation(open, last, true)
		}
	}
}

func (r *reader) addQuotation(first, last int, open bool) {
	r.quotations = append(r.quotations, quotation{first: first, last: last, open: open})
	for i := first; i < last; i++ {
		r.quoteAt[i] = int32(len(r.quotations))
	}
}

// opensQuote reports whether the mark at i opens a quotation.
func (r *reader) opensQuote(i, first int) bool {
	t := &r.Tokens[i]
	switch r.Form(i) {
	case "”", "’":
		return false
	case "“", "‘", "„", "«", "``":
		return !t.SpaceAfter || i == first || r.Tokens[i-1].SpaceAfter
	}
	switch t.Norm {
	case `"`:
		return i == first || r.Tokens[i-1].SpaceAfter || !t.SpaceAfter
	case "'":
		return t.End == t.Start+1 && !t.SpaceAfter && (i == first || r.Tokens[i-1].SpaceAfter) && r.singleCloses(i)
	}
	return false
}

// singleReach is how far a quotation in single marks may go: further on the mark is an apostrophe.
const singleReach = 40

// singleCloses reports whether a single mark after i closes what it opens.
func (r *reader) singleCloses(i int) bool {
	last := r.Sentences[r.Tokens[i].Sentence].Last
	for k := i + 2; k < min(last, i+singleReach); k++ {
		if r.Tokens[k].Norm == "'" && r.closesQuote(k, last) {
			return true
		}
	}
	return false
}

// closesQuote reports whether the mark at i closes a quotation: nothing parts it from the word before.
func (r *reader) closesQuote(i, last int) bool {
	t := &r.Tokens[i]
	if t.Norm != `"` && t.Norm != "'" || r.Tokens[i-1].SpaceAfter && !t.SpaceAfter {
		return false
	}
	switch r.Form(i) {
	case "“", "‘", "„", "«", "``":
		return t.SpaceAfter && !r.Tokens[i-1].SpaceAfter // typed by mistake
	}
	if t.Norm == "'" {
		return !r.Tokens[i-1].SpaceAfter && t.Tag != text.Genitive && (i+1 == last || t.SpaceAfter || r.Tokens[i+1].POS == text.PUNCT)
	}
	return true
}

// quotationOf returns the quotation that token i stands in, or nil.
func (r *reader) quotationOf(i int) *quotation {
	if i < 0 || i >= len(r.quoteAt) || r.quoteAt[i] == 0 {
		return nil
	}
	return &r.quotations[r.quoteAt[i]-1]
}
