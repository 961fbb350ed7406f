package text

import (
	"unicode"
	"unicode/utf8"
)

// mark is what the namer draws from one token before it labels any.
type mark struct {
	lower, shape, suffix, prefix uint64
	tag                          uint64
	cues                         cue
	known                        label // how the word was labelled earlier
	begins                       bool  // a name may begin here
	open                         bool  // or go on
}

// look fills the marks of tokens [first, last), as far as names may reach and what is next to them.
func (n *naming) look(d *Doc, first, last int) {
	n.casing = d.casingOf(first, last)
	n.marks, n.labels = n.marks[:0], n.labels[:0]
	for i := first; i < last; i++ {
		n.marks = append(n.marks, mark{begins: mayBegin(&d.Tokens[i], d.Form(i), n.casing)})
		n.labels = append(n.labels, 0)
	}
	filled := 0
	for i := range n.marks {
		for k := max(0, i-nameGap); k <= i; k++ {
			n.marks[i].open = n.marks[i].open || n.marks[k].begins
		}
		for k := max(filled, i-nameView); n.marks[i].open && k < min(i+nameView+1, len(n.marks)); k++ {
			n.fill(&n.marks[k], &d.Tokens[first+k], d.Form(first+k))
			filled = k + 1
		}
	}
}

// fill sets what a mark tells of its token.
func (n *naming) fill(m *mark, t *Token, form string) {
	k := len(t.Norm)
	m.lower = wordHash(t.Norm)
	m.shape = shape(form, n.casing)
	m.suffix = hashString(t.Norm[max(0, k-3):])
	m.prefix = hashString(t.Norm[:min(k, 3)])
	m.tag = hashID(2, uint64(t.Tag))
	m.cues = n.cues.Get(t.Norm)
	m.known = n.memory[t.Norm]
}

// nameView is how far from a token its features look.
const nameView = 2

// nameGap is how many words that begin no name may stand in a row inside one: "Office of the President".
const nameGap = 2

// mayBegin reports whether a name may begin with the token.
func mayBegin(t *Token, form string, c casing) bool {
	r, _ := utf8.DecodeRuneInString(form)
	if c == oneCase {
		return unicode.IsLetter(r) && (t.POS == PROPN || t.POS == NOUN || t.POS == ADJ || t.POS == X || t.POS == VERB)
	}
	return unicode.IsUpper(r) || unicode.IsTitle(r) || unicode.IsDigit(r) && t.POS == PROPN || t.POS == PROPN
}

// context appends the features of token i.
func (n *naming) context(to []uint64, i int) []uint64 {
	at := func(j int) *mark {
		if j < 0 || j >= len(n.marks) {
			return &noMark
		}
		return &n.marks[j]
	}
	w, p1, p2, n1, n2 := at(i), at(i-1), at(i-2), at(i+1), at(i+2)
	cues := func(m *mark) uint64 { return hashID(5, uint64(m.cues)) }
	known := func(m *mark) uint64 { return hashID(4, uint64(m.known)) }
	return append(to,
		feature(1, w.lower, 0, 0),
		feature(2, w.shape, 0, 0),
		feature(3, w.suffix, 0, 0),
		feature(4, w.prefix, 0, 0),
		feature(5, w.tag, 0, 0),
		feature(6, w.shape, w.tag, 0),
		feature(7, p1.lower, 0, 0),
		feature(8, p2.lower, 0, 0),
		feature(9, n1.lower, 0, 0),
		feature(10, n2.lower, 0, 0),
		feature(11, p1.lower, w.lower, 0),
		feature(12, w.lower, n1.lower, 0),
		feature(13, p1.tag, w.tag, n1.tag),
		feature(14, n1.shape, n1.tag, 0),
		feature(15, p1.shape, p1.tag, 0),
		feature(16, w.suffix, w.shape, 0),
		feature(17, cues(w), w.shape, 0),
		feature(18, cues(p1), 0, 0),
		feature(19, cues(n1), 0, 0),
		feature(20, cues(p1), cues(w), cues(n1)),
		feature(21, cues(n2), cues(n1), n1.shape),
		feature(22, cues(p2), cues(p1), w.shape),
		feature(23, known(w), 0, 0),
		feature(24, known(n1), known(p1), 0),
		feature(25, p1.lower, w.shape, 0),
		feature(26, n1.lower, w.shape, 0),
		feature(27, p1.shape, w.shape, n1.shape),
		feature(28, p1.suffix, w.shape, 0),
		feature(29, n1.suffix, n1.shape, 0),
		feature(30, p1.lower, p2.lower, w.shape),
		feature(31, n1.lower, n2.lower, w.shape),
	)
}

// noMark stands beyond the ends of a sentence.
var noMark = mark{lower: 0x71, shape: 0x72, suffix: 0x73, prefix: 0x74, tag: 0x75}
