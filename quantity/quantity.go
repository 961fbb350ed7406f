// Package quantity finds the numbers of a report and says how each is put ("at least 20", "dozens"), what it counts,
// and whether it counts anybody or anything at all: ages, sums of money, distances, times, calibres and the
// numbers in names do not.
//
// The work goes in four steps: number.go reads a number, with spelled.go, digits.go, range.go, share.go, vague.go and none.go for its ways;
// qualify.go how it is put; unit.go what it measures or, with counted.go, counts; name.go tells the numbers that are parts of names,
// addresses and the like.
package quantity

import (
	"cmp"
	"slices"

	"concord"
	"concord/text"
)

// Find returns the quantities of d in the order of the text. Numbers inside the time expressions, and numbers that are
// part of a name, an address or a telephone number, are no quantities and left out. Span holds the number and its unit of
// measure ("$5 million", "700 square miles"), not what it counts. Find needs tokens; tags, where there are any, make Unit better.
func Find(d *text.Doc, times []concord.TimeMention) []concord.QuantityMention {
	f := finder{Doc: d, words: vocabulary(), times: times}
	f.word = func(i int) string { return d.Tokens[i].Norm }
	found := []concord.QuantityMention{}
	for s := range d.Sentences {
		f.first, f.end = d.Sentences[s].First, d.Sentences[s].Last
		for i := f.first; i < f.end; {
			q, next, ok := f.at(i)
			if ok {
				found = append(found, q)
			}
			i = next
		}
	}
	slices.SortStableFunc(found, func(a, b concord.QuantityMention) int { return cmp.Compare(a.Start, b.Start) })
	return found
}

// finder is one pass over a report; first and end bound the sentence at hand.
type finder struct {
	*text.Doc
	words      *words
	times      []concord.TimeMention
	word       func(int) string
	first, end int
}

// at reads the quantity that begins at token i. next is the token to go on from, whether one was found or not.
func (f *finder) at(i int) (q concord.QuantityMention, next int, ok bool) {
	if !f.words.begins.Get(f.Tokens[i].Norm) && !f.isDigits(i) {
		return q, i + 1, false
	}
	begin, stated := f.qualifier(i)
	n, ok := f.reading(begin)
	if !ok {
		return q, i + 1, false
	}
	n = f.span(n)
	if f.isName(n) || f.inTime(n) || f.ranks(n) {
		return q, n.last, false
	}
	if last, ok := f.ratio(n); ok {
		return q, last, false
	}
	n.put(stated)
	f.after(&n)
	q = f.mention(n)
	q.Unsaid = f.unsaid(n, &q)
	q.Phrase = concord.Span{Start: min(q.Start, q.Counted.Start), End: max(q.End, q.Counted.End)}
	if q.Counted.Len() == 0 {
		q.Phrase = q.Span
	}
	q.Phrase.Start = min(q.Phrase.Start, f.Tokens[i].Start)
	return q, n.last, true
}

// mention turns a number that was read into a mention.
func (f *finder) mention(n number) concord.QuantityMention {
	u := f.unitOf(n)
	q := concord.QuantityMention{Number: f.Span(n.first, n.last), Qualifier: n.qualifier, Unit: u.name, Counts: u.counts, Counted: u.span}
	q.Low, q.High = n.bounds()
	q.Span = f.Span(min(n.first, u.first), max(n.last, u.last))
	if u.measured && u.last <= n.last && u.first >= n.first {
		q.Span = q.Number
	}
	return q
}

// ratio reads a share that counts no one, "one in five", "seven out of ten", and returns the token after it.
func (f *finder) ratio(n number) (last int, ok bool) {
	at := n.first + 1
	switch {
	case n.digits || n.low > 10:
		return 0, false
	case f.wordOrEmpty(at) == "in":
		at++
	case f.wordOrEmpty(at) == "out" && f.of(at+1):
		at += 2
	default:
		return 0, false
	}
	if f.wordOrEmpty(at) == "every" {
		at++
	}
	whole, ok := f.single(at)
	return whole.last, ok && !whole.digits && whole.qualifier == concord.Exact && whole.low <= 10 && f.followedByNoun(whole.last) && !f.timeBegins(at)
}

// ranks reports whether a number only places something among others ("one of the worst") or joins two names ("both Aden and Lahij").
func (f *finder) ranks(n number) bool {
	if n.last != n.first+1 || n.last >= f.end {
		return false
	}
	switch f.word(n.first) {
	case "one":
		for i := n.last; i < min(f.end, n.last+4); i++ {
			if tag := f.Tokens[i].Tag; f.of(n.last) && (tag == text.JJS || tag == text.RBS) {
				return true
			}
		}
	case "both":
		next := &f.Tokens[n.last]
		return next.POS == text.PROPN && next.Tag != text.NNPS || next.POS == text.ADP && next.Norm != "of"
	}
	return false
}

// unsaid reports whether the words of n say no number: "many", "no", "both", "one or more", or "one" of others or of nothing told.
func (f *finder) unsaid(n number, q *concord.QuantityMention) bool {
	if n.digits || q.Unit == "%" {
		return false
	}
	switch first := f.numeral(n.first); {
	case f.word(n.first) == "both", first.kind == vagueNumeral, first.kind == noneNumeral:
		return n.last == n.first+1 || f.of(n.first+1)
	case f.word(n.first) == "one":
		return n.last == n.first+1 && (f.of(n.last) || q.Counted.Len() == 0) || f.wordOrEmpty(n.first+1) == "or"
	}
	return false
}

// inTime reports whether the number stands in a time expression.
func (f *finder) inTime(n number) bool {
	span := f.Span(n.first, n.last)
	i, _ := slices.BinarySearchFunc(f.times, span.Start, func(t concord.TimeMention, at int) int { return cmp.Compare(t.End, at+1) })
	return i < len(f.times) && f.times[i].Overlaps(span)
}
