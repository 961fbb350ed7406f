package text

import (
	"unicode"
	"unicode/utf8"

	"concord/lexicon"
)

// namer marks proper names, from left to right: a linear model over the word, its neighbours, their tags, tables of names and
// titles, the label before, and how the same word was labelled earlier in the report.
type namer struct {
	rows table
	cues map[string]cue
}

// label says whether a token stands in a name: 0 outside, else 1 + 2×(kind−1) for the first token of a name and one more for the others.
type label uint8

const nameLabels = 1 + 2*int(OtherName)

func beginOf(k NameKind) label  { return label(2*k - 1) }
func (l label) kind() NameKind  { return NameKind((l + 1) / 2) }
func (l label) begins() bool    { return l%2 == 1 }
func (l label) insideOf() label { return l + l%2 }

// cue is what tables know of a word, as a set.
type cue uint8

const (
	titleCue        cue = 1 << iota // a person's name follows: "minister", "gen."
	givenCue                        // a first name
	organisationCue                 // heads or ends the name of an organisation
	placeCue                        // heads or ends the name of a place
	peopleCue                       // a nationality
	countryCue
	womanCue // a woman's first name
)

var cueNames = map[string]cue{"title": titleCue, "given": givenCue, "organisation": organisationCue, "place": placeCue, "woman": givenCue | womanCue}

// openNamer reads the namer's part of the model.
func openNamer(m Model) (*namer, error) {
	rows, err := openTable(m["names.rows"])
	return &namer{rows: rows, cues: nameCues()}, err
}

func nameCues() map[string]cue {
	cues := map[string]cue{}
	for _, row := range lexicon.Table("namecues") {
		cues[row.Get("word")] |= cueNames[row.Get("cue")]
	}
	for _, row := range lexicon.Table("countries") {
		for _, word := range row.List("demonyms") {
			cues[plain(word)] |= peopleCue
		}
		cues[plain(row.Get("name"))] |= countryCue
	}
	return cues
}

// mark is what the namer draws from one token before it labels any.
type mark struct {
	lower, shape, suffix, prefix uint64
	tag                          uint64
	cues                         cue
	known                        label // how the word was labelled earlier
	candidate                    bool
}

// naming is a namer at work. It is not safe for use by several goroutines.
type naming struct {
	*namer
	marks    []mark
	features []uint64
	labels   []label
	memory   map[string]label // the last label of a word in this report
}

func newNaming(n *namer) *naming { return &naming{namer: n, memory: map[string]label{}} }

// names sets the names of d, whose tokens are tagged.
func (n *naming) names(d *Doc) {
	clear(n.memory)
	d.nameAt = make([]int32, len(d.Tokens))
	for _, s := range d.Sentences {
		n.look(d, s.First, s.Last)
		n.decide()
		n.remember(d, s.First)
		d.addNames(n.labels, s.First)
	}
}

// look fills the marks of tokens [first, last).
func (n *naming) look(d *Doc, first, last int) {
	c := d.casingOf(first, last)
	n.marks, n.labels = n.marks[:0], n.labels[:0]
	for i := first; i < last; i++ {
		t := &d.Tokens[i]
		form := d.Form(i)
		k := len(t.Norm)
		n.marks = append(n.marks, mark{
			lower:     wordHash(t.Norm),
			shape:     shape(form, c),
			suffix:    hashString(t.Norm[max(0, k-3):]),
			prefix:    hashString(t.Norm[:min(k, 3)]),
			tag:       hashID(2, uint64(t.Tag)),
			cues:      n.cues[t.Norm],
			known:     n.memory[t.Norm],
			candidate: mayBeName(t, form, c),
		})
		n.labels = append(n.labels, 0)
	}
}

// mayBeName reports whether a name may begin with the token.
func mayBeName(t *Token, form string, c casing) bool {
	r, _ := utf8.DecodeRuneInString(form)
	if c == oneCase {
		return unicode.IsLetter(r) && (t.POS == PROPN || t.POS == NOUN || t.POS == ADJ || t.POS == X || t.POS == VERB)
	}
	return unicode.IsUpper(r) || unicode.IsTitle(r) || unicode.IsDigit(r) && t.POS == PROPN || t.POS == PROPN
}

// decide labels the marks' tokens by the model.
func (n *naming) decide() {
	for i := range n.marks {
		before := n.before(i)
		if !n.marks[i].candidate && before == 0 {
			continue
		}
		var sum scores
		n.features = n.context(n.features[:0], i, before)
		for _, f := range n.features {
			n.rows.add(&sum, f)
		}
		n.labels[i] = bestLabel(sum[:nameLabels], before)
	}
}

func (n *naming) before(i int) label {
	if i == 0 {
		return 0
	}
	return n.labels[i-1]
}

// bestLabel returns the label of the highest sum; a name goes on only with its own kind.
func bestLabel[N int32 | float32](sum []N, before label) label {
	best := label(0)
	for l := label(1); int(l) < len(sum); l++ {
		if !l.begins() && (before == 0 || before.insideOf() != l) {
			continue
		}
		if sum[l] > sum[best] {
			best = l
		}
	}
	return best
}

// context appends the features of token i, whose predecessor bears the label before.
func (n *naming) context(to []uint64, i int, before label) []uint64 {
	at := func(j int) *mark {
		if j < 0 || j >= len(n.marks) {
			return &noMark
		}
		return &n.marks[j]
	}
	w, p1, p2, n1, n2 := at(i), at(i-1), at(i-2), at(i+1), at(i+2)
	last := hashID(3, uint64(before))
	known := hashID(4, uint64(w.known))
	cues, nextCues, pastCues := hashID(5, uint64(w.cues)), hashID(5, uint64(n1.cues)), hashID(5, uint64(p1.cues))
	return append(to,
		feature(1, w.lower, 0, 0),
		feature(2, w.shape, 0, 0),
		feature(3, w.suffix, 0, 0),
		feature(4, w.prefix, 0, 0),
		feature(5, w.tag, 0, 0),
		feature(6, last, 0, 0),
		feature(7, last, w.lower, 0),
		feature(8, last, w.shape, w.tag),
		feature(9, p1.lower, 0, 0),
		feature(10, p2.lower, 0, 0),
		feature(11, n1.lower, 0, 0),
		feature(12, n2.lower, 0, 0),
		feature(13, p1.lower, w.lower, 0),
		feature(14, w.lower, n1.lower, 0),
		feature(15, last, n1.lower, 0),
		feature(16, last, p1.lower, 0),
		feature(17, p1.tag, w.tag, n1.tag),
		feature(18, n1.shape, n1.tag, last),
		feature(19, w.suffix, w.shape, 0),
		feature(20, w.suffix, last, 0),
		feature(21, cues, last, 0),
		feature(22, cues, w.shape, 0),
		feature(23, pastCues, last, 0),
		feature(24, nextCues, last, 0),
		feature(25, pastCues, cues, nextCues),
		feature(26, known, 0, 0),
		feature(27, known, last, 0),
		feature(28, hashID(4, uint64(n1.known)), last, 0),
		feature(29, p1.lower, w.shape, 0),
		feature(30, n1.lower, w.shape, 0),
		feature(31, p1.shape, w.shape, n1.shape),
		feature(32, hashID(5, uint64(n2.cues)), nextCues, last),
		feature(33, p1.suffix, last, w.shape),
		feature(34, n1.suffix, n1.shape, last),
		feature(35, w.prefix, w.suffix, 0),
		feature(36, p1.lower, p2.lower, 0),
	)
}

// noMark stands beyond the ends of a sentence.
var noMark = mark{lower: 0x71, shape: 0x72, suffix: 0x73, prefix: 0x74, tag: 0x75}

// remember keeps the labels of the sentence that begins at token first for the rest of the report.
func (n *naming) remember(d *Doc, first int) {
	for i, l := range n.labels {
		if l != 0 {
			n.memory[d.Tokens[first+i].Norm] = l
		}
	}
}

// addNames appends the names that the labels of the tokens from first on say.
func (d *Doc) addNames(labels []label, first int) {
	for i := 0; i < len(labels); i++ {
		if labels[i] == 0 {
			continue
		}
		begin := i
		for i+1 < len(labels) && labels[i+1] == labels[begin].insideOf() {
			i++
		}
		d.Names = append(d.Names, Name{First: first + begin, Last: first + i + 1, Kind: labels[begin].kind(), Same: len(d.Names)})
		for k := begin; k <= i; k++ {
			d.nameAt[first+k] = int32(len(d.Names))
		}
	}
}
