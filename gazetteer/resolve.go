package gazetteer

import (
	"math"
	"strings"

	"concord"
	"concord/text"
)

// rounds is how often the choices are made anew from where the other names of the report came to lie.
const rounds = 3

// support is how much of a report lies in a country or a district.
type support struct {
	countries map[string]float64
	districts map[ref]float64
}

// resolve chooses a place for every name, by itself and by the company it keeps.
func (f *finder) resolve() {
	f.fix()
	for _, n := range f.names {
		n.weigh()
	}
	sum := f.support()
	for range rounds {
		for _, n := range f.names {
			if n.spots > 0 {
				f.choose(n, sum)
			}
		}
	}
}

// fix lets a holder told in the text ("Springfield, Illinois") decide, for its spot's name and for its own.
func (f *finder) fix() {
	for i := range f.spots {
		s := &f.spots[i]
		if s.preceding&within != 0 && s.demonym == "" && f.parleys(s) {
			for j := range s.options {
				if o := &s.options[j]; o.Kind == Capital || o.Kind == Capital1 && o.Population > 100000 {
					o.score += 3
				}
			}
		}
		if kind, ok := f.kindBeside(s); ok {
			for j := range s.options {
				if o := &s.options[j]; o.Kind == kind || kind.Town() && o.Kind.Town() || kind == Region && o.Kind == District {
					o.score += 2.5
				}
			}
		}
		if s.demonym != "" || s.holder < 0 || f.spots[s.holder].name == nil {
			continue
		}
		outer := f.spots[s.holder].name
		for j := range s.options {
			for k := range outer.options {
				o, h := &s.options[j], &outer.options[k]
				switch {
				case !s.beside && f.g.contains(h, o):
					o.score += 5
					h.score += 2
				case s.beside && o.Point.Kilometres(h.Point) < besideReach:
					o.score += 2.5
					h.score++
				}
			}
		}
	}
}

// parleys reports whether the words before a spot tell of talks or accords: those are held in cities that the world knows.
func (f *finder) parleys(s *spot) bool {
	for i := s.first - 1; i >= max(s.first-8, f.Sentences[f.Tokens[s.first].Sentence].First); i-- {
		if f.class(i)&parley != 0 {
			return true
		}
	}
	return false
}

// kindBeside returns the kind of place that a word beside the spot says it is: "Idlib |province", "the town of |Usulutan".
func (f *finder) kindBeside(s *spot) (Kind, bool) {
	if s.demonym != "" {
		return 0, false
	}
	after := ""
	if s.last < len(f.Tokens) {
		after = f.Tokens[s.last].Norm
	}
	kind, ok := f.words().after[after]
	if !ok && s.last-s.first > 1 { // "Hama Province" as one name
		kind, ok = f.words().after[f.Tokens[s.last-1].Norm]
	}
	if !ok && s.first > 1 && f.Tokens[s.first-1].Norm == "of" {
		switch word := f.Tokens[s.first-2].Norm; word {
		case "town", "city", "village", "port", "suburb", "towns", "cities", "villages":
			return Village, true
		default:
			kind, ok = f.words().after[word]
		}
	}
	return kind, ok && (kind == District || kind == County || kind == Region)
}

// support sums up where the report's names lie, each by the likelihood of its options.
func (f *finder) support() *support {
	sum := &support{countries: map[string]float64{}, districts: map[ref]float64{}}
	for i := range f.spots {
		if code := f.spots[i].demonym; code != "" && sum.countries[code] < 1 {
			sum.countries[code] += 0.5
		}
	}
	if c := f.g.outlet(f.Report); c != "" {
		sum.countries[c]++
	}
	counted := map[ref]bool{} // countries, which a report names in several ways
	for _, n := range f.names {
		for i := 0; i < len(n.options) && n.spots > 0; i++ {
			o := &n.options[i]
			if o.Kind == Country && o.p > 0.5 {
				if counted[o.ref] {
					continue
				}
				counted[o.ref] = true
			}
			sum.countries[o.Country] += weightOf(o) * o.p
			if o.district != (ref{}) && o.p > 0.001 {
				sum.districts[o.district] += o.p
			}
		}
	}
	return sum
}

// weigh sets the likelihood of each option by its score alone.
func (n *name) weigh() {
	top, total := math.Inf(-1), 0.0
	for i := range n.options {
		top = max(top, n.options[i].score)
	}
	for i := range n.options {
		n.options[i].p = math.Exp(n.options[i].score - top)
		total += n.options[i].p
	}
	for i := range n.options {
		n.options[i].p /= total
	}
}

// choose picks the option with the best score in this company, which is that of the other names.
func (f *finder) choose(n *name, sum *support) {
	best := math.Inf(-1)
	for i := range n.options {
		o := &n.options[i]
		ownCountry, ownDistrict := 0.0, 0.0
		for j := range n.options {
			if q := &n.options[j]; q.Country == o.Country {
				ownCountry += q.p
				if q.district == o.district {
					ownDistrict += q.p
				}
			}
		}
		company := sum.countries[o.Country] - ownCountry
		v := o.score + 1.2*min(company, 3)
		if o.district != (ref{}) {
			v += 1.5 * min(sum.districts[o.district]-ownDistrict, 3)
		}
		if o.Kind == Capital && len(n.options) > 1 {
			v += 0.7 * min(f.capitals(n), 2)
		}
		if o.Kind != Country && len(n.options) > 1 {
			v += 1.5 * min(f.company(n, o), 2)
		}
		if o.Kind == Quarter && len(n.options) == 1 && company < 0.3 {
			continue // "the Old City" of another town
		}
		if v > best {
			best, n.choice = v, i
		}
	}
}

// capitals counts the other names of the report that came to mean a capital or one of the world's cities.
func (f *finder) capitals(n *name) float64 {
	count := 0.0
	for _, other := range f.names {
		if other != n && other.choice >= 0 && other.spots > 0 && other.options[other.choice].Kind == Capital {
			count++
		}
	}
	return count
}

// company is how near the report's other names lie to an option, each by what it came to mean last.
func (f *finder) company(n *name, o *option) float64 {
	total := 0.0
	for _, other := range f.names {
		if other == n || other.choice < 0 || other.spots == 0 {
			continue
		}
		c := &other.options[other.choice]
		if far := math.Abs(o.Lat-c.Lat) > 5; !far && (c.Kind.Town() || c.Kind == County) {
			total += math.Exp(-o.Point.Kilometres(c.Point) / 100)
		}
	}
	return total
}

// mentions returns the spots as mentions.
func (f *finder) mentions() []concord.PlaceMention {
	out := make([]concord.PlaceMention, 0, len(f.spots))
	scene := f.scene()
	for i := range f.spots {
		s := &f.spots[i]
		span := f.Span(s.first, s.last)
		m := concord.PlaceMention{Where: concord.Where{Name: span.Of(f.Text), Span: &span, Quote: span.Of(f.Text), Precision: concord.Unknown}}
		if s.demonym != "" {
			r := f.g.countries[s.demonym]
			p := f.g.place(r)
			m.Metonym, m.Demonym = true, true
			f.fill(&m.Where, r, &p)
		} else if s.choice >= 0 {
			o := &s.options[s.choice]
			f.fill(&m.Where, o.ref, &o.Place)
			m.Metonym = s.part || f.metonym(s)
		}
		if s.near && m.Precision != concord.ToCountry {
			m.Precision = concord.Near
		}
		if s.demonym == "" && s.choice < 0 && s.holder >= 0 {
			f.borrow(&m.Where, &f.spots[s.holder])
		} else if s.demonym == "" && s.choice < 0 {
			m.Country = scene
		}
		if s.holder >= 0 {
			m.Within = []int{s.holder}
		}
		out = append(out, m)
	}
	return out
}

// scene returns the country that four fifths of a report's many places lie in: what no gazetteer knows is there too. It is empty where
// there is none.
func (f *finder) scene() string {
	best, all := f.mostly(), 0
	count := f.countries()
	for _, n := range count {
		all += n
	}
	if all < manyPlaces || 5*count[best] < 4*all {
		return ""
	}
	return best
}

func (f *finder) fill(w *concord.Where, r ref, p *Place) {
	w.Name, w.Country, w.GeoNames, w.Precision = p.Name, p.Country, p.ID, p.Kind.Precision()
	point := p.Point
	w.Point = &point
	if d, ok := f.g.district(r, p); ok {
		w.Admin1 = f.g.place(d).Name
	}
}

// borrow places a name of which no place is known where the one lies that it is told to lie in or near.
func (f *finder) borrow(w *concord.Where, holder *spot) {
	if holder.demonym != "" || holder.choice < 0 {
		return
	}
	o := &holder.options[holder.choice]
	name := w.Name
	f.fill(w, o.ref, &o.Place)
	w.Name, w.GeoNames = name, 0
	if o.Kind.Town() {
		w.Precision = concord.Near
	}
}

// metonym reports whether the name of a country or a capital stands for those who govern there: it acts or is spoken with, and
// nothing says that something is in it.
func (f *finder) metonym(s *spot) bool {
	if k := s.options[s.choice].Kind; k != Country && k != Capital || s.preceding&(within|ofKind|direction|nearBy) != 0 {
		return false
	}
	if f.isParty(s) {
		return true
	}
	i := s.first - 1
	if i >= 0 && f.Tokens[i].Norm == "the" {
		i--
	}
	if i >= f.Sentences[f.Tokens[s.first].Sentence].First {
		switch f.Tokens[i].Lemma {
		case "with", "by", "against", "between", "accuse", "blame", "urge", "tell", "ask", "condemn", "warn", "thank", "accused", "blamed":
			return true
		}
		if s.preceding&along != 0 && !f.sharesSubject(s) {
			return false
		}
	}
	next := s.last
	for next < len(f.Tokens) && f.Tokens[next].POS == text.ADV {
		next++
	}
	if next == len(f.Tokens) || f.Tokens[next].Sentence != f.Tokens[s.first].Sentence {
		return false
	}
	t := &f.Tokens[next]
	return t.POS == text.VERB && t.Tag != text.VBN && t.Tag != text.VBG || t.POS == text.AUX && (t.Lemma != "be" || f.intends(next+1))
}

// sharesSubject reports whether a country is named with another that no preposition stands before: "|Israel and Iran| traded blows".
func (f *finder) sharesSubject(s *spot) bool {
	if f.Tokens[s.first-1].Norm != "and" {
		return false
	}
	for i := range f.spots {
		if o := &f.spots[i]; o.last == s.first-1 {
			return o.name != nil && o.choice >= 0 && o.options[o.choice].Kind == Country && o.preceding == 0
		}
	}
	return false
}

// listSpan is how many words a list of parties may have.
const listSpan = 8

// isParty reports whether a country is one of several that are the parties to something: "between the US and Russia", "the sponsors (Russia,
// Turkey and Iran)".
func (f *finder) isParty(s *spot) bool {
	opened, several := false, false
	for i := s.first - 1; i >= max(0, s.first-listSpan, f.Sentences[f.Tokens[s.first].Sentence].First) && !opened; i-- {
		switch t := &f.Tokens[i]; {
		case t.Norm == "between" && several:
			return f.Tokens[s.first-1].Norm == "and" || f.Tokens[s.first-1].Norm == "the"
		case t.Norm == "(":
			opened = true
		case t.Norm == "," || t.Norm == "and":
			several = true
		case t.POS != text.PROPN && t.POS != text.DET:
			return false
		}
	}
	for i := s.last; opened && i < min(len(f.Tokens), s.last+listSpan); i++ {
		switch t := &f.Tokens[i]; {
		case t.Norm == ")":
			return several
		case t.Norm == "," || t.Norm == "and":
			several = true
		case t.POS != text.PROPN && t.POS != text.DET:
			return false
		}
	}
	return false
}

// outlet returns the country that the end of the publisher's web address names ("example.com.lb"), "" where none does.
func (g *Gazetteer) outlet(r *concord.Report) string {
	if r == nil || len(r.Publisher) < 3 || r.Publisher[len(r.Publisher)-3] != '.' {
		return ""
	}
	code := strings.ToUpper(r.Publisher[len(r.Publisher)-2:])
	if code == "UK" {
		code = "GB"
	}
	if _, ok := g.countries[code]; !ok {
		return ""
	}
	return code
}

// intends reports whether token i, after a form of "be", says what only those who govern do: "is committed", "is sending".
func (f *finder) intends(i int) bool {
	for i < len(f.Tokens) && f.Tokens[i].POS == text.ADV {
		i++
	}
	if i == len(f.Tokens) {
		return false
	}
	switch f.Tokens[i].Norm {
	case "committed", "determined", "ready", "willing", "concerned", "working", "sending", "helping", "calling", "urging", "supporting",
		"considering", "preparing", "seeking", "providing", "accused", "obliged", "opposed", "responsible":
		return true
	}
	return false
}

// weightOf is what a place that is named says of where the report's other names lie: a country is often named for its government.
func weightOf(o *option) float64 {
	if o.Kind == Country {
		return 0.6
	}
	return 1
}
