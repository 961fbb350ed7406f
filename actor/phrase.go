package actor

import (
	"concord"
	"concord/text"
)

// whole returns where a phrase begins that would cut a name of the tables in two: "|Shining Path members".
func (f *finder) whole(first int) int {
	for i := max(f.Sentences[f.Tokens[first].Sentence].First, first-4); i < first; i++ {
		if _, n := f.match(i, len(f.Tokens)); n > 0 && i+n > first {
			return i
		}
	}
	return first
}

// paired returns where a phrase begins with the adjective that shares its noun with the first of it: "|local and provincial councils".
func (f *finder) paired(first, head int) int {
	if first == head || first-2 < f.Sentences[f.Tokens[head].Sentence].First || f.Tokens[first].POS != text.ADJ || f.Tokens[first-1].POS != text.CCONJ {
		return first
	}
	if t := &f.Tokens[first-2]; t.POS == text.ADJ && (t.Rel == text.Amod && t.Head == head || f.isPeoples(first-2) && f.isPeoples(first)) {
		return f.Chunk(first - 2)
	}
	return first
}

// predicate reports whether the phrase at token first only says what somebody is: "he was |a colonel".
func (f *finder) predicate(first int) bool {
	return first > f.Sentences[f.Tokens[first].Sentence].First && f.Tokens[first-1].Lemma == "be" && f.Tokens[first].Norm != "the"
}

// lone reports whether a lone singular noun within a sentence means nobody in particular: "taken |prisoner", "|fighter and bomber crews".
func (f *finder) lone(first, head int) bool {
	begin := f.Sentences[f.Tokens[head].Sentence].First
	return first == head && head > begin && f.Tokens[head-1].POS != text.NUM && f.Form(head) == f.Tokens[head].Norm && f.Tokens[head].Tag == text.NN
}

// complement returns the end of the phrase with this head and the "of" phrase that says whose or who they are: "the families of
// the victims|", "minister for energy|".
func (f *finder) complement(head int, n noun) int {
	last, end := head+1, f.Sentences[f.Tokens[head].Sentence].Last
	if f.inOneBreath(head, end) {
		return last + 2
	}
	if last+1 >= end || f.Tokens[last].Norm != "of" && (f.Tokens[last].Norm != "for" || n.side != concord.Official && !(f.capital(head) && f.capital(last+1))) {
		return last
	}
	for i := last + 1; i < min(end, last+7); i++ {
		if e := f.placed[i]; e > 0 && !f.isPeoples(i) {
			return e
		}
		if unit := f.unitEnd(i, end); unit > i {
			return unit
		}
		if _, n := f.match(i, end); n > 1 && i <= last+2 {
			return i + n
		}
		if t := &f.Tokens[i]; t.POS == text.NOUN || t.POS == text.PROPN {
			if f.isHead(i, end) && f.Chunk(i) == last+1 {
				if nm := f.NameAt(i); t.POS == text.NOUN && !f.isPeople(i) && f.Form(i) == t.Norm || nm != nil && nm.Kind == text.PersonName && !f.isPeople(i) {
					return last
				}
				return i + 1
			}
		}
	}
	return last
}

// inOneBreath reports whether the people of this head are named with others by a bare noun each: "family and friends", "allies and partners".
func (f *finder) inOneBreath(head, end int) bool {
	other := head + 2
	if other >= end || f.Tokens[head+1].Norm != "and" || f.capital(other) || f.Tokens[other].Tag != text.NNS || f.Tokens[head].Tag != text.NNS && !f.isBody(head) {
		return false
	}
	return f.isHead(other, end) && f.isPeople(other) && (other+1 == end || f.Tokens[other+1].Norm != "of")
}

// capital reports whether token i begins with a capital letter.
func (f *finder) capital(i int) bool {
	c := f.Text[f.Tokens[i].Start]
	return c >= 'A' && c <= 'Z'
}

// unnumbered returns where the phrase begins without its number and the words that hedge it: "at least 12 |villagers", "all |parties".
func (f *finder) unnumbered(first, head int) int {
	if f.Tokens[first].POS == text.DET && f.Tokens[first].Norm != "some" {
		return first
	}
	for i := head - 1; i >= first; i-- {
		if f.Tokens[i].POS == text.NUM && !isOrdinal(f.Tokens[i].Norm) {
			if _, n := f.match(i, i+1); n > 0 {
				return i // a short form that was taken for a number: "12 |SDF fighters"
			}
			return i + 1
		}
	}
	for first < head && loose[f.Tokens[first].Norm] {
		first++
	}
	return first
}

// loose are quantifiers that are no part of a group's name.
var loose = map[string]bool{"any": true, "no": true, "more": true, "many": true, "some": true, "several": true, "multiple": true,
	"most": true, "few": true, "fewer": true, "numerous": true, "every": true, "each": true}

// bare returns the words of tokens [first, last) without an article or owner's pronoun.
func (f *finder) bare(first, last int) string {
	for first < last-1 && (f.Tokens[first].POS == text.DET || f.Tokens[first].Tag == text.PRPS) {
		first++
	}
	return f.Words(first, last)
}
