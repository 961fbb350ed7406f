package lexicon

import (
	"slices"
	"strings"
	"sync"
)

// Phrases finds phrases of one or more words, the longest first. V is what a phrase means.
type Phrases[V any] struct {
	byFirst *Words[[]phrase[V]]
}

type phrase[V any] struct {
	rest  []string
	value V
}

// NewPhrases returns an empty set of phrases.
func NewPhrases[V any]() *Phrases[V] { return &Phrases[V]{NewWords[[]phrase[V]]()} }

// Add adds a phrase of at least one word as [Tokens] cuts it. Of two equal phrases the first added wins.
func (p *Phrases[V]) Add(words string, value V) {
	tokens := Tokens(words)
	first, one := tokens[0], phrase[V]{tokens[1:], value}
	list := p.byFirst.Get(first)
	at := slices.IndexFunc(list, func(other phrase[V]) bool { return len(other.rest) < len(one.rest) })
	if at < 0 {
		at = len(list)
	}
	p.byFirst.Set(first, slices.Insert(list, at, one))
}

// Match returns the value and the number of words of the longest phrase that begins at word i of n words; 0 where none does.
func (p *Phrases[V]) Match(word func(int) string, i, n int) (value V, length int) {
next:
	for _, candidate := range p.byFirst.Get(word(i)) {
		if i+1+len(candidate.rest) > n {
			continue
		}
		for j, want := range candidate.rest {
			if word(i+1+j) != want {
				continue next
			}
		}
		return candidate.value, 1 + len(candidate.rest)
	}
	return value, 0
}

// Tokens returns the words of a phrase as the text stage cuts them and as text.Token.Norm writes them: in lower case, a hyphen standing
// alone except after the beginnings that it does not part from their word ("anti-tank"), a genitive 's or ' alone.
func Tokens(phrase string) []string {
	phrase = strings.ReplaceAll(strings.ToLower(phrase), "’", "'")
	if !strings.ContainsAny(phrase, "-'") {
		return strings.Fields(phrase)
	}
	var b strings.Builder
	for i, word := range strings.Split(phrase, " ") {
		if i > 0 {
			b.WriteByte(' ')
		}
		parts := strings.Split(word, "-")
		for j, part := range parts {
			if j > 0 && bound()[parts[j-1]] {
				b.WriteByte('-')
			} else if j > 0 {
				b.WriteString(" - ")
			}
			b.WriteString(part)
		}
	}
	return strings.Fields(strings.ReplaceAll(strings.ReplaceAll(b.String(), "'s ", " 's "), "s' ", "s ' "))
}

var bound = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	for _, row := range Table("prefixes") {
		words[row.Get("prefix")] = true
	}
	return words
})
