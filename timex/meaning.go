package timex

import (
	"fmt"

	"concord"
)

// meaning is what an expression says before it is known when it is said.
type meaning interface {
	resolve(n *narrative) result
}

// result is what an expression means where it stands.
type result struct {
	kind  string // DATE, TIME, DURATION, SET
	value string
	first period // the days meant, where known
	last  period
	known bool
	clock string // "14:30" where the hour is known
}

func dated(p period) result {
	return result{kind: "DATE", value: p.value(), first: p, last: p, known: true}
}

func undated(value string) result { return result{kind: "DATE", value: value} }

// when turns the days of a result into the domain's type; nil where they are unknown.
func (r result) when(quote concord.Quote) *concord.When {
	if !r.known {
		return nil
	}
	from, _ := r.first.dates()
	_, to := r.last.dates()
	w := &concord.When{From: from, To: to, Precision: r.first.precision(), Span: &quote.Span, Quote: quote.Text}
	if r.last.grain > r.first.grain {
		w.Precision = r.last.precision()
	}
	if len(r.clock) == len("15:04") && r.clock < "24" {
		w.From, w.To, w.Precision = from+"T"+concord.Date(r.clock), to+"T"+concord.Date(r.clock), concord.ToHour
	}
	return w
}

// exactly is a period known without any context: "2011", "the 1990s".
type exactly struct{ period }

func (m exactly) resolve(*narrative) result { return dated(m.period) }

// constant is a value that depends on no date.
type constant struct{ fixed }

func (m constant) resolve(n *narrative) result {
	r := result{kind: m.kind, value: m.value}
	if m.value == "PRESENT_REF" && n.known {
		r.first, r.last, r.known = at(n.now, oneDay), at(n.now, oneDay), true
	}
	return r
}

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

func (m calendarDate) in(y, month_ int) period {
	if m.day == 0 {
		return at(dayOf(y, month_, 1), month)
	}
	return period{dayOf(y, month_, m.day), oneDay}
}

func (m calendarDate) unknown() string {
	switch {
	case m.month == 0:
		return fmt.Sprintf("XXXX-XX-%02d", m.day)
	case m.day == 0:
		return fmt.Sprintf("XXXX-%02d", m.month)
	}
	return fmt.Sprintf("XXXX-%02d-%02d", m.month, m.day)
}

// direction says which occurrence is meant.
type direction uint8

const (
	byTense direction = iota
	lastOne
	thisOne
	nextOne
	ofReference // "that Friday"
)

// weekdayRef is a day of the week.
type weekdayRef struct {
	weekday  int
	which    direction
	owns     owned
	narrated bool // counted from the day the narrative has reached
}

// owned says what a day owns: "Friday's attack" is known already whatever the tense, "Friday's summit" is to come unless that is past.
type owned uint8

const (
	ownsNothing owned = iota
	ownsPast
	ownsAhead
)

// ahead reports whether the day is one to come.
func (m weekdayRef) ahead(n *narrative, back, ahead day) bool {
	switch {
	case m.which != byTense:
		return m.which == nextOne
	case m.owns == ownsPast:
		return false
	case n.tense == unsure:
		return ahead < back
	}
	return n.tense == futureTense || n.tense == scheduled
}

func (m weekdayRef) resolve(n *narrative) result {
	if !n.known {
		return undated(fmt.Sprintf("XXXX-WXX-%d", m.weekday))
	}
	now := n.now
	if m.narrated {
		reference, _ := n.reference(3)
		now = reference.last()
	}
	back := day((now.weekday() - m.weekday + 7) % 7)
	ahead := (7 - back) % 7
	switch {
	case m.which == ofReference:
		reference, _ := n.reference(3)
		return dated(at(reference.first+day((m.weekday-reference.first.weekday()+7)%7), oneDay))
	case m.which == thisOne && n.tense != pastTense:
		return dated(at(at(now, week).first+day(m.weekday-1), oneDay))
	case m.which == lastOne && back == 0:
		back = 7
	case m.which == nextOne && ahead == 0:
		ahead = 7
	}
	if m.ahead(n, back, ahead) {
		return dated(at(now+ahead, oneDay))
	}
	return dated(at(now-back, oneDay))
}

// monthly is a month, a season, a quarter or a half by its first month, of the year that the direction or the tense says,
// or of another time.
type monthly struct {
	month int
	grain grain
	which direction
	of    meaning
}

func (m monthly) in(y int) period { return period{dayOf(y, m.month, 1), m.grain} }

func (m monthly) resolve(n *narrative) result {
	if m.of != nil {
		if base := m.of.resolve(n); base.known {
			y, _, _ := base.first.first.date()
			return dated(m.in(y))
		}
		return undated("XXXX" + m.in(2000).value()[4:])
	}
	if !n.known {
		return undated("XXXX" + m.in(2000).value()[4:])
	}
	y, _, _ := n.now.date()
	switch m.which {
	case lastOne:
		for m.in(y).last() >= n.now {
			y--
		}
	case nextOne:
		for m.in(y).first <= n.now {
			y++
		}
	case byTense:
		if m.grain == quarter || m.grain == half {
			return dated(m.begun(n, y))
		}
		return dated(n.nearest(func(k int) period { return m.in(y + k) }))
	default:
		if before := m.in(y - 1); before.last() >= n.now {
			return dated(before) // in February, this winter began the year before
		}
	}
	return dated(m.in(y))
}

// begun is the quarter or half that has begun last, but the coming one where the tense is the future and it ended long ago.
func (m monthly) begun(n *narrative, y int) period {
	if n.tense == futureTense && m.in(y).last() < n.now-150 {
		return m.in(y + 1)
	}
	if n.tense != futureTense && m.in(y).first > n.now {
		return m.in(y - 1)
	}
	return m.in(y)
}

// shifted is so many units from a time: "yesterday", "last week", "two days later", "the day after Easter".
type shifted struct {
	n         int
	unit      grain
	half      bool
	vague     bool
	reference bool    // from the time the narrative has reached, not from the publication date
	of        meaning // from this time, where set
	spans     bool    // "the past week": the days since, not the calendar's week
	compares  bool    // "a year earlier": in the round of the quarter or month at hand
}

func (m shifted) resolve(n *narrative) result {
	base, known := at(n.now, oneDay), n.known
	if m.of != nil {
		r := m.of.resolve(n)
		base, known = r.first, r.known
	} else if m.reference {
		base, known = n.base(m.unit)
		if m.unit > oneDay && !m.compares {
			base, known = n.reference(3)
		}
		if n.known && base.grain > m.unit && m.unit > oneDay && (m.unit == week || base.first <= n.now && n.now <= base.last()) {
			base, known = at(n.now, oneDay), true // "this year": too coarse to count weeks from
		}
	}
	if m.vague && m.reference && m.unit >= oneDay {
		return length{quantity: quantity{isVague: true}, unit: m.unit}.resolve(n) // "a few days later": from a time that may be any
	}
	if !known || m.vague || m.unit == noGrain {
		return undated(m.far())
	}
	if m.unit < oneDay {
		return m.hours(base)
	}
	if m.compares && m.unit == year && !m.half && n.compared(&base) {
		return dated(base.shift(m.n * 12 / base.grain.months()))
	}
	return m.from(base)
}

// base is the reference time for a step of this unit: for days a day.
func (n *narrative) base(unit grain) (period, bool) {
	if unit <= oneDay {
		return n.day()
	}
	return n.reference(1)
}

func (m shifted) from(base period) result {
	to := base.first.shift(m.n, m.unit)
	if m.half && m.unit == year {
		to = to.shift(sign(m.n)*6, month)
	}
	p := at(to, m.unit)
	if m.unit == decade && m.n != 0 && !m.spans {
		p = at(to, year)
	}
	r := dated(p)
	if m.spans && m.n < 0 {
		r.first, r.last = at(to, oneDay), at(base.first, oneDay)
	}
	return r
}

// hours is a time less than a day away: the day is the same as far as can be told.
func (m shifted) hours(base period) result {
	if m.unit == hour && (m.n <= -24 || m.n >= 24) {
		return dated(at(base.first+day(m.n/24), oneDay))
	}
	r := dated(at(base.first, oneDay))
	r.kind = "TIME"
	return r
}

// far is the value where no day can be told.
func (m shifted) far() string {
	switch {
	case m.n < 0:
		return "PAST_REF"
	case m.n > 0:
		return "FUTURE_REF"
	}
	return "PRESENT_REF"
}

func sign(n int) int {
	if n < 0 {
		return -1
	}
	return 1
}

// yearBefore is the same quarter or month of the year before.
type yearBefore struct{ of meaning }

func (m yearBefore) resolve(n *narrative) result {
	r := m.of.resolve(n)
	if !r.known {
		return undated("PAST_REF")
	}
	return dated(at(r.first.first.shift(-1, year), r.first.grain))
}

// sameQuarter is the quarter at hand as it was in a year; the year itself where none is at hand.
type sameQuarter struct{ of meaning }

func (m sameQuarter) resolve(n *narrative) result {
	r := m.of.resolve(n)
	if !r.known || n.quarter.grain != quarter {
		return r
	}
	y, _, _ := r.first.first.date()
	_, first, _ := n.quarter.first.date()
	return dated(period{dayOf(y, first, 1), quarter})
}

// latestQuarter is the quarter named last that is over, else the one before that of publication.
type latestQuarter struct{}

func (latestQuarter) resolve(n *narrative) result {
	switch {
	case n.quarter.grain == quarter && n.quarter.last() < n.now:
		return dated(n.quarter)
	case !n.known:
		return undated("PAST_REF")
	}
	return dated(at(n.now, quarter).shift(-1))
}

// holding is the unit that holds a date: "the week of 6 March".
type holding struct {
	unit grain
	of   meaning
}

func (m holding) resolve(n *narrative) result {
	r := m.of.resolve(n)
	if !r.known {
		return undated("XXXX-XX-XX")
	}
	if m.unit == quarter {
		return dated(at(r.first.last()-45, quarter)) // the one that holds most of the three months before
	}
	return dated(at(r.first.first, m.unit))
}

// current is the unit that holds the time the narrative has reached, or the one of publication: "the year", "that day".
type current struct {
	unit      grain
	reference bool
	now       bool // the one of publication in any case: "the current quarter"
}

func (m current) resolve(n *narrative) result {
	p, known := at(n.now, oneDay), n.known
	if m.reference {
		p, known = n.base(m.unit)
	}
	switch {
	case m.unit == quarter && n.quarter.grain == quarter && !m.now:
		return dated(n.quarter)
	case !known:
		return undated("PRESENT_REF")
	case m.unit == quarter && !m.now && n.tense != futureTense && n.tense != presentTense:
		return dated(at(p.first, quarter).shift(-1))
	}
	if m.unit == weekend && !m.reference {
		return dated(n.nearest(func(k int) period { return at(n.now+day(7*k), weekend) }))
	}
	return dated(at(p.first, m.unit))
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

// edgeOf is the beginning, the middle or the end of a time. TIMEX3 keeps the time as the value.
type edgeOf struct {
	edge edge
	of   meaning
}

func (m edgeOf) resolve(n *narrative) result { return m.of.resolve(n) }

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

func (m feast) days(y int) result {
	r := dated(at(m.in(y), oneDay))
	if m.length > 1 {
		r.last = at(r.first.first+day(m.length-1), oneDay)
	}
	return r
}
