package quantity

import (
	"math"
	"strings"
	"unicode/utf8"

	"concord"
	"concord/text"
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
	if next := n.last + 3; next < f.end && f.words.numbers.Get(f.word(next)).kind == scaleNumeral {
		n.low, n.high, n.last = n.low+0.5, n.high+0.5, next
		return f.scaled(n)
	}
	return n
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

// scaleOf returns the scale that ends n ("million"), 1 where none does.
func (f *finder) scaleOf(n number) float64 {
	if w := f.words.numbers.Get(f.word(n.last - 1)); w.kind == scaleNumeral {
		return w.low
	}
	return 1
}

// share reads a part of a whole that is itself a number: "half of the 30".
func (f *finder) share(i int) (number, bool) {
	at, times := i, 1.0
	part := f.words.numbers.Get(f.word(at))
	if over := f.words.numbers.Get(f.word(at)); over.kind == unitNumeral && at+1 < f.end || f.word(at) == "a" && at+1 < f.end {
		if over.kind == unitNumeral {
			times = over.low
		}
		at++
		if f.word(at) == "-" && at+1 < f.end {
			at++
		}
		part = f.words.numbers.Get(f.word(at))
	}
	if part.kind != shareNumeral || at+1 >= f.end {
		return number{}, false
	}
	at++
	for at < f.end && (f.word(at) == "of" || f.word(at) == "the" || f.word(at) == "those" || f.word(at) == "these") {
		at++
	}
	total, ok := f.single(at)
	if !ok || total.article && total.low < 1000 || total.qualifier != concord.Exact || f.word(at-1) == f.word(total.first) || f.words.numbers.Get(f.word(at)).kind == scaleNumeral {
		return number{}, false
	}
	total.first, total.low, total.high, total.qualifier = i, total.low*part.low*times, total.high*part.low*times, concord.About
	return total, true
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
	switch w := f.words.numbers.Get(f.word(i)); w.kind {
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

// withArticle reads "a hundred", "a dozen", "a couple", "a handful", "half a million".
func (f *finder) withArticle(n number) (number, bool) {
	next := n.first + 1
	if next >= f.end {
		return n, false
	}
	n.article = true
	w := f.words.numbers.Get(f.word(next))
	switch {
	case w.kind == scaleNumeral:
		n.last, n.low, n.high = next, 1, 1
		return f.scaled(n), true
	case w.kind == packNumeral && (f.word(next) != "score" || f.of(next+1)):
		n.last, n.low, n.high = next, 1, 1
		n = f.scaled(n)
		if f.word(next) == "couple" {
			if n.last == next+1 && !f.of(n.last) {
				return n, false // "a couple was killed": two people, but not a number
			}
			n.qualifier = concord.About
			if scale := n.last + 1; f.of(n.last) && scale < f.end && f.words.numbers.Get(f.word(scale)).kind == scaleNumeral {
				n.last = scale
				n = f.scaled(n)
			}
		}
		return n, true
	case w.kind == vagueNumeral && f.word(next) != "many":
		n.last = next
		n.first = next
		n, ok := f.vague(n)
		n.first = next - 1
		return n, ok
	case w.kind == shareNumeral && f.word(next) == "half":
		n.first = next
		n, ok := f.half(n)
		n.first = next - 1
		return n, ok
	}
	return n, false
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
	if w := f.words.numbers.Get(f.word(next)); w.kind != scaleNumeral && f.word(next) != "dozen" {
		return n, false
	}
	n.last, n.low, n.high = next, 0.5, 0.5
	return f.scaled(n), true
}

// inWords reads "forty-five", "three hundred and twelve", "two dozen".
func (f *finder) inWords(n number) (number, bool) {
	total, group, last := 0.0, 0.0, noNumeral
	i := n.first
	for i < f.end {
		w := f.words.numbers.Get(f.word(i))
		switch {
		case w.kind == unitNumeral && (last == noNumeral || last == tenNumeral && w.low > 0 && w.low < 10 || last == scaleNumeral):
			group += w.low
		case w.kind == tenNumeral && (last == noNumeral || last == scaleNumeral):
			group += w.low
		case w.kind == scaleNumeral && w.low == 100 && last != noNumeral && group < 100:
			group *= 100
		case w.kind == scaleNumeral && w.low > 100 && last != noNumeral && group > 0:
			total += group * w.low
			group = 0
		case w.kind == packNumeral && w.low > 2 && last == unitNumeral && total == 0:
			group *= w.low
			n.last, n.low, n.high = i+1, group, group
			return n, true
		default:
			n.last, n.low, n.high = i, total+group, total+group
			return n, last != noNumeral
		}
		last = w.kind
		i++
		n.last = i
		if i+1 < f.end && f.joinsNumerals(i, last) {
			i++
		}
	}
	n.low, n.high = total+group, total+group
	return n, last != noNumeral
}

// joinsNumerals reports whether the hyphen or "and" at i goes on with the number: "forty-five", "hundred and five".
func (f *finder) joinsNumerals(i int, last numeralKind) bool {
	next := f.words.numbers.Get(f.word(i + 1))
	switch f.word(i) {
	case "-":
		return last == tenNumeral && next.kind == unitNumeral && next.low < 10
	case "and":
		return last == scaleNumeral && (next.kind == unitNumeral || next.kind == tenNumeral)
	}
	return false
}

// scaled reads the scales and packs after a number in digits or an article: "2.5 million", "a hundred thousand", "15 dozen".
func (f *finder) scaled(n number) number {
	for n.last < f.end {
		w := f.words.numbers.Get(f.word(n.last))
		if w.kind != scaleNumeral && (w.kind != packNumeral || w.low == 2 && !n.article) || n.low <= 0 {
			break
		}
		n.low, n.high, n.last, n.fraction = n.low*w.low, n.high*w.low, n.last+1, false
	}
	return n
}

// order reads "dozens", "tens of thousands", "hundreds of thousands".
func (f *finder) order(n number) (number, bool) {
	w := f.words.numbers.Get(f.word(n.first))
	n.last, n.low, n.high, n.qualifier = n.first+1, w.low, w.high, concord.Order
	if n.last+1 < f.end && f.of(n.last) {
		if scale := f.words.numbers.Get(f.word(n.last + 1)); scale.kind == orderNumeral && scale.low >= 200 {
			of := magnitude(w.low) * scale.low / 2
			n.low, n.high, n.last = 2*of, 10*of-1, n.last+2
			return n, true
		}
	}
	if n.last+1 < f.end && f.word(n.last) == "upon" && f.word(n.last+1) == f.word(n.first) {
		n.last += 2 // "thousands upon thousands"
	}
	return n, f.word(n.first) != "tens"
}

// magnitude returns the power of ten below the least value of an order word: 10 for "tens", 100 for "hundreds".
func magnitude(low float64) float64 { return math.Pow(10, math.Floor(math.Log10(low))) }

// vague reads "several", "a few", "several hundred", "a few dozen".
func (f *finder) vague(n number) (number, bool) {
	w := f.words.numbers.Get(f.word(n.first))
	n.last, n.low, n.high, n.qualifier, n.open = n.first+1, w.low, w.low, concord.Some, true
	if n.last >= f.end {
		return n, true
	}
	scale := f.words.numbers.Get(f.word(n.last))
	if scale.kind == orderNumeral && f.word(n.last) == "tens" {
		n.low, n.high, n.open, n.qualifier, n.last = scale.low, scale.high, false, concord.Order, n.last+1
		return n, true
	}
	if scale.kind == scaleNumeral || f.word(n.last) == "dozen" {
		n.low, n.high, n.open, n.qualifier = 2*scale.low, 10*scale.low-1, false, concord.Order
		if scale.kind == packNumeral {
			n.high = 99
		}
		n.last++
	}
	return n, true
}

// of reports whether token i is "of".
func (f *finder) of(i int) bool { return i < f.end && f.word(i) == "of" }

// isDigits reports whether token i is a number in digits, of whatever script.
func (f *finder) isDigits(i int) bool {
	if i >= f.end {
		return false
	}
	word := f.Tokens[i].Norm
	if c := word[0]; c < utf8.RuneSelf && (c < '0' || c > '9') {
		return false
	}
	digits := false
	for _, r := range word {
		if digitValue(r) < 0 && !strings.ContainsRune(".,٬٫", r) {
			return false
		}
		digits = digits || digitValue(r) >= 0
	}
	return digits
}

// digitValue returns the value of a digit: European, Arabic-Indic or Eastern Arabic-Indic; -1 for any other character.
func digitValue(r rune) int {
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0')
	case r >= '٠' && r <= '٩':
		return int(r - '٠')
	case r >= '۰' && r <= '۹':
		return int(r - '۰')
	}
	return -1
}

// readDigits reads digits with their separators: "1,234", "1.234", "1 234", "٢٥٠", "2.5".
func (f *finder) readDigits(n *number) {
	n.digits, n.last = true, n.first+1
	word := f.Tokens[n.first].Norm
	for n.last+1 < f.end && f.word(n.last) == "٬" && f.isDigits(n.last+1) {
		word += f.word(n.last) + f.word(n.last+1)
		n.last += 2
	}
	groups := splitDigits(word)
	if len(groups) == 1 && len(groups[0]) <= 3 {
		for f.isGroup(n.last) {
			groups[0] += f.Tokens[n.last].Norm
			n.last++
		}
	}
	n.low, n.fraction = f.valueOf(groups, n.last)
	n.high = n.low
}

// isGroup reports whether token i is three digits set off by a space, so that it goes on with the number before it.
func (f *finder) isGroup(i int) bool {
	if i >= f.end || i == 0 {
		return false
	}
	word, gap := f.Tokens[i].Norm, f.Text[f.Tokens[i-1].End:f.Tokens[i].Start]
	if len(word) != 3 || gap != " " && gap != "\u00a0" && gap != "\u202f" && gap != "\u2009" || !f.isDigits(i) {
		return false
	}
	return i+1 >= f.end || f.word(i+1) != "-" && f.word(i+1) != "mm"
}

// splitDigits parts a word at its separators and writes the digits in ASCII; separators stand as groups of their own.
func splitDigits(word string) []string {
	groups := []string{""}
	for _, r := range word {
		if v := digitValue(r); v >= 0 {
			groups[len(groups)-1] += string(rune('0' + v))
			continue
		}
		mark := map[rune]string{',': ",", '٬': ",", '.': ".", '٫': "."}[r]
		groups = append(groups, mark, "")
	}
	return groups
}

// valueOf adds up digit groups. A comma parts thousands; a full stop does where more than one stands there, or where three
// digits follow it and what comes next (token i) is neither a scale nor a unit of measure.
func (f *finder) valueOf(groups []string, i int) (value float64, fraction bool) {
	point := len(groups) == 3 && groups[1] == "."
	if point && len(groups[2]) == 3 && len(groups[0]) <= 3 && groups[0] != "" && groups[0] != "0" {
		_, measured := f.measureAt(i)
		point = measured || f.words.numbers.Get(f.wordOrEmpty(i)).kind == scaleNumeral
	}
	for g := 0; g < len(groups); g += 2 {
		divisor := 1.0
		for _, c := range groups[g] {
			value = value*10 + float64(c-'0')
			divisor *= 10
		}
		if point && g == 2 {
			value /= divisor
		}
	}
	return value, point && value != math.Trunc(value)
}

func (f *finder) wordOrEmpty(i int) string {
	if i < f.first || i >= f.end {
		return ""
	}
	return f.word(i)
}
