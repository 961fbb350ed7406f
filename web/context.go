package web

import (
	"context"
	"strings"
	"unicode"

	"concord"
)

// passage is a claim with the words around its own, so that it can be judged where it stands in a list.
type passage struct {
	concord.IncidentClaim
	Before, After string
}

// mostAround is how many code points stand on either side of a claim's words.
const mostAround = 140

// passagesOf finds the words around claims in their reports.
func (s *server) passagesOf(ctx context.Context, claims []concord.IncidentClaim) ([]passage, error) {
	texts := make(map[string][]rune)
	list := make([]passage, len(claims))
	for i, c := range claims {
		text, read := texts[c.ReportID]
		if !read {
			reading, err := s.store.Reading(ctx, c.ReportID)
			if err != nil {
				return nil, err
			}
			text = []rune(reading.Report.Text)
			texts[c.ReportID] = text
		}
		list[i] = passage{c, before(text[:c.Start]), after(text[c.End:])}
	}
	return list, nil
}

// before returns the end of a text: its last line, cut at a space where it is long.
func before(text []rune) string {
	line := string(text)
	line = line[strings.LastIndexByte(line, '\n')+1:]
	runes := []rune(line)
	at := len(runes) - mostAround
	if at <= 0 {
		return line
	}
	for at < len(runes) && !unicode.IsSpace(runes[at]) {
		at++
	}
	return "…" + string(runes[at:])
}

// after returns the beginning of a text: its first line, cut at a space where it is long.
func after(text []rune) string {
	for i, r := range text {
		if r == '\n' || i >= mostAround && unicode.IsSpace(r) {
			if r == '\n' {
				return string(text[:i])
			}
			return string(text[:i]) + " …"
		}
	}
	return string(text)
}
