package gazetteer

import (
	"unicode"
	"unicode/utf8"

	"concord"
	"concord/text"
)

// Find returns the places that the report names, in the order of the text, each with the place it means as far as that can be
// told: from the places named beside it, the report's other places, the publisher's home, and how large and of what kind each
// candidate is. A name of which no place is known has no Point. Find needs tokens and tags; where d.Names is filled it
// tells places from persons and organisations better. Demonyms ("Syrian") are found too, as metonyms of the country.
func (g *Gazetteer) Find(d *text.Doc) []concord.PlaceMention {
	f := &finder{Doc: d, g: g}
	for s := range d.Sentences {
		f.sentence(d.Sentences[s])
	}
	f.chain()
	f.keep()
	f.resolve()
	return f.mentions()
}

// finder is one pass over a report.
type finder struct {
	*text.Doc
	g     *Gazetteer
	spots []spot
	names []*name
	byKey map[key]*name

	first, end int  // the sentence at hand
	shouting   bool // it is in capitals throughout: capitals tell nothing
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
	kind      Kind    // that a word beside it says, with told
	told      bool
	preceding class // of the word before it
}

// name is a name with the places it may mean, shared by all its spots.
type name struct {
	key     key
	options []option
	choice  int // index in options, -1 for none
	spots   int
}

// sentence finds the spots of a sentence.
func (f *finder) sentence(s text.Sentence) {
	f.first, f.end = s.First, s.Last
	f.shouting = f.inCapitals()
	for i := f.first; i < f.end; {
		if !f.capital(i) {
			i++
			continue
		}
		if code, n := f.demonym(i); n > 0 {
			f.spots = append(f.spots, spot{first: i, last: i + n, demonym: code, holder: -1})
			i += n
			continue
		}
		if next := f.place(i); next > i {
			i = next
			continue
		}
		i++
	}
}

func (f *finder) inCapitals() bool {
	upper, lower := 0, 0
	for i := f.first; i < f.end; i++ {
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
		return t.POS == text.PROPN || t.POS == text.ADJ || f.NameAt(i) != nil
	}
	c := f.Text[t.Start]
	if c < utf8.RuneSelf {
		return c >= 'A' && c <= 'Z' || c == '\'' && t.End-t.Start > 2
	}
	r, _ := utf8.DecodeRuneInString(f.Text[t.Start:])
	return unicode.IsUpper(r)
}

// demonym reads a demonym at token i: the country's code and the number of tokens.
func (f *finder) demonym(i int) (code string, n int) {
	code, n = f.g.words.demonyms.Match(func(j int) string { return f.Tokens[j].Norm }, i, f.end)
	if n == 0 {
		return "", 0
	}
	if nm := f.NameAt(i); nm != nil && nm.Kind != text.NationalityName && nm.Kind != text.PlaceName && nm.Last-nm.First > n {
		return "", 0
	}
	return code, n
}

// place adds the longest name of the gazetteer that begins at token i, and returns the token after it, i where there is none.
func (f *finder) place(i int) int {
	last, k := f.longest(i)
	if last == i {
		return f.unknown(i)
	}
	s := spot{first: i, last: last, holder: -1}
	if nm := f.NameAt(i); nm != nil && nm.First <= i && nm.Last > last && nm.Kind == text.PlaceName && f.words().after[f.Tokens[nm.Last-1].Norm] == 0 {
		return f.unknown(i)
	}
	s.name = f.named(k)
	f.spots = append(f.spots, s)
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
		if hit && f.capital(j) {
			last, found = j+1, k
		}
		if !longer {
			break
		}
	}
	return last, found
}

// joins reports whether token j may continue a name: a capital, a small word within names, a hyphen without space.
func (f *finder) joins(j int) bool {
	t := &f.Tokens[j]
	if f.capital(j) {
		return true
	}
	switch t.Norm {
	case "-", "'", "’":
		return !f.Tokens[j-1].SpaceAfter && !t.SpaceAfter
	case "of", "the", "and", "de", "la", "las", "los", "le", "les", "el", "al", "al-", "ez", "az", "as", "ash", "ar", "ad", "el-",
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
func (f *finder) named(k key) *name {
	if f.byKey == nil {
		f.byKey = map[key]*name{}
	}
	n := f.byKey[k]
	if n == nil {
		n = &name{key: k, choice: -1, options: f.g.options(k, nil)}
		for i := range n.options {
			n.options[i].score = n.options[i].prior(nil)
		}
		f.byKey[k] = n
		f.names = append(f.names, n)
	}
	n.spots++
	return n
}

// unknown adds a name that is told to be a place but is not in the gazetteer by that spelling, and returns the token after it.
func (f *finder) unknown(i int) int {
	nm := f.NameAt(i)
	if nm == nil || nm.First != i || nm.Kind != text.PlaceName {
		return i
	}
	s := spot{first: i, last: nm.Last, holder: -1}
	words := f.Words(nm.First, nm.Last)
	k := keyOf(words)
	s.name = f.named(k)
	if len(s.options) == 0 {
		if folded, ok := foldKey(words); ok {
			s.options = f.g.options(folded, nil)
		}
		for j := range s.options {
			s.options[j].folded = true
			s.options[j].score = s.options[j].prior(nil)
		}
	}
	f.spots = append(f.spots, s)
	return nm.Last
}
