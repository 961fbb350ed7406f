package text

import (
	"math"
	"slices"
)

// course is one way to parse a sentence, as far as it has come.
type course struct {
	state
	lost int32 // what its choices cost: the negated logarithms of their probabilities, times likely
	due  bool  // whether the next move is fixed already
	move move  // which one it is then
}

// Where the full model's best move barely leads, the next best is tried too: a rival goes on beside the course until both come to the
// same stack or one has lost too much. There is one rival at a time. All is in units of the moves' weights, the largest of which is 32767.
const (
	likely   = 16000 // the lead of a move that is e times as probable as another
	doubtful = 6000  // below this lead the next best move is tried
	hopeless = 12000 // a course that has lost so much more than the other is given up
)

// losses holds what it costs to choose the better of two moves, by its lead in steps.
var losses = func() (table [128]int32) {
	for i := range table {
		table[i] = int32(math.Round(likely * math.Log1p(math.Exp(-float64(i*leadStep)/likely))))
	}
	return table
}()

const leadStep = 500

// lose adds what it costs to choose a move that leads by this much.
func (p *course) lose(lead int32) {
	if i := lead / leadStep; i < int32(len(losses)) {
		p.lost += losses[i]
	}
}

// come returns how many moves were made: each word is put onto the stack and taken from it.
func (s *state) come() int { return 2*int(s.next) - len(s.stack) }

// challenge starts a rival that makes another move, which the course's own leaves behind by lead; an older rival that has lost more goes.
func (p *parsing) challenge(other move, lead int32) {
	lost := p.lost + lead
	if p.moved != nil || p.rivalled && p.rival.lost <= lost {
		return
	}
	r := &p.rival
	r.nodes, r.stack, r.next = append(r.nodes[:0], p.nodes...), append(r.stack[:0], p.stack...), p.next
	r.lost, r.due, r.move = lost, true, other
	p.rivalled = true
}

// weigh lets the course and its rival take turns, and gives one up where nothing more can come of it.
func (p *parsing) weigh() {
	if !p.rivalled {
		return
	}
	r := &p.rival
	lead := r.lost - p.lost
	switch ahead := p.come() - r.come(); {
	case ahead < 0:
		return
	case ahead > 0:
		p.course, *r = *r, p.course
	case slices.Equal(p.stack, r.stack) || max(lead, -lead) > hopeless:
		p.rivalled = false
		if lead < 0 {
			p.course, *r = *r, p.course
		}
	}
}
