// Package pagetest holds that a committed page or golden file says what the code says. With -update, "go test" writes the file anew.
package pagetest

import (
	"flag"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write pages and golden files anew")

// Holds fails the test where the file at path is not exactly page, and shows where they differ.
func Holds(t *testing.T, path, page string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(page), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	had, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(had), page); diff != "" {
		t.Errorf("%s differs from what the code says (-file +code); read the difference, then run this test with -update:\n%s", path, diff)
	}
}
