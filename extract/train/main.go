// Train makes extract/weights.tsv from the DEV part of MUC-4, and extract/kinds.tsv from the sentences of extract/train/kinds.tsv.
// See `make model`. With -folds it prints instead what is read of each report of MUC-4 with models that were learned on the other
// folds, one reading a line as `concord read --json` prints them: how well reports that nothing was learned from are read.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"log"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"

	"concord"
	"concord/extract"
	"concord/intake"
	"concord/pipeline"
)

// header is the first line of the table.
const header = "# What make model learned: model, feature, a weight for each class. See extract/train.\n"

func main() {
	log.SetFlags(0)
	folder := flag.String("muc4", "../shared/yardsticks/muc4/tune", "folder of the answer keys")
	reports := flag.String("reports", "build/muc4.jsonl", "its articles, as its yardstick's inputs prints them")
	file := flag.String("weights", "extract/weights.tsv", "the table")
	model := flag.String("model", "weights", "which to make: weights or kind")
	kinds := flag.String("kinds", "extract/train/kinds.tsv", "sentences with the type of what they tell")
	folds := flag.Int("folds", 0, "how many parts of the reports to read with models of the rest")
	flag.Parse()
	if *model == "kind" {
		if err := trainKinds(*kinds, "extract/kinds.tsv"); err != nil {
			log.Fatal(err)
		}
		return
	}
	if err := train(*folder, *reports, *file, *folds); err != nil {
		log.Fatal(err)
	}
}

func train(folder, reports, file string, folds int) error {
	keys, err := readKeys(filepath.Join(folder, "keys"))
	if err != nil {
		return err
	}
	lessons, err := readLessons(reports, keys)
	if err != nil {
		return err
	}
	if folds > 1 {
		return crossRead(lessons, folds)
	}
	return os.WriteFile(file, []byte(header+extract.Learn(lessons)), 0o644)
}

// crossRead prints what is read of each fold with models of the others. A fold is a run of reports: neighbours tell of the same news.
func crossRead(lessons []extract.Lesson, folds int) error {
	bound := func(k int) int { return k * len(lessons) / folds }
	models := make([]extract.Models, folds)
	var running sync.WaitGroup
	for k := range folds {
		running.Go(func() {
			models[k] = extract.ParseModels(extract.Learn(slices.Concat(lessons[:bound(k)], lessons[bound(k+1):])))
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
func readLessons(path string, keys map[string][]extract.Key) ([]extract.Lesson, error) {
	reader, err := pipeline.NewReader()
	if err != nil {
		return nil, err
	}
	var lessons []extract.Lesson
	for item := range intake.Reports([]string{path}, nil, time.Now()) {
		if item.Err != nil {
			return nil, item.Err
		}
		report := item.Report
		if !strings.HasPrefix(report.Name, "DEV-") {
			continue
		}
		doc, mentions := reader.Prepare(&report)
		lessons = append(lessons, extract.Lesson{Doc: doc, Mentions: mentions, Keys: keys[report.Name]})
	}
	return lessons, nil
}

// kinds are the types of event that a kind of incident of the keys can be.
var kinds = map[string][]concord.EventType{
	"ATTACK": {concord.AttackOnCivilians, concord.SexualViolence, concord.MobViolence, concord.ExcessiveForceAgainstProtesters, concord.AirStrike,
		concord.Shelling, concord.ChemicalWeapon, concord.LootingOrDestruction, concord.ArmedClash},
	"BOMBING":    {concord.Bombing, concord.SuicideBomb, concord.Grenade, concord.DisruptedWeaponsUse, concord.AttackOnCivilians, concord.LootingOrDestruction},
	"KIDNAPPING": {concord.Abduction},
	"HIJACKING":  {concord.Hijacking},
	"ARSON":      {concord.Arson, concord.LootingOrDestruction},
	"ROBBERY":    {concord.Robbery},
}

var (
	slotLine = regexp.MustCompile(`^(?P<number>\d+)\.\s+[A-Z ]+: [A-Z]+(?: [A-Z]+)*\s{2,}(?P<value>.*)$`)
	quoted   = regexp.MustCompile(`"([^"]+)"`)
)

// readKeys reads the answer keys of the DEV part by message.
func readKeys(path string) (map[string][]extract.Key, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	keys := map[string][]extract.Key{}
	var message, slot string
	var key *extract.Key
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\r\n ")
		value := strings.TrimSpace(line)
		if m := slotLine.FindStringSubmatch(line); m != nil {
			slot, value = m[slotLine.SubexpIndex("number")], m[slotLine.SubexpIndex("value")]
		}
		switch {
		case slot == "0" && value != "":
			message, _, _ = strings.Cut(value, " ")
			slot = ""
		case slot == "1" && value != "":
			keys[message] = append(keys[message], extract.Key{Optional: strings.Contains(value, "OPTIONAL")})
			key = &keys[message][len(keys[message])-1]
			slot = ""
		case slot == "4" && value != "":
			for kind, types := range kinds {
				if strings.Contains(value, kind) {
					key.Types = append(key.Types, types...)
				}
			}
			slices.Sort(key.Types)
			slot = ""
		case key != nil:
			fill(key, slot, value)
		}
	}
	return keys, nil
}

// fill adds a line of a slot to the key: the ways to write one filler.
func fill(key *extract.Key, slot, value string) {
	var into *[][]string
	switch slot {
	case "6":
		into = &key.Weapons
	case "9", "10":
		into = &key.Perpetrators
	case "12":
		into = &key.Objects
	case "18", "19":
		into = &key.Victims
	default:
		return
	}
	if slot == "19" { // "DESCRIPTION": "NAME"; the name has its own slot
		value, _, _ = strings.Cut(value, `": "`)
	}
	var ways []string
	for _, q := range quoted.FindAllStringSubmatch(value+`"`, -1) {
		ways = append(ways, strings.ToLower(q[1]))
	}
	if len(ways) > 0 {
		*into = append(*into, ways)
	}
}
