package timex

import "fmt"

// ordinalOf is "the third week of August", "the last day of the month", "the second Monday of May", "the first year of the war" not.
func ordinalOf(l *line, i int) (meaning, int) {
	j := l.skip(i, "the")
	n, j := l.ordinal(j)
	a := l.at(j)
	if n == 0 || a.is&(aUnit|aWeekday) == 0 || a.is&plural != 0 {
		return nil, i
	}
	of, end := l.dateAfter(j+1, "of", "in")
	switch {
	case of == nil:
		return nil, i
	case a.is&aWeekday != 0:
		return nthWeekday{n, int(a.weekday), of}, end
	case a.unit < oneDay:
		return nil, i
	}
	return nth{n, a.unit, of}, end
}

// nth is the nth unit within a time, counted from its end where n is below 0: "the third week of August".
type nth struct {
	n    int
	unit grain
	of   meaning
}

func (m nth) resolve(n *narrative) result {
	base := m.of.resolve(n)
	if !base.known || m.unit < oneDay {
		return base
	}
	var p period
	if m.n > 0 {
		p = at(base.first.first.shift(m.n-1, m.unit), m.unit)
		if m.unit == week && p.first < base.first.first && base.first.grain <= month {
			p = period{base.first.first + day(7*(m.n-1)), week}
		}
	} else {
		p = at(base.first.last().shift(m.n+1, m.unit), m.unit)
	}
	r := dated(p)
	if m.unit == week {
		r.value = at(p.first+3, week).value()
	}
	return r
}

// nthWeekday is the nth Monday, Tuesday … of a time.
type nthWeekday struct {
	n, weekday int
	of         meaning
}

func (m nthWeekday) resolve(n *narrative) result {
	base := m.of.resolve(n)
	if !base.known {
		return undated(fmt.Sprintf("XXXX-WXX-%d", m.weekday))
	}
	if m.n < 0 {
		last := base.first.last()
		return dated(at(last-day((last.weekday()-m.weekday+7)%7), oneDay))
	}
	first := base.first.first
	return dated(at(first+day((m.weekday-first.weekday()+7)%7+7*(m.n-1)), oneDay))
}
