package reconcile

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"concord"
)

// drawIncident draws an incident with up to five sources' figures.
func drawIncident(t *rapid.T, id int) concord.Incident {
	var claims []concord.IncidentClaim
	for i := range rapid.IntRange(1, 5).Draw(t, "sources") {
		low := rapid.IntRange(0, 200).Draw(t, "low")
		var high *int
		if rapid.Bool().Draw(t, "closed") {
			high = n(low + rapid.IntRange(0, 20).Draw(t, "more"))
		}
		scope := rapid.SampledFrom([]concord.Scope{concord.ScopeIncident, concord.ScopeIncident, concord.ScopeDay}).Draw(t, "scope")
		c := said(fmt.Sprintf("r%d.%d", id, i), concord.Date(fmt.Sprintf("2016-10-%02d", 1+i)), fmt.Sprintf("source %d", rapid.IntRange(0, 3).Draw(t, "source")), concord.Killed, low, high)
		c.Scope = scope
		claims = append(claims, c)
	}
	in := Incident(Input{ID: fmt.Sprint(id), Claims: claims})
	day := concord.Date(fmt.Sprintf("2016-10-%02d", rapid.IntRange(1, 28).Draw(t, "day")))
	in.When = &concord.When{From: day, To: day, Precision: concord.ToDay}
	return in
}

// TestTotalsBounds proves that a total never exceeds the sum of its incidents' highest figures nor falls below the largest
// incident's lowest, and that best lies between them, whatever the grouping.
func TestTotalsBounds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var incidents []concord.Incident
		for i := range rapid.IntRange(1, 8).Draw(t, "incidents") {
			incidents = append(incidents, drawIncident(t, i))
		}
		sum, largest := 0, 0
		for _, in := range incidents {
			for _, f := range in.Figures {
				if f.Scope == concord.ScopeIncident && f.Status == concord.Anyone {
					sum += most(f)
					largest = max(largest, f.Lowest)
				}
			}
		}
		for _, by := range []concord.Grouping{concord.ByDay, concord.ByWeek, concord.ByMonth, concord.ByPlace, concord.ByType} {
			low, high, counted := 0, 0, 0
			for _, total := range Totals(incidents, by, concord.Killed) {
				counted += total.Incidents
				if total.Sum == nil {
					continue
				}
				if total.Low > total.Best || total.Best > max(total.High, total.Best) {
					t.Fatalf("best lies outside: %+v", total)
				}
				low, high = low+total.Low, high+total.High
			}
			if high > sum || low < largest || counted != len(incidents) {
				t.Fatalf("by %s: %d–%d of %d incidents; sum of highest %d, largest lowest %d of %d", by, low, high, counted, sum, largest, len(incidents))
			}
		}
	})
}

// TestUnknownIsNotZero proves that incidents without a figure have no sum, and that a town is not added to its namesake abroad.
func TestUnknownIsNotZero(t *testing.T) {
	silent := Incident(Input{ID: "x", Claims: []concord.IncidentClaim{said("a", "2016-10-03", "Observatory", concord.Injured, 7, n(7))}})
	silent.Where = &concord.Where{Name: "Tripoli", Country: "LB"}
	told := Incident(Input{ID: "y", Claims: []concord.IncidentClaim{said("a", "2016-10-03", "Observatory", concord.Killed, 7, n(7))}})
	told.Where = &concord.Where{Name: "Tripoli", Country: "LY"}
	got := Totals([]concord.Incident{silent, told}, concord.ByPlace, concord.Killed)
	if len(got) != 2 || got[0].Group != "Tripoli, LB" || got[0].Sum != nil || got[0].LeftOut.NoFigure != 1 || got[1].Sum == nil || got[1].Low != 7 {
		t.Errorf("%+v", got)
	}
}

// TestScopesApart proves that a day's toll is never added to an incident's.
func TestScopesApart(t *testing.T) {
	day := said("a", "2016-10-03", "Observatory", concord.Killed, 70, n(70))
	day.Scope = concord.ScopeDay
	in := Incident(Input{ID: "x", Claims: []concord.IncidentClaim{day, said("a", "2016-10-03", "Observatory", concord.Killed, 7, n(7))}})
	only := Incident(Input{ID: "y", Claims: []concord.IncidentClaim{day}})
	got := Totals([]concord.Incident{in, only}, concord.ByType, concord.Killed)[0]
	if got.Low != 7 || got.High != 7 || got.LeftOut.OtherScope != 1 {
		t.Errorf("%+v", got)
	}
}

// TestStatus proves that people of any status stand side by side, that a part is not added to its whole, and that a sum nobody gave is not made.
func TestStatus(t *testing.T) {
	with := func(c concord.IncidentClaim, id string, status concord.Status, part bool) concord.IncidentClaim {
		c.ID, c.Counted.Status, c.Subset = id, status, part
		figure := *c.Figure
		figure.Counted.Status, figure.Subset = status, part
		c.Figure = &figure
		return c
	}
	for _, test := range []struct {
		name   string
		claims []concord.IncidentClaim
		low    int
		high   int
	}{
		{"civilians of one, people of another", []concord.IncidentClaim{with(said("a", "2016-10-03", "rescuers", concord.Killed, 90, n(90)), "c1", concord.Civilian, false),
			said("b", "2016-10-03", "Observatory", concord.Killed, 45, n(45))}, 45, 90},
		{"four children of 45", []concord.IncidentClaim{said("b", "2016-10-03", "Observatory", concord.Killed, 45, n(45)),
			with(said("b", "2016-10-03", "Observatory", concord.Killed, 4, n(4)), "c2", concord.Child, true)}, 45, 45},
		{"26 of the 45 in the city", []concord.IncidentClaim{said("b", "2016-10-03", "Observatory", concord.Killed, 45, n(45)),
			with(said("b", "2016-10-03", "Observatory", concord.Killed, 26, n(26)), "c2", concord.Anyone, true)}, 45, 45},
		{"12 civilians and 6 rebels are not added", []concord.IncidentClaim{with(said("a", "2016-10-03", "rescuers", concord.Killed, 12, n(12)), "c1", concord.Civilian, false),
			with(said("a", "2016-10-03", "rescuers", concord.Killed, 6, n(6)), "c2", concord.Combatant, false), said("b", "2016-10-03", "Observatory", concord.Killed, 20, n(20))}, 20, 20},
	} {
		t.Run(test.name, func(t *testing.T) {
			for _, f := range Incident(Input{Claims: test.claims}).Figures {
				if f.Status == concord.Anyone && (f.Lowest != test.low || *f.Highest != test.high) {
					t.Errorf("%d–%d, want %d–%d", f.Lowest, *f.Highest, test.low, test.high)
				}
			}
		})
	}
}

// TestAsKnownOn proves that a record can be asked what it knew on a day.
func TestAsKnownOn(t *testing.T) {
	in := Incident(Input{ID: "x", Claims: []concord.IncidentClaim{said("a", "2016-10-03", "Observatory", concord.Killed, 7, n(7)), said("b", "2016-10-05", "Observatory", concord.Killed, 11, n(11))}})
	for day, want := range map[concord.Date]int{"2016-10-03": 7, "2016-10-04": 7, "2016-10-05": 11} {
		if known, ok := AsKnownOn(in, day, Rules[0]); !ok || known.Figures[0].Best != want {
			t.Errorf("on %s: %+v, want %d", day, known.Figures, want)
		}
	}
	if _, ok := AsKnownOn(in, "2016-10-02", Rules[0]); ok {
		t.Error("something was known before the first report")
	}
}

// TestRules proves what each rule chooses.
func TestRules(t *testing.T) {
	army := said("a", "2016-10-03", "army", concord.Killed, 3, n(3))
	army.Source[0].Kind = concord.ArmedForce
	claims := []concord.IncidentClaim{army, said("b", "2016-10-03", "Observatory", concord.Killed, 7, n(7)), said("c", "2016-10-04", "Red Crescent", concord.Killed, 9, n(9)), said("d", "2016-10-05", "doctors", concord.Killed, 7, nil)}
	for rule, want := range map[string]int{"majority": 7, "most_conservative": 3, "ucdp": 7, "latest_of_most_sources": 7} {
		r, err := RuleNamed(rule)
		if err != nil {
			t.Fatal(err)
		}
		if got := Incident(Input{Claims: claims, Rule: r}).Figures[0]; got.Best != want || got.BestRule != rule {
			t.Errorf("%s: best %d by %s, want %d", rule, got.Best, got.BestRule, want)
		}
	}
}
