package timex

// weekOf is "the week of March 6", "the night of …" by another rule, "the year to June" not.
func weekOf(l *line, i int) (meaning, int) {
	a := l.at(i + 1)
	if a.is&aUnit == 0 || a.unit != week && a.unit != weekend && a.unit != month || a.is&plural != 0 {
		return nil, i
	}
	of, end := l.dateAfter(i+2, "of")
	if of == nil {
		return nil, i
	}
	return holding{a.unit, of}, end
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
