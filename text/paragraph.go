package text

import (
	"strings"
	"unicode/utf8"

	"concord"
)

// parts returns the paragraphs of a report: its layout where it has one, else what blank lines part, and line ends that
// no hard wrap explains. All of the latter are body.
func parts(r *concord.Report) []concord.Part {
	if len(r.Layout) > 0 {
		return r.Layout
	}
	var found []concord.Part
	width := wrapWidth(r.Text)
	open := -1 // where the paragraph under way begins
	last := 0  // the end of its last line
	eachLine(r.Text, func(start, end int) {
		line := strings.TrimSpace(r.Text[start:end])
		switch {
		case line == "":
			if open >= 0 {
				found = append(found, concord.Part{Span: concord.Span{Start: open, End: last}})
			}
			open = -1
			return
		case open >= 0 && !wrapped(r.Text[lineStart(r.Text, last):last], line, width):
			found = append(found, concord.Part{Span: concord.Span{Start: open, End: last}})
			open = start
		case open < 0:
			open = start
		}
		last = end
	})
	if open >= 0 {
		found = append(found, concord.Part{Span: concord.Span{Start: open, End: last}})
	}
	return found
}

// eachLine calls yield for each line of text, without its end.
func eachLine(text string, yield func(start, end int)) {
	for start := 0; start <= len(text); {
		end := strings.IndexByte(text[start:], '\n')
		if end < 0 {
			yield(start, len(text))
			return
		}
		yield(start, start+end)
		start += end + 1
	}
}

func lineStart(text string, i int) int { return strings.LastIndexByte(text[:i], '\n') + 1 }

// Lines of a hard-wrapped text: characters.
const (
	leastWrap = 40
	mostWrap  = 100
)

// wrapWidth returns the width at which the lines of text are wrapped, in characters; 0 where they are not.
func wrapWidth(text string) int {
	width := 0
	eachLine(text, func(start, end int) {
		width = max(width, utf8.RuneCountInString(strings.TrimSpace(text[start:end])))
	})
	if width < leastWrap || width > mostWrap {
		return 0
	}
	return width
}

// wrapped reports whether next goes on with what the line before it began: the first word of next would not have fitted
// there, or the line is long and closes nothing.
func wrapped(line, next string, width int) bool {
	if width == 0 {
		return false
	}
	line = strings.TrimSpace(line)
	word, _, _ := strings.Cut(next, " ")
	long := utf8.RuneCountInString(line)
	if long+1+utf8.RuneCountInString(word) > width {
		return true
	}
	return long*5 > width*3 && !strings.ContainsAny(line[len(line)-1:], ".!?:\"'")
}
