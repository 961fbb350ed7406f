package text

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

func small(n uint8) uint64 { return uint64(min(n, 3)+1) * hashPrime }

// moveFeatures appends what the choice of the next move goes by: the two or three uppermost words of the stack, the next
// three words, and their dependents so far.
func (s *state) moveFeatures(to []uint64) []uint64 {
	i0, i1, j0 := s.below(0), s.below(1), s.next
	s0, s1, s2 := &s.nodes[i0], &s.nodes[i1], &s.nodes[s.below(2)]
	b0, b1, b2 := &s.nodes[j0], &s.nodes[s.ahead(1)], &s.nodes[s.ahead(2)]
	to = append(to,
		feature(1, s0.word, s0.tag, 0), feature(2, s0.word, 0, 0), feature(3, s0.tag, 0, 0),
		feature(4, s1.word, s1.tag, 0), feature(5, s1.word, 0, 0), feature(6, s1.tag, 0, 0),
		feature(7, b0.word, b0.tag, 0), feature(8, b0.word, 0, 0), feature(9, b0.tag, 0, 0),
		feature(10, b1.word, b1.tag, 0), feature(11, b1.tag, 0, 0), feature(12, b2.tag, b2.word, 0),

		feature(13, s0.word, b0.word, 0), feature(14, s0.word, b0.tag, 0), feature(15, s0.tag, b0.word, 0),
		feature(16, s0.tag, b0.tag, 0), feature(17, s0.word, s0.tag, b0.tag), feature(18, s0.tag, b0.word, b0.tag),
		feature(19, s1.word, s0.word, 0), feature(20, s1.word, s0.tag, 0), feature(21, s1.tag, s0.word, 0),
		feature(22, s1.tag, s0.tag, 0), feature(23, s1.tag, b0.tag, s1.word), feature(24, s1.tag, b0.word, 0),
		feature(25, s1.word, b0.word, 0),

		feature(26, s0.tag, b0.tag, b1.tag), feature(27, s1.tag, s0.tag, b0.tag), feature(28, s2.tag, s1.tag, s0.tag),
		feature(29, b0.tag, b1.tag, b2.tag), feature(30, s0.tag, b0.word, b1.tag), feature(31, s1.tag, s0.tag, b0.word),
		feature(32, s1.word, s0.tag, b0.tag), feature(33, s1.tag, s0.word, b0.tag), feature(34, s0.word, b0.tag, b1.tag),
		feature(35, s0.tag+s1.tag*3, b0.tag, b1.tag),
	)
	return s.childFeatures(to, i0, i1, j0)
}

// childFeatures appends what the words' dependents and distances tell of the next move.
func (s *state) childFeatures(to []uint64, i0, i1, j0 int32) []uint64 {
	s0, s1, b0 := &s.nodes[i0], &s.nodes[i1], &s.nodes[j0]
	l0, r0 := &s.nodes[s0.left], &s.nodes[s0.right]
	l1, r1 := &s.nodes[s1.left], &s.nodes[s1.right]
	lb, lb2 := &s.nodes[b0.left], &s.nodes[b0.left2]
	near, far := distance(i0, j0), distance(i1, i0)
	return append(to,
		feature(36, s0.tag, l0.tag, b0.tag), feature(37, s0.tag, r0.tag, b0.tag), feature(38, s0.tag, b0.tag, lb.tag),
		feature(39, s1.tag, s0.tag, l0.tag), feature(40, s1.tag, s0.tag, r0.tag), feature(41, s1.tag, r1.tag, s0.tag),
		feature(42, s1.tag, l1.tag, s0.tag), feature(43, s0.tag, b0.tag, lb2.tag),

		feature(44, s0.word, near, 0), feature(45, s0.tag, b0.tag, near), feature(46, s1.tag, s0.tag, far),
		feature(47, s0.word, small(s0.rights), 0), feature(48, s0.tag, small(s0.rights), small(s0.lefts)),
		feature(49, s1.tag, small(s1.rights), s0.tag), feature(50, b0.tag, small(b0.lefts), s0.tag),

		feature(51, s0.tag, s0.leftRels*hashPrime, b0.tag), feature(52, s0.tag, s0.rightRels*hashPrime, b0.tag),
		feature(53, s1.tag, s1.rightRels*hashPrime, s0.tag), feature(54, b0.tag, b0.leftRels*hashPrime, s0.tag),
		feature(55, s1.word, s1.rightRels*hashPrime, s0.tag),

		feature(56, s0.marker, s1.word, 0), feature(57, s0.marker, s1.tag, s0.tag), feature(58, s0.marker, s1.tag, b0.tag),
		feature(59, s0.marker, s0.word, s1.tag), feature(60, s0.marker, b0.word, s1.tag),
	)
}

// labelFeatures appends what the name of a relation goes by.
func (s *state) labelFeatures(to []uint64, head, dependent int32) []uint64 {
	h, d := &s.nodes[head], &s.nodes[dependent]
	side := uint64(1)
	if dependent < head {
		side = 2
	}
	ht, dt := h.tag+side, d.tag+side
	dl, dr := &s.nodes[d.left], &s.nodes[d.right]
	before, behind := &s.nodes[dependent-1], &s.nodes[dependent+1]
	hBefore, hBehind := &s.nodes[head-1], &s.nodes[head+1]
	far := distance(head, dependent)
	return append(to,
		feature(1, ht, dt, 0), feature(2, h.word, dt, 0), feature(3, ht, d.word, 0), feature(4, h.word, d.word, side),
		feature(5, h.word, ht, 0), feature(6, d.word, dt, 0), feature(7, dt, 0, 0), feature(8, ht, dt, far),
		feature(9, ht, dt, d.marker), feature(10, h.word, dt, d.marker), feature(11, ht, d.word, d.marker),
		feature(12, dt, d.leftRels*hashPrime, h.tag), feature(13, dt, d.rightRels*hashPrime, h.tag),
		feature(14, ht, h.leftRels*hashPrime, d.tag), feature(15, ht, h.rightRels*hashPrime, d.tag),
		feature(16, dt, dl.tag, dl.word), feature(17, dt, dr.tag, ht), feature(18, dt, before.tag, ht),
		feature(19, dt, behind.tag, ht), feature(20, dt, before.word, ht), feature(21, dt, behind.word, ht),
		feature(22, ht, hBefore.tag, dt), feature(23, ht, hBehind.tag, dt), feature(24, dt, dl.word, h.word),
		feature(25, dt, d.leftRels*hashPrime, h.leftRels*hashPrime), feature(26, ht, h.marker, dt),
		feature(27, ht, dt, dl.tag),
	)
}
