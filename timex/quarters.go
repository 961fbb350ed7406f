package timex

// quarterNamed is "the third quarter", "fourth-quarter", "the first half of 2013", "the fiscal first quarter", "the 1988 third
// quarter".
func quarterNamed(l *line, i int) (meaning, int) {
	j := l.skip(i, "the", "its", "their")
	var of meaning
	if y, to := l.yearNumber(j, false); y > 0 {
		of, j = exactly{period{dayOf(y, 1, 1), year}}, to
	}
	j = l.skip(j, "fiscal")
	j = l.skip(j, "-")
	n, j := l.ordinal(j)
	if l.has(j-1, "last", "second", "latter") && l.is(j, theHalf) {
		n = 2
	}
	j = l.skip(j, "-")
	grain, months := quarter, 3
	if l.is(j, theHalf) {
		grain, months = half, 6
	} else if !l.has(j, "quarter") {
		return nil, i
	}
	if n < 1 || n > 12/months || l.has(j+1, "-") && l.tight(j+1) && !l.is(j+2, determiner) && !l.is(j+2, aUnit) || l.has(j+1, "final", "finals") {
		return nil, i
	}
	m := monthly{(n-1)*months + 1, grain, byTense, of}
	k := l.skip(j+1, "of", "in", ",")
	k = l.skip(k, "fiscal")
	if base, to := l.date(k); to > k && of == nil && yearly(base) {
		m.of = base
		return m, to
	}
	if grain == half && of == nil {
		return nil, i // a half of what?
	}
	return m, j + 1
}

// periodOfYear is "the 2015 quarter", "the 2015 period": the quarter at hand as it was in that year.
func periodOfYear(l *line, i int) (meaning, int) {
	y, j := l.yearNumber(i+1, false)
	if !l.has(i, "the") || y == 0 || !l.has(j, "quarter", "period") {
		return nil, i
	}
	return sameQuarter{exactly{period{dayOf(y, 1, 1), year}}}, j + 1
}

// comparable is "the corresponding period last year", "the same quarter of last year".
func comparable(l *line, i int) (meaning, int) {
	if !l.has(i, "the") || !l.has(i+1, "corresponding", "comparable", "same", "like") || !l.has(i+2, "quarter", "period") {
		return nil, i
	}
	j := l.skip(i+3, "of", "in")
	if of, end := l.date(j); end > j && yearly(of) {
		return sameQuarter{of}, end
	}
	return nil, i
}

// possessed is "last year's third quarter", "this year's first half", "next year's Easter", "last year's quarter".
func possessed(l *line, i int) (meaning, int) {
	of, j := l.yearLike(i)
	if j == i || !l.has(j, "'s", "'") {
		return nil, i
	}
	n, k := l.ordinal(j + 1)
	k = l.skip(k, "-")
	switch {
	case l.has(j+1, "quarter", "period"):
		return sameQuarter{of}, j + 2
	case n > 0 && n <= 4 && l.has(k, "quarter"):
		return monthly{3*n - 2, quarter, byTense, of}, k + 1
	case n > 0 && n <= 2 && l.is(k, theHalf):
		return monthly{6*n - 5, half, byTense, of}, k + 1
	case l.is(j+1, phraseStart):
		if h, to := phraseAt(l, j+1, l.holidays.Match); to > j+1 {
			return feast{h, byTense, of}, to
		}
	}
	return nil, i
}

// yearBefore is the same quarter or month of the year before.
type yearBefore struct{ of meaning }

func (m yearBefore) resolve(n *narrative) result {
	r := m.of.resolve(n)
	if !r.known {
		return undated("PAST_REF")
	}
	return dated(at(r.first.first.shift(-1, year), r.first.grain))
}

// sameQuarter is the quarter at hand as it was in a year; the year itself where none is at hand.
type sameQuarter struct{ of meaning }

func (m sameQuarter) resolve(n *narrative) result {
	r := m.of.resolve(n)
	if !r.known || n.quarter.grain != quarter {
		return r
	}
	y, _, _ := r.first.first.date()
	_, first, _ := n.quarter.first.date()
	return dated(period{dayOf(y, first, 1), quarter})
}

// latestQuarter is the quarter named last that is over, else the one before that of publication.
type latestQuarter struct{}

func (latestQuarter) resolve(n *narrative) result {
	switch {
	case n.quarter.grain == quarter && n.quarter.last() < n.now:
		return dated(n.quarter)
	case !n.known:
		return undated("PAST_REF")
	}
	return dated(at(n.now, quarter).shift(-1))
}
