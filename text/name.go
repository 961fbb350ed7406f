package text

import "concord/lexicon"

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

// openNamer reads the namer's part of the model.
func openNamer(m Model) (*namer, error) {
	rows, err := openTable(m["names.rows"], nameLabels)
	if err != nil {
		return nil, err
	}
	n := &namer{rows: rows, cues: nameCues()}
	for before := range label(nameLabels) {
		var sum scores
		n.rows.add(&sum, []uint64{moveFeature(before)})
		for after := range n.moves[before] {
			n.moves[before][after] = sum.of(after)
		}
	}
	return n, nil
}

// moveFeature is the feature of the label that stands before.
func moveFeature(before label) uint64 { return feature(64, hashID(3, uint64(before)), 0, 0) }

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
	var own [(nameLabels + 3) / 4 * 4]int32
	for i := range n.marks {
		if !n.marks[i].open {
			n.path.outside(i, &n.moves)
			continue
		}
		var sum scores
		n.rows.sum(&sum, located[first:n.ends[i]])
		first = n.ends[i]
		sum.list(own[:])
		n.path.step(i, own[:], &n.moves, &n.marks[i])
	}
	n.path.trace(n.labels)
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
