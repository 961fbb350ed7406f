package sqlstore_test

import (
	"context"
	"database/sql"
	"path/filepath"
	"testing"

	"concord"
)

// TestActorsOfAnOlderRecord proves that incidents of a record made before actors were indexed are found by them, on both engines.
func TestActorsOfAnOlderRecord(t *testing.T) {
	for driver, address := range map[string]string{"sqlite": filepath.Join(t.TempDir(), "record.db"), "pgx": database(t)} {
		s := open(t, address)
		err := s.Update(t.Context(), func(tx concord.Tx) error {
			return tx.PutIncidents(t.Context(), []concord.Incident{
				{ID: "quarry", Blame: []concord.Blame{{Actor: "Upper Valley Militia", BlamedBy: []string{"Herald"}}}}, {ID: "mill"},
			}, nil)
		})
		if err != nil {
			t.Fatal(err)
		}
		s.Close()
		db, err := sql.Open(driver, address)
		if err != nil {
			t.Fatal(err)
		}
		for _, statement := range []string{"DROP TABLE incident_actors", "DELETE FROM goose_db_version WHERE version_id >= 6"} {
			if _, err := db.ExecContext(t.Context(), statement); err != nil {
				t.Fatalf("%s: %v", driver, err)
			}
		}
		db.Close()
		found, err := open(t, address).Incidents(context.Background(), concord.Filter{Actor: "valley militia"})
		if err != nil || len(found) != 1 || found[0].ID != "quarry" {
			t.Errorf("%s: %+v, %v", driver, found, err)
		}
	}
}
