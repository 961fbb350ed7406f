package export

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"concord"
)

// hiddenWords are words, or all that match a pattern, with what stands in their place.
type hiddenWords struct {
	words   string
	pattern *regexp.Regexp
	instead string
}

// identifiers are the fields of the JSON that name a row of the record and are left as they are.
var identifiers = map[string]bool{"id": true, "report": true, "report_id": true, "reports": true, "claim": true, "account": true,
	"superseded_by": true, "repeated_by": true, "of": true, "type": true, "kind": true, "country": true, "admin1": true, "publisher": true}

// redact copies an incident with the words hidden wherever they stand, and reports whether there were names among them. It goes through the
// JSON, so that no field is forgotten.
func redact(from, to *concord.Incident, hidden []hiddenWords) (names bool, err error) {
	data, err := json.Marshal(from)
	if err != nil {
		return false, err
	}
	if len(hidden) > 0 {
		var tree any
		if err := json.Unmarshal(data, &tree); err != nil {
			return false, err
		}
		if data, err = json.Marshal(redactTree(tree, hidden)); err != nil {
			return false, err
		}
	}
	return bytes.Contains(data, []byte(nameWithheld)), json.Unmarshal(data, to)
}

// redactTree hides words in all texts of a JSON tree but identifiers.
func redactTree(value any, hidden []hiddenWords) any {
	switch v := value.(type) {
	case string:
		for _, h := range hidden {
			v = hide(v, h)
		}
		return v
	case []any:
		for i := range v {
			v[i] = redactTree(v[i], hidden)
		}
	case map[string]any:
		for key := range v {
			if !identifiers[key] {
				v[key] = redactTree(v[key], hidden)
			}
		}
	}
	return value
}

// hide replaces what matches the pattern, or the words wherever they stand as whole words, in whatever case.
func hide(text string, h hiddenWords) string {
	if h.pattern != nil {
		return h.pattern.ReplaceAllLiteralString(text, h.instead)
	}
	var b strings.Builder
	for {
		i := indexWords(text, h.words)
		if i < 0 {
			b.WriteString(text)
			return b.String()
		}
		b.WriteString(text[:i])
		b.WriteString(h.instead)
		text = text[i+len(h.words):]
	}
}

// indexWords returns where words stand in text as whole words, -1 where they do not.
func indexWords(text, words string) int {
	for i := 0; i+len(words) <= len(text); i++ {
		if !strings.EqualFold(text[i:i+len(words)], words) {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[i+len(words):])
		if !unicode.IsLetter(before) && !unicode.IsLetter(after) {
			return i
		}
	}
	return -1
}
