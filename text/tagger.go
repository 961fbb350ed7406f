package text

import (
	"math"
	"math/bits"
)

// tagger gives each token its part of speech and Penn tag, both at once, from left to right: a linear model over the
// word, its neighbours and the two tags before it. Words that training met often keep to the tags they had there.
type tagger struct {
	classes []class
	words   table // by word: its classes in training, and the class sure where it was met often
	rows    table
	quick   table
	margin  int32  // see quick.go
	beyond  scores // see barred
	name    bitset // proper nouns: open to every word with a capital
}

// class is a part of speech with its Penn tag.
type class struct {
	pos POS
	tag Tag
}

// sure is no class but a mark on words whose classes are all known.
const sure = maxClasses - 2

// bitset is a set of classes.
type bitset [2]uint64

func (b *bitset) add(c int)     { b[c>>6] |= 1 << (c & 63) }
func (b *bitset) remove(c int)  { b[c>>6] &^= 1 << (c & 63) }
func (b bitset) has(c int) bool { return b[c>>6]>>(c&63)&1 != 0 }
func (b bitset) union(o bitset) bitset {
	return bitset{b[0] | o[0], b[1] | o[1]}
}

// only returns the set's one class, -1 where it has none or several.
func (b bitset) only() int {
	if bits.OnesCount64(b[0])+bits.OnesCount64(b[1]) != 1 {
		return -1
	}
	if b[0] != 0 {
		return bits.TrailingZeros64(b[0])
	}
	return 64 + bits.TrailingZeros64(b[1])
}

// word is what the tagger draws from a form alone. Equal forms share it.
type word struct {
	key       uint64
	norm      string
	form      uint64 // the form's hash, 0 where its case says nothing
	lower     uint64
	suffix    uint64
	shape     uint64
	ambiguity uint64
	allowed   bitset  // empty: every class
	only      int     // the one class allowed, -1 where there are more
	sum       *scores // of its own features, nil until they are asked for
	lemma     string  // for lemmaTag
	lemmaTag  Tag
	users     int // how often the sentences at hand hold it
}

// openTagger reads the tagger's parts of the model.
func openTagger(m Model) (*tagger, error) {
	t := tagger{margin: m.margin(tagChoice)}
	for pairs := m["tagger.classes"]; len(pairs) >= 2; pairs = pairs[2:] {
		t.classes = append(t.classes, class{POS(pairs[0]), Tag(pairs[1])})
	}
	if len(t.classes) == 0 || len(t.classes) >= sure {
		return nil, errModel
	}
	t.name = properNouns(t.classes)
	t.beyond = barred(len(t.classes))
	var err error
	if t.words, err = openTable(m["tagger.words"], maxClasses); err != nil {
		return nil, err
	}
	if t.rows, err = openTable(m["tagger.rows"], len(t.classes)); err != nil || !m.hasQuick() {
		return &t, err
	}
	t.quick, err = openTable(m["quick.tags"], len(t.classes))
	return &t, err
}

func properNouns(classes []class) (set bitset) {
	for i, c := range classes {
		if c.pos == PROPN {
			set.add(i)
		}
	}
	return set
}

// look fills in what the form tells, all but the sums.
func (t *tagger) look(w *word, form, norm string, c casing) {
	w.norm, w.lower = norm, wordHash(norm)
	if c == mixedCase {
		w.form = hashString(form)
	}
	w.suffix = hashString(norm[max(0, len(norm)-3):])
	w.shape = shape(form, c)
	w.allowed, w.ambiguity, w.only = bitset{}, 0, -1
	var seen bitset
	for _, group := range t.words.row(w.lower) {
		for range 4 {
			if c := int(uint16(group)); c != padding {
				seen.add(c)
			}
			group >>= 16
		}
	}
	if seen == (bitset{}) {
		return
	}
	w.ambiguity = step(step(hashPrime, seen[0]), seen[1])
	if seen.has(sure) {
		seen.remove(sure)
		w.allowed = seen
		if c != mixedCase || form[0] < 'a' || form[0] > 'z' {
			w.allowed = seen.union(t.name)
		}
	}
	w.only = w.allowed.only()
}

// Templates of the word's own features are numbered from 1, those of its context from 32.
const contextTemplates = 32

// own appends the features of the word by itself.
func (w *word) own(to []uint64) []uint64 {
	n := len(w.norm)
	to = append(to, feature(1, w.lower, 0, 0), feature(2, w.shape, 0, 0), feature(3, w.ambiguity, 0, 0),
		feature(4, w.shape, w.suffix, 0), feature(5, w.ambiguity, w.shape, 0))
	if w.form != 0 {
		to = append(to, feature(6, w.form, 0, 0))
	}
	for k := 1; k <= 5 && k < n; k++ {
		to = append(to, feature(6+uint64(k), hashString(w.norm[n-k:]), 0, 0))
	}
	for k := 1; k <= 4 && k < n; k++ {
		to = append(to, feature(11+uint64(k), hashString(w.norm[:k]), 0, 0))
	}
	return to
}

// Neighbours beyond the sentence's ends.
var (
	before = word{lower: 0x51, suffix: 0x52, shape: 0x53, ambiguity: 0x54}
	after  = word{lower: 0x61, suffix: 0x62, shape: 0x63, ambiguity: 0x64}
)

func wordAt(words []*word, i int) *word {
	switch {
	case i < 0:
		return &before
	case i >= len(words):
		return &after
	}
	return words[i]
}

// quickFeatures appends what the classes of most words are clear from.
func quickFeatures(to []uint64, words []*word, i int, tag1, tag2 uint64) []uint64 {
	w, p1, n1 := words[i], wordAt(words, i-1), wordAt(words, i+1)
	return append(to,
		feature(1, tag1, w.lower, 0),
		feature(2, w.lower, n1.lower, 0),
		feature(3, tag1, w.suffix, w.shape),
		feature(4, tag1, w.ambiguity, n1.ambiguity),
		feature(5, p1.lower, w.lower, 0),
		feature(6, w.shape, p1.lower, 0),
		feature(7, w.ambiguity, n1.suffix, tag1),
		feature(8, tag1, tag2, w.ambiguity),
		feature(9, w.lower, w.shape, 0),
	)
}

// contextFeatures appends the features of word i's neighbours and of the two tags before it.
func contextFeatures(to []uint64, words []*word, i int, tag1, tag2 uint64) []uint64 {
	w, p1, p2, n1, n2 := words[i], wordAt(words, i-1), wordAt(words, i-2), wordAt(words, i+1), wordAt(words, i+2)
	const k = contextTemplates
	return append(to,
		feature(k, tag1, 0, 0),
		feature(k+1, tag1, tag2, 0),
		feature(k+2, tag1, w.lower, 0),
		feature(k+3, tag1, w.ambiguity, 0),
		feature(k+4, tag1, w.ambiguity, n1.ambiguity),
		feature(k+5, tag1, tag2, w.ambiguity),
		feature(k+6, tag1, w.suffix, w.shape),
		feature(k+7, p1.lower, 0, 0),
		feature(k+8, p2.lower, 0, 0),
		feature(k+9, n1.lower, 0, 0),
		feature(k+10, n2.lower, 0, 0),
		feature(k+11, p1.lower, w.lower, 0),
		feature(k+12, w.lower, n1.lower, 0),
		feature(k+13, p1.suffix, 0, 0),
		feature(k+14, n1.suffix, 0, 0),
		feature(k+15, n1.ambiguity, 0, 0),
		feature(k+16, n1.ambiguity, n2.ambiguity, 0),
		feature(k+17, w.ambiguity, n1.ambiguity, 0),
		feature(k+18, w.shape, p1.shape, n1.shape),
		feature(k+19, n1.shape, w.ambiguity, 0),
		feature(k+20, tag1, n1.lower, 0),
		feature(k+21, w.ambiguity, n1.suffix, 0),
		feature(k+22, w.shape, p1.lower, 0),
		feature(k+23, w.suffix, n1.suffix, tag1),
		feature(k+24, w.ambiguity, n1.ambiguity, n2.ambiguity),
		feature(k+25, n1.ambiguity, n1.shape, tag1),
	)
}

// tagHash returns the hash of a class.
func (c class) hash() uint64 { return hashID(1, uint64(c.pos)<<8|uint64(c.tag)) }

// best returns the class of the highest sum among those allowed, and its lead over the next.
func (t *tagger) best(sum *scores, allowed bitset) (best int, lead int32) {
	if allowed == (bitset{}) {
		return sum.best(&t.beyond, wordsFor(len(t.classes)))
	}
	top, second := int32(math.MinInt32), int32(math.MinInt32/2)
	for half, set := range allowed {
		for ; set != 0; set &= set - 1 {
			c := half<<6 + bits.TrailingZeros64(set)
			switch v := sum.of(c); {
			case v > top:
				best, top, second = c, v, max(top, second)
			case v > second:
				second = v
			}
		}
	}
	return best, top - second
}
