package timex

import "concord/text"

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
