package timex

import "fmt"

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

// isWeekday reports whether atom i is a day of the week: a short name ("sun", "sat") only beside a date.
func (l *line) isWeekday(i int) bool {
	if !l.is(i, aWeekday) || l.is(i, plural) {
		return false
	}
	if !l.is(i, maybeWeekday) {
		return true
	}
	j := l.skip(i+1, ",")
	return j < len(l.atoms) && (l.isMonth(j) || l.is(j, digits) && l.isMonth(j+1))
}

// weekdayNamed is "Friday", "Friday, 23 September", "Monday last week", "Monday of last week", "Friday week".
func weekdayNamed(l *line, i int) (meaning, int) {
	if !l.isWeekday(i) {
		return nil, i
	}
	j := l.skip(i+1, ",", "the")
	j = l.skip(j, "the")
	if l.is(j, digits|aMonth|anOrdinal) {
		for _, match := range []func(*line, int) (meaning, int){monthDay, dayMonth} {
			if m, to := match(l, j); to > j {
				return m, to
			}
		}
	}
	m := weekdayRef{weekday: int(l.at(i).weekday)}
	if l.has(i+1, "'s") {
		m.owns = ownsPast
		if l.is(i+2, ahead) || l.is(i+3, ahead) {
			m.owns = ownsAhead
		}
	}
	k := l.skip(i+1, "of", "in")
	if l.is(k, aStep) && l.at(k+1).unit == week {
		of, to := stepped(l, k)
		return nthWeekday{1, m.weekday, of}, to
	}
	switch {
	case l.has(i+1, "last"):
		m.which = lastOne
		return m, i + 2
	case l.has(i+1, "next"):
		m.which = nextOne
		return m, i + 2
	}
	return m, i + 1
}
