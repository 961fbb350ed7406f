package timex

import "concord/text"

// isWeekday reports whether atom i is a day of the week: a short name ("sun", "sat") only beside a date.
func (l *line) isWeekday(i int) bool {
	if !l.is(i, aWeekday) || l.is(i, plural) {
		return false
	}
	if !l.is(i, maybeWeekday) {
		return true
	}
	j := l.skip(i+1, ",")
	return j < len(l.atoms) && (l.isMonth(j) || l.is(j, digits) && l.isMonth(j+1))
}

// weekdayNamed is "Friday", "Friday, 23 September", "Monday last week", "Monday of last week", "Friday week".
func weekdayNamed(l *line, i int) (meaning, int) {
	if !l.isWeekday(i) {
		return nil, i
	}
	j := l.skip(i+1, ",", "the")
	j = l.skip(j, "the")
	if l.is(j, digits|aMonth|anOrdinal) {
		for _, match := range []func(*line, int) (meaning, int){monthDay, dayMonth} {
			if m, to := match(l, j); to > j {
				return m, to
			}
		}
	}
	m := weekdayRef{weekday: int(l.at(i).weekday)}
	if l.has(i+1, "'s") {
		m.owns = ownsPast
		if l.is(i+2, ahead) || l.is(i+3, ahead) {
			m.owns = ownsAhead
		}
	}
	k := l.skip(i+1, "of", "in")
	if l.is(k, aStep) && l.at(k+1).unit == week {
		of, to := stepped(l, k)
		return nthWeekday{1, m.weekday, of}, to
	}
	switch {
	case l.has(i+1, "last"):
		m.which = lastOne
		return m, i + 2
	case l.has(i+1, "next"):
		m.which = nextOne
		return m, i + 2
	}
	return m, i + 1
}

// deicticDay is "today", "yesterday", "tomorrow", "the day before yesterday" by another rule.
func deicticDay(l *line, i int) (meaning, int) {
	return shifted{n: int(l.at(i).step), unit: oneDay}, i + 1
}

// stepped is "last week", "this month", "next Friday", "the previous day", "that night" not, "this past spring", "last December",
// "last Christmas", "the past year".
func stepped(l *line, i int) (meaning, int) {
	j := l.skip(i, "the")
	the := j > i
	if l.has(j, "that", "this") && l.is(j+1, aStep) {
		j++ // "that same day", "this past spring"
	}
	if !l.is(j, aStep) || l.has(j, "that") && l.tag(j) == text.IN {
		return nil, i
	}
	s := l.at(j)
	k := l.skipClass(j+1, filler)
	k = l.skip(k, "-")
	a := l.at(k)
	narrated := l.has(j, "same", "that", "following", "previous", "preceding", "ensuing", "prior") || the && s.norm == "next"
	switch {
	case a.is&plural != 0 && a.is&aWeekday == 0:
		return nil, i
	case l.isWeekday(k):
		return weekdayRef{weekday: int(a.weekday), which: directionOf(s, narrated), narrated: narrated}, k + 1
	case l.is(k, aMonth) && (l.isMonth(k)):
		if d, to := l.dayNumber(k + 1); d > 0 {
			return calendarDate{0, int(a.month), d}, to
		}
		return monthly{int(a.month), month, directionOf(s, false), nil}, k + 1
	case a.is&aSeason != 0:
		return monthly{int(a.season), season, directionOf(s, false), nil}, k + 1
	case a.is&phraseStart != 0:
		if h, to := phraseAt(l, k, l.holidays.Match); to > k {
			return feast{h, directionOf(s, false), nil}, to
		}
	case a.is&aUnit != 0:
		return l.steppedUnit(i, k, the, narrated)
	}
	return nil, i
}

// steppedUnit is the case of a unit at atom k, the step before it.
func (l *line) steppedUnit(i, k int, the, narrated bool) (meaning, int) {
	j := k - 1
	for !l.is(j, aStep) {
		j--
	}
	s, unit := l.at(j), l.at(k).unit
	end := k + 1
	if l.has(end, "or") && l.has(end+1, "so") {
		end += 2
	}
	switch {
	case unit < oneDay, l.at(k).norm == "quarter" && l.has(end, "of", "final", "-") && l.tag(end) != text.IN:
		return nil, i
	case l.has(end, "-") && l.tight(end):
		return nil, i
	case unit >= decade && s.step != 0:
		return length{quantity: quantity{n: 1}, unit: unit, anchor: int(s.step)}, end
	case s.step == 0:
		return current{unit: unit, reference: narrated, now: s.norm == "current"}, end
	case unit == quarter && s.step < 0 && l.has(j, "last", "past", "previous"):
		return shifted{n: -1, unit: quarter, reference: narrated}, end
	}
	return shifted{n: int(s.step), unit: unit, reference: narrated && !(s.norm == "next" && unit > week), spans: the && s.norm == "past"}, end
}

func directionOf(s *atom, narrated bool) direction {
	switch {
	case narrated && s.step == 0:
		return ofReference
	case s.step < 0:
		return lastOne
	case s.step > 0:
		return nextOne
	}
	return thisOne
}

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

// dayBefore is "the day before yesterday", "the day after the 19th", "the night before last" not, "the day before", "the week after".
func dayBefore(l *line, i int) (meaning, int) {
	a := l.at(i + 1)
	if !l.has(i, "the", "a") || a.is&aUnit == 0 || a.is&plural != 0 || a.unit < oneDay || !l.has(i+2, "before", "after", "following", "prior", "earlier", "later") {
		return nil, i
	}
	n := 1
	if l.has(i+2, "before", "prior", "earlier") {
		n = -1
	}
	j := l.skip(i+3, "to")
	if of, to := l.date(j); to > j && l.has(i, "the") && daily(of) {
		return shifted{n: n, unit: a.unit, of: of}, to
	}
	if l.has(i, "the") && l.stops(i+3) && l.has(i+2, "before", "after") {
		return shifted{n: n, unit: a.unit, reference: true}, i + 3
	}
	return nil, i
}

// stops reports whether what is said ends before atom i, or goes on without a noun phrase.
func (l *line) stops(i int) bool {
	if i >= len(l.atoms) {
		return true
	}
	switch t := l.tag(i); {
	case t >= text.Period && t <= text.RRB, t == text.CC, t == text.VBD, t == text.TO, t == text.WP, t == text.WDT:
		return true
	}
	return l.has(i, ".", ",", ";", ")", "and", "that", "in", "at", "to", "when", "by", "on")
}

// ordinalOf is "the third week of August", "the last day of the month", "the second Monday of May", "the first year of the war" not.
func ordinalOf(l *line, i int) (meaning, int) {
	j := l.skip(i, "the")
	n, j := l.ordinal(j)
	a := l.at(j)
	if n == 0 || a.is&(aUnit|aWeekday) == 0 || a.is&plural != 0 {
		return nil, i
	}
	of, end := l.dateAfter(j+1, "of", "in")
	switch {
	case of == nil:
		return nil, i
	case a.is&aWeekday != 0:
		return nthWeekday{n, int(a.weekday), of}, end
	case a.unit < oneDay:
		return nil, i
	}
	return nth{n, a.unit, of}, end
}

// weekOf is "the week of March 6", "the night of …" by another rule, "the year to June" not.
func weekOf(l *line, i int) (meaning, int) {
	a := l.at(i + 1)
	if a.is&aUnit == 0 || a.unit != week && a.unit != weekend && a.unit != month || a.is&plural != 0 {
		return nil, i
	}
	of, end := l.dateAfter(i+2, "of")
	if of == nil {
		return nil, i
	}
	return holding{a.unit, of}, end
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

// ago is "two days ago", "a year earlier", "three weeks later", "two hours from now", "two days after Monday", "a month before".
func ago(l *line, i int) (meaning, int) {
	j := l.skipApprox(i)
	q, j := l.amount(j)
	if j == i && !l.is(i, aUnit) || q.n == 0 && !q.half && !q.isVague {
		return nil, i
	}
	k := l.skipClass(j, filler)
	k = l.skip(k, "-")
	a := l.at(k)
	if a.is&aUnit == 0 {
		return nil, i
	}
	k++
	if l.has(k, "and") && l.has(k+1, "a") && l.is(k+2, theHalf) {
		q.half, k = true, k+3
	}
	if l.has(k, "or") && l.has(k+1, "so") {
		k += 2
	}
	told := newLength(q, a.unit)
	m := shifted{n: told.n, unit: told.unit, half: told.half, vague: q.isVague, compares: true}
	if a.unit == fortnight {
		m.n, m.unit = 2*q.n, week
	}
	return l.agoWord(i, k, m)
}

// agoWord reads the word that says from when the length counts.
func (l *line) agoWord(i, k int, m shifted) (meaning, int) {
	k = l.skip(k, "-")
	w := l.at(k)
	switch {
	case w.norm == "ago":
		m.n = -max(m.n, 1)
		return m, k + 1
	case w.norm == "from" && l.has(k+1, "now", "today"), w.norm == "hence":
		m.n = max(m.n, 1)
		if w.norm == "from" {
			k++
		}
		return m, k + 1
	case m.unit < oneDay:
		return nil, i
	case w.norm == "earlier" || w.norm == "later" || w.norm == "previously" || w.norm == "afterwards" || w.norm == "afterward":
		if l.has(k+1, "than") {
			return nil, i
		}
		m.n, m.reference = int(w.ago)*max(m.n, 1), true
		return m, k + 1
	case w.norm == "before" || w.norm == "after" || w.norm == "prior":
		m.n = max(m.n, 1)
		if w.norm != "after" {
			m.n = -m.n
		}
		if l.stops(k+1) && w.norm == "before" {
			m.reference = true
			return m, k + 1
		}
	}
	return nil, i
}

// yearAgo is "the year-ago quarter", "year-earlier": a year before the time at hand.
func yearAgo(l *line, i int) (meaning, int) {
	j := l.skip(i, "the", "a")
	j = l.skip(j, "comparable", "corresponding")
	if l.at(j).unit != year || l.is(j, plural) || !l.has(j+1, "-") || !l.has(j+2, "ago", "earlier") {
		return nil, i
	}
	k := j + 3
	if n, to := l.ordinal(k); n > 0 && n <= 4 && l.has(to, "quarter") {
		return yearBefore{monthly{3*n - 2, quarter, byTense, nil}}, to + 1
	}
	if l.has(k, "quarter") {
		return yearBefore{current{unit: quarter}}, k + 1
	}
	return shifted{n: -1, unit: year, compares: true}, l.skip(k, "quarter", "period")
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
