package quantity

import "concord"

// bracketed reads "between 20 and 30" and "from 20 to 30".
func (f *finder) bracketed(i int) (number, bool) {
	joint := map[string]string{"between": "and", "from": "to"}[f.word(i)]
	if joint == "" {
		return number{}, false
	}
	low, ok := f.single(i + 1)
	if !ok || low.last >= f.end || f.word(low.last) != joint {
		return number{}, false
	}
	high, ok := f.single(low.last + 1)
	if !ok || high.qualifier != concord.Exact || f.word(i) == "from" && !f.likeRange(low, high) {
		return number{}, false
	}
	n, ok := f.joined(low, high)
	n.first = i
	return n, ok
}

// extended reads on where a second number makes n a range: "20 to 30", "20-30", "five or six".
func (f *finder) extended(n number) number {
	if n.qualifier != concord.Exact || n.last+1 >= f.end {
		return n
	}
	switch f.word(n.last) {
	case "to", "or":
	case "-":
		if f.Tokens[n.last-1].SpaceAfter != f.Tokens[n.last].SpaceAfter {
			return n
		}
	default:
		return n
	}
	high, ok := f.single(n.last + 1)
	if !ok || high.qualifier != concord.Exact || !f.likeRange(n, high) {
		return n
	}
	if whole, ok := f.joined(n, high); ok {
		return whole
	}
	return n
}

// likeRange reports whether two numbers may be the ends of one range: both in words or both in digits, neither
// a sum of many times the other.
func (f *finder) likeRange(low, high number) bool {
	return low.digits == high.digits && (high.high <= 20*low.low || f.scaleOf(high) > 1)
}

// joined makes a range of two numbers. "two to three million" lends the scale of the second to the first.
func (f *finder) joined(low, high number) (number, bool) {
	if scale := f.scaleOf(high); low.low < 1000 && scale >= 1000 && f.scaleOf(low) == 1 && low.low*scale < high.low {
		low.low *= scale
	}
	if low.low >= high.high {
		return number{}, false
	}
	high.first, high.low, high.qualifier = low.first, low.low, concord.Between
	return high, true
}
