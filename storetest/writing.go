package storetest

import (
	"errors"
	"fmt"
	"sync"
	"testing"

	"concord"
)

func failureLeavesNoTrace(t *testing.T, s concord.Store) {
	reports, _ := fill(t, s)
	before, err := s.Incidents(t.Context(), concord.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	fault := errors.New("the fault of the test")
	late := report("late", "North Wire", "2031-06-01", "A ferry sank.").account(concord.Shelling, "2031-06-01", nil).event("A ferry sank")
	err = s.Update(t.Context(), func(tx concord.Tx) error {
		if _, err := tx.Put(t.Context(), &late.Reading); err != nil {
			return err
		}
		if _, err := tx.Decide(t.Context(), concord.Decision{Kind: concord.AddNote}); err != nil {
			return err
		}
		if err := tx.PutIncidents(t.Context(), []concord.Incident{incident("late", late)}, []string{"bridge", "market"}); err != nil {
			return err
		}
		return fault
	})
	if !errors.Is(err, fault) {
		t.Errorf("Update returned %v, want the error of its function", err)
	}
	after, err := s.Incidents(t.Context(), concord.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	same(t, "the incidents", after, before)
	if lines := list(t, s, concord.Filter{}); len(lines) != len(reports) {
		t.Errorf("there are %d reports, want %d", len(lines), len(reports))
	}
	if made, err := s.Decisions(t.Context(), concord.Filter{}); err != nil || len(made) != 0 {
		t.Errorf("there are %d decisions (%v), want none", len(made), err)
	}
}

// withinOne puts all in one transaction, and changes there what it put.
func withinOne(t *testing.T, s concord.Store) {
	reports, incidents := library()
	both := []concord.AccountKey{incidents[0].Accounts[0], incidents[0].Accounts[1]}
	update(t, s, func(tx concord.Tx) error {
		for i, d := range reports[:2] {
			if added, err := tx.Put(t.Context(), &d.Reading); err != nil || !added {
				t.Errorf("%s: added %v, %v", d.Report.Name, added, err)
			}
			if added, err := tx.Put(t.Context(), &d.Reading); err != nil || added {
				t.Errorf("%s again: added %v, %v", d.Report.Name, added, err)
			}
			if err := tx.PutSketches(t.Context(), d.sketches(everywhere, int64(i))); err != nil {
				return err
			}
		}
		if err := tx.PutIncidents(t.Context(), incidents[:1], nil); err != nil {
			return err
		}
		alone := incident("bridge", reports[1])
		if err := tx.PutIncidents(t.Context(), []concord.Incident{alone}, nil); err != nil {
			return err
		}
		found, err := tx.Candidates(t.Context(), []int64{everywhere})
		stands := map[string]string{}
		for _, sketch := range found {
			stands[sketch.Key.Report] = sketch.Incident
		}
		same(t, "where the accounts stand", stands, map[string]string{both[0].Report: "", both[1].Report: "bridge"})
		if err == nil {
			_, claims, err := tx.AccountsOf(t.Context(), both)
			same(t, "claims", claims, incidents[0].Claims)
			return err
		}
		return err
	})
	same(t, "reports", len(list(t, s, concord.Filter{})), 2)
}

func latestWithNew(t *testing.T, s concord.Store) {
	reports, incidents := fill(t, s)
	latest, fresh := incidents[len(incidents)-1], incident("fifth", reports[2])
	update(t, s, func(tx concord.Tx) error {
		return tx.PutIncidents(t.Context(), []concord.Incident{latest, fresh}, nil)
	})
	for _, want := range []concord.Incident{latest, fresh} {
		got, err := s.Incident(t.Context(), want.ID)
		if err != nil {
			t.Fatal(err)
		}
		same(t, want.ID, got, want)
	}
}

func writersTakeTurns(t *testing.T, s concord.Store) {
	const writers, each = 4, 5
	var running sync.WaitGroup
	for w := range writers {
		running.Go(func() {
			for n := range each {
				d := report(fmt.Sprintf("w%d-%d", w, n), "", "2031-01-01", fmt.Sprintf("Writer %d, text %d.", w, n)).account(concord.Shelling, "2031-01-01", nil)
				d.event("Writer")
				err := s.Update(t.Context(), func(tx concord.Tx) error {
					_, err := tx.Put(t.Context(), &d.Reading)
					return err
				})
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	running.Wait()
	if lines := list(t, s, concord.Filter{Words: "writer"}); len(lines) != writers*each {
		t.Errorf("%d reports are kept, want %d", len(lines), writers*each)
	}
}

func incidentsReplaced(t *testing.T, s concord.Store) {
	reports, incidents := fill(t, s)
	for _, in := range incidents {
		got, err := s.Incident(t.Context(), in.ID)
		if err != nil {
			t.Fatal(err)
		}
		same(t, in.ID, got, in)
	}
	alone, other := incident("bridge", reports[0]), incident("fourth", reports[1])
	update(t, s, func(tx concord.Tx) error {
		return tx.PutIncidents(t.Context(), []concord.Incident{alone, other}, []string{"market"})
	})
	got, err := s.Incident(t.Context(), "bridge")
	if err != nil {
		t.Fatal(err)
	}
	same(t, "the incident put anew", got, alone)
	_, err = s.Incident(t.Context(), "market")
	wantCode(t, err, concord.NotFound)
	for words, want := range map[string][]string{"ferrymen": {"bridge"}, "twelve": {"fourth"}, "stallholders": nil} {
		wantIncidents(t, s, concord.Filter{Words: words}, want...)
	}
	update(t, s, func(tx concord.Tx) error {
		left, err := tx.Candidates(t.Context(), []int64{everywhere})
		stands := map[string]string{}
		for _, sketch := range left {
			stands[sketch.Key.Report] = sketch.Incident
		}
		same(t, "where the accounts stand", stands, map[string]string{reports[0].Report.ID: "bridge", reports[1].Report.ID: "fourth",
			reports[2].Report.ID: "", reports[3].Report.ID: "port"})
		return err
	})
}
