package timex

import "concord/text"

// anchored is "the last two weeks", "the past few days", "the next 24 hours", "recent weeks", "the coming months", "the first nine
// months of 1989", "these three days".
func anchored(l *line, i int) (meaning, int) {
	j := l.skip(i, "the", "this", "these", "those", "its", "his", "their")
	a := l.at(j)
	ordinal, isStep := a.is&anOrdinal != 0 && (a.ordinal == 1 || a.ordinal == -1), a.is&aStep != 0 && a.step != 0
	if !ordinal && !isStep {
		return theLength(l, i, j)
	}
	if j == i && l.has(j, "last") && (l.has(i-1, "to") && !l.is(i-2, digits) || l.tag(i-1) == text.MD) {
		return nil, i // "is to last two weeks"
	}
	k := l.skipApprox(j + 1)
	if k > j+1 && j == i {
		return nil, i // "may last over a week"
	}
	q, end := l.unitsAt(k)
	unit, to := l.unitAt(end)
	if unit == noGrain || !l.is(to-1, plural) && q.n != 1 || l.age(to) {
		return nil, i
	}
	if bare := end == j+1 && j == i; bare && l.has(j, "coming", "past", "future") {
		return untold{int(a.step)}, to
	}
	if l.has(to, "or") && l.has(to+1, "so") {
		to += 2
	}
	return l.edgeLength(a, newLength(q, unit), to)
}

// unitsAt reads how many units atom i tells of; where it tells no number the units are vague.
func (l *line) unitsAt(i int) (quantity, int) {
	q, end := l.amount(i)
	switch {
	case end > i:
		return q, end
	case l.has(i, "couple"):
		return quantity{n: 2}, l.skip(i+1, "of")
	}
	q.isVague = true
	return q, i
}

// edgeLength anchors a length that ends at atom end by the step or ordinal before it: to the time at hand, or to an end of the time that
// follows.
func (l *line) edgeLength(a *atom, m length, end int) (meaning, int) {
	if of, last := l.dateAfter(end, "of"); of != nil {
		if m.unit == quarter && m.n == 2 && hasYear(of) {
			return monthly{4 - 3*sign(int(a.ordinal)), half, byTense, of}, last // "the first two quarters of 1990"
		}
		m.of, m.anchor = of, sign(int(a.ordinal))
		return m, end
	}
	m.anchor = int(a.step)
	if a.ordinal == 1 {
		m.anchor = 0
	}
	return m, end
}

// untold is a stretch of which no length is told: "in coming months".
type untold struct{ step int }

func (m untold) resolve(*narrative) result { return undated(shifted{n: m.step}.far()) }

// theLength is "the nine months", "those two weeks".
func theLength(l *line, i, j int) (meaning, int) {
	if j == i {
		return nil, i
	}
	q, end := l.amount(j)
	if end == j || l.has(j, "a", "an") {
		return nil, i
	}
	unit, to := l.unitAt(end)
	if unit == noGrain || l.age(to) || l.wrongUnit(j, end, to) || !l.is(to-1, plural) {
		return nil, i
	}
	return newLength(q, unit), to
}

// recentUnits is "recent weeks", "recent days and weeks".
func recentUnits(l *line, i int) (meaning, int) {
	a := l.at(i + 1)
	if !l.has(i, "recent") || a.is&aUnit == 0 || a.is&plural == 0 {
		return nil, i
	}
	end := i + 2
	if l.has(end, "and", "or") && l.is(end+1, aUnit) && l.is(end+1, plural) {
		end += 2
	}
	return length{quantity: quantity{isVague: true}, unit: a.unit}, end
}
