package timex

import (
	"strings"

	"concord/text"
)

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
