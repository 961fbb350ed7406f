package timex

// edgeOfDate is "early 1990", "late Monday", "mid-September", "earlier this month", "the end of the year", "sometime next week",
// "later that day", "earlier in the year".
func edgeOfDate(l *line, i int) (meaning, int) {
	j := l.skip(i, "the")
	j = l.skip(j, "very", "latter", "better", "early")
	if j > i && !l.is(j, anEdge) {
		j--
	}
	if !l.is(j, anEdge) {
		return nil, i
	}
	e := l.at(j)
	k := l.skip(j+1, "-")
	noun := l.has(j, "end", "beginning", "start", "outset", "onset", "middle", "midst", "close", "eve", "rest", "remainder", "bulk", "most", "much",
		"part", "course")
	if noun && !l.has(k, "of") {
		return nil, i
	}
	k = l.skip(k, "of", "in", "on", "during")
	of, end := l.date(k)
	if end == k || isEdge(of) {
		return nil, i
	}
	return edgeOf{e.edge, of}, end
}

func isEdge(m meaning) bool {
	_, is := m.(edgeOf)
	return is
}

// unitEnd is "year-end", "the year's end", "month-end".
func unitEnd(l *line, i int) (meaning, int) {
	j := l.skip(i, "the")
	a := l.at(j)
	if a.is&aUnit == 0 || a.unit != year && a.unit != month && a.unit != week {
		return nil, i
	}
	k := l.skip(j+1, "-", "'s")
	if !l.has(k, "end") || l.has(k+1, "of") {
		return nil, i
	}
	return edgeOf{end, current{unit: a.unit}}, k + 1
}

// edgeOf is the beginning, the middle or the end of a time. TIMEX3 keeps the time as the value.
type edgeOf struct {
	edge edge
	of   meaning
}

func (m edgeOf) resolve(n *narrative) result { return m.of.resolve(n) }
