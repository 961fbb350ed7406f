package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"concord"
	"concord/link"
	"concord/muc4"
)

// news is of how many articles of MUC-4's DEV part, the first, words are counted: as many as keep them from outweighing all other English.
const news = 500

const frequencyComment = "# Documents that hold a stem, of the training parts of EWT and GUM, of wikigold and of the first 500 articles of MUC-4's DEV part;\n" +
	"# stems as words.go makes them, those of three documents and more. Line *: all documents. Made by link/train -frequency.\n"

// countWords makes the table of frequencies. Shared is the folder of the treebanks and of wikigold, articles the file of MUC-4's articles.
func countWords(shared, articles, file string) error {
	var documents []string
	for _, name := range []string{"ewt-train.conllu", "gum-train.conllu"} {
		data, err := os.ReadFile(filepath.Join(shared, "treebanks", name))
		if err != nil {
			return err
		}
		documents = append(documents, treebankTexts(data)...)
	}
	data, err := os.ReadFile(filepath.Join(shared, "ner/wikigold.conll"))
	if err != nil {
		return err
	}
	documents = append(documents, columnTexts(data)...)
	read := 0
	err = reportsOf(articles, func(r concord.Report) bool {
		if muc4.Learned(r.Name) {
			documents = append(documents, r.Text)
			read++
		}
		return read < news
	})
	if err != nil {
		return err
	}
	return os.WriteFile(file, []byte(frequencyComment+link.Frequencies(slices.Values(documents))), 0o644)
}

// treebankTexts returns the documents of a treebank in CoNLL-U.
func treebankTexts(data []byte) []string {
	var documents []string
	for line := range bytes.Lines(data) {
		if bytes.HasPrefix(line, []byte("# newdoc")) {
			documents = append(documents, "")
		} else if text, ok := bytes.CutPrefix(line, []byte("# text = ")); ok && len(documents) > 0 {
			documents[len(documents)-1] += string(text)
		}
	}
	return documents
}

// columnTexts returns the documents of a file with a word and its label a line, which -DOCSTART- parts.
func columnTexts(data []byte) []string {
	var documents []string
	var words []string
	for line := range strings.Lines(string(data) + "\n-DOCSTART-") {
		switch word, _, _ := strings.Cut(strings.TrimSpace(line), " "); {
		case word == "-DOCSTART-" && len(words) > 0:
			documents = append(documents, strings.Join(words, " "))
			words = nil
		case word != "" && word != "-DOCSTART-":
			words = append(words, word)
		}
	}
	return documents
}
