package extract

import (
	"concord/text"
)

// quotedContent takes the quotation that follows the cue.
func (r *reader) quotedContent(s *statement) bool {
	if s.cue.passive && !s.cue.has(toldSlot) {
		return false
	}
	q := r.quotationAfter(s.cue.last, s.cue.verb)
	if q != nil {
		s.content = append(s.content, [2]int{q.first, q.last})
	}
	return q != nil
}

// toldReach is how many words whoever is told may take.
const toldReach = 8

// toldContent takes the clause after somebody who is told, where the grammar found none: "told the council that".
func (r *reader) toldContent(s *statement) bool {
	first, end := s.cue.last, r.Sentences[r.Tokens[s.cue.verb].Sentence].Last
	for i := first + 1; i < min(end, first+toldReach); i++ {
		t := &r.Tokens[i]
		switch t.Norm {
		case "that", "whether", "how", "what", "why", "if", "he", "she", "they", "we", "i":
			return r.anyVerb([2]int{i, end}) && r.keep(s, [2]int{i, end})
		}
		if t.POS == text.VERB || t.POS == text.PUNCT && t.Norm != "," {
			return false
		}
	}
	return false
}

// quoteReach is how many words may stand between a cue and its quotation.
const quoteReach = 10

// quotationAfter returns the quotation that begins soon after token i, with no other verb between.
func (r *reader) quotationAfter(i, v int) *quotation {
	last := min(r.Sentences[r.Tokens[v].Sentence].Last, i+quoteReach)
	colon := false
	for ; i < last; i++ {
		t := &r.Tokens[i]
		if q := r.quotationOf(i); q != nil {
			if q.first == i && (q.last-q.first >= longQuote || colon) {
				return q
			}
			return nil
		}
		colon = t.Norm == ":" || t.Norm == ","
		if t.POS == text.VERB && t.Head != v || t.POS == text.SCONJ || t.POS == text.CCONJ {
			return nil
		}
	}
	if i < len(r.Tokens) && i == r.Sentences[r.Tokens[v].Sentence].Last && r.Tokens[i-1].Norm == ":" {
		if q := r.quotationOf(i); q != nil && q.first == i {
			return q
		}
	}
	return nil
}

// withQuotes widens a piece of content to the quotation marks that it begins or ends at, and to the end of a quotation
// that goes on in the next sentences; what stands in a quotation around cue v stays within it.
func (r *reader) withQuotes(p [2]int, v int) [2]int {
	around := r.quotationOf(v)
	if around != nil {
		return [2]int{max(p[0], around.first), min(p[1], around.last-1)}
	}
	if q := r.quotationOf(p[0]); q != nil && q.first == p[0]-1 {
		p[0]--
	}
	for _, i := range [...]int{p[1] - 1, p[1], p[1] + 1} {
		q := r.quotationOf(i)
		if q == nil || q.first >= p[1] || q.last <= p[1] {
			continue
		}
		sentence := r.Sentences[r.Tokens[p[1]-1].Sentence]
		if q.last <= p[1]+2 || p[1]+2 >= sentence.Last {
			p[1] = q.last
		}
		break
	}
	return p
}
