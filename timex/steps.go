package timex

import "concord/text"

// deicticDay is "today", "yesterday", "tomorrow", "the day before yesterday" by another rule.
func deicticDay(l *line, i int) (meaning, int) {
	return shifted{n: int(l.at(i).step), unit: oneDay}, i + 1
}

// stepped is "last week", "this month", "next Friday", "the previous day", "that night" not, "this past spring", "last December",
// "last Christmas", "the past year".
func stepped(l *line, i int) (meaning, int) {
	j := l.skip(i, "the")
	the := j > i
	if l.has(j, "that", "this") && l.is(j+1, aStep) {
		j++ // "that same day", "this past spring"
	}
	if !l.is(j, aStep) || l.has(j, "that") && l.tag(j) == text.IN {
		return nil, i
	}
	s := l.at(j)
	k := l.skipClass(j+1, filler)
	k = l.skip(k, "-")
	a := l.at(k)
	narrated := l.has(j, "same", "that", "following", "previous", "preceding", "ensuing", "prior") || the && s.norm == "next"
	switch {
	case a.is&plural != 0 && a.is&aWeekday == 0:
		return nil, i
	case l.isWeekday(k):
		return weekdayRef{weekday: int(a.weekday), which: directionOf(s, narrated), narrated: narrated}, k + 1
	case l.is(k, aMonth) && (l.isMonth(k)):
		if d, to := l.dayNumber(k + 1); d > 0 {
			return calendarDate{0, int(a.month), d}, to
		}
		return monthly{int(a.month), month, directionOf(s, false), nil}, k + 1
	case a.is&aSeason != 0:
		return monthly{int(a.season), season, directionOf(s, false), nil}, k + 1
	case a.is&phraseStart != 0:
		if h, to := phraseAt(l, k, l.holidays.Match); to > k {
			return feast{h, directionOf(s, false), nil}, to
		}
	case a.is&aUnit != 0:
		return l.steppedUnit(i, k, the, narrated)
	}
	return nil, i
}

// steppedUnit is the case of a unit at atom k, the step before it.
func (l *line) steppedUnit(i, k int, the, narrated bool) (meaning, int) {
	j := k - 1
	for !l.is(j, aStep) {
		j--
	}
	s, unit := l.at(j), l.at(k).unit
	end := k + 1
	if l.has(end, "or") && l.has(end+1, "so") {
		end += 2
	}
	switch {
	case unit < oneDay, l.at(k).norm == "quarter" && l.has(end, "of", "final", "-") && l.tag(end) != text.IN:
		return nil, i
	case l.has(end, "-") && l.tight(end):
		return nil, i
	case unit >= decade && s.step != 0:
		return length{quantity: quantity{n: 1}, unit: unit, anchor: int(s.step)}, end
	case s.step == 0:
		return current{unit: unit, reference: narrated, now: s.norm == "current"}, end
	case unit == quarter && s.step < 0 && l.has(j, "last", "past", "previous"):
		return shifted{n: -1, unit: quarter, reference: narrated}, end
	}
	return shifted{n: int(s.step), unit: unit, reference: narrated && !(s.norm == "next" && unit > week), spans: the && s.norm == "past"}, end
}

// directionOf returns which occurrence a word like "last" or "next" means.
func directionOf(s *atom, narrated bool) direction {
	switch {
	case narrated && s.step == 0:
		return ofReference
	case s.step < 0:
		return lastOne
	case s.step > 0:
		return nextOne
	}
	return thisOne
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
