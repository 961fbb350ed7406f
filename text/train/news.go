package main

import (
	"bytes"
	_ "embed"
	"math/rand/v2"
	"slices"
	"strings"

	"concord/text"
)

// The treebanks hold few sentences that are built like news: "…, the ministry said", "according to …", long descriptions
// of persons and groups in the place of a pronoun. Phrases of our own, annotated by hand, are spliced into sentences of
// the treebanks, so that training meets them with all that may stand around them.
//
//go:embed news.conllu
var newsPhrases []byte

// alikeWords are kinds of words that may stand for one another in the phrases, a kind a line.
//
//go:embed alike.txt
var alikeWords string

// shares of the treebanks' sentences that are told a second time with a phrase, where the phrase fits.
const (
	attributedShare  = 0.08
	parentheticShare = 0.02
	describedShare   = 0.5
	datelinedShare   = 0.03
)

// phrases are the spliced phrases by kind, and for each word that others may stand for, those.
type phrases struct {
	said, according, one, many, datelines, clauses []sentence
	alike                                          map[string]*alike
}

// alike is a kind of words that may stand for one another; name is 0 where they are no names.
type alike struct {
	words []alikeWord
	name  text.NameKind
}

type alikeWord struct{ form, lemma string }

func readPhrases() (*phrases, error) {
	docs, err := text.ReadCoNLLU(bytes.NewReader(newsPhrases))
	if err != nil {
		return nil, err
	}
	p := phrases{alike: readAlike(alikeWords)}
	for i, kind := range []*[]sentence{&p.said, &p.according, &p.one, &p.many, &p.datelines, &p.clauses} {
		for s := range docs[i].Sentences {
			*kind = append(*kind, sentenceOf(docs[i], s))
		}
	}
	return &p, nil
}

func readAlike(lines string) map[string]*alike {
	found := map[string]*alike{}
	for line := range strings.Lines(lines) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		kind := new(alike)
		for entry := range strings.FieldsSeq(line) {
			switch entry {
			case "place:":
				kind.name = text.PlaceName
				continue
			case "person:":
				kind.name = text.PersonName
				continue
			}
			form, lemma, ok := strings.Cut(entry, "/")
			if !ok {
				lemma = strings.ToLower(form)
			}
			kind.words = append(kind.words, alikeWord{form, lemma})
			found[form] = kind
		}
	}
	return found
}

// pick returns one of the phrases at random, with other words of the same kinds.
func (p *phrases) pick(kind []sentence, random *rand.Rand) sentence {
	return p.vary(kind[random.IntN(len(kind))], random)
}

// vary returns the phrase with other words of the same kinds. A word keeps the "a" or "an" before it true.
func (p *phrases) vary(s sentence, random *rand.Rand) sentence {
	out := slices.Clone(s)
	for i, w := range out {
		kind := p.alike[w.form]
		if kind == nil {
			continue
		}
		other := kind.words[random.IntN(len(kind.words))]
		if i > 0 && out[i-1].Lemma == "a" && startsWithVowel(other.form) != startsWithVowel(w.form) {
			continue
		}
		out[i].form, out[i].Norm, out[i].Lemma = other.form, strings.ToLower(other.form), other.lemma
	}
	return out
}

func startsWithVowel(form string) bool { return strings.ContainsAny(form[:1], "aeiouAEIOU") }

// withNews returns the doc with sentences added that tell some of its own again, with phrases.
func (p *phrases) withNews(d *text.Doc, random *rand.Rand) *text.Doc {
	var all []sentence
	for i := range d.Sentences {
		all = append(all, sentenceOf(d, i))
	}
	for _, s := range slices.Clone(all) {
		if told := p.retell(s, random); told != nil {
			all = append(all, told)
		}
	}
	return docOf(d, all)
}

// retell returns the sentence with phrases, nil where none was put in.
func (p *phrases) retell(s sentence, random *rand.Rand) sentence {
	told := sentence(nil)
	for at, many := s.pronoun(); at >= 0 && random.Float64() < describedShare; at, many = s.pronoun() {
		kind := p.one
		if many {
			kind = p.many
		}
		told = s.describe(at, p.pick(kind, random))
		s = told
	}
	if !s.tells() {
		return told
	}
	if random.Float64() < datelinedShare {
		told = s.splice(0, p.pick(p.datelines, random), s.root(), text.Obl)
		s = told
	}
	switch chance := random.Float64(); {
	case chance < attributedShare*2/3:
		return s.attribute(p.pick(p.said, random), random.IntN(3) == 0)
	case chance < attributedShare:
		return s.accord(p.pick(p.according, random))
	case chance < attributedShare+parentheticShare:
		if inside := s.interrupt(p.pick(p.said, random)); inside != nil {
			return inside
		}
	}
	return told
}
