package extract

import (
	_ "embed"
	"maps"
	"math/bits"
	"slices"
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
var learned = sync.OnceValue(func() Models {
	models := ParseModels(weightsTable)
	maps.Copy(models, ParseModels(kindsTable))
	return models
})

// Open reads the models that were learned, which [Read] would else do when it is first called. It takes some milliseconds.
func Open() { learned() }

// weights are the rows of a model, one after the other, found by the hash of the feature's name. They are read at every start, so that
// they are few pieces of memory, and small.
type weights struct {
	classes int
	cells   []int16  // hundredths, a row after the other
	hashes  []uint64 // of the rows
	slots   []int32  // rows + 1, each in the slot that the lower bits of its hash choose, or the next one free
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
	first := len(w.cells)
	w.cells = slices.Grow(w.cells, w.classes)[:first+w.classes]
	row := w.cells[first:]
	clear(row)
	at, sign := 0, int16(1)
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

// settle gives the rows their slots, once all are there.
func (w *weights) settle() {
	w.slots = make([]int32, 1<<bits.Len(uint(2*len(w.hashes))))
	for i, hash := range w.hashes {
		*w.slot(hash) = int32(i + 1)
	}
}

// ParseModels reads a table as Learn writes it: a line is "model, feature, weight of class 0, of class 1 …".
func ParseModels(table string) Models {
	models := Models{}
	var w *weights
	last := ""
	for line := range strings.Lines(table) {
		name, cells, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		feature, cells, ok := strings.Cut(cells, "\t")
		if !ok || line[0] == '#' {
			continue
		}
		if name != last {
			w, last = &weights{classes: 1 + strings.Count(cells, "\t")}, name
			models[name] = w
		}
		w.add(hashOf(feature), cells)
	}
	for _, w := range models {
		w.settle()
	}
	return models
}
