package timex

import "concord/text"

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
	q, end = l.more(q, end)
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

// more reads what may follow a unit that ends at atom i and belongs to the length: "and a half", "and months", "or so".
func (l *line) more(q quantity, i int) (quantity, int) {
	if h := l.halfAfter(i); h > i && l.has(i, "and") {
		q.half, i = true, h
	}
	if l.is(i-1, aUnit) && q.isVague && l.has(i, "and", "or") && l.is(i+1, aUnit) && l.is(i+1, plural) {
		i += 2
	}
	if l.has(i, "or") && l.has(i+1, "so") {
		i += 2
	}
	return q, i
}

// someDay is "one day": some day to come where the tense is the future, else its length.
type someDay struct{}

func (someDay) resolve(n *narrative) result {
	if n.tense == futureTense {
		return undated("FUTURE_REF")
	}
	return newLength(quantity{n: 1}, oneDay).resolve(n)
}

// halves are half a unit in whole smaller ones.
var halves = map[grain]length{
	minute:  {quantity: quantity{n: 30}, unit: second},
	hour:    {quantity: quantity{n: 30}, unit: minute},
	oneDay:  {quantity: quantity{n: 12}, unit: hour},
	month:   {quantity: quantity{n: 2}, unit: week},
	year:    {quantity: quantity{n: 6}, unit: month},
	decade:  {quantity: quantity{n: 5}, unit: year},
	century: {quantity: quantity{n: 50}, unit: year},
}

// newLength returns a length; half a unit alone is one of whole smaller ones.
func newLength(q quantity, unit grain) length {
	if half, known := halves[unit]; known && q.half && q.n == 0 && !q.isVague {
		return half
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
