// Package muc4 reads the answer keys of MUC-4, of whose DEV part models are learned. Source: the Third and Fourth Message Understanding
// Conferences (1991 and 1992).
package muc4

import (
	"os"
	"regexp"
	"slices"
	"strings"

	"concord"
)

// Learned reports whether a message is of the part that may be learned from.
func Learned(message string) bool { return strings.HasPrefix(message, "DEV-") }

// Slot is a slot of a key by its number.
type Slot string

// The slots that are read.
const (
	Date         Slot = "2"
	Location     Slot = "3"
	Type         Slot = "4"
	Weapon       Slot = "6"
	Individual   Slot = "9"
	Organization Slot = "10"
	Object       Slot = "12"
	VictimName   Slot = "18"
	Victim       Slot = "19"
)

// Key is a template: an incident that a message tells of.
type Key struct {
	Optional bool
	Lines    map[Slot][]string // what stands in a slot, a line each
}

// Ways returns the fillers of a slot: of each the ways to write it, in lower case. Of "DESCRIPTION": "NAME" the name is left out,
// which has a slot of its own.
func (k *Key) Ways(slot Slot) [][]string {
	var fillers [][]string
	for _, line := range k.Lines[slot] {
		if slot == Victim {
			line, _, _ = strings.Cut(line, `": "`)
		}
		var ways []string
		for _, q := range quoted.FindAllString(line+`"`, -1) {
			ways = append(ways, strings.ToLower(strings.Trim(q, `"`)))
		}
		if len(ways) > 0 {
			fillers = append(fillers, ways)
		}
	}
	return fillers
}

// kinds are the types of event that a kind of incident can be.
var kinds = map[string][]concord.EventType{
	"ATTACK": {concord.AttackOnCivilians, concord.SexualViolence, concord.MobViolence, concord.ExcessiveForceAgainstProtesters, concord.AirStrike,
		concord.Shelling, concord.ChemicalWeapon, concord.LootingOrDestruction, concord.ArmedClash},
	"BOMBING":    {concord.Bombing, concord.SuicideBomb, concord.Grenade, concord.DisruptedWeaponsUse, concord.AttackOnCivilians, concord.LootingOrDestruction},
	"KIDNAPPING": {concord.Abduction},
	"HIJACKING":  {concord.Hijacking},
	"ARSON":      {concord.Arson, concord.LootingOrDestruction},
	"ROBBERY":    {concord.Robbery},
}

// Types returns the types of event that the key's kind of incident can be, in order.
func (k *Key) Types() []concord.EventType {
	var found []concord.EventType
	for kind, types := range kinds {
		if lines := k.Lines[Type]; len(lines) > 0 && strings.Contains(lines[0], kind) {
			found = append(found, types...)
		}
	}
	slices.Sort(found)
	return found
}

var (
	slotLine = regexp.MustCompile(`^(?P<number>\d+)\.\s+[A-Z ]+: [A-Z]+(?: [A-Z]+)*\s{2,}(?P<value>.*)$`)
	quoted   = regexp.MustCompile(`"[^"]+"`)
)

// Read returns the keys of a file by message.
func Read(path string) (map[string][]Key, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	keys := map[string][]Key{}
	var message string
	var slot Slot
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\r\n ")
		value := strings.TrimSpace(line)
		if m := slotLine.FindStringSubmatch(line); m != nil {
			slot, value = Slot(m[slotLine.SubexpIndex("number")]), m[slotLine.SubexpIndex("value")]
		}
		if value == "" {
			continue
		}
		switch slot {
		case "0":
			message, _, _ = strings.Cut(value, " ")
		case "1":
			keys[message] = append(keys[message], Key{Optional: strings.Contains(value, "OPTIONAL"), Lines: map[Slot][]string{}})
		default:
			if have := keys[message]; len(have) > 0 {
				last := &have[len(have)-1]
				last.Lines[slot] = append(last.Lines[slot], value)
			}
		}
	}
	return keys, nil
}
