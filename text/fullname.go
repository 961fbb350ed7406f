package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// spellOut labels as one name of an organisation the words that an abbreviation in brackets stands for: "the Front for the Rescue of the North
// (FRN)". A name so long is seldom seen whole by the model, which ends it at the first small word.
func (n *naming) spellOut(d *Doc, first int) {
	if n.casing != mixedCase {
		return
	}
	for i := 3; i+1 < len(n.labels); i++ {
		short := d.Form(first + i)
		if d.Tokens[first+i-1].Norm != "(" || d.Tokens[first+i+1].Norm != ")" || !isCapitals(short) {
			continue
		}
		if begin := n.spelled(d, first, i-1, strings.ToLower(short)); begin >= 0 {
			n.labels[begin] = beginOf(OrganisationName)
			for k := begin + 1; k < i-1; k++ {
				n.labels[k] = beginOf(OrganisationName).insideOf()
			}
		}
	}
}

// spelled returns where the words begin that end before mark end and whose initials are those of short, or the first of which is a word for an
// organisation with a preposition after it; -1 where none do.
func (n *naming) spelled(d *Doc, first, end int, short string) int {
	begin, initials := -1, ""
	for k := end - 1; k >= 0 && end-k <= longestName; k-- {
		word := d.Form(first + k)
		r, _ := utf8.DecodeRuneInString(word)
		switch {
		case isSmallWord(word) && k < end-1:
			continue
		case !unicode.IsUpper(r):
			return begin
		}
		initials = string(unicode.ToLower(r)) + initials
		if initials == short || n.marks[k].cues&organisationCue != 0 && isSmallWord(d.Form(first+k+1)) {
			begin = k
		}
	}
	return begin
}

// longestName is how many words the name of an organisation has at most.
const longestName = 12
