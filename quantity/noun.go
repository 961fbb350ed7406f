package quantity

import (
	"strings"

	"concord/text"
)

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

// isLetters reports whether a word begins with a letter.
func isLetters(word string) bool {
	return word != "" && (word[0] >= 'a' && word[0] <= 'z' || word[0] >= 0xC3)
}
