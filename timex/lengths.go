package timex

import (
	"fmt"

	"concord/text"
)

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

// unitAt reads the unit after a number: "-day", "more weeks", "trading days", "long months".
func (l *line) unitAt(i int) (grain, int) {
	j := l.skipClass(i, filler)
	j = l.skip(j, "-")
	if a := l.at(j); a.is&aUnit != 0 {
		return a.unit, j + 1
	}
	return noGrain, i
}

// lengthOf is "two weeks", "a three-day", "more than an hour", "half an hour", "2 1/2 years", "a minute and a half", "weeks",
// "several months", "years-long". An age ("34 years old", "34-year-old") is none.
func lengthOf(l *line, i int) (meaning, int) {
	j := l.skipApprox(i)
	q, k := l.amount(j)
	if k == j {
		long := l.has(j+1, "-") && l.has(j+2, "long") // "a second day-long meeting"
		if !l.is(j, aUnit) || !l.is(j, plural) && !long || j > i {
			return nil, i
		}
		q = quantity{isVague: l.is(j, plural), n: 1}
	}
	unit, end := l.unitAt(k)
	if unit == noGrain || l.wrongUnit(j, k, end) {
		return nil, i
	}
	if h := l.halfAfter(end); h > end && l.has(end, "and") {
		q.half, end = true, h
	}
	if l.is(end-1, aUnit) && q.isVague && l.has(end, "and", "or") && l.is(end+1, aUnit) && l.is(end+1, plural) {
		end += 2
	}
	if l.has(end, "or") && l.has(end+1, "so") {
		end += 2
	}
	if l.is(j, digits|aNumber|aScale) && unit < oneDay && l.has(end, "a", "per") && l.at(end+1).unit >= oneDay && !l.is(end+1, plural) {
		return repeated{newLength(q, unit).value()}, end + 2 // "18 hours a day"
	}
	if l.lasting(end) {
		return newLength(q, unit), end + 2
	}
	if l.age(end) {
		return nil, i
	}
	if l.has(end, "-") && l.has(end+1, "long") {
		end += 2
	}
	if l.has(i, "one") && unit == oneDay && end == i+2 && !l.has(i-1, "in", "for", "within", "after", "than", "by", "only", "just") {
		return someDay{}, end
	}
	return newLength(q, unit), end
}

// someDay is "one day": some day to come where the tense is the future, else its length.
type someDay struct{}

func (someDay) resolve(n *narrative) result {
	if n.tense == futureTense {
		return undated("FUTURE_REF")
	}
	return newLength(quantity{n: 1}, oneDay).resolve(n)
}

// newLength turns half a unit alone into whole smaller ones.
func newLength(q quantity, unit grain) length {
	if q.half && q.n == 0 && !q.isVague {
		switch unit {
		case minute:
			return length{quantity: quantity{n: 30}, unit: second}
		case hour:
			return length{quantity: quantity{n: 30}, unit: minute}
		case oneDay:
			return length{quantity: quantity{n: 12}, unit: hour}
		case year:
			return length{quantity: quantity{n: 6}, unit: month}
		case month:
			return length{quantity: quantity{n: 2}, unit: week}
		case decade:
			return length{quantity: quantity{n: 5}, unit: year}
		case century:
			return length{quantity: quantity{n: 50}, unit: year}
		}
	}
	return length{quantity: q, unit: unit}
}

// wrongUnit reports whether the unit before end is no length here: "a second attack", "three quarters of the town", "one day"
// meaning some day, "quarter-final".
func (l *line) wrongUnit(j, k, end int) bool {
	unit := l.at(end - 1)
	switch {
	case l.has(j, "a", "an") && l.is(j-1, far):
		return true // "95 miles an hour"
	case unit.norm == "second":
		return l.has(j, "a") || l.is(end, anOrdinal)
	case unit.unit == quarter && k == j:
		return true // "such quarters"
	case unit.unit == quarter:
		return l.has(end, "of", "-") && !l.is(j, vague) || l.has(j, "a")
	case unit.norm == "min" || unit.norm == "sec":
		return !l.is(j, digits)
	case l.has(j, "a") && k == j+1 && unit.is&plural != 0:
		return true
	case unit.is&plural == 0 && unit.unit >= oneDay && l.at(j).size == 4 && len(l.at(j).norm) == 4 && k == j+1:
		return true // "the 2015 quarter"
	case k == j && l.has(end, "'s", "'"):
		return true
	}
	return false
}

// age reports whether what follows makes a length an age.
func (l *line) age(i int) bool {
	j := l.skip(i, "-")
	return l.has(j, "old", "olds", "older", "younger") || l.has(i, "of") && l.has(i+1, "age")
}

// lasting reports whether what follows makes a length the age of something that lasts: "a two-year-old siege".
func (l *line) lasting(i int) bool {
	return l.has(i, "-") && l.has(i+1, "old") && (l.is(i+2, lasts) || l.is(i+3, lasts) && l.tag(i+2) >= text.JJ && l.tag(i+2) <= text.JJS)
}

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
	q, end := l.amount(k)
	if end == k && l.has(k, "couple") {
		q, end = quantity{n: 2}, l.skip(k+1, "of")
	}
	if end == k {
		q.isVague = true
	}
	unit, to := l.unitAt(end)
	if unit == noGrain || !l.is(to-1, plural) && q.n != 1 || l.age(to) {
		return nil, i
	}
	if bare := end == j+1 && j == i; bare && l.has(j, "coming", "past", "future") {
		return untold{int(a.step)}, to
	}
	m := newLength(q, unit)
	m.anchor = int(a.step)
	if l.has(to, "or") && l.has(to+1, "so") {
		to += 2
	}
	if of, end := l.dateAfter(to, "of"); of != nil {
		if unit == quarter && q.n == 2 && hasYear(of) {
			return monthly{4 - 3*sign(int(a.ordinal)), half, byTense, of}, end // "the first two quarters of 1990"
		}
		m.of = of
		m.anchor = sign(int(a.ordinal))
		return m, to
	}
	if a.ordinal == 1 {
		m.anchor = 0
	}
	return m, to
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

// everyUnit is "every day", "each Thursday", "every two weeks", "every other week", "each July", "every morning".
func everyUnit(l *line, i int) (meaning, int) {
	j := l.skip(i+1, "single", "other")
	n := 1
	if l.has(j-1, "other") {
		n = 2
	}
	q, end := l.amount(j)
	if end > j && (q.n > 0 || q.isVague) {
		n, j = q.n, end
	}
	a := l.at(j)
	switch {
	case a.is&aWeekday != 0:
		value := fmt.Sprintf("XXXX-WXX-%d", a.weekday)
		if l.is(j+1, aPart) {
			return repeated{value + "T" + l.at(j+1).part}, j + 2
		}
		return repeated{value}, j + 1
	case l.isMonth(j):
		return repeated{fmt.Sprintf("XXXX-%02d", a.month)}, j + 1
	case a.is&aSeason != 0:
		return repeated{"XXXX" + monthly{month: int(a.season), grain: season}.in(2000).value()[4:]}, j + 1
	case a.is&aPart != 0:
		return repeated{"XXXX-XX-XXT" + a.part}, j + 1
	case a.is&aUnit != 0:
		return repeated{length{quantity: quantity{n: n, isVague: q.isVague && end > i+1}, unit: a.unit}.value()}, j + 1
	}
	return nil, i
}

// oftenWord is "daily", "weekly", "annually".
func oftenWord(l *line, i int) (meaning, int) {
	if l.capital(i) && (l.capital(i+1) || l.capital(i-1)) || l.capital(i+1) || (l.tag(i-1) == text.NN || l.tag(i-1) == text.NNP) && isVerb(l.tag(i+1)) {
		return nil, i // "Daily Mail", "the daily Al-Safir", "a Beirut daily said"
	}
	return repeated{l.at(i).often}, i + 1
}

// weekdays is "Tuesdays", "Tuesday nights".
func weekdays(l *line, i int) (meaning, int) {
	a := l.at(i)
	value := fmt.Sprintf("XXXX-WXX-%d", a.weekday)
	switch {
	case l.is(i+1, aPart) && l.is(i+1, plural):
		return repeated{value + "T" + l.at(i+1).part}, i + 2
	case a.is&plural != 0:
		return repeated{value}, i + 1
	}
	return nil, i
}

// perUnit is the rate in "three times a day", "five people a week", "10 tonnes per month".
func perUnit(l *line, i int) (meaning, int) {
	unit := l.at(i + 1)
	if !l.has(i, "a", "an") || unit.is&aUnit == 0 || unit.is&plural != 0 || unit.unit < hour || l.is(i-1, far) || l.is(i+2, anAgo) || l.has(i+2, "-", "or") {
		return nil, i
	}
	if before := l.tag(i - 1); before == text.NNS && l.is(i-2, digits|aNumber|aScale) || before == text.CD || l.has(i-1, "once", "twice", "times", "%") {
		return repeated{length{quantity: quantity{n: 1}, unit: unit.unit}.value()}, i + 2
	}
	return nil, i
}

// fixedPhrase is a phrase of times_fixed.tsv.
func fixedPhrase(l *line, i int) (meaning, int) {
	if f, end := phraseAt(l, i, l.fixed.Match); end > i && !(l.has(end-1, "past") && l.is(end, digits|aNumber)) && !(l.has(i, "in") && l.has(i+1, "future") && isNoun(l.tag(end))) && !(l.capital(end-1) && end < len(l.atoms) && l.is(i, determiner)) {
		return constant{f}, end
	}
	return nil, i
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
