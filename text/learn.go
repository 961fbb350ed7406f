package text

import (
	"encoding/binary"
	"math"
	"slices"
)

// Learner is an averaged perceptron over hashed features, used by text/train only. A feature gets a row when it has
// taken part in a second mistake: most never do.
type Learner struct {
	classes int
	rows    map[uint64]int32 // by feature; -1 after its first mistake
	weight  []float32        // rows of classes
	total   []float32        // the sum of (updates so far × change), for the average
	uses    []int32          // mistakes that each row took part in
	clock   float32
}

// NewLearner returns a learner for this number of classes, at most 128.
func NewLearner(classes int) *Learner {
	return &Learner{classes: classes, rows: map[uint64]int32{}, clock: 1}
}

// Score adds up the weights of the features for each class.
func (l *Learner) Score(sum []float32, features []uint64) {
	clear(sum[:l.classes])
	for _, f := range features {
		if r, ok := l.rows[f]; ok && r >= 0 {
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
		r, ok := l.rows[f]
		if !ok {
			l.rows[f] = -1
			continue
		}
		if r < 0 {
			r = l.row(f)
		}
		l.uses[r]++
		at := int(r) * l.classes
		l.weight[at+right]++
		l.total[at+right] += l.clock
		l.weight[at+wrong]--
		l.total[at+wrong] -= l.clock
	}
}

// Change adds to the weight of one class.
func (l *Learner) Change(feature uint64, class int, by float32) {
	r, ok := l.rows[feature]
	if !ok || r < 0 {
		r = l.row(feature)
	}
	l.uses[r]++
	l.weight[int(r)*l.classes+class] += by
	l.total[int(r)*l.classes+class] += by * l.clock
}

// row makes the row of a feature.
func (l *Learner) row(feature uint64) int32 {
	r := int32(len(l.uses))
	l.rows[feature] = r
	l.uses = append(l.uses, 0)
	l.weight = append(l.weight, make([]float32, l.classes)...)
	l.total = append(l.total, make([]float32, l.classes)...)
	return r
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
	for f, r := range l.rows {
		if r < 0 {
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

// best returns the n features that are worth most, in the order of their hashes.
func (w *Weights) best(n int) []uint64 {
	features := make([]uint64, 0, len(w.rows))
	for f := range w.rows {
		features = append(features, f)
	}
	slices.SortFunc(features, func(a, b uint64) int {
		switch {
		case w.worth[a] != w.worth[b]:
			if w.worth[a] > w.worth[b] {
				return -1
			}
			return 1
		case a < b:
			return -1
		default:
			return 1
		}
	})
	features = features[:min(n, len(features))]
	slices.Sort(features)
	return features
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

// slotsFor returns the binary logarithm of a number of slots that n entries fill to two thirds at most.
func slotsFor(n int) uint {
	log := uint(4)
	for n*3 > 2<<log {
		log++
	}
	return log
}

// place puts a slot into the first free place of its line; at equal prints the first one stays.
func place(slots []byte, f uint64, log uint, slot, printMask uint64) {
	for i := f >> (64 - log); ; i++ {
		at := slots[i&(1<<log-1)*8:]
		old := binary.LittleEndian.Uint64(at)
		if old == 0 {
			binary.LittleEndian.PutUint64(at, slot)
			return
		}
		if old&printMask == slot&printMask {
			return
		}
	}
}

// Table returns the part of a model file that [openTable] reads: the n rows worth most, weights scaled so that the
// largest fits.
func (w *Weights) Table(n int) []byte {
	features := w.best(n)
	scale := 255 / w.largest(features)
	return packTable(features, func(cells []byte, f uint64) []byte {
		for c, v := range w.rows[f] {
			if q := int(math.Round(float64(v) * scale)); q != 0 {
				cells = binary.LittleEndian.AppendUint16(cells, uint16(q<<7|c))
			}
		}
		return cells
	})
}

// packTable writes the part of a model file that [openTable] reads: for each feature the cells that appendRow appends.
func packTable(features []uint64, appendRow func(cells []byte, f uint64) []byte) []byte {
	log := slotsFor(len(features))
	slots, cells := make([]byte, 8<<log), []byte(nil)
	for _, f := range features {
		first := len(cells) / 2
		cells = appendRow(cells, f)
		if count := len(cells)/2 - first; count > 0 {
			place(slots, f, log, uint64(first)<<40|uint64(count)<<32|f&0xffffffff|1, 0xffffffff)
		}
	}
	out := binary.LittleEndian.AppendUint64(nil, uint64(log))
	return append(append(out, slots...), cells...)
}

// Trio returns the part of a model file that [openTrio] reads.
func (w *Weights) Trio(n int) []byte {
	features := w.best(n)
	scale := 32767 / w.largest(features)
	log := slotsFor(len(features))
	slots := make([]byte, 8<<log)
	for _, f := range features {
		slot := f&0xffff | 1
		for c, v := range w.rows[f] {
			slot |= uint64(uint16(int16(math.Round(float64(v)*scale)))) << (16 + 16*c)
		}
		place(slots, f, log, slot, 0xffff)
	}
	return slots
}
