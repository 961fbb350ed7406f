package timex

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
