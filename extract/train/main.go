// Train makes extract/weights.tsv from the DEV part of MUC-4 and the reports of extract/train/reports.tsv, and, with these models,
// extract/kinds.tsv from the sentences of extract/train/kinds.tsv. See `make model`. With -folds it prints instead what is read of each report of MUC-4 with models that were learned on the other
// folds, one reading a line as `concord read --json` prints them: how well reports that nothing was learned from are read.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"log"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"concord"
	"concord/extract"
	"concord/intake"
	"concord/muc4"
	"concord/pipeline"
)

// header is the first line of the table.
const header = "# What make model learned: model, feature, a weight for each class. See extract/train.\n"

func main() {
	log.SetFlags(0)
	folder := flag.String("muc4", "../shared/yardsticks/muc4/tune", "folder of the answer keys")
	reports := flag.String("reports", "build/muc4.jsonl", "its articles, as its yardstick's inputs prints them")
	file := flag.String("weights", "extract/weights.tsv", "the table")
	own := flag.String("own", "extract/train/reports.tsv", "short reports with who had which part in what they tell")
	kinds := flag.String("kinds", "extract/train/kinds.tsv", "sentences with the type of what they tell")
	folds := flag.Int("folds", 0, "how many parts of the reports to read with models of the rest")
	flag.Parse()
	if err := train(*folder, *reports, *own, *kinds, *file, *folds); err != nil {
		log.Fatal(err)
	}
}

func train(folder, reports, own, kinds, file string, folds int) error {
	keys, err := muc4.Read(filepath.Join(folder, "keys"))
	if err != nil {
		return err
	}
	reader, err := pipeline.NewReader()
	if err != nil {
		return err
	}
	lessons, err := readLessons(reader, reports, keys)
	if err != nil {
		return err
	}
	marked, err := readMarked(reader, own)
	if err != nil {
		return err
	}
	typed, err := readTyped(reader, kinds)
	if err != nil {
		return err
	}
	if folds > 1 {
		return crossRead(lessons, marked, typed, folds)
	}
	table := extract.Learn(lessons, marked)
	if err := os.WriteFile(file, []byte(header+table), 0o644); err != nil {
		return err
	}
	return trainKinds(extract.ParseModels(table), typed, "extract/kinds.tsv")
}

// crossRead prints what is read of each fold with models of the others and of the marked reports. A fold is a run of reports:
// neighbours tell of the same news.
func crossRead(lessons, marked []extract.Lesson, typed []extract.KindLesson, folds int) error {
	bound := func(k int) int { return k * len(lessons) / folds }
	models := make([]extract.Models, folds)
	var running sync.WaitGroup
	for k := range folds {
		running.Go(func() {
			table := extract.Learn(slices.Concat(lessons[:bound(k)], lessons[bound(k+1):]), marked)
			models[k] = extract.ParseModels(table + extract.ParseModels(table).LearnKinds(typed))
		})
	}
	running.Wait()
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	encoder := json.NewEncoder(out)
	for k := range folds {
		for _, l := range lessons[bound(k):bound(k+1)] {
			reading := concord.Reading{Report: *l.Doc.Report, Mentions: l.Mentions}
			reading.Claims, reading.Accounts = models[k].Read(l.Doc, l.Mentions)
			reading.CodePoints()
			reading.Mentions = nil
			if err := encoder.Encode(reading); err != nil {
				return err
			}
		}
	}
	return nil
}

// readLessons reads the articles of the DEV part and lets the pipeline prepare them.
func readLessons(reader *pipeline.Reader, path string, keys map[string][]muc4.Key) ([]extract.Lesson, error) {
	var lessons []extract.Lesson
	for item := range intake.Reports([]string{path}, nil, time.Now()) {
		if item.Err != nil {
			return nil, item.Err
		}
		report := item.Report
		if !muc4.Learned(report.Name) {
			continue
		}
		doc, mentions := reader.Prepare(&report)
		lessons = append(lessons, extract.Lesson{Doc: doc, Mentions: mentions, Keys: keysOf(keys[report.Name])})
	}
	return lessons, nil
}

// keysOf returns what extract learns from of the keys of a message.
func keysOf(keys []muc4.Key) []extract.Key {
	found := make([]extract.Key, len(keys))
	for i := range keys {
		k := &keys[i]
		found[i] = extract.Key{
			Types: k.Types(), Optional: k.Optional, Weapons: k.Ways(muc4.Weapon), Objects: k.Ways(muc4.Object),
			Perpetrators: append(k.Ways(muc4.Individual), k.Ways(muc4.Organization)...),
			Victims:      append(k.Ways(muc4.VictimName), k.Ways(muc4.Victim)...),
		}
	}
	return found
}
