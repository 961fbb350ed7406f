package gazetteer

import "slices"

// least is the score from which a spot is held to be a place.
const least = 1.7

// unfold drops the options that a name has only by what spellings have in common, but for those in a country that the report names
// half as often as any; and small towns of countries that a report full of other places does not name otherwise.
func (f *finder) unfold() {
	count := f.countries()
	most, all := 0, 0
	for _, n := range count {
		most, all = max(most, n), all+n
	}
	quarters := f.quarters()
	for _, n := range f.names {
		country, own := f.counted(n)
		n.options = slices.DeleteFunc(n.options, func(o option) bool {
			return o.folded && (count[o.Country] == 0 || covered[o.Country] || 2*count[o.Country] < most || o.Kind == Country) ||
				(o.small() || quarters[n] && o.Kind.Town()) && !n.home && all-own >= manyPlaces && (count[o.Country] == 0 || o.Country == country && count[country] == own)
		})
	}
}

// quarters are the names that the report calls quarters of a town: "the |Alexandria| neighbourhood".
func (f *finder) quarters() map[*name]bool {
	found := map[*name]bool{}
	for i := range f.spots {
		if s := &f.spots[i]; s.name != nil && f.tells(s.last) && f.words().after[f.Tokens[s.last].Norm] == Quarter {
			found[s.name] = true
		}
	}
	return found
}

// manyPlaces is how many places a report must name for a small town far from all of them to be none of them.
const manyPlaces = 3

// keep scores every spot and drops those that are no places.
func (f *finder) keep() {
	f.score()
	f.unfold()
	f.chain() // what has no option left may lie in the next
	f.score()
	f.lean()
	f.listed()
	f.agree()
	f.borne()
	f.sceneOfUnknown()
	f.discard()
}

// score scores every spot by itself.
func (f *finder) score() {
	for i := range f.spots {
		f.spots[i].score = f.evidence(&f.spots[i])
	}
}

// lean makes a spot and the one that it says it lies in or near surer of one another.
func (f *finder) lean() {
	for i := range f.spots {
		s := &f.spots[i]
		switch h := s.holder; {
		case h < 0:
		case !s.beside && len(s.options) > 0:
			s.score += 1.8
			f.spots[h].score += 1.2
		case s.beside && f.closeTo(s.name, f.spots[h].name):
			s.score += 2.2
		}
	}
}

// sceneOfUnknown makes names that no table holds likelier places where the report's places lie in a country that the tables hold thinly.
func (f *finder) sceneOfUnknown() {
	if thin := f.mostly(); thin == "" || covered[thin] {
		return
	}
	for i := range f.spots {
		if s := &f.spots[i]; s.name != nil && len(s.options) == 0 {
			s.score += 0.5
		}
	}
}

// discard drops the spots that are no places.
func (f *finder) discard() {
	kept := f.spots[:0]
	moved := make([]int, len(f.spots)) // index of each among those kept
	for i := range f.spots {
		moved[i] = -1
		if f.spots[i].score >= least {
			moved[i] = len(kept)
			kept = append(kept, f.spots[i])
		} else if f.spots[i].name != nil {
			f.spots[i].spots--
		}
	}
	for i := range kept {
		if h := kept[i].holder; h >= 0 {
			kept[i].holder = moved[h]
		}
	}
	f.spots = kept
}
