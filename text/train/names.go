package main

import (
	"bufio"
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

// columnKinds maps the labels of wikigold and WNUT17 to kinds of name.
var columnKinds = map[string]text.NameKind{
	"PER": text.PersonName, "LOC": text.PlaceName, "ORG": text.OrganisationName, "MISC": text.OtherName,
	"person": text.PersonName, "location": text.PlaceName, "corporation": text.OrganisationName, "group": text.OrganisationName,
	"creative-work": text.OtherName, "product": text.OtherName,
}

// builder joins words to a text with known sentences and names.
type builder struct {
	b         strings.Builder
	sentences []concord.Part
	names     []text.NamedSpan
	begun     int  // of the sentence under way
	open      bool // the last name may go on
}

func (b *builder) word(word, label string) {
	if b.b.Len() > b.begun {
		b.b.WriteByte(' ')
	}
	start := b.b.Len()
	b.b.WriteString(word)
	kind := columnKinds[label[min(2, len(label)):]]
	last := len(b.names) - 1
	switch {
	case kind == 0:
		b.open = false
	case b.open && label[0] == 'I' && b.names[last].Kind == kind:
		b.names[last].End = b.b.Len()
	default:
		b.names = append(b.names, text.NamedSpan{Span: concord.Span{Start: start, End: b.b.Len()}, Kind: kind})
		b.open = true
	}
}

func (b *builder) sentence() {
	if b.b.Len() > b.begun {
		b.sentences = append(b.sentences, concord.Part{Span: concord.Span{Start: b.begun, End: b.b.Len()}})
		b.b.WriteByte('\n')
	}
	b.begun, b.open = b.b.Len(), false
}

func (b *builder) lesson() text.NameLesson {
	b.sentence()
	names := b.names
	for i := range names {
		if names[i].Kind == text.OtherName && text.IsDemonym(names[i].Of(b.b.String())) {
			names[i].Kind = text.NationalityName
		}
	}
	return text.NameLesson{Text: b.b.String(), Sentences: b.sentences, Names: names}
}

// readColumns reads a file of "word label" lines. Documents end at -DOCSTART-, or, where there is none, with each sentence.
func readColumns(path string) ([]text.NameLesson, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	whole := strings.Contains(string(data), "-DOCSTART-")
	var lessons []text.NameLesson
	b := new(builder)
	flush := func() {
		if l := b.lesson(); len(l.Sentences) > 0 {
			lessons = append(lessons, l)
		}
		b = new(builder)
	}
	for line := range strings.Lines(string(data)) {
		fields := strings.Fields(line)
		switch {
		case len(fields) < 2 && !whole:
			flush()
		case len(fields) < 2:
			b.sentence()
		case fields[0] == "-DOCSTART-":
			flush()
		default:
			b.word(fields[0], fields[1])
		}
	}
	flush()
	return lessons, nil
}

// entityKinds maps GUM's types of entity to kinds of name; all others are OtherName.
var entityKinds = map[string]text.NameKind{"person": text.PersonName, "place": text.PlaceName, "organization": text.OrganisationName}

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
