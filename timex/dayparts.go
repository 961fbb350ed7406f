package timex

import "strings"

// partOf is a part of the day.
type partOf struct {
	part string
	of   meaning
	into int // 1 where the part goes on into the next day as likely as not: "overnight"
}

func (m partOf) resolve(n *narrative) result {
	r := m.of.resolve(n)
	if !r.known {
		r.value = strings.TrimSuffix(r.value, "_REF")
		if !strings.HasPrefix(r.value, "XXXX") {
			r.value = "XXXX-XX-XX"
		}
	}
	r.kind, r.value = "TIME", r.value+"T"+m.part
	if r.known && m.into > 0 {
		r.last = r.last.shift(m.into)
	}
	return r
}

// here is the day the narrative has reached; for what is to come no day before that of publication.
type here struct{}

func (here) resolve(n *narrative) result {
	p, known := n.day()
	if n.tense == futureTense && n.known && n.refAt < n.sentence && p.first < n.now {
		return dated(at(n.now, oneDay))
	}
	if known {
		return dated(p)
	}
	return undated("XXXX-XX-XX")
}

// dayPart is "Monday morning", "last night", "this evening", "tomorrow night", "late Monday night", "the next morning",
// "the morning", "19 September evening".
func dayPart(l *line, i int) (meaning, int) {
	if l.all&(aPart|aUnit) == 0 {
		return nil, i
	}
	if l.is(i, aPart) && !l.has(i-1, "at", "by", "before", "after", "until", "since", "around", "from") {
		return nil, i
	}
	j := l.skip(i, "early", "late", "mid", "later", "earlier")
	j = l.skip(j, "-")
	j = l.skip(j, "in", "on")
	if m, end := l.partAt(j, i); end > j {
		return m, end
	}
	of, end := l.date(i)
	k := l.skip(end, "early", "late", "mid", "'s")
	k = l.skip(k, "-")
	if end == i || !l.is(k, aPart) || l.is(k, plural) || !daily(of) {
		return nil, i
	}
	return partOf{part: l.at(k).part, of: of}, k + 1
}

// partAt is a part of the day after "this", "last", "the", or alone.
func (l *line) partAt(i, begin int) (meaning, int) {
	j := l.skip(i, "the")
	the := j > i
	j = l.skip(j, "wee", "early", "late", "small")
	if l.has(j, "hours") && j > i+1 {
		return l.wee(i, j)
	}
	if l.is(j, aStep) && l.is(j+1, aPart) && !l.is(j+1, plural) {
		return partOf{part: l.at(j + 1).part, of: l.dayOfStep(j, the)}, j + 2
	}
	if l.has(j, "that", "the") && l.has(j+1, "same") && l.is(j+2, aPart) {
		return partOf{part: l.at(j + 2).part, of: here{}}, j + 3
	}
	if !l.is(j, aPart) || l.is(j, plural) || !the && !l.has(begin-1, "at", "by", "before", "after", "until", "since", "around", "from") ||
		isNoun(l.tag(j+1)) || l.has(j+1, "of", "-") {
		return nil, i
	}
	return partOf{part: l.at(j).part, of: here{}}, j + 1
}

// wee is "the early hours of Monday", "the early hours".
func (l *line) wee(i, j int) (meaning, int) {
	if of, end := l.dateAfter(j+1, "of", "on"); of != nil {
		return partOf{part: "MO", of: of}, end
	}
	return partOf{part: "MO", of: here{}}, j + 1
}

// dayOfStep is the day of "last night", "this morning", "the next morning", "that evening".
func (l *line) dayOfStep(i int, the bool) meaning {
	s := l.at(i)
	switch {
	case l.has(i, "that", "same"):
		return here{}
	case l.has(i, "following", "previous", "preceding", "ensuing") || the:
		return shifted{n: int(s.step), unit: oneDay, reference: true}
	}
	return shifted{n: int(s.step), unit: oneDay}
}

// daily reports whether a meaning is a day.
func daily(m meaning) bool {
	switch m := m.(type) {
	case calendarDate:
		return m.day > 0
	case weekdayRef, feast, nthWeekday:
		return true
	case shifted:
		return m.unit == oneDay
	case current:
		return m.unit == oneDay
	case edgeOf:
		return daily(m.of)
	}
	return false
}

// partOfDate is "the night of 19 September", "dawn on Friday", "the morning of the 19th".
func partOfDate(l *line, i int) (meaning, int) {
	j := l.skip(i, "the")
	j = l.skip(j, "early", "late")
	if !l.is(j, aPart) || l.is(j, plural) {
		return nil, i
	}
	of, end := l.dateAfter(j+1, "of", "on", ",")
	if of == nil {
		of, end = l.date(j + 1)
	}
	if of == nil || !daily(of) {
		return nil, i
	}
	return partOf{part: l.at(j).part, of: of}, end
}

// nightNamed is "tonight", "overnight": the night before the day of publication, the night to come where the tense says so.
func nightNamed(l *line, i int) (meaning, int) {
	if l.at(i).step == 0 {
		return partOf{part: "NI", of: shifted{n: 0, unit: oneDay}}, i + 1
	}
	return overnight{}, i + 1
}

type overnight struct{}

func (overnight) resolve(n *narrative) result {
	step := -1
	if n.tense == futureTense {
		step = 0
	}
	return partOf{part: "NI", of: shifted{n: step, unit: oneDay}, into: 1}.resolve(n)
}
