package web

import (
	"io/fs"
	"regexp"
	"sort"
	"strings"
	"testing"

	"concord"
)

func TestEveryWordIsInEveryLanguage(t *testing.T) {
	keys := make([]string, 0, 400)
	for line := range strings.Lines(wordsTable) {
		cells := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") || cells[0] == "key" {
			continue
		}
		keys = append(keys, cells[0])
		if len(cells) != 3 || cells[1] == "" || cells[2] == "" {
			t.Errorf("%s: %d cells", cells[0], len(cells))
			continue
		}
		if !strings.Contains(cells[1], "|") && strings.Count(cells[1], "%d") != strings.Count(cells[2], "%d") || strings.Count(cells[1], "%s") != strings.Count(cells[2], "%s") {
			t.Errorf("%s: the languages take different numbers", cells[0])
		}
	}
	if !sort.StringsAreSorted(keys) {
		t.Error("words.tsv is not sorted by key")
	}
}

func TestTemplatesUseOnlyKnownWords(t *testing.T) {
	uses := regexp.MustCompile(`\(?\bt "(?P<key>[^"]+)"`)
	err := fs.WalkDir(templates, "templates", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := fs.ReadFile(templates, path)
		for _, use := range uses.FindAllStringSubmatch(string(text), -1) {
			if key := use[uses.SubexpIndex("key")]; words()[english][key] == "" {
				t.Errorf("%s: no words for %q", path, key)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestEveryCodeHasWords(t *testing.T) {
	var keys []string
	for _, info := range concord.EventTypes() {
		keys = append(keys, "type."+string(info.Type), "group."+string(info.Group))
	}
	for _, m := range measureOrder {
		keys = append(keys, "measure."+string(m))
	}
	for _, key := range keys {
		if words()[english][key] == "" {
			t.Errorf("no words for %q", key)
		}
	}
}
