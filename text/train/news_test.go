package main

import (
	"math/rand/v2"
	"strings"
	"testing"

	"concord/text"
)

const plainSentence = `# newdoc id = x
1	They	they	PRON	PRP	_	3	nsubj	_	_
2	had	have	AUX	VBD	_	3	aux	_	_
3	left	leave	VERB	VBN	_	0	root	_	_
4	the	the	DET	DT	_	5	det	_	_
5	town	town	NOUN	NN	_	3	obj	_	_
6	.	.	PUNCT	.	_	3	punct	_	_
`

// plain returns the sentence "They had left the town."
func plain(t *testing.T) sentence {
	docs, err := text.ReadCoNLLU(strings.NewReader(plainSentence))
	if err != nil {
		t.Fatal(err)
	}
	return sentenceOf(docs[0], 0)
}

// show writes each word with its relation and its head's form.
func show(s sentence) string {
	var parts []string
	for _, w := range s {
		head := "-"
		if w.Head >= 0 {
			head = s[w.Head].form
		}
		parts = append(parts, w.form+"|"+w.Rel.String()+"|"+head)
	}
	return strings.Join(parts, " ")
}

func TestSplicedPhrasesKeepTheTree(t *testing.T) {
	p, err := readPhrases()
	if err != nil {
		t.Fatal(err)
	}
	s := plain(t)
	for name, c := range map[string]struct {
		got  sentence
		want string
	}{
		"behind": {s.attribute(p.said[0], false), "They|nsubj|left had|aux|left left|ccomp|said the|det|town town|obj|left ,|punct|left the|det|ministry ministry|nsubj|said said|root|- .|punct|said"},
		"quoted": {s.attribute(p.said[1], true), `"|punct|left They|nsubj|left had|aux|left left|ccomp|said the|det|town town|obj|left ,|punct|left "|punct|left officials|nsubj|said said|root|- .|punct|said`},
		"source": {s.accord(p.according[0]), "They|nsubj|left had|aux|left left|root|- the|det|town town|obj|left ,|punct|officials according|case|officials to|fixed|according officials|obl|left .|punct|left"},
		"inside": {s.interrupt(p.said[6]), "They|nsubj|left ,|punct|said he|nsubj|said said|parataxis|left ,|punct|said had|aux|left left|root|- the|det|town town|obj|left .|punct|left"},
		"person": {s.describe(0, p.many[1]), "More|advmod|30 than|fixed|More 30|nummod|people people|nsubj|left had|aux|left left|root|- the|det|town town|obj|left .|punct|left"},
	} {
		if got := show(c.got); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, c.want)
		}
	}
}

func TestNamesOfTellings(t *testing.T) {
	p, err := readPhrases()
	if err != nil {
		t.Fatal(err)
	}
	kinds := map[text.NameKind]bool{}
	for _, lesson := range p.nameLessons(rand.New(rand.NewPCG(1, 4))) {
		for _, n := range lesson.Names {
			kinds[n.Kind] = true
			if words := lesson.Text[n.Start:n.End]; p.alike[strings.Fields(words)[0]].name != n.Kind {
				t.Errorf("%q is told as a name of kind %d", words, n.Kind)
			}
		}
	}
	if !kinds[text.PersonName] || !kinds[text.PlaceName] {
		t.Errorf("kinds %v", kinds)
	}
}

// A phrase whose words do not all hang from its one root would teach the parser nonsense.
func TestPhrasesAreTrees(t *testing.T) {
	p, err := readPhrases()
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range [][]sentence{p.said, p.according, p.one, p.many, p.datelines, p.clauses} {
		if len(kind) == 0 {
			t.Error("a kind of phrase is empty")
		}
		for _, s := range kind {
			for i := range s {
				steps := 0
				for h := i; s[h].Head >= 0 && steps <= len(s); h = s[h].Head {
					steps++
				}
				if steps > len(s) {
					t.Errorf("a ring in %s", show(s))
					break
				}
			}
		}
	}
}
