package extract

import (
	"slices"

	"concord/text"
)

// without returns what is left of a range when others are cut out of it.
func without(piece [2]int, holes ...[2]int) [][2]int {
	left := [][2]int{piece}
	for _, hole := range holes {
		if hole[0] >= hole[1] {
			continue
		}
		var next [][2]int
		for _, p := range left {
			if hole[1] <= p[0] || hole[0] >= p[1] {
				next = append(next, p)
				continue
			}
			if hole[0] > p[0] {
				next = append(next, [2]int{p[0], hole[0]})
			}
			if hole[1] < p[1] {
				next = append(next, [2]int{hole[1], p[1]})
			}
		}
		left = next
	}
	return left
}

// trim takes punctuation off the ends of a piece of content, but not quotation marks that belong to it.
func (r *reader) trim(p [2]int) [2]int {
	for p[0] < p[1] && r.isEdge(p[0], p) {
		p[0]++
	}
	for p[0] < p[1] && r.isEdge(p[1]-1, p) {
		p[1]--
	}
	return p
}

// isEdge reports whether token i, at an end of the piece, is punctuation that does not belong to it.
func (r *reader) isEdge(i int, p [2]int) bool {
	t := &r.Tokens[i]
	switch t.Norm {
	case `"`, "'":
		q := r.quotationOf(i)
		return q == nil || q.first < p[0] || q.last > p[1]
	case ")", "]", "(", "[", "?", "!", "$", "#", "@", "...":
		return false
	}
	return t.POS == text.PUNCT || t.Norm == "-" || t.Norm == "--"
}

// readExtents fills for each token the range of what stands below it.
func (r *reader) readExtents() {
	n := len(r.Tokens)
	r.low, r.high = make([]int32, n), make([]int32, n)
	for i := range r.Tokens {
		r.low[i], r.high[i] = int32(i), int32(i+1)
	}
	for i := range r.Tokens {
		for h, steps := r.Tokens[i].Head, 0; h >= 0 && steps < 200; h, steps = r.Tokens[h].Head, steps+1 {
			r.low[h], r.high[h] = min(r.low[h], int32(i)), max(r.high[h], int32(i+1))
		}
	}
}

// extent returns the range of what stands below token i.
func (r *reader) extent(i int) [2]int { return [2]int{int(r.low[i]), int(r.high[i])} }

func covers(content [][2]int, i int) bool {
	return slices.ContainsFunc(content, func(p [2]int) bool { return i >= p[0] && i < p[1] })
}

func size(content [][2]int) (n int) {
	for _, p := range content {
		n += p[1] - p[0]
	}
	return n
}

// joinPieces joins pieces that touch.
func (r *reader) joinPieces(content [][2]int) [][2]int {
	var joined [][2]int
	for _, p := range content {
		if n := len(joined); n > 0 && p[0] <= joined[n-1][1] {
			joined[n-1][1] = max(joined[n-1][1], p[1])
			continue
		}
		joined = append(joined, p)
	}
	return joined
}
