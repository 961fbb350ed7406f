// Package text turns a report into a [Doc]: paragraphs, sentences, tokens with part of speech, lemma and
// dependency, and names, all with byte offsets into the text, which is never changed. It is pure.
//
// [Engine.Tag] does what every report needs: sentences, tokens, tags, lemmas, names. [Engine.Parse] adds the grammar to
// the sentences that need it. [Engine.Resolve] ties pronouns and short forms to names.
package text

import "concord"

// Doc is one report's text with its tokens. All tokens stand in one slice, sentences are ranges of it.
type Doc struct {
	Report     *concord.Report
	Text       string // Report.Text
	Paragraphs []Paragraph
	Sentences  []Sentence
	Tokens     []Token
	Names      []Name
	nameAt     []int32 // for each token the index into Names + 1, 0 for none

	antecedents map[int]int // tokens that stand for a name, by index
}

// Paragraph is a part of the report with its sentences [First, Last).
type Paragraph struct {
	concord.Part
	First, Last int
}

// Sentence is a range of tokens [First, Last).
type Sentence struct {
	First, Last int
	Paragraph   int
	Parsed      bool // heads and relations are set
}

// Token is a syntactic word: contractions are split as Universal Dependencies splits them ("do|n't").
type Token struct {
	Start, End int    // bytes
	Norm       string // lower case, quotation marks and dashes made plain; shared between equal words
	Lemma      string
	Head       int // index in Doc.Tokens, -1 for the root of a sentence and while not parsed
	Sentence   int
	Rel        Rel
	POS        POS
	Tag        Tag // Penn Treebank tag
	SpaceAfter bool
}

// NameKind is what a name means, as far as its form and context tell.
type NameKind uint8

// The kinds of name.
const (
	PersonName NameKind = iota + 1
	PlaceName
	OrganisationName
	NationalityName // "Syrian", "Kurds"
	OtherName       // events, works, products
)

// Name is a proper name, tokens [First, Last), without articles and titles.
type Name struct {
	First, Last int
	Kind        NameKind
	// Same is the index of the first and fullest name of the same bearer in the report, its own index where it is that
	// one: "Lavrov" → "Sergei Lavrov", "SOHR" → "Syrian Observatory for Human Rights".
	Same int
}

// Form returns the words of token i as they stand in the text.
func (d *Doc) Form(i int) string { return d.Text[d.Tokens[i].Start:d.Tokens[i].End] }

// Span returns the bytes that tokens [first, last) cover.
func (d *Doc) Span(first, last int) concord.Span {
	return concord.Span{Start: d.Tokens[first].Start, End: d.Tokens[last-1].End}
}

// Words returns the text of tokens [first, last).
func (d *Doc) Words(first, last int) string { return d.Span(first, last).Of(d.Text) }

// TokenAt returns the index of the token that covers byte b, or of the next one; len(d.Tokens) past the last.
func (d *Doc) TokenAt(b int) int {
	low, high := 0, len(d.Tokens)
	for low < high {
		mid := (low + high) / 2
		if d.Tokens[mid].End <= b {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low
}

// TokensIn returns the range [first, last) of tokens that touch the span.
func (d *Doc) TokensIn(s concord.Span) (first, last int) {
	first = d.TokenAt(s.Start)
	last = first
	for last < len(d.Tokens) && d.Tokens[last].Start < s.End {
		last++
	}
	return first, last
}

// Children calls yield for each dependent of token i, in order.
func (d *Doc) Children(i int) func(yield func(int) bool) {
	s := d.Sentences[d.Tokens[i].Sentence]
	return func(yield func(int) bool) {
		for j := s.First; j < s.Last; j++ {
			if d.Tokens[j].Head == i && !yield(j) {
				return
			}
		}
	}
}

// Child returns the first dependent of i that bears one of the relations, or -1.
func (d *Doc) Child(i int, rels ...Rel) int {
	for j := range d.Children(i) {
		for _, r := range rels {
			if d.Tokens[j].Rel == r {
				return j
			}
		}
	}
	return -1
}

// Under reports whether token i is top or stands below it.
func (d *Doc) Under(i, top int) bool {
	for ; i >= 0; i = d.Tokens[i].Head {
		if i == top {
			return true
		}
	}
	return false
}

// HeadOf returns the token of a span that the others in it stand under, in the first place where several trees meet in it.
func (d *Doc) HeadOf(s concord.Span) int {
	first, last := d.TokensIn(s)
	for t := first; t < last; t++ {
		if h := d.Tokens[t].Head; h < first || h >= last {
			return t
		}
	}
	return min(first, len(d.Tokens)-1)
}

// NameAt returns the name that token i stands in, or nil.
func (d *Doc) NameAt(i int) *Name {
	if i < len(d.nameAt) && d.nameAt[i] > 0 {
		return &d.Names[d.nameAt[i]-1]
	}
	return nil
}
