package timex

import "time"

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
