package gazetteer

import (
	"slices"
	"strings"
)

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
