package timex

import "math/bits"

// rule is one way to write a time. It is tried at atoms of the classes in first; match returns what the words from atom i on
// mean, and the atom after them, i where they are no such time. Of several that match, the longest wins, then the first.
type rule struct {
	name  string
	first class
	match func(l *line, i int) (meaning, int)
	date  bool // names a date that others may build on: "the end of …"
}

// ruleSet is a set of rules by their place in the list, of at most 64.
type ruleSet uint64

// startsOf returns for each class the rules that are tried at its words, and those rules that name dates.
func startsOf(rules []rule) (starts [classBits]ruleSet, dates ruleSet) {
	for k := range rules {
		for c := range starts {
			if rules[k].first&(1<<c) != 0 {
				starts[c] |= 1 << k
			}
		}
		if rules[k].date {
			dates |= 1 << k
		}
	}
	return starts, dates
}

// opening are the classes of words that open a time and tell none themselves: "the", "some", "about". Of the next openReach atoms one
// tells it, but in phrases of a table.
const (
	opening   = determiner | vague | approx | phraseStart
	openReach = 6
)

// opens reports whether a word that may tell a time follows atom i.
func (l *line) opens(i int) bool {
	for j := i + 1; j < min(len(l.atoms), i+1+openReach); j++ {
		if l.atoms[j].is&^opening != 0 {
			return true
		}
	}
	return false
}

// triedAt returns the rules that are tried at atom i.
func (l *line) triedAt(i int) (set ruleSet) {
	is := l.at(i).is
	if is&^opening == 0 && !l.opens(i) {
		is &= phraseStart
	}
	for ; is != 0; is &= is - 1 {
		set |= l.starts[bits.TrailingZeros64(uint64(is))]
	}
	return set
}

// longest tries the rules at atom i, those alone that name dates where datesOnly, and returns the best.
func (l *line) longest(i int, datesOnly bool) (m meaning, end int) {
	set := l.triedAt(i)
	if datesOnly {
		set &= l.dates
	}
	for end = i; set != 0; set &= set - 1 {
		if found, to := l.rules[bits.TrailingZeros64(uint64(set))].match(l, i); to > end {
			m, end = found, to
		}
	}
	return m, end
}

// date returns the date that begins at atom i, and the atom after it; i where there is none.
func (l *line) date(i int) (meaning, int) {
	return l.longest(i, true)
}

// dateAfter returns the date after one of the words, "of" as a rule.
func (l *line) dateAfter(i int, words ...string) (meaning, int) {
	if !l.has(i, words...) {
		return nil, i
	}
	if m, end := l.date(i + 1); end > i+1 {
		return m, end
	}
	return nil, i
}
