package timex

import "concord/text"

// monthAlone is "September", "Sept. 2016", "September of last year", "July last year", "January and February 2016".
func monthAlone(l *line, i int) (meaning, int) {
	if !l.isMonth(i) || l.tag(i) == text.MD {
		return nil, i
	}
	m := int(l.at(i).month)
	j := l.skip(i+1, "of")
	if y, end := l.yearAfter(j, false); y > 0 {
		return calendarDate{y, m, 0}, end
	}
	if y, end := l.yearNumber(i+1, l.capitals); y > 0 && l.at(i+1).num > 31 && !l.has(end, "%") {
		return calendarDate{y, m, 0}, end
	}
	if l.is(j, aStep|determiner) {
		if of, end := l.yearLike(j); end > j {
			return monthly{m, month, byTense, of}, end
		}
	}
	if l.has(i+1, "and", "to", "or", "-", "through", "until") && l.isMonth(i+2) {
		if y, _ := l.yearAfter(i+3, false); y > 0 {
			return calendarDate{y, m, 0}, i + 1
		}
	}
	return calendarDate{0, m, 0}, i + 1
}

// monthly is a month, a season, a quarter or a half by its first month, of the year that the direction or the tense says,
// or of another time.
type monthly struct {
	month int
	grain grain
	which direction
	of    meaning
}

func (m monthly) in(y int) period { return period{dayOf(y, m.month, 1), m.grain} }

func (m monthly) resolve(n *narrative) result {
	if m.of != nil {
		if base := m.of.resolve(n); base.known {
			y, _, _ := base.first.first.date()
			return dated(m.in(y))
		}
		return undated("XXXX" + m.in(2000).value()[4:])
	}
	if !n.known {
		return undated("XXXX" + m.in(2000).value()[4:])
	}
	y, _, _ := n.now.date()
	switch m.which {
	case lastOne:
		for m.in(y).last() >= n.now {
			y--
		}
	case nextOne:
		for m.in(y).first <= n.now {
			y++
		}
	case byTense:
		if m.grain == quarter || m.grain == half {
			return dated(m.begun(n, y))
		}
		return dated(n.nearest(func(k int) period { return m.in(y + k) }))
	default:
		if before := m.in(y - 1); before.last() >= n.now {
			return dated(before) // in February, this winter began the year before
		}
	}
	return dated(m.in(y))
}

// begun is the quarter or half that has begun last, but the coming one where the tense is the future and it ended long ago.
func (m monthly) begun(n *narrative, y int) period {
	if n.tense == futureTense && m.in(y).last() < n.now-150 {
		return m.in(y + 1)
	}
	if n.tense != futureTense && m.in(y).first > n.now {
		return m.in(y - 1)
	}
	return m.in(y)
}

// isMonth reports whether a month's name at atom i that has other meanings ("may", "march") is the month.
func (l *line) isMonth(i int) bool {
	if !l.is(i, aMonth) {
		return false
	}
	if !l.is(i, maybeMonth) {
		return true
	}
	if !l.capitals && l.at(i).token >= 0 && hasLower(l.Text[l.at(i).start:l.at(i).start+1]) {
		return false // "a march", "it may"
	}
	if l.capital(i) && l.has(i+1, "for", "of", "against") && !l.is(i+2, digits) && (l.has(i-1, "the", "a", "annual", `"`) || l.capital(i-1)) {
		return false // "the March for Life"
	}
	if l.is(i+1, digits) && (l.at(i+1).size == 4 || l.at(i+1).num <= 31) || l.capital(i) && !l.capital(i+1) && len(l.at(i).norm) > 3 || l.at(i).norm == "may" && l.capital(i) && l.tag(i) == text.NNP {
		return true
	}
	if l.tag(i) == text.MD && !l.has(i-2, "on", "since", "until", "by") {
		return false
	}
	return (l.is(i-1, digits) || l.has(i-1, "in", "of", "since", "until", "till", "by", "from", "last", "next", "early", "late", "mid",
		"this", "during", "through", "before", "after", "-", "between")) && l.tag(i) != text.VB
}
