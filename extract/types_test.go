package extract_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"concord"
)

// The type of what a short report tells follows from who did what to whom with what. leastRight is the share that must be typed right.
func TestTypes(t *testing.T) {
	for _, table := range []struct {
		file       string
		leastRight float64
	}{{"types.tsv", 0.97}, {"unseen.tsv", 0.88}} {
		t.Run(table.file, func(t *testing.T) {
			right, all := typedRight(t, "testdata/"+table.file)
			t.Logf("%d of %d types right", right, all)
			if float64(right) < table.leastRight*float64(all) {
				t.Errorf("%d of %d types right, want %.0f %%", right, all, 100*table.leastRight)
			}
		})
	}
}

// typedRight returns how many of a table's reports are of the type that it names, and logs the others.
func typedRight(t *testing.T, path string) (right, all int) {
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
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
	return right, all
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
