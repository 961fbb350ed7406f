package extract_test

import (
	"os"
	"strings"
	"testing"

	"concord"
)

// expected is who makes a claim of a kind that holds the words.
type expected struct{ form, text, kind, words, source string }

// expectations reads testdata/sources.txt.
func expectations(t *testing.T) (list []expected) {
	t.Helper()
	data, err := os.ReadFile("testdata/sources.txt")
	if err != nil {
		t.Fatal(err)
	}
	form, text := "", ""
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\n")
		switch cells := strings.Split(line, "\t"); {
		case line == "" || strings.HasPrefix(line, "# "):
		case strings.HasPrefix(line, "## "):
			form = line[3:]
		case cells[0] != "":
			text = strings.ReplaceAll(line, "¶", "\n\n")
		case len(cells) == 4:
			list = append(list, expected{form, text, cells[1], cells[2], cells[3]})
		default:
			t.Fatalf("testdata/sources.txt: %q has %d cells", line, len(cells))
		}
	}
	return list
}

// holds reports whether a claim is of the kind and holds the words: a statement in its content, another in its quote.
func (e *expected) holds(c *concord.Claim) bool {
	if string(c.Kind) != e.kind {
		return false
	}
	if c.Statement == nil {
		return strings.Contains(c.Text, e.words)
	}
	for _, part := range c.Content {
		if strings.Contains(part.Text, e.words) {
			return true
		}
	}
	return false
}

// sources writes a claim's chain of speakers.
func sources(c *concord.Claim) string {
	if len(c.Source) == 0 {
		return "-"
	}
	var names []string
	for _, s := range c.Source {
		names = append(names, s.Name)
	}
	return strings.Join(names, " < ")
}

// share counts annotated claims, those found, and those found with the right source.
type share struct{ annotated, found, right int }

// Of the claims in sentences written for this test, the share with the right source must not fall: by form of speech
// and by kind of claim. A claim that is not found has no right source.
func TestClaimsHaveTheirSources(t *testing.T) {
	forms, kinds := map[string]*share{}, map[string]*share{}
	var all share
	for _, e := range expectations(t) {
		got := "not found"
		reading := read(t, e.text)
		for i := range reading.Claims {
			if c := &reading.Claims[i]; e.holds(c) && got != e.source {
				got = sources(c)
			}
		}
		for _, s := range [...]*share{&all, at(forms, e.form), at(kinds, e.kind)} {
			s.annotated++
			if got != "not found" {
				s.found++
			}
			if got == e.source {
				s.right++
			}
		}
		if got != e.source {
			t.Logf("%s: %s of %q in %q\n\tis %s, not %s", e.form, e.kind, e.words, e.text, got, e.source)
		}
	}
	for _, table := range []map[string]*share{forms, kinds} {
		for name, s := range table {
			t.Logf("%-20s %3d annotated, %3d found, %3d right (%.0f %%)", name, s.annotated, s.found, s.right, 100*float64(s.right)/float64(s.annotated))
		}
	}
	t.Logf("%-20s %3d annotated, %3d found, %3d right", "all", all.annotated, all.found, all.right)
	if all.right*100 < leastRight*all.annotated {
		t.Errorf("%d of %d claims have their source, fewer than %d %%", all.right, all.annotated, leastRight)
	}
	if wrong := all.found - all.right; wrong*100 > mostWrong*all.found {
		t.Errorf("%d of %d claims found have a wrong source, more than %d %%", wrong, all.found, mostWrong)
	}
}

// What was measured when the sentences were written, less a little.
const (
	leastRight = 80
	mostWrong  = 10
)

func at(table map[string]*share, name string) *share {
	if table[name] == nil {
		table[name] = &share{}
	}
	return table[name]
}
