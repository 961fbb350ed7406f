package quantity

import (
	"strings"

	"concord"
	"concord/text"
)

// unit is what a number counts or measures.
type unit struct {
	name        string
	first, last int  // tokens of a unit of measure or currency; those of the number itself where there is none
	measured    bool // a unit of measure
	counts      bool
	span        concord.Span // of what is counted
}

// unitOf says what n counts or measures.
func (f *finder) unitOf(n number) unit {
	if u, ok := f.measured(n); ok {
		return u
	}
	u := unit{first: n.first, last: n.last}
	if f.isAge(n) {
		u.name = "years"
		return u
	}
	if f.isCompound(n.last) {
		u.name = f.word(n.last + 1)
		return u
	}
	first, noun := f.counted(n)
	if noun < 0 && n.first-2 >= f.first && f.of(n.first-1) && f.words.groups[f.word(n.first-2)] == "parent" {
		return u
	}
	if n.fraction || f.isYear(n, noun) || n.qualifier == concord.Some && noun >= 0 && f.Tokens[noun].Tag == text.NN {
		return u
	}
	u.counts = true
	if noun >= 0 {
		u.name, u.span = f.word(noun), f.Span(first, noun+1)
	}
	return u
}

// measured reads the currency before a number or the unit of measure after it.
func (f *finder) measured(n number) (unit, bool) {
	u := unit{first: n.first, last: n.last, measured: true}
	if n.first > f.first {
		if name := f.words.currencies[f.word(n.first-1)]; name != "" {
			u.name, u.first = name, n.first-1
			return u, true
		}
	}
	at := n.last
	if f.wordOrEmpty(at) == "-" && !f.Tokens[at].SpaceAfter {
		at++
	}
	if f.of(at) { // "millions of dollars"
		at++
	}
	m, last := f.measureAt(at)
	if last == at || at > n.last && f.of(at-1) && m.kind != "money" {
		return u, false
	}
	u.name, u.last = m.unit, last
	if per := f.rate(u.last); per != "" {
		u.name, u.last = u.name+"/"+per, u.last+2
	}
	return u, true
}

// rate returns the unit that another is told by, after a stroke at token i: the "s" of "40 m3/s"; "" where there is none.
func (f *finder) rate(i int) string {
	if i+1 >= f.end || f.word(i) != "/" || f.Tokens[i-1].SpaceAfter || f.Tokens[i].SpaceAfter {
		return ""
	}
	switch per := strings.TrimPrefix(f.word(i+1), "'"); per {
	case "s", "sec", "second", "min", "minute", "h", "hr", "hour", "day", "week", "month", "year", "km", "km2", "m2", "kg", "l":
		return per
	}
	return ""
}

// measureAt returns the unit of measure that begins at token i, and the token after it; i where none does.
func (f *finder) measureAt(i int) (m measure, last int) {
	if i < f.first || i >= f.end {
		return m, i
	}
	m, length := f.words.measures.Match(f.word, i, f.end)
	return m, i + length
}

// isCompound reports whether a hyphen at i ties the number before it into an adjective: "three-storey".
func (f *finder) isCompound(i int) bool {
	return i+1 < f.end && f.word(i) == "-" && !f.Tokens[i-1].SpaceAfter && !f.Tokens[i].SpaceAfter && isLetters(f.word(i+1))
}

// isYear reports whether four bare digits are a year rather than a number of what stands at token noun.
func (f *finder) isYear(n number, noun int) bool {
	if !n.digits || n.last != n.first+1 || len(f.word(n.first)) != 4 || n.low < 1900 || n.low > 2100 {
		return false
	}
	if noun < 0 || n.first == f.first {
		return true
	}
	switch f.word(n.first - 1) {
	case "in", "since", "until", "during", "by", "from", "early", "late", "mid", "of":
		return true
	}
	return false
}
