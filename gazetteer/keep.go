package gazetteer

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"concord/text"
)

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

// counted returns the country for which a name counts in [finder.countries], and how often.
func (f *finder) counted(n *name) (country string, times int) {
	for i := range f.spots {
		if s := &f.spots[i]; s.name == n {
			if c := f.country(s); c != "" {
				country, times = c, times+1
			}
		}
	}
	return country, times
}

// keep scores every spot and drops those that are no places.
func (f *finder) keep() {
	for i := range f.spots {
		f.spots[i].score = f.evidence(&f.spots[i])
	}
	f.unfold()
	f.chain() // what has no option left may lie in the next
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
	f.listed()
	f.agree()
	f.borne()
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

// covered are countries whose every village the built-in table holds: there a name that it lacks is seldom a place.
var covered = map[string]bool{"US": true, "GB": true, "CA": true, "AU": true, "IE": true, "NZ": true}

// mostly returns the country that most of the report's sure places lie in.
func (f *finder) mostly() string {
	best, count := "", f.countries()
	for country, n := range count {
		if best == "" || n > count[best] || n == count[best] && country < best {
			best = country
		}
	}
	return best
}

// countries counts the report's sure places by country.
func (f *finder) countries() map[string]int {
	count := map[string]int{}
	for i := range f.spots {
		if country := f.country(&f.spots[i]); country != "" {
			count[country]++
		}
	}
	return count
}

// country returns the country of a spot that is surely a place, by its likeliest option; it is empty for others.
func (f *finder) country(s *spot) string {
	if s.demonym != "" || s.name == nil || len(s.options) == 0 || s.score < least || s.options[0].folded {
		return s.demonym
	}
	top := 0
	for j := range s.options {
		if s.options[j].score > s.options[top].score {
			top = j
		}
	}
	return s.options[top].Country
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
	if nm == nil || nm.Kind != text.OrganisationName {
		known += f.called(s)
	}
	if nm == nil || nm.Kind == text.PlaceName {
		known += f.label(s)
	}
	if nm == nil {
		return known + f.context(s, 0.4) + f.neighbours(s)
	}
	s.inside = nm.Last > s.last || nm.First < s.first
	switch {
	case nm.Kind == text.PlaceName && len(s.options) == 0 && s.first == f.Sentences[f.Tokens[s.first].Sentence].First:
		return known // a capital there tells nothing
	case nm.Kind == text.PlaceName && len(s.options) == 0 && f.describes(s):
		return known + f.context(s, 1)
	case nm.Kind == text.PlaceName && !s.inside:
		return known + f.context(s, 1) + 1.4
	case nm.Kind == text.PlaceName:
		return known + f.context(s, 1)
	case nm.Kind == text.OrganisationName && s.inside: // "Aleppo University": it lies there, but is not meant
		s.part = true
		return min(known, 1.9)
	case s.inside:
		return known - 4
	case nm.Kind == text.PersonName && s.last-s.first > 1 && len(s.options) > 0 && s.options[0].layer == 0 && s.options[0].own:
		return known + f.context(s, 1) // of the names of two words in our own table few are persons'
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
			v = 1.6
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
	case c&(title|ship) != 0:
		score -= 4
	case c&(ofKind|within) != 0:
		score += prepositions
	case c&direction != 0:
		score += 0.7 * prepositions
	case c&along != 0:
		score += 0.3 * prepositions
	case c&struck != 0 && len(s.options) > 0:
		score += 1.4 * prepositions
	}
	return score
}

// neighbours is the evidence of capitals beside the spot: then it is a piece of a longer name.
func (f *finder) neighbours(s *spot) float64 {
	score := 0.0
	if f.Tokens[s.first].POS != text.PROPN && !f.shouting && s.last == s.first+1 && !f.words().capitals[s.key] && !f.heads(s) && !f.ours(s) {
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

// heads reports whether the spot is a dateline in capitals, with a mark after it: "BAMAKO: ", "STEPANAKERT/|BAKU - ".
func (f *finder) heads(s *spot) bool {
	form := f.Form(s.first)
	if begin := f.paragraphHead(s.first); s.last >= len(f.Tokens) || form != strings.ToUpper(form) || s.first != begin && (s.first != begin+2 || f.Tokens[begin+1].Norm != "/") {
		return false
	}
	switch f.Tokens[s.last].Norm {
	case ":", "/", "-", "(":
		return true
	}
	return false
}

// label is the evidence of a colon after a known name that an item of a list begins with: "- |Masisi|: clashes".
func (f *finder) label(s *spot) float64 {
	begin := f.paragraphHead(s.first)
	for begin < s.first && f.Tokens[begin].End-f.Tokens[begin].Start <= 3 && !unicode.IsLetter(firstRune(f.Form(begin))) {
		begin++
	}
	if begin != s.first || len(s.options) == 0 || s.last >= len(f.Tokens) || f.Tokens[s.last].Norm != ":" {
		return 0
	}
	return 1
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// paragraphHead is the token that token i's paragraph begins with.
func (f *finder) paragraphHead(i int) int {
	return f.Sentences[f.Paragraphs[f.Sentences[f.Tokens[i].Sentence].Paragraph].First].First
}

// ours reports whether the spot is a place of the reports' own table, written with a capital within a sentence: "took |Sake".
func (f *finder) ours(s *spot) bool {
	return len(s.options) > 0 && s.options[0].layer == 0 && s.options[0].own && s.first > f.Sentences[f.Tokens[s.first].Sentence].First
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
