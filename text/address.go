package text

import (
	"strings"
	"unicode/utf8"
)

const longestAddress = 1000 // bytes; what is longer is no address

// address returns the end of the web or mail address or the file name that begins at start, 0 where there is none.
func (s *scan) address(start int) int {
	if start < s.plain {
		return 0
	}
	end, signs, dots := start, 0, 0
scan:
	for ; end < s.end && end < start+longestAddress; end++ {
		switch c := s.text[end]; {
		case c <= ' ' || c >= utf8.RuneSelf || strings.IndexByte("\"<>()[],;", c) >= 0:
			break scan
		case c == '.' && end > start:
			dots++
		case c == '@' && end > start, c == ':' && strings.HasPrefix(s.text[end:s.end], "://"):
			signs++
		}
	}
	s.plain = end
	if dots == 0 {
		return 0
	}
	for end > start && strings.IndexByte(".!?:'*-", s.text[end-1]) >= 0 {
		end--
	}
	word := s.text[start:end]
	dot := strings.LastIndexByte(word, '.')
	switch {
	case dot <= 0:
		return 0
	case signs > 0, strings.HasPrefix(fold(word), "www."), dot > 1 && isDomain(fold(word[dot+1:])):
		return end
	}
	return 0
}

// isDomain reports whether a word, up to a stroke, is the end of an address or of a file's name: "com", "pdf".
func isDomain(s string) bool {
	if slash := strings.IndexByte(s, '/'); slash >= 0 {
		s = s[:slash]
	}
	switch s {
	case "com", "org", "net", "gov", "edu", "mil", "info", "tv", "co", "uk", "ru", "ua", "sy", "io", "doc", "pdf", "xls", "jpg", "html", "htm":
		return true
	}
	return false
}
