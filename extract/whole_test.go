package extract_test

import (
	_ "embed"
	"strings"
	"testing"
)

//go:embed testdata/whole.txt
var wholeReports string

// leastWhole is the F, in percent, below which the incidents of the whole reports may not fall.
const leastWhole = 74

// TestWholeReports proves how well the incidents of whole reports of many styles are told apart, dated and placed.
func TestWholeReports(t *testing.T) {
	_, body, _ := strings.Cut(wholeReports, "\"--\".\n")
	right, found, wanted := 0, 0, 0
	for report := range strings.SplitSeq(body, "\n==\n") {
		name, rest, _ := strings.Cut(report, "\n")
		text, list, _ := strings.Cut(rest, "\n--\n")
		want := strings.Split(strings.TrimSpace(list), "\n")
		left := append([]string(nil), want...)
		var got []string
		for _, a := range read(t, text).Accounts {
			line := told(&a)
			got = append(got, line)
			for i, w := range left {
				if w == line {
					right++
					left = append(left[:i], left[i+1:]...)
					break
				}
			}
		}
		found, wanted = found+len(got), wanted+len(want)
		t.Logf("%s:\n%s\nwant\n%s", name, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	f := 200 * float64(right) / float64(found+wanted)
	t.Logf("%d right of %d found and %d told: F %.1f", right, found, wanted, f)
	if f < leastWhole {
		t.Errorf("F %.1f, want at least %d", f, leastWhole)
	}
}
