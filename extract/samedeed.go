package extract

import (
	"cmp"
	"slices"
	"strconv"

	"concord"
	"concord/text"
)

// weighPair writes the features that tell whether two events, x before e, are one happening.
func (r *reader) weighPair(s *sheet, x, e *event) {
	s.reset()
	s.add("bias")
	apart := r.Tokens[e.head].Sentence - r.Tokens[x.head].Sentence
	near := nearness(apart)
	if apart == 0 {
		near = "0"
	}
	s.add("apart", near)
	s.add("acts", x.found.act.String(), e.found.act.String())
	if x.found.act == e.found.act {
		s.add("one act", near)
	}
	day, place := r.sameDay(x, e), r.samePlace(x, e)
	s.add("day", day)
	s.add("place", place)
	s.add("day place", day, place)
	mx, me := actsOf(x.found.act)&means, actsOf(e.found.act)&means
	s.add("means", compare(mx == 0 || me == 0, mx == me))
	victims, agents := r.sameOnes(x, e, patient), r.sameOnes(x, e, agent)
	s.add("victims", victims)
	s.add("agents", agents)
	s.add("victims near", victims, near)
	s.add("victims agents", victims, agents)
	s.add("definite", strconv.FormatBool(r.definite(e)), near)
	s.add("another", strconv.FormatBool(r.another(e)))
	s.add("modality", string(x.claim.Modality), string(e.claim.Modality))
	s.add("voices", r.voice(x), r.voice(e))
	s.add("paragraph", strconv.FormatBool(r.Sentences[r.Tokens[x.head].Sentence].Paragraph == r.Sentences[r.Tokens[e.head].Sentence].Paragraph))
}

func compare(open, same bool) string {
	switch {
	case open:
		return unknown
	case same:
		return equal
	}
	return differ
}

// definite reports whether e's noun points back: "the attack", "this strike", "the US-led raid".
func (r *reader) definite(e *event) bool {
	p := r.phraseOf(e.head)
	if e.found.pos != 'n' || p == nil {
		return false
	}
	first := p.first - 3
	return p.definite || first > r.Sentences[r.Tokens[e.head].Sentence].First && r.Tokens[p.first-1].Tag == text.VBN && r.Tokens[p.first-2].Norm == "-" && r.Tokens[first-1].Norm == "the"
}

// pointsBack reports whether a noun among e's words does: "had carried out |the strike|".
func (r *reader) pointsBack(e *event) bool {
	return r.definite(e) || slices.ContainsFunc(e.found.covers, func(i int) bool {
		p := r.phraseOf(i)
		return p != nil && p.head == i && p.definite && r.Tokens[i].POS == text.NOUN
	})
}

// sameDay compares the times that the words of two events name.
func (r *reader) sameDay(a, e *event) string {
	x, y := a.claim.When, e.claim.When
	if x == nil || y == nil || !r.told(a, x.Span) || !r.told(e, y.Span) || r.DatesReport(*x.Span) || r.DatesReport(*y.Span) {
		return unknown
	}
	from, _, ok1 := x.From.Bounds()
	_, to, ok2 := cmp.Or(x.To, x.From).Bounds()
	from2, _, ok3 := y.From.Bounds()
	_, to2, ok4 := cmp.Or(y.To, y.From).Bounds()
	if exact(x) && to2.Sub(from2) > longCourse || exact(y) && to.Sub(from) > longCourse {
		return differ // what went on for months, and what happened on a day of them
	}
	if onOneDay(x) && exact(y) && to2.Sub(from2) > row || onOneDay(y) && exact(x) && to.Sub(from) > row {
		return differ // a row of attacks "over the past month", and one of them
	}
	return compare(!ok1 || !ok2 || !ok3 || !ok4, !from.After(to2) && !from2.After(to))
}

// samePlace compares the places that the words of two events name; one may lie in the other.
func (r *reader) samePlace(a, e *event) string {
	x, y := a.claim.Where, e.claim.Where
	if x == nil || y == nil || !r.told(a, x.Span) || !r.told(e, y.Span) || r.oneOfPlaces(x) || r.oneOfPlaces(y) {
		return unknown
	}
	if x.Name != y.Name && (x.Precision == concord.ToRegion || y.Precision == concord.ToRegion) {
		return unknown // "the Middle East"
	}
	if x.Admin1 != "" && y.Admin1 != "" && (x.Country != y.Country || x.Admin1 != y.Admin1) {
		return differ
	}
	wide := x.Precision == concord.ToCountry || y.Precision == concord.ToCountry || x.Precision == concord.ToProvince || y.Precision == concord.ToProvince
	return compare(x.Name != y.Name && (wide && x.Country == y.Country || beside(x, y)), x.Name == y.Name)
}

// beside reports whether one of two places is told as near to a place that lies so: "near Aleppo", and a town west of it.
func beside(x, y *concord.Where) bool {
	return (x.Precision == concord.Near || y.Precision == concord.Near) && x.Point != nil && y.Point != nil && x.Point.Kilometres(*y.Point) <= concord.Nearby
}

// sameOnes compares those who have a role in two events.
func (r *reader) sameOnes(x, e *event, as role) string {
	some := unknown
	for _, a := range x.args {
		for _, b := range e.args {
			switch {
			case a.role != as || b.role != as || a.phrase.pronoun || b.phrase.pronoun:
			case a.phrase == b.phrase || r.sameBearer(a.phrase, b.phrase):
				return equal
			default:
				some = differ
			}
		}
	}
	return some
}

// sameBearer reports whether two phrases name the same one.
func (r *reader) sameBearer(a, b *phrase) bool {
	if a.name != nil && b.name != nil {
		return a.name.Same == b.name.Same
	}
	return r.Tokens[a.head].Lemma == r.Tokens[b.head].Lemma && (!a.counted || !b.counted || a.low == b.low)
}
