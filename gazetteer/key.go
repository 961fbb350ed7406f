package gazetteer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// key is the running hash of a name's words. Two spellings that differ only in case, accents, apostrophes, full stops, or in
// hyphens for spaces have the same key; "Saint" and "St", "Mount" and "Mt", "Fort" and "Ft" are one word.
type key uint64

const (
	noKey     key    = 14695981039346656037 // FNV-1a offset
	foldedKey key    = noKey ^ 0x5bd1e995   // the start of a folded name's key, see Fold
	prime     uint64 = 1099511628211
)

func (k key) byte(b byte) key { return key((uint64(k) ^ uint64(b)) * prime) }

// sum spreads the key's bits, since buckets are told apart by the highest.
func (k key) sum() uint64 {
	h := uint64(k)
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	return h
}

// add returns the key after the words of s, which may be one token or a whole name. A token of punctuation alone adds nothing.
func (k key) add(s string) key {
	if !plain(s) {
		s = Plain(s)
	}
	for len(s) > 0 {
		end := 0
		for end < len(s) && !parts(s[end]) {
			end++
		}
		k = k.word(s[:end])
		s = s[min(end+1, len(s)):]
	}
	return k
}

// word adds the letters and digits of one word in plain lower case.
func (k key) word(s string) key {
	if short := shortWord(s); short != "" {
		s = short
	}
	gap := k != noKey
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= utf8.RuneSelf {
			if gap {
				k, gap = k.byte(' '), false
			}
			k = k.byte(c)
		}
	}
	return k
}

func parts(c byte) bool { return c == '-' || c == ' ' || c == '/' || c == ',' }

// keyOf returns the key of a whole name.
func keyOf(name string) key { return noKey.add(name) }

// shortWord returns how a word is written for short in names, "" where it is not.
func shortWord(s string) string {
	switch s {
	case "saint":
		return "st"
	case "sainte":
		return "ste"
	case "mount":
		return "mt"
	case "fort":
		return "ft"
	case "&":
		return "and"
	}
	return ""
}

// plain reports whether s has neither capitals nor letters beyond ASCII.
func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf || (s[i] >= 'A' && s[i] <= 'Z') {
			return false
		}
	}
	return true
}

// Plain returns s in lower case, without accents, and with letters of its own kind ("ß", "ø", "ı") spelt out.
func Plain(s string) string {
	s = strings.ToLower(s)
	ascii := true
	for i := 0; i < len(s) && ascii; i++ {
		ascii = s[i] < utf8.RuneSelf
	}
	if ascii {
		return s
	}
	var b strings.Builder
	for _, r := range norm.NFD.String(s) {
		switch {
		case r < utf8.RuneSelf:
			b.WriteRune(r)
		case unicode.Is(unicode.Mn, r):
		case unicode.Is(unicode.Pd, r):
			b.WriteByte('-')
		default:
			b.WriteString(spelt(r))
		}
	}
	return b.String()
}

// spelt returns the plain letters for one that has no accent to take off; "" for what is no letter.
func spelt(r rune) string {
	switch r {
	case 'ß':
		return "ss"
	case 'ø':
		return "o"
	case 'ł':
		return "l"
	case 'đ', 'ð':
		return "d"
	case 'ı':
		return "i"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'ə':
		return "e"
	case 'þ':
		return "th"
	case 'ħ':
		return "h"
	}
	if unicode.IsLetter(r) && !unicode.Is(unicode.Lm, r) {
		return string(r)
	}
	return ""
}
