package timex

import (
	"fmt"
	"time"

	"concord"
)

// day counts the days since 1 January 1970.
type day int

// dayOf returns the day of a date of the Gregorian calendar; months and days out of range carry over.
func dayOf(year, month, d int) day {
	return day(time.Date(year, time.Month(month), d, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

func (d day) time() time.Time { return time.Unix(int64(d)*86400, 0).UTC() }

func (d day) date() (year, month, dayOfMonth int) {
	y, m, n := d.time().Date()
	return y, int(m), n
}

// weekday returns 1 for Monday to 7 for Sunday.
func (d day) weekday() int { return int(((d+3)%7+7)%7) + 1 }

// grain is a unit of time, finer units first.
type grain uint8

const (
	noGrain grain = iota
	second
	minute
	hour
	oneDay
	weekend
	week
	fortnight
	month
	season
	quarter
	half
	year
	decade
	century
	millennium
)

// units are the grains by the names the table of words uses.
var units = map[string]grain{
	"second": second, "minute": minute, "hour": hour, "day": oneDay, "weekend": weekend, "week": week,
	"fortnight": fortnight, "month": month, "quarter": quarter, "year": year, "decade": decade, "century": century,
	"millennium": millennium,
}

// period is one unit of the calendar: the day, week, month … that begins on first. Seasons begin in March, June,
// September and December.
type period struct {
	first day
	grain grain
}

// at returns the period of this grain that holds the day. Units finer than a day give the day.
func at(d day, g grain) period {
	y, m, _ := d.date()
	switch g {
	case weekend:
		return period{d - day(d.weekday()) + 6, weekend}
	case week, fortnight:
		return period{d - day(d.weekday()) + 1, week}
	case month:
		return period{dayOf(y, m, 1), month}
	case season:
		return period{dayOf(y, m/3*3, 1), season}
	case quarter:
		return period{dayOf(y, (m-1)/3*3+1, 1), quarter}
	case half:
		return period{dayOf(y, (m-1)/6*6+1, 1), half}
	case year:
		return period{dayOf(y, 1, 1), year}
	case decade:
		return period{dayOf(y/10*10, 1, 1), decade}
	case century:
		return period{dayOf((y-1)/100*100+1, 1, 1), century}
	case millennium:
		return period{dayOf((y-1)/1000*1000+1, 1, 1), millennium}
	}
	return period{d, oneDay}
}

// months is the length of the grains that are made of months.
func (g grain) months() int {
	switch g {
	case month:
		return 1
	case season, quarter:
		return 3
	case half:
		return 6
	case year:
		return 12
	case decade:
		return 120
	case century:
		return 1200
	case millennium:
		return 12000
	}
	return 0
}

// days is the length of the grains that are made of days.
func (g grain) days() int {
	switch g {
	case weekend, week:
		return 7
	case fortnight:
		return 14
	case oneDay:
		return 1
	}
	return 0
}

// shift returns the day that lies n units after d; a day that the month lacks becomes its last.
func (d day) shift(n int, g grain) day {
	months := n * g.months()
	if months == 0 {
		return d + day(n*g.days())
	}
	y, m, n := d.date()
	first := dayOf(y, m+months, 1)
	return min(first+day(n)-1, dayOf(y, m+months+1, 1)-1)
}

// shift returns the period of the same grain n units on.
func (p period) shift(n int) period { return at(p.first.shift(n, p.grain), p.grain) }

// last returns the last day of the period.
func (p period) last() day {
	if p.grain == weekend {
		return p.first + 1
	}
	return max(p.first.shift(1, p.grain)-1, p.first)
}

// value returns the period as TIMEX3 writes it.
func (p period) value() string {
	y, m, _ := p.first.date()
	switch p.grain {
	case weekend, week:
		isoYear, isoWeek := p.first.time().ISOWeek()
		if p.grain == weekend {
			return fmt.Sprintf("%04d-W%02d-WE", isoYear, isoWeek)
		}
		return fmt.Sprintf("%04d-W%02d", isoYear, isoWeek)
	case month:
		return fmt.Sprintf("%04d-%02d", y, m)
	case season:
		return fmt.Sprintf("%04d-%s", y, [...]string{"SP", "SU", "FA", "WI"}[m/3-1])
	case quarter:
		return fmt.Sprintf("%04d-Q%d", y, (m+2)/3)
	case half:
		return fmt.Sprintf("%04d-H%d", y, (m+5)/6)
	case year:
		return fmt.Sprintf("%04d", y)
	case decade:
		return fmt.Sprintf("%03dX", y/10)
	case century:
		return fmt.Sprintf("%02d", y/100)
	case millennium:
		return fmt.Sprintf("%d", y/1000)
	}
	return p.first.time().Format(time.DateOnly)
}

// dates returns the first and the last date of the period, as exact as its grain.
func (p period) dates() (from, to concord.Date) {
	first, last := p.first.time(), p.last().time()
	switch {
	case p.grain <= week:
		return concord.DateOf(first), concord.DateOf(last)
	case p.grain < year:
		return concord.Date(first.Format("2006-01")), concord.Date(last.Format("2006-01"))
	}
	return concord.Date(first.Format("2006")), concord.Date(last.Format("2006"))
}

// precision returns how exactly the period is known.
func (p period) precision() concord.Precision {
	switch {
	case p.grain <= oneDay:
		return concord.ToDay
	case p.grain <= week:
		return concord.ToWeek
	case p.grain < year:
		return concord.ToMonth
	}
	return concord.ToYear
}

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
