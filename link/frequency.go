package link

import (
	_ "embed"
	"fmt"
	"iter"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// frequencyTable holds a stem and the number of documents it stands in, a line each; the line * has the number of documents.
//
//go:embed frequency.tsv
var frequencyTable string

// frequencies returns the table's documents by stem, and how many documents there are.
var frequencies = sync.OnceValues(func() (map[string]int, int) {
	counts := make(map[string]int, 8000)
	all := 0
	for line := range strings.Lines(frequencyTable) {
		word, number, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		n, err := strconv.Atoi(number)
		switch {
		case strings.HasPrefix(word, "#"):
		case !ok || err != nil:
			panic("link: frequency.tsv: " + line)
		case word == "*":
			all = n
		default:
			counts[word] = n
		}
	}
	return counts, all
})

// rarity returns the logarithm of the documents to one that hold the stem.
func rarity(stem string) float64 {
	counts, all := frequencies()
	return math.Log(float64(all) / float64(1+counts[stem]))
}

// counted is in how many documents a stem must stand to be in the table: others are as rare as those never seen.
const counted = 3

// Frequencies counts documents by the stems of their words, but for numbers of two digits, which most tolls are: one is as telling as another,
// however often it stands in dates. It returns the lines of frequency.tsv below its comment, in order of stems.
func Frequencies(documents iter.Seq[string]) string {
	all, counts := 0, map[string]int{}
	for document := range documents {
		all++
		seen := map[string]bool{}
		words(document, func(stem string) {
			if !seen[stem] && !(len(stem) == 2 && isNumber(stem)) {
				seen[stem] = true
				counts[stem]++
			}
		})
	}
	maps.DeleteFunc(counts, func(_ string, n int) bool { return n < counted })
	var table strings.Builder
	fmt.Fprintf(&table, "*\t%d\n", all)
	for _, stem := range slices.Sorted(maps.Keys(counts)) {
		fmt.Fprintf(&table, "%s\t%d\n", stem, counts[stem])
	}
	return table.String()
}
