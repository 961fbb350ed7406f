package storetest

import (
	"errors"
	"slices"
	"testing"

	"concord"
)

// asRead are the readings of a record in the order in which Rebuild gave them, and how often it gave none.
func asRead(t *testing.T, s concord.Store, put func(tx concord.Tx, again []concord.Reading) error) (given []concord.Reading, ends int, err error) {
	t.Helper()
	err = s.Rebuild(t.Context(), func(tx concord.Tx, again []concord.Reading) error {
		given = append(given, again...)
		if len(again) == 0 {
			ends++
		}
		return put(tx, again)
	})
	return given, ends, err
}

// rebuilt puts all again, one report with other claims than before, under other ids of incidents.
func rebuilt(t *testing.T, s concord.Store) {
	ctx := t.Context()
	reports, incidents := fill(t, s)
	update(t, s, func(tx concord.Tx) error {
		_, err := tx.Decide(ctx, concord.Decision{Kind: concord.AddNote, Note: "seen", Incidents: []string{"bridge"}})
		return err
	})
	changed := reports[0].Reading
	changed.Claims = changed.Claims[:1]
	given, ends, err := asRead(t, s, func(tx concord.Tx, again []concord.Reading) error {
		if len(again) == 0 {
			return tx.PutIncidents(ctx, swapped(incidents), nil)
		}
		for _, r := range again {
			at := slices.IndexFunc(reports, func(d *draft) bool { return d.Report.ID == r.Report.ID })
			if r.Report.ID == changed.Report.ID {
				r = changed
			}
			putAgain(t, tx, &r)
			if err := tx.PutSketches(ctx, reports[at].sketches(everywhere, int64(at))); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(given) != len(reports) || ends != 1 {
		t.Errorf("%d reports were given, want %d; the end %d times", len(given), len(reports), ends)
	}
	for i := range given {
		same(t, "what was read before", given[i], reports[i].Reading)
	}
	wantRebuilt(t, s, changed, incidents)
}

// putAgain puts a report twice, of which the second must change nothing.
func putAgain(t *testing.T, tx concord.Tx, r *concord.Reading) {
	t.Helper()
	for _, want := range []bool{true, false} {
		if added, err := tx.Put(t.Context(), r); err != nil || added != want {
			t.Errorf("%s: added %v, %v, want %v", r.Report.Name, added, err, want)
		}
	}
}

// swapped returns the incidents under the ids that they come to have by chance: "market" bears the one that "bridge" had, and "bridge" a new one.
func swapped(incidents []concord.Incident) []concord.Incident {
	all := slices.Clone(incidents)
	for i := range all {
		switch all[i].ID {
		case "bridge":
			all[i].ID = "other"
		case "market":
			all[i].ID = "bridge"
		}
	}
	return all
}

// wantRebuilt proves that what is read now is found, and that incidents, decisions and words are as they were.
func wantRebuilt(t *testing.T, s concord.Store, changed concord.Reading, incidents []concord.Incident) {
	t.Helper()
	ctx := t.Context()
	got, err := s.Reading(ctx, changed.Report.ID)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "what is read now", got, changed)
	for _, in := range incidents {
		got, err := s.Incident(ctx, in.ID)
		if err != nil {
			t.Fatal(err)
		}
		same(t, in.ID, got, in)
	}
	wantIncidents(t, s, concord.Filter{Words: "ferrymen"}, "bridge")
	if made, err := s.Decisions(ctx, concord.Filter{Incident: "bridge"}); err != nil || len(made) != 1 {
		t.Errorf("%d decisions on the incident (%v), want one", len(made), err)
	}
	if lines := list(t, s, concord.Filter{Words: "ferrymen"}); len(lines) == 0 {
		t.Error("no report is found by its words")
	}
	if n, err := s.Outdated(ctx); err != nil || n != 0 {
		t.Errorf("%d reports are of an earlier edition, %v", n, err)
	}
}

// rebuildFails proves that a rebuilding which fails changes nothing.
func rebuildFails(t *testing.T, s concord.Store) {
	ctx := t.Context()
	reports, incidents := fill(t, s)
	fault := errors.New("the fault of the test")
	_, _, err := asRead(t, s, func(tx concord.Tx, again []concord.Reading) error {
		if len(again) == 0 {
			return fault
		}
		_, err := tx.Put(ctx, &again[0])
		return err
	})
	if !errors.Is(err, fault) {
		t.Errorf("Rebuild returned %v, want the error of its function", err)
	}
	for _, d := range reports {
		got, err := s.Reading(ctx, d.Report.ID)
		if err != nil {
			t.Fatal(err)
		}
		same(t, d.Report.Name, got, d.Reading)
	}
	for _, in := range incidents {
		got, err := s.Incident(ctx, in.ID)
		if err != nil {
			t.Fatal(err)
		}
		same(t, in.ID, got, in)
	}
}
