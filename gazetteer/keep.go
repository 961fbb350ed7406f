package gazetteer

import (
	"slices"

	"concord/text"
)

// least is the score from which a spot is held to be a place.
const least = 1.7

// chain ties spots that name where another one lies: "Springfield, Illinois", "Douma (Syria)", "Urum al-Kubra, west of Aleppo".
func (f *finder) chain() {
	for i := range f.spots {
		s := &f.spots[i]
		f.beside(s)
		if i+1 == len(f.spots) || s.demonym != "" {
			continue
		}
		next := &f.spots[i+1]
		if next.demonym != "" || f.Tokens[s.first].Sentence != f.Tokens[next.first].Sentence {
			continue
		}
		switch gap := f.gap(s.last, next.first); gap {
		case held:
			if len(s.options) == 0 || f.holds(next.name, s.name) {
				s.holder = i + 1
			}
		case besides:
			s.holder, s.beside = i+1, true
		}
	}
}

// gap is how two names stand to one another by the words between them.
type gap uint8

const (
	apart   gap = iota
	held        // "X, Y", "X (Y"
	besides     // "X, west of Y", "X near Y"
)

func (f *finder) gap(from, to int) gap {
	if to == from || to-from > 8 {
		return apart
	}
	if first := f.Tokens[from].Norm; to == from+1 && (first == "," || first == "(") {
		return held
	}
	if to == from+2 && f.Tokens[from].Norm == "," && f.Tokens[from+1].Norm == "in" || to == from+1 && f.Tokens[from].Norm == "in" {
		return held
	}
	if n := f.Tokens[from].Norm; n != "," && n != "(" && f.class(from)&nearBy == 0 {
		return apart
	}
	turn := false
	for i := from; i < to; i++ {
		c := f.class(i)
		turn = turn || c&(direction|nearBy) != 0
		if f.Tokens[i].POS == text.VERB || f.Tokens[i].POS == text.CCONJ {
			return apart
		}
	}
	if turn {
		return besides
	}
	return apart
}

func (f *finder) class(i int) class {
	if i < 0 || i >= len(f.Tokens) {
		return 0
	}
	return f.words().class[f.Tokens[i].Norm]
}

// holds reports whether some option of outer holds some option of inner.
func (f *finder) holds(outer, inner *name) bool {
	for o := range outer.options {
		for i := range inner.options {
			if f.g.contains(&outer.options[o], &inner.options[i]) {
				return true
			}
		}
	}
	return false
}

// contains reports whether place a holds place b.
func (g *Gazetteer) contains(a, b *option) bool {
	switch {
	case a.Country != b.Country && a.Country != "" && b.Country != "" || a.ID == b.ID && a.ID != 0:
		return false
	case a.Kind == Country:
		return b.Kind != Country && b.Kind != Continent
	case a.Kind == District:
		if b.Kind == District || b.Kind == Country {
			return false
		}
		inner, ok := g.district(b.ref, &b.Place)
		outer, known := g.district(a.ref, &a.Place)
		return ok && known && inner == outer || (!ok || !known) && distance(a.Point, b.Point) < 150
	case a.Kind == County:
		return b.Kind.Town() && distance(a.Point, b.Point) < 60
	case a.Kind == Region || a.Kind == Landform:
		return b.Kind.Town() && distance(a.Point, b.Point) < 200
	case a.Kind.Town():
		return (b.Kind == Quarter || b.Kind == Site || b.Population < a.Population) && b.Kind.Town() && distance(a.Point, b.Point) < 40
	}
	return false
}

// closeTo reports whether an option of one name lies near one of the other.
func (f *finder) closeTo(a, b *name) bool {
	for i := range a.options {
		for j := range b.options {
			if distance(a.options[i].Point, b.options[j].Point) < besideReach {
				return true
			}
		}
	}
	return false
}

// besideReach is how many kilometres a place may lie from the one that it is told to lie near, or west of.
const besideReach = 120

// beside reads the words beside a spot: what it says of the kind of place, and whether the place is only near.
func (f *finder) beside(s *spot) {
	first := f.Tokens[s.first].Sentence
	before := func(n int) int {
		if i := s.first - n; i >= f.Sentences[first].First {
			return i
		}
		return -1
	}
	i := before(1)
	for i >= 0 && (f.class(i)&direction != 0 || f.Tokens[i].POS == text.DET) && f.Tokens[i].Norm != "to" {
		s.preceding |= f.class(i) & direction
		i--
		if i < f.Sentences[first].First {
			i = -1
		}
	}
	if i < 0 {
		return
	}
	s.preceding |= f.class(i)
	s.near = f.class(i)&nearBy != 0
	if f.Tokens[i].Norm == "of" && i > f.Sentences[first].First {
		if c := f.class(i - 1); c&(ofKind|direction) != 0 {
			s.preceding |= ofKind
			s.near = c&direction != 0 || f.Tokens[i-1].Norm == "outskirts" || f.Tokens[i-1].Norm == "countryside"
		}
	}
}

// unfold drops the options that a name has only by what spellings have in common, but for those in the country that the report is
// mostly about.
func (f *finder) unfold() {
	home := f.mostly()
	for _, n := range f.names {
		n.options = slices.DeleteFunc(n.options, func(o option) bool { return o.folded && (o.Country != home || o.Kind == Country) })
	}
}

// keep scores every spot and drops those that are no places.
func (f *finder) keep() {
	for i := range f.spots {
		f.spots[i].score = f.evidence(&f.spots[i])
	}
	f.unfold()
	for i := range f.spots {
		f.spots[i].score = f.evidence(&f.spots[i])
	}
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
	f.agree()
	if thin := f.mostly(); thin != "" && !covered[thin] {
		for i := range f.spots {
			if s := &f.spots[i]; s.name != nil && len(s.options) == 0 {
				s.score += 0.5
			}
		}
	}
	kept := f.spots[:0]
	moved := make([]int, len(f.spots))
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

// covered are countries whose every village the built-in table holds: there a name that it lacks is seldom a place.
var covered = map[string]bool{"US": true, "GB": true, "CA": true, "AU": true, "IE": true, "NZ": true}

// mostly returns the country that most of the report's sure places lie in, by their likeliest options.
func (f *finder) mostly() string {
	count, best := map[string]int{}, ""
	for i := range f.spots {
		s := &f.spots[i]
		country := s.demonym
		if s.name != nil && len(s.options) > 0 && s.score >= least && !s.options[0].folded {
			top := 0
			for j := range s.options {
				if s.options[j].score > s.options[top].score {
					top = j
				}
			}
			country = s.options[top].Country
		}
		if country != "" {
			if count[country]++; best == "" || count[country] > count[best] {
				best = country
			}
		}
	}
	return best
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

// evidence says how surely a spot is a place: what the gazetteer knows, what kind of name the text stage takes it for, and the words
// beside it.
func (f *finder) evidence(s *spot) float64 {
	if s.demonym != "" {
		return least
	}
	known := f.known(s)
	if s.part { // within the name of an actor
		return min(known, 1.9)
	}
	nm := f.NameAt(s.first)
	if nm == nil {
		return known + f.context(s, 0.4) + f.neighbours(s)
	}
	s.inside = nm.Last > s.last || nm.First < s.first
	switch {
	case nm.Kind == text.PlaceName && len(s.options) == 0 && s.first == f.Sentences[f.Tokens[s.first].Sentence].First:
		return known // a capital there tells nothing
	case nm.Kind == text.PlaceName && !s.inside:
		return known + f.context(s, 1) + 1.4
	case nm.Kind == text.PlaceName:
		return known + f.context(s, 1)
	case nm.Kind == text.OrganisationName && s.inside: // "Aleppo University": it lies there, but is not meant
		s.part = true
		return min(known, 1.9)
	case s.inside:
		return known - 4
	case nm.Kind == text.PersonName:
		return known + f.context(s, 1) + f.neighbours(s) - 0.8
	}
	return known + f.context(s, 0.4) + f.neighbours(s) - 0.3
}

// known is the evidence of the gazetteer: large places are seldom anything else, names that a place bears in other languages often.
func (f *finder) known(s *spot) float64 {
	best := -0.5
	for i := range s.options {
		o := &s.options[i]
		v := 0.3
		switch {
		case o.Kind >= District && o.Kind <= Continent, o.Kind == Capital && o.Population > 500000:
			v = 2.6
		case o.Kind == County:
			v = 2
		case o.Population >= 100000 || o.Kind == Capital:
			v = 1.8
		case o.layer == 0:
			v = 1.5
		case o.Population >= 15000 || o.Kind >= Water:
			v = 1.2
		}
		if !o.own && o.layer == 1 && !o.folded {
			v = min(v-1.7, 0)
		}
		if o.layer != 1 && s.last-s.first > 1 {
			v += 0.8
		}
		best = max(best, v)
	}
	return best
}

// context is the evidence of the words before; prepositions says what a preposition of place is worth.
func (f *finder) context(s *spot, prepositions float64) float64 {
	score := 0.0
	switch c := s.preceding; {
	case c&title != 0:
		score -= 4
	case c&(ofKind|within) != 0:
		score += prepositions
	case c&direction != 0:
		score += 0.7 * prepositions
	case c&along != 0:
		score += 0.3 * prepositions
	}
	return score
}

// neighbours is the evidence of capitals beside the spot: then it is a piece of a longer name.
func (f *finder) neighbours(s *spot) float64 {
	score := 0.0
	if f.Tokens[s.first].POS != text.PROPN && !f.shouting && s.last == s.first+1 {
		score -= 1.5
	}
	if f.neighbour(s.first-1, s) {
		score -= 2
	}
	if f.neighbour(s.last, s) {
		score -= 2
		if f.class(s.last)&organisation != 0 {
			score -= 2
		}
	}
	return score
}

// neighbour reports whether token i is a part of a longer name that the spot is only a piece of.
func (f *finder) neighbour(i int, s *spot) bool {
	if i < 0 || i >= len(f.Tokens) || f.Tokens[i].Sentence != f.Tokens[s.first].Sentence {
		return false
	}
	if f.Tokens[i].POS != text.PROPN || f.class(i)&(direction|along|within) != 0 {
		return false
	}
	if i < s.first && f.class(i)&ofKind != 0 {
		return false
	}
	_, demonym := f.words().demonyms.Match(f.norm, i, i+1)
	return demonym == 0
}
