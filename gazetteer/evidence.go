package gazetteer

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"concord/text"
)

// evidence says how surely a spot is a place: what the gazetteer knows, what kind of name the text stage takes it for, and the words
// beside it.
func (f *finder) evidence(s *spot) float64 {
	if s.demonym != "" {
		return least
	}
	known := f.known(s)
	if s.part { // within the name of an actor
		return min(known, 1.9)
	}
	if f.commonNoun(s) {
		return 0
	}
	nm := f.NameAt(s.first)
	if nm == nil || nm.Kind != text.OrganisationName {
		known += f.called(s)
	}
	if nm == nil || nm.Kind == text.PlaceName {
		known += f.label(s)
	}
	if nm == nil {
		return known + f.context(s, 0.4) + f.neighbours(s)
	}
	s.inside = nm.Last > s.last || nm.First < s.first
	if nm.Kind == text.PlaceName {
		return known + f.inPlace(s)
	}
	switch {
	case nm.Kind == text.OrganisationName && s.inside: // "Aleppo University": it lies there, but is not meant
		s.part = true
		return min(known, 1.9)
	case s.inside:
		return known - 4
	case nm.Kind == text.PersonName && s.last-s.first > 1 && len(s.options) > 0 && s.options[0].layer == 0 && s.options[0].own:
		return known + f.context(s, 1) // of the names of two words in our own table few are persons'
	case nm.Kind == text.PersonName && f.called(s) > 0:
		return known
	case nm.Kind == text.PersonName:
		return known + f.context(s, 1) + f.neighbours(s) - 0.8
	}
	return known + f.context(s, 0.4) + f.neighbours(s) - 0.3
}

// commonNoun reports whether a town's name of one word stands after "the" and before no noun, so that it stands for something else: "told the
// |Mission|", not "the |Aleppo| countryside".
func (f *finder) commonNoun(s *spot) bool {
	if s.last != s.first+1 || s.first == 0 || f.Tokens[s.first-1].Norm != "the" || len(s.options) == 0 || slices.ContainsFunc(s.options, func(o option) bool { return !o.Kind.Town() || o.Population >= 100000 }) {
		return false
	}
	if s.last == len(f.Tokens) {
		return true
	}
	switch f.Tokens[s.last].POS {
	case text.NOUN, text.PROPN, text.ADJ:
		return false
	}
	return f.Tokens[s.last].Norm != "-" && f.Tokens[s.last].Norm != "'s"
}

// inPlace is the evidence of the words beside a spot that the text stage takes for a place's name or a piece of one.
func (f *finder) inPlace(s *spot) float64 {
	switch none := len(s.options) == 0; {
	case none && s.first == f.Sentences[f.Tokens[s.first].Sentence].First:
		return 0 // a capital there tells nothing
	case none && f.describes(s), s.inside:
		return f.context(s, 1)
	}
	return f.context(s, 1) + 1.4
}

// known is the evidence of the gazetteer: large places are seldom anything else, names that a place bears in other languages often.
func (f *finder) known(s *spot) float64 {
	best := -0.5
	for i := range s.options {
		o := &s.options[i]
		v := 0.3
		switch {
		case o.Kind >= District && o.Kind <= Continent, o.Kind == Capital && o.Population > 500000:
			v = 2.6
		case o.Kind == County:
			v = 2
		case o.Population >= 100000 || o.Kind == Capital:
			v = 1.8
		case o.layer == 0:
			v = 1.6
		case o.Population >= 15000 || o.Kind >= Water:
			v = 1.2
		}
		if !o.own && o.layer == 1 && !o.folded {
			v = min(v-1.7, 0)
		}
		if o.layer != 1 && s.last-s.first > 1 {
			v += 0.8
		}
		best = max(best, v)
	}
	return best
}

// context is the evidence of the words before; prepositions says what a preposition of place is worth.
func (f *finder) context(s *spot, prepositions float64) float64 {
	score := 0.0
	switch c := s.preceding; {
	case c&(title|ship) != 0:
		score -= 4
	case c&(ofKind|within) != 0:
		score += prepositions
	case c&direction != 0:
		score += 0.7 * prepositions
	case c&along != 0:
		score += 0.3 * prepositions
	case c&struck != 0 && len(s.options) > 0:
		score += 1.4 * prepositions
	}
	return score
}

// neighbours is the evidence of capitals beside the spot: then it is a piece of a longer name.
func (f *finder) neighbours(s *spot) float64 {
	score := 0.0
	if f.Tokens[s.first].POS != text.PROPN && !f.shouting && s.last == s.first+1 && !f.words().capitals[s.key] && !f.heads(s) && !f.ours(s) {
		score -= 1.5
	}
	if f.neighbour(s.first-1, s) {
		score -= 2
	}
	if f.neighbour(s.last, s) {
		score -= 2
		if f.class(s.last)&organisation != 0 {
			score -= 2
		}
	}
	return score
}

// heads reports whether the spot is a dateline in capitals, with a mark after it: "BAMAKO: ", "STEPANAKERT/|BAKU - ".
func (f *finder) heads(s *spot) bool {
	form := f.Form(s.first)
	if begin := f.paragraphHead(s.first); s.last >= len(f.Tokens) || form != strings.ToUpper(form) || s.first != begin && (s.first != begin+2 || f.Tokens[begin+1].Norm != "/") {
		return false
	}
	switch f.Tokens[s.last].Norm {
	case ":", "/", "-", "(":
		return true
	}
	return false
}

// label is the evidence of a colon after a known name that an item of a list begins with: "- |Masisi|: clashes".
func (f *finder) label(s *spot) float64 {
	begin := f.paragraphHead(s.first)
	for begin < s.first && f.Tokens[begin].End-f.Tokens[begin].Start <= 3 && !unicode.IsLetter(firstRune(f.Form(begin))) {
		begin++
	}
	if begin != s.first || len(s.options) == 0 || s.last >= len(f.Tokens) || f.Tokens[s.last].Norm != ":" {
		return 0
	}
	return 1
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// paragraphHead is the token that token i's paragraph begins with.
func (f *finder) paragraphHead(i int) int {
	return f.Sentences[f.Paragraphs[f.Sentences[f.Tokens[i].Sentence].Paragraph].First].First
}

// ours reports whether the spot is a place of the reports' own table, written with a capital within a sentence: "took |Sake".
func (f *finder) ours(s *spot) bool {
	return len(s.options) > 0 && s.options[0].layer == 0 && s.options[0].own && s.first > f.Sentences[f.Tokens[s.first].Sentence].First
}

// neighbour reports whether token i is a part of a longer name that the spot is only a piece of.
func (f *finder) neighbour(i int, s *spot) bool {
	if i < 0 || i >= len(f.Tokens) || f.Tokens[i].Sentence != f.Tokens[s.first].Sentence {
		return false
	}
	if f.Tokens[i].POS != text.PROPN || f.class(i)&(direction|along|within) != 0 {
		return false
	}
	if i < s.first && f.class(i)&ofKind != 0 {
		return false
	}
	_, demonym := f.words().demonyms.Match(f.norm, i, i+1)
	return demonym == 0
}
