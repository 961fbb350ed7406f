package timex

// isoDate is "2016-09-19", "2016-09".
func isoDate(l *line, i int) (meaning, int) {
	a, b := l.at(i), l.at(i+2)
	if a.size != 4 || a.num < 1000 || a.num > 2200 || !l.has(i+1, "-", "/") || b.size != 2 || b.num < 1 || b.num > 12 || b.suffix != "" {
		return nil, i
	}
	if c := l.at(i + 4); l.has(i+3, "-", "/") && c.size == 2 && c.num >= 1 && c.num <= 31 {
		return calendarDate{a.num, b.num, c.num}, i + 5
	}
	if l.has(i+1, "/") || b.num > a.num%100 {
		return nil, i // "2012-13" is two years
	}
	return calendarDate{a.num, b.num, 0}, i + 3
}

// hyphenDate is "22-04-2016": the day stands first.
func hyphenDate(l *line, i int) (meaning, int) {
	a, b, c := l.at(i), l.at(i+2), l.at(i+4)
	if !l.has(i+1, "-") || !l.has(i+3, "-") || a.size > 2 || b.size != 2 || c.size != 4 || c.num < 1900 || c.num > 2200 || a.num < 1 || a.num > 31 || b.num < 1 || b.num > 12 || l.has(i+5, "-") {
		return nil, i
	}
	return calendarDate{c.num, b.num, a.num}, i + 5
}

// strokeDate is "19/09/2016", "9/19/16", "on 22/12", "19.09.2016" not. Where both numbers may be the month, it is the later date that is not
// after publication; else the month stands first, as Americans write.
func strokeDate(l *line, i int) (meaning, int) {
	a, b, c := l.at(i), l.at(i+2), l.at(i+4)
	if !l.has(i+1, "/") || b.is&digits == 0 || a.size > 2 || b.size > 2 {
		return nil, i
	}
	if !l.has(i+3, "/") {
		return l.dayStroke(i)
	}
	if c.size != 4 && c.size != 2 {
		return nil, i
	}
	y, end := l.yearNumber(i+4, true)
	date, other := calendarDate{y, a.num, b.num}, calendarDate{y, b.num, a.num}
	if published, _, known := l.Report.Published.Bounds(); !date.real() || known && other.real() && other.nearer(date, dayOf(published.Year(), int(published.Month()), published.Day())) {
		date = other
	}
	if !date.real() {
		return nil, i
	}
	return date, end
}

// dayStroke is "on 22/12": a day and its month, where the day can be no month and a preposition tells that it is no share.
func (l *line) dayStroke(i int) (meaning, int) {
	d, m := l.at(i).num, l.at(i+2).num
	if d <= 12 || d > 31 || m < 1 || m > 12 || !l.has(i-1, "on", "since", "until", "of", "from", "by") || !l.tight(i+1) || !l.tight(i+2) || isNoun(l.tag(i+3)) {
		return nil, i
	}
	return calendarDate{0, m, d}, i + 3
}
