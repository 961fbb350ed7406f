package extract

import (
	"slices"

	"concord"
	"concord/text"
)

// firstOf reports whether f, whose words point to one or two told of before ("him", "the mayor", "both pilots"), is the first that the report says
// to be killed: nobody has counted them.
func (r *reader) firstOf(f *figure) bool {
	if f.measure != concord.Killed || f.tally.qualifier != concord.Exact || slices.ContainsFunc(r.struck[:len(r.struck)-1], func(g *figure) bool { return g.measure == f.measure }) {
		return false
	}
	switch t := &r.Tokens[f.tally.head]; t.Norm {
	case "him", "her", "he", "she":
		return f.frame == befallsObject
	default:
		p := r.phraseOf(f.tally.head)
		return f.tally.stated && r.Tokens[f.tally.first].Norm == "both" || p != nil && p.noun.class.people() && t.POS == text.NOUN && f.frame == befallsObject
	}
}

// countsNobody reports whether the number that begins at token i counts nobody: it is asked for ("how many soldiers died is in dispute"), it is a rate
// ("for each policeman killed", "one in three of the wounded"), or it is of those whom nothing befell ("all but two of the 15 soldiers were killed").
func (r *reader) countsNobody(i int) bool {
	if i > 0 && r.Tokens[i-1].Norm == "how" || i > 1 && r.Tokens[i-1].Norm == "in" && r.Tokens[i-2].Norm == "one" ||
		i > 1 && r.Tokens[i-1].Norm == "but" && r.Tokens[i-2].Norm == "all" {
		return true
	}
	switch r.Tokens[i].Norm {
	case "how", "each", "every":
		return true
	}
	return false
}

// allBut takes from a tally those whom its words leave out: "all but |two| of the 15 soldiers were killed".
func (r *reader) allBut(t tally) tally {
	i := t.first - 1
	for i > 0 && (r.Tokens[i].POS == text.DET || r.Tokens[i].POS == text.PRON || r.Tokens[i].Norm == "of") {
		i--
	}
	q := r.quantityOf(i)
	if q == nil || q.High == nil || !t.stated || t.high == nil || t.low < q.Low {
		return t
	}
	first, _ := r.TokensIn(q.Number)
	if first < 2 || r.Tokens[first-1].Norm != "but" || r.Tokens[first-2].Norm != "all" {
		return t
	}
	high := *t.high - q.Low
	t.first, t.low, t.high = first-2, t.low-q.Low, &high
	return t
}

// ofThemAfter returns how many of those whom h names there are, where an insertion says so: "|the wounded|, about 140 of them, were taken away".
func (r *reader) ofThemAfter(h hit) (tally, bool) {
	end := r.sentenceEnd(h.first)
	if h.first == 0 || r.Tokens[h.first-1].Norm != "the" || h.last+3 >= end || r.Tokens[h.last].Norm != "," {
		return tally{}, false
	}
	for i := h.last + 1; i < min(h.last+4, end); i++ {
		if q := r.quantityOf(i); q != nil {
			t := r.numbered(q)
			t.subset = false
			_, number := r.TokensIn(q.Number)
			of := t.last + 2
			if t.last > number {
				of = number + 2 // "them" is what is counted
			}
			return t, of <= end && r.Tokens[of-2].Norm == "of" && r.Tokens[of-1].Norm == "them"
		}
	}
	return tally{}, false
}

// loses reports whether f says how many of its own people an army or an armed group lost: "the army said it lost 12 men", not "lost two sons" nor
// "the men were lost".
func (r *reader) loses(f *figure) bool {
	if !f.tally.stated || r.passive(f.hit.verb) {
		return false
	}
	if f.tally.status == concord.Combatant {
		return true
	}
	s := r.subject(f.hit.verb)
	if s < 0 || r.Tokens[f.tally.head].Lemma != "man" || !f.tally.people() {
		return false
	}
	p := r.phraseOf(s)
	if p != nil && p.pronoun {
		p = r.tellerAt(f.hit.verb)
	}
	if p == nil || !p.noun.class.armed() {
		return false
	}
	f.tally.status = concord.Combatant
	return true
}
