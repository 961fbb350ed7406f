package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"slices"

	"concord"
	"concord/link"
)

// document is a report of ECB+ as it was read, with its gold.
type document struct {
	gold
	reading  concord.Reading
	sketches []concord.Sketch
	main     string // id of the account that the report is mainly about
}

// gold is what ECB+ says of a document. Offsets are code points.
type gold struct {
	ID       string
	Topic    int
	Event    string // seminal event
	Violence bool
	Mentions []struct {
		Spans   [][2]int
		Cluster string // coreference chain
	}
}

// readDocuments reads the documents and what is known of them.
func readDocuments(texts, answers string) ([]document, error) {
	data, err := os.ReadFile(answers)
	if err != nil {
		return nil, err
	}
	known := map[string]gold{}
	for line := range bytes.Lines(data) {
		var g gold
		if err := json.Unmarshal(line, &g); err != nil {
			return nil, fmt.Errorf("%s: %w", answers, err)
		}
		known[g.ID] = g
	}
	var documents []document
	err = readAll(texts, func(r *concord.Reading) {
		documents = append(documents, document{gold: known[r.Report.Name], reading: *r, sketches: link.Sketches(r), main: link.MainStory(r)})
	})
	return documents, err
}

// lessonsOf returns the accounts of documents with what is known of them.
func lessonsOf(documents []document) link.Lessons {
	lessons := link.Lessons{Weight: 3, All: true}
	event := map[concord.AccountKey]string{}
	chains := map[concord.AccountKey][]string{}
	for _, d := range documents {
		lessons.Sketches = append(lessons.Sketches, d.sketches...)
		for _, s := range d.sketches {
			if s.Key.Account == d.main {
				event[s.Key] = d.Event
			}
			chains[s.Key] = d.chains(s.Key.Account)
		}
	}
	lessons.Same = func(a, b concord.AccountKey) (same, known bool) {
		if event[a] != "" && event[b] != "" {
			return event[a] == event[b], true
		}
		for _, chain := range chains[a] {
			same = same || slices.Contains(chains[b], chain)
		}
		return same, len(chains[a]) > 0 && len(chains[b]) > 0
	}
	return lessons
}

// chains returns the coreference chains of the events that an account tells of.
func (d *document) chains(account string) []string {
	var found []string
	for i := range d.reading.Claims {
		c := &d.reading.Claims[i]
		if c.Kind != concord.EventClaim || c.Incident == nil || *c.Incident != account {
			continue
		}
		for _, m := range d.Mentions {
			if span := m.Spans[0]; span[0] >= c.Quote.Start && span[1] <= c.Quote.End {
				found = append(found, m.Cluster)
			}
		}
	}
	return found
}
