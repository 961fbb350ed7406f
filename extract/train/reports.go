package main

import (
	"os"
	"regexp"
	"strings"

	"concord"
	"concord/extract"
	"concord/pipeline"
)

// marked is a phrase of a report that has a part in what it tells: "[v two farmers]".
var marked = regexp.MustCompile(`\[([pvow]) ([^\]]+)\]`)

// readMarked reads reports whose perpetrators, victims, things hit and weapons are marked, one a line, as lessons.
func readMarked(reader *pipeline.Reader, path string) ([]extract.Lesson, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var lessons []extract.Lesson
	for line := range strings.Lines(string(data)) {
		kinds, words, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		words = strings.ReplaceAll(words, " // ", "\n\n")
		report := concord.Report{Language: "en", Text: marked.ReplaceAllString(words, "$2")}
		report.ID = concord.ReportID(report.Text)
		doc, mentions := reader.Prepare(&report)
		lessons = append(lessons, extract.Lesson{Doc: doc, Mentions: mentions, Keys: []extract.Key{markedKey(kinds, words)}})
	}
	return lessons, nil
}

// markedKey returns the key of a report: its types, parted by commas, and what is marked in it.
func markedKey(kinds, words string) (key extract.Key) {
	for _, kind := range strings.Split(kinds, ",") {
		key.Types = append(key.Types, concord.EventType(kind))
	}
	for _, m := range marked.FindAllStringSubmatch(words, -1) {
		list := map[string]*[][]string{"p": &key.Perpetrators, "v": &key.Victims, "o": &key.Objects, "w": &key.Weapons}[m[1]]
		*list = append(*list, []string{strings.ToLower(m[2])})
	}
	return key
}
