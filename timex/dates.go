package timex

import (
	"strings"

	"concord/text"
)

// dayNumber reads a day of the month at atom i: "19", "19th", "nineteenth", "twenty-first"; 0 where there is none.
func (l *line) dayNumber(i int) (n, end int) {
	a := l.at(i)
	switch {
	case a.is&digits != 0 && a.size <= 2 && a.num >= 1 && a.num <= 31 && a.norm[0] != '\'' &&
		(a.suffix == "" || isOrdinalSuffix(a.suffix)):
		return a.num, i + 1
	case a.is&anOrdinal != 0 && a.ordinal > 0 && a.ordinal <= 31:
		return int(a.ordinal), i + 1
	case a.is&aNumber != 0 && a.number >= 20 && a.number <= 30:
		j := l.skip(i+1, "-")
		if next := l.at(j); next.is&anOrdinal != 0 && next.ordinal > 0 && next.ordinal < 10 && int(a.number+next.ordinal) <= 31 {
			return int(a.number + next.ordinal), j + 1
		}
	}
	return 0, i
}

func isOrdinalSuffix(s string) bool { return s == "st" || s == "nd" || s == "rd" || s == "th" }

// yearNumber reads a year at atom i, also "'98" and, where short is allowed, "98".
func (l *line) yearNumber(i int, short bool) (y, end int) {
	a := l.at(i)
	switch {
	case l.has(i, "'") && l.tight(i+1) && l.at(i+1).size == 2 && l.at(i+1).suffix == "":
		return fullYear(l.at(i + 1).num), i + 2
	case a.is&digits == 0 || a.suffix != "" || strings.ContainsAny(a.norm, ",."):
		return 0, i
	case a.size == 4 && a.num >= 1000 && a.num < 2200:
		return a.num, i + 1
	case a.size == 2 && (short || a.norm[0] == '\''):
		return fullYear(a.num), i + 1
	}
	return 0, i
}

// fullYear gives a year of two digits its century: those to 40 are of the 21st.
func fullYear(n int) int {
	if n <= 40 {
		return 2000 + n
	}
	return 1900 + n
}

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

// real reports whether there is such a day.
func (m calendarDate) real() bool { return m.month >= 1 && m.month <= 12 && m.day >= 1 && m.day <= 31 }

// nearer reports whether a date is not after the day of publication and nearer to it than the other, or the other is after it.
func (m calendarDate) nearer(other calendarDate, published day) bool {
	a, b := dayOf(m.year, m.month, m.day), dayOf(other.year, other.month, other.day)
	return a <= published && (a > b || b > published)
}

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

// yearAfter reads the year that may follow a day and month, with a comma or without.
func (l *line) yearAfter(i int, short bool) (y, end int) {
	j := l.skip(i, ",")
	j = l.skip(j, "-")
	if y, end := l.yearNumber(j, short && j == i && !l.is(j+1, meridiem|aUnit) && !l.has(j+1, ":", "%", "people")); y > 0 {
		return y, end
	}
	if j == i {
		if y, end := l.spelledYear(i); y > 0 {
			return y, end
		}
	}
	return 0, i
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

// yearLike returns "last year", "this year", "that year", "the same year" at atom i.
func (l *line) yearLike(i int) (meaning, int) {
	j := l.skip(i, "the", "that")
	if !l.is(j, aStep) {
		j = i
	}
	if l.is(j, aStep) && l.at(j+1).unit == year {
		return stepped(l, i)
	}
	return nil, i
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

func isNoun(t text.Tag) bool { return t == text.NN || t == text.NNS }

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

// yearAlone is "2011": four digits that count nothing.
func yearAlone(l *line, i int) (meaning, int) {
	a := l.at(i)
	y, end := l.yearNumber(i, false)
	if y == 0 || a.size != 4 && !l.has(i-1, "in", "of", "since", "-") || l.has(i-1, "$", "£", "€", "no.", "number", "#", ".", ":", "+", "/") {
		return nil, i
	}
	if l.is(end, meridiem|zone|aScale|aUnit) || l.has(end, "%", "percent", "km", "miles", ":", "/", "hours") {
		return nil, i
	}
	if l.has(end, "-") && l.tight(end) && l.is(end+1, digits) && (l.at(end+1).num > 2200 || l.has(end+2, "-")) {
		return nil, i // a number of a telephone or a file
	}
	if l.has(i-1, "-") && l.tight(i) && l.at(i-2).num >= 0 && l.at(i-2).size != 4 && !l.is(i-2, aMonth) && l.at(i-2).size > 2 {
		return nil, i
	}
	if y < 1900 || y > 2059 {
		if y > 2059 && !l.has(i-1, "in", "by", "until", "of") {
			return nil, i
		}
		if !l.has(i-1, "in", "since", "of", "until", "from", "to", "by", "before", "after", "(", "-", "and", "early", "late") || l.tag(end) == text.NNS {
			return nil, i
		}
		if l.has(i-1, "(") && l.has(end, ")") {
			return nil, i // how often a page was read
		}
		return exactly{period{dayOf(y, 1, 1), year}}, end
	}
	if counts(l, i, end) {
		return nil, i
	}
	return exactly{period{dayOf(y, 1, 1), year}}, end
}

// counts reports whether the number at [i, end) counts the plural noun after it.
func counts(l *line, i, end int) bool {
	if l.has(i-1, "about", "some", "nearly", "almost", "over", "than", "least", "approximately", "roughly", "around") {
		return true
	}
	noun := end
	for l.tag(noun) == text.JJ {
		noun++
	}
	return l.tag(noun) == text.NNS && !l.is(i-1, determiner) && !l.has(i-1, "in", "of", "since", "'s") && l.tag(i-1) != text.JJ
}

// spelledYear reads "nineteen ninety-seven", "two thousand (and) eleven".
func (l *line) spelledYear(i int) (y, end int) {
	a := l.at(i)
	if a.is&aNumber == 0 {
		return 0, i
	}
	if a.number == 2 && l.at(i+1).scale == 1000 {
		j := l.skip(i+2, "and")
		if n, end := l.underHundred(j); n > 0 {
			return 2000 + n, end
		}
		return 2000, i + 2
	}
	if a.number >= 14 && a.number <= 20 {
		if n, end := l.underHundred(i + 1); n >= 10 {
			return int(a.number)*100 + n, end
		}
	}
	return 0, i
}

// underHundred reads "ninety-seven", "eleven".
func (l *line) underHundred(i int) (n, end int) {
	a := l.at(i)
	if a.is&aNumber == 0 {
		return 0, i
	}
	n, end = int(a.number), i+1
	if n >= 20 {
		j := l.skip(end, "-")
		if b := l.at(j); b.is&aNumber != 0 && b.number < 10 {
			return n + int(b.number), j + 1
		}
	}
	return n, end
}

// yearInWords is "nineteen ninety-seven". "Two thousand" needs "the year" or "in" before it.
func yearInWords(l *line, i int) (meaning, int) {
	y, end := l.spelledYear(i)
	if y == 0 || l.tag(end) == text.NNS || l.is(end, aUnit|aScale) || l.at(i).number == 2 && !l.has(i-1, "year") {
		return nil, i
	}
	return exactly{period{dayOf(y, 1, 1), year}}, end
}

// periodOfYear is "the 2015 quarter", "the 2015 period": the quarter at hand as it was in that year.
func periodOfYear(l *line, i int) (meaning, int) {
	y, j := l.yearNumber(i+1, false)
	if !l.has(i, "the") || y == 0 || !l.has(j, "quarter", "period") {
		return nil, i
	}
	return sameQuarter{exactly{period{dayOf(y, 1, 1), year}}}, j + 1
}

// fiscalYear is "the year 2011", "fiscal 1989", "the fiscal year 2011".
func fiscalYear(l *line, i int) (meaning, int) {
	j := l.skip(i, "the")
	j = l.skip(j, "fiscal", "financial")
	j = l.skip(j, "year")
	if j == i || l.has(j-1, "the") {
		return nil, i
	}
	if y, end := l.yearNumber(j, false); y > 0 {
		return exactly{period{dayOf(y, 1, 1), year}}, end
	}
	if y, end := l.spelledYear(j); y > 0 {
		return exactly{period{dayOf(y, 1, 1), year}}, end
	}
	return nil, i
}

// decadeNamed is "the 1990s", "the '80s", "the nineties", "the early 1990s", "the mid-1990s".
func decadeNamed(l *line, i int) (meaning, int) {
	j := l.skip(i, "the")
	if k := l.skip(j, "early", "late", "mid"); k > j {
		j = l.skip(k, "-", "to")
		j = l.skip(j, "late")
		j = l.skip(j, "-")
	}
	j = l.skip(j, "'")
	a := l.at(j)
	switch {
	case a.is&digits != 0 && (a.suffix == "s" || a.suffix == "'s") && a.size == 4 && a.num%10 == 0 && a.num >= 1000 && a.num < 2100:
		return exactly{period{dayOf(a.num, 1, 1), decade}}, j + 1
	case a.is&digits != 0 && a.suffix == "s" && a.size == 2 && a.num%10 == 0 && (a.norm[0] == '\'' || l.has(j-1, "the", "early", "late", "'")):
		return exactly{period{dayOf(fullYear(max(a.num, 20)), 1, 1), decade}}, j + 1
	case a.is&aDecade != 0 && j > i && !l.has(i-1, "in") || a.is&aDecade != 0 && l.has(i, "the") && l.has(i-1, "in", "of", "since", "during"):
		return exactly{period{dayOf(fullYear(max(int(a.decade), 41)), 1, 1), decade}}, j + 1
	}
	return nil, i
}

// centuryNamed is "the 20th century", "the nineteenth century".
func centuryNamed(l *line, i int) (meaning, int) {
	j := l.skip(i, "the")
	j = l.skip(j, "early", "late", "mid")
	j = l.skip(j, "-")
	n, end := l.ordinal(j)
	end = l.skip(end, "-")
	if n < 1 || n > 30 || l.at(end).unit != century {
		return nil, i
	}
	return exactly{period{dayOf(n*100-99, 1, 1), century}}, end + 1
}

// ordinal reads "third", "3rd", "twenty-first", "last" (-1); 0 where there is none.
func (l *line) ordinal(i int) (n, end int) {
	a := l.at(i)
	if a.is&digits != 0 && isOrdinalSuffix(a.suffix) {
		return a.num, i + 1
	}
	if a.is&anOrdinal != 0 {
		return int(a.ordinal), i + 1
	}
	if n, end := l.dayNumber(i); n > 0 && a.is&digits == 0 {
		return n, end
	}
	return 0, i
}

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

// yearly reports whether a meaning is a year.
func yearly(m meaning) bool {
	switch m := m.(type) {
	case exactly:
		return m.grain == year
	case shifted:
		return m.unit == year
	case current:
		return m.unit == year
	case calendarDate:
		return m.month == 0 && m.year > 0
	}
	return false
}

// seasonNamed is "the summer of 2012", "summer 2012", "in the spring", "spring of last year".
func seasonNamed(l *line, i int) (meaning, int) {
	j := l.skip(i, "the")
	a := l.at(j)
	if a.is&aSeason == 0 || a.is&plural != 0 {
		return nil, i
	}
	m := monthly{int(a.season), season, byTense, nil}
	k := l.skip(j+1, "of", ",")
	if y, to := l.yearAfter(k, false); y > 0 {
		m.of = exactly{period{dayOf(y, 1, 1), year}}
		return m, to
	}
	if of, to := l.yearLike(k); to > k {
		m.of = of
		return m, to
	}
	asTime := l.has(i-1, "in", "by", "during", "since", "until", "till", "through", "before", "after", "over", "into", "throughout", "early", "late")
	if !asTime || l.has(j+1, "of") || a.norm == "fall" && j == i || isNoun(l.tag(j+1)) || l.has(j+1, "-") {
		return nil, i
	}
	return m, j + 1
}

// holidayNamed is a feast of holidays.tsv, with the year that may follow: "Easter", "Christmas Day 2012", "Easter last year".
func holidayNamed(l *line, i int) (meaning, int) {
	h, j := phraseAt(l, i, l.holidays.Match)
	if j == i {
		return nil, i
	}
	k := l.skip(j, "of", ",", "in")
	if y, to := l.yearNumber(k, false); y > 0 {
		return feast{h, byTense, exactly{period{dayOf(y, 1, 1), year}}}, to
	}
	if of, to := l.yearLike(k); to > k {
		return feast{h, byTense, of}, to
	}
	if a := l.at(j); a.is&aUnit != 0 && (a.unit == week || a.unit == weekend) && a.is&plural == 0 {
		return holding{a.unit, feast{h, byTense, nil}}, j + 1
	}
	return feast{h, byTense, nil}, j
}
