package quantity

import "concord"

// withArticle reads "a hundred", "a dozen", "a couple", "a handful", "half a million".
func (f *finder) withArticle(n number) (number, bool) {
	next := n.first + 1
	if next >= f.end {
		return n, false
	}
	n.article = true
	switch w := f.numeral(next); {
	case w.kind == scaleNumeral:
		n.last, n.low, n.high = next, 1, 1
		return f.scaled(n), true
	case w.kind == packNumeral && (f.word(next) != "score" || f.of(next+1)):
		n.last, n.low, n.high = next, 1, 1
		return f.pack(n)
	case w.kind == vagueNumeral && f.word(next) != "many":
		return pastArticle(n, f.vague)
	case w.kind == shareNumeral && f.word(next) == "half":
		return pastArticle(n, f.half)
	}
	return n, false
}

// pack reads "a dozen", "a couple of thousand", whose article n is. "A couple was killed" tells of two people, but is no number.
func (f *finder) pack(n number) (number, bool) {
	couple := f.word(n.last) == "couple"
	n = f.scaled(n)
	if !couple {
		return n, true
	}
	if n.last == n.first+2 && !f.of(n.last) {
		return n, false
	}
	n.qualifier = concord.About
	if scale := n.last + 1; f.of(n.last) && scale < f.end && f.numeral(scale).kind == scaleNumeral {
		n.last = scale
		n = f.scaled(n)
	}
	return n, true
}

// pastArticle reads the number after the article that n begins with, and takes the article in.
func pastArticle(n number, read func(number) (number, bool)) (number, bool) {
	n.last = n.first + 1
	n.first++
	n, ok := read(n)
	n.first--
	return n, ok
}

// inWords reads "forty-five", "three hundred and twelve", "two dozen".
func (f *finder) inWords(n number) (number, bool) {
	total, group, last := 0.0, 0.0, noNumeral
	i := n.first
	for i < f.end {
		w := f.numeral(i)
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
	next := f.numeral(i + 1)
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
		w := f.numeral(n.last)
		if w.kind != scaleNumeral && (w.kind != packNumeral || w.low == 2 && !n.article) || n.low <= 0 {
			break
		}
		n.low, n.high, n.last, n.fraction = n.low*w.low, n.high*w.low, n.last+1, false
	}
	return n
}

// scaleOf returns the scale that ends n ("million"), 1 where none does.
func (f *finder) scaleOf(n number) float64 {
	if w := f.numeral(n.last - 1); w.kind == scaleNumeral {
		return w.low
	}
	return 1
}
