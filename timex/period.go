package timex

import (
	"fmt"
	"time"

	"concord"
)

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
