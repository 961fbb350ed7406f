package text

import (
	"cmp"
	"encoding/binary"
	"maps"
	"math"
	"slices"
)

// Learner is an averaged perceptron over hashed features, used by text/train only. A feature gets a row when it has
// taken part in a second mistake: most never do.
type Learner struct {
	classes int
	rows    rowIndex  // by feature; seenOnce after its first mistake
	weight  []float32 // rows of classes
	total   []float32 // the sum of (updates so far × change), for the average
	uses    []int32   // mistakes that each row took part in
	clock   float32
}

// NewLearner returns a learner for this number of classes, at most 128.
func NewLearner(classes int) *Learner {
	return &Learner{classes: classes, clock: 1, rows: newRowIndex(1 << 16)}
}

// Score adds up the weights of the features for each class.
func (l *Learner) Score(sum []float32, features []uint64) {
	clear(sum[:l.classes])
	for _, f := range features {
		if r := *l.rows.at(f); r >= 0 {
			row := l.weight[int(r)*l.classes:][:l.classes]
			for c, w := range row {
				sum[c] += w
			}
		}
	}
}

// Tick counts one decision; averages are over decisions.
func (l *Learner) Tick() { l.clock++ }

// Update moves weight from the wrong class to the right one.
func (l *Learner) Update(features []uint64, right, wrong int) {
	for _, f := range features {
		r := l.rows.put(f)
		if *r == unseen {
			*r = seenOnce
			continue
		}
		if *r == seenOnce {
			*r = l.newRow()
		}
		l.uses[*r]++
		at := int(*r) * l.classes
		l.weight[at+right]++
		l.total[at+right] += l.clock
		l.weight[at+wrong]--
		l.total[at+wrong] -= l.clock
	}
}

// Change adds to the weight of one class.
func (l *Learner) Change(feature uint64, class int, by float32) {
	r := l.rows.put(feature)
	if *r < 0 {
		*r = l.newRow()
	}
	l.uses[*r]++
	l.weight[int(*r)*l.classes+class] += by
	l.total[int(*r)*l.classes+class] += by * l.clock
}

// newRow makes a row of zeros.
func (l *Learner) newRow() int32 {
	l.uses = append(l.uses, 0)
	l.weight = append(l.weight, make([]float32, l.classes)...)
	l.total = append(l.total, make([]float32, l.classes)...)
	return int32(len(l.uses) - 1)
}

// What the index says of features without a row.
const (
	unseen   int32 = -1
	seenOnce int32 = -2
)

// rowIndex finds a feature's row; it is the innermost loop of training, where a map would take most of the time.
type rowIndex struct {
	keys []uint64 // 0: free
	rows []int32
	used int
}

func newRowIndex(size int) rowIndex {
	x := rowIndex{keys: make([]uint64, size), rows: make([]int32, size)}
	for i := range x.rows {
		x.rows[i] = unseen
	}
	return x
}

// at returns the place of the feature, or the free one where it would stand. The size is a power of two.
func (x *rowIndex) at(f uint64) *int32 { return &x.rows[x.slot(f)] }

func (x *rowIndex) slot(f uint64) uint64 {
	mask := uint64(len(x.keys) - 1)
	i := f >> 20 & mask
	for x.keys[i] != f && x.keys[i] != 0 {
		i = (i + 1) & mask
	}
	return i
}

// put returns the place of the feature, and makes one where there is none.
func (x *rowIndex) put(f uint64) *int32 {
	i := x.slot(f)
	if x.keys[i] == f {
		return &x.rows[i]
	}
	if x.used++; x.used*2 > len(x.keys) {
		x.grow()
		i = x.slot(f)
	}
	x.keys[i] = f
	return &x.rows[i]
}

func (x *rowIndex) grow() {
	bigger := newRowIndex(2 * len(x.keys))
	for i, f := range x.keys {
		if f != 0 {
			j := bigger.slot(f)
			bigger.keys[j], bigger.rows[j] = f, x.rows[i]
		}
	}
	bigger.used = x.used
	*x = bigger
}

// Weights is a trained linear model: rows of averaged weights by feature.
type Weights struct {
	classes int
	rows    map[uint64][]float32
	worth   map[uint64]float64 // how much is lost when the row goes
}

// Average returns the averaged weights.
func (l *Learner) Average() *Weights {
	w := &Weights{classes: l.classes, rows: make(map[uint64][]float32, len(l.uses)), worth: make(map[uint64]float64, len(l.uses))}
	for i, f := range l.rows.keys {
		r := l.rows.rows[i]
		if f == 0 || r < 0 {
			continue
		}
		at, row := int(r)*l.classes, make([]float32, l.classes)
		for c := range row {
			row[c] = l.weight[at+c] - l.total[at+c]/l.clock
		}
		w.rows[f] = row
		w.worth[f] = float64(slices.Max(row)-slices.Min(row)) * math.Sqrt(float64(l.uses[r]))
	}
	return w
}

// Add adds the weights of another model, so that the sum votes like both.
func (w *Weights) Add(other *Weights) {
	for f, row := range other.rows {
		mine, ok := w.rows[f]
		if !ok {
			w.rows[f], w.worth[f] = row, other.worth[f]
			continue
		}
		for c := range mine {
			mine[c] += row[c]
		}
		w.worth[f] += other.worth[f]
	}
}

// best returns the n features that are worth most, the best first.
func (w *Weights) best(n int) []uint64 {
	features := slices.Sorted(maps.Keys(w.rows))
	slices.SortStableFunc(features, func(a, b uint64) int { return cmp.Compare(w.worth[b], w.worth[a]) })
	return features[:min(n, len(features))]
}

// largest returns the weight of the greatest size.
func (w *Weights) largest(features []uint64) float64 {
	var top float64
	for _, f := range features {
		for _, v := range w.rows[f] {
			top = max(top, math.Abs(float64(v)))
		}
	}
	return top
}

// emptyBuckets returns 1<<log buckets as [openBuckets] reads them.
func emptyBuckets(log int) []byte {
	part := make([]byte, cacheLine+bucketBytes<<log)
	binary.LittleEndian.PutUint64(part, uint64(log))
	return part
}

// place puts a slot into a feature's bucket; false where that is full, or holds a slot that is the same under the mask.
func place(part []byte, f uint64, log int, slot, mask uint64) bool {
	bucket := part[cacheLine+f>>(64-log)*bucketBytes:][:bucketBytes]
	for ; len(bucket) > 0; bucket = bucket[8:] {
		switch old := binary.LittleEndian.Uint64(bucket); {
		case old == 0:
			binary.LittleEndian.PutUint64(bucket, slot)
			return true
		case (old^slot)&mask == 0:
			return false
		}
	}
	return false
}

// Table returns the part of a model file that [openTable] reads: the n rows worth most, weights scaled so that the
// largest is 255 and those below least left out. A few rows of least worth find no place.
func (w *Weights) Table(n, least int) []byte {
	features := w.best(n)
	scale := 255 / w.largest(features)
	part, _ := packTable(features, bucketsFor(len(features)), w.classes, func(f uint64) []uint16 {
		var cells []uint16
		for c, v := range w.rows[f] {
			if q := int(math.Round(float64(v) * scale)); max(q, -q) >= least {
				cells = append(cells, uint16(q<<7|c))
			}
		}
		return cells
	})
	return part
}

// exactTable returns a part of a model file with all the features.
func exactTable(features []uint64, row func(f uint64) []uint16) []byte {
	for log := bucketsFor(len(features)); ; log++ {
		if part, all := packTable(features, log, maxClasses, row); all {
			return part
		}
	}
}

// packTable writes buckets and cells, and reports whether all features found a place. Features whose rows are alike share one.
func packTable(features []uint64, log, classes int, row func(f uint64) []uint16) (part []byte, all bool) {
	part, all = emptyBuckets(log), true
	var cells []byte
	starts := map[string]uint64{} // where in the cells each row stands, in groups
	for _, f := range features {
		found := packRow(row(f), classes)
		if len(found) == 0 {
			continue
		}
		first, known := starts[string(found)]
		if !known {
			first = uint64(len(cells) / 8)
		}
		if !place(part, f, log, f&0xffff_ffff|first<<32|uint64(len(found)/8)<<56, 0xffff_ffff) {
			all = false
			continue
		}
		if !known {
			starts[string(found)] = first
			cells = append(cells, found...)
		}
	}
	return append(part, cells...), all
}

// fullFrom is how many times as many groups a full row may have as the same row of cells.
const fullFrom = 3

// packRow writes a row as cells, or as a full row where that is not much longer.
func packRow(cells []uint16, classes int) (row []byte) {
	if words := wordsFor(classes); (len(cells)+3)/4*fullFrom >= words {
		return packFull(cells, words)
	}
	return packCells(cells)
}

// packCells writes cells as whole groups.
func packCells(cells []uint16) (row []byte) {
	for _, cell := range cells {
		row = binary.LittleEndian.AppendUint16(row, cell)
	}
	for len(row)%8 != 0 {
		row = append(row, padding, 0)
	}
	return row
}

// packFull writes a row that has all classes.
func packFull(cells []uint16, words int) (row []byte) {
	var full scores
	for _, cell := range cells {
		full.add(uint64(cell&0x7f), int64(int16(cell))>>7)
	}
	for _, word := range full[:words] {
		row = binary.LittleEndian.AppendUint64(row, word)
	}
	return row
}

// Trio returns the part of a model file that [openTrio] reads.
func (w *Weights) Trio(n int) []byte {
	features := w.best(n)
	scale := 32767 / w.largest(features)
	log := bucketsFor(len(features))
	part := emptyBuckets(log)
	for _, f := range features {
		slot := f & 0xffff
		for c, v := range w.rows[f] {
			slot |= uint64(uint16(int16(math.Round(float64(v)*scale)))) << (16 + 16*c)
		}
		place(part, f, log, slot, 0xffff)
	}
	return part
}

// Len returns the number of rows.
func (w *Weights) Len() int { return len(w.rows) }
