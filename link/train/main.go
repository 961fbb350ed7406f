// Train makes link/weights.tsv from ECB+, MUC-4's DEV part and synthetic reports, and with -frequency link/frequency.tsv, the table by which
// words are rare, from EWT, GUM, wikigold and MUC-4's DEV part. See `make model`.
//
// Pairs of accounts that share a block are what it learns from. Main stories of two reports of ECB+ are of one incident where the
// reports are on one seminal event, other accounts where their events bear one coreference chain; pairs of which neither is known are left
// aside. ECB+ has two incidents of a kind, so that what is told alike is one; news of a war has not: MUC-4's articles add pairs that its keys tell
// apart or hold together. Synthetic reports add pairs that differ in day, place and figures alone.
//
// With -cross it learns nothing that is kept: the topics are parted into folds, and the model learned without a fold clusters it.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"

	"concord"
	"concord/link"
	"concord/synthetic"
)

func main() {
	log.SetFlags(0)
	folder := flag.String("ecbplus", "../shared/yardsticks/ecbplus/tune", "folder of the documents and the gold of ECB+")
	keys := flag.String("muc4", "../shared/yardsticks/muc4/tune", "folder of MUC-4's answer keys")
	articles := flag.String("reports", "build/muc4.jsonl", "its articles, as its yardstick's inputs prints them")
	file := flag.String("weights", "link/weights.tsv", "the table")
	cross := flag.Int("cross", 0, "cross-validate in so many folds of topics")
	frequency := flag.String("frequency", "", "make this table of how rare words are, and learn nothing")
	shared := flag.String("shared", "../shared", "folder of treebanks and of wikigold that words are counted in")
	flag.Parse()
	if *frequency != "" {
		if err := countWords(*shared, *articles, *frequency); err != nil {
			log.Fatal(err)
		}
		return
	}
	if err := train(*folder, *keys, *articles, *file, *cross); err != nil {
		log.Fatal(err)
	}
}

func train(folder, keys, articles, file string, folds int) error {
	documents, err := readDocuments(filepath.Join(folder, "documents.jsonl"), filepath.Join(folder, "gold.jsonl"))
	if err != nil {
		return err
	}
	fought, err := war(keys, articles)
	if err != nil {
		return err
	}
	rest := []link.Lessons{fought, invented(2000)}
	if folds > 0 {
		return validate(documents, rest, folds)
	}
	model, err := link.Learn(append(rest, lessonsOf(documents)))
	if err != nil {
		return err
	}
	return os.WriteFile(file, []byte(model.String()), 0o644)
}

// invented returns the accounts of synthetic reports, of another world's part than tests are made of.
func invented(reports int) link.Lessons {
	truth := map[concord.AccountKey]int{}
	lessons := link.Lessons{Weight: 14, Same: func(a, b concord.AccountKey) (bool, bool) { return truth[a] == truth[b], true }}
	for number, reading := range synthetic.New().Readings(1_000_000, reports) {
		for _, s := range link.Sketches(&reading) {
			lessons.Sketches = append(lessons.Sketches, s)
			truth[s.Key] = number
		}
	}
	return lessons
}

// validate prints BCubed of each fold of topics, clustered by a model that was learned from the others, how each event came out, and
// BCubed of all.
func validate(documents []document, rest []link.Lessons, folds int) error {
	var all, violent tally
	var events table
	for fold := range folds {
		var learned, held []document
		for _, d := range documents {
			if d.Topic%folds == fold {
				held = append(held, d)
			} else {
				learned = append(learned, d)
			}
		}
		model, err := link.Learn(append(slices.Clip(rest), lessonsOf(learned)))
		if err != nil {
			return err
		}
		clusters, err := primary(model, held)
		if err != nil {
			return err
		}
		events.add(held, clusters)
		here, there := bcubed(held, clusters)
		fmt.Printf("fold %d: %d reports, BCubed %s; violence %s\n", fold, len(held), here, there)
		all.add(here)
		violent.add(there)
	}
	fmt.Print(events)
	fmt.Printf("all folds: BCubed %s; violence %s\n", all, violent)
	return nil
}
