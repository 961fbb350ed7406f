package sqlstore

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"concord"
)

// TestCannotWrite proves that one clear error tells of a full disk and of a file that may not be written, and that what was
// there before can still be read. SQLite itself reports both: it is told to let the file grow no more, and to write nothing.
func TestCannotWrite(t *testing.T) {
	for pragma, says := range map[string]string{"PRAGMA max_page_count = 1": "the disk is full", "PRAGMA query_only = 1": "cannot be written"} {
		s, err := Open(context.Background(), filepath.Join(t.TempDir(), "record.db"))
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		s.pool.SetMaxOpenConns(1) // a pragma holds for one connection
		put := func(text string) error {
			return s.Update(context.Background(), func(tx concord.Tx) error {
				_, err := tx.Put(context.Background(), &concord.Reading{Report: concord.Report{ID: concord.ReportID(text), Text: text}})
				return err
			})
		}
		if err := put("The first text."); err != nil {
			t.Fatal(err)
		}
		if _, err := s.pool.Exec(pragma); err != nil {
			t.Fatal(err)
		}
		err = put(strings.Repeat("a long text ", 100_000))
		if concord.CodeOf(err) != concord.Unavailable || !strings.Contains(err.Error(), says) || !strings.Contains(err.Error(), "record.db") {
			t.Errorf("after %s: %v", pragma, err)
		}
		if lines, err := s.Reports(context.Background(), concord.Filter{}); err != nil || len(lines) != 1 {
			t.Errorf("after %s there are %v, %v", pragma, lines, err)
		}
	}
}

// TestRebuildOnAFullDisk proves that one clear error tells of a disk that is full before a record is rebuilt, and that nothing has changed.
func TestRebuildOnAFullDisk(t *testing.T) {
	ctx := context.Background()
	s, err := Open(ctx, filepath.Join(t.TempDir(), "record.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	s.pool.SetMaxOpenConns(1) // a pragma holds for one connection
	reading := concord.Reading{Report: concord.Report{ID: concord.ReportID("A text."), Name: "kept", Text: "A text."}, Claims: []concord.Claim{{ID: "c1", Kind: concord.EventClaim,
		Quote: concord.Quote{Text: "text"}, Event: &concord.Event{Type: "arson"}}}}
	put := func(tx concord.Tx, r concord.Reading) error { _, err := tx.Put(ctx, &r); return err }
	if err := s.Update(ctx, func(tx concord.Tx) error { return put(tx, reading) }); err != nil {
		t.Fatal(err)
	}
	if _, err := s.pool.Exec("PRAGMA max_page_count = 1"); err != nil {
		t.Fatal(err)
	}
	err = s.Rebuild(ctx, func(tx concord.Tx, again []concord.Reading) error {
		for _, r := range again {
			r.Claims = nil
			if err := put(tx, r); err != nil {
				return err
			}
		}
		return nil
	})
	if concord.CodeOf(err) != concord.Unavailable || !strings.Contains(err.Error(), "the disk is full") {
		t.Errorf("the error is %v", err)
	}
	if got, err := s.Reading(ctx, "kept"); err != nil || len(got.Claims) != 1 {
		t.Errorf("the record holds %+v, %v", got, err)
	}
}

// TestWithoutPassword proves that no address is shown with its password.
func TestWithoutPassword(t *testing.T) {
	for address, want := range map[string]string{
		"postgres://ana:hush@db.example/record":             "postgres://ana@db.example/record",
		"postgres://ana@db.example/record":                  "postgres://ana@db.example/record",
		"postgres:///record?user=ana&password=hush&host=/x": "postgres:///record?host=%2Fx&user=ana",
		"postgres://ana:hu%sh@db.example/record":            "the record",
	} {
		if got := withoutPassword(address); got != want {
			t.Errorf("%s is shown as %s, want %s", address, got, want)
		}
	}
}

// TestFold proves what counts as one word.
func TestFold(t *testing.T) {
	for text, want := range map[string]string{
		"Two CITIES' air-strikes": "two city air strike",
		"Élan Šipovac":            "elan sipovac",
		"press, gas, bus, us":     "press gas bus us",
		"حلب Алеппо":              "حلب алеппо",
		"M-16s in 2016.":          "m 16s in 2016",
		"  ":                      "",
	} {
		if got := foldAll(text); got != want {
			t.Errorf("%q is folded to %q, want %q", text, got, want)
		}
	}
	if got := foldAll("old bridge", "new market"); got != "old bridge 0x0 new market" {
		t.Errorf("entries are folded to %q", got)
	}
}

// TestPassage proves that the words around a find are cut between words.
func TestPassage(t *testing.T) {
	text := strings.Repeat("many words before ", 20) + "the one zither was played " + strings.Repeat("and after ", 20)
	got := passage(text, phrasesOf(`"one zither"`))
	if !strings.HasPrefix(got, "… ") || !strings.HasSuffix(got, " …") || !strings.Contains(got, "the one zither was played") || len(got) > 200 {
		t.Errorf("the passage is %q", got)
	}
	if got := passage(text, phrasesOf("absent")); got != "" {
		t.Errorf("a word that is not there gives %q", got)
	}
}

// TestPlaceOf proves that a phrase is found where its beginning is repeated before it.
func TestPlaceOf(t *testing.T) {
	for _, c := range []struct {
		phrase, text string
		want         int
	}{
		{"to to sea", "Go to to to sea.", 6},
		{"oar by oar rows", "oar by oar by oar rows", 7},
		{"the ferry", "the the ferries, the ferry", 4},
		{"ferry", "A ferry", 2},
		{"ferry boat", "A ferry, a boat", -1},
		{"to sea", "to", -1},
	} {
		if got := placeOf(wordsOf(c.phrase), c.text); got != c.want {
			t.Errorf("%q stands in %q at %d, want %d", c.phrase, c.text, got, c.want)
		}
	}
}
