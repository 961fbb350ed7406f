package concord

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// arrows are the imports that are allowed within the project, test files left aside. Every package may import the
// root, which imports nothing; whoever stands to the left knows of those to the right and of no one else.
// ARCHITECTURE.md tells why.
var arrows = map[string]string{
	// Words, and what knows nothing of the other stages.
	"lexicon":   "",
	"intake":    "lexicon",
	"link":      "",
	"reconcile": "",
	"timeline":  "lexicon",
	"sqlstore":  "",
	// Reading, one layer on the other.
	"text":      "lexicon",
	"timex":     "lexicon text",
	"quantity":  "lexicon text",
	"gazetteer": "lexicon text",
	"actor":     "lexicon text",
	"weapon":    "lexicon text",
	"extract":   "lexicon text timex gazetteer", // the last two for whose time and place a word's is
	// The one place where the flow is written.
	"pipeline": "text timex quantity gazetteer actor weapon extract link reconcile timeline",
	// What people see: the store's readers know no stage.
	"web":         "lexicon",
	"export":      "lexicon",
	"cmd/concord": "intake pipeline sqlstore web export lexicon text gazetteer actor reconcile", // it wires, and asks what is pure
	// Programs that make what is shipped, and what tests are made of.
	"text/train":      "text",
	"extract/train":   "extract intake muc4 pipeline",
	"link/train":      "link intake muc4 pipeline synthetic",
	"muc4":            "",
	"gazetteer/build": "gazetteer",
	"web/bundle":      "",
	"web/webtest":     "",
	"pagetest":        "",
	"storetest":       "",
	"storetest/pg":    "",
	"synthetic":       "",
}

// TestArchitecture proves that no package imports another of the project's but along an arrow of the table, and that each arrow has a use.
func TestArchitecture(t *testing.T) {
	used := map[string]map[string]bool{} // what each package imports
	err := filepath.WalkDir(".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && (entry.Name() == "node_modules" || entry.Name() == "build" && filepath.Dir(path) == "." || path == "intake/dateparser") {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		name := filepath.ToSlash(filepath.Dir(path))
		if used[name] == nil {
			used[name] = map[string]bool{}
		}
		checkImports(t, path, name, used[name])
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, allowed := range arrows {
		if used[name] == nil {
			t.Errorf("the table allows imports to the package %s, which is not there", name)
			continue
		}
		for other := range strings.FieldsSeq(allowed) {
			if !used[name][other] {
				t.Errorf("the table allows %s to import %s, which it does not", name, other)
			}
		}
	}
}

// checkImports checks the imports of one file of the package called name, "." for the root, and notes them in used.
func checkImports(t *testing.T, path, name string, used map[string]bool) {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	allowed, known := arrows[name]
	if !known && name != "." {
		t.Errorf("%s: the package %s is not in the table of allowed imports", path, name)
	}
	for _, spec := range file.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		other, ours := strings.CutPrefix(imported, "concord/")
		used[other] = true
		switch {
		case imported == "concord" && name == ".", ours && !slices.Contains(strings.Fields(allowed), other):
			t.Errorf("%s imports %s: %s may import of the project only the root and %q", path, imported, name, allowed)
		}
	}
}
