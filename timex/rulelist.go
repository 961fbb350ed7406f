package timex

// allRules lists the rules, which stand in files by what they name. rules_test.go shows of each what it must and what it must not match.
func allRules() []rule {
	return []rule{
		// Dates as the calendar has them.
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
		// Dates told from other dates.
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
		// Parts of the day, and the clock.
		{"part of the day", aPart | determiner | aWeekday | deictic | aStep | digits | aMonth | anEdge, dayPart, false},
		{"night of", determiner | aPart, partOfDate, false},
		{"tonight", aNight, nightNamed, false},
		{"clock", digits | aPoint | aNumber, clockTime, false},
		{"clock after date", aWeekday | deictic | aMonth | digits | aStep, dateClock, false},
		// Lengths, what comes back, and fixed phrases.
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
