package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// function words that no long English text lacks and few texts of other languages hold.
var english = map[string]bool{"the": true, "of": true, "and": true, "to": true, "in": true, "that": true, "was": true, "for": true, "on": true, "with": true,
	"by": true, "were": true, "from": true, "said": true, "at": true, "is": true, "had": true, "has": true, "have": true, "it": true, "he": true, "an": true,
	"are": true, "not": true, "who": true, "after": true}

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
		if english[strings.Trim(w, ".,;:\"'()")] {
			known++
		}
	}
	if words >= 20 && known*20 < words {
		return "und"
	}
	return "en"
}
