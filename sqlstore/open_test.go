package sqlstore_test

import (
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"concord"
	"concord/sqlstore"
)

// refused opens a record and checks the code of the error and that the message names what it should.
func refused(t *testing.T, open func(context.Context, string) (*sqlstore.Store, error), address string, code concord.Code, says ...string) {
	t.Helper()
	s, err := open(context.Background(), address)
	if err == nil {
		s.Close()
		t.Fatalf("%s was opened", address)
	}
	if got := concord.CodeOf(err); got != code {
		t.Errorf("%s: code %q, want %q: %v", address, got, code, err)
	}
	for _, words := range says {
		if !strings.Contains(err.Error(), words) {
			t.Errorf("%s: error %q does not say %q", address, err, words)
		}
	}
	if strings.Contains(err.Error(), "hush") {
		t.Errorf("the password is shown: %v", err)
	}
}

func TestOpenRefuses(t *testing.T) {
	dir := t.TempDir()
	text := filepath.Join(dir, "notes.txt")
	if err := os.WriteFile(text, []byte(strings.Repeat("These are notes, and no record. ", 200)), 0o644); err != nil {
		t.Fatal(err)
	}
	refused(t, sqlstore.OpenExisting, filepath.Join(dir, "none.db"), concord.NotFound, "none.db", "concord add")
	refused(t, sqlstore.Open, filepath.Join(dir, "no", "such", "dir.db"), concord.Unavailable, "dir.db", "directory")
	refused(t, sqlstore.Open, dir, concord.Invalid, dir, "directory")
	refused(t, sqlstore.Open, text, concord.Invalid, "notes.txt", "not a record")
	refused(t, sqlstore.Open, "mysql://root:hush@localhost/x", concord.Invalid, "postgres://")
	refused(t, sqlstore.Open, "", concord.Invalid, "no name", "path")
	refused(t, sqlstore.Open, "postgres://ana:hush@127.0.0.1:1/record", concord.Unavailable, "PostgreSQL does not answer", "127.0.0.1:1")
	refused(t, sqlstore.Open, strings.Replace(database(t), "/record", "/elsewhere", 1), concord.NotFound, "no such database", "createdb")
	refused(t, sqlstore.OpenExisting, database(t), concord.NotFound, "no record")
}

// TestARecordIsItsOwners proves that nobody but its owner may read the file of a record, nor what SQLite writes beside it.
func TestARecordIsItsOwners(t *testing.T) {
	path := filepath.Join(t.TempDir(), "private.db")
	s, err := sqlstore.Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	files, err := filepath.Glob(path + "*")
	if err != nil || len(files) < 2 {
		t.Fatalf("files %v, %v", files, err)
	}
	for _, file := range files {
		if info, err := os.Stat(file); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
			t.Errorf("%s has the mode %v, %v", file, info.Mode(), err)
		}
	}
}

// TestNewerRecord proves that a record of a later version is left alone.
func TestNewerRecord(t *testing.T) {
	for driver, address := range map[string]string{"sqlite": filepath.Join(t.TempDir(), "record.db"), "pgx": database(t)} {
		open(t, address).Close()
		db, err := sql.Open(driver, address)
		if err != nil {
			t.Fatal(err)
		}
		_, err = db.Exec("INSERT INTO goose_db_version (version_id, is_applied) VALUES (9999, $1)", true)
		db.Close()
		if err != nil {
			t.Fatal(err)
		}
		refused(t, sqlstore.Open, address, concord.Newer, "newer version", "9999")
		refused(t, sqlstore.OpenExisting, address, concord.Newer, "newer version")
	}
}

// TestOpenAgain proves that a record outlives its store, and that opening it twice at once makes it once.
func TestOpenAgain(t *testing.T) {
	for _, address := range []string{filepath.Join(t.TempDir(), "record.db"), database(t)} {
		opened := make(chan error)
		for range 4 {
			go func() {
				s, err := sqlstore.Open(context.Background(), address)
				if err == nil {
					err = s.Close()
				}
				opened <- err
			}()
		}
		for range 4 {
			if err := <-opened; err != nil {
				t.Errorf("%s: %v", address, err)
			}
		}
		first := open(t, address)
		reading := concord.Reading{Report: concord.Report{ID: concord.ReportID("A text."), Name: "kept", Text: "A text."}}
		err := first.Update(context.Background(), func(tx concord.Tx) error {
			_, err := tx.Put(context.Background(), &reading)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		first.Close()
		if got, err := open(t, address).Reading(context.Background(), "kept"); err != nil || got.Report.Text != "A text." {
			t.Errorf("%s: %+v, %v", address, got.Report, err)
		}
	}
}

// TestRowsThatNeverChange proves that the engines themselves refuse to change reports and decisions.
func TestRowsThatNeverChange(t *testing.T) {
	for driver, address := range map[string]string{"sqlite": filepath.Join(t.TempDir(), "record.db"), "pgx": database(t)} {
		s := open(t, address)
		reading := concord.Reading{Report: concord.Report{ID: concord.ReportID("A text."), Name: "kept", Text: "A text."}}
		err := s.Update(context.Background(), func(tx concord.Tx) error {
			if _, err := tx.Put(context.Background(), &reading); err != nil {
				return err
			}
			_, err := tx.Decide(context.Background(), concord.Decision{Kind: concord.AddNote, Note: "first"})
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		db, err := sql.Open(driver, address)
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		for _, statement := range []string{"UPDATE reports SET text = 'another'", "UPDATE decisions SET data = '{}'", "DELETE FROM decisions"} {
			if _, err := db.Exec(statement); err == nil {
				t.Errorf("%s: %q was carried out", driver, statement)
			}
		}
	}
}

// TestServerGone proves that one clear error tells of a PostgreSQL that goes away in the middle of a transaction, that
// nothing of the transaction stays, and that the same store works again once the server is back.
func TestServerGone(t *testing.T) {
	s := open(t, database(t))
	reading := concord.Reading{Report: concord.Report{ID: concord.ReportID("A text."), Name: "kept", Text: "A text."}}
	put := func(meanwhile func()) error {
		return s.Update(context.Background(), func(tx concord.Tx) error {
			if _, err := tx.Put(context.Background(), &reading); err != nil {
				return err
			}
			meanwhile()
			_, err := tx.Decide(context.Background(), concord.Decision{Kind: concord.AddNote})
			return err
		})
	}
	err := put(server.Halt)
	if concord.CodeOf(err) != concord.Unavailable || !strings.Contains(err.Error(), "PostgreSQL does not answer") {
		t.Errorf("the server went away: %v", err)
	}
	if _, err := s.Incidents(context.Background(), concord.Filter{}); concord.CodeOf(err) != concord.Unavailable {
		t.Errorf("the server is away: %v", err)
	}
	if err := server.Resume(); err != nil {
		t.Fatal(err)
	}
	if lines, err := s.Reports(context.Background(), concord.Filter{}); err != nil || len(lines) != 0 {
		t.Errorf("the unfinished transaction left %v, %v", lines, err)
	}
	if err := put(func() {}); err != nil {
		t.Errorf("the server is back: %v", err)
	}
}
