package gazetteer

import (
	"strings"

	"concord"
	"concord/text"
)

// Find returns the places that the report names, in the order of the text, each with the place it means as far as that can be
// told: from the places named beside it, the report's other places, the publisher's home, and how large and of what kind each
// candidate is. A name of which no place is known has no Point; a point given in figures is a place without a country. Find needs tokens and tags; where d.Names is filled it
// tells places from persons and organisations better. Demonyms ("Syrian") are found too, as metonyms of the country.
func (g *Gazetteer) Find(d *text.Doc) []concord.PlaceMention {
	f := newFinder(g, d)
	for s := range d.Sentences {
		f.sentence(d.Sentences[s])
	}
	f.chain()
	f.keep()
	f.resolve()
	return withCoordinates(d.Text, f.mentions())
}

// finder is one pass over a report.
type finder struct {
	*text.Doc
	g         *Gazetteer
	spots     []spot
	names     []*name
	byKey     map[key]*name
	publisher string // its letters alone, in lower case
	norm      func(int) string

	first, end int  // the sentence at hand
	shouting   bool // it is in capitals throughout: capitals tell nothing
}

func newFinder(g *Gazetteer, d *text.Doc) *finder {
	f := &finder{Doc: d, g: g, byKey: map[key]*name{}, norm: func(i int) string { return d.Tokens[i].Norm }}
	if d.Report != nil {
		f.publisher = letters(d.Report.Publisher)
	}
	return f
}

// letters returns the letters of s alone, in plain lower case.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if r < 'a' || r > 'z' {
			return -1
		}
		return r
	}, Plain(s))
}

// sentence finds the spots of a sentence.
func (f *finder) sentence(s text.Sentence) {
	f.first, f.end = s.First, s.Last
	f.shouting = f.inCapitals()
	actorEnds := f.first
	for i := f.first; i < f.end; {
		if !f.capital(i) && !f.articled(i) {
			i++
			continue
		}
		n, sole := f.actor(i)
		if n > 1 {
			actorEnds = max(actorEnds, i+n)
		}
		if code, n := f.demonym(i); n > 0 && !f.longer(i, n) {
			f.spots = append(f.spots, spot{first: i, last: i + n, demonym: code, holder: -1, part: i < actorEnds})
			i += n
			continue
		}
		if next := f.place(i); next > i {
			if n := len(f.spots) - 1; n >= 0 && f.spots[n].first == i {
				f.spots[n].part = next <= actorEnds
				if sole && next == i+1 {
					f.spots[n].name.spots--
					f.spots = f.spots[:n] // "Hamas" is no town
				}
			}
			i = next
			continue
		}
		i++
	}
}

// actor returns how many tokens an actor's name at token i has, 0 for none, and whether it is one word that means the actor and no
// country or its capital.
func (f *finder) actor(i int) (n int, sole bool) {
	capitals, n := f.words().actors.Match(f.norm, i, f.end)
	if n != 1 {
		return n, false
	}
	form := f.Form(i)
	return n, (!capitals || form == strings.ToUpper(form)) && !f.words().capitals[noKey.add(f.Tokens[i].Norm)]
}

// demonym reads a demonym at token i: the country's code and the number of tokens.
func (f *finder) demonym(i int) (code string, n int) {
	return f.g.words.demonyms.Match(f.norm, i, f.end)
}

// place adds the longest name of the gazetteer that begins at token i, and returns the token after it, i where there is none.
// A longer name of a place that the gazetteer lacks is taken whole where a word in it tells the kind ("Khabur River").
func (f *finder) place(i int) int {
	last, k := f.longest(i)
	if whole := f.whole(i); whole > last && f.little(k) {
		return f.unknown(i, whole)
	}
	if last == i {
		if stem, ok := f.bareGenitive(i); ok {
			f.spots = append(f.spots, spot{first: i, last: i + 1, holder: -1, name: f.named(keyOf(stem), stem)})
			return i + 1
		}
	}
	if nm := f.NameAt(i); nm != nil && nm.Kind == text.PlaceName && nm.Last > last && (last == i || f.typed(nm, last)) {
		if nm.First == i && f.class(i)&direction != 0 && nm.Last > i+1 {
			return i + 1 // "South Aleppo": the direction is no part of it
		}
		if nm.First != i || f.Tokens[nm.Last-1].POS == text.ADJ || nm.Last == i+1 && f.class(i)&nowhere != 0 {
			return i
		}
		return f.unknown(i, nm.Last)
	}
	if last == i || last == i+1 && (particles()["article"][f.Tokens[i].Norm] && f.Form(i) != "US" || f.class(i)&(direction|organisation|title|nowhere) != 0 && !f.words().stops[k]) {
		return i
	}
	if last == i+1 && f.letterCase(i, k) {
		return last
	}
	last = f.abbreviated(last, k)
	f.spots = append(f.spots, spot{first: i, last: last, holder: -1, name: f.named(k, f.Words(i, last))})
	return last
}

// bareGenitive returns the country of a genitive that lost its apostrophe: "Syrias Idlib".
func (f *finder) bareGenitive(i int) (country string, ok bool) {
	stem, ok := strings.CutSuffix(f.Tokens[i].Norm, "s")
	return stem, ok && len(stem) > 3 && f.words().countries[keyOf(stem)]
}

// typed reports whether the word after token last within the name says what kind of place the whole is.
func (f *finder) typed(nm *text.Name, last int) bool {
	kind, after := f.words().after[f.Tokens[nm.Last-1].Norm]
	return after && !kind.Town() && nm.Last == last+1
}

func (f *finder) words() *words { return f.g.words }
