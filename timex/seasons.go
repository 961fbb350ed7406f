package timex

import (
	"fmt"
	"strconv"
	"strings"
)

// holidayNamed is a feast of holidays.tsv, with the year that may follow: "Easter", "Christmas Day 2012", "Easter last year".
func holidayNamed(l *line, i int) (meaning, int) {
	h, j := phraseAt(l, i, l.holidays.Match)
	if j == i {
		return nil, i
	}
	k := l.skip(j, "of", ",", "in")
	if y, to := l.yearNumber(k, false); y > 0 {
		return feast{h, byTense, exactly{period{dayOf(y, 1, 1), year}}}, to
	}
	if of, to := l.yearLike(k); to > k {
		return feast{h, byTense, of}, to
	}
	if a := l.at(j); a.is&aUnit != 0 && (a.unit == week || a.unit == weekend) && a.is&plural == 0 {
		return holding{a.unit, feast{h, byTense, nil}}, j + 1
	}
	return feast{h, byTense, nil}, j
}

// feast is a holiday, of the year that the direction or the tense says or of another time.
type feast struct {
	holiday
	which direction
	of    meaning
}

func (m feast) resolve(n *narrative) result {
	switch {
	case m.holiday.year > 0:
		return m.days(m.holiday.year)
	case m.of != nil:
		if base := m.of.resolve(n); base.known {
			y, _, _ := base.first.first.date()
			return m.days(y)
		}
		return undated("XXXX-XX-XX")
	case !n.known:
		if m.calendar == "" && m.nth == 0 {
			return undated(fmt.Sprintf("XXXX-%02d-%02d", m.month, m.holiday.day))
		}
		return undated("XXXX-XX-XX")
	}
	asked := *n
	switch m.which {
	case lastOne:
		asked.tense = pastTense
	case nextOne:
		asked.tense = futureTense
	}
	y, _, _ := n.now.date()
	chosen := asked.nearest(func(k int) period { return at(m.in(y+k), oneDay) })
	y, _, _ = chosen.first.date()
	return m.days(y)
}

// days returns the days of the holiday in a year.
func (m feast) days(y int) result {
	r := dated(at(m.in(y), oneDay))
	if m.length > 1 {
		r.last = at(r.first.first+day(m.length-1), oneDay)
	}
	return r
}

// holiday finds the day of a feast in a year.
type holiday struct {
	calendar   string // "", "easter", "orthodox", "islamic"
	year       int    // 0: every year
	month, day int    // the date, or 0 and the days from Easter
	nth        int    // the nth weekday of the month, below 0 from its end
	length     int
}

// newHoliday reads a rule of holidays.tsv.
func newHoliday(rule, days string) holiday {
	h := holiday{}
	h.length, _ = strconv.Atoi(days)
	if from, offset, found := cutSign(rule, "easter", "orthodox"); found {
		h.calendar = from
		h.day, _ = strconv.Atoi(offset)
		return h
	}
	if rest, found := strings.CutPrefix(rule, "islamic "); found {
		h.calendar, rule = "islamic", rest
	}
	if parts := strings.Split(rule, "/"); len(parts) == 3 {
		h.month, _ = strconv.Atoi(parts[0])
		h.nth, _ = strconv.Atoi(parts[1])
		h.day, _ = strconv.Atoi(parts[2])
		return h
	}
	parts := strings.Split(rule, "-")
	if len(parts) == 3 {
		h.year, _ = strconv.Atoi(parts[0])
		parts = parts[1:]
	}
	h.month, _ = strconv.Atoi(parts[0])
	h.day, _ = strconv.Atoi(parts[1])
	return h
}

// cutSign cuts off a rule the first of the prefixes that it begins with; found is false where it begins with none.
func cutSign(rule string, prefixes ...string) (prefix, offset string, found bool) {
	for _, p := range prefixes {
		if rest, ok := strings.CutPrefix(rule, p); ok {
			return p, rest, true
		}
	}
	return "", "", false
}

// in returns the feast's first day in a year.
func (h holiday) in(year int) day {
	switch {
	case h.calendar == "easter":
		return easter(year) + day(h.day)
	case h.calendar == "orthodox":
		return orthodoxEaster(year) + day(h.day)
	case h.calendar == "islamic":
		return islamicIn(year, h.month, h.day)
	case h.nth > 0:
		first := dayOf(year, h.month, 1)
		return first + day((h.day-first.weekday()+7)%7+7*(h.nth-1))
	case h.nth < 0:
		last := dayOf(year, h.month+1, 1) - 1
		return last - day((last.weekday()-h.day+7)%7) + day(7*(h.nth+1))
	}
	return dayOf(year, h.month, h.day)
}

// seasonNamed is "the summer of 2012", "summer 2012", "in the spring", "spring of last year".
func seasonNamed(l *line, i int) (meaning, int) {
	j := l.skip(i, "the")
	a := l.at(j)
	if a.is&aSeason == 0 || a.is&plural != 0 {
		return nil, i
	}
	m := monthly{int(a.season), season, byTense, nil}
	k := l.skip(j+1, "of", ",")
	if y, to := l.yearAfter(k, false); y > 0 {
		m.of = exactly{period{dayOf(y, 1, 1), year}}
		return m, to
	}
	if of, to := l.yearLike(k); to > k {
		m.of = of
		return m, to
	}
	asTime := l.has(i-1, "in", "by", "during", "since", "until", "till", "through", "before", "after", "over", "into", "throughout", "early", "late")
	if !asTime || l.has(j+1, "of") || a.norm == "fall" && j == i || isNoun(l.tag(j+1)) || l.has(j+1, "-") {
		return nil, i
	}
	return m, j + 1
}
