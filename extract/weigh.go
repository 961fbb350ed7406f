package extract

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"concord"
)

// sheet is the list of features of one decision. Names are kept only where somebody will read or learn them.
type sheet struct {
	hashes []uint64
	names  []string
	named  bool
}

const (
	hashSeed  = 14695981039346656037
	hashPrime = 1099511628211
)

func hashOf(s string) uint64 { return hashInto(hashSeed, s) }

func hashInto(h uint64, s string) uint64 {
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * hashPrime
	}
	return h
}

// reset empties the sheet for the next decision.
func (s *sheet) reset() { s.hashes, s.names = s.hashes[:0], s.names[:0] }

// add notes a feature: a name and its values.
func (s *sheet) add(name string, values ...string) {
	h := hashOf(name)
	for _, v := range values {
		h = hashInto(hashInto(h, "="), v)
	}
	if s.hashes == nil {
		s.hashes = make([]uint64, 0, 64) // most decisions have fewer features
	}
	s.hashes = append(s.hashes, h)
	if s.named {
		s.names = append(s.names, strings.Join(append([]string{name}, values...), "="))
	}
}

// once returns a way to add features to s, of equal ones only the first.
func (s *sheet) once() func(name string, values ...string) {
	first := len(s.hashes)
	return func(name string, values ...string) {
		s.add(name, values...)
		last := len(s.hashes) - 1
		if !slices.Contains(s.hashes[first:last], s.hashes[last]) {
			return
		}
		s.hashes = s.hashes[:last]
		if s.named {
			s.names = s.names[:last]
		}
	}
}

// scores adds up the weights of a sheet's features for each class.
func (w *weights) scores(s *sheet, sum []float64) {
	clear(sum)
	for _, h := range s.hashes {
		for c, x := range w.row(h) {
			sum[c] += float64(float32(x) / 100)
		}
	}
}

// probability turns the score of a model of one class into the probability that the answer is yes.
func (w *weights) probability(s *sheet) float64 {
	var sum [1]float64
	w.scores(s, sum[:])
	return sigmoid(sum[0])
}

// softmax turns scores into probabilities.
func softmax(p []float64) {
	top, sum := slices.Max(p), 0.0
	for c := range p {
		p[c] = math.Exp(p[c] - top)
		sum += p[c]
	}
	for c := range p {
		p[c] /= sum
	}
}

func sigmoid(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// reasons lists the features that counted for class c, in their order; the sheet must be named.
func (w *weights) reasons(s *sheet, c int) (list []concord.Contribution) {
	for i, h := range s.hashes {
		if row := w.row(h); row != nil && row[c] != 0 && i < len(s.names) {
			list = append(list, concord.Contribution{Name: s.names[i], Weight: float64(row[c]) / 100})
		}
	}
	return list
}

// because writes into the trace of e why a model decided so: the reasons that are worth most.
func (e *event) because(rule, why string, reasons []concord.Contribution, worth func(weight float64) float64) {
	slices.SortStableFunc(reasons, func(x, y concord.Contribution) int { return cmp.Compare(worth(y.Weight), worth(x.Weight)) })
	trace := concord.Trace{Rule: rule, Why: why}
	for _, c := range reasons[:min(4, len(reasons))] {
		trace.Parts = append(trace.Parts, concord.Trace{Rule: c.Name, Why: fmt.Sprintf("%+.2f", c.Weight)})
	}
	e.claim.Trace.Parts = append(e.claim.Trace.Parts, trace)
}
