package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"concord"
)

// LayOut tells the parts of the report's text from one another, and takes headline and date from them where the report
// has none yet.
func LayOut(r *concord.Report) {
	parts := paragraphs(r.Text)
	head := headline(r, parts)
	for i := range parts {
		if parts[i].Kind != concord.Title {
			parts[i].Kind = kindOf(r, parts, i, head)
		}
	}
	r.Layout = parts
}

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

// headline marks the parts that are the headline, also where it is repeated, and returns the index of the first part after it.
// A text whose first part reads like a sentence of the body has none.
func headline(r *concord.Report, parts []concord.Part) int {
	if len(parts) < 2 {
		return 0
	}
	first := parts[0].Of(r.Text)
	if r.Title == "" {
		if endsSentence(first) || len(first) > 200 || runningText(first) || furniture(first) {
			return 0
		}
		if _, ok := placedDate(first); ok {
			return 0
		}
		r.Title = strings.Join(strings.Fields(first), " ")
		if date, ok := issuedOn(r.Title); ok && r.Published == "" {
			r.Published = date
		}
	}
	after := 0
	for i := range min(len(parts), 6) {
		if sameWords(parts[i].Of(r.Text), r.Title) {
			parts[i].Kind, after = concord.Title, i+1
		}
	}
	return after
}

// runningText reports whether a part without a full stop is prose all the same: a wire's dateline opens it.
func runningText(s string) bool {
	return strings.Contains(s, "[TEXT]") || strings.Contains(s, " -- ")
}

func sameWords(a, b string) bool {
	return strings.EqualFold(strings.Join(strings.Fields(a), " "), strings.Join(strings.Fields(b), " "))
}

// kindOf tells what part i is. The lines between headline and body are the page's own: date, byline, reading time, standfirst, caption.
func kindOf(r *concord.Report, parts []concord.Part, i, afterTitle int) concord.PartKind {
	words := parts[i].Of(r.Text)
	top := i < afterTitle+8 && !bodyBegun(r.Text, parts[:i])
	if top {
		if date, ok := placedDate(words); ok {
			if r.Published == "" {
				r.Published = date
			}
			return concord.Dateline
		}
		if date, ok := wireDate(words); ok && r.Published == "" {
			r.Published = date
		}
		if byline(words) {
			return concord.Byline
		}
	}
	switch {
	case furniture(words):
		return concord.Furniture
	case credit(words):
		return concord.Caption
	case i == len(parts)-1 && closing(words):
		return concord.Furniture
	case top && afterTitle > 0 && i == afterTitle && pageLinesFollow(r.Text, parts[i+1:]):
		return concord.Standfirst
	}
	return concord.Body
}

// bodyBegun reports whether prose stands among the parts already told.
func bodyBegun(text string, parts []concord.Part) bool {
	for _, p := range parts {
		if p.Kind == concord.Body && endsSentence(p.Of(text)) {
			return true
		}
	}
	return false
}

// pageLinesFollow reports whether a date line, a byline or furniture stands just below, as it does below a standfirst.
func pageLinesFollow(text string, parts []concord.Part) bool {
	for _, p := range parts[:min(len(parts), 2)] {
		words := p.Of(text)
		if _, ok := placedDate(words); ok || byline(words) || furniture(words) {
			return true
		}
	}
	return false
}

// byline reports whether a line says who wrote the report: "By Ana Ruiz and Tom Hale in Beirut".
func byline(line string) bool {
	lower := strings.ToLower(line)
	if len(line) > 120 || endsSentence(line) && !strings.HasPrefix(lower, "by ") {
		return false
	}
	for _, opening := range []string{"by ", "written by ", "reporting by ", "reported by ", "from our correspondent"} {
		if rest, ok := strings.CutPrefix(lower, opening); ok {
			name := line[len(line)-len(rest):]
			first, _ := utf8.DecodeRuneInString(name)
			return len(strings.Fields(rest)) <= 12 && (unicode.IsUpper(first) || rest == "")
		}
	}
	return false
}

// furniture reports whether a line belongs to the page and not to the report: reading time, invitations, labels.
func furniture(line string) bool {
	if len(line) > 80 {
		return false
	}
	lower := strings.ToLower(strings.Trim(line, " .:|•-–"))
	fields := strings.Fields(lower)
	if len(fields) >= 2 && len(fields) <= 5 && strings.HasSuffix(lower, " read") && (strings.HasPrefix(fields[1], "min")) {
		return true
	}
	for _, label := range pageLabels {
		if lower == label || strings.HasPrefix(lower, label+":") {
			return true
		}
	}
	return false
}

// pageLabels are lines of the page, in lower case, whole or before a colon.
var pageLabels = []string{"share", "share this", "share this article", "advertisement", "read more", "read also", "related", "related articles", "related stories",
	"follow us", "listen", "watch", "print", "save", "subscribe", "sign up", "comments", "most read", "story continues below", "story continues below advertisement",
	"this article is more than 1 year old", "recommended", "email", "newsletter", "live", "file photo", "reuse this content"}

// credit reports whether a line is a caption, which closes with who took the picture: "[AFP]", "(Reuters)", "Photo: EPA".
func credit(line string) bool {
	if len(line) > 400 {
		return false
	}
	line = strings.TrimRight(line, " .")
	end := strings.ToLower(line[max(0, len(line)-79):])
	for _, mark := range []string{"photo:", "photograph:", "image:", "photo by ", "picture:", "file photo"} {
		if strings.Contains(end, mark) {
			return true
		}
	}
	open := -1
	switch {
	case strings.HasSuffix(line, "]"):
		open = strings.LastIndexByte(line, '[')
	case strings.HasSuffix(line, ")"):
		open = strings.LastIndexByte(line, '(')
	}
	if open < 1 {
		return false
	}
	return agency(line[open+1 : len(line)-1])
}

// pictureAgencies are names that stand in picture credits.
var pictureAgencies = []string{"afp", "reuters", "getty", "ap", "epa", "anadolu", "aa", "dpa", "xinhua", "sana", "tass", "ria novosti", "file", "courtesy", "twitter", "handout", "social media", "supplied", "al jazeera"}

func agency(inside string) bool {
	lower := strings.ToLower(inside)
	for _, name := range pictureAgencies {
		if lower == name || strings.HasPrefix(lower, name+"/") || strings.HasPrefix(lower, name+" ") || strings.HasSuffix(lower, "/"+name) {
			return len(inside) < 60
		}
	}
	return false
}

// closing reports whether the last line of a page credits those who contributed.
func closing(line string) bool {
	lower := strings.ToLower(line)
	if len(line) > 240 {
		return false
	}
	return strings.Contains(lower, "contributed to this report") || strings.HasPrefix(lower, "additional reporting by") ||
		strings.HasPrefix(lower, "(reporting by") || strings.HasPrefix(lower, "with agencies") || strings.HasPrefix(lower, "editing by") ||
		strings.HasPrefix(lower, "source:") || strings.HasPrefix(lower, "agencies and")
}
