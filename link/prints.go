package link

import (
	"math"
	"strings"
)

// printed is how many hashes a MinHash has.
const printed = 32

// minHash returns a text's MinHash over runs of five words: the share of equal places of two is about the share of runs
// that their texts have in common (Broder 1997).
func minHash(text string) prints {
	var stems []string
	words(text, func(stem string) { stems = append(stems, stem) })
	if len(stems) < 8 {
		return nil
	}
	least := make(prints, printed)
	for i := range least {
		least[i] = math.MaxUint32
	}
	for i := 0; i+5 <= len(stems); i++ {
		h := uint64(hash(strings.Join(stems[i:i+5], " ")))
		for j := range least {
			x := (h + uint64(j)*0x9E3779B97F4A7C15) * 0xBF58476D1CE4E5B9
			least[j] = min(least[j], uint32((x^x>>31)>>16))
		}
	}
	return least
}

// resemblance returns the share of two texts' runs of words that they have in common, estimated from their MinHashes.
func resemblance(a, b []uint32) float64 {
	if len(a) == 0 || len(a) != len(b) {
		return 0
	}
	same := 0
	for i := range a {
		if a[i] == b[i] {
			same++
		}
	}
	return float64(same) / float64(len(a))
}
