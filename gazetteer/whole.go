package gazetteer

import (
	"strings"

	"concord/text"
)

// whole returns the end of a name at token i that surely is one place's, though the gazetteer may know a piece of it alone: what an Arabic
// article ties together ("|Baar al-Hawareh|") or a word of kind follows ("|Bani Yazid| neighbourhood"). It is i where nothing says so.
func (f *finder) whole(i int) int {
	if _, genitive := f.bareGenitive(i); genitive || f.shouting {
		return i
	}
	last := i
	for last < f.end && last < i+4 && f.capital(last) && f.Tokens[last].POS == text.PROPN && !f.ties(last) {
		if n, _ := f.actor(last); n > 0 {
			return i
		}
		last++
	}
	run, tied := last-i, false
	for ; f.ties(last); last += 3 {
		tied = true
	}
	if last == i || tied && run > 2 || !f.tells(last) && !f.apposed(last) && !f.townOf(i) && (!tied || !f.capital(i)) || f.class(last-1)&(direction|nowhere) != 0 {
		return i
	}
	return last
}

// townOf reports whether the words before token i say that the name of a town follows: "the village of |Dabariyah|".
func (f *finder) townOf(i int) bool {
	if i < 2 || f.Tokens[i-1].Norm != "of" || f.Tokens[i-2].POS != text.NOUN {
		return false
	}
	kind, ok := f.words().after[f.Tokens[i-2].Norm]
	return ok && kind.Town()
}

// ties reports whether an Arabic article at token i is tied to the capital after it: "|al-Hawareh", not "|US-Russian".
func (f *finder) ties(i int) bool {
	return i+2 < f.end && f.Form(i) != strings.ToUpper(f.Form(i)) && particles()["article"][f.Tokens[i].Norm] && f.Tokens[i+1].Norm == "-" && !f.Tokens[i].SpaceAfter && !f.Tokens[i+1].SpaceAfter && f.capital(i+2)
}

// tells reports whether token i is a noun that says what kind of place the name before it is.
func (f *finder) tells(i int) bool {
	if i >= len(f.Tokens) {
		return false
	}
	kind, ok := f.words().after[f.Tokens[i].Norm]
	return ok && kind != Site && kind != Water && f.Tokens[i].POS == text.NOUN && f.Tokens[i].Norm != "state"
}

// called is the evidence of a noun that says what the spot is: "|Bani Yazid| neighbourhood", "|Dabariyah|, a town", "the village of |Dabariyah|".
func (f *finder) called(s *spot) float64 {
	if !f.tells(s.last) && !f.apposed(s.last) && !f.townOf(s.first) {
		return 0
	}
	return 2.3
}

// apposed reports whether what stands after a comma at token i says that the name before it is a place's: ", a small town", not ", a town councillor".
func (f *finder) apposed(i int) bool {
	if i+2 >= len(f.Tokens) || f.Tokens[i].Norm != "," || f.Tokens[i+1].Norm != "a" && f.Tokens[i+1].Norm != "the" {
		return false
	}
	for i += 2; i < len(f.Tokens)-1 && f.Tokens[i].POS == text.ADJ; {
		i++
	}
	return f.tells(i) && (i+1 == len(f.Tokens) || f.Tokens[i+1].POS != text.NOUN)
}

// describes reports whether a name only describes the noun after it, which is no place: "|Nazi| death camps".
func (f *finder) describes(s *spot) bool {
	if s.last >= f.Sentences[f.Tokens[s.first].Sentence].Last || f.Tokens[s.last].POS != text.NOUN {
		return false
	}
	return f.class(s.last) == 0
}

// little reports whether a name is known of small towns alone, so that a report may well mean another place.
func (f *finder) little(k key) bool {
	for _, o := range f.g.options(k, nil) {
		if o.own && !o.small() {
			return false
		}
	}
	return true
}
