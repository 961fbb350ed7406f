package intake

import (
	"strings"

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
