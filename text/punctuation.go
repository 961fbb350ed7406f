package text

import "strings"

// mark appends the token that begins with the mark of the given size at i, and returns where it ends.
func (s *scan) mark(i, size int) int {
	end := i + size
	switch c := s.text[i]; c {
	case '!', '?':
		for end < s.end && (s.text[end] == '!' || s.text[end] == '?') {
			end++
		}
	case '.', '-', '*', '=', '~', '_', '<', '>', '+':
		for end < s.end && s.text[end] == c {
			end++
		}
		if c == '.' && end == i+1 || c == '+' && end == i+1 {
			end = s.signed(i, end)
		}
	case '\'', '`':
		end = s.apostrophe(i, end)
	case '@', '#':
		if next, _ := s.class(end); next == letterClass {
			end = s.wordEnd(end)
		}
	case ':', ';':
		end = s.smiley(i, end)
	}
	s.add(i, end)
	return end
}

// signed returns the end of a number that begins with a sign at i (".265", "+44"), or end.
func (s *scan) signed(i, end int) int {
	if n := s.digits(end); n > 0 && !s.touches(i) {
		return end + n
	}
	return end
}

// touches reports whether the token before i ends there.
func (s *scan) touches(i int) bool { return len(s.tokens) > 0 && s.tokens[len(s.tokens)-1].End == i }

// apostrophe returns the end of the mark at i where it doubles as a quotation mark (”) or stands for a
// cut-off "'s" that white space parts from its word; else end.
func (s *scan) apostrophe(i, end int) int {
	if end < s.end && s.text[end] == s.text[i] {
		return end + 1
	}
	if s.text[i] == '`' || len(s.tokens) == 0 || s.touches(i) && s.text[i-1] != '.' {
		return end
	}
	if word := s.wordEnd(end); word > end && word <= end+2 {
		switch fold(s.text[end:word]) {
		case "s", "re", "ve", "ll", "m", "d":
			return word
		}
	}
	return end
}

// smiley returns the end of the ":)" or ":-)" that begins at i, i + 1 where there is none.
func (s *scan) smiley(i, end int) int {
	if end < s.end && s.text[end] == '-' {
		end++
	}
	if end < s.end && strings.IndexByte(")(DP", s.text[end]) >= 0 && !s.touches(i) {
		if next, _ := s.class(end + 1); next == spaceClass {
			return end + 1
		}
	}
	return i + 1
}
