package extract

import (
	"slices"

	"concord"
)

// headlines reports whether account a is the headline's and e tells the same in the report's first sentences: violence by the same means, where
// neither day nor place parts the two. A headline counts and calls those hit in its own way, and names the province for the village.
func (r *reader) headlines(a *account, e *event) bool {
	if !violence.has(e.found.act) || r.another(e) || !r.opensBody(e) || otherThan(a, e, r.sameDay) {
		return false
	}
	return !slices.ContainsFunc(a.events, func(x *event) bool {
		mx, me := actsOf(x.found.act)&means, actsOf(e.found.act)&means
		return !r.inHeadline(x) || !violence.has(x.found.act) || mx != 0 && me != 0 && mx != me || r.farFrom(x, e)
	})
}

// inHeadline reports whether e is told in the headline.
func (r *reader) inHeadline(e *event) bool {
	return r.Paragraphs[r.Sentences[r.Tokens[e.head].Sentence].Paragraph].Kind == concord.Title
}

// opensBody reports whether e is told in the first sentences of the report's body that tell of a happening.
func (r *reader) opensBody(e *event) bool {
	for _, x := range r.events {
		s := r.Tokens[x.head].Sentence
		if r.Paragraphs[r.Sentences[s].Paragraph].Kind == concord.Body {
			at := r.Tokens[e.head].Sentence
			return at >= s && at < s+summary
		}
	}
	return false
}

// likeHeadline is how surely what opens the body is the headline's happening, where nothing told in between is likelier.
const likeHeadline = 0.5

// headlineReach is how many kilometres the place of a headline may lie from that of its report: a province is told for a village.
const headlineReach = 120.0

// farFrom reports whether the places that the words of two events name cannot be one.
func (r *reader) farFrom(x, e *event) bool {
	p, q := x.claim.Where, e.claim.Where
	if p == nil || q == nil || !r.told(x, p.Span) || !r.told(e, q.Span) {
		return false
	}
	if p.Point == nil || q.Point == nil {
		return p.Country != "" && q.Country != "" && p.Country != q.Country
	}
	reach := headlineReach
	if coarseness(p) == 0 && coarseness(q) == 0 {
		reach = concord.Nearby // two towns
	}
	return p.Point.Kilometres(*q.Point) > reach
}
