package main

import (
	"slices"
	"strings"

	"concord/text"
)

// sentence is a sentence or phrase apart from its text. Heads count from its first word, -1 is the root.
type sentence []word

type word struct {
	form string
	text.Token
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
