package text

import (
	"cmp"
	"encoding/binary"
	"math"
	"math/rand/v2"
	"slices"
)

// follow is the share of its own mistakes that the parser walks on from while it learns, after the first epoch.
const follow = 0.9

// ParserWeights are the two models of the parser before they are packed.
type ParserWeights struct{ Moves, Labels *Weights }

// Add adds another parser's weights.
func (p ParserWeights) Add(o ParserWeights) {
	p.Moves.Add(o.Moves)
	p.Labels.Add(o.Labels)
}

// Model packs the rows worth most, and sets the margins by the choices that the parser makes on the docs.
func (p ParserWeights) Model(moves, labels int, docs []Recased) (Model, error) {
	m := Model{"parser.moves": p.Moves.Trio(moves), "parser.labels": p.Labels.Table(labels), "parser.margins": make([]byte, 8)}
	parser, err := openParser(m)
	if err != nil {
		return nil, err
	}
	var moved, named leads
	at := newParsing(parser)
	for i := 0; i < len(docs); i += marginDocs {
		for _, s := range docs[i][0].Sentences {
			at.load(docs[i][0].Tokens[s.First:s.Last])
			for !at.done() {
				at.measure(&moved, &named)
			}
		}
	}
	binary.LittleEndian.PutUint32(m["parser.margins"], uint32(moved.margin()))
	binary.LittleEndian.PutUint32(m["parser.margins"][4:], uint32(named.margin()))
	return m, nil
}

const (
	marginDocs = 4     // every how many docs one is used to set the margins
	marginRate = 0.002 // the share of choices by the first templates that the others would change
)

// lead is by how much a choice led by the first templates, and whether the others left it alone.
type lead struct {
	by   int32
	kept bool
}

type leads []lead

// margin returns the least lead from which on choices may be made by the first templates alone.
func (l leads) margin() int32 {
	slices.SortFunc(l, func(a, b lead) int { return cmp.Compare(b.by, a.by) })
	margin, changed := int32(math.MaxInt32), 0
	for i, c := range l {
		if !c.kept {
			changed++
		}
		if float64(changed) <= marginRate*float64(i+1) {
			margin = c.by
		}
	}
	return margin
}

// measure makes one step with all templates, and notes what the first would have chosen.
func (p *parsing) measure(moved, named *leads) {
	m := shift
	if len(p.stack) > 0 && p.next < p.root() {
		var sum [3]int32
		p.moves.add(&sum, p.moveFeatures(nil))
		first, by := p.bestMove(&sum)
		p.moves.add(&sum, p.moreMoveFeatures(nil))
		m, _ = p.bestMove(&sum)
		*moved = append(*moved, lead{by, m == first})
	} else {
		m = p.choose()
	}
	if m == shift {
		p.shift()
		return
	}
	head, dependent := p.arc(m)
	rel := Root
	if head != p.root() {
		var sum scores
		p.labels.add(&sum, p.labelFeatures(nil, head, dependent))
		first, by := bestRel(&sum)
		p.labels.add(&sum, p.moreLabelFeatures(nil, head, dependent))
		rel, _ = bestRel(&sum)
		*named = append(*named, lead{by, rel == first})
	}
	p.attach(head, rel)
}

// LearnParser learns from docs with grammar whose tags are as a tagger that has not seen them would set them.
func LearnParser(docs []Recased, epochs int, seed uint64) ParserWeights {
	l := parserLessons{moves: NewLearner(3), labels: NewLearner(int(Xcomp) + 1), random: rand.New(rand.NewPCG(seed, 2)),
		sum: make([]float32, maxClasses)}
	for epoch := range epochs {
		l.follow = epoch > 0
		for _, lesson := range shuffled(docs, l.random) {
			l.sentence(docs[lesson[0]].pick(l.random), lesson[1])
		}
	}
	return ParserWeights{l.moves.Average(), l.labels.Average()}
}

// parserLessons is the parser while it learns.
type parserLessons struct {
	state
	heads         []int32 // gold, by node
	rels          []Rel
	moves, labels *Learner
	random        *rand.Rand
	follow        bool
	sum           []float32
	features      []uint64
}

// sentence parses a sentence, asking the oracle at each step which moves lose nothing more.
func (l *parserLessons) sentence(d *Doc, number int) {
	s := d.Sentences[number]
	tokens := d.Tokens[s.First:s.Last]
	l.load(tokens)
	l.heads, l.rels = append(l.heads[:0], -1), append(l.rels[:0], NoRel)
	for i := range tokens {
		head := l.root()
		if tokens[i].Head >= 0 {
			head = int32(tokens[i].Head - s.First + 1)
		}
		l.heads, l.rels = append(l.heads, head), append(l.rels, tokens[i].Rel)
	}
	l.heads = append(l.heads, -1)
	for !l.done() {
		l.step()
	}
}

// step makes one move and learns from it.
func (l *parserLessons) step() {
	m := l.decide()
	if m == shift {
		l.shift()
		return
	}
	head, dependent := l.arc(m)
	l.attach(head, l.decideName(head, dependent))
}

// decide returns the next move, the model's own or the oracle's, and teaches the model.
func (l *parserLessons) decide() move {
	if len(l.stack) == 0 || l.next == l.root() {
		if len(l.stack) == 0 {
			return shift
		}
		if len(l.stack) > 1 {
			return right
		}
		return left
	}
	l.features = l.moreMoveFeatures(l.moveFeatures(l.features[:0]))
	l.moves.Score(l.sum, l.features)
	guess, best := shift, move(0xff)
	cheapest := min(l.cost(shift), l.costIf(left), l.costIf(right))
	for m := shift; m <= right; m++ {
		if !l.allows(m) {
			continue
		}
		if l.sum[m] > l.sum[guess] {
			guess = m
		}
		if l.cost(m) == cheapest && (best == 0xff || l.sum[m] > l.sum[best]) {
			best = m
		}
	}
	l.moves.Tick()
	if l.cost(guess) == cheapest {
		return guess
	}
	l.moves.Update(l.features, int(best), int(guess))
	if l.follow && l.random.Float64() < follow {
		return guess
	}
	return best
}

// decideName returns the relation of an arc and teaches the model where the arc is right.
func (l *parserLessons) decideName(head, dependent int32) Rel {
	if head == l.root() {
		return Root
	}
	l.features = l.moreLabelFeatures(l.labelFeatures(l.features[:0], head, dependent), head, dependent)
	l.labels.Score(l.sum, l.features)
	l.sum[NoRel], l.sum[Root] = -1e9, -1e9
	guess := Acl
	for r := Acl; r <= Xcomp; r++ {
		if l.sum[r] > l.sum[guess] {
			guess = r
		}
	}
	if l.heads[dependent] != head {
		return guess
	}
	l.labels.Tick()
	if right := l.rels[dependent]; right != guess {
		l.labels.Update(l.features, int(right), int(guess))
	}
	return guess
}

const impossible = 1 << 20

func (l *parserLessons) costIf(m move) int {
	if !l.allows(m) {
		return impossible
	}
	return l.cost(m)
}

// cost returns how many gold arcs the move puts out of reach.
func (l *parserLessons) cost(m move) int {
	cost := 0
	if m == shift {
		for k, w := range l.stack {
			if l.heads[w] == l.next {
				cost++
			}
			if l.heads[l.next] == w && k != len(l.stack)-1 {
				cost++
			}
		}
		return cost
	}
	top := l.below(0)
	for w := l.next; w < l.root(); w++ {
		if l.heads[w] == top {
			cost++
		}
	}
	head := l.heads[top]
	switch {
	case m == left && (head > l.next || len(l.stack) > 1 && head == l.below(1)):
		cost++
	case m == right && head >= l.next:
		cost++
	}
	return cost
}
