package extract_test

import (
	"os"
	"strings"
	"testing"
)

// leastTraps is how many of the sentences in testdata/traps.tsv must be right in all.
const leastTraps = 50

// TestTraps proves on sentences that were written before any was read that what only looks like a toll, or like blame, is told from what is
// one: spells and wars beside incidents, parts, revisions, sums, numbers of other things, either-or, mistakes, nobody named.
func TestTraps(t *testing.T) {
	data, err := os.ReadFile("testdata/traps.tsv")
	if err != nil {
		t.Fatal(err)
	}
	right, all := 0, 0
	for line := range strings.Lines(string(data)) {
		want := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") || len(want) < 3 || want[2] == "text" {
			continue
		}
		all++
		r := read(t, want[2])
		if f, b := figures(r), blames(r); f == want[0] && b == want[1] {
			right++
		} else {
			t.Logf("%q, %q, want %q, %q: %s", f, b, want[0], want[1], want[2])
		}
	}
	t.Logf("%d of %d right", right, all)
	if right < leastTraps {
		t.Errorf("%d of %d right, want %d", right, all, leastTraps)
	}
}
