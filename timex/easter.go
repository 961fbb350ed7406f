package timex

// easter returns Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876).
func easter(year int) day {
	a, b, c := year%19, year/100, year%100
	h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return dayOf(year, n/31, n%31+1)
}

// orthodoxEaster returns Easter Sunday of the Julian calendar (Meeus), for the years 1900 to 2099.
func orthodoxEaster(year int) day {
	d := (19*(year%19) + 15) % 30
	e := (2*(year%4) + 4*(year%7) - d + 34) % 7
	n := d + e + 114
	return dayOf(year, n/31, n%31+1) + 13
}

// islamicDay returns the day of a date of the arithmetical Islamic calendar.
func islamicDay(year, month, d int) day {
	const epoch = -492148 // 16 July 622 of the Julian calendar, in days since 1970
	return day(epoch + (year-1)*354 + (3+11*year)/30 + (59*(month-1)+1)/2 + d - 1)
}

// islamicIn returns the first day of the Gregorian year that bears this Islamic date.
func islamicIn(year, month, d int) day {
	h := (year-622)*33/32 - 1
	for islamicDay(h, month, d) < dayOf(year, 1, 1) {
		h++
	}
	return islamicDay(h, month, d)
}
