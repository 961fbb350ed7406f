package quantity

import (
	"fmt"
	"strings"
	"testing"

	"concord/pagetest"
)

// TestPage holds that docs/quantities.md shows the examples; go test ./quantity -run TestPage -update writes it.
func TestPage(t *testing.T) {
	pagetest.Holds(t, "../docs/quantities.md", page())
}

func page() string {
	var counts, measures, names strings.Builder
	for _, e := range examples {
		if len(e.want) == 0 {
			fmt.Fprintf(&names, "| %s | %s |\n", e.name, e.text)
		}
		for _, want := range e.want {
			if words, unit, ok := strings.Cut(want, " ~"); ok {
				fmt.Fprintf(&measures, "| %s | %s | %s | %s |\n", e.name, e.text, words, strings.TrimSpace(unit))
				continue
			}
			words, rest, _ := strings.Cut(want, " = ")
			cells := append(strings.SplitN(rest, " ", 3), "")
			fmt.Fprintf(&counts, "| %s | %s | %s | %s | %s | %s |\n", e.name, e.text, words, cells[0], cells[1], cells[2])
		}
	}
	return "# Quantities\n\nHow Concord reads numbers: how many, how it is put, and of what. A number with \"+\" is open: nobody said how many more.\n\n" +
		"This page is written from the examples in `quantity/quantity_test.go` by `go test ./quantity -run TestPage -update`.\n" +
		"The words are the tables `numbers`, `qualifiers`, `measures`, `groups`, `designators` and `ways` of `lexicon/`.\n\n" +
		"## Numbers that count\n\n| | sentence | words | number | put as | of what |\n| --- | --- | --- | --- | --- | --- |\n" + counts.String() +
		"\n## Numbers that measure, or count no one\n\n| | sentence | words | unit |\n| --- | --- | --- | --- |\n" + measures.String() +
		"\n## Left alone\n\nParts of names, addresses and the like are no quantities; nor are numbers in a time (see times.md).\n\n| | sentence |\n| --- | --- |\n" + names.String()
}
