package text

import (
	"unicode"
	"unicode/utf8"
)

// withoutTitle returns where the person's name in tokens [first, last) begins, past "Foreign Minister" or "Secretary of State".
func (n *naming) withoutTitle(d *Doc, first, last int) int {
	begin := first
	if first > 1 && first+1 < last && d.Tokens[first-1].Norm == "of" && n.cues.Get(d.Tokens[first-2].Norm)&titleCue != 0 {
		begin++ // the "State" of "Secretary of State Ana Odo"
	}
	for i := first; i < last-1; i++ {
		if n.cues.Get(d.Tokens[i].Norm)&titleCue == 0 {
			continue
		}
		begin = i + 1
		if d.Tokens[begin].Norm == "of" && begin+2 < last {
			begin += 2
		}
	}
	return begin
}

// entitle labels as a person what follows a person's title with a capital, where the model sees no name: "General Tomas Okello".
func (n *naming) entitle(d *Doc, first int) {
	if n.casing != mixedCase {
		return
	}
	for i := 0; i+1 < len(n.labels); i++ {
		if n.marks[i].cues != titleCue || n.labels[i+1] != 0 || n.labels[i].insideOf() != 0 && n.labels[i].kind() != PersonName {
			continue
		}
		inside := beginOf(PersonName)
		for k := i + 1; k < len(n.labels) && n.labels[k] == 0 && n.isBareName(d, first+k, &n.marks[k]); k++ {
			n.labels[k] = inside
			inside = beginOf(PersonName).insideOf()
		}
	}
}

// isBareName reports whether token i is a proper noun with a capital of which the tables know nothing else.
func (n *naming) isBareName(d *Doc, i int, m *mark) bool {
	r, _ := utf8.DecodeRuneInString(d.Form(i))
	return d.Tokens[i].POS == PROPN && unicode.IsUpper(r) && m.cues&^givenCue&^womanCue == 0
}
