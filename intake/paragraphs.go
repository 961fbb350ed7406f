package intake

import (
	"strings"
	"unicode/utf8"

	"concord"
)

// paragraphs cuts text at blank lines, and at every line end of a block whose lines are paragraphs themselves.
func paragraphs(text string) []concord.Part {
	var parts []concord.Part
	add := func(start, end int) {
		for start < end && isSpace(text[start]) {
			start++
		}
		for end > start && isSpace(text[end-1]) {
			end--
		}
		if start < end {
			parts = append(parts, concord.Part{Span: concord.Span{Start: start, End: end}})
		}
	}
	for start := 0; start < len(text); {
		end, next := blockEnd(text, start)
		if block := text[start:end]; wrapped(block) {
			add(start, end)
		} else {
			at := start
			for line := range strings.SplitSeq(block, "\n") {
				add(at, at+len(line))
				at += len(line) + 1
			}
		}
		start = next
	}
	return parts
}

func isSpace(b byte) bool { return b == ' ' || b == '\n' || b == '\t' || b == '\r' || b == '\f' }

// blockEnd returns where the block that begins at start ends, and where the next begins: after a blank line.
func blockEnd(text string, start int) (end, next int) {
	for at := start; ; {
		i := strings.IndexByte(text[at:], '\n')
		if i < 0 {
			return len(text), len(text)
		}
		end = at + i
		at = end + 1
		blank := at
		for blank < len(text) && (text[blank] == ' ' || text[blank] == '\t' || text[blank] == '\r') {
			blank++
		}
		if blank < len(text) && text[blank] == '\n' {
			return end, blank + 1
		}
	}
}

// wrapped reports whether the lines of a block are one paragraph broken at a margin: most of them end in the
// middle of a sentence, all but the last are about as long as the longest, and none is a date alone.
func wrapped(block string) bool {
	lines := strings.Split(strings.TrimRight(block, " \n\r\t"), "\n")
	if len(lines) < 2 {
		return true
	}
	longest, open, long := 0, 0, 0
	for _, line := range lines {
		longest = max(longest, len(line))
	}
	if longest > 120 || longest < 30 {
		return false
	}
	for i, line := range lines {
		line = strings.TrimRight(line, " \r\t")
		if _, dated := placedDate(line); dated {
			return false
		}
		if i == len(lines)-1 {
			break
		}
		if !endsSentence(line) {
			open++
		}
		if len(line)*10 >= longest*6 {
			long++
		}
	}
	before := len(lines) - 1
	return open*2 >= before && long*3 >= before*2
}

// endsSentence reports whether a line ends as a sentence does, closing quotes and brackets aside.
func endsSentence(line string) bool {
	line = strings.TrimRight(line, "\"'”’)] ")
	last, _ := utf8.DecodeLastRuneInString(line)
	return last == '.' || last == '!' || last == '?' || last == '…'
}
