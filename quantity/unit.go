package quantity

import (
	"strings"

	"concord"
	"concord/text"
)

// unit is what a number counts or measures.
type unit struct {
	name        string
	first, last int  // tokens of a unit of measure or currency; those of the number itself where there is none
	measured    bool // a unit of measure
	counts      bool
	span        concord.Span // of what is counted
}

// currencies are the signs that stand before a sum.
var currencies = map[string]string{"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₪": "ILS", "₴": "UAH", "₽": "RUB", "usd": "USD", "eur": "EUR", "rs": "INR", "rs.": "INR", "inr": "INR", "pkr": "PKR"}

// unitOf says what n counts or measures.
func (f *finder) unitOf(n number) unit {
	if u, ok := f.measured(n); ok {
		return u
	}
	u := unit{first: n.first, last: n.last}
	if f.isAge(n) {
		u.name = "years"
		return u
	}
	if f.isCompound(n.last) {
		u.name = f.word(n.last + 1)
		return u
	}
	first, noun := f.counted(n)
	if noun < 0 && n.first-2 >= f.first && f.of(n.first-1) && f.words.groups[f.word(n.first-2)] == "parent" {
		return u
	}
	if n.fraction || f.isYear(n, noun) || n.qualifier == concord.Some && noun >= 0 && f.Tokens[noun].Tag == text.NN {
		return u
	}
	u.counts = true
	if noun >= 0 {
		u.name, u.span = f.word(noun), f.Span(first, noun+1)
	}
	return u
}

// measured reads the currency before a number or the unit of measure after it.
func (f *finder) measured(n number) (unit, bool) {
	u := unit{first: n.first, last: n.last, measured: true}
	if n.first > f.first {
		if name := currencies[f.word(n.first-1)]; name != "" {
			u.name, u.first = name, n.first-1
			return u, true
		}
	}
	at := n.last
	if f.wordOrEmpty(at) == "-" && !f.Tokens[at].SpaceAfter {
		at++
	}
	if f.of(at) { // "millions of dollars"
		at++
	}
	m, ok := f.measureAt(at)
	if !ok || at > n.last && f.of(at-1) && m.kind != "money" {
		return u, false
	}
	_, length := f.words.measures.Match(f.word, at, f.end)
	u.name, u.last = m.unit, at+length
	if per := f.rate(u.last); per != "" {
		u.name, u.last = u.name+"/"+per, u.last+2
	}
	return u, true
}

// rate returns the unit that another is told by, after a stroke at token i: the "s" of "40 m3/s"; "" where there is none.
func (f *finder) rate(i int) string {
	if i+1 >= f.end || f.word(i) != "/" || f.Tokens[i-1].SpaceAfter || f.Tokens[i].SpaceAfter {
		return ""
	}
	switch per := strings.TrimPrefix(f.word(i+1), "'"); per {
	case "s", "sec", "second", "min", "minute", "h", "hr", "hour", "day", "week", "month", "year", "km", "km2", "m2", "kg", "l":
		return per
	}
	return ""
}

// measureAt returns the unit of measure that begins at token i.
func (f *finder) measureAt(i int) (measure, bool) {
	if i < f.first || i >= f.end {
		return measure{}, false
	}
	m, length := f.words.measures.Match(f.word, i, f.end)
	return m, length > 0
}

// isAge reports whether n is somebody's age: "aged 12", "Huda Karam, 34, …", "Huda Karam (34)".
func (f *finder) isAge(n number) bool {
	if n.low > 120 || n.first == f.first {
		return false
	}
	switch f.word(n.first - 1) {
	case "aged", "age", "ages":
		return true
	case "under", "over":
		return f.isNounLike(n.first-2) && !f.isNounLike(n.last)
	case ",", "(":
		if f.listedAge(n.first - 2) {
			return true
		}
		return n.qualifier == concord.Exact && (f.isBearer(n.first-2) && f.closes(n.last) || f.isPerson(n.first-2) && !f.followedByNoun(n.last))
	case "and":
		if f.listedAge(n.first - 2) {
			return true
		}
		return n.first-2 > f.first && f.isDigits(n.first-2) && f.closes(n.last) && f.word(n.first-3) == "," && f.isNounLike(n.first-4)
	}
	return false
}

// listedAge reports whether the number at token i is one of a list of ages: "aged 4, 7 and 11".
func (f *finder) listedAge(i int) bool {
	for ; i > f.first && f.isDigits(i); i -= 2 {
		if before := f.word(i - 1); before == "aged" || before == "ages" {
			return true
		} else if before != "," {
			return false
		}
	}
	return false
}

// isBearer reports whether somebody of an age may be named by token i; a headline's "Man" passes for an exclamation.
func (f *finder) isBearer(i int) bool {
	return f.isNounLike(i) || i >= f.first && f.Tokens[i].POS == text.INTJ
}

// isPerson reports whether token i ends a person's name.
func (f *finder) isPerson(i int) bool {
	if i < f.first {
		return false
	}
	name := f.NameAt(i)
	return name != nil && name.Kind == text.PersonName && name.Last == i+1
}

// closes reports whether an apposition may end before token i.
func (f *finder) closes(i int) bool {
	switch f.wordOrEmpty(i) {
	case "", ",", ")", ".", ";":
		return true
	case "and":
		return f.isDigits(i + 1)
	}
	return false
}

// isCompound reports whether a hyphen at i ties the number before it into an adjective: "three-storey".
func (f *finder) isCompound(i int) bool {
	return i+1 < f.end && f.word(i) == "-" && !f.Tokens[i-1].SpaceAfter && !f.Tokens[i].SpaceAfter && isLetters(f.word(i+1))
}

// isYear reports whether four bare digits are a year rather than a number of what stands at token noun.
func (f *finder) isYear(n number, noun int) bool {
	if !n.digits || n.last != n.first+1 || len(f.word(n.first)) != 4 || n.low < 1900 || n.low > 2100 {
		return false
	}
	if noun < 0 || n.first == f.first {
		return true
	}
	switch f.word(n.first - 1) {
	case "in", "since", "until", "during", "by", "from", "early", "late", "mid", "of":
		return true
	}
	return false
}

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

// isNoun reports whether token i is a noun or a pronoun that may be counted.
func (f *finder) isNoun(i int) bool {
	switch f.Tokens[i].POS {
	case text.NOUN, text.PROPN:
		return isLetters(f.word(i))
	case text.ADJ: // a tagger may not know the word
		return strings.HasSuffix(f.word(i), "men") || f.standsAlone(i)
	case text.PRON:
		w := f.word(i)
		return w == "them" || w == "whom" || w == "us" || w == "those" || w == "which"
	}
	return false
}

// standsAlone reports whether token i is a word for people that also says what others are like, and says it of nobody: "one civilian was hurt", not
// "one civilian aircraft".
func (f *finder) standsAlone(i int) bool {
	switch f.word(i) {
	case "civilian", "militant", "insurgent", "extremist", "jihadist", "islamist":
		return i+1 >= f.end || f.Tokens[i+1].POS != text.NOUN && f.Tokens[i+1].POS != text.PROPN && f.Tokens[i+1].POS != text.ADJ && f.Tokens[i+1].Norm != "-"
	}
	return false
}

func (f *finder) isNounLike(i int) bool { return i >= f.first && i < f.end && f.isNoun(i) }

// isModifier reports whether token i may stand between a number and its noun.
func (f *finder) isModifier(i int) bool {
	if i >= f.end {
		return false
	}
	switch t := f.Tokens[i]; t.POS {
	case text.ADJ:
		return true
	case text.VERB:
		return t.Norm != "including" && (t.Tag == text.VBN || t.Tag == text.VBG || t.Norm == "suspected" || t.Norm == "alleged") && i+1 < f.end && (f.isNoun(i+1) || f.Tokens[i+1].POS == text.ADJ)
	case text.ADV:
		return i+1 < f.end && (f.Tokens[i+1].POS == text.ADJ || f.Tokens[i+1].Tag == text.VBN)
	}
	return false
}

// followedByNoun reports whether a noun phrase begins at token i.
func (f *finder) followedByNoun(i int) bool {
	for i < f.end && f.isModifier(i) {
		i++
	}
	return i < f.end && (f.isNoun(i) || f.word(i) == "one")
}

// timeBegins reports whether a time expression begins at token i.
func (f *finder) timeBegins(i int) bool {
	return f.inTime(number{first: i, last: i + 1})
}

// isLetters reports whether a word begins with a letter.
func isLetters(word string) bool {
	return word != "" && (word[0] >= 'a' && word[0] <= 'z' || word[0] >= 0xC3)
}
