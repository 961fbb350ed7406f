package quantity

import (
	"math"

	"concord"
)

// order reads "dozens", "tens of thousands", "hundreds of thousands".
func (f *finder) order(n number) (number, bool) {
	w := f.numeral(n.first)
	n.last, n.low, n.high, n.qualifier = n.first+1, w.low, w.high, concord.Order
	if n.last+1 < f.end && f.of(n.last) {
		if scale := f.numeral(n.last + 1); scale.kind == orderNumeral && scale.low >= 200 {
			of := magnitude(w.low) * scale.low / 2
			n.low, n.high, n.last = 2*of, 10*of-1, n.last+2
			return n, true
		}
	}
	if n.last+1 < f.end && f.word(n.last) == "upon" && f.word(n.last+1) == f.word(n.first) {
		n.last += 2 // "thousands upon thousands"
	}
	return n, f.word(n.first) != "tens"
}

// magnitude returns the power of ten below the least value of an order word: 10 for "tens", 100 for "hundreds".
func magnitude(low float64) float64 { return math.Pow(10, math.Floor(math.Log10(low))) }

// vague reads "several", "a few", "several hundred", "a few dozen".
func (f *finder) vague(n number) (number, bool) {
	w := f.numeral(n.first)
	n.last, n.low, n.high, n.qualifier, n.open = n.first+1, w.low, w.low, concord.Some, true
	if n.last >= f.end {
		return n, true
	}
	scale := f.numeral(n.last)
	if scale.kind == orderNumeral && f.word(n.last) == "tens" {
		n.low, n.high, n.open, n.qualifier, n.last = scale.low, scale.high, false, concord.Order, n.last+1
		return n, true
	}
	if scale.kind == scaleNumeral || f.word(n.last) == "dozen" {
		n.low, n.high, n.open, n.qualifier = 2*scale.low, 10*scale.low-1, false, concord.Order
		if scale.kind == packNumeral {
			n.high = 99
		}
		n.last++
	}
	return n, true
}
