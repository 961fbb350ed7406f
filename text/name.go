package text

import (
	"slices"
	"sync"
	"unicode"
	"unicode/utf8"

	"concord/lexicon"
)

// namer marks proper names: a linear model over the word, its neighbours, their tags, tables of names and titles, and how
// the same word was labelled earlier in the report; the best sequence of labels is found for a sentence as a whole.
type namer struct {
	rows  table
	moves [nameLabels][nameLabels]int32 // what it is worth that the second label follows the first
	cues  *lexicon.Words[cue]
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
	if err != nil {
		return nil, err
	}
	n := &namer{rows: rows, cues: nameCues()}
	for before := range label(nameLabels) {
		var sum scores
		n.rows.add(&sum, []uint64{moveFeature(before)})
		copy(n.moves[before][:], sum[:nameLabels])
	}
	return n, nil
}

// moveFeature is the feature of the label that stands before.
func moveFeature(before label) uint64 { return feature(64, hashID(3, uint64(before)), 0, 0) }

// nameCues are the rows of lexicon/namecues.tsv, and what lexicon/countries.tsv says of words.
var nameCues = sync.OnceValue(func() *lexicon.Words[cue] {
	cues := lexicon.NewWords[cue]()
	note := func(word string, c cue) { cues.Set(word, cues.Get(word)|c) }
	for _, row := range lexicon.Table("namecues") {
		note(row.Get("word"), cueNames[row.Get("cue")])
	}
	for _, row := range lexicon.Table("countries") {
		for _, word := range row.List("demonyms") {
			note(plain(word), peopleCue)
		}
		note(plain(row.Get("name")), countryCue)
	}
	return cues
})

// mark is what the namer draws from one token before it labels any.
type mark struct {
	lower, shape, suffix, prefix uint64
	tag                          uint64
	cues                         cue
	known                        label // how the word was labelled earlier
	begins                       bool  // a name may begin here
	open                         bool  // or go on
}

// naming is a namer at work. It is not safe for use by several goroutines.
type naming struct {
	*namer
	marks    []mark
	features []uint64
	ends     []int // of each mark's features
	labels   []label
	memory   map[string]label // the last label of a word in this report
	casing   casing           // of the sentence
	path     path[int32]
}

func newNaming(n *namer) *naming { return &naming{namer: n, memory: map[string]label{}} }

// names sets the names of d, whose tokens are tagged.
func (n *naming) names(d *Doc) {
	clear(n.memory)
	d.nameAt = make([]int32, len(d.Tokens))
	for _, s := range d.Sentences {
		n.look(d, s.First, s.Last)
		n.decide()
		n.entitle(d, s.First)
		n.spellOut(d, s.First)
		n.remember(d, s.First)
		n.add(d, s.First)
	}
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

// decide labels the marks' tokens by the model. All their features are asked for at once, so that their memory comes at once.
func (n *naming) decide() {
	n.path.reset(len(n.marks))
	n.features, n.ends = n.features[:0], n.ends[:0]
	for i := range n.marks {
		if first := len(n.features); n.marks[i].open {
			n.features = n.context(n.features, i)
			n.features = n.features[:first+len(n.rows.ask(n.features[first:]))]
		}
		n.ends = append(n.ends, len(n.features))
	}
	located, first := n.rows.locate(n.features), 0
	for i := range n.marks {
		var sum scores
		n.rows.sum(&sum, located[first:n.ends[i]])
		first = n.ends[i]
		n.path.step(i, sum[:nameLabels], &n.moves, &n.marks[i])
	}
	n.path.trace(n.labels)
}

// path finds the sequence of labels of the highest sum.
type path[N int32 | float32] struct {
	score []([nameLabels]N)
	from  []([nameLabels]label)
}

func (p *path[N]) reset(length int) {
	p.score = slices.Grow(p.score[:0], length)[:length]
	p.from = slices.Grow(p.from[:0], length)[:length]
}

// ruledOut is the score of what the marks rule out.
const ruledOut = -1 << 29

// step adds token i with its own score for each label.
func (p *path[N]) step(i int, own []N, moves *[nameLabels][nameLabels]N, m *mark) {
	start := [nameLabels]N{}
	before := &start
	if i > 0 {
		before = &p.score[i-1]
	}
	for l := range label(nameLabels) {
		p.score[i][l], p.from[i][l] = ruledOut, 0
		switch {
		case l == 0, l.begins() && m.begins:
			for k := range label(nameLabels) {
				if s := before[k] + moves[k][l] + own[l]; s > p.score[i][l] && (i > 0 || k == 0) {
					p.score[i][l], p.from[i][l] = s, k
				}
			}
		case !l.begins() && m.open && i > 0:
			for _, k := range [2]label{l - 1, l} {
				if s := before[k] + moves[k][l] + own[l]; s > p.score[i][l] {
					p.score[i][l], p.from[i][l] = s, k
				}
			}
		}
	}
}

// trace sets the labels to the best sequence.
func (p *path[N]) trace(labels []label) {
	last := len(labels) - 1
	if last < 0 {
		return
	}
	best := label(0)
	for l := range label(nameLabels) {
		if p.score[last][l] > p.score[last][best] {
			best = l
		}
	}
	for i := last; i >= 0; i-- {
		labels[i] = best
		best = p.from[i][best]
	}
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

// withoutTitle returns where the person's name in tokens [first, last) begins, past "Foreign Minister" or "Secretary of State".
func (n *naming) withoutTitle(d *Doc, first, last int) int {
	begin := first
	if first > 1 && first+1 < last && d.Tokens[first-1].Norm == "of" && n.cues.Get(d.Tokens[first-2].Norm)&titleCue != 0 {
		begin++ // the "State" of "Secretary of State Ana Odo"
	}
	for i := first; i < last-1; i++ {
		if n.cues.Get(d.Tokens[i].Norm)&titleCue == 0 {
			continue
		}
		begin = i + 1
		if d.Tokens[begin].Norm == "of" && begin+2 < last {
			begin += 2
		}
	}
	return begin
}

// entitle labels as a person what follows a person's title with a capital, where the model sees no name: "General Tomas Okello".
func (n *naming) entitle(d *Doc, first int) {
	if n.casing != mixedCase {
		return
	}
	for i := 0; i+1 < len(n.labels); i++ {
		if n.marks[i].cues != titleCue || n.labels[i+1] != 0 || n.labels[i].insideOf() != 0 && n.labels[i].kind() != PersonName {
			continue
		}
		inside := beginOf(PersonName)
		for k := i + 1; k < len(n.labels) && n.labels[k] == 0 && n.isBareName(d, first+k, &n.marks[k]); k++ {
			n.labels[k] = inside
			inside = beginOf(PersonName).insideOf()
		}
	}
}

// isBareName reports whether token i is a proper noun with a capital of which the tables know nothing else.
func (n *naming) isBareName(d *Doc, i int, m *mark) bool {
	r, _ := utf8.DecodeRuneInString(d.Form(i))
	return d.Tokens[i].POS == PROPN && unicode.IsUpper(r) && m.cues&^givenCue&^womanCue == 0
}

// remember keeps the labels of the sentence that begins at token first for the rest of the report.
func (n *naming) remember(d *Doc, first int) {
	for i, l := range n.labels {
		if l != 0 {
			n.memory[d.Tokens[first+i].Norm] = l
		}
	}
}

// add appends the names that the labels of the tokens from first on say.
func (n *naming) add(d *Doc, first int) {
	for i := 0; i < len(n.labels); i++ {
		if n.labels[i] == 0 {
			continue
		}
		begin, kind := first+i, n.labels[i].kind()
		for inside := n.labels[i].insideOf(); i+1 < len(n.labels) && n.labels[i+1] == inside; {
			i++
		}
		if kind == PersonName {
			begin = n.withoutTitle(d, begin, first+i+1)
		}
		d.Names = append(d.Names, Name{First: begin, Last: first + i + 1, Kind: kind, Same: len(d.Names)})
		for k := begin; k <= first+i; k++ {
			d.nameAt[k] = int32(len(d.Names))
		}
	}
}
