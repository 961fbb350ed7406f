package timex

// theUnit is "the week", "the year", "the weekend", "the quarter", "the latest quarter": the one at hand. "The day" is it after
// a word that makes it one: "earlier in the day".
func theUnit(l *line, i int) (meaning, int) {
	j := i + 1
	if !l.has(i, "the") || l.has(i-1, "all") {
		return nil, i
	}
	j = l.skip(j, "full", "whole", "entire", "current", "fiscal", "financial", "calendar", "latest")
	j = l.skip(j, "fiscal", "calendar")
	a := l.at(j)
	if l.has(j, "period", "quarter") && l.has(j-1, "latest") && !l.has(j+1, "ended", "-") {
		return latestQuarter{}, j + 1
	}
	if a.is&aUnit == 0 || a.is&plural != 0 || a.unit < oneDay || l.has(j+1, "-") || isNoun(l.tag(j+1)) && a.unit != weekend {
		return nil, i
	}
	if m, end := l.ended(j); end > j {
		return m, end
	}
	if l.has(j+1, "a") && a.unit == quarter {
		if m, end := ago(l, j+1); end > j+1 {
			if back, is := m.(shifted); is && back.unit == year && back.n == -1 {
				return yearBefore{current{unit: quarter}}, end
			}
		}
	}
	switch a.unit {
	case weekend, quarter, year, month, week:
		if l.has(j+1, "that", "when", "of") || l.has(i-1, "of") && l.has(i-2, "time", "man", "person", "part") {
			return nil, i
		}
		return current{unit: a.unit, now: l.has(j-1, "current")}, j + 1
	case oneDay:
		if l.has(i-1, "in", "during", "throughout", "of") && (l.has(i-2, "earlier", "later", "late", "early", "end", "rest", "beginning", "start")) {
			return current{unit: oneDay, reference: true}, j + 1
		}
	}
	return nil, i
}

// ended is "year ended 31 March", "year to June", "quarter ended Sept. 30", from its unit at atom i: the end is told.
func (l *line) ended(i int) (meaning, int) {
	unit := l.at(i).unit
	if !l.has(i+1, "ended", "ending", "to", "through") || unit != year && unit != quarter {
		return nil, i
	}
	of, end := l.date(i + 2)
	switch {
	case end == i+2:
		return nil, i
	case unit == quarter:
		return holding{quarter, of}, i + 1
	}
	return length{quantity: quantity{n: 1}, unit: year, anchor: -1, of: of}, i + 1
}

// current is the unit that holds the time the narrative has reached, or the one of publication: "the year", "that day".
type current struct {
	unit      grain
	reference bool
	now       bool // the one of publication in any case: "the current quarter"
}

func (m current) resolve(n *narrative) result {
	p, known := at(n.now, oneDay), n.known
	if m.reference {
		p, known = n.base(m.unit)
	}
	switch {
	case m.unit == quarter && n.quarter.grain == quarter && !m.now:
		return dated(n.quarter)
	case !known:
		return undated("PRESENT_REF")
	case m.unit == quarter && !m.now && n.tense != futureTense && n.tense != presentTense:
		return dated(at(p.first, quarter).shift(-1))
	}
	if m.unit == weekend && !m.reference {
		return dated(n.nearest(func(k int) period { return at(n.now+day(7*k), weekend) }))
	}
	return dated(at(p.first, m.unit))
}
