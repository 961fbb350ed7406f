package timex

import "fmt"

// dateRange is "May 15-24", "5–6 April 2016", "1980-88", "4/5 May": two dates that a dash or a stroke joins.
func dateRange(l *line, i int) (meaning, int) {
	if !l.has(i+1, "-", "/") && !l.has(i+2, "-") && !l.has(i+3, "-") && !l.has(i+4, "-") {
		return nil, i
	}
	first, dash := l.rangeEnd(i, "")
	if dash == i || !l.has(dash, "-") && !(l.has(dash, "/") && l.tight(dash) && l.tight(dash+1)) {
		return nil, i
	}
	last, end := l.rangeEnd(dash+1, l.at(i).norm)
	if end == dash+1 || l.has(end, "-", "/") {
		return nil, i
	}
	from, to := first.(calendarDate), last.(calendarDate)
	if from.year == 0 {
		from.year = to.year
	}
	if from.finest() != to.finest() || !from.before(to) {
		return nil, i
	}
	return stretch{from, to}, end
}

// rangeEnd reads a date at either end of a range; a year of two digits is one of the century of the year before the dash.
func (l *line) rangeEnd(i int, before string) (meaning, int) {
	if y, end := l.yearNumber(i, false); y > 0 && l.at(i).size == 4 {
		if l.has(end, "-", "/") && l.tight(end) || before != "" && l.tight(i) {
			return calendarDate{y, 0, 0}, end
		}
		return nil, i
	}
	if a := l.at(i); len(before) == 4 && a.size == 2 && a.suffix == "" && l.tight(i) && before[0] != '\'' {
		century := calendarDate{fullYear(a.num), 0, 0}
		fmt.Sscan(before[:2], &century.year)
		century.year = century.year*100 + a.num
		return century, i + 1
	}
	for _, rule := range []func(*line, int) (meaning, int){monthDay, dayMonth, sharedDay, monthAlone} {
		if m, end := rule(l, i); end > i {
			if date, ok := m.(calendarDate); ok {
				return date, end
			}
		}
	}
	return nil, i
}

// stretch is the time from one date to another, both included.
type stretch struct{ from, to calendarDate }

func (m stretch) resolve(n *narrative) result {
	r := result{kind: "DURATION", value: length{quantity: quantity{n: m.count()}, unit: m.to.finest()}.value()}
	from, to := m.from.resolve(n), m.to.resolve(n)
	if from.known && to.known {
		r.known, r.first, r.last = true, from.first, to.last
	}
	return r
}

// count is how many days, months or years there are; a year that is not told is taken to be no leap year.
func (m stretch) count() int {
	a, b := m.from, m.to
	if a.year == 0 && b.year == 0 {
		a.year, b.year = 2001, 2001
	}
	switch m.to.finest() {
	case year:
		return b.year - a.year + 1
	case month:
		return (b.year-a.year)*12 + b.month - a.month + 1
	}
	return int(dayOf(b.year, b.month, b.day)-dayOf(a.year, a.month, a.day)) + 1
}
