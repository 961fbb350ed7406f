package timex

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

// from is the time that lies so many units after the base, or before it.
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

// sign is -1 for what is below 0, else 1.
func sign(n int) int {
	if n < 0 {
		return -1
	}
	return 1
}
