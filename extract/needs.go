package extract

import (
	"strings"
	"sync"

	"concord/lexicon"
	"concord/text"
)

// cueWords are the first words of everything that makes a claim: events, figures, blame, ceasefires, statements.
var cueWords = sync.OnceValue(func() *lexicon.Words[bool] {
	words := lexicon.NewWords[bool]()
	for word := range triggers().All() {
		words.Set(word, true)
	}
	for table, column := range map[string]string{"cues": "verb", "cuenouns": "noun", "harm": "words", "blame": "words", "accidents": "words"} {
		for _, row := range lexicon.Table(table) {
			first, _, _ := strings.Cut(row.Get(column), " ")
			words.Set(first, true)
		}
	}
	words.Set("according", true)
	words.Set("effect", true) // what took effect is named in another sentence
	return words
})

// Needs reports whether a sentence may hold a claim and so needs its grammar: it has a word that tells of an event, a toll, blame or a
// statement, or a quotation mark.
func Needs(d *text.Doc, sentence int) bool {
	s := d.Sentences[sentence]
	words := cueWords()
	for i := s.First; i < s.Last; i++ {
		t := &d.Tokens[i]
		switch t.POS {
		case text.DET, text.PRON, text.NUM:
			continue
		case text.PUNCT:
			if t.Tag == text.OpenQuote || t.Tag == text.CloseQuote {
				return true
			}
			continue
		}
		if words.Get(t.Lemma) || words.Get(t.Norm) {
			return true
		}
	}
	return false
}
