package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"concord"
)

// splitter finds the ends of sentences in one paragraph of tokens.
type splitter struct {
	*tokenizer
	text     string
	tokens   []Token // of the paragraph
	capitals bool    // the paragraph has no lower-case letters worth the name
	small    bool    // it has no capitals
}

// tokenize cuts a report into paragraphs, sentences and tokens. Norms come from the interner.
func (t *tokenizer) tokenize(r *concord.Report, norms *interner) *Doc {
	d := &Doc{Report: r, Text: r.Text}
	s := scan{tokenizer: t, text: r.Text, norms: norms, tokens: make([]Token, 0, len(r.Text)/4)}
	for _, part := range parts(r) {
		first, firstSentence := len(s.tokens), len(d.Sentences)
		s.part(part.Start, part.End)
		d.sentences(t, s.tokens, first)
		if n := len(s.tokens); n > first {
			s.tokens[n-1].SpaceAfter = true
			d.Paragraphs = append(d.Paragraphs, Paragraph{Part: part, First: firstSentence, Last: len(d.Sentences)})
		}
	}
	d.Tokens = s.tokens
	return d
}

// sentences appends the sentences of the paragraph tokens[first:].
func (d *Doc) sentences(t *tokenizer, tokens []Token, first int) {
	s := splitter{tokenizer: t, text: d.Text, tokens: tokens[first:]}
	s.capitals, s.small = s.cases()
	begun := 0
	for i := 0; i < len(s.tokens); {
		end := s.endAt(i, begun)
		if end == 0 && i+1 == len(s.tokens) {
			end = i + 1
		}
		if end == 0 {
			i++
			continue
		}
		for k := begun; k < end; k++ {
			s.tokens[k].Sentence = len(d.Sentences)
		}
		d.Sentences = append(d.Sentences, Sentence{First: first + begun, Last: first + end, Paragraph: len(d.Paragraphs)})
		begun, i = end, end
	}
}

// cases reports whether the paragraph is written in capitals only, or without any.
func (s *splitter) cases() (capitals, small bool) {
	upper, lower := 0, 0
	for i := range s.tokens {
		for _, c := range []byte(s.form(i)) {
			switch {
			case c >= 'A' && c <= 'Z':
				upper++
			case c >= 'a' && c <= 'z':
				lower++
			}
		}
	}
	return upper > 12*lower, upper == 0
}

func (s *splitter) form(i int) string { return s.text[s.tokens[i].Start:s.tokens[i].End] }

// endAt returns the end of the sentence that begun begins if token i closes it, with the quotation marks and brackets that
// belong to it; else 0.
func (s *splitter) endAt(i, begun int) int {
	norm := s.tokens[i].Norm
	switch {
	case s.isBullet(i + 1):
		return i + 1
	case begun == 0 && i < 20 && s.isDateline(i):
		return i + 1
	case isStop(norm):
		return s.stopEnd(i, begun)
	case len(norm) > 1 && norm[len(norm)-1] == '.' && isWordByte(norm[0]):
		return s.abbrevEnd(i, begun)
	}
	return 0
}

// isStop reports whether a token is of full stops, exclamation and question marks alone.
func isStop(norm string) bool {
	for i := range len(norm) {
		if norm[i] != '.' && norm[i] != '!' && norm[i] != '?' {
			return norm == "。"
		}
	}
	return norm != ""
}

func isWordByte(c byte) bool { return c >= utf8.RuneSelf || asciiClass[c] >= letterClass }

// stopEnd returns the end of the sentence that a full stop, exclamation or question mark at i may close, or 0.
func (s *splitter) stopEnd(i, begun int) int {
	end := s.closing(i+1, begun)
	if end == len(s.tokens) {
		return end
	}
	norm := s.tokens[i].Norm
	quoted := end > i+1 && isQuote(s.tokens[end-1].Norm)
	switch {
	case !s.tokens[end-1].SpaceAfter && norm == "." && !s.startsUpper(end):
		return 0 // inside something like a file name
	case s.startsLower(end):
		return 0
	case norm != "." && quoted && s.saidSoon(end):
		return 0
	case strings.HasPrefix(norm, "..") && !s.startsUpper(end) && !s.small:
		return 0
	case norm == "." && i == begun+1 && s.isItem(begun):
		return 0 // the number of a list's item
	}
	return end
}

// closing returns the end of the quotation marks, brackets and notes that close what ends before token i.
func (s *splitter) closing(i, begun int) int {
	for i < len(s.tokens) {
		switch norm := s.tokens[i].Norm; {
		case norm == ")" || norm == "]" || norm == "}":
		case norm == "[" && i+2 < len(s.tokens) && s.tokens[i+2].Norm == "]" && s.isNumber(i+1):
			i += 2
		case isQuote(norm) && s.closes(i, begun):
		default:
			return i
		}
		i++
	}
	return i
}

func isQuote(norm string) bool { return norm == `"` || norm == "'" }

// closes reports whether the quotation mark at i closes a quotation rather than opening the next.
func (s *splitter) closes(i, begun int) bool {
	switch form := s.form(i); form {
	case "”", "»", "’":
		return true
	case "“", "„", "«", "‘", "``":
		return false
	}
	if !s.tokens[i-1].SpaceAfter {
		return true
	}
	if !s.tokens[i].SpaceAfter {
		return false
	}
	open := false
	for k := begun; k < i; k++ {
		if s.tokens[k].Norm == s.tokens[i].Norm {
			open = !open
		}
	}
	return open
}

// abbrevEnd returns i+1 where the abbreviation at i ends the sentence as well, else 0 (with what closes it).
func (s *splitter) abbrevEnd(i, begun int) int {
	end := s.closing(i+1, begun)
	if end == len(s.tokens) {
		return end
	}
	word := s.tokens[i].Norm[:len(s.tokens[i].Norm)-1]
	switch lookup(s.full, word) {
	case titleAbbrev, numberAbbrev, innerAbbrev:
		return 0
	case noAbbrev:
		if utf8.RuneCountInString(word) == 1 {
			return 0 // an initial
		}
	}
	next := end
	if isQuote(s.tokens[next].Norm) && next+1 < len(s.tokens) {
		next++
	}
	opens := lookup(s.openers, s.tokens[next].Norm)
	if s.startsLower(next) || opens == notOpener || s.capitals && opens != opensCapitals || s.small {
		return 0
	}
	return end
}

// saidSoon reports whether a verb of saying follows within a few words: the question before it is still a part of
// its sentence.
func (s *splitter) saidSoon(i int) bool {
	for k := i; k < min(i+5, len(s.tokens)); k++ {
		switch s.tokens[k].Norm {
		case "said", "says", "asked", "asks", "told", "added", "replied", "wrote", "shouted", "cried", "tweeted", "chanted", "exclaimed":
			return true
		case ".", ",", "that", "who":
			return false
		}
	}
	return false
}

// isBullet reports whether token i begins an item of a list.
func (s *splitter) isBullet(i int) bool {
	if i <= 0 || i+1 >= len(s.tokens) {
		return false
	}
	switch s.tokens[i].Norm {
	case "•", "·", "▪", "■", "●", "◦", "‣", "►":
		return true
	}
	return false
}

// isItem reports whether token i is what numbers an item: "1", "iv", "a".
func (s *splitter) isItem(i int) bool {
	return s.tokens[i].End-s.tokens[i].Start <= 2 && s.isNumber(i) && !s.tokens[i].SpaceAfter
}

// isNumber reports whether token i is of digits alone.
func (s *splitter) isNumber(i int) bool {
	for _, c := range []byte(s.form(i)) {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}

// startsUpper reports whether token i, or the token after the quotation mark or bracket i, begins with a capital or a digit.
func (s *splitter) startsUpper(i int) bool {
	r := s.firstLetter(i)
	return unicode.IsUpper(r) || unicode.IsTitle(r) || unicode.IsDigit(r)
}

// startsLower is the like for a small letter, in a text that has capitals.
func (s *splitter) startsLower(i int) bool { return !s.small && unicode.IsLower(s.firstLetter(i)) }

// firstLetter returns the first letter or digit of token i, or past quotation marks and brackets of the next; 0 where there is none, and any other mark itself.
func (s *splitter) firstLetter(i int) rune {
	for ; i < len(s.tokens); i++ {
		r, _ := utf8.DecodeRuneInString(s.form(i))
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		if n := s.tokens[i].Norm; !isQuote(n) && n != "(" && n != "[" && n != "..." {
			return r
		}
	}
	return 0
}
