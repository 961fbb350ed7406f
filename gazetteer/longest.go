package gazetteer

// longest returns the end and the key of the longest known name at token i.
func (f *finder) longest(i int) (last int, found key) {
	k, last := noKey, i
	for j := i; j < f.end && j < i+8; j++ {
		t := &f.Tokens[j]
		if j > i && !f.joins(j) {
			break
		}
		k = k.add(t.Norm)
		hit, longer := f.g.has(k)
		if hit && (f.capital(j) || f.tailed(j)) {
			last, found = j+1, k
		}
		if !longer {
			break
		}
	}
	return last, found
}

// longer reports whether a place's name at token i has more than n tokens ("Czech Republic", "French Guiana").
func (f *finder) longer(i, n int) bool {
	last, _ := f.longest(i)
	return last > i+n
}

// joins reports whether token j may continue a name: a capital, a small word within names, a hyphen without space.
func (f *finder) joins(j int) bool {
	t := &f.Tokens[j]
	if f.capital(j) || f.tailed(j) {
		return true
	}
	switch t.Norm {
	case "-", "'", "’":
		return !f.Tokens[j-1].SpaceAfter && !t.SpaceAfter
	}
	return particles()["inside"][t.Norm]
}

// has reports whether a name is known in any layer, and whether longer names begin so.
func (g *Gazetteer) has(k key) (hit, longer bool) {
	for _, l := range g.layers {
		first, last, more := l.find(k)
		hit, longer = hit || last > first, longer || more
	}
	return hit, longer
}
