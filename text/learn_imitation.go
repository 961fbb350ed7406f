package text

import (
	"math"
	"slices"
)

// quickEnough is how probable a choice is that is not learned from any more.
const quickEnough = 0.9995

// imitation is a logistic regression over hashed features: its leads tell better than a perceptron's how sure a choice is.
type imitation struct {
	classes int
	barred  []bool   // classes that are out of the question
	rows    rowIndex // by feature; seenOnce after it was first learned from
	weight  []float32
	spent   []float32 // the sum of the squares of what was asked of each weight: the greater, the smaller its steps
	sum     []float32
}

func newImitation(classes int) *imitation {
	return &imitation{classes: classes, barred: make([]bool, classes), rows: newRowIndex(1 << 16), sum: make([]float32, classes)}
}

// learn moves the weights of the features to where the right class is more probable.
func (l *imitation) learn(features []uint64, right int, rate float32) {
	if !l.predict(features, right) {
		return
	}
	l.sum[right]--
	for _, f := range features {
		r := l.rows.put(f)
		if *r == unseen {
			*r = seenOnce
			continue
		}
		if *r == seenOnce {
			*r = int32(len(l.weight) / l.classes)
			l.weight = append(l.weight, make([]float32, l.classes)...)
			l.spent = append(l.spent, make([]float32, l.classes)...)
		}
		at := int(*r) * l.classes
		for c, slope := range l.sum {
			l.spent[at+c] += slope * slope
			l.weight[at+c] -= rate * slope / float32(math.Sqrt(float64(l.spent[at+c]+1)))
		}
	}
}

// predict fills sum with the probabilities of the classes; it reports whether there is anything to learn.
func (l *imitation) predict(features []uint64, right int) bool {
	clear(l.sum)
	for _, f := range features {
		if r := *l.rows.at(f); r >= 0 {
			for c, w := range l.weight[int(r)*l.classes:][:l.classes] {
				l.sum[c] += w
			}
		}
	}
	total, base := float32(0), l.sum[right]
	for c, v := range l.sum {
		l.sum[c] = 0
		if !l.barred[c] {
			l.sum[c] = float32(math.Exp(float64(v - base)))
			total += l.sum[c]
		}
	}
	for c := range l.sum {
		l.sum[c] /= total
	}
	return l.sum[right] < quickEnough
}

// weights returns the rows.
func (l *imitation) weights() *Weights {
	w := &Weights{classes: l.classes, rows: map[uint64][]float32{}, worth: map[uint64]float64{}}
	for i, f := range l.rows.keys {
		r := int(l.rows.rows[i])
		if f == 0 || r < 0 {
			continue
		}
		row, spent := l.weight[r*l.classes:][:l.classes], float32(0)
		for _, s := range l.spent[r*l.classes:][:l.classes] {
			spent += s
		}
		w.rows[f] = row
		w.worth[f] = float64(slices.Max(row)-slices.Min(row)) * math.Sqrt(float64(spent))
	}
	return w
}
