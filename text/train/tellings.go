package main

import (
	"math/rand/v2"
	"slices"

	"concord"
	"concord/text"
)

// The clauses of war are told this many times, each time with other words and phrases. A clause stays in one of the docs, so that no fold
// of training learns its tags from another telling.
const (
	clauseTellings = 8
	clauseDocs     = 20
)

// tellings returns docs of the clauses alone.
func (p *phrases) tellings(random *rand.Rand) []*text.Doc {
	docs := make([]*text.Doc, clauseDocs)
	for i := range docs {
		var all []sentence
		for k := i; k < len(p.clauses); k += clauseDocs {
			for range clauseTellings {
				s := p.vary(p.clauses[k], random)
				if told := p.retell(s, random); told != nil {
					s = told
				}
				all = append(all, s)
			}
		}
		docs[i] = docOf(&text.Doc{Report: &concord.Report{}}, all)
	}
	return docs
}

// nameLessons returns tellings of those clauses whose proper nouns are all of known kinds, with their names.
func (p *phrases) nameLessons(random *rand.Rand) []text.NameLesson {
	var lessons []text.NameLesson
	for _, d := range p.tellings(random) {
		var all []sentence
		for i := range d.Sentences {
			if s := sentenceOf(d, i); !slices.ContainsFunc(s, func(w word) bool { return w.POS == text.PROPN && p.alike[w.form] == nil }) {
				all = append(all, s)
			}
		}
		d = docOf(d, all)
		lessons = append(lessons, text.NameLesson{Text: d.Text, Names: p.names(d)})
	}
	return lessons
}

// names returns the names in a telling: a place is one word, a person all that stand in a row.
func (p *phrases) names(d *text.Doc) (names []text.NamedSpan) {
	last := -1 // the token that ended the last name
	for i, t := range d.Tokens {
		kind := p.alike[d.Form(i)]
		if kind == nil || kind.name == 0 {
			continue
		}
		if n := len(names) - 1; kind.name == text.PersonName && last == i-1 && n >= 0 && names[n].Kind == kind.name {
			names[n].End = t.End
		} else {
			names = append(names, text.NamedSpan{Span: concord.Span{Start: t.Start, End: t.End}, Kind: kind.name})
		}
		last = i
	}
	return names
}
