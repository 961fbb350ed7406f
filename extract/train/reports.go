package main

import (
	"os"
	"regexp"
	"strings"

	"concord"
	"concord/extract"
	"concord/pipeline"
)

// marked is a phrase of a report that has a part in what it tells, in the first incident or in that of the number: "[v two farmers]",
// "[v2 two farmers]".
var marked = regexp.MustCompile(`\[([pvow])(\d?) ([^\]]+)\]`)

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
		report := concord.Report{Language: "en", Text: marked.ReplaceAllString(words, "$3")}
		report.ID = concord.ReportID(report.Text)
		doc, mentions := reader.Prepare(&report)
		lessons = append(lessons, extract.Lesson{Doc: doc, Mentions: mentions, Keys: markedKeys(kinds, words)})
	}
	return lessons, nil
}

// markedKeys returns the keys of a report: the types of each incident, parted by semicolons and within it by commas, and what is marked.
func markedKeys(kinds, words string) []extract.Key {
	var keys []extract.Key
	for types := range strings.SplitSeq(kinds, ";") {
		var key extract.Key
		for kind := range strings.SplitSeq(types, ",") {
			key.Types = append(key.Types, concord.EventType(kind))
		}
		keys = append(keys, key)
	}
	for _, m := range marked.FindAllStringSubmatch(words, -1) {
		key := &keys[max(1, strings.Index("0123456789", m[2]))-1]
		list := map[string]*[][]string{"p": &key.Perpetrators, "v": &key.Victims, "o": &key.Objects, "w": &key.Weapons}[m[1]]
		*list = append(*list, []string{strings.ToLower(m[3])})
	}
	return keys
}
