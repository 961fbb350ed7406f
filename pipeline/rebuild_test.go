package pipeline

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"concord"
	"concord/reconcile"
)

// rebuild rebuilds a record with the tables that come with the program, and returns the decisions that lost what they were on.
func rebuild(t *testing.T, s concord.Store) []concord.Decision {
	t.Helper()
	reader, err := NewReader()
	if err != nil {
		t.Fatal(err)
	}
	lost, err := reader.Rebuild(context.Background(), s, Rebuilding{})
	if err != nil {
		t.Fatal(err)
	}
	return lost
}

// listed returns all incidents in the order in which they are listed.
func listed(t *testing.T, s concord.Store) []concord.Incident {
	t.Helper()
	all, err := s.Incidents(context.Background(), concord.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// byID returns all incidents in order of their ids.
func byID(t *testing.T, s concord.Store) []concord.Incident {
	t.Helper()
	all := listed(t, s)
	slices.SortFunc(all, func(a, b concord.Incident) int { return strings.Compare(a.ID, b.ID) })
	return all
}

// decided makes one decision of each kind on the record and returns them.
func decided(t *testing.T, s concord.Store) []concord.Decision {
	t.Helper()
	ctx := context.Background()
	all := byID(t, s)
	one, other := all[0], all[1]
	apart := all[slices.IndexFunc(all, func(in concord.Incident) bool { return len(in.Accounts) > 1 && in.ID != one.ID && in.ID != other.ID })]
	split, err := apart.Without(apart.Accounts[:1])
	if err != nil {
		t.Fatal(err)
	}
	figure := one.Claims[slices.IndexFunc(one.Claims, func(c concord.IncidentClaim) bool { return c.Kind == concord.FigureClaim })]
	event := other.Claims[slices.IndexFunc(other.Claims, func(c concord.IncidentClaim) bool { return c.Kind == concord.EventClaim })]
	added := concord.Claim{Kind: concord.FigureClaim, Quote: figure.Quote, Source: []concord.Speaker{}, Modality: concord.Asserted, Incident: figure.Incident, Rule: "by hand",
		Figure: &concord.Figure{Measure: concord.Missing, Low: 3, Qualifier: concord.AtLeast, Counted: concord.Counted{Text: "three", Status: concord.Anyone, Span: figure.Span}, Scope: concord.ScopeIncident}}
	value, err := json.Marshal(added)
	if err != nil {
		t.Fatal(err)
	}
	var made []concord.Decision
	for _, d := range append(split, one.With(&other),
		concord.Decision{Kind: concord.CorrectClaim, Report: figure.ReportID, Claim: figure.ID, Field: "low", Value: "77"},
		concord.Decision{Kind: concord.RejectClaim, Report: event.ReportID, Claim: event.ID},
		concord.Decision{Kind: concord.AddClaim, Report: figure.ReportID, Value: string(value)},
		concord.Decision{Kind: concord.GradeIncident, Incidents: []string{apart.ID}, Value: `"fair"`},
	) {
		d.Who = "ana"
		if d, err = Decide(ctx, s, d); err != nil {
			t.Fatal(err)
		}
		made = append(made, d)
	}
	return made
}

// TestRebuildChangesNothing proves that a record which this program wrote is the same after it was rebuilt, people's decisions included.
func TestRebuildChangesNothing(t *testing.T) {
	s := fileStore(t)
	reports := dispatches()
	if _, err := add(t, s, slices.Values(reports), 5); err != nil {
		t.Fatal(err)
	}
	decided(t, s)
	ctx := context.Background()
	before := listed(t, s)
	claims, err := s.Claims(ctx, concord.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	if lost := rebuild(t, s); len(lost) > 0 {
		t.Errorf("%d decisions are lost, the first %+v", len(lost), lost[0])
	}
	if diff := cmp.Diff(before, listed(t, s)); diff != "" {
		t.Errorf("the incidents are others, or in another order (-before +after):\n%s", diff)
	}
	again, err := s.Claims(ctx, concord.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(claims, again); diff != "" {
		t.Errorf("the claims are others (-before +after):\n%s", diff)
	}
	if _, err := add(t, s, slices.Values(append(bulletins(3), reports...)), 64); err != nil {
		t.Error("after it was rebuilt:", err)
	}
}

// readOtherwise puts reports as an earlier program might have read them: it numbered what it read from the end, and saw a statement in each that nobody
// sees now.
func readOtherwise(t *testing.T, s concord.Store, reports []concord.Report) {
	t.Helper()
	reader, err := NewReader()
	if err != nil {
		t.Fatal(err)
	}
	err = s.Update(context.Background(), func(tx concord.Tx) error {
		var readings []*concord.Reading
		for _, report := range reports {
			r := reader.Read(report)
			otherwise := newIDs(make([]string, len(r.Claims)), "c", []string{"c40"})
			slices.Reverse(otherwise)
			renamed := map[string]string{}
			for i := range r.Claims {
				renamed[r.Claims[i].ID] = otherwise[i]
				r.Claims[i].ID = otherwise[i]
			}
			for i := range r.Accounts {
				for j, id := range r.Accounts[i].Claims {
					r.Accounts[i].Claims[j] = renamed[id]
				}
			}
			phantom := concord.Claim{ID: "c99", Kind: concord.StatementClaim, Quote: concord.Quote{Span: concord.Span{End: 6}, Text: string([]rune(report.Text)[:6])},
				Source: []concord.Speaker{}, Statement: &concord.Statement{}, Modality: concord.Asserted}
			r.Claims = append(r.Claims, phantom)
			if _, err := tx.Put(context.Background(), &r); err != nil {
				return err
			}
			readings = append(readings, &r)
		}
		return linkAccounts(context.Background(), tx, readings, reconcile.Rules[0])
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestDecisionsOutliveTheReading proves that decisions on a record that another program read hold after it was rebuilt, that those on what nobody reads any
// more are named and kept, and that nothing new takes the place of that.
func TestDecisionsOutliveTheReading(t *testing.T) {
	s, ctx := fileStore(t), context.Background()
	reports := dispatches()
	readOtherwise(t, s, reports)
	made := decided(t, s)
	phantom, err := Decide(ctx, s, concord.Decision{Who: "ana", Kind: concord.RejectClaim, Report: reports[0].ID, Claim: "c99"})
	if err != nil {
		t.Fatal(err)
	}
	before := byID(t, s)
	lost := rebuild(t, s)
	if len(lost) != 1 || lost[0].ID != phantom.ID {
		t.Errorf("lost are %+v, want the one on the phantom alone", lost)
	}
	if diff := cmp.Diff(before, byID(t, s)); diff != "" {
		t.Errorf("the incidents are others (-before +after):\n%s", diff)
	}
	kept, err := s.Decisions(ctx, concord.Filter{})
	if err != nil || len(kept) != len(made)+1 {
		t.Errorf("%d decisions are kept, want %d (%v)", len(kept), len(made)+1, err)
	}
	reading, err := s.Reading(ctx, reports[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range reading.Claims {
		if c.ID == "c99" || c.ID == "c1" {
			t.Errorf("%s is the id of %q", c.ID, c.Quote.Text)
		}
	}
}

// TestKeepIDs proves which claims and accounts are held to be those of an earlier reading.
func TestKeepIDs(t *testing.T) {
	event := func(id string, start, end int, kind concord.EventType) concord.Claim {
		return concord.Claim{ID: id, Kind: concord.EventClaim, Quote: concord.Quote{Span: concord.Span{Start: start, End: end}}, Event: &concord.Event{Type: kind}}
	}
	figure := func(id string, start, counted, low int) concord.Claim {
		return concord.Claim{ID: id, Kind: concord.FigureClaim, Quote: concord.Quote{Span: concord.Span{Start: start, End: 90}},
			Figure: &concord.Figure{Measure: concord.Killed, Low: low, Counted: concord.Counted{Span: concord.Span{Start: counted}}}}
	}
	tests := []struct {
		name         string
		was, is      []concord.Claim
		given        []string
		want         []string
		inWas, inIs  [][]string // the claims of each account
		wantAccounts []string
	}{
		{name: "the same claim keeps its id, a new one gets a new one", was: []concord.Claim{event("c1", 0, 9, "arrest")}, is: []concord.Claim{event("c1", 20, 29, "arson"), event("c2", 0, 9, "arrest")},
			want: []string{"c2", "c1"}},
		{name: "another number of the same people is a new word of the same claim", was: []concord.Claim{figure("c4", 10, 15, 6)}, is: []concord.Claim{figure("c1", 10, 15, 7)}, want: []string{"c4"}},
		{name: "a quote that begins elsewhere is of the same claim", was: []concord.Claim{figure("c4", 10, 15, 6)}, is: []concord.Claim{figure("c1", 2, 15, 6)}, want: []string{"c4"}},
		{name: "another kind of event in the same words is new", was: []concord.Claim{event("c1", 0, 9, "arrest")}, is: []concord.Claim{event("c1", 0, 9, "arson")}, want: []string{"c2"}},
		{name: "two alike keep their order", was: []concord.Claim{event("c5", 0, 9, "arrest"), event("c6", 0, 9, "arrest")}, is: []concord.Claim{event("c1", 0, 9, "arrest"), event("c2", 0, 9, "arrest")}, want: []string{"c5", "c6"}},
		{name: "the id that a decision names is not given again", is: []concord.Claim{event("c1", 0, 9, "arrest")}, given: []string{"c12", "i3", ""}, want: []string{"c13"}},
		{name: "an account is the one with which it shares most claims", was: []concord.Claim{event("c1", 0, 9, "arrest"), event("c2", 10, 19, "arrest"), event("c3", 20, 29, "arrest")},
			is:    []concord.Claim{event("c1", 0, 9, "arrest"), event("c2", 10, 19, "arrest"), event("c3", 20, 29, "arrest"), event("c4", 50, 59, "arrest")},
			want:  []string{"c1", "c2", "c3", "c4"},
			inWas: [][]string{{"c1"}, {"c2", "c3"}}, inIs: [][]string{{"c2", "c3"}, {"c1"}, {"c4"}}, wantAccounts: []string{"i2", "i1", "i3"}},
	}
	for _, tt := range tests {
		was, is := concord.Reading{Claims: tt.was}, concord.Reading{Claims: tt.is}
		for r, accounts := range map[*concord.Reading][][]string{&was: tt.inWas, &is: tt.inIs} {
			for i, claims := range accounts {
				r.Accounts = append(r.Accounts, concord.Account{ID: []string{"i1", "i2", "i3"}[i], Claims: claims})
			}
		}
		keepIDs(&was, &is, tt.given)
		var claims, accounts []string
		for _, c := range is.Claims {
			claims = append(claims, c.ID)
		}
		for _, a := range is.Accounts {
			accounts = append(accounts, a.ID)
		}
		if diff := cmp.Diff(tt.want, claims); diff != "" {
			t.Errorf("%s: claims (-want +got):\n%s", tt.name, diff)
		}
		if diff := cmp.Diff(tt.wantAccounts, accounts); diff != "" {
			t.Errorf("%s: accounts (-want +got):\n%s", tt.name, diff)
		}
	}
}

// TestNewIncidentsTakeNobodysID proves that an incident which bears the id that a new one would get, as a rebuilt record may hold it, stays.
func TestNewIncidentsTakeNobodysID(t *testing.T) {
	reports := dispatches()
	there, comes := reports[:1], reports[4:5]
	elsewhere, s, ctx := fileStore(t), fileStore(t), context.Background()
	if _, err := add(t, elsewhere, slices.Values(comes), 1); err != nil {
		t.Fatal(err)
	}
	if _, err := add(t, s, slices.Values(there), 1); err != nil {
		t.Fatal(err)
	}
	in := listed(t, s)[0]
	was := in.ID
	in.ID = listed(t, elsewhere)[0].ID
	if err := s.Update(ctx, func(tx concord.Tx) error { return tx.PutIncidents(ctx, []concord.Incident{in}, []string{was}) }); err != nil {
		t.Fatal(err)
	}
	if _, err := add(t, s, slices.Values(comes), 1); err != nil {
		t.Fatal(err)
	}
	all := listed(t, s)
	stays, err := s.Incident(ctx, in.ID)
	if diff := cmp.Diff(in, stays); err != nil || diff != "" || len(all) != 2 {
		t.Errorf("%d incidents, want 2; the one that stood there is another (-before +after), %v:\n%s", len(all), err, diff)
	}
}
