package extract

import (
	_ "embed"
	"math/bits"
	"strings"
	"sync"
)

// weightsTable is what `make model` learned: for each model a weight a class by feature. extract/train says how.
//
//go:embed weights.tsv
var weightsTable string

// kindsTable is what `make model` learned of the kinds of happening, in the form of weights.tsv.
//
//go:embed kinds.tsv
var kindsTable string

// Models are what was learned, by name: "role", "same", "incident" and "part" from answer keys, "kind" from sentences. Where one is missing,
// the rules alone decide.
type Models map[string]*weights

// learned are the models of weights.tsv and kinds.tsv.
var learned = sync.OnceValue(func() Models { return ParseModels(weightsTable + kindsTable) })

// weights are the rows of a model, one after the other, found by the hash of the feature's name. They are read at every start, so that
// they are few pieces of memory, and small.
type weights struct {
	classes int
	cells   []int16  // hundredths, a row after the other
	hashes  []uint64 // of the rows
	slots   []int32  // rows + 1, each in the slot that the lower bits of its hash choose, or the next one free
}

// newWeights makes room for that many rows.
func newWeights(classes, rows int) *weights {
	return &weights{classes, make([]int16, 0, rows*classes), make([]uint64, 0, rows), make([]int32, 1<<bits.Len(uint(2*rows)))}
}

// slot returns the slot of a hash, or the free one where it belongs.
func (w *weights) slot(hash uint64) *int32 {
	mask := uint64(len(w.slots) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		if at := &w.slots[i]; *at == 0 || w.hashes[*at-1] == hash {
			return at
		}
	}
}

// row returns the weights of a feature, nil where it has none.
func (w *weights) row(hash uint64) []int16 {
	if at := *w.slot(hash); at > 0 {
		return w.cells[int(at-1)*w.classes:][:w.classes]
	}
	return nil
}

// add makes a row of the cells of a line: numbers with two decimals, parted by tabs; an empty one is 0.
func (w *weights) add(hash uint64, cells string) {
	w.hashes = append(w.hashes, hash)
	*w.slot(hash) = int32(len(w.hashes))
	first := len(w.cells)
	w.cells = w.cells[:first+w.classes]
	row, at, sign := w.cells[first:], 0, int16(1)
	for i := 0; i < len(cells) && at < len(row); i++ {
		switch c := cells[i]; c {
		case '\t':
			at, sign = at+1, 1
		case '-':
			sign = -1
		case '.':
		default:
			row[at] = 10*row[at] + sign*int16(c-'0')
		}
	}
}

// ParseModels reads a table as Learn writes it: a line is "model, feature, weight of class 0, of class 1 …".
func ParseModels(table string) Models {
	models := Models{}
	var w *weights
	last := ""
	for len(table) > 0 {
		line, rest, _ := strings.Cut(table, "\n")
		name, cells, _ := strings.Cut(line, "\t")
		feature, cells, ok := strings.Cut(cells, "\t")
		if ok && line[0] != '#' {
			if name != last {
				w, last = newWeights(1+strings.Count(cells, "\t"), strings.Count(table, "\n"+name+"\t")+1), name
				models[name] = w
			}
			w.add(hashOf(feature), cells)
		}
		table = rest
	}
	return models
}
