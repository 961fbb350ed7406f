package quantity

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"concord/text"
)

// isName reports whether n is part of a name, an address, a telephone number, a score or a mark on the page: no quantity.
func (f *finder) isName(n number) bool {
	return n.digits && (f.isCoordinate(n) || f.isGlued(n) || f.isAddress(n) || f.isSeries(n) || f.isMark(n)) || f.isDesignated(n)
}

// span takes in the scale letters glued to digits: "$5m", "10k".
func (f *finder) span(n number) number {
	if !n.digits || n.last >= f.end || f.Tokens[n.last-1].SpaceAfter {
		return n
	}
	money := n.first > f.first && f.words.currencies[f.word(n.first-1)] != ""
	switch w := f.word(n.last); {
	case w == "k":
		n.low, n.high = n.low*1e3, n.high*1e3
	case w == "m" && (money || n.last+1 < f.end && f.Tokens[n.last+1].Tag == text.NNS):
		n.low, n.high = n.low*1e6, n.high*1e6
	default:
		return n
	}
	n.last, n.fraction = n.last+1, false
	return n
}

// isGlued reports whether digits hang on a word or on other digits: "Su-24", "3-1", ".22".
func (f *finder) isGlued(n number) bool {
	if f.Tokens[n.first].Norm[0] == '.' {
		return true
	}
	if n.first > f.first && !f.Tokens[n.first-1].SpaceAfter {
		switch before := f.word(n.first - 1); {
		case before == "-":
			return n.first-2 >= f.first && !f.Tokens[n.first-2].SpaceAfter
		case before == "/" || before == "#" || before == ":" || before == "_":
			return true
		}
	}
	if n.last+1 < f.end && !f.Tokens[n.last-1].SpaceAfter && !f.Tokens[n.last].SpaceAfter {
		mark := f.word(n.last)
		return (mark == "-" || mark == "/" || mark == ":") && f.isDigits(n.last+1)
	}
	return false
}

// isCoordinate reports whether n is part of a point on the earth: "33°30′21″N", "36.269635". Little else is told to ten metres.
func (f *finder) isCoordinate(n number) bool {
	if _, decimals, ok := strings.Cut(f.Form(n.last-1), "."); ok && len(decimals) >= 4 && !strings.Contains(decimals, ".") {
		return true
	}
	if n.last >= f.end || f.Tokens[n.last-1].SpaceAfter {
		return false
	}
	switch f.Form(n.last) {
	case "′", "″":
		return true
	case "°":
		if n.last+1 == f.end || f.Tokens[n.last].SpaceAfter {
			return false
		}
		switch next := f.word(n.last + 1); next {
		case "n", "s", "e", "w":
			return true
		default:
			return f.isDigits(n.last + 1)
		}
	}
	return false
}

// isDesignated reports whether the word before n makes it a name: "Resolution 2254", "Channel Four", "T 72".
func (f *finder) isDesignated(n number) bool {
	at := n.first - 1
	if at < f.first {
		return f.opensName(n)
	}
	if f.opensName(n) {
		return true
	}
	if !f.words.designators[f.word(at)] {
		return f.isBadge(n)
	}
	if len(f.word(at)) > 2 {
		return true
	}
	r, _ := utf8.DecodeRuneInString(f.Text[f.Tokens[at].Start:])
	return unicode.IsUpper(r)
}

// opensName reports whether n is the number that an actor's name begins with: "400 Mawozo".
func (f *finder) opensName(n number) bool {
	_, length := f.words.actors.Match(f.word, n.first, f.end)
	return length > n.last-n.first && unicode.IsUpper(rune(f.Text[f.Tokens[n.last].Start]))
}

// isBadge reports whether n is the number in the name of a unit, a ship or an exercise that capitals abbreviate: "CTF 50,", "(DDG 70)".
func (f *finder) isBadge(n number) bool {
	letters := f.Form(n.first - 1)
	if at := n.first - 2; at > f.first && f.isCapital(at) && f.isCapital(at+1) && (f.NameAt(at+1) == nil || f.NameAt(at+1).Kind != text.PlaceName) {
		letters = "" // "Exercise Eager Lion 16"
	}
	if !n.digits || n.last != n.first+1 || letters != strings.ToUpper(letters) || !isLetters(f.word(n.first-1)) || len(letters) > 5 || f.shouting() {
		return false
	}
	if p := f.Tokens[n.first-1].POS; p != text.PROPN && p != text.NOUN && p != text.SYM && p != text.X {
		return false
	}
	if n.last == f.end || f.closes(n.last) {
		return true
	}
	next := &f.Tokens[n.last]
	plural := next.Norm == "were" || next.Norm == "are" || next.Norm == "have"
	return next.POS == text.CCONJ || next.Tag == text.VBD && !plural || next.Tag == text.VBZ || next.Tag == text.MD
}

// isCapital reports whether token i begins with a capital.
func (f *finder) isCapital(i int) bool {
	r, _ := utf8.DecodeRuneInString(f.Text[f.Tokens[i].Start:])
	return unicode.IsUpper(r)
}

// shouting reports whether the sentence at hand is in capitals throughout.
func (f *finder) shouting() bool {
	for i := f.first; i < f.end; i++ {
		if form := f.Form(i); strings.ToUpper(form) != form {
			return false
		}
	}
	return true
}

// isAddress reports whether a street's name follows n: "214 East Cedar Street".
func (f *finder) isAddress(n number) bool {
	if n.low > 99999 {
		return false
	}
	for i := n.last; i < f.end && i < n.last+5; i++ {
		word := f.word(i)
		if f.words.ways[word] && i > n.last {
			return true
		}
		r, _ := utf8.DecodeRuneInString(f.Text[f.Tokens[i].Start:])
		if !unicode.IsUpper(r) && !unicode.IsDigit(r) && !f.words.ways[word] {
			return false
		}
		if strings.HasSuffix(word, "s") && f.Tokens[i].POS != 0 && !unicode.IsUpper(r) {
			return false
		}
	}
	return false
}

// isSeries reports whether n is one of three or more numbers in a row, or follows a country's dialling code.
func (f *finder) isSeries(n number) bool {
	row := 1
	for i := n.first - 1; i >= f.first && f.isCode(i); i-- {
		if f.word(i)[0] == '+' {
			return true
		}
		row++
	}
	for i := n.last; i < f.end && f.isCode(i); i++ {
		row++
	}
	return row > 2
}

// isCode reports whether token i is written in digits and marks alone.
func (f *finder) isCode(i int) bool {
	word := f.word(i)
	if len(word) < 2 && !f.isDigits(i) {
		return false
	}
	for j := 0; j < len(word); j++ {
		if c := word[j]; (c < '0' || c > '9') && c != '-' && c != '.' && !(c == '+' && j == 0) {
			return false
		}
	}
	return word[len(word)-1] != '-' && word[len(word)-1] != '.'
}

// isMark reports whether n numbers a paragraph or a note: "1. ", "[12]".
func (f *finder) isMark(n number) bool {
	next := f.wordOrEmpty(n.last)
	if n.first == f.first {
		return next == "." && n.last+1 < f.end || next == ")" || n.last == f.end
	}
	before := f.word(n.first - 1)
	return before == "[" && next == "]" || before == "#" || before == "(" && next == ")" && n.first-1 == f.first
}
