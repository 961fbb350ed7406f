package quantity

import (
	"concord"
	"concord/text"
)

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
