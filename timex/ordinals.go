package timex

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
