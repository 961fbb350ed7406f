package pipeline

import (
	"context"
	"encoding/json"
	"slices"
	"testing"

	"concord"
)

// correct corrects a field of a claim and returns the decision.
func correct(t *testing.T, s concord.Store, c concord.IncidentClaim, field, value string) concord.Decision {
	t.Helper()
	data, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	d, err := Decide(context.Background(), s, concord.Decision{Who: "ana", Kind: concord.CorrectClaim, Report: c.ReportID, Claim: c.ID, Field: field, Value: string(data)})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestCorrectionsReachTheIncident proves that a person's correction of an event changes the incident's own type, time and place, also
// where other reports tell it as it was read, and that undoing it brings back what was read.
func TestCorrectionsReachTheIncident(t *testing.T) {
	s := fileStore(t)
	if _, err := add(t, s, slices.Values(bulletins(9)), 9); err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	before := incidentsOf(t, s)[0]
	at := slices.IndexFunc(before.Claims, func(c concord.IncidentClaim) bool { return c.Kind == concord.EventClaim })
	event := before.Claims[at]
	var made []concord.Decision
	for field, value := range map[string]string{"type": "shelling", "when.from": "2021-02-27", "where.name": "Tikrit"} {
		made = append(made, correct(t, s, event, field, value))
	}
	find := func() concord.Incident {
		found, err := s.Incidents(ctx, concord.Filter{Report: event.ReportID})
		if err != nil || len(found) != 1 {
			t.Fatalf("%d incidents, %v", len(found), err)
		}
		return found[0]
	}
	in := find()
	if len(in.Reports) != 3 || in.Type != concord.Shelling || in.When.From != "2021-02-27" || in.When.To != "2021-02-27" || in.Where.Name != "Tikrit" {
		t.Errorf("of %d reports: %s, %v, %v", len(in.Reports), in.Type, in.When, in.Where)
	}
	if in.Where.Country != "IQ" || in.Where.Point == nil || in.Where.Precision != concord.ToCity {
		t.Errorf("the corrected place is not found: %+v", in.Where)
	}
	for _, d := range made {
		if _, err := Decide(ctx, s, concord.Decision{Who: "ben", Kind: concord.UndoDecision, Undoes: d.ID, Report: d.Report, Claim: d.Claim}); err != nil {
			t.Fatal(err)
		}
	}
	if in := find(); in.Type != before.Type || *in.When != *before.When || in.Where.Name != before.Where.Name {
		t.Errorf("undone: %s, %v, %v, want %s, %v, %v", in.Type, in.When, in.Where, before.Type, before.When, before.Where)
	}
}

// TestCorrectionsOfOtherMatter proves that correcting what an incident was not made of leaves it as it is.
func TestCorrectionsOfOtherMatter(t *testing.T) {
	account := concord.Account{ID: "i1", Type: concord.Bombing, When: &concord.When{From: "2021-03-01", To: "2021-03-01"}, Where: &concord.Where{Name: "Mosul"}}
	id := "i1"
	aside := concord.IncidentClaim{ReportID: "r", Claim: concord.Claim{ID: "c1", Kind: concord.EventClaim, Incident: &id, Event: &concord.Event{Type: concord.Arrest,
		When: &concord.When{From: "2020-01-01", To: "2020-01-01"}, Where: &concord.Where{Name: "Basra"}}}}
	now := aside
	now.Event = &concord.Event{Type: concord.Arson, When: &concord.When{From: "2020-02-02", To: "2020-02-02"}, Where: &concord.Where{Name: "Kirkuk"}}
	got := corrected([]concord.Account{account}, []concord.AccountKey{{Report: "r", Account: "i1"}}, []concord.IncidentClaim{aside}, []concord.IncidentClaim{now})
	if got[0].Type != account.Type || got[0].When != account.When || got[0].Where != account.Where {
		t.Errorf("the account became %+v", got[0])
	}
}

// TestCorrectionsReachCeasefires proves that a rejected step leaves a ceasefire, and comes back when that is undone.
func TestCorrectionsReachCeasefires(t *testing.T) {
	s, ctx := fileStore(t), context.Background()
	text := "The government and the rebels agreed a ceasefire in Basra on Sunday, the mediator said. The ceasefire took effect on Monday, the mediator said."
	if _, err := add(t, s, slices.Values([]concord.Report{{ID: concord.ReportID(text), Name: "truce", Published: "2021-03-02", Language: "en", Text: text}}), 1); err != nil {
		t.Fatal(err)
	}
	steps := func() (n int) {
		found, err := Ceasefires(ctx, s, concord.Filter{})
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range found {
			n += len(c.Steps)
		}
		return n
	}
	before := steps()
	claims, err := s.Claims(ctx, concord.Filter{Type: concord.CeasefireInEffect})
	if err != nil || len(claims) == 0 || before < 2 {
		t.Fatalf("%d claims, %d steps, %v", len(claims), before, err)
	}
	d, err := Decide(ctx, s, concord.Decision{Who: "ana", Kind: concord.RejectClaim, Report: claims[0].ReportID, Claim: claims[0].ID})
	if err != nil || steps() != before-1 {
		t.Errorf("%d steps after a rejection, want %d (%v)", steps(), before-1, err)
	}
	if _, err := Decide(ctx, s, concord.Decision{Who: "ana", Kind: concord.UndoDecision, Undoes: d.ID, Report: d.Report, Claim: d.Claim}); err != nil || steps() != before {
		t.Errorf("%d steps after it is undone, want %d (%v)", steps(), before, err)
	}
}
