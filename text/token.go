package text

import (
	"strings"
	"unicode"
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

// abbrev says how an abbreviation's full stop behaves.
type abbrev uint8

const (
	noAbbrev    abbrev = iota
	titleAbbrev        // a name follows
	monthAbbrev
	numberAbbrev // an abbreviation only before a digit
	innerAbbrev  // never ends a sentence
	endAbbrev    // may end one
)

var abbrevKinds = map[string]abbrev{"title": titleAbbrev, "month": monthAbbrev, "number": numberAbbrev, "inner": innerAbbrev, "end": endAbbrev}

// opener says where a capital shows that a word begins a sentence.
type opener uint8

const (
	notOpener opener = iota
	opensMixed
	opensCapitals // also in a text of capitals only
)

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

// split appends the words that the contraction text[start:end] is made of.
func (s *scan) split(start, end int) {
	if cut := s.contraction(start, end); cut > start && cut < end {
		s.split(start, cut)
		start = cut
	}
	s.add(start, end)
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

// initial reports whether text[start:i] ends in a single letter after nothing or a full stop: "U", "U.S".
func (s *scan) initial(start, i int) bool {
	r, size := utf8.DecodeLastRuneInString(s.text[start:i])
	before := i - size
	return unicode.IsLetter(r) && (before == start || s.text[before-1] == '.')
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

// abbreviates reports whether the word at i and text from start before it are one abbreviation of the table: "W.Va.".
func (s *scan) abbreviates(start, i int) bool {
	for i < s.end && lower(s.text[i]) >= 'a' && lower(s.text[i]) <= 'z' {
		i++
	}
	return i < s.end && s.text[i] == '.' && s.abbrev(s.text[start:i]) != noAbbrev
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

// fullStop returns the end of text[start:end] with the full stop that belongs to it as an abbreviation, or end.
func (s *scan) fullStop(start, end int) int {
	if end >= s.end || s.text[end] != '.' {
		return end
	}
	if next, _ := s.class(end + 1); next == letterClass {
		return end
	}
	word := s.text[start:end]
	if s.initial(start, end) && (strings.Contains(word, ".") || s.isInitial(start, end)) {
		return end + 1
	}
	switch s.abbrev(word) {
	case noAbbrev:
		return end
	case numberAbbrev:
		i := end + 1
		for i < s.end && s.text[i] == ' ' {
			i++
		}
		if s.digits(i) == 0 {
			return end
		}
	}
	return end + 1
}

// isInitial reports whether the single letter text[start:end] and the full stop after it are somebody's initial: a
// capital, and words after it on the same line.
func (s *scan) isInitial(start, end int) bool {
	r, size := utf8.DecodeRuneInString(s.text[start:end])
	if size != end-start || !unicode.IsUpper(r) {
		return false
	}
	next, _ := s.class(end + 1)
	return next == spaceClass && end+2 < s.end || next == markClass && end+1 < s.end && s.text[end+1] != '"'
}

// abbrev returns the kind of abbreviation that word, without its full stop, is.
func (t *tokenizer) abbrev(word string) abbrev {
	return lookup(t.full, word)
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

// add appends the token text[start:end].
func (s *scan) add(start, end int) {
	s.tokens = append(s.tokens, Token{Start: start, End: end, Norm: s.norms.norm(s.text[start:end]), Head: -1})
}

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
