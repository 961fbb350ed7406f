package link

import (
	"slices"
	"testing"
)

// TestFrequencies proves that each document counts once for a stem, and what is left out of the table.
func TestFrequencies(t *testing.T) {
	documents := []string{"Bombs hit 12 houses; bombing, bombs.", "A bomb, 12 dead in 1987.", "Bombed in 1987, 12 more.", "The year was 1987."}
	if got, want := Frequencies(slices.Values(documents)), "*\t4\n1987\t3\nbomb\t3\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
