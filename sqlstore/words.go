package sqlstore

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Full text is folded here, before either engine sees it, so that both find the same: a word is a run of letters
// and digits, in lower case, without marks and without its plural ending.

// boundary parts the entries of a column, so that no phrase runs from one into the next.
const boundary = "0x0"

// longestWord is the length in bytes at which a run of letters is cut: nothing that long is looked for.
const longestWord = 64

// foldedWord is one word of a text with its place in it.
type foldedWord struct {
	word       string
	start, end int // bytes
}

// eachWord calls yield for the words of text in order until it returns false.
func eachWord(text string, yield func(foldedWord) bool) {
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !inWord(r) {
			i += size
			continue
		}
		start := i
		for i < len(text) && i-start < longestWord {
			if r, size = utf8.DecodeRuneInString(text[i:]); !inWord(r) {
				break
			}
			i += size
		}
		if w := fold(text[start:i]); w != "" && !yield(foldedWord{w, start, i}) {
			return
		}
	}
}

func inWord(r rune) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' ||
		r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}

// fold returns a word in lower case, without marks and without a plural's ending.
func fold(word string) string {
	for i := range len(word) {
		if word[i] >= utf8.RuneSelf {
			return singular(unmarked(word))
		}
	}
	return singular(strings.ToLower(word))
}

// unmarked returns the letters and digits of a word in lower case, without accents.
func unmarked(word string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(word) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// singular takes off the plural's ending by the three rules of Harman's S stemmer ("How effective is suffixing?",
// 1991): "cities" → "city", "strikes" → "strike", "trucks" → "truck", and not "us", "gas", "press".
func singular(w string) string {
	if len(w) < 4 || !strings.HasSuffix(w, "s") {
		return w
	}
	ends := func(suffixes ...string) bool {
		for _, s := range suffixes {
			if strings.HasSuffix(w, s) {
				return true
			}
		}
		return false
	}
	switch {
	case ends("ies") && !ends("eies", "aies"):
		return w[:len(w)-3] + "y"
	case ends("es") && !ends("aes", "ees", "oes"), !ends("us", "ss"):
		return w[:len(w)-1]
	}
	return w
}

// foldAll writes the words of the entries for indexing, a boundary between entries.
func foldAll(entries ...string) string {
	var b strings.Builder
	for _, entry := range entries {
		if b.Len() > 0 {
			b.WriteString(" " + boundary)
		}
		eachWord(entry, func(w foldedWord) bool {
			if b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(w.word)
			return true
		})
	}
	return b.String()
}

// plainQuotes turns the typographer's quotation marks into the typewriter's.
var plainQuotes = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`)

// phrasesOf reads what a user looks for: words, and "several words" in quotation marks that stand together.
func phrasesOf(query string) [][]string {
	var phrases [][]string
	for i, part := range strings.Split(plainQuotes.Replace(query), `"`) {
		words := wordsOf(part)
		if quoted := i%2 == 1; quoted && len(words) > 0 {
			phrases = append(phrases, words)
			continue
		}
		for _, w := range words {
			phrases = append(phrases, []string{w})
		}
	}
	return phrases
}

// wordsOf returns the folded words of a text.
func wordsOf(text string) []string {
	var words []string
	eachWord(text, func(w foldedWord) bool {
		words = append(words, w.word)
		return true
	})
	return words
}

// passage returns about 160 bytes of text around the first place that holds the first of the phrases, "" where none does.
func passage(text string, phrases [][]string) string {
	if text == "" || len(phrases) == 0 {
		return ""
	}
	found := placeOf(phrases[0], text)
	if found < 0 {
		return ""
	}
	from, to := max(0, found-70), min(len(text), found+90)
	before, after := "", ""
	if from > 0 {
		before, from = "… ", from+strings.IndexAny(text[from:], " \n")+1
	}
	if to < len(text) {
		if cut := strings.LastIndexAny(text[found:to], " \n"); cut > 0 {
			to = found + cut
		}
		after = " …"
	}
	return before + strings.Join(strings.Fields(text[min(from, found):to]), " ") + after
}

// placeOf returns where a phrase of folded words first begins in text, -1 where it does not stand there.
func placeOf(phrase []string, text string) int {
	found := -1
	var last []foldedWord // as many as the phrase has
	eachWord(text, func(w foldedWord) bool {
		if len(last) == len(phrase) {
			last = append(last[:0], last[1:]...)
		}
		last = append(last, w)
		if slices.EqualFunc(last, phrase, func(w foldedWord, word string) bool { return w.word == word }) {
			found = last[0].start
		}
		return found < 0
	})
	return found
}
