package extract

import (
	"os"
	"strings"
	"testing"

	"concord"
)

// The model has a weight for each class, and each lesson a class.
func TestKinds(t *testing.T) {
	if model := learned()["kind"]; model == nil || model.classes != len(kindClasses) {
		t.Fatalf("kinds.tsv: not a model of %d classes", len(kindClasses))
	}
	data, err := os.ReadFile("train/kinds.tsv")
	if err != nil {
		t.Fatal(err)
	}
	lessons := 0
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		lessons++
		if kind, _, ok := strings.Cut(line, "\t"); !ok || kindOfType(concord.EventType(kind)) < 0 {
			t.Errorf("train/kinds.tsv: no kind: %s", line)
		}
	}
	if lessons < 1000 {
		t.Errorf("%d lessons", lessons)
	}
}
