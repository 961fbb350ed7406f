package web

import (
	"context"
	"testing"

	"concord"
	"concord/sqlstore"
)

// shelf is the fixture's record in memory.
type shelf struct {
	concord.Store
	readings []*told
	market   concord.Incident
	broken   error // what the list of incidents fails with, if anything
}

func openShelf(t *testing.T) *shelf {
	t.Helper()
	store, err := sqlstore.Open(context.Background(), ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	readings := marketReadings(t)
	s := &shelf{Store: store, readings: readings, market: marketIncident(readings)}
	err = s.Update(context.Background(), func(tx concord.Tx) error {
		for _, r := range readings {
			if _, err := tx.Put(context.Background(), &r.Reading); err != nil {
				return err
			}
			sketch := concord.Sketch{Key: concord.AccountKey{Report: r.Report.ID, Account: "i1"}, Component: "market"}
			if err := tx.PutSketches(context.Background(), []concord.Sketch{sketch}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	s.put(t, s.market)
	return s
}

// put writes incidents.
func (s *shelf) put(t *testing.T, incidents ...concord.Incident) {
	t.Helper()
	err := s.Update(context.Background(), func(tx concord.Tx) error { return tx.PutIncidents(context.Background(), incidents, nil) })
	if err != nil {
		t.Fatal(err)
	}
}

// decided returns all decisions.
func (s *shelf) decided(t *testing.T) []concord.Decision {
	t.Helper()
	all, err := s.Decisions(context.Background(), concord.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func (s *shelf) Incidents(ctx context.Context, f concord.Filter) ([]concord.Incident, error) {
	if s.broken != nil {
		return nil, s.broken
	}
	return s.Store.Incidents(ctx, f)
}
