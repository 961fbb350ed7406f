package intake

import (
	"maps"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"concord/lexicon"
)

// english are the words of lexicon/english.tsv, which no long English text lacks and few texts of other languages hold, and those of the labels of a
// record kept line by line, which has few others.
var english = sync.OnceValue(func() map[string]bool {
	words := lexicon.Set("english", "word")
	maps.Copy(words, lexicon.Set("fields", "word"))
	return words
})

// language returns "en" for English text, "ar", "ru", "uk" by their letters, and "und" for what cannot be told.
// Text too short to tell (under 20 words of Latin letters) is taken for English.
func language(text string) string {
	sample := text[:min(len(text), 4000)]
	var latin, arabic, cyrillic, ukrainian int
	for _, r := range sample {
		switch {
		case r < utf8.RuneSelf:
			if 'a' <= r|0x20 && r|0x20 <= 'z' {
				latin++
			}
		case unicode.Is(unicode.Arabic, r):
			arabic++
		case unicode.Is(unicode.Cyrillic, r):
			cyrillic++
			if strings.ContainsRune("іїєґІЇЄҐ", r) {
				ukrainian++
			}
		}
	}
	switch {
	case arabic > latin && arabic > cyrillic:
		return "ar"
	case cyrillic > latin && ukrainian*100 > cyrillic:
		return "uk"
	case cyrillic > latin:
		return "ru"
	}
	words, known := 0, 0
	for w := range strings.FieldsSeq(strings.ToLower(sample)) {
		words++
		if english()[strings.Trim(w, ".,;:\"'()")] {
			known++
		}
		if known*40 > len(sample) {
			return "en" // however many words follow
		}
	}
	if words >= 20 && known*20 < words {
		return "und"
	}
	return "en"
}
