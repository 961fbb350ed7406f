package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"concord"
	"concord/text"
)

// re3dKinds maps re3d's types to kinds of name.
var re3dKinds = map[string]text.NameKind{"Person": text.PersonName, "Location": text.PlaceName, "Organisation": text.OrganisationName, "Nationality": text.NationalityName}

// readRe3d reads re3d's documents: the names within the marked phrases.
func readRe3d(dir string) ([]text.NameLesson, error) {
	type record struct {
		ID, Text string
		Entities []struct {
			Start, End int
			Type       string
			Confidence float64
		}
	}
	texts := map[string]string{}
	err := eachJSON(filepath.Join(dir, "documents.jsonl"), func(r record) { texts[r.ID] = r.Text })
	if err != nil {
		return nil, err
	}
	var lessons []text.NameLesson
	err = eachJSON(filepath.Join(dir, "gold.jsonl"), func(r record) {
		l := text.NameLesson{Text: texts[r.ID]}
		bytes := byteOffsets(l.Text)
		slices.SortStableFunc(r.Entities, func(a, b struct {
			Start, End int
			Type       string
			Confidence float64
		}) int {
			return (b.End - b.Start) - (a.End - a.Start)
		})
		for _, e := range r.Entities {
			kind, ok := re3dKinds[e.Type]
			s := nameWithin(l.Text, concord.Span{Start: bytes[e.Start], End: bytes[e.End]}, kind)
			if !ok || s.Start >= s.End || slices.ContainsFunc(l.Names, func(n text.NamedSpan) bool { return n.Start < s.End && s.Start < n.End }) {
				continue
			}
			l.Names = append(l.Names, text.NamedSpan{Span: s, Kind: kind})
		}
		lessons = append(lessons, l)
	})
	return lessons, err
}

// eachJSON decodes a file of one JSON value a line.
func eachJSON[T any](path string, yield func(T)) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	d := json.NewDecoder(f)
	for d.More() {
		var value T
		if err := d.Decode(&value); err != nil {
			return err
		}
		yield(value)
	}
	return nil
}

// byteOffsets returns the byte offset of each code point, and the length.
func byteOffsets(s string) []int {
	var at []int
	for i := range s {
		at = append(at, i)
	}
	return append(at, len(s))
}

// nameWithin returns the proper name in a marked phrase: what is left when articles, titles and lower-case words before
// it are gone. It is empty where other words in lower case, or a comma, remain.
func nameWithin(s string, span concord.Span, kind text.NameKind) concord.Span {
	phrase := span.Of(s)
	if kind == text.PersonName {
		phrase = pastTitles(phrase)
	}
	for phrase != "" {
		word, rest, _ := strings.Cut(phrase, " ")
		r, _ := utf8.DecodeRuneInString(word)
		if unicode.IsUpper(r) && word != "The" && !text.IsTitle(word) && (rest == "" || !text.IsDemonym(word)) || strings.HasPrefix(word, "al-") {
			break
		}
		phrase = rest
	}
	for word := range strings.FieldsSeq(phrase) {
		r, _ := utf8.DecodeRuneInString(word)
		if unicode.IsLower(r) && !joinsName(word) && !strings.HasPrefix(word, "al-") && word != "in" {
			return concord.Span{}
		}
	}
	if strings.ContainsAny(phrase, ",;:") {
		return concord.Span{}
	}
	return concord.Span{Start: span.End - len(phrase), End: span.End}
}

// pastTitles returns what follows the last title in a phrase, the phrase where nothing does.
func pastTitles(phrase string) string {
	rest := phrase
	for at := 0; at < len(phrase); {
		word, _, more := strings.Cut(phrase[at:], " ")
		at += len(word) + 1
		if more && text.IsTitle(word) {
			rest = phrase[at:]
		}
	}
	return rest
}
