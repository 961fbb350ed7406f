package quantity

import (
	"strconv"
	"strings"
	"sync"

	"concord"
	"concord/lexicon"
)

// words are the tables of this package. They are read once and never changed.
type words struct {
	numbers     *lexicon.Words[numeral]
	before      *lexicon.Phrases[concord.Qualifier]
	after       *lexicon.Phrases[concord.Qualifier]
	measures    *lexicon.Phrases[measure]
	actors      *lexicon.Phrases[bool] // names of actors that begin with a number
	designators map[string]bool
	groups      map[string]string // kind by word, see lexicon/groups.tsv
	ways        map[string]bool
	currencies  map[string]string    // codes by the sign or word that stands before a sum
	countable   map[string]bool      // lemmas of nouns for those and what reports count
	begins      *lexicon.Words[bool] // words that a quantity may begin with, digits aside
}

// numeral is what a number word means.
type numeral struct {
	kind      numeralKind
	low, high float64
}

// numeralKind is the part a word plays in a number; see lexicon/numbers.tsv.
type numeralKind uint8

const (
	noNumeral numeralKind = iota
	unitNumeral
	tenNumeral
	scaleNumeral
	packNumeral
	orderNumeral
	vagueNumeral
	noneNumeral
	shareNumeral
)

var numeralKinds = map[string]numeralKind{"unit": unitNumeral, "ten": tenNumeral, "scale": scaleNumeral, "pack": packNumeral,
	"order": orderNumeral, "vague": vagueNumeral, "none": noneNumeral, "share": shareNumeral}

// measure is a unit of measure.
type measure struct{ unit, kind string }

var vocabulary = sync.OnceValue(func() *words {
	w := &words{
		numbers: lexicon.NewWords[numeral](), begins: lexicon.NewWords[bool](),
		before: lexicon.NewPhrases[concord.Qualifier](), after: lexicon.NewPhrases[concord.Qualifier](),
		measures: lexicon.NewPhrases[measure](), actors: lexicon.NewPhrases[bool](),
		designators: lexicon.Set("designators", "word"), ways: lexicon.Set("ways", "word"), countable: lexicon.Set("nouns", "noun"),
		groups: map[string]string{}, currencies: map[string]string{},
	}
	for _, word := range []string{"a", "an", "between", "from", "$"} {
		w.begins.Set(word, true)
	}
	for _, row := range lexicon.Table("numbers") {
		w.numbers.Set(row.Get("word"), numeralOf(row.Get("kind"), row.Get("value")))
		w.begins.Set(row.Get("word"), true)
	}
	for _, row := range lexicon.Table("qualifiers") {
		if row.Get("where") == "after" {
			w.after.Add(row.Get("words"), concord.Qualifier(row.Get("qualifier")))
			continue
		}
		w.before.Add(row.Get("words"), concord.Qualifier(row.Get("qualifier")))
		first, _, _ := strings.Cut(row.Get("words"), " ")
		w.begins.Set(first, true)
	}
	for _, row := range lexicon.Table("currencies") {
		w.currencies[row.Get("word")] = row.Get("unit")
	}
	for _, row := range lexicon.Table("groups") {
		w.groups[row.Get("word")] = row.Get("kind")
	}
	for _, row := range lexicon.Table("actors") {
		for _, name := range append(row.List("aliases"), row.Get("name")) {
			words := lexicon.Tokens(name)
			if first := words[0]; len(words) > 1 && (first[0] <= '9' || w.numbers.Get(first) != numeral{}) {
				w.actors.Add(name, true)
			}
		}
	}
	for _, row := range lexicon.Table("measures") {
		w.measures.Add(row.Get("words"), measure{row.Get("unit"), row.Get("kind")})
	}
	return w
})

// numeralOf reads the cells of a row of numbers.tsv: "12", "24|99", "1/3".
func numeralOf(kind, value string) numeral {
	n := numeral{kind: numeralKinds[kind]}
	if low, high, ok := strings.Cut(value, "|"); ok {
		n.low, n.high = decimal(low), decimal(high)
		return n
	}
	over, under, _ := strings.Cut(value, "/")
	n.low = decimal(over)
	if under != "" {
		n.low /= decimal(under)
	}
	n.high = n.low
	return n
}

// decimal reads a number of the table, which is part of the program.
func decimal(s string) float64 {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		panic("quantity: numbers.tsv: " + err.Error())
	}
	return v
}
