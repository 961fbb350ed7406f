package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

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

// agency reports whether words in brackets name an agency for pictures.
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
