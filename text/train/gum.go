package main

import (
	"bufio"
	"os"
	"slices"
	"strings"

	"concord"
	"concord/text"
)

// entity is an entity of GUM that is open or closed at a word.
type entity struct {
	id, kind string
	first    int
	head     int // counted within the entity from 1
}

// gumWord is a word of a CoNLL-U file with its span.
type gumWord struct {
	concord.Span
	upos, form string
}

// readGUM reads the names of a GUM file: entities whose head is a proper noun, cut down to the proper name around it.
func readGUM(path string) ([]text.NameLesson, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var lessons []text.NameLesson
	var b builder
	var words []gumWord
	var open []entity
	endSentence := func() {
		b.sentence()
		words, open = nil, nil
	}
	scanner := bufio.NewScanner(f)
	scanner.Buffer(nil, 1<<20)
	for scanner.Scan() {
		line := scanner.Text()
		c := strings.Split(line, "\t")
		switch {
		case line == "":
			endSentence()
		case strings.HasPrefix(line, "# newdoc"):
			if l := b.lesson(); len(l.Sentences) > 0 {
				lessons = append(lessons, l)
			}
			b = builder{}
		case len(c) == 10 && !strings.ContainsAny(c[0], "-."):
			words = append(words, b.gumWord(c))
			open = b.entities(words, open, c[9])
		}
	}
	lessons = append(lessons, b.lesson())
	return lessons, scanner.Err()
}

// gumWord appends a word to the text.
func (b *builder) gumWord(c []string) gumWord {
	if b.b.Len() > b.begun {
		b.b.WriteByte(' ')
	}
	start := b.b.Len()
	b.b.WriteString(c[1])
	return gumWord{Span: concord.Span{Start: start, End: b.b.Len()}, upos: c[3], form: c[1]}
}

// entities follows the brackets of a word's Entity attribute.
func (b *builder) entities(words []gumWord, open []entity, misc string) []entity {
	for part := range strings.SplitSeq(misc, "|") {
		value, ok := strings.CutPrefix(part, "Entity=")
		for ok && value != "" {
			if value[0] == '(' {
				end := strings.IndexAny(value[1:], "()") + 1
				if end == 0 {
					end = len(value)
				}
				open = append(open, openEntity(value[1:end], len(words)-1))
				if value = value[end:]; value != "" && value[0] == ')' {
					b.close(words, open[len(open)-1])
					open, value = open[:len(open)-1], value[1:]
				}
				continue
			}
			id, rest, _ := strings.Cut(value, ")")
			if i := slices.IndexFunc(open, func(e entity) bool { return e.id == id }); i >= 0 {
				b.close(words, open[i])
				open = slices.Delete(open, i, i+1)
			}
			value = rest
		}
	}
	return open
}

// openEntity reads "3-person-new-sssss-cf1-1,2-coref-Lord_Byron".
func openEntity(value string, first int) entity {
	fields := strings.Split(value, "-")
	e := entity{first: first, head: 1}
	if len(fields) > 1 {
		e.id, e.kind = fields[0], fields[1]
	}
	for _, field := range fields[min(5, len(fields)):] {
		if field != "" && field[0] >= '1' && field[0] <= '9' {
			head, _, _ := strings.Cut(field, ",")
			e.head = 0
			for _, digit := range head {
				e.head = 10*e.head + int(digit-'0')
			}
			break
		}
	}
	return e
}

// close adds the name of an entity that ends with the last word, where its head is a proper noun.
func (b *builder) close(words []gumWord, e entity) {
	if e.kind == "time" || e.kind == "" {
		return
	}
	head := e.first + e.head - 1
	if head >= len(words) || words[head].upos != "PROPN" {
		return
	}
	first, last := head, head+1
	for first > e.first && (words[first-1].upos == "PROPN" || first-1 > e.first && joinsName(words[first-1].form) && words[first-2].upos == "PROPN") {
		first--
	}
	for last < len(words) && (words[last].upos == "PROPN" || last+1 < len(words) && joinsName(words[last].form) && words[last+1].upos == "PROPN") {
		last++
	}
	for first < head && text.IsTitle(words[first].form) {
		first++
	}
	kind, ok := entityKinds[e.kind]
	if !ok {
		kind = text.OtherName
	}
	span := concord.Span{Start: words[first].Start, End: words[last-1].End}
	for _, name := range b.names {
		if name.Start < span.End && span.Start < name.End {
			return // the entity inside was closed first, and is the name
		}
	}
	b.names = append(b.names, text.NamedSpan{Span: span, Kind: kind})
}

func joinsName(form string) bool {
	switch form {
	case "of", "the", "for", "and", "-", "de", "al", "'s":
		return true
	}
	return false
}

// entityKinds maps GUM's types of entity to kinds of name; all others are OtherName.
var entityKinds = map[string]text.NameKind{"person": text.PersonName, "place": text.PlaceName, "organization": text.OrganisationName}
