package main

import (
	"bytes"
	_ "embed"
	"math/rand/v2"
	"slices"
	"strings"

	"concord"
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

// sentence is a sentence or phrase apart from its text. Heads count from its first word, -1 is the root.
type sentence []word

type word struct {
	form string
	text.Token
}

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

func sentenceOf(d *text.Doc, number int) sentence {
	var s sentence
	at := d.Sentences[number]
	for i := at.First; i < at.Last; i++ {
		w := word{d.Form(i), d.Tokens[i]}
		if w.Head >= 0 {
			w.Head -= at.First
		}
		s = append(s, w)
	}
	return s
}

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

// root returns the index of the sentence's root.
func (s sentence) root() int {
	return slices.IndexFunc(s, func(w word) bool { return w.Head < 0 })
}

// tells reports whether the sentence is a plain statement that somebody may be said to have made.
func (s sentence) tells() bool {
	root, subject := s.root(), false
	for i, w := range s {
		switch {
		case w.Tag == text.OpenQuote, w.Tag == text.CloseQuote, w.Lemma == "say":
			return false
		case w.Head == root && i < root && (w.Rel == text.Nsubj || w.Rel == text.NsubjPass):
			subject = true
		}
	}
	return subject && len(s) >= 5 && len(s) <= 35 && s[len(s)-1].form == "."
}

// pronoun returns the place of a subject or object pronoun that a description may stand for, -1 where there is none.
func (s sentence) pronoun() (at int, many bool) {
	for i, w := range s {
		switch w.Rel {
		case text.Nsubj, text.NsubjPass, text.Obj, text.OblAgent, text.Obl:
		default:
			continue
		}
		if w.Rel != text.Obl && w.Rel != text.OblAgent && s.hasDependents(i) {
			continue
		}
		switch strings.ToLower(w.form) {
		case "he", "she", "him":
			return i, false
		case "they", "them":
			return i, true
		}
	}
	return -1, false
}

func (s sentence) hasDependents(i int) bool {
	return slices.ContainsFunc(s, func(w word) bool { return w.Head == i })
}

// mark returns a punctuation mark tied to a head.
func mark(form string, tag text.Tag, head int) word {
	return word{form, text.Token{Norm: form, Lemma: form, POS: text.PUNCT, Tag: tag, Head: head, Rel: text.Punct, SpaceAfter: true}}
}

// splice returns s with the words put in before place at; the heads of words count from the first of them, as in a phrase,
// and their root is tied to head (of s, as it was) by rel.
func (s sentence) splice(at int, words sentence, head int, rel text.Rel) sentence {
	moved := func(i int) int {
		if i >= at {
			return i + len(words)
		}
		return i
	}
	out := slices.Clone(s)
	for i := range out {
		out[i].Head = moved(out[i].Head)
	}
	words = slices.Clone(words)
	for i := range words {
		if words[i].Head < 0 {
			words[i].Head, words[i].Rel = moved(head), rel
			continue
		}
		words[i].Head += at
	}
	return slices.Insert(out, at, words...)
}

// attribute puts a "somebody said" behind a statement, which becomes its content, in quotation marks or without.
func (s sentence) attribute(said sentence, quoted bool) sentence {
	root, end := s.root(), len(s)-1
	comma := mark(",", text.Comma, root)
	out := slices.Insert(slices.Clone(s), end, comma)
	end++
	if quoted {
		out = slices.Insert(out, end, mark("''", text.CloseQuote, root))
		out[end].form, out[end].Norm = `"`, `"`
		end++
	}
	out = out.splice(end, said, root, text.Root)
	verb := end + said.root()
	out[root].Head, out[root].Rel = verb, text.Ccomp
	out[verb].Head, out[verb].Rel = -1, text.Root
	out[len(out)-1].Head = verb
	if quoted {
		open := mark(`"`, text.OpenQuote, -1)
		out = out.splice(0, sentence{open}, root, text.Punct)
	}
	return out
}

// accord puts an "according to somebody" behind a statement.
func (s sentence) accord(phrase sentence) sentence {
	root, end := s.root(), len(s)-1
	comma := mark(",", text.Comma, 1+phrase.root())
	words := sentence{comma}
	for _, w := range phrase {
		if w.Head >= 0 {
			w.Head++
		}
		words = append(words, w)
	}
	return s.splice(end, words, root, text.Obl)
}

// interrupt puts a short "he said" between commas behind the subject; nil where the subject is not a plain one.
func (s sentence) interrupt(said sentence) sentence {
	root := s.root()
	at := slices.IndexFunc(s, func(w word) bool { return w.Rel == text.Nsubj && w.Head == root }) + 1
	if at == 0 || at >= len(s) || len(said) > 3 || s[at].Head != root {
		return nil
	}
	words := sentence{mark(",", text.Comma, 1+said.root())}
	for _, w := range said {
		if w.Head >= 0 {
			w.Head++
		}
		words = append(words, w)
	}
	words = append(words, mark(",", text.Comma, 1+said.root()))
	return s.splice(at, words, root, text.Parataxis)
}

// describe puts a description in the place of a pronoun.
func (s sentence) describe(at int, phrase sentence) sentence {
	if s[at+1:].startsWithMark() && phrase[len(phrase)-1].form == "," {
		phrase = phrase[:len(phrase)-1]
	}
	head, rel := s[at].Head, s[at].Rel
	out := s.splice(at+1, phrase, head, rel)
	subject := at + 1 + phrase.root()
	for i := range out {
		if out[i].Head == at {
			out[i].Head = subject
		}
	}
	return out.drop(at)
}

func (s sentence) startsWithMark() bool { return len(s) > 0 && s[0].POS == text.PUNCT }

// drop returns the sentence without a word that nothing is tied to.
func (s sentence) drop(at int) sentence {
	out := slices.Delete(slices.Clone(s), at, at+1)
	for i := range out {
		if out[i].Head > at {
			out[i].Head--
		}
	}
	if at == 0 {
		form := []rune(out[0].form)
		out[0].form = strings.ToUpper(string(form[:1])) + string(form[1:])
	}
	return out
}

// docOf returns a doc like d with these sentences.
func docOf(d *text.Doc, sentences []sentence) *text.Doc {
	out := text.Doc{Report: d.Report}
	var b strings.Builder
	for number, s := range sentences {
		first := len(out.Tokens)
		for _, w := range s {
			t := w.Token
			if t.Head >= 0 {
				t.Head += first
			}
			t.Start, t.Sentence = b.Len(), number
			b.WriteString(w.form)
			t.End = b.Len()
			b.WriteByte(' ')
			out.Tokens = append(out.Tokens, t)
		}
		out.Sentences = append(out.Sentences, text.Sentence{First: first, Last: len(out.Tokens), Parsed: true})
	}
	out.Text = b.String()
	return &out
}
