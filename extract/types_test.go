package extract_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"concord"
)

// leastRight is the share of testdata/types.tsv that must be typed right.
const leastRight = 0.90

// The type of what a short report tells follows from who did what to whom with what.
func TestTypes(t *testing.T) {
	data, err := os.ReadFile("testdata/types.tsv")
	if err != nil {
		t.Fatal(err)
	}
	right, all := 0, 0
	for line := range strings.Lines(string(data)) {
		want, words, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		all++
		if got := mainType(read(t, words)); slices.Contains(strings.Split(want, "|"), string(got)) {
			right++
		} else {
			t.Logf("%s, want %s: %s", got, want, words)
		}
	}
	t.Logf("%d of %d types right", right, all)
	if float64(right) < leastRight*float64(all) {
		t.Errorf("%d of %d types right, want %.0f %%", right, all, 100*leastRight)
	}
}

// mainType returns the type of the first asserted incident, or event where there is none.
func mainType(r concord.Reading) concord.EventType {
	for _, a := range r.Accounts {
		if a.Modality == concord.Asserted {
			return a.Type
		}
	}
	for _, c := range r.Claims {
		if c.Event != nil && c.Modality == concord.Asserted {
			return c.Event.Type
		}
	}
	return ""
}
