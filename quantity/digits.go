package quantity

import (
	"math"
	"strings"
	"unicode/utf8"
)

// isDigits reports whether token i is a number in digits, of whatever script.
func (f *finder) isDigits(i int) bool {
	if i >= f.end {
		return false
	}
	word := f.Tokens[i].Norm
	if c := word[0]; c < utf8.RuneSelf && (c < '0' || c > '9') {
		return false
	}
	digits := false
	for _, r := range word {
		if digitValue(r) < 0 && !strings.ContainsRune(".,٬٫", r) {
			return false
		}
		digits = digits || digitValue(r) >= 0
	}
	return digits
}

// digitValue returns the value of a digit: European, Arabic-Indic or Eastern Arabic-Indic; -1 for any other character.
func digitValue(r rune) int {
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0')
	case r >= '٠' && r <= '٩':
		return int(r - '٠')
	case r >= '۰' && r <= '۹':
		return int(r - '۰')
	}
	return -1
}

// readDigits reads digits with their separators: "1,234", "1.234", "1 234", "٢٥٠", "2.5".
func (f *finder) readDigits(n *number) {
	n.digits, n.last = true, n.first+1
	word := f.Tokens[n.first].Norm
	for n.last+1 < f.end && f.word(n.last) == "٬" && f.isDigits(n.last+1) {
		word += f.word(n.last) + f.word(n.last+1)
		n.last += 2
	}
	groups := splitDigits(word)
	if len(groups) == 1 && len(groups[0]) <= 3 {
		for f.isGroup(n.last) {
			groups[0] += f.Tokens[n.last].Norm
			n.last++
		}
	}
	n.low, n.fraction = f.valueOf(groups, n.last)
	n.high = n.low
}

// isGroup reports whether token i is three digits set off by a space, so that it goes on with the number before it.
func (f *finder) isGroup(i int) bool {
	if i >= f.end || i == 0 {
		return false
	}
	word, gap := f.Tokens[i].Norm, f.Text[f.Tokens[i-1].End:f.Tokens[i].Start]
	if len(word) != 3 || gap != " " && gap != "\u00a0" && gap != "\u202f" && gap != "\u2009" || !f.isDigits(i) {
		return false
	}
	return i+1 >= f.end || f.word(i+1) != "-" && f.word(i+1) != "mm"
}

// splitDigits parts a word at its separators and writes the digits in ASCII; separators stand as groups of their own.
func splitDigits(word string) []string {
	groups := []string{""}
	for _, r := range word {
		if v := digitValue(r); v >= 0 {
			groups[len(groups)-1] += string(rune('0' + v))
			continue
		}
		mark := map[rune]string{',': ",", '٬': ",", '.': ".", '٫': "."}[r]
		groups = append(groups, mark, "")
	}
	return groups
}

// valueOf adds up digit groups. A comma parts thousands; a full stop does where more than one stands there, or where three
// digits follow it and what comes next (token i) is neither a scale nor a unit of measure.
func (f *finder) valueOf(groups []string, i int) (value float64, fraction bool) {
	point := len(groups) == 3 && groups[1] == "."
	if point && len(groups[2]) == 3 && len(groups[0]) <= 3 && groups[0] != "" && groups[0] != "0" {
		_, last := f.measureAt(i)
		point = last > i || f.words.numbers.Get(f.wordOrEmpty(i)).kind == scaleNumeral
	}
	for g := 0; g < len(groups); g += 2 {
		divisor := 1.0
		for _, c := range groups[g] {
			value = value*10 + float64(c-'0')
			divisor *= 10
		}
		if point && g == 2 {
			value /= divisor
		}
	}
	return value, point && value != math.Trunc(value)
}
