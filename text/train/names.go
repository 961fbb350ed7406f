package main

import (
	"os"
	"strings"

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
