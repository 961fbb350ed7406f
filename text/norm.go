package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// interner keeps one string for each norm, so that equal words share it and a known word costs no allocation.
// It belongs to one goroutine at a time.
type interner struct {
	slots []string // open addressing, a power of two
	used  int
}

// mostNorms bounds what an interner keeps: past it, it begins anew.
const mostNorms = 1 << 16

func newInterner() *interner { return &interner{slots: make([]string, 1<<12)} }

// norm returns the norm of word: lower case, quotation marks and dashes made plain.
func (n *interner) norm(word string) string {
	for i := 0; i < len(word); i++ {
		if word[i] >= utf8.RuneSelf {
			return n.find(plain(word))
		}
	}
	switch word {
	case "``", "''":
		word = `"`
	case "`":
		word = "'"
	}
	return n.find(word)
}

// find returns the shared lower-case string of an ASCII word, or of a word that is plain already.
func (n *interner) find(word string) string {
	if word == "" {
		return ""
	}
	if n.used >= mostNorms {
		clear(n.slots)
		n.used = 0
	}
	mask := uint64(len(n.slots) - 1)
	for at := foldedHash(word) & mask; ; at = (at + 1) & mask {
		switch known := n.slots[at]; {
		case known == "":
			known = strings.Clone(fold(word))
			n.slots[at] = known
			if n.used++; n.used*2 > len(n.slots) {
				n.grow()
			}
			return known
		case equalFolded(known, word):
			return known
		}
	}
}

func (n *interner) grow() {
	old := n.slots
	n.slots = make([]string, 2*len(old))
	mask := uint64(len(n.slots) - 1)
	for _, word := range old {
		if word == "" {
			continue
		}
		at := foldedHash(word) & mask
		for n.slots[at] != "" {
			at = (at + 1) & mask
		}
		n.slots[at] = word
	}
}

// foldedHash is FNV-1a over the bytes of word with ASCII letters in lower case.
func foldedHash(word string) uint64 {
	hash := uint64(14695981039346656037)
	for i := 0; i < len(word); i++ {
		hash = (hash ^ uint64(lower(word[i]))) * 1099511628211
	}
	return hash ^ hash>>29
}

// equalFolded reports whether known, in lower case already, is word in lower case.
func equalFolded(known, word string) bool {
	if len(known) != len(word) {
		return false
	}
	for i := 0; i < len(word); i++ {
		if known[i] != lower(word[i]) {
			return false
		}
	}
	return true
}

func lower(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c | 0x20
	}
	return c
}

// fold returns s with its ASCII letters in lower case; s itself where it has no capitals.
func fold(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= 'A' && s[i] <= 'Z' {
			return strings.Map(func(r rune) rune {
				if r >= 'A' && r <= 'Z' {
					return r | 0x20
				}
				return r
			}, s)
		}
	}
	return s
}

// plain returns word in lower case with the quotation marks, dashes and dots of typesetting made plain.
func plain(word string) string {
	if strings.Trim(word, "…") == "" {
		return "..."
	}
	return strings.Map(func(r rune) rune {
		switch r {
		case '’', '‘', '‛', 'ʼ', '´', '′':
			return '\''
		case '“', '”', '„', '‟', '«', '»', '″':
			return '"'
		case '–', '—', '―', '−', '‐', '‑', '‒':
			return '-'
		case '\u00ad':
			return -1
		}
		return unicode.ToLower(r)
	}, word)
}
