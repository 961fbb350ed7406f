package timex

import (
	"fmt"

	"concord/text"
)

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

// repeated is a set of times.
type repeated struct{ written string }

func (m repeated) resolve(*narrative) result { return result{kind: "SET", value: m.written} }
