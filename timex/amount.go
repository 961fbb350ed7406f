package timex

// quantity is how many units.
type quantity struct {
	n       int
	half    bool // and a half
	isVague bool // "a few", "several", a plural alone
}

// skipApprox skips "about", "more than", "at least", "up to", "no more than" before a number.
func (l *line) skipApprox(i int) int {
	j := l.skip(i, "as")
	for l.is(j, approx) || j > i && l.has(j, "than", "to", "as", "much", "many", "little") {
		if l.has(j, "some", "another") && !l.is(j+1, digits|aNumber) {
			break
		}
		j++
	}
	if j > i && !l.is(j, digits|aNumber|determiner|vague|theHalf|aScale) || l.has(j-1, "as", "no", "at", "up") {
		return i
	}
	return j
}

// amount reads a number of units: "3", "2 1/2", "twenty-four", "a", "a couple of", "a few", "several", "two to three" (two),
// "half a"; end is i where there is none.
func (l *line) amount(i int) (q quantity, end int) {
	a := l.at(i)
	switch {
	case a.is&digits != 0 && a.suffix == "" && a.norm[0] != '\'':
		q, end = quantity{n: a.num}, i+1
		if half := l.halfAfter(end); half > end {
			q.half, end = true, half
		}
	case a.is&digits != 0 && a.suffix == ".5":
		q, end = quantity{n: a.num, half: true}, i+1
	case l.has(i, "a", "an"):
		q, end = l.afterArticle(i)
	case a.is&theHalf != 0 && l.has(i+1, "a", "an"):
		return quantity{half: true}, i + 2
	case a.is&(aNumber|aScale) != 0:
		q.n, end = l.cardinal(i)
		if half := l.halfAfter(end); half > end {
			q.half, end = true, half
		}
	case a.is&vague != 0 && !l.has(i-1, "as"):
		return quantity{isVague: true}, l.skip(i+1, "of")
	default:
		return q, i
	}
	return q, l.rangeTail(end)
}

// halfAfter skips "1/2", "and a half" after a number.
func (l *line) halfAfter(i int) int {
	j := l.skip(i, "-")
	switch {
	case l.at(j).num == 1 && l.has(j+1, "/") && l.at(j+2).num == 2:
		return j + 3
	case l.has(j, "½"):
		return j + 1
	case l.has(j, "and") && l.has(j+1, "a") && l.is(j+2, theHalf):
		return j + 3
	}
	return i
}

// afterArticle reads "a", "a couple of", "a few", "a dozen", "a hundred", "a half".
func (l *line) afterArticle(i int) (quantity, int) {
	switch {
	case l.has(i+1, "couple"):
		return quantity{n: 2}, l.skip(i+2, "of")
	case l.has(i+1, "dozen"):
		return quantity{n: 12}, i + 2
	case l.is(i+1, vague):
		return quantity{isVague: true}, l.skip(i+2, "of")
	case l.is(i+1, aScale):
		return quantity{n: int(l.at(i + 1).scale)}, i + 2
	case l.is(i+1, theHalf):
		return quantity{half: true}, l.skip(i+2, "-")
	}
	return quantity{n: 1}, i + 1
}

// cardinal reads a number in words.
func (l *line) cardinal(i int) (n, end int) {
	end = i
	for {
		if m, to := l.underHundred(end); to > end && (end == i || l.is(end-1, aScale) || l.has(end-1, "and")) {
			n, end = n+m, to
		} else if s := l.at(end); s.is&aScale != 0 {
			n, end = max(n, 1)*int(s.scale), end+1
		} else if l.has(end, "and") && end > i && l.is(end-1, aScale) && l.is(end+1, aNumber) {
			end++
		} else {
			return n, end
		}
	}
}

// rangeTail skips the second number of "two to three", "12 or 18", "five-to-six".
func (l *line) rangeTail(i int) int {
	j := l.skip(i, "-")
	if !l.has(j, "to", "or", "-") && j == i {
		return i
	}
	j = l.skip(j, "to", "or")
	j = l.skip(j, "-")
	if l.is(j, digits) && l.at(j).suffix == "" {
		return j + 1
	}
	if _, end := l.cardinal(j); end > j {
		return end
	}
	return i
}
