package text

import "slices"

// path finds the sequence of labels of the highest sum.
type path[N int32 | float32] struct {
	score []([nameLabels]N)
	from  []([nameLabels]label)
	last  int // how many labels the last token may have: 1, which is 0, or all
}

func (p *path[N]) reset(length int) {
	p.score = slices.Grow(p.score[:0], length)[:length]
	p.from = slices.Grow(p.from[:0], length)[:length]
	p.last = 1
}

// ruledOut is the score of what the marks rule out.
const ruledOut = -1 << 29

// before returns the scores of the labels before token i.
func (p *path[N]) before(i int) [nameLabels]N {
	if i == 0 {
		return [nameLabels]N{}
	}
	return p.score[i-1]
}

// step adds token i with its own score for each label.
func (p *path[N]) step(i int, own []N, moves *[nameLabels][nameLabels]N, m *mark) {
	before := p.before(i)
	for l := range label(nameLabels) {
		p.score[i][l], p.from[i][l] = ruledOut, 0
		switch {
		case l == 0, l.begins() && m.begins:
			for k := range label(p.last) {
				if s := before[k] + moves[k][l] + own[l]; s > p.score[i][l] {
					p.score[i][l], p.from[i][l] = s, k
				}
			}
		case !l.begins() && m.open && p.last > 1:
			for _, k := range [2]label{l - 1, l} {
				if s := before[k] + moves[k][l] + own[l]; s > p.score[i][l] {
					p.score[i][l], p.from[i][l] = s, k
				}
			}
		}
	}
	p.last = nameLabels
}

// outside is step for a token that stands in no name and has no score of its own.
func (p *path[N]) outside(i int, moves *[nameLabels][nameLabels]N) {
	before := p.before(i)
	p.score[i][0], p.from[i][0] = ruledOut, 0
	for k := range label(p.last) {
		if s := before[k] + moves[k][0]; s > p.score[i][0] {
			p.score[i][0], p.from[i][0] = s, k
		}
	}
	for l := 1; l < nameLabels; l++ {
		p.score[i][l], p.from[i][l] = ruledOut, 0
	}
	p.last = 1
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
