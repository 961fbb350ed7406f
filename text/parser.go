package text

// parser finds each word's head and relation: an arc-hybrid transition system with the root behind the last word, led
// by linear models. One chooses the move, another names the relation once a dependent with all its own
// dependents is tied to its head. Before each of them a quick one is asked, which leaves to it what it is not sure of.
//
// Kuhlmann, Gómez-Rodríguez and Satta 2011 (the system); Goldberg and Nivre 2013 (its dynamic oracle).
type parser struct {
	moves       trio
	labels      table
	quickMoves  trio
	quickLabels table
	moveMargin  int32
	labelMargin int32
}

// move is a step of the parser.
type move uint8

const (
	shift move = iota // the next word goes onto the stack
	left              // the next word becomes the head of the top
	right             // the word below the top becomes its head
)

// openParser reads the parser's parts of the model.
func openParser(m Model) (*parser, error) {
	p := parser{moveMargin: m.margin(moveChoice), labelMargin: m.margin(labelChoice)}
	var err error
	if p.moves, err = openTrio(m["parser.moves"]); err != nil {
		return nil, err
	}
	if p.labels, err = openTable(m["parser.labels"], relations); err != nil || !m.hasQuick() {
		return &p, err
	}
	if p.quickMoves, err = openTrio(m["quick.moves"]); err != nil {
		return nil, err
	}
	p.quickLabels, err = openTable(m["quick.labels"], relations)
	return &p, err
}

// node is a word while its sentence is parsed. Node 0 stands for "none", node n+1 for the root.
type node struct {
	word uint64 // hashes
	tag  uint64
	pos  POS

	head        int32
	rel         Rel
	left, left2 int32 // the two outermost left dependents, the outermost first
	right       int32 // the outermost right dependent, and the one before
	right2      int32
	lefts       uint8 // how many dependents
	rights      uint8
	leftRels    uint64 // which relations they bear
	rightRels   uint64
	marker      uint64 // word of the case or mark dependent
	kinds       kinds  // of the words up to this one
	verb        int32  // the next verb from this word on
}

// state is a sentence half parsed.
type state struct {
	nodes []node
	stack []int32
	next  int32 // the next word, n+1 when all are on the stack
}

// kinds counts, up to and with a node, the words that part clauses: verbs, conjunctions, commas, and other marks, in lanes of 16 bits.
type kinds uint64

// kind returns the lane of a word of this class, 0 where it parts no clauses.
func (c class) kind() kinds {
	switch {
	case c.pos == VERB || c.pos == AUX:
		return 1
	case c.pos == CCONJ:
		return 1 << 16
	case c.pos == PUNCT && c.tag == Comma:
		return 1 << 32
	case c.pos == PUNCT || c.pos == SCONJ:
		return 1 << 48
	}
	return 0
}

// load fills the state with a tagged sentence.
func (s *state) load(tokens []Token) {
	s.nodes = append(s.nodes[:0], node{word: 0x71, tag: 0x72})
	sum := kinds(0)
	for i := range tokens {
		t := &tokens[i]
		c := class{t.POS, t.Tag}
		sum += c.kind()
		s.nodes = append(s.nodes, node{word: wordHash(t.Norm), tag: c.hash(), pos: t.POS, kinds: sum})
	}
	s.nodes = append(s.nodes, node{word: 0x81, tag: 0x82, kinds: sum})
	s.stack, s.next = s.stack[:0], 1
	verb := int32(0)
	for i := s.root() - 1; i > 0; i-- {
		if n := &s.nodes[i]; n.pos == VERB || n.pos == AUX {
			verb = i
		}
		s.nodes[i].verb = verb
	}
}

func (s *state) root() int32 { return int32(len(s.nodes) - 1) }
func (s *state) done() bool  { return s.next == s.root() && len(s.stack) == 0 }
func (s *state) open() bool  { return s.next < s.root() && len(s.stack) > 0 } // there is a choice of moves

// below returns the k-th word of the stack from the top, 0 where there is none.
func (s *state) below(k int) int32 {
	if k >= len(s.stack) {
		return 0
	}
	return s.stack[len(s.stack)-1-k]
}

// ahead returns the k-th word from the next one, 0 behind the root.
func (s *state) ahead(k int32) int32 {
	if s.next+k > s.root() {
		return 0
	}
	return s.next + k
}

// allows reports whether the move is possible. The root takes one word only.
func (s *state) allows(m move) bool {
	switch m {
	case shift:
		return s.next < s.root()
	case left:
		return len(s.stack) == 1 || len(s.stack) > 1 && s.next < s.root()
	default:
		return len(s.stack) > 1
	}
}

// arc returns the head and dependent that a move ties.
func (s *state) arc(m move) (head, dependent int32) {
	if m == left {
		return s.next, s.below(0)
	}
	return s.below(1), s.below(0)
}

// shift puts the next word onto the stack.
func (s *state) shift() {
	s.stack = append(s.stack, s.next)
	s.next++
}

// attach ties the top of the stack to its head and drops it.
func (s *state) attach(head int32, rel Rel) {
	d := s.below(0)
	s.stack = s.stack[:len(s.stack)-1]
	h, n := &s.nodes[head], &s.nodes[d]
	n.head, n.rel = head, rel
	if rel == Case || rel == Mark {
		h.marker = n.word
	}
	if d < head {
		h.left2, h.left = h.left, d
		h.lefts++
		h.leftRels |= 1 << rel
		return
	}
	h.right2, h.right = h.right, d
	h.rights++
	h.rightRels |= 1 << rel
}
