package text

// The models' templates. Of moves and relations there are two models each: most choices are clear to the quick one, which has few
// templates, and the full one is asked only where the quick one leaves less than a margin that training has set (see margin).

// distance returns how far apart two words are, in steps that grow.
func distance(a, b int32) uint64 {
	d := b - a
	if d < 0 {
		d = -d
	}
	switch {
	case d > 9:
		d = 7
	case d > 5:
		d = 6
	}
	return uint64(d) * hashPrime
}

func small(n uint8) uint64        { return uint64(min(n, 3)+1) * hashPrime }
func relSet(rels uint64) uint64   { return rels * hashPrime }
func (n *node) relation() uint64  { return uint64(n.rel+1) * hashMix }
func (s *state) at(i int32) *node { return &s.nodes[i] }

// between returns which words that part clauses stand between two nodes: none, one or more of each kind.
func (s *state) between(i, j int32) uint64 {
	if j <= i+1 {
		return hashPrime
	}
	d := s.nodes[j-1].kinds - s.nodes[i].kinds
	return uint64(min(d&0xffff, 2)|min(d>>16&0xffff, 2)<<2|min(d>>32&0xffff, 2)<<4|min(d>>48, 2)<<6+1) * hashPrime
}

// quickMoveFeatures appends what most moves are clear from.
func (s *state) quickMoveFeatures(to []uint64) []uint64 {
	i0, i1, j0 := s.below(0), s.below(1), s.next
	s0, s1, b0, b1 := s.at(i0), s.at(i1), s.at(j0), s.at(s.ahead(1))
	return append(to,
		feature(1, s0.word, s0.tag, 0), feature(2, s1.word, s1.tag, 0), feature(3, b0.word, b0.tag, 0), feature(4, b1.word, b1.tag, 0),
		feature(5, s0.word, b0.tag, s1.tag), feature(6, s0.tag, b0.word, s1.tag), feature(7, s0.word, b0.word, 0),
		feature(8, s1.word, s0.tag, b0.tag), feature(9, s0.tag+3*s1.tag, b0.tag, b1.tag), feature(10, s0.tag, b0.tag, s.at(b0.left).tag),
		feature(11, s0.tag, b0.tag, distance(i0, j0)), feature(12, s0.tag, relSet(s0.leftRels)+3*relSet(s0.rightRels), b0.tag),
		feature(13, s1.tag, relSet(s1.rightRels), s0.tag), feature(14, b0.tag, relSet(b0.leftRels), s0.tag),
		feature(15, s0.marker, s1.tag, s0.tag),
	)
}

// moveFeatures appends what the choice of the next move goes by.
func (s *state) moveFeatures(to []uint64) []uint64 {
	i0, i1, j0 := s.below(0), s.below(1), s.next
	to = s.nearFeatures(to, i0, i1, j0)
	to = s.wordFeatures(to, i0, i1, j0)
	to = s.clauseFeatures(to, i0, i1, j0)
	return s.childFeatures(to, s.at(i0), s.at(i1), s.at(j0), distance(i0, j0))
}

// nearFeatures appends what the two uppermost words of the stack and the next two words tell, what is tied to them so far, and their
// distances.
func (s *state) nearFeatures(to []uint64, i0, i1, j0 int32) []uint64 {
	s0, s1, b0, b1 := s.at(i0), s.at(i1), s.at(j0), s.at(s.ahead(1))
	near, far := distance(i0, j0), distance(i1, i0)
	return append(to,
		feature(1, s0.word, s0.tag, 0), feature(4, s1.word, s1.tag, 0), feature(7, b0.word, b0.tag, 0),
		feature(13, s0.word, b0.word, 0), feature(14, s0.word, b0.tag, 0), feature(15, s0.tag, b0.word, 0),
		feature(16, s0.tag, b0.tag, 0), feature(20, s1.word, s0.tag, 0), feature(21, s1.tag, s0.word, 0),
		feature(22, s1.tag, s0.tag, 0), feature(25, s1.word, b0.word, 0),
		feature(26, s0.tag, b0.tag, b1.tag), feature(27, s1.tag, s0.tag, b0.tag), feature(30, s0.tag, b0.word, b1.tag),
		feature(31, s1.tag, s0.tag, b0.word), feature(32, s1.word, s0.tag, b0.tag), feature(33, s1.tag, s0.word, b0.tag),
		feature(34, s0.word, b0.tag, b1.tag), feature(35, s0.tag+s1.tag*3, b0.tag, b1.tag),
		feature(38, s0.tag, b0.tag, s.at(b0.left).tag), feature(45, s0.tag, b0.tag, near), feature(46, s1.tag, s0.tag, far),
		feature(48, s0.tag, small(s0.rights), small(s0.lefts)), feature(50, b0.tag, small(b0.lefts), s0.tag),
		feature(51, s0.tag, relSet(s0.leftRels), b0.tag), feature(52, s0.tag, relSet(s0.rightRels), b0.tag),
		feature(53, s1.tag, relSet(s1.rightRels), s0.tag), feature(54, b0.tag, relSet(b0.leftRels), s0.tag),
		feature(57, s0.marker, s1.tag, s0.tag),
	)
}

// wordFeatures appends what else the words near and their tags tell.
func (s *state) wordFeatures(to []uint64, i0, i1, j0 int32) []uint64 {
	s0, s1, s2 := s.at(i0), s.at(i1), s.at(s.below(2))
	b0, b1, b2 := s.at(j0), s.at(s.ahead(1)), s.at(s.ahead(2))
	return append(to,
		feature(2, s0.word, 0, 0), feature(3, s0.tag, 0, 0), feature(5, s1.word, 0, 0), feature(6, s1.tag, 0, 0),
		feature(8, b0.word, 0, 0), feature(9, b0.tag, 0, 0), feature(10, b1.word, b1.tag, 0), feature(11, b1.tag, 0, 0),
		feature(12, b2.tag, b2.word, 0), feature(17, s0.word, s0.tag, b0.tag), feature(18, s0.tag, b0.word, b0.tag),
		feature(19, s1.word, s0.word, 0), feature(23, s1.tag, b0.tag, s1.word), feature(24, s1.tag, b0.word, 0),
		feature(28, s2.tag, s1.tag, s0.tag), feature(29, b0.tag, b1.tag, b2.tag), feature(61, b0.word, b1.word, 0),
		feature(62, b0.word, b1.tag, 0), feature(63, s0.word, b1.tag, 0), feature(64, s0.tag, b1.word, b0.tag),
		feature(65, s1.tag, b0.tag, b1.tag), feature(66, s1.tag+3*s2.tag, s0.tag, b0.tag),
		feature(67, s0.tag, b0.tag+3*b1.tag, b2.tag), feature(68, s1.word, s0.word, b0.tag),
		feature(69, s1.word, s0.tag, b0.word), feature(70, s1.tag, s0.word, b0.word), feature(71, s0.word, b0.word, b1.tag),
		feature(72, s2.word, s2.tag, s0.tag),
	)
}

// clauseFeatures appends what parts the words from one another, and where the next verb stands.
func (s *state) clauseFeatures(to []uint64, i0, i1, j0 int32) []uint64 {
	s0, s1, s2 := s.at(i0), s.at(i1), s.at(s.below(2))
	b0, b1, b2, b3 := s.at(j0), s.at(s.ahead(1)), s.at(s.ahead(2)), s.at(s.ahead(3))
	near, below, far := s.between(i0, j0), s.between(i1, i0), s.between(i1, j0)
	verb := s.at(b1.verb).tag + s.between(j0, b1.verb)
	return append(to,
		feature(73, s0.tag, b0.tag, near), feature(74, s1.tag, s0.tag, below), feature(75, s1.tag, b0.tag, far),
		feature(76, s0.word, b0.tag, near), feature(77, s1.word, s0.tag, below),
		feature(100, b1.tag, b2.tag, b3.tag), feature(101, b0.tag, b1.tag+3*b2.tag, b3.tag),
		feature(102, s0.tag, b0.tag, verb), feature(103, s1.tag, s0.tag, verb), feature(104, b0.word, verb, 0),
		feature(105, s0.word, b0.tag, verb), feature(106, s2.tag, s1.tag, b0.tag), feature(107, s2.word, s0.tag, b0.tag),
	)
}

// childFeatures appends what the words' dependents tell of the next move.
func (s *state) childFeatures(to []uint64, s0, s1, b0 *node, near uint64) []uint64 {
	l0, r0, l1, r1 := s.at(s0.left), s.at(s0.right), s.at(s1.left), s.at(s1.right)
	lb, lb2 := s.at(b0.left), s.at(b0.left2)
	return append(to,
		feature(36, s0.tag, l0.tag, b0.tag), feature(37, s0.tag, r0.tag, b0.tag), feature(39, s1.tag, s0.tag, l0.tag),
		feature(40, s1.tag, s0.tag, r0.tag), feature(41, s1.tag, r1.tag, s0.tag), feature(42, s1.tag, l1.tag, s0.tag),
		feature(43, s0.tag, b0.tag, lb2.tag), feature(44, s0.word, near, 0), feature(47, s0.word, small(s0.rights), 0),
		feature(49, s1.tag, small(s1.rights), s0.tag), feature(55, s1.word, relSet(s1.rightRels), s0.tag),
		feature(56, s0.marker, s1.word, 0), feature(58, s0.marker, s1.tag, b0.tag), feature(59, s0.marker, s0.word, s1.tag),
		feature(60, s0.marker, b0.word, s1.tag),
		feature(80, l0.word, s0.tag, b0.tag), feature(81, r0.word, s0.tag, b0.tag), feature(82, lb.word, b0.tag, s0.tag),
		feature(83, l1.word, s1.tag, s0.tag), feature(84, r1.word, s1.tag, s0.tag), feature(85, l0.relation(), s0.tag, 0),
		feature(86, r0.relation(), s0.tag, b0.tag), feature(87, lb.relation(), b0.tag, s0.tag),
		feature(88, r1.relation(), s1.tag, s0.tag), feature(89, r0.word, s0.word, 0),
		feature(90, s0.word, relSet(s0.rightRels), b0.tag), feature(91, b0.word, relSet(b0.leftRels), s0.tag),
		feature(92, s1.tag, relSet(s1.leftRels), s0.tag), feature(93, s0.tag, s.at(s0.right2).tag, r0.tag),
		feature(94, s1.tag, s.at(s1.right2).tag+3*r1.tag, s0.tag), feature(95, s1.word, l1.relation(), s0.tag),
		feature(96, s0.word, l0.relation(), b0.tag), feature(97, s1.tag, s.at(r1.right).tag, s0.tag),
		feature(98, s1.tag, s1.marker, b0.tag),
	)
}

// sided returns the tags of a head and a dependent, marked by which of them comes first.
func (s *state) sided(head, dependent int32) (h, d uint64) {
	side := uint64(1)
	if dependent < head {
		side = 2
	}
	return s.at(head).tag + side, s.at(dependent).tag + side
}

// quickLabelFeatures appends what the names of most relations are clear from.
func (s *state) quickLabelFeatures(to []uint64, head, dependent int32) []uint64 {
	h, d := s.at(head), s.at(dependent)
	ht, dt := s.sided(head, dependent)
	return append(to,
		feature(41, ht, dt, distance(head, dependent)), feature(42, h.word, dt, 0), feature(43, ht, d.word, 0),
		feature(44, ht, dt, d.marker), feature(45, dt, relSet(d.leftRels), ht), feature(46, ht, relSet(h.leftRels), dt),
		feature(47, ht, relSet(h.rightRels), dt), feature(48, h.word, d.word, 0),
	)
}

// labelFeatures appends what the name of a relation goes by.
func (s *state) labelFeatures(to []uint64, head, dependent int32) []uint64 {
	h, d := s.at(head), s.at(dependent)
	ht, dt := s.sided(head, dependent)
	to = append(to,
		feature(1, ht, dt, 0), feature(2, h.word, dt, 0), feature(3, ht, d.word, 0), feature(4, h.word, d.word, 0),
		feature(6, d.word, dt, 0), feature(8, ht, dt, distance(head, dependent)), feature(9, ht, dt, d.marker),
		feature(12, dt, relSet(d.leftRels), h.tag), feature(14, ht, relSet(h.leftRels), d.tag),
		feature(15, ht, relSet(h.rightRels), d.tag), feature(18, dt, s.at(dependent-1).tag, ht),
	)
	return s.nearbyFeatures(to, head, dependent, ht, dt)
}

// nearbyFeatures appends what dependents and neighbours tell of the name of a relation.
func (s *state) nearbyFeatures(to []uint64, head, dependent int32, ht, dt uint64) []uint64 {
	h, d := s.at(head), s.at(dependent)
	dl, dr := s.at(d.left), s.at(d.right)
	before, behind := s.at(dependent-1), s.at(dependent+1)
	return append(to,
		feature(5, h.word, ht, 0), feature(7, dt, 0, 0), feature(10, h.word, dt, d.marker), feature(11, ht, d.word, d.marker),
		feature(13, dt, relSet(d.rightRels), h.tag), feature(16, dt, dl.tag, dl.word), feature(17, dt, dr.tag, ht),
		feature(19, dt, behind.tag, ht), feature(20, dt, before.word, ht), feature(21, dt, behind.word, ht),
		feature(22, ht, s.at(head-1).tag, dt), feature(23, ht, s.at(head+1).tag, dt), feature(24, dt, dl.word, h.word),
		feature(25, dt, relSet(d.leftRels), relSet(h.leftRels)), feature(26, ht, h.marker, dt), feature(27, ht, dt, dl.tag),
		feature(28, dt, dr.word, ht), feature(29, h.word, relSet(h.rightRels), dt), feature(30, h.word, relSet(h.leftRels), dt),
		feature(31, d.word, relSet(d.leftRels), ht),
	)
}
