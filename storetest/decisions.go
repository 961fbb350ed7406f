package storetest

import (
	"fmt"
	"slices"
	"testing"

	"concord"
)

func decisions(t *testing.T, s concord.Store) {
	reports, incidents := fill(t, s)
	var made []concord.Decision
	update(t, s, func(tx concord.Tx) error {
		for i, d := range []concord.Decision{
			{Who: "ana", Kind: concord.SameIncident, Accounts: incidents[0].Accounts},
			{Who: "ben", Kind: concord.RejectClaim, Report: reports[2].Report.ID, Claim: "c1", Note: "a rumour"},
			{Who: "ana", Kind: concord.GradeIncident, Incidents: []string{"port"}, Value: `"fair"`},
			{Who: "ben", Kind: concord.UndoDecision, Undoes: 1},
		} {
			kept, err := tx.Decide(t.Context(), d)
			if err != nil {
				return err
			}
			if kept.ID != int64(i+1) || kept.At.IsZero() {
				t.Errorf("decision %d was kept as %+v", i+1, kept)
			}
			made = append(made, kept)
		}
		return nil
	})
	for _, c := range []struct {
		filter concord.Filter
		want   []concord.Decision
	}{
		{concord.Filter{}, made},
		{concord.Filter{IDs: []string{"2", "4"}}, []concord.Decision{made[1], made[3]}},
		{concord.Filter{Report: reports[2].Report.ID}, made[1:2]},
		{concord.Filter{Report: reports[0].Report.ID}, []concord.Decision{made[0], made[3]}},
		{concord.Filter{Incident: "port"}, made[2:3]},
	} {
		got, err := s.Decisions(t.Context(), c.filter)
		if err != nil {
			t.Fatal(err)
		}
		same(t, fmt.Sprintf("decisions with %+v", c.filter), got, c.want)
	}
	update(t, s, func(tx concord.Tx) error {
		all, err := tx.Decisions(t.Context(), nil)
		same(t, "all decisions", all, made)
		bound, failed := tx.Decisions(t.Context(), incidents[0].Accounts[:1])
		same(t, "decisions that bind an account", bound, []concord.Decision{made[0], made[3]})
		if err == nil {
			err = failed
		}
		return err
	})
	err := s.Update(t.Context(), func(tx concord.Tx) error {
		_, err := tx.Decide(t.Context(), concord.Decision{Kind: concord.UndoDecision, Undoes: 99})
		return err
	})
	wantCode(t, err, concord.NotFound)
}

// searches proves that each person's searches are kept, replaced and dropped by name.
func searches(t *testing.T, s concord.Store) {
	for _, kept := range []concord.Search{
		{Who: "ana", Name: "north", Query: "place=North"}, {Who: "ben", Name: "north", Query: "words=ferry"}, {Who: "ana", Name: "high", Query: "least=50"},
		{Who: "ana", Name: "north", Query: "place=Norden"}, {Who: "ana", Name: "high"},
	} {
		update(t, s, func(tx concord.Tx) error { return tx.KeepSearch(t.Context(), kept) })
	}
	for who, want := range map[string][]concord.Search{"ana": {{Who: "ana", Name: "north", Query: "place=Norden"}}, "ben": {{Who: "ben", Name: "north", Query: "words=ferry"}}, "": {}} {
		found, err := s.Searches(t.Context(), who)
		if err != nil || !slices.Equal(found, want) {
			t.Errorf("%q keeps %+v, want %+v (%v)", who, found, want, err)
		}
	}
}

// unreviewed proves that what somebody decided on no longer waits, and waits again once that is undone.
func unreviewed(t *testing.T, s concord.Store) {
	reports, _ := fill(t, s)
	market := reports[2].Report.ID
	waiting := func(incidents, lines, claims int) {
		t.Helper()
		f := concord.Filter{Unreviewed: true}
		n, err := s.Count(t.Context(), f)
		left, failed := s.Claims(t.Context(), f)
		if err != nil || failed != nil || n != incidents || len(list(t, s, f)) != lines || len(left) != claims {
			t.Errorf("%d incidents, %d reports and %d claims wait, want %d, %d, %d (%v, %v)", n, len(list(t, s, f)), len(left), incidents, lines, claims, err, failed)
		}
	}
	decide := func(d concord.Decision) {
		t.Helper()
		update(t, s, func(tx concord.Tx) error { _, err := tx.Decide(t.Context(), d); return err })
	}
	waiting(3, 5, 9)
	decide(concord.Decision{Kind: concord.GradeIncident, Incidents: []string{"market"}, Value: "weak"})
	decide(concord.Decision{Kind: concord.AcceptClaim, Report: market, Claim: "c1"})
	wantIncidents(t, s, concord.Filter{Unreviewed: true}, "port", "bridge")
	waiting(2, 4, 8)
	decide(concord.Decision{Kind: concord.UndoDecision, Undoes: 1})
	decide(concord.Decision{Kind: concord.UndoDecision, Undoes: 2})
	waiting(3, 5, 9)
	decide(concord.Decision{Kind: concord.UndoDecision, Undoes: 3}) // the grade stands again
	waiting(2, 5, 9)
}
