package text

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"concord"
)

// ReadCoNLLU reads a treebank's documents. Relations that Concord does not tell apart fall together.
func ReadCoNLLU(r io.Reader) ([]*Doc, error) {
	b := conlluReader{norms: newInterner()}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		if err := b.line(lines.Text()); err != nil {
			return nil, err
		}
	}
	b.endDoc()
	return b.docs, lines.Err()
}

// conlluReader is a treebank half read.
type conlluReader struct {
	docs   []*Doc
	doc    *Doc
	text   strings.Builder
	norms  *interner
	first  int    // first token of the sentence
	joined [2]int // words written as one
	space  bool   // behind them
}

// line takes one line in.
func (b *conlluReader) line(line string) error {
	switch {
	case strings.HasPrefix(line, "# newdoc"):
		b.endDoc()
	case strings.HasPrefix(line, "#"):
	case line == "":
		b.endSentence()
	default:
		return b.word(strings.Split(line, "\t"))
	}
	return nil
}

// word takes in the ten columns of a word. Of words written as one, the line of the whole says how they stand in the text.
func (b *conlluReader) word(c []string) error {
	if len(c) != 10 {
		return fmt.Errorf("text: CoNLL-U: %d columns in %q", len(c), strings.Join(c, "\t"))
	}
	space := !strings.Contains(c[9], "SpaceAfter=No")
	if from, to, ok := strings.Cut(c[0], "-"); ok {
		b.joined[0], _ = strconv.Atoi(from)
		b.joined[1], _ = strconv.Atoi(to)
		b.space = space
		return nil
	}
	id, err := strconv.Atoi(c[0])
	if err != nil {
		return nil // an empty node of the enhanced graph
	}
	head, err := strconv.Atoi(c[6])
	if err != nil {
		return fmt.Errorf("text: CoNLL-U: head %q", c[6])
	}
	if b.doc == nil {
		b.doc = &Doc{Report: &concord.Report{}}
		b.first = 0
	}
	switch {
	case id >= b.joined[0] && id < b.joined[1]:
		space = false
	case id == b.joined[1]:
		space = b.space
	}
	t := Token{Start: b.text.Len(), Norm: b.norms.norm(c[1]), Lemma: c[2], Head: b.first + head - 1, Rel: relNamed(c[7]),
		POS: posNamed(c[3]), Tag: tagNamed(c[4]), Sentence: len(b.doc.Sentences), SpaceAfter: space}
	if head == 0 {
		t.Head = -1
	}
	b.text.WriteString(c[1])
	t.End = b.text.Len()
	if space {
		b.text.WriteByte(' ')
	}
	b.doc.Tokens = append(b.doc.Tokens, t)
	return nil
}

// endSentence ends the sentence at hand, where it has words.
func (b *conlluReader) endSentence() {
	if b.doc == nil || b.first == len(b.doc.Tokens) {
		return
	}
	b.doc.Sentences = append(b.doc.Sentences, Sentence{First: b.first, Last: len(b.doc.Tokens), Parsed: true})
	b.first = len(b.doc.Tokens)
	b.joined = [2]int{}
}

// endDoc ends the document at hand, where there is one.
func (b *conlluReader) endDoc() {
	b.endSentence()
	if b.doc != nil {
		b.doc.Text = b.text.String()
		b.doc.Report.Text = b.doc.Text
		b.docs = append(b.docs, b.doc)
	}
	b.doc = nil
	b.text.Reset()
}

// relNamed returns the relation that a treebank's label means; an unknown subtype means its relation.
func relNamed(label string) Rel {
	for {
		for r, name := range relNames {
			if name == label {
				return Rel(r)
			}
		}
		main, _, ok := strings.Cut(label, ":")
		if !ok {
			return Dep
		}
		label = main
	}
}

// posNamed returns the part of speech with this name, X where there is none.
func posNamed(name string) POS {
	for p, n := range posNames {
		if n == name {
			return POS(p)
		}
	}
	return X
}

// tagNamed returns the tag with this name, NoTag where there is none.
func tagNamed(name string) Tag {
	for t, n := range tagNames {
		if n == name {
			return Tag(t)
		}
	}
	return NoTag
}
