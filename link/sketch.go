// Package link decides which accounts of different reports tell of the same incident: it blocks by time, place and kind,
// compares the accounts that share a block, and clusters them. Every score is a list of named contributions. It is pure:
// it works on sketches, so that a new report never needs the old ones read again.
package link

import (
	"encoding/json"
	"math"
	"sort"
	"strings"
	"time"

	"concord"
)

// features is what comparing needs of an account. It is what a Sketch's Data holds.
type features struct {
	Type      concord.EventType `json:"t"`
	From      int               `json:"f,omitempty"` // days since 1970, 0 where unknown
	To        int               `json:"u,omitempty"`
	Published int               `json:"p,omitempty"`
	Place     string            `json:"n,omitempty"` // folded
	Admin1    string            `json:"a,omitempty"`
	Country   string            `json:"c,omitempty"`
	Point     *concord.Point    `json:"l,omitempty"`
	Precision concord.Precision `json:"r,omitempty"`
	Who       []string          `json:"w,omitempty"` // folded names of named perpetrators
	Victims   []string          `json:"v,omitempty"` // folded names of named victims
	Figures   []count           `json:"g,omitempty"`
	Weapons   []string          `json:"k,omitempty"`
	Terms     []term            `json:"x,omitempty"` // heaviest words, by hash
	Prints    []uint32          `json:"d,omitempty"` // the report's MinHash
	Main      bool              `json:"m,omitempty"` // what its report tells first
}

type count struct {
	Measure concord.Measure `json:"m"`
	Low     int             `json:"l"`
	High    *int            `json:"h"`
}

// Sketches returns the sketches of a reading's accounts. Incidents of the record are what happened, so accounts of what is
// only planned, demanded, denied or supposed have none.
func Sketches(r *concord.Reading) []concord.Sketch {
	prints := minHash(r.Report.Text)
	var sketches []concord.Sketch
	for i := range r.Accounts {
		a := &r.Accounts[i]
		if a.Modality != concord.Asserted {
			continue
		}
		f := featuresOf(r, a)
		f.Prints, f.Main = prints, len(sketches) == 0
		data, err := json.Marshal(f)
		if err != nil {
			panic(err) // features hold nothing that JSON cannot write
		}
		sketches = append(sketches, concord.Sketch{Key: concord.AccountKey{Report: r.Report.ID, Account: a.ID}, Blocks: f.blocks(), Data: data})
	}
	return sketches
}

func featuresOf(r *concord.Reading, a *concord.Account) features {
	f := features{Type: a.Type, Published: day(r.Report.Published, false)}
	if a.When != nil {
		f.From, f.To = day(a.When.From, false), day(a.When.To, true)
		if f.To == 0 {
			f.To = day(a.When.From, true)
		}
	}
	if w := a.Where; w != nil {
		f.Place, f.Admin1, f.Country, f.Point, f.Precision = fold(w.Name), fold(w.Admin1), w.Country, w.Point, w.Precision
	}
	for _, p := range a.Perpetrators {
		if p.Kind == "person" || p.Kind == "organisation" || p.Kind == "state" {
			f.Who = appendNew(f.Who, fold(p.Name))
		}
	}
	for _, v := range a.Victims {
		if v.Name != nil {
			f.Victims = appendNew(f.Victims, fold(*v.Name))
		}
	}
	for _, w := range a.Weapons {
		f.Weapons = appendNew(f.Weapons, w.Kind)
	}
	own := make(map[string]bool, len(a.Claims))
	for _, id := range a.Claims {
		own[id] = true
	}
	for i := range r.Claims {
		if c := &r.Claims[i]; own[c.ID] && c.Figure != nil && c.Scope == concord.ScopeIncident {
			f.Figures = append(f.Figures, count{c.Measure, c.Low, c.High})
		}
	}
	f.Terms = terms(r.Report.Text, quotesOf(r, own))
	return f
}

// day returns days since 1970 of the first, or the last, day of a date; 0 where it is unknown.
func day(d concord.Date, last bool) int {
	from, to, ok := d.Bounds()
	if !ok {
		return 0
	}
	if last {
		from = to
	}
	return int(from.Unix() / int64(24*time.Hour/time.Second))
}

// fold makes names that are spelt in several ways alike: lower case, without articles of Arabic names, hyphens and doubled letters.
func fold(name string) string {
	name = strings.ToLower(name)
	var out strings.Builder
	for _, word := range strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' || r == '\'' || r == '’' || r == '`' || r == '.' }) {
		switch word {
		case "al", "el", "ar", "as", "ash", "at", "the", "of":
			continue
		}
		var last rune
		for _, r := range word {
			if r != last {
				out.WriteRune(r)
			}
			last = r
		}
	}
	return out.String()
}

func appendNew(list []string, s string) []string {
	for _, have := range list {
		if have == s {
			return list
		}
	}
	if s == "" {
		return list
	}
	return append(list, s)
}

// family groups types that reports of one incident may differ in.
func family(t concord.EventType) string {
	switch t {
	case concord.AirStrike, concord.Shelling, concord.SuicideBomb, concord.Bombing, concord.Grenade, concord.ChemicalWeapon,
		concord.AttackOnCivilians, concord.ArmedClash, concord.GovernmentRegainsTerritory, concord.NonStateActorOvertakesTerritory,
		concord.Abduction, concord.SexualViolence, concord.Hijacking, concord.Arson, concord.LootingOrDestruction, concord.AidBlocked, concord.DisruptedWeaponsUse:
		return "violence"
	case concord.PeacefulProtest, concord.ProtestWithIntervention, concord.ExcessiveForceAgainstProtesters, concord.ViolentDemonstration, concord.MobViolence:
		return "protest"
	case concord.CeasefireProposed, concord.CeasefireAgreed, concord.CeasefireDeclared, concord.CeasefireInEffect, concord.CeasefireViolated,
		concord.CeasefireSuspended, concord.CeasefireExtended, concord.CeasefireEnded:
		return "ceasefire"
	case concord.Talks, concord.TalksFailed, concord.Mediation, concord.AgreementMade:
		return "talks"
	}
	return string(t)
}

// blocks returns the names of the blocks that an account stands in. Two accounts of one incident share at least one, unless
// neither time, nor place, nor a rare word ties them.
func (f *features) blocks() []string {
	var found []string
	place := f.Place
	if f.Point != nil {
		place = cell(*f.Point, 0, 0)
	}
	if f.From != 0 && f.To-f.From <= 7 {
		for d := f.From - 1; d <= f.To+1; d++ {
			stamp := time.Unix(int64(d)*86400, 0).UTC().Format(time.DateOnly)
			found = append(found, stamp+"|"+f.Country+"|"+family(f.Type))
		}
	}
	if place != "" && f.Published != 0 {
		week := f.Published / 7
		found = append(found, "w"+itoa(week)+"|"+place, "w"+itoa(week+1)+"|"+place)
	}
	for _, t := range f.Terms[:min(len(f.Terms), 6)] {
		found = append(found, "t"+itoa(int(t.Hash)))
	}
	sort.Strings(found)
	return found
}

// cell names the square of half a degree that a point lies in, shifted by dx and dy squares.
func cell(p concord.Point, dx, dy int) string {
	return itoa(int(math.Floor(p.Lat*2))+dy) + "," + itoa(int(math.Floor(p.Lon*2))+dx)
}
