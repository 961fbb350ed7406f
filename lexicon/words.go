package lexicon

import (
	"iter"
	"maps"
)

// Words says what words mean. Few words of a text are in any one of our tables: a set of a few bits a word, small enough to stay in a
// core's cache, tells most of the others at once.
type Words[V any] struct {
	meanings map[string]V
	marks    [markBits / 64]uint64
}

const markBits = 1 << 13

// NewWords returns an empty table.
func NewWords[V any]() *Words[V] { return &Words[V]{meanings: map[string]V{}} }

// mark hashes the length of a word and three of its letters.
func mark(word string) uint32 {
	n := len(word)
	if n == 0 {
		return 0
	}
	letters := uint32(word[0]) | uint32(word[n/2])<<8 | uint32(word[n-1])<<16 | uint32(n)<<24
	return letters * 0x9e3779b1 / (1 << 32 / markBits)
}

// Set gives a word its meaning, written as text.Token.Norm writes it.
func (w *Words[V]) Set(word string, meaning V) {
	m := mark(word)
	w.marks[m/64] |= 1 << (m % 64)
	w.meanings[word] = meaning
}

// All returns the words, in no order.
func (w *Words[V]) All() iter.Seq[string] { return maps.Keys(w.meanings) }

// Get returns the meaning of a word, the zero value where it has none.
func (w *Words[V]) Get(word string) (meaning V) {
	if m := mark(word); w.marks[m/64]>>(m%64)&1 == 0 {
		return meaning
	}
	return w.meanings[word]
}
