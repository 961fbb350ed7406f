package gazetteer

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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

// spot is a place where a name stands that may be a place's.
type spot struct {
	first, last int // tokens
	*name
	demonym   string  // country's code
	score     float64 // how surely it is a place
	holder    int     // index of the spot that it says it lies in ("X, Y"), -1 for none
	beside    bool    // it lies near its holder, not in it ("X, west of Y")
	near      bool    // "near X"
	preceding class   // of the words before it
	inside    bool    // a longer name holds it
	part      bool    // the longer name is an organisation's
}

// name is a name with the places it may mean, shared by all its spots.
type name struct {
	key     key
	options []option
	choice  int // index in options, -1 for none
	spots   int
	surest  float64 // the best score of its spots
	home    bool    // the publisher's name holds it
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

// articled reports whether a small Arabic article at token i is tied to the name after it: "al-Mawasi".
func (f *finder) articled(i int) bool {
	return i+2 < f.end && !f.Tokens[i].SpaceAfter && f.Tokens[i+1].Norm == "-" && articles[f.Tokens[i].Norm] && !f.Tokens[i+1].SpaceAfter && f.capital(i+2) && !f.capital(i) && (f.knownWhole(i) || f.whole(i) > i)
}

// knownWhole reports whether the gazetteer holds a name that begins at token i.
func (f *finder) knownWhole(i int) bool {
	last, _ := f.longest(i)
	return last > i+2
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

// inCapitals reports whether the sentence has more than ten capitals for a small letter.
func (f *finder) inCapitals() bool {
	upper, lower := 0, 0
	for i := f.first; i < f.end && lower*10 <= f.Tokens[f.end-1].End-f.Tokens[i].Start+upper; i++ {
		form := f.Form(i)
		for j := 0; j < len(form); j++ {
			switch c := form[j]; {
			case c >= 'A' && c <= 'Z':
				upper++
			case c >= 'a' && c <= 'z':
				lower++
			}
		}
	}
	return lower*10 < upper
}

// capital reports whether token i may begin a name.
func (f *finder) capital(i int) bool {
	t := &f.Tokens[i]
	if f.shouting {
		return t.POS == text.PROPN || t.POS == text.ADJ || f.NameAt(i) != nil || i == f.first && f.parted()
	}
	c := f.Text[t.Start]
	if c < utf8.RuneSelf {
		return c >= 'A' && c <= 'Z' || c == '\'' && t.End-t.Start > 2
	}
	r, _ := utf8.DecodeRuneInString(f.Text[t.Start:])
	return unicode.IsUpper(r)
}

// parted reports whether the sentence at hand is a dateline cut from its report: "PORT-AU-PRINCE - ".
func (f *finder) parted() bool {
	last := f.Tokens[f.end-1].Norm
	return f.end-f.first <= 8 && (last == "-" || last == ":") && f.Tokens[f.end-1].Tag != text.HYPH
}

// demonym reads a demonym at token i: the country's code and the number of tokens.
func (f *finder) demonym(i int) (code string, n int) {
	return f.g.words.demonyms.Match(f.norm, i, f.end)
}

// longer reports whether a place's name at token i has more than n tokens ("Czech Republic", "French Guiana").
func (f *finder) longer(i, n int) bool {
	last, _ := f.longest(i)
	return last > i+n
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
	if last == i || last == i+1 && (articles[f.Tokens[i].Norm] && f.Form(i) != "US" || f.class(i)&(direction|organisation|title|nowhere) != 0 && !f.words().stops[k]) {
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

// letterCase reports whether the letters of token i forbid the name: an acronym that no place has ("SANA"), or a place's acronym in
// small letters ("Car", "Us"). At the head of a paragraph a town or two may stand in capitals.
func (f *finder) letterCase(i int, k key) bool {
	form := f.Form(i)
	if f.shouting || len(form) > 5 {
		return false
	}
	capitals := form == strings.ToUpper(form)
	if capitals && !f.words().capitals[k] {
		return i > f.paragraphHead(i)+2
	}
	return !capitals && f.words().capitals[k] && !f.words().stops[k] && len(form) < 5
}

// typed reports whether the word after token last within the name says what kind of place the whole is.
func (f *finder) typed(nm *text.Name, last int) bool {
	kind, after := f.words().after[f.Tokens[nm.Last-1].Norm]
	return after && !kind.Town() && nm.Last == last+1
}

// abbreviated takes the full stop in that the text stage cut from the abbreviation of a state ("Ind." at the end of a sentence).
func (f *finder) abbreviated(last int, k key) int {
	if last < f.end && f.Tokens[last].Norm == "." && !f.Tokens[last-1].SpaceAfter && f.words().stops[k] {
		return last + 1
	}
	return last
}

func (f *finder) words() *words { return f.g.words }

// longest returns the end and the key of the longest known name at token i.
func (f *finder) longest(i int) (last int, found key) {
	k, last := noKey, i
	for j := i; j < f.end && j < i+8; j++ {
		t := &f.Tokens[j]
		if j > i && !f.joins(j) {
			break
		}
		k = k.add(t.Norm)
		hit, longer := f.g.has(k)
		if hit && (f.capital(j) || f.tailed(j)) {
			last, found = j+1, k
		}
		if !longer {
			break
		}
	}
	return last, found
}

// tailed reports whether token j is a small word and the rest of a name in one: "e-Khumri" of "Pul-e-Khumri".
func (f *finder) tailed(j int) bool {
	form := f.Form(j)
	i := strings.IndexByte(form, '-')
	return i > 0 && i < 4 && i+1 < len(form) && form[i+1] >= 'A' && form[i+1] <= 'Z' && j > 0 && f.Tokens[j-1].Norm == "-"
}

// joins reports whether token j may continue a name: a capital, a small word within names, a hyphen without space.
func (f *finder) joins(j int) bool {
	t := &f.Tokens[j]
	if f.capital(j) || f.tailed(j) {
		return true
	}
	switch t.Norm {
	case "-", "'", "’":
		return !f.Tokens[j-1].SpaceAfter && !t.SpaceAfter
	case "of", "the", "and", "au", "aux", "de", "la", "las", "los", "le", "les", "el", "al", "al-", "ez", "az", "as", "ash", "ar", "ad", "el-",
		"del", "du", "des", "da", "do", "dos", "di", "ul", "i", "e", "a", "y", "&", ".", "am", "an", "der", "upon", "on", "sur", "in", "'s":
		return true
	}
	return false
}

// has reports whether a name is known in any layer, and whether longer names begin so.
func (g *Gazetteer) has(k key) (hit, longer bool) {
	for _, l := range g.layers {
		first, last, more := l.find(k)
		hit, longer = hit || last > first, longer || more
	}
	return hit, longer
}

// named returns the report's name with this key, with its options.
func (f *finder) named(k key, words string) *name {
	n := f.byKey[k]
	if n == nil {
		n = &name{key: k, choice: -1, options: f.g.scored(f.g.options(k, nil))}
		n.home = len(f.publisher) > 0 && len(words) > 4 && strings.Contains(f.publisher, letters(words))
		f.byKey[k] = n
		f.names = append(f.names, n)
	}
	n.spots++
	return n
}

// unknown adds the name of tokens [i, last), which is told to be a place but is not in the gazetteer by that spelling, and returns last.
func (f *finder) unknown(i, last int) int {
	s := spot{first: i, last: last, holder: -1}
	words := f.Words(i, last)
	s.name = f.named(keyOf(words), words)
	if len(s.options) == 0 && last-i > 1 {
		if _, ok := f.words().after[f.Tokens[last-1].Norm]; ok { // "Hama Province"
			s.options = f.g.scored(f.g.options(keyOf(f.Words(i, last-1)), nil))
		}
	}
	if len(s.options) == 0 {
		if folded, ok := foldKey(words); ok {
			list := slices.DeleteFunc(f.g.options(folded, nil), func(o option) bool { return !alike(words, o.Name) })
			for j := range list {
				list[j].folded = true
			}
			s.options = f.g.scored(list)
		}
	}
	f.spots = append(f.spots, s)
	return last
}
