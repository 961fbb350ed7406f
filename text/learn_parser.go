package text

import "math/rand/v2"

// follow is the share of its own mistakes that the parser walks on from while it learns, after the first epoch.
const follow = 0.9

// ParserWeights are the two models of the parser before they are packed.
type ParserWeights struct{ Moves, Labels *Weights }

// Add adds another parser's weights.
func (p ParserWeights) Add(o ParserWeights) {
	p.Moves.Add(o.Moves)
	p.Labels.Add(o.Labels)
}

// Model packs the rows worth most.
func (p ParserWeights) Model(moves, labels int) Model {
	return Model{"parser.moves": p.Moves.Trio(moves), "parser.labels": p.Labels.Table(labels, 1)}
}

// LearnParser learns from docs with grammar whose tags are as a tagger that has not seen them would set them.
func LearnParser(docs []Recased, epochs int, seed uint64) ParserWeights {
	l := parserLessons{moves: NewLearner(3), labels: NewLearner(relations), random: rand.New(rand.NewPCG(seed, 2)),
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
	l.features = l.moveFeatures(l.features[:0])
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
	l.features = l.labelFeatures(l.features[:0], head, dependent)
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
