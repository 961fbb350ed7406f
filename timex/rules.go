package timex

import (
	"math/bits"

	"concord/text"
)

// rule is one way to write a time. It is tried at atoms of the classes in first; match returns what the words from atom i on
// mean, and the atom after them, i where they are no such time. Of several that match, the longest wins, then the first.
type rule struct {
	name  string
	first class
	match func(l *line, i int) (meaning, int)
	date  bool // names a date that others may build on: "the end of …"
}

// allRules lists the rules by the file that holds them. rules_test.go shows of each what it must and what it must not match.
func allRules() []rule {
	return []rule{
		// dates.go
		{"iso date", digits, isoDate, true},
		{"stroke date", digits, strokeDate, true},
		{"hyphen date", digits, hyphenDate, true},
		{"day and month", digits | anOrdinal | determiner, dayMonth, true},
		{"month and day", aMonth, monthDay, true},
		{"month", aMonth, monthAlone, true},
		{"day that shares a month", digits, sharedDay, true},
		{"day of the month", determiner, dayOfMonth, true},
		{"from day to day", digits | aMonth, dateRange, false},
		{"year", digits, yearAlone, true},
		{"year in words", aNumber, yearInWords, true},
		{"the year so-and-so", determiner | filler, fiscalYear, true},
		{"the quarter of a year", determiner, periodOfYear, true},
		{"decade", digits | aDecade | determiner, decadeNamed, true},
		{"century", digits | anOrdinal | determiner, centuryNamed, true},
		{"quarter or half", anOrdinal | digits | determiner | filler, quarterNamed, true},
		{"season", aSeason | determiner, seasonNamed, true},
		{"holiday", phraseStart, holidayNamed, true},
		// relative.go
		{"weekday", aWeekday, weekdayNamed, true},
		{"today", deictic, deicticDay, true},
		{"last week", aStep | determiner, stepped, true},
		{"the week", determiner, theUnit, true},
		{"the day before", determiner, dayBefore, true},
		{"ordinal of", anOrdinal | determiner | digits, ordinalOf, true},
		{"the week of", determiner, weekOf, true},
		{"the same quarter of a year", determiner, comparable, true},
		{"of a year", determiner | aStep, possessed, true},
		{"end of", anEdge | determiner, edgeOfDate, true},
		{"year-ago", aUnit | determiner, yearAgo, true},
		{"year-end", aUnit | determiner, unitEnd, true},
		{"two days ago", digits | aNumber | determiner | vague | approx | aUnit | theHalf | aScale, ago, true},
		// hours.go
		{"part of the day", aPart | determiner | aWeekday | deictic | aStep | digits | aMonth | anEdge, dayPart, false},
		{"night of", determiner | aPart, partOfDate, false},
		{"tonight", aNight, nightNamed, false},
		{"clock", digits | aPoint | aNumber, clockTime, false},
		{"clock after date", aWeekday | deictic | aMonth | digits | aStep, dateClock, false},
		// lengths.go
		{"last two weeks", aStep | determiner, anchored, false},
		{"recent weeks", phraseStart, recentUnits, false},
		{"a day, as a rate", determiner | approx, perUnit, false},
		{"length", digits | aNumber | aScale | determiner | vague | approx | theHalf | aUnit, lengthOf, false},
		{"every", every, everyUnit, false},
		{"daily", often, oftenWord, false},
		{"Tuesdays", aWeekday, weekdays, false},
		{"fixed phrase", phraseStart, fixedPhrase, false},
	}
}

// ruleSet is a set of rules by their place in the list, of at most 64.
type ruleSet uint64

// startsOf returns for each class the rules that are tried at its words, and those rules that name dates.
func startsOf(rules []rule) (starts [classBits]ruleSet, dates ruleSet) {
	for k := range rules {
		for c := range starts {
			if rules[k].first&(1<<c) != 0 {
				starts[c] |= 1 << k
			}
		}
		if rules[k].date {
			dates |= 1 << k
		}
	}
	return starts, dates
}

// opening are the classes of words that open a time and tell none themselves: "the", "some", "about". Of the next openReach atoms one
// tells it, but in phrases of a table.
const (
	opening   = determiner | vague | approx | phraseStart
	openReach = 6
)

// opens reports whether a word that may tell a time follows atom i.
func (l *line) opens(i int) bool {
	for j := i + 1; j < min(len(l.atoms), i+1+openReach); j++ {
		if l.atoms[j].is&^opening != 0 {
			return true
		}
	}
	return false
}

// triedAt returns the rules that are tried at atom i.
func (l *line) triedAt(i int) (set ruleSet) {
	is := l.at(i).is
	if is&^opening == 0 && !l.opens(i) {
		is &= phraseStart
	}
	for ; is != 0; is &= is - 1 {
		set |= l.starts[bits.TrailingZeros64(uint64(is))]
	}
	return set
}

// longest tries the rules at atom i, those alone that name dates where datesOnly, and returns the best.
func (l *line) longest(i int, datesOnly bool) (m meaning, end int) {
	set := l.triedAt(i)
	if datesOnly {
		set &= l.dates
	}
	for end = i; set != 0; set &= set - 1 {
		if found, to := l.rules[bits.TrailingZeros64(uint64(set))].match(l, i); to > end {
			m, end = found, to
		}
	}
	return m, end
}

// date returns the date that begins at atom i, and the atom after it; i where there is none.
func (l *line) date(i int) (meaning, int) {
	return l.longest(i, true)
}

// dateAfter returns the date after one of the words, "of" as a rule.
func (l *line) dateAfter(i int, words ...string) (meaning, int) {
	if !l.has(i, words...) {
		return nil, i
	}
	if m, end := l.date(i + 1); end > i+1 {
		return m, end
	}
	return nil, i
}

// isMonth reports whether a month's name at atom i that has other meanings ("may", "march") is the month.
func (l *line) isMonth(i int) bool {
	if !l.is(i, aMonth) {
		return false
	}
	if !l.is(i, maybeMonth) {
		return true
	}
	if !l.capitals && l.at(i).token >= 0 && hasLower(l.Text[l.at(i).start:l.at(i).start+1]) {
		return false // "a march", "it may"
	}
	if l.capital(i) && l.has(i+1, "for", "of", "against") && !l.is(i+2, digits) && (l.has(i-1, "the", "a", "annual", `"`) || l.capital(i-1)) {
		return false // "the March for Life"
	}
	if l.is(i+1, digits) && (l.at(i+1).size == 4 || l.at(i+1).num <= 31) || l.capital(i) && !l.capital(i+1) && len(l.at(i).norm) > 3 || l.at(i).norm == "may" && l.capital(i) && l.tag(i) == text.NNP {
		return true
	}
	if l.tag(i) == text.MD && !l.has(i-2, "on", "since", "until", "by") {
		return false
	}
	return (l.is(i-1, digits) || l.has(i-1, "in", "of", "since", "until", "till", "by", "from", "last", "next", "early", "late", "mid",
		"this", "during", "through", "before", "after", "-", "between")) && l.tag(i) != text.VB
}
