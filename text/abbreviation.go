package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// abbrev says how an abbreviation's full stop behaves.
type abbrev uint8

const (
	noAbbrev    abbrev = iota
	titleAbbrev        // a name follows
	monthAbbrev
	numberAbbrev // an abbreviation only before a digit
	innerAbbrev  // never ends a sentence
	endAbbrev    // may end one
)

var abbrevKinds = map[string]abbrev{"title": titleAbbrev, "month": monthAbbrev, "number": numberAbbrev, "inner": innerAbbrev, "end": endAbbrev}

// fullStop returns the end of text[start:end] with the full stop that belongs to it as an abbreviation, or end.
func (s *scan) fullStop(start, end int) int {
	if end >= s.end || s.text[end] != '.' {
		return end
	}
	if next, _ := s.class(end + 1); next == letterClass {
		return end
	}
	word := s.text[start:end]
	if s.initial(start, end) && (strings.Contains(word, ".") || s.isInitial(start, end)) {
		return end + 1
	}
	switch s.abbrev(word) {
	case noAbbrev:
		return end
	case numberAbbrev:
		i := end + 1
		for i < s.end && s.text[i] == ' ' {
			i++
		}
		if s.digits(i) == 0 {
			return end
		}
	}
	return end + 1
}

// isInitial reports whether the single letter text[start:end] and the full stop after it are somebody's initial: a
// capital, and words after it on the same line.
func (s *scan) isInitial(start, end int) bool {
	r, size := utf8.DecodeRuneInString(s.text[start:end])
	if size != end-start || !unicode.IsUpper(r) {
		return false
	}
	next, _ := s.class(end + 1)
	return next == spaceClass && end+2 < s.end || next == markClass && end+1 < s.end && s.text[end+1] != '"'
}

// abbrev returns the kind of abbreviation that word, without its full stop, is.
func (t *tokenizer) abbrev(word string) abbrev {
	return lookup(t.full, word)
}

// initial reports whether text[start:i] ends in a single letter after nothing or a full stop: "U", "U.S".
func (s *scan) initial(start, i int) bool {
	r, size := utf8.DecodeLastRuneInString(s.text[start:i])
	before := i - size
	return unicode.IsLetter(r) && (before == start || s.text[before-1] == '.')
}

// abbreviates reports whether the word at i and text from start before it are one abbreviation of the table: "W.Va.".
func (s *scan) abbreviates(start, i int) bool {
	for i < s.end && lower(s.text[i]) >= 'a' && lower(s.text[i]) <= 'z' {
		i++
	}
	return i < s.end && s.text[i] == '.' && s.abbrev(s.text[start:i]) != noAbbrev
}
