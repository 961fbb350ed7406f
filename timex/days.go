package timex

import "concord/text"

// dayMonth is "19 September", "the 19th of September 2016", "30 DEC 89".
func dayMonth(l *line, i int) (meaning, int) {
	j := l.skip(i, "the")
	d, j := l.dayNumber(j)
	if d == 0 || l.is(i-1, digits) && l.tight(i) {
		return nil, i
	}
	j = l.skip(j, "-")
	j = l.skip(j, "of")
	if !l.isMonth(j) || l.has(j-1, "of") && l.at(i).suffix == "" && !l.is(j-2, anOrdinal) && !l.has(i, "the") {
		return nil, i
	}
	m := int(l.at(j).month)
	y, end := l.yearAfter(j+1, true)
	return calendarDate{y, m, d}, end
}

// monthDay is "September 19", "Sept. 19th, 2016", "March eighth".
func monthDay(l *line, i int) (meaning, int) {
	if !l.isMonth(i) {
		return nil, i
	}
	j := l.skip(i+1, "the")
	d, end := l.dayNumber(j)
	if d == 0 || l.is(end, meridiem) || l.has(end, "%") || l.has(end, ":") && l.tight(end+1) || l.at(end).is&aMonth != 0 {
		return nil, i
	}
	m := int(l.at(i).month)
	y, end := l.yearAfter(end, false)
	return calendarDate{y, m, d}, end
}

// sharedDay is a day whose month stands with its neighbour: "19" in "19 and 20 September", "23" in "September 19–23".
func sharedDay(l *line, i int) (meaning, int) {
	d, end := l.dayNumber(i)
	if d == 0 {
		return nil, i
	}
	if l.has(end, "and", "to", "-", "or", ",", "until", "through") || l.has(end, "/") && l.tight(end) && l.tight(end+1) {
		if m, to := dayMonth(l, end+1); to > end+1 {
			of := m.(calendarDate)
			of.day = d
			return of, end
		}
		if _, next := l.dayNumber(end + 1); next > end+1 && l.has(end, ",") {
			if m, to := sharedDay(l, end+1); to > end+1 {
				of := m.(calendarDate)
				of.day = d
				return of, end
			}
		}
	}
	if l.has(i-1, "-", "and", "to", "through") && !l.is(end, aUnit|aNumber|aScale|meridiem) && !l.has(end, "%", "-") {
		if before, _ := l.dayNumber(i - 2); before > 0 && before < d && l.isMonth(i-3) && !isNoun(l.tag(end)) {
			y, to := l.yearAfter(end, false)
			return calendarDate{y, int(l.at(i - 3).month), d}, to
		}
	}
	return nil, i
}

// dayOfMonth is "the 25th" where no noun follows.
func dayOfMonth(l *line, i int) (meaning, int) {
	a := l.at(i + 1)
	d, end := l.dayNumber(i + 1)
	if !l.has(i, "the") || d == 0 || a.is&digits == 0 || !isOrdinalSuffix(a.suffix) || !l.has(i-1, "on", "until", "by", "since", "from") {
		return nil, i
	}
	if next := l.tag(end); isNoun(next) || next == text.JJ || next == text.NNP || l.is(end, aUnit) || l.has(end, "-", "of") {
		return nil, i
	}
	return calendarDate{0, 0, d}, end
}
