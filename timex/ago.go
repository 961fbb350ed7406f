package timex

import "concord/text"

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
