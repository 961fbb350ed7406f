// Package link decides which accounts of different reports tell of the same incident: it blocks by time, place and kind,
// compares the accounts that share a block, and clusters them. Every score is a list of named contributions. It is pure:
// it works on sketches, so that a new report never needs the old ones read again.
package link

import (
	"encoding/json"
	"hash/fnv"
	"math"
	"slices"
	"strings"
	"time"

	"concord"
)

// features is what comparing needs of an account. It is what a Sketch's Data holds.
type features struct {
	Type      concord.EventType `json:"t"`
	From      int               `json:"f,omitempty"` // days since 1970, 0 where unknown
	To        int               `json:"u,omitempty"`
	Implied   bool              `json:"i,omitempty"` // no words say when: the day, or the one before, is that of publication
	Stated    bool              `json:"s,omitempty"` // the words that say when stand where the event is told
	Published int               `json:"p,omitempty"`
	Place     string            `json:"n,omitempty"` // folded
	Admin1    string            `json:"a,omitempty"`
	Country   string            `json:"c,omitempty"`
	Point     *concord.Point    `json:"l,omitempty"`
	Precision concord.Precision `json:"r,omitempty"`
	Who       []string          `json:"w,omitempty"` // folded names of named perpetrators
	Victims   []string          `json:"v,omitempty"` // folded names of named victims
	Killed    []string          `json:"z,omitempty"` // of these who died, by more than one name
	Figures   []count           `json:"g,omitempty"`
	Weapons   []string          `json:"k,omitempty"`
	Terms     terms             `json:"x,omitempty"` // heaviest words, by hash
	Prints    prints            `json:"d,omitempty"` // the report's MinHash
	Denied    bool              `json:"e,omitempty"` // the report tells only of its denial
	Main      bool              `json:"m,omitempty"` // what its report is mainly about
}

type count struct {
	Measure concord.Measure `json:"m"`
	Low     int             `json:"l"`
	High    *int            `json:"h"`
	Vague   bool            `json:"v,omitempty"` // "dozens": two who say so need not mean one number
}

// Sketches returns the sketches of a reading's accounts. Incidents of the record are what at least one source holds to have happened, so
// accounts of what is only planned, demanded or supposed have none; a denial joins the incident that it denies.
func Sketches(r *concord.Reading) []concord.Sketch {
	prints, marks := minHash(r.Report.Text), marksOf(r)
	main := mainStory(r)
	var sketches []concord.Sketch
	for i := range r.Accounts {
		a := &r.Accounts[i]
		if !linked(a) {
			continue
		}
		f := featuresOf(r, a, a == main, marks)
		f.Prints = prints
		data, err := json.Marshal(f)
		if err != nil {
			panic(err) // features hold nothing that JSON cannot write
		}
		s := concord.Sketch{Key: concord.AccountKey{Report: r.Report.ID, Account: a.ID}, Data: data}
		s.Blocks, s.Looks = f.blocks()
		sketches = append(sketches, s)
	}
	return sketches
}

// linked reports whether an account is linked with those of other reports.
func linked(a *concord.Account) bool {
	return a.Modality == concord.Asserted || a.Modality == concord.Denied
}

// MainStory returns the id of the account that a report is mainly about, empty where it has none.
func MainStory(r *concord.Reading) string {
	if main := mainStory(r); main != nil {
		return main.ID
	}
	return ""
}

// mainStory returns the account that most of the report's claims are about, the first told of equals.
func mainStory(r *concord.Reading) *concord.Account {
	var main *concord.Account
	for i := range r.Accounts {
		if a := &r.Accounts[i]; linked(a) && (main == nil || len(a.Claims) > len(main.Claims)) {
			main = a
		}
	}
	return main
}

func featuresOf(r *concord.Reading, a *concord.Account, main bool, marks map[string]marks) features {
	f := features{Denied: a.Modality == concord.Denied, Type: a.Type, Published: day(r.Report.Published, false), Main: main}
	if a.When != nil {
		f.From, f.To = day(a.When.From, false), day(a.When.To, true)
		if f.To == 0 {
			f.To = day(a.When.From, true)
		}
		f.Implied = a.When.Span == nil && f.To >= f.Published-1
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
			if v.Effect == "killed" && strings.Contains(*v.Name, " ") {
				f.Killed = appendNew(f.Killed, fold(*v.Name))
			}
		}
	}
	for _, w := range a.Weapons {
		f.Weapons = appendNew(f.Weapons, w.Kind)
	}
	own := make(map[string]bool, len(a.Claims))
	for _, id := range a.Claims {
		own[id] = true
	}
	f.Stated = stated(r, a, own)
	for i := range r.Claims {
		if c := &r.Claims[i]; own[c.ID] && c.Figure != nil && c.Scope == concord.ScopeIncident && c.Qualifier != concord.Some {
			f.Figures = append(f.Figures, count{c.Measure, c.Low, c.High, c.Qualifier == concord.Order})
		}
	}
	f.Terms = termsOf(r.Report.Text, quotesOf(r, own), main, marks)
	return f
}

// stated reports whether an account's day is said in the words that tell of the event: "on 2 March shells hit the market". A day that
// stands elsewhere in the report may be that of an arrest, or of the report.
func stated(r *concord.Reading, a *concord.Account, own map[string]bool) bool {
	if a.When == nil || a.When.Span == nil || a.When.Precision != concord.ToDay {
		return false
	}
	return slices.ContainsFunc(r.Claims, func(c concord.Claim) bool {
		return own[c.ID] && c.Kind == concord.EventClaim && c.Quote.Start <= a.When.Start && a.When.Start < c.Quote.End
	})
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
		concord.Abduction, concord.SexualViolence, concord.Hijacking, concord.Arson, concord.LootingOrDestruction, concord.Robbery,
		concord.OrganisedCrime, concord.AidBlocked, concord.DisruptedWeaponsUse:
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

// blocks returns the blocks that an account is filed under, and those in which accounts of the same incident are looked for.
// Whichever of two accounts comes first, the later one finds it: what one is filed under the other looks up.
func (f *features) blocks() (filed, looked []int64) {
	file := func(shelf int, name string) { filed = append(filed, blockID(shelf, name)) }
	look := func(shelf int, name string) { looked = append(looked, blockID(shelf, name)) }
	if f.From != 0 && f.To-f.From < 7 {
		kind := "|" + f.Country + "|" + family(f.Type)
		for d := f.From; d <= f.To; d++ {
			file(d/7, "day"+itoa(d)+kind)
		}
		for d := f.From - 2; d <= f.To+2; d++ {
			look(d/7, "day"+itoa(d)+kind)
		}
	}
	stamp := f.Published
	if stamp == 0 {
		stamp = f.To
	}
	if stamp != 0 {
		f.weekly(stamp/7, file, look)
		f.byDead(yearShelf(stamp), file, look)
	}
	f.byWords(file, look)
	return sorted(filed), sorted(looked)
}

// weekly files what is dated under place and rare words of its week, and looks into the weeks before and after.
func (f *features) weekly(week int, file, look func(shelf int, name string)) {
	if f.Point != nil && !coarse(f.Precision) {
		file(week, "at"+cell(*f.Point, 0, 0))
		for dx := -1; dx <= 1; dx++ {
			for dy := -1; dy <= 1; dy++ {
				for w := week - 1; w <= week+1; w++ {
					look(w, "at"+cell(*f.Point, dx, dy))
				}
			}
		}
	}
	for _, t := range f.keywords(8) {
		file(week, "word"+itoa(int(t.Hash)))
		for w := week - 1; w <= week+1; w++ {
			look(w, "word"+itoa(int(t.Hash)))
		}
	}
}

// trialYears is after how many years a trial is told of at most that finds the reports of the crime.
const trialYears = 3

// byDead files what is dated under the names of the dead, so that a trial finds the death that it is about.
func (f *features) byDead(shelf int, file, look func(shelf int, name string)) {
	for _, name := range f.Killed {
		file(shelf, "dead"+name)
		for y := max(shelf-trialYears, undatedShelf+1); y <= min(shelf+trialYears, undatedShelf+years); y++ {
			look(y, "dead"+name)
		}
	}
}

// byWords lets undated accounts be found, and find others, by two rare words in common. Dated accounts do not find one another so:
// such blocks would grow with the record.
func (f *features) byWords(file, look func(shelf int, name string)) {
	top := f.keywords(10)
	for i, a := range top {
		for _, b := range top[i+1:] {
			pair := "pair" + itoa(int(min(a.Hash, b.Hash))) + "+" + itoa(int(max(a.Hash, b.Hash)))
			look(undatedShelf, pair)
			if f.Published != 0 {
				file(yearShelf(f.Published), pair)
				continue
			}
			file(undatedShelf, pair)
			for year := range years {
				look(undatedShelf+1+year, pair)
			}
		}
	}
}

// keywords returns the n terms by which reports of the same incident are likeliest to be found: the heaviest, where those of the
// opening and of names count double, and numbers, which are written in many ways, half.
func (f *features) keywords(n int) []term {
	top := slices.Clone(f.Terms)
	for i := range top {
		t := &top[i]
		t.Weight *= 2
		if t.Marks&opening != 0 {
			t.Weight *= 2
		}
		if t.Marks&named != 0 {
			t.Weight *= 2
		}
		if t.Marks&digits != 0 {
			t.Weight /= 2
		}
	}
	slices.SortFunc(top, heavier)
	return top[:min(len(top), n)]
}

// Blocks stand on shelves: those of a week together, and what goes by words alone apart from them, the dated by years. So what a report is
// filed under lies near what others of its time are, however many there are of other times: to file it, a record reads and writes few pages.
const (
	undatedShelf = -1 << 15
	firstYear    = 20 // of 52 weeks, from 1970 on: what was published before stands with it
	years        = 44 // and what was published after the last, with that
)

// yearShelf returns the shelf of what goes by words alone and was published on a day.
func yearShelf(day int) int {
	return undatedShelf + 1 + min(max(day/364-firstYear, 0), years-1)
}

// blockID is a block's shelf in the upper 16 bits, and its name (FNV-1a) in the others.
func blockID(shelf int, name string) int64 {
	h := fnv.New64a()
	h.Write([]byte(name))
	return int64(shelf)<<48 | int64(h.Sum64()&(1<<48-1))
}

func sorted(ids []int64) []int64 {
	slices.Sort(ids)
	return slices.Compact(ids)
}

// cell names the square of half a degree that a point lies in, shifted by dx and dy squares.
func cell(p concord.Point, dx, dy int) string {
	return itoa(int(math.Floor(p.Lat*2))+dy) + "," + itoa(int(math.Floor(p.Lon*2))+dx)
}
