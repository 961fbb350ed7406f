package storetest

import (
	"context"
	"errors"
	"slices"
	"testing"

	"concord"
)

// asRead are the readings of a record in the order in which Rebuild gave them, and how often it gave none.
func asRead(t *testing.T, s concord.Store, put func(tx concord.Tx, again []concord.Reading) error) (given []concord.Reading, ends int, err error) {
	t.Helper()
	err = s.Rebuild(context.Background(), func(tx concord.Tx, again []concord.Reading) error {
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
	ctx := context.Background()
	reports, incidents := fill(t, s)
	update(t, s, func(tx concord.Tx) error {
		_, err := tx.Decide(ctx, concord.Decision{Kind: concord.AddNote, Note: "seen", Incidents: []string{"bridge"}})
		return err
	})
	changed := reports[0].Reading
	changed.Claims = changed.Claims[:1]
	given, ends, err := asRead(t, s, func(tx concord.Tx, again []concord.Reading) error {
		for i, r := range again {
			if r.Report.ID == changed.Report.ID {
				r = changed
			}
			if added, err := tx.Put(ctx, &r); err != nil || !added {
				t.Errorf("%s: added %v, %v", r.Report.Name, added, err)
			}
			if added, err := tx.Put(ctx, &r); err != nil || added {
				t.Errorf("%s twice: added %v, %v", r.Report.Name, added, err)
			}
			at := slices.IndexFunc(reports, func(d *draft) bool { return d.Report.ID == again[i].Report.ID })
			if err := tx.PutSketches(ctx, reports[at].sketches(everywhere, int64(at))); err != nil {
				return err
			}
		}
		if len(again) > 0 {
			return nil
		}
		swapped := slices.Clone(incidents) // "market" bears the id that "bridge" had, and "bridge" one that is new
		for i := range swapped {
			switch swapped[i].ID {
			case "bridge":
				swapped[i].ID = "other"
			case "market":
				swapped[i].ID = "bridge"
			}
		}
		return tx.PutIncidents(ctx, swapped, nil)
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
	ctx := context.Background()
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
