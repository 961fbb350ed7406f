package quantity

import (
	"concord"
	"concord/text"
)

// share reads a part of a whole that is itself a number: "half of the 30", "two-thirds of the 600".
func (f *finder) share(i int) (number, bool) {
	at, times, part := i, 1.0, f.numeral(i)
	if i+1 < f.end && (part.kind == unitNumeral || f.word(i) == "a") {
		if part.kind == unitNumeral {
			times = part.low
		}
		at++
		if f.word(at) == "-" && at+1 < f.end {
			at++
		}
		part = f.numeral(at)
	}
	if part.kind != shareNumeral || at+1 >= f.end {
		return number{}, false
	}
	at = f.wholeOf(at + 1)
	total, ok := f.single(at)
	if !ok || total.article && total.low < 1000 || total.qualifier != concord.Exact || f.word(at-1) == f.word(total.first) || f.numeral(at).kind == scaleNumeral {
		return number{}, false
	}
	total.first, total.low, total.high, total.qualifier = i, total.low*part.low*times, total.high*part.low*times, concord.About
	return total, true
}

// wholeOf passes over the words at token i that tie a share to its whole: "of the".
func (f *finder) wholeOf(i int) int {
	for i < f.end && (f.word(i) == "of" || f.word(i) == "the" || f.word(i) == "those" || f.word(i) == "these") {
		i++
	}
	return i
}

// half reads "half a million", "half a dozen", "half-dozen".
func (f *finder) half(n number) (number, bool) {
	if f.word(n.first) != "half" {
		return n, false
	}
	next := n.first + 1
	for next < f.end && (f.word(next) == "a" || f.word(next) == "-") {
		next++
	}
	if next >= f.end {
		return n, false
	}
	if w := f.numeral(next); w.kind != scaleNumeral && f.word(next) != "dozen" {
		return n, false
	}
	n.last, n.low, n.high = next, 0.5, 0.5
	return f.scaled(n), true
}

// outOf reads on over the whole that n is a part of: "eighteen of the 31 lorries" counts eighteen of them.
func (f *finder) outOf(n number) number {
	at := n.last
	if f.wordOrEmpty(at) == "out" {
		at++
	}
	if n.article || !f.of(at) {
		return n
	}
	at++
	if at < f.end && f.Tokens[at].POS == text.DET || at < f.end && f.Tokens[at].Tag == text.PRPS {
		at++
	}
	whole, ok := f.single(at)
	if !ok || whole.article || whole.qualifier != concord.Exact || whole.low < n.high || !f.followedByNoun(whole.last) {
		return n
	}
	n.last = whole.last
	return n
}
