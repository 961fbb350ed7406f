// Package link decides which accounts of different reports tell of the same incident: it blocks by time, place and kind,
// compares the accounts that share a block, and clusters them. Every score is a list of named contributions. It is pure:
// it works on sketches, so that a new report never needs the old ones read again.
package link

import (
	"encoding/json"
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
