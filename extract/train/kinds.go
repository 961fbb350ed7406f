package main

import (
	"log"
	"os"
	"strings"

	"concord"
	"concord/extract"
	"concord/pipeline"
)

// kindFolds is in how many parts the lessons are cut to learn from all but one and to be asked about that one.
const kindFolds = 5

// readTyped reads a table of sentences and their types as lessons.
func readTyped(reader *pipeline.Reader, path string) ([]extract.KindLesson, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var lessons []extract.KindLesson
	for line := range strings.Lines(string(data)) {
		kind, words, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		report := concord.Report{ID: concord.ReportID(words), Language: "en", Text: words}
		doc, mentions := reader.Prepare(&report)
		lessons = append(lessons, extract.KindLesson{Doc: doc, Mentions: mentions, Type: concord.EventType(kind)})
	}
	return lessons, nil
}

// trainKinds learns the model of kinds from what the other models make of the lessons, and logs how many of them models that did not see them
// get right.
func trainKinds(models extract.Models, lessons []extract.KindLesson, file string) error {
	right, all := models.CrossKinds(lessons, kindFolds)
	log.Printf("%d of %d kinds right in cross-validation (%.1f %%)", right, all, 100*float64(right)/float64(all))
	return os.WriteFile(file, []byte("# Weights of the kinds of happening, in the order of kindClasses. Made by `make model`.\n"+models.LearnKinds(lessons)), 0o644)
}
