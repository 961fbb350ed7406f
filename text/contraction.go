package text

import (
	"strings"
	"unicode/utf8"
)

// split appends the words that the contraction text[start:end] is made of.
func (s *scan) split(start, end int) {
	if cut := s.contraction(start, end); cut > start && cut < end {
		s.split(start, cut)
		start = cut
	}
	s.add(start, end)
}

// contraction returns where text[start:end] is to be cut in two: before "n't", "'s" and the like; end where nowhere.
func (s *scan) contraction(start, end int) int {
	word := s.text[start:end]
	if at := lookup(s.contractions, word); at > 0 {
		return start + at
	}
	quote := strings.LastIndexFunc(word, isApostrophe)
	if quote <= 0 {
		return end
	}
	_, size := utf8.DecodeRuneInString(word[quote:])
	switch suffix := word[quote+size:]; len(suffix) {
	case 1:
		switch suffix[0] | 0x20 {
		case 's', 'm', 'd':
			if isDecade(word[:quote]) {
				return end
			}
			return start + quote
		case 't':
			if quote > 1 && word[quote-1]|0x20 == 'n' {
				return start + quote - 1
			}
		}
	case 2:
		switch fold(suffix) {
		case "re", "ve", "ll":
			return start + quote
		}
	}
	return end
}

// isDecade reports whether an apostrophe and an s after the word make a decade of it: "1930's", "60's".
func isDecade(word string) bool {
	return (len(word) == 2 || len(word) == 4) && word[len(word)-1] == '0' && word[0] >= '1' && word[0] <= '9'
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == '`' || r == 'ʼ' || r == '‘' }
