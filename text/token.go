package text

import (
	"strings"
	"unicode/utf8"

	"concord/lexicon"
)

// tokenizer cuts text into syntactic words, as the English treebanks of Universal Dependencies cut it: "did|n't",
// "rebel|-|held", "non-lethal", "$|5|m", "U.S.", "10:30", "200,000". It holds tables only and is never changed.
type tokenizer struct {
	prefixes     map[string]bool   // a hyphen after them parts nothing
	contractions map[string]int    // words that are two: the length of the first
	full         map[string]abbrev // abbreviations, without their full stop
	openers      map[string]opener // words that begin a sentence
}

// opener says where a capital shows that a word begins a sentence.
type opener uint8

const (
	notOpener opener = iota
	opensMixed
	opensCapitals // also in a text of capitals only
)

// newTokenizer reads the tables.
func newTokenizer() *tokenizer {
	t := &tokenizer{prefixes: map[string]bool{}, contractions: map[string]int{}, full: map[string]abbrev{}, openers: map[string]opener{}}
	for _, row := range lexicon.Table("prefixes") {
		t.prefixes[row.Get("prefix")] = true
	}
	for _, row := range lexicon.Table("contractions") {
		first, second, _ := strings.Cut(row.Get("parts"), " ")
		t.contractions[first+second] = len(first)
	}
	for _, row := range lexicon.Table("abbreviations") {
		t.full[row.Get("word")] = abbrevKinds[row.Get("kind")]
	}
	for _, row := range lexicon.Table("openers") {
		t.openers[row.Get("word")] = opensMixed
		if row.Get("capitals") == "yes" {
			t.openers[row.Get("word")] = opensCapitals
		}
	}
	return t
}

// scan is one run of the tokenizer over a part of a text.
type scan struct {
	*tokenizer
	text   string
	end    int // of the part
	tokens []Token
	norms  *interner
	plain  int // no address begins before it
}

// part appends the tokens of text[start:end].
func (s *scan) part(start, end int) {
	s.end = end
	for i := start; i < end; {
		class, size := s.class(i)
		switch class {
		case spaceClass:
			if n := len(s.tokens); n > 0 {
				s.tokens[n-1].SpaceAfter = true
			}
			i += size
		case letterClass, digitClass:
			i = s.word(i)
		default:
			i = s.mark(i, size)
		}
	}
}

// word appends the tokens of the word that begins at start, and returns where it ends.
func (s *scan) word(start int) int {
	if end := s.address(start); end > 0 {
		s.add(start, end)
		return end
	}
	end := s.wordEnd(start)
	if full := s.fullStop(start, end); full > end {
		s.add(start, full)
		return full
	}
	if s.splitNumber(start, end) {
		return end
	}
	s.split(start, end)
	return end
}

// wordEnd returns the end of the run of letters, digits and marks inside words that begins at start.
func (s *scan) wordEnd(start int) int {
	i := start
	for i < s.end {
		class, size := s.class(i)
		if class == letterClass || class == digitClass {
			i += size
			continue
		}
		if i == start || !s.joins(start, i, size) {
			break
		}
		i += size
	}
	return i
}

// joins reports whether the mark of the given size at i stands inside the word that begins at start.
func (s *scan) joins(start, i, size int) bool {
	next, _ := s.class(i + size)
	if next != letterClass && next != digitClass {
		return false
	}
	digits := s.text[i-1] >= '0' && s.text[i-1] <= '9' && next == digitClass
	switch r, _ := utf8.DecodeRuneInString(s.text[i:s.end]); r {
	case '.':
		return digits || s.initial(start, i) && (s.singleLetter(i+size) || s.abbreviates(start, i+size))
	case ',':
		return digits && s.digits(i+1) == 3
	case ':':
		return digits && i-start <= 2 && s.digits(i+1) == 2 || digits && s.clock(start, i)
	case '/':
		return digits || i-start == 1 && s.singleLetter(i+size)
	case '&':
		return next == letterClass
	case '-':
		return lookup(s.prefixes, s.text[start:i]) || digits && s.phone(start, i)
	case '\'', '’', '`', 'ʼ', '‘':
		return next == letterClass && !digits
	}
	return false
}

// singleLetter reports whether a letter stands alone at i.
func (s *scan) singleLetter(i int) bool {
	class, size := s.class(i)
	if class != letterClass {
		return false
	}
	next, _ := s.class(i + size)
	return next != letterClass && next != digitClass
}

// lookup returns what a table of lower-case words says of word, whatever its case.
func lookup[V any](table map[string]V, word string) (value V) {
	var folded [16]byte // no table has a longer word
	if len(word) > len(folded) {
		return value
	}
	for i := range len(word) {
		folded[i] = lower(word[i])
	}
	return table[string(folded[:len(word)])]
}

// add appends the token text[start:end].
func (s *scan) add(start, end int) {
	s.tokens = append(s.tokens, Token{Start: start, End: end, Norm: s.norms.norm(s.text[start:end]), Head: -1})
}
