package concord

import "unicode/utf8"

// Span is a half-open range of a report's text. While a report is being read offsets are
// bytes; [Reading.CodePoints] turns them once into Unicode code points, which is what JSON,
// the store and everything after them hold (the W3C Web Annotation TextPositionSelector's count).
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Of returns the words of text that s covers, where s counts bytes.
func (s Span) Of(text string) string { return text[s.Start:s.End] }

// Len returns End - Start.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether t lies within s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share an offset.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Quote is a span with its words.
type Quote struct {
	Span
	Text string `json:"quote"`
}

// QuoteOf cuts the span out of text, where s counts bytes.
func QuoteOf(text string, s Span) Quote { return Quote{Span: s, Text: s.Of(text)} }

// codePoints returns a function from byte offsets of text to code points, or nil
// where text is ASCII and the two are the same.
func codePoints(text string) func(int) int {
	first := 0
	for first < len(text) && text[first] < utf8.RuneSelf {
		first++
	}
	if first == len(text) {
		return nil
	}
	at := make([]int32, len(text)+1) // code points before each byte
	count := int32(first)
	for i := range first {
		at[i] = int32(i)
	}
	for i := first; i < len(text); i++ {
		if i > first && utf8.RuneStart(text[i]) {
			count++
		}
		at[i] = count
	}
	at[len(text)] = int32(utf8.RuneCountInString(text))
	return func(b int) int { return int(at[b]) }
}
