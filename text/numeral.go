package text

// splitNumber appends the two tokens of a number with its unit ("5m", "7pm", "35mm"); false where text[start:end] is none.
func (s *scan) splitNumber(start, end int) bool {
	i := start
	for i < end && (s.text[i] >= '0' && s.text[i] <= '9' || s.text[i] == '.' || s.text[i] == ',' || s.text[i] == ':') {
		i++
	}
	if i == start || i == end || s.text[i-1] < '0' || !isUnit(s.text[i:end]) {
		return false
	}
	s.add(start, i)
	s.add(i, end)
	return true
}

// isUnit reports whether a word is a unit that is written without a space after its number.
func isUnit(word string) bool {
	if len(word) > 3 {
		return false
	}
	switch fold(word) {
	case "m", "k", "bn", "mn", "tn", "am", "pm", "mm", "cm", "km", "kg", "ft", "lb", "lbs", "min", "hrs", "mph", "kph", "gmt":
		return true
	}
	return false
}

// digits counts the digits that begin at i.
func (s *scan) digits(i int) int {
	n := 0
	for i+n < s.end && s.text[i+n] >= '0' && s.text[i+n] <= '9' {
		n++
	}
	return n
}

// clock reports whether text[start:i] is hours and minutes, so that seconds may follow.
func (s *scan) clock(start, i int) bool {
	return i-start >= 4 && i-start <= 5 && s.text[i-3] == ':' && s.digits(i+1) == 2
}

// phone reports whether the hyphen at i parts the groups of a telephone number: three digits before, three or four after.
func (s *scan) phone(start, i int) bool {
	after := s.digits(i + 1)
	before := 0
	for before < i-start && s.text[i-1-before] >= '0' && s.text[i-1-before] <= '9' {
		before++
	}
	return before == 3 && (after == 3 || after == 4)
}
