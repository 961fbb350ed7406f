package main

import (
	"path/filepath"
	"slices"
	"testing"

	"concord"
)

// TestDocumentsOfCorpora proves where the documents of both forms of corpus begin and end.
func TestDocumentsOfCorpora(t *testing.T) {
	treebank := "# newdoc id = a\n# text = Rain fell.\n1\tRain\n\n# text = Then it stopped.\n# newdoc id = b\n# text = Snow.\n"
	if got, want := treebankTexts([]byte(treebank)), []string{"Rain fell.\nThen it stopped.\n", "Snow.\n"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	columns := "-DOCSTART- O\n\nOslo I-LOC\nfell O\n\n-DOCSTART- O\nRain O"
	if got, want := columnTexts([]byte(columns)), []string{"Oslo fell", "Rain"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestNoArticles proves that without the file of articles nothing is learned, rather than from the rest alone.
func TestNoArticles(t *testing.T) {
	if err := reportsOf(filepath.Join(t.TempDir(), "none.jsonl"), func(concord.Report) bool { return true }); err == nil {
		t.Error("a file that is not there is read without an error")
	}
}
