package text

import (
	"slices"
	"strings"
	"unicode"

	"concord"
)

// InDateline reports whether the words stand between the place and the dash that open a report: "ADEN, 3 May (Example News) - ", or on a
// line of such a kind, or stamp a line. A dateline says where and when a report was written, not where and when it happened.
func (d *Doc) InDateline(words concord.Span) bool {
	first, last := d.TokensIn(words)
	if first >= len(d.Tokens) {
		return false
	}
	sentence := d.Sentences[d.Tokens[first].Sentence]
	paragraph := &d.Paragraphs[sentence.Paragraph]
	if paragraph.Kind == concord.Dateline || paragraph.Kind == concord.Byline || d.inCapitals(first, last) || d.stamps(first, last) {
		return true
	}
	if first-sentence.First > 10 || d.Tokens[first].Sentence != paragraph.First {
		return false
	}
	for t := sentence.First; t < min(last+14, d.Sentences[paragraph.Last-1].Last); t++ {
		switch token := &d.Tokens[t]; {
		case t >= last && isDash(token.Norm) && d.Tokens[t-1].SpaceAfter:
			return true
		case token.POS == VERB && token.Tag >= VB && token.Tag <= VBZ:
			return false
		}
	}
	return false
}

// stamps reports whether tokens [first, last) are a clock alone that opens a paragraph, and what follows begins anew: "01:49 Shells fall on Aden".
// It is a video's length, or when a line was posted.
func (d *Doc) stamps(first, last int) bool {
	at := d.Sentences[d.Tokens[first].Sentence]
	if last != first+1 || first > at.First || last >= at.Last || d.Paragraphs[at.Paragraph].First != d.Tokens[first].Sentence {
		return false
	}
	clock := d.Tokens[first].Norm
	hour, minute, parted := strings.Cut(clock, ":")
	after := d.Text[d.Tokens[last].Start]
	return parted && len(hour) <= 2 && len(minute) == 2 && strings.Trim(clock, "0123456789:") == "" && after >= 'A' && after <= 'Z'
}

// inCapitals reports whether tokens [first, last) are a name in capitals that opens a paragraph or the agency's words, and has lost its dash:
// "ADEN Shells fell", "ADEN (Example News) Shells fell".
func (d *Doc) inCapitals(first, last int) bool {
	whole := d.Text[d.Tokens[first].Start:d.Tokens[last-1].End]
	at := d.Sentences[d.Tokens[first].Sentence]
	if len(whole) < leastCapitals || strings.ToUpper(whole) != whole || strings.ToLower(whole) == whole || first > at.First || last+1 >= at.Last {
		return false
	}
	next := &d.Tokens[last]
	if next.Norm == "(" {
		agency := d.Tokens[last+1 : min(last+6, at.Last)]
		return slices.ContainsFunc(agency, func(t Token) bool { return t.Norm == ")" })
	}
	after := d.Text[next.Start:next.End]
	return after[0] >= 'A' && after[0] <= 'Z' && strings.ToUpper(after) != after
}

// leastCapitals is how many letters a name in capitals has at least that is no abbreviation.
const leastCapitals = 4

// DatesReport reports whether the words are a date in full that a report's first sentence has before it begins, or between the headline and
// the first words, "3 May 2021 Shells fell on Aden": no preposition ties it to what is told, and what follows begins anew. It is the day of what
// is told where nothing says otherwise.
func (d *Doc) DatesReport(words concord.Span) bool {
	first, last := d.TokensIn(words)
	if first >= len(d.Tokens) || d.Tokens[first].Sentence > 0 || last >= len(d.Tokens) || !d.fullDate(first, last) {
		return false
	}
	if first > 0 {
		switch d.Tokens[first-1].POS {
		case ADP, DET, SCONJ, PUNCT, ADJ:
			return false
		}
	}
	next := &d.Tokens[last]
	begins := d.Text[next.Start]
	return next.POS != VERB && next.POS != AUX && (begins >= 'A' && begins <= 'Z' || begins >= '0' && begins <= '9')
}

// fullDate reports whether the tokens name a day, a month and a year.
func (d *Doc) fullDate(first, last int) bool {
	digits, years := 0, 0
	for _, t := range d.Tokens[first:last] {
		if n := numberIn(t.Norm); n > 0 {
			digits++
			if n >= 1900 && n < 2100 {
				years++
			}
		}
	}
	whole := d.Text[d.Tokens[first].Start:d.Tokens[last-1].End]
	return years == 1 && (digits == 2 || digits == 3) || last == first+1 && len(whole) >= len("5-4-2016") && whole[0] >= '0' && whole[0] <= '9' && whole[len(whole)-1] >= '0' && whole[len(whole)-1] <= '9'
}

// numberIn returns the number that the word's digits write, 0 where it is none.
func numberIn(word string) (n int) {
	for i := range len(word) {
		if word[i] < '0' || word[i] > '9' || n > 9999 {
			return 0
		}
		n = 10*n + int(word[i]-'0')
	}
	return n
}

// isDateline reports whether token i closes a dateline at the head of the paragraph: "ALEPPO, Syria (Reuters) –",
// "BOGOTA, 3 FEB 90 (EFE) -- [TEXT]".
func (s *splitter) isDateline(i int) bool {
	switch norm := s.tokens[i].Norm; {
	case i < 1 || i+1 >= len(s.tokens):
		return false
	case norm == "]" && i > 2 && s.tokens[i-2].Norm == "[":
		return isDash(s.tokens[i-3].Norm)
	case isDash(norm):
		return s.tokens[i+1].Norm != "[" && !s.startsLower(i+1) && s.datelineBefore(i)
	}
	return false
}

// datelineBefore reports whether the tokens before the dash are a place, a date and an agency: they end in a bracket, or
// are in capitals where the text is not.
func (s *splitter) datelineBefore(dash int) bool {
	if !s.tokens[dash-1].SpaceAfter && s.form(dash) == "-" || s.tokens[0].End-s.tokens[0].Start < 3 || !s.startsUpper(0) {
		return false
	}
	if s.tokens[dash-1].Norm == ")" || s.dateBefore(dash) {
		return true
	}
	if s.capitals {
		return false
	}
	for i := range dash {
		if form := s.form(i); len(form) > 3 && isWordByte(form[0]) && strings.ToUpper(form) != form {
			return false
		}
	}
	return true
}

// dateBefore reports whether a day and its month follow a place or an agency, and the dash follows them: "Aden (Example News), 3 May 2021 -".
func (s *splitter) dateBefore(dash int) bool {
	numbers, words := 0, 0
	for i := dash - 1; i > 0 && i >= dash-5; i-- {
		switch form := s.form(i); {
		case form == ",":
			if numbers > 0 && words > 0 {
				return true
			}
		case numberIn(form) > 0:
			numbers++
		case words == 0 && unicode.IsUpper(rune(form[0])) && len(form) > 2:
			words++
		default:
			return false
		}
	}
	return false
}

func isDash(norm string) bool { return norm == "-" || norm == "--" }
