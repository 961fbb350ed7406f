package quantity

import (
	"concord"
	"concord/text"
)

// none reads "no", "nobody", "zero", "not one", "not a single" before what it denies.
func (f *finder) none(n number) (number, bool) {
	i := n.first
	n.last, n.qualifier = i+1, concord.None
	switch f.word(i) {
	case "not":
		switch {
		case f.wordOrEmpty(i+1) == "one":
			n.last = i + 2
		case f.wordOrEmpty(i+1) == "a" && f.wordOrEmpty(i+2) == "single":
			n.last = i + 3
		default:
			return n, false
		}
		return n, f.deniesSome(n.last - 1)
	case "zero":
		return n, !f.isNounLike(i-1) && f.deniesSome(i)
	case "no", "neither":
		if last := f.noOne(i); last > i {
			n.last, n.alone = last, true
			return n, true
		}
		return n, f.deniesSome(i)
	}
	n.alone = true
	return n, true
}

// noOne returns the token after a "no one" or "no-one" that begins at token i and counts nobody, i where none does.
func (f *finder) noOne(i int) int {
	one := i + 1
	if f.wordOrEmpty(one) == "-" {
		one++
	}
	if f.word(i) != "no" || f.wordOrEmpty(one) != "one" || f.followedByNoun(one+1) {
		return i
	}
	return one + 1
}

// deniesSome reports whether "no" or "neither" at token i denies some of what can be counted: "no casualties", "no soldier", but not "no
// doubt", "no peace".
func (f *finder) deniesSome(i int) bool {
	if !f.followedByNoun(i + 1) {
		return false
	}
	_, noun := f.counted(number{first: i, last: i + 1})
	if noun < 0 || f.word(i) == "neither" || f.word(noun) == "loss" {
		return true
	}
	tag := f.Tokens[noun].Tag
	return tag == text.NNS || tag == text.NNPS || tag == text.NNP || f.words.countable[f.Tokens[noun].Lemma]
}
