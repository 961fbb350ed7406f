package text

import (
	"unicode"
	"unicode/utf8"
)

// casing tells what the letters' case of a sentence is good for.
type casing uint8

const (
	mixedCase casing = iota // capitals mark names and first words
	oneCase                 // all capitals, or none: the case of a letter says nothing
	titleCase               // a headline: every longer word has a capital
)

// longWord is the number of letters from which headlines capitalise every word.
const longWord = 4

// casingOf judges tokens [first, last).
func (d *Doc) casingOf(first, last int) casing {
	var capitals, smalls, long, longCapital int
	for i := first; i < last; i++ {
		upper, lower, letters := countCase(d.Form(i))
		capitals += upper
		smalls += lower
		if letters >= longWord {
			long++
			if r, _ := utf8.DecodeRuneInString(d.Form(i)); unicode.IsUpper(r) {
				longCapital++
			}
		}
		if smalls > 0 && capitals > 0 && long > longCapital {
			return mixedCase // whatever comes
		}
	}
	switch {
	case long == 0:
		return mixedCase
	case smalls == 0, capitals == 0:
		return oneCase
	case long == longCapital && long >= 3:
		return titleCase
	}
	return mixedCase
}

func countCase(s string) (upper, lower, letters int) {
	for _, r := range s {
		switch {
		case r >= 'a' && r <= 'z':
			lower++
		case r >= 'A' && r <= 'Z':
			upper++
		case r < utf8.RuneSelf:
			continue
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLetter(r):
			lower++
		default:
			continue
		}
		letters++
	}
	return upper, lower, letters
}

// shape returns the hash of a word's form with runs of like characters drawn together: "Aa", "A.A.", "0-a".
func shape(form string, c casing) uint64 {
	h, last := uint64(hashPrime), byte(0)
	for _, r := range form {
		class := shapeClass(r, c)
		if class != last {
			h = step(h, uint64(class))
			last = class
		}
	}
	return step(h, uint64(c))
}

func shapeClass(r rune, c casing) byte {
	switch {
	case r >= '0' && r <= '9':
		return '0'
	case unicode.IsLetter(r):
		if c == oneCase || !unicode.IsUpper(r) {
			return 'a'
		}
		return 'A'
	case r < utf8.RuneSelf:
		return byte(r)
	}
	return '?'
}

// wordHash returns the hash by which the model knows a normalised word: all digits are alike.
func wordHash(norm string) uint64 {
	for i := range len(norm) {
		if norm[i]-'0' <= 9 {
			return hashDigits(norm)
		}
	}
	return hashString(norm)
}

func hashDigits(norm string) uint64 {
	var buffer [32]byte
	b := append(buffer[:0], norm[:min(len(norm), len(buffer))]...)
	for i, c := range b {
		if c-'0' <= 9 {
			b[i] = '0'
		}
	}
	return step(hashString(string(b)), 1)
}
