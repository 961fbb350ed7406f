package text

import "math"

// parsing is a parser at work on a sentence, in steps: each ends where memory has been sent for, so that others may have their turn until
// it is here. It is not safe for use by several goroutines.
type parsing struct {
	*parser
	course
	rival           course // see challenge
	rivalled        bool   // whether there is a rival
	doc             *Doc
	number          int   // of the sentence
	first, last     int   // the tokens of the piece at hand
	main            int   // the root of the sentence's first piece
	head, dependent int32 // of the arc that is tied next
	features        []uint64
	rows            *table         // where the features' rows are to be located before all else
	then            func(*parsing) // what comes next, nil at the end
	moved           func(move)     // if not nil, is told of each choice before it is carried out
	named           func(head, dependent int32, r Rel)
}

func newParsing(p *parser) *parsing { return &parsing{parser: p} }

func newParsings(p *parser, n int) []*parsing {
	all := make([]*parsing, n)
	for i := range all {
		all[i] = newParsing(p)
	}
	return all
}

// begin takes up a sentence of d.
func (p *parsing) begin(d *Doc, number int) {
	p.doc, p.number, p.last = d, number, d.Sentences[number].First
	p.takeUp()
}

// takeUp takes up the next piece of the sentence.
func (p *parsing) takeUp() {
	p.rows, p.rivalled, p.lost, p.due = nil, false, 0, false
	p.first, p.last = p.last, p.doc.pieceEnd(p.last, p.doc.Sentences[p.number].Last)
	p.load(p.doc.Tokens[p.first:p.last])
	p.choose()
}

// step goes on until memory has to be waited for, and reports whether that is so.
func (p *parsing) step() (more bool) {
	switch {
	case p.rows != nil:
		p.features = p.rows.locate(p.features)
		p.rows = nil
	case p.then != nil:
		p.then(p)
	}
	return p.then != nil
}

// sentence parses one sentence of d.
func (p *parsing) sentence(d *Doc, number int) {
	for p.begin(d, number); p.step(); {
	}
}

// choose makes moves up to the next choice of which to make, and asks the quick model.
func (p *parsing) choose() {
	for p.weigh(); p.due || !p.open(); p.weigh() {
		switch {
		case p.due:
			p.due = false
			p.make(p.move)
			return
		case p.done():
			p.finish()
			return
		case len(p.stack) == 0:
			p.shift()
		case len(p.stack) > 1:
			p.tie(right)
			return
		default:
			p.attach(p.next, Root)
		}
	}
	p.features = p.quickMoves.ask(p.quickMoveFeatures(p.features[:0]))
	p.then = (*parsing).moveQuickly
}

// moveQuickly makes the move that the quick model chooses, or asks the full one.
func (p *parsing) moveQuickly() {
	sum := p.quickMoves.sum(p.features)
	if best, lead := p.bestMove(&sum); lead >= p.moveMargin {
		p.make(best)
		return
	}
	p.features = p.moves.ask(p.moveFeatures(p.features[:0]))
	p.then = (*parsing).moveFully
}

// moveFully makes the move that the full model chooses; where that is in doubt, a rival makes the next best.
func (p *parsing) moveFully() {
	sum := p.moves.sum(p.features)
	best, lead := p.bestMove(&sum)
	p.lose(lead)
	if lead < doubtful {
		p.challenge(p.nextBest(&sum, best), lead)
	}
	p.make(best)
}

// make makes a move that was chosen.
func (p *parsing) make(m move) {
	if p.moved != nil {
		p.moved(m)
	}
	if m != shift {
		p.tie(m)
		return
	}
	p.shift()
	p.choose()
}

// tie asks the quick model for the relation of the arc that a move ties.
func (p *parsing) tie(m move) {
	p.head, p.dependent = p.arc(m)
	if p.head == p.root() {
		p.attach(p.head, Root)
		p.choose()
		return
	}
	p.features = p.quickLabels.ask(p.quickLabelFeatures(p.features[:0], p.head, p.dependent))
	p.rows, p.then = &p.quickLabels, (*parsing).nameQuickly
}

// nameQuickly ties an arc by the relation that the quick model chooses, or asks the full one.
func (p *parsing) nameQuickly() {
	var sum scores
	p.quickLabels.sum(&sum, p.features)
	if best, lead := bestRel(&sum); lead >= p.labelMargin {
		p.name(best)
		return
	}
	p.features = p.labels.ask(p.labelFeatures(p.features[:0], p.head, p.dependent))
	p.rows, p.then = &p.labels, (*parsing).nameFully
}

// nameFully ties an arc by the relation that the full model chooses.
func (p *parsing) nameFully() {
	var sum scores
	p.labels.sum(&sum, p.features)
	best, _ := bestRel(&sum)
	p.name(best)
}

// name ties an arc by its relation.
func (p *parsing) name(r Rel) {
	if p.named != nil {
		p.named(p.head, p.dependent, r)
	}
	p.attach(p.head, r)
	p.choose()
}

// finish writes the heads and relations of the piece into the sentence, and goes on to the next.
func (p *parsing) finish() {
	s := &p.doc.Sentences[p.number]
	tokens := p.doc.Tokens[p.first:p.last]
	root := p.root()
	for i := range tokens {
		n := &p.nodes[i+1]
		tokens[i].Head, tokens[i].Rel = p.first+int(n.head)-1, n.rel
		switch {
		case n.head != root:
		case p.first == s.First:
			tokens[i].Head, p.main = -1, p.first+i
		default:
			tokens[i].Head, tokens[i].Rel = p.main, Parataxis
		}
		if tokens[i].Tag == VBN && n.finite(p.doc, &tokens[i]) {
			tokens[i].Tag = VBD
		}
	}
	p.doc.tieDown(p.first, p.last)
	if p.last < s.Last {
		p.takeUp()
		return
	}
	s.Parsed = true
	p.then = nil
}

// finite reports whether the tree shows a past form, tagged as a participle, to be the verb of its clause: it has a subject of its own
// that acts, or an object beside a finite verb before it ("killed a man and wounded a woman"), and no auxiliary.
func (n *node) finite(d *Doc, t *Token) bool {
	rels := n.leftRels | n.rightRels
	switch {
	case rels&(1<<Aux|1<<AuxPass|1<<Cop|1<<NsubjPass) != 0:
		return false
	case n.leftRels&(1<<Nsubj) != 0:
		return true
	}
	return t.Rel == Conj && rels&(1<<Obj) != 0 && d.Tokens[t.Head].Tag == VBD
}

// bestMove returns the possible move of the highest sum and its lead over the next.
func (s *state) bestMove(sum *[3]int32) (best move, lead int32) {
	best, second := shift, int32(math.MinInt32)
	for m := left; m <= right; m++ {
		switch {
		case !s.allows(m):
		case sum[m] > sum[best]:
			best, second = m, sum[best]
		case sum[m] > second:
			second = sum[m]
		}
	}
	return best, sum[best] - max(second, math.MinInt32/2)
}

// nextBest returns the possible move of the highest sum other than the best one, where there is a choice.
func (s *state) nextBest(sum *[3]int32, best move) move {
	next := best
	for m := shift; m <= right; m++ {
		if m != best && s.allows(m) && (next == best || sum[m] > sum[next]) {
			next = m
		}
	}
	return next
}

// bestRel returns the relation of the highest sum, other than the root's, and its lead over the next.
func bestRel(sum *scores) (best Rel, lead int32) {
	first, lead := sum.best(&barredRels, wordsFor(relations))
	return Rel(first), lead
}

// barredRels are what no dependent is named by its sums.
var barredRels = barred(relations, int(NoRel), int(Root))
