package extract_test

import (
	"os"
	"strings"
	"testing"

	"concord"
)

// TestTold proves on short reports of many styles and regions what is told: the type of the main incident, who did it, who blames whom, and
// the figures. least is the share of each that must be right.
func TestTold(t *testing.T) {
	data, err := os.ReadFile("testdata/told.tsv")
	if err != nil {
		t.Fatal(err)
	}
	fields := []struct {
		name  string
		least float64
		of    func(concord.Reading) string
		right int
	}{
		{"type", 0.90, func(r concord.Reading) string { return string(mainType(r)) }, 0},
		{"perpetrators", 0.90, perpetrators, 0},
		{"blames", 0.93, blames, 0},
		{"figures", 0.90, figures, 0},
	}
	all := 0
	for line := range strings.Lines(string(data)) {
		want := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") || want[0] == "type" || len(want) <= len(fields) {
			continue
		}
		all++
		words := want[len(fields)]
		r := read(t, words)
		for k := range fields {
			if got := fields[k].of(r); got == want[k] {
				fields[k].right++
			} else {
				t.Logf("%s: %q, want %q: %s", fields[k].name, got, want[k], words)
			}
		}
	}
	for _, f := range fields {
		t.Logf("%s: %d of %d right", f.name, f.right, all)
		if float64(f.right) < f.least*float64(all) {
			t.Errorf("%s: %d of %d right, want %.0f %%", f.name, f.right, all, 100*f.least)
		}
	}
}

// perpetrators writes who did what the main incident tells, as the report calls them.
func perpetrators(r concord.Reading) string {
	kind := mainType(r)
	for i := range r.Accounts {
		if r.Accounts[i].Type != kind {
			continue
		}
		var list []string
		for _, p := range r.Accounts[i].Perpetrators {
			list = append(list, p.Mention+" "+p.Stance)
		}
		return strings.Join(list, "; ")
	}
	return ""
}
