package quantity

import "concord/text"

// counted returns the tokens of the noun phrase that n counts, from its first word to its noun; noun is -1 where none is named.
func (f *finder) counted(n number) (first, noun int) {
	if n.alone {
		return n.last, -1
	}
	if g := n.first - 2; g >= f.first && f.of(n.first-1) && f.words.groups[f.word(g)] == "group" && !f.isNounLike(n.last) {
		return g, g // "a family of five"
	}
	first, noun = f.skipToCounted(n.last), -1
	for i := first; i < f.end && !f.timeBegins(i); i++ {
		switch {
		case f.isNoun(i):
			if noun >= 0 && f.ends(noun, i) {
				return first, noun
			}
			noun = i
		case i-2 >= first && f.isDigits(i) && f.word(i-1) == "-" && !f.Tokens[i-1].SpaceAfter: // "one T-72 tank"
		case noun < 0 && f.isModifier(i), f.word(i) == "-" && i > first && !f.Tokens[i].SpaceAfter && !f.Tokens[i-1].SpaceAfter:
		case noun < 0 && f.word(i) == "and" && i > first && f.Tokens[i-1].POS == text.ADJ && f.isModifier(i+1):
		case f.isQuote(i) && i == first && f.isNounLike(i+1): // "50 "terrorists""
			first++
		default:
			if shared := f.sharedNoun(n, noun, i); shared > 0 {
				noun = shared
			}
			return first, noun
		}
	}
	return first, noun
}

// isQuote reports whether token i is a quotation mark.
func (f *finder) isQuote(i int) bool {
	switch f.word(i) {
	case `"`, "“", "'", "‘", "``":
		return true
	}
	return false
}

// sharedNoun returns the plural that "and" at token i lets the noun before it stand for too: "88 rebel and government |fighters"; 0 where it
// joins another noun.
func (f *finder) sharedNoun(n number, noun, i int) int {
	if noun < 0 || n.low < 2 || f.word(i) != "and" || f.Tokens[noun].Tag != text.NN && f.word(noun) != "police" || noun != i-1 {
		return 0
	}
	last := 0
	for j := i + 1; j < f.end && (f.isModifier(j) || f.isNoun(j)) && f.Tokens[j].POS != text.PRON; j++ {
		last = j
	}
	if last > 0 && (f.Tokens[last].Tag == text.NNS || f.word(last) == "personnel") {
		return last
	}
	return 0
}

// skipToCounted passes over "of the", "more", "other" after a number.
func (f *finder) skipToCounted(i int) int {
	if i+1 < f.end && f.word(i) == "more" && f.of(i+1) {
		i++ // "29 more of its soldiers"
	}
	if f.of(i) {
		i++
	}
	for i < f.end {
		switch f.word(i) {
		case "the", "these", "those", "their", "its", "his", "our", "more", "other", "others", "additional", "further", "such", "different":
			if f.word(i) == "others" {
				return i
			}
			i++
		default:
			return i
		}
	}
	return i
}

// ends reports whether the noun phrase ends with noun although the noun i follows at once: "five people Monday".
func (f *finder) ends(noun, i int) bool {
	plural := f.Tokens[noun].Tag == text.NNS || f.Tokens[noun].Tag == text.NNPS
	return plural && f.Tokens[i].POS == text.PROPN && f.Tokens[noun].POS == text.NOUN
}

// timeBegins reports whether a time expression begins at token i.
func (f *finder) timeBegins(i int) bool {
	return f.inTime(number{first: i, last: i + 1})
}
