// Train makes extract/weights.tsv from the DEV part of MUC-4, and extract/kinds.tsv from the sentences of extract/train/kinds.tsv.
// See `make model`.
//
// The models are learned one after the other, each in a run of its own with the ones before built in, since each decides on what
// those make of a report: roles first, then which events are the same, then which accounts are incidents.
package main

import (
	"flag"
	"log"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"concord"
	"concord/extract"
	"concord/intake"
	"concord/pipeline"
)

func main() {
	log.SetFlags(0)
	folder := flag.String("muc4", "../shared/yardsticks/muc4/tune", "folder of the answer keys")
	reports := flag.String("reports", "build/muc4.jsonl", "its articles, as its yardstick's inputs prints them")
	file := flag.String("weights", "extract/weights.tsv", "the table")
	model := flag.String("model", "", "role, same, incident or kind")
	kinds := flag.String("kinds", "extract/train/kinds.tsv", "sentences with the type of what they tell")
	flag.Parse()
	if *model == "kind" {
		if err := trainKinds(*kinds, "extract/kinds.tsv"); err != nil {
			log.Fatal(err)
		}
		return
	}
	if err := train(*folder, *reports, *file, *model); err != nil {
		log.Fatal(err)
	}
}

func train(folder, reports, file, model string) error {
	keys, err := readKeys(filepath.Join(folder, "keys"))
	if err != nil {
		return err
	}
	lessons, err := readLessons(reports, keys)
	if err != nil {
		return err
	}
	learn := map[string]func([]extract.Lesson) string{"role": extract.LearnRoles, "same": extract.LearnSame, "incident": extract.LearnIncidents}[model]
	old, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var kept strings.Builder
	for line := range strings.Lines(string(old)) {
		if !strings.HasPrefix(line, model+"\t") {
			kept.WriteString(line)
		}
	}
	return os.WriteFile(file, []byte(kept.String()+learn(lessons)), 0o644)
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
