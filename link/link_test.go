package link

import (
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"

	"concord"
)

// account makes a sketch of an account on a day at a place.
func account(report, day, place, words string, figures ...int) concord.Sketch {
	from := concord.Date(day)
	r := concord.Reading{Report: concord.Report{ID: report, Name: report, Published: from, Text: words},
		Accounts: []concord.Account{{ID: "i1", Type: concord.AirStrike, Modality: concord.Asserted, Claims: []string{}}}}
	a := &r.Accounts[0]
	if day != "" {
		a.When = &concord.When{From: from, To: from, Precision: concord.ToDay, Span: &concord.Span{}}
	}
	if place != "" {
		a.Where = &concord.Where{Name: place, Country: "SY", Precision: concord.ToCity}
	}
	for i, n := range figures {
		id := string(rune('a' + i))
		r.Claims = append(r.Claims, concord.Claim{ID: id, Kind: concord.FigureClaim, Modality: concord.Asserted,
			Figure: &concord.Figure{Measure: concord.Killed, Low: n, High: &n, Scope: concord.ScopeIncident}})
		a.Claims = append(a.Claims, id)
	}
	return Sketches(&r)[0]
}

// group clusters fresh accounts.
func group(fresh []concord.Sketch, bonds Bonds) ([]Cluster, error) {
	ties, err := Builtin().Ties(fresh, nil)
	if err != nil {
		return nil, err
	}
	return Builtin().Group(fresh, ties, bonds)
}

// TestGroup proves which accounts are held to be of one incident.
func TestGroup(t *testing.T) {
	for _, test := range []struct {
		name     string
		accounts []concord.Sketch
		want     int
	}{
		{"same day, same town, tolls that differ", []concord.Sketch{
			account("a", "2016-10-03", "Kafr Zita", "Jets struck a hospital in Kafr Zita and seven patients died.", 7),
			account("b", "2016-10-03", "Kafr Zita", "The hospital of Kafr Zita was struck; doctors counted nine dead.", 9)}, 1},
		{"spelt in two ways, a day apart, same toll", []concord.Sketch{
			account("a", "2016-10-03", "Kafr Zita", "Jets struck a hospital in Kafr Zita and seven patients died.", 7),
			account("b", "2016-10-04", "Kafr Zitta", "The hospital of Kafr Zitta was struck; doctors counted seven dead patients.", 7)}, 1},
		{"same town, a week apart", []concord.Sketch{
			account("a", "2016-10-03", "Kafr Zita", "Jets struck a hospital in Kafr Zita.", 7),
			account("b", "2016-10-10", "Kafr Zita", "Jets struck a market in Kafr Zita.", 3)}, 2},
		{"words alike, another day and town, other names", []concord.Sketch{
			account("a", "2016-10-03", "Kafr Zita", "A gunman shot dead a guard at the bank in Kafr Zita and fled. The guard, Omar Hilal, was buried by his brother Samir.", 1),
			account("b", "2016-10-09", "Mosul", "A gunman shot dead a guard at the bank in Mosul and fled. The guard, Yusuf Darwish, was buried by his sister Rana.", 1)}, 2},
		{"one town shelled again two days later, told in the same words", []concord.Sketch{
			account("a", "2016-10-16", "Kafr Zita", "Terrorist rocket attacks on residential areas in Kafr Zita killed three people including two women and injured 29, a source at the police command said. The rockets hit the Sulaymaniyeh neighbourhood and damaged houses and cars.", 3),
			account("b", "2016-10-18", "Kafr Zita", "Terrorist rocket attacks on residential areas in Kafr Zita killed four people including two women and injured 29, a source at the police command said. The rockets hit the Sulaymaniyeh neighbourhood and damaged houses and cars.", 4)}, 2},
		{"the same words of one day", []concord.Sketch{
			account("a", "2016-10-16", "Kafr Zita", "Terrorist rocket attacks on residential areas in Kafr Zita killed three people including two women and injured 29, a source at the police command said. The rockets hit the Sulaymaniyeh neighbourhood and damaged houses and cars.", 3),
			account("b", "2016-10-16", "Kafr Zita", "Terrorist rocket attacks on residential areas in Kafr Zita killed four people including two women and injured 29, a source at the police command said. The rockets hit the Sulaymaniyeh neighbourhood and damaged houses and cars.", 4)}, 1},
		{"no day and no town, the same names and words", []concord.Sketch{
			account("a", "", "", "A gunman shot dead the guard Omar Hilal at the bank and fled. Hilal was buried by his brother Samir, an engineer who had warned of robbers.", 1),
			account("b", "", "", "The guard Omar Hilal was buried by his brother Samir. A gunman had shot Hilal dead at the bank, of whose robbers the engineer had warned.", 1)}, 1},
		{"same day, different towns", []concord.Sketch{
			account("a", "2016-10-03", "Kafr Zita", "Jets struck a hospital in Kafr Zita.", 7),
			account("b", "2016-10-03", "Mosul", "Jets struck a depot in Mosul.", 3)}, 2},
	} {
		t.Run(test.name, func(t *testing.T) {
			clusters, err := group(test.accounts, nil)
			if err != nil || len(clusters) != test.want {
				t.Errorf("%d clusters, want %d (%v)", len(clusters), test.want, err)
				for _, c := range clusters {
					t.Log(c.ID, c.Links)
				}
			}
		})
	}
}

// TestGroupShuffled proves that the order of intake does not matter.
func TestGroupShuffled(t *testing.T) {
	accounts := []concord.Sketch{
		account("a", "2016-10-03", "Kafr Zita", "Jets struck a hospital in Kafr Zita.", 7), account("b", "2016-10-04", "Kafr Zita", "A hospital in Kafr Zita was hit on Monday.", 7),
		account("c", "2016-10-05", "Kafr Zita", "Jets struck a hospital in Kafr Zita.", 3), account("d", "2016-10-03", "", "Jets struck a hospital.", 7),
		account("e", "2016-10-03", "Hama", "Jets struck a market in Hama.", 2)}
	shape := func() string {
		clusters, err := group(accounts, nil)
		if err != nil {
			t.Fatal(err)
		}
		data, _ := json.Marshal(clusters)
		return string(data)
	}
	want := shape()
	for range 20 {
		rand.Shuffle(len(accounts), func(i, j int) { accounts[i], accounts[j] = accounts[j], accounts[i] })
		if got := shape(); got != want {
			t.Fatalf("another order gives\n%s\nwant\n%s", got, want)
		}
	}
}

// TestBonds proves that what a person decided holds against the score, until it is undone.
func TestBonds(t *testing.T) {
	a := account("a", "2016-10-03", "Kafr Zita", "Jets struck a hospital in Kafr Zita.", 7)
	b := account("b", "2016-10-03", "Kafr Zita", "Jets struck a hospital in Kafr Zita.", 7)
	c := account("c", "2017-01-01", "Mosul", "A depot burnt in Mosul.", 1)
	keys := func(s ...concord.Sketch) (k []concord.AccountKey) {
		for _, x := range s {
			k = append(k, x.Key)
		}
		return k
	}
	for _, test := range []struct {
		name      string
		decisions []concord.Decision
		want      int
	}{
		{"nothing decided", nil, 2},
		{"held apart", []concord.Decision{{ID: 1, Kind: concord.DifferentIncident, Accounts: keys(a, b)}}, 3},
		{"held together", []concord.Decision{{ID: 1, Kind: concord.SameIncident, Accounts: keys(a, b, c)}}, 1},
		{"undone", []concord.Decision{{ID: 1, Kind: concord.DifferentIncident, Accounts: keys(a, b)}, {ID: 2, Kind: concord.UndoDecision, Undoes: 1}}, 2},
	} {
		t.Run(test.name, func(t *testing.T) {
			clusters, err := group([]concord.Sketch{a, b, c}, BondsOf(test.decisions))
			if err != nil || len(clusters) != test.want {
				t.Errorf("%d clusters, want %d (%v)", len(clusters), test.want, err)
			}
		})
	}
}

// TestDenial proves that a denial joins the incident that it denies, and makes none alone.
func TestDenial(t *testing.T) {
	told := account("a", "2016-10-03", "Kafr Zita", "Jets struck a hospital in Kafr Zita on Monday, doctors at the clinic said, burying the operating theatre and two ambulances.", 7)
	r := concord.Reading{Report: concord.Report{ID: "b", Name: "b", Published: "2016-10-03", Text: "The air force denied that its jets struck the hospital in Kafr Zita, whose operating theatre and ambulances doctors say were buried."},
		Accounts: []concord.Account{{ID: "i1", Type: concord.AirStrike, Modality: concord.Denied,
			When: &concord.When{From: "2016-10-03", To: "2016-10-03", Precision: concord.ToDay, Span: &concord.Span{}}, Where: &concord.Where{Name: "Kafr Zita", Country: "SY", Precision: concord.ToCity}}}}
	denial := Sketches(&r)[0]
	for _, test := range []struct {
		name     string
		accounts []concord.Sketch
		held     bool
	}{{"with what it denies", []concord.Sketch{told, denial}, true}, {"alone", []concord.Sketch{denial}, false}} {
		t.Run(test.name, func(t *testing.T) {
			clusters, err := group(test.accounts, nil)
			if err != nil || len(clusters) != 1 || clusters[0].Held != test.held {
				t.Errorf("%+v, %v", clusters, err)
			}
		})
	}
}

// TestModelTable proves that a model that is written down is read again as the same, and that a table that lacks a line is refused.
func TestModelTable(t *testing.T) {
	table := Builtin().String()
	if m, err := parseModel(table); err != nil || *m != *Builtin() {
		t.Errorf("read again as %v, %v", m, err)
	}
	if _, err := parseModel(table[:strings.LastIndex(strings.TrimSpace(table), "\n")+1]); err == nil {
		t.Error("a table without its last line is taken")
	}
}

// TestLearn proves that what tells pairs apart gets the weight, and that nothing learns a weight against its nature.
func TestLearn(t *testing.T) {
	var lessons Lessons
	truth := map[concord.AccountKey]string{}
	for _, town := range []string{"Kafr Zita", "Mosul", "Tabqa", "Homs"} {
		for _, outlet := range []string{"a", "b", "c"} {
			s := account(town+outlet, "2016-10", town, "Jets struck.", 7)
			truth[s.Key] = town
			lessons.Sketches = append(lessons.Sketches, s)
		}
	}
	lessons.All, lessons.Weight = true, 1
	lessons.Same = func(a, b concord.AccountKey) (bool, bool) { return truth[a] == truth[b], true }
	m, err := Learn([]Lessons{lessons})
	if err != nil || m[placeSame] < 0.5 || m[placeNames] > -0.2 || m[timeOverlaps] < 0 {
		t.Errorf("same place weighs %.2f, another %.2f, days that overlap %.2f, %v", m[placeSame], m[placeNames], m[timeOverlaps], err)
	}
}
