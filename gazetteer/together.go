package gazetteer

import (
	"slices"

	"concord/text"
)

// listed lets a name be a place that is told in one breath with one that surely is and lies near it: "shelled Maarat and |Saraqeb".
func (f *finder) listed() {
	for i := 1; i < len(f.spots); i++ {
		a, b := &f.spots[i-1], &f.spots[i]
		if a.name == nil || b.name == nil || a.part || b.part || !f.inOneBreath(a.last, b.first) {
			continue
		}
		sure, other := a, b
		if a.score < b.score {
			sure, other = b, a
		}
		switch {
		case other.score >= least:
		case sure.score < least && other.score >= least-1.2 && f.abroad(a.name, b.name):
			a.score, b.score = a.score+1.2, b.score+1.2
		case sure.score < least:
		case len(other.options) == 0:
			other.score += 0.6
		case f.closeTo(sure.name, other.name):
			other.score += 1.5
		}
	}
}

// abroad reports whether an option of one name lies near one of the other, in a country whose towns are not named as its people are.
func (f *finder) abroad(a, b *name) bool {
	for i := range a.options {
		for j := range b.options {
			if o := &a.options[i]; !covered[o.Country] && o.Point.Kilometres(b.options[j].Point) < besideReach {
				return true
			}
		}
	}
	return false
}

// inOneBreath reports whether only a comma or a conjunction, with a preposition of place perhaps, stands between two names.
func (f *finder) inOneBreath(from, to int) bool {
	if to <= from || to-from > 3 || f.Tokens[from].Sentence != f.Tokens[to].Sentence {
		return false
	}
	for i := from; i < to; i++ {
		switch n := f.Tokens[i].Norm; {
		case n == ",", n == "and", n == "or", n == "&", f.class(i)&within != 0:
		default:
			return false
		}
	}
	return true
}

// agree lets a name that is surely a place in one sentence be one in the others, and the name of the publisher's town everywhere.
func (f *finder) agree() {
	const sure = least + 0.7
	for i := range f.spots {
		if s := &f.spots[i]; s.name != nil {
			s.name.surest = max(s.name.surest, s.score)
		}
	}
	for i := range f.spots {
		s := &f.spots[i]
		if s.name == nil || s.inside {
			continue
		}
		if s.name.surest >= sure {
			s.score += 0.9
		}
		if s.home {
			s.score += 0.9
		}
	}
}

// borne lets the name of a ship, and that of small towns that the report gives a person ("Mr. Kirby", "the USS Mason") be one wherever no preposition of place stands
// before it.
func (f *finder) borne() {
	bearers := map[*name]bool{}
	for i := range f.spots {
		s := &f.spots[i]
		if s.name == nil {
			continue
		}
		large := slices.ContainsFunc(s.options, func(o option) bool { return o.own && !o.small() && o.Kind != District })
		nm := f.NameAt(s.first)
		person := s.preceding&title != 0 || s.inside && nm != nil && nm.Kind == text.PersonName
		if s.preceding&ship != 0 || person && !large {
			bearers[s.name] = true
		}
	}
	for i := range f.spots {
		if s := &f.spots[i]; bearers[s.name] && s.preceding&(within|ofKind|direction|nearBy|struck) == 0 && s.holder < 0 {
			s.score -= 2
		}
	}
}
