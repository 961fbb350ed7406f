package gazetteer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"concord/text"
)

// articled reports whether a small Arabic article at token i is tied to the name after it: "al-Mawasi".
func (f *finder) articled(i int) bool {
	return i+2 < f.end && !f.Tokens[i].SpaceAfter && f.Tokens[i+1].Norm == "-" && particles()["article"][f.Tokens[i].Norm] && !f.Tokens[i+1].SpaceAfter && f.capital(i+2) && !f.capital(i) && (f.knownWhole(i) || f.whole(i) > i)
}

// knownWhole reports whether the gazetteer holds a name that begins at token i.
func (f *finder) knownWhole(i int) bool {
	last, _ := f.longest(i)
	return last > i+2
}

// inCapitals reports whether the sentence has more than ten capitals for a small letter.
func (f *finder) inCapitals() bool {
	upper, lower := 0, 0
	for i := f.first; i < f.end && lower*10 <= f.Tokens[f.end-1].End-f.Tokens[i].Start+upper; i++ {
		form := f.Form(i)
		for j := 0; j < len(form); j++ {
			switch c := form[j]; {
			case c >= 'A' && c <= 'Z':
				upper++
			case c >= 'a' && c <= 'z':
				lower++
			}
		}
	}
	return lower*10 < upper
}

// capital reports whether token i may begin a name.
func (f *finder) capital(i int) bool {
	t := &f.Tokens[i]
	if f.shouting {
		return t.POS == text.PROPN || t.POS == text.ADJ || f.NameAt(i) != nil || i == f.first && f.parted()
	}
	c := f.Text[t.Start]
	if c < utf8.RuneSelf {
		return c >= 'A' && c <= 'Z' || c == '\'' && t.End-t.Start > 2
	}
	r, _ := utf8.DecodeRuneInString(f.Text[t.Start:])
	return unicode.IsUpper(r)
}

// parted reports whether the sentence at hand is a dateline cut from its report: "PORT-AU-PRINCE - ".
func (f *finder) parted() bool {
	last := f.Tokens[f.end-1].Norm
	return f.end-f.first <= 8 && (last == "-" || last == ":") && f.Tokens[f.end-1].Tag != text.HYPH
}

// letterCase reports whether the letters of token i forbid the name: an acronym that no place has ("SANA"), or a place's acronym in
// small letters ("Car", "Us"). At the head of a paragraph a town or two may stand in capitals.
func (f *finder) letterCase(i int, k key) bool {
	form := f.Form(i)
	if f.shouting || len(form) > 5 {
		return false
	}
	capitals := form == strings.ToUpper(form)
	if capitals && !f.words().capitals[k] {
		return i > f.paragraphHead(i)+2
	}
	return !capitals && f.words().capitals[k] && !f.words().stops[k] && len(form) < 5
}

// tailed reports whether token j is a small word and the rest of a name in one: "e-Khumri" of "Pul-e-Khumri".
func (f *finder) tailed(j int) bool {
	form := f.Form(j)
	i := strings.IndexByte(form, '-')
	return i > 0 && i < 4 && i+1 < len(form) && form[i+1] >= 'A' && form[i+1] <= 'Z' && j > 0 && f.Tokens[j-1].Norm == "-"
}

// abbreviated takes the full stop in that the text stage cut from the abbreviation of a state ("Ind." at the end of a sentence).
func (f *finder) abbreviated(last int, k key) int {
	if last < f.end && f.Tokens[last].Norm == "." && !f.Tokens[last-1].SpaceAfter && f.words().stops[k] {
		return last + 1
	}
	return last
}
