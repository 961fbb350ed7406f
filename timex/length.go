package timex

import "fmt"

// length is a stretch of time. Where anchored it ends (-1) or begins (1) at the time at hand and means days.
type length struct {
	quantity
	unit   grain
	anchor int
	of     meaning // of which it is the first or last part
}

func (m length) resolve(n *narrative) result {
	r := result{kind: "DURATION", value: m.value()}
	if m.of != nil {
		m.within(n, &r)
		return r
	}
	if m.anchor == 0 || !n.known || m.isVague || m.unit < hour {
		return r
	}
	days := day(m.n / 24)
	if m.unit > hour {
		to := n.now.shift(m.anchor*m.n, m.unit)
		days = (to - n.now) * day(m.anchor)
	}
	r.known = true
	r.first, r.last = at(n.now-max(days, 1), oneDay), at(n.now, oneDay)
	if m.anchor > 0 {
		r.first, r.last = at(n.now, oneDay), at(n.now+max(days, 1), oneDay)
	}
	return r
}

// within gives the days of "the first nine months of 1989".
func (m length) within(n *narrative, r *result) {
	base := m.of.resolve(n)
	if !base.known || m.isVague || m.unit < oneDay {
		return
	}
	r.known = true
	if m.anchor > 0 {
		r.first, r.last = at(base.first.first, oneDay), at(base.first.first.shift(m.n, m.unit)-1, oneDay)
		return
	}
	r.first, r.last = at((base.first.last()+1).shift(-m.n, m.unit), oneDay), at(base.first.last(), oneDay)
}

// value writes the length as TIMEX3 does.
func (m length) value() string {
	n := fmt.Sprint(m.n)
	if m.isVague {
		n = "X"
	}
	switch m.unit {
	case second:
		return "PT" + n + "S"
	case minute:
		return "PT" + n + "M" + m.halfOf("30S")
	case hour:
		return "PT" + n + "H" + m.halfOf("30M")
	case weekend:
		return "P" + n + "WE"
	case week:
		return "P" + n + "W"
	case fortnight:
		return "P" + m.times(2) + "W"
	case month:
		return "P" + n + "M" + m.halfOf("15D")
	case quarter:
		return "P" + n + "Q"
	case year:
		return "P" + n + "Y" + m.halfOf("6M")
	case decade:
		return "P" + m.times(10) + "Y"
	case century:
		if m.isVague {
			return "PXC"
		}
		return "P" + m.times(100) + "Y"
	case millennium:
		return "P" + m.times(1000) + "Y"
	}
	return "P" + n + "D" + m.halfOf("T12H")
}

// times returns how many smaller units there are, so many to a unit; "X" where the length is vague.
func (m length) times(factor int) string {
	if m.isVague {
		return "X"
	}
	total := m.n * factor
	if m.half {
		total += factor / 2
	}
	return fmt.Sprint(total)
}

// halfOf returns the words for half a unit more; half a unit alone has no whole.
func (m length) halfOf(words string) string {
	if m.half {
		return words
	}
	return ""
}
