package timex

import "fmt"

// calendarDate is a date of which any part but not all may be missing (0).
type calendarDate struct{ year, month, day int }

func (m calendarDate) resolve(n *narrative) result {
	switch {
	case m.year > 0 && m.month == 0:
		return dated(period{dayOf(m.year, 1, 1), year})
	case m.year > 0:
		return dated(m.in(m.year, m.month))
	case !n.known && (n.yearAt < n.sentence-1 || m.month == 0):
		return undated(m.unknown())
	case m.month == 0:
		return dated(n.nearest(func(k int) period {
			y, month, _ := n.now.date()
			return m.in(y, month+k)
		}))
	case n.yearAt == n.sentence && n.tense == pastTense, !n.known:
		return dated(m.in(n.year, m.month))
	}
	y, _, _ := n.now.date()
	return dated(n.nearest(func(k int) period { return m.in(y+k, m.month) }))
}

// in returns the day or the month of a year.
func (m calendarDate) in(y, month_ int) period {
	if m.day == 0 {
		return at(dayOf(y, month_, 1), month)
	}
	return period{dayOf(y, month_, m.day), oneDay}
}

// unknown is the value in TIMEX3 where the year cannot be told.
func (m calendarDate) unknown() string {
	switch {
	case m.month == 0:
		return fmt.Sprintf("XXXX-XX-%02d", m.day)
	case m.day == 0:
		return fmt.Sprintf("XXXX-%02d", m.month)
	}
	return fmt.Sprintf("XXXX-%02d-%02d", m.month, m.day)
}

// real reports whether there is such a day.
func (m calendarDate) real() bool { return m.month >= 1 && m.month <= 12 && m.day >= 1 && m.day <= 31 }

// nearer reports whether a date is not after the day of publication and nearer to it than the other, or the other is after it.
func (m calendarDate) nearer(other calendarDate, published day) bool {
	a, b := dayOf(m.year, m.month, m.day), dayOf(other.year, other.month, other.day)
	return a <= published && (a > b || b > published)
}

// finest is the grain of the date's finest part.
func (m calendarDate) finest() grain {
	switch {
	case m.day > 0:
		return oneDay
	case m.month > 0:
		return month
	}
	return year
}

// before reports whether the date comes before the other; where years are unknown both are of one.
func (m calendarDate) before(o calendarDate) bool {
	if m.year != o.year {
		return m.year < o.year
	}
	return m.month*40+m.day < o.month*40+o.day
}
