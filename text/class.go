package text

import (
	"unicode"
	"unicode/utf8"
)

// charClass sorts characters by their part in words.
type charClass uint8

const (
	markClass charClass = iota
	spaceClass
	letterClass
	digitClass
)

var asciiClass = func() (table [utf8.RuneSelf]charClass) {
	for c := range table {
		switch {
		case c <= ' ' || c == 0x7f:
			table[c] = spaceClass
		case c >= '0' && c <= '9':
			table[c] = digitClass
		case c|0x20 >= 'a' && c|0x20 <= 'z':
			table[c] = letterClass
		}
	}
	return table
}()

// class returns the class and the size of the character at i; past the part's end it is white space.
func (s *scan) class(i int) (charClass, int) {
	if i >= s.end {
		return spaceClass, 0
	}
	if c := s.text[i]; c < utf8.RuneSelf {
		return asciiClass[c], 1
	}
	r, size := utf8.DecodeRuneInString(s.text[i:s.end])
	switch {
	case unicode.IsLetter(r), unicode.IsMark(r), r == '\u00ad', r == '\u200c', r == '\u200d':
		return letterClass, size
	case unicode.IsDigit(r):
		return digitClass, size
	case unicode.IsSpace(r), r == '\u200b', r == '\ufeff', r == '\u200e', r == '\u200f', r == '\u2060':
		return spaceClass, size
	}
	return markClass, size
}
