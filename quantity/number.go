package quantity

import (
	"math"

	"concord"
)

// number is a number that was read: tokens [first, last) and the values they may mean.
type number struct {
	first, last int
	low, high   float64
	qualifier   concord.Qualifier
	open        bool // no upper bound
	fraction    bool // not whole: "1.5"
	article     bool // begins with "a": "a dozen"
	digits      bool // in digits
	alone       bool // a whole phrase already: "nobody", "none"
}

// bounds returns the least and the greatest number reported; high is nil where it is open.
func (n *number) bounds() (low int, high *int) {
	low, top := whole(n.low), whole(n.high)
	switch n.qualifier {
	case concord.Between, concord.Order, concord.Exact, concord.About, concord.None:
		if n.open {
			return low, nil
		}
		return low, &top
	case concord.AtMost, concord.FewerThan:
		_, high = n.qualifier.Bounds(top)
		return 0, high
	}
	return n.qualifier.Bounds(low)
}

// whole rounds a number, and bounds it by the greatest that 32 bits hold.
func whole(v float64) int {
	if v > math.MaxInt32 {
		return math.MaxInt32
	}
	return int(math.Round(v))
}

// reading reads the number that begins at token i: a range, a part of another number, or a single number.
func (f *finder) reading(i int) (number, bool) {
	if i >= f.end {
		return number{}, false
	}
	if n, ok := f.bracketed(i); ok {
		return n, true
	}
	if n, ok := f.share(i); ok {
		return n, true
	}
	n, ok := f.single(i)
	if !ok {
		return n, false
	}
	return f.outOf(f.extended(f.andHalf(n))), true
}

// andHalf reads on over "and a half" and the scale that it shares: "one and a half million", "a million and a half".
func (f *finder) andHalf(n number) number {
	if n.last+2 >= f.end || n.qualifier != concord.Exact || f.word(n.last) != "and" || f.word(n.last+1) != "a" || f.word(n.last+2) != "half" {
		return n
	}
	if scale := f.scaleOf(n); scale > 1 {
		n.low, n.high, n.last = n.low+scale/2, n.high+scale/2, n.last+3
		return n
	}
	if next := n.last + 3; next < f.end && f.numeral(next).kind == scaleNumeral {
		n.low, n.high, n.last = n.low+0.5, n.high+0.5, next
		return f.scaled(n)
	}
	return n
}

// single reads one number that begins at token i.
func (f *finder) single(i int) (number, bool) {
	n := number{first: i, last: i, qualifier: concord.Exact}
	if i >= f.end {
		return n, false
	}
	if f.word(i) == "a" || f.word(i) == "an" {
		return f.withArticle(n)
	}
	if f.isDigits(i) {
		f.readDigits(&n)
		return f.scaled(n), true
	}
	switch w := f.numeral(i); w.kind {
	case unitNumeral, tenNumeral, scaleNumeral:
		return f.inWords(n)
	case orderNumeral:
		return f.order(n)
	case vagueNumeral:
		return f.vague(n)
	case noneNumeral:
		return f.none(n)
	case shareNumeral:
		return f.half(n)
	}
	return n, false
}

// of reports whether token i is "of".
func (f *finder) of(i int) bool { return i < f.end && f.word(i) == "of" }

// numeral returns what the table of numbers says of token i.
func (f *finder) numeral(i int) numeral { return f.words.numbers.Get(f.word(i)) }

// wordOrEmpty returns the norm of token i, and nothing beyond the sentence.
func (f *finder) wordOrEmpty(i int) string {
	if i < f.first || i >= f.end {
		return ""
	}
	return f.word(i)
}
