package pipeline

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"concord"
	"concord/sqlstore"
	"concord/storetest/pg"
)

// bulletins returns reports on blasts in a few towns; those on one town and day tell of one happening.
func bulletins(n int) []concord.Report {
	towns := []string{"Mosul", "Basra", "Kirkuk"}
	all := make([]concord.Report, n)
	for i := range all {
		text := fmt.Sprintf("A bomb blast killed %d people in %s on Monday, police said. This is bulletin %d.", 3+i%4, towns[i%3], i)
		all[i] = concord.Report{ID: concord.ReportID(text), Name: fmt.Sprint("bulletin-", i), Published: "2021-03-02", Language: "en", Text: text}
	}
	return all
}

// fileStore opens a record in a file.
func fileStore(t *testing.T) concord.Store {
	t.Helper()
	s, err := sqlstore.Open(context.Background(), filepath.Join(t.TempDir(), "record.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// add takes reports in and returns what became of them.
func add(t *testing.T, s concord.Store, reports iter.Seq[concord.Report], size int) ([]Taken, error) {
	t.Helper()
	reader, err := NewReader()
	if err != nil {
		t.Fatal(err)
	}
	var all []Taken
	err = reader.Add(context.Background(), s, reports, Adding{Batch: size, Done: func(taken Taken) { all = append(all, taken) }})
	return all, err
}

// incidentsOf returns the incidents in order of their accounts, without ids: which of its accounts' an incident bears depends on the
// order in which they came.
func incidentsOf(t *testing.T, s concord.Store) []concord.Incident {
	t.Helper()
	all, err := s.Incidents(context.Background(), concord.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	for i := range all {
		all[i].ID = ""
	}
	slices.SortFunc(all, func(a, b concord.Incident) int { return strings.Compare(a.Accounts[0].Report, b.Accounts[0].Report) })
	return all
}

// TestAddTwice proves that the size of batches does not show in the record, that taking reports in again changes nothing, and
// that one that is named twice is taken in once.
func TestAddTwice(t *testing.T) {
	reports := bulletins(20)
	var first []concord.Incident
	for _, size := range []int{1, 7, 64} {
		s := fileStore(t)
		for round, want := range []int{20, 0} {
			taken, err := add(t, s, slices.Values(append(reports, reports[3])), size)
			if err != nil {
				t.Fatal(err)
			}
			added := 0
			for i, one := range taken {
				if i < 20 && one.Report.Name != reports[i].Name {
					t.Errorf("report %d is %s, want the order of the input", i, one.Report.Name)
				}
				if one.Added {
					added++
				}
			}
			if len(taken) != 21 || added != want {
				t.Errorf("round %d in batches of %d: told of %d, added %d, want 21 and %d", round, size, len(taken), added, want)
			}
		}
		incidents := incidentsOf(t, s)
		if len(incidents) != 3 {
			t.Errorf("batches of %d give %d incidents, want one for each town", size, len(incidents))
		}
		if first == nil {
			first = incidents
		}
		if diff := cmp.Diff(first, incidents); diff != "" {
			t.Errorf("batches of %d give another record (-one +this):\n%s", size, diff)
		}
	}
}

// TestRefusedReport proves that a text which the store cannot hold is told, and that its batch is taken in without it.
func TestRefusedReport(t *testing.T) {
	reports := bulletins(5)
	reports[2].Text += "\x00"
	reports[2].ID = concord.ReportID(reports[2].Text)
	taken, err := add(t, fileStore(t), slices.Values(reports), 64)
	if err != nil {
		t.Fatal(err)
	}
	for i, one := range taken {
		if refused := i == 2; one.Added == refused || (concord.CodeOf(one.Err) == concord.Invalid) != refused {
			t.Errorf("%s: added %v, error %v", one.Report.Name, one.Added, one.Err)
		}
	}
}

// failing is a store whose transactions fail for a reason that lies in one report.
type failing struct {
	concord.Store
	name string
}

var errReport = errors.New("this report cannot be kept")

func (f failing) Update(ctx context.Context, fn func(concord.Tx) error) error {
	return f.Store.Update(ctx, func(tx concord.Tx) error { return fn(failingTx{tx, f.name}) })
}

type failingTx struct {
	concord.Tx
	name string
}

func (f failingTx) Put(ctx context.Context, r *concord.Reading) (bool, error) {
	if r.Report.Name == f.name {
		return false, errReport
	}
	return f.Tx.Put(ctx, r)
}

// TestFailingReport proves that a report which makes its transaction fail is found and told, and the others are taken in.
func TestFailingReport(t *testing.T) {
	taken, err := add(t, failing{fileStore(t), "bulletin-2"}, slices.Values(bulletins(5)), 64)
	if err != nil {
		t.Fatal(err)
	}
	if len(taken) != 5 {
		t.Errorf("told of %d reports, want 5", len(taken))
	}
	for i, one := range taken {
		if bad := i == 2; one.Added == bad || errors.Is(one.Err, errReport) != bad {
			t.Errorf("%s: added %v, error %v", one.Report.Name, one.Added, one.Err)
		}
	}
}

// TestInterrupted proves that Add ends when its context does, with the batch at hand.
func TestInterrupted(t *testing.T) {
	reader, err := NewReader()
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	told := 0
	err = reader.Add(ctx, fileStore(t), slices.Values(bulletins(50)), Adding{Batch: 5, Done: func(Taken) {
		if told++; told == 10 {
			stop()
		}
	}})
	if !errors.Is(err, context.Canceled) || told < 10 || told > 15 {
		t.Errorf("told of %d reports, then %v", told, err)
	}
}

// TestInterruptedInput proves that Add ends with its context although the input neither comes nor ends.
func TestInterruptedInput(t *testing.T) {
	reader, err := NewReader()
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	endless := func(func(concord.Report) bool) {
		stop()
		select {}
	}
	if err := reader.Add(ctx, fileStore(t), endless, Adding{}); !errors.Is(err, context.Canceled) {
		t.Errorf("Add ended with %v", err)
	}
}

// TestServerGoneInMidAdd proves that one clear error tells of a PostgreSQL that goes away while reports are taken in, that what
// was told is kept, and that adding again completes the record.
func TestServerGoneInMidAdd(t *testing.T) {
	server, err := pg.Start()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		t.Fatal(err)
	}
	defer server.Stop()
	address, err := server.Database(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	s, err := sqlstore.Open(context.Background(), address)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	gone := func(yield func(concord.Report) bool) {
		for i, report := range bulletins(30) {
			if i == 20 {
				server.Halt()
			}
			if !yield(report) {
				return
			}
		}
	}
	taken, err := add(t, s, gone, 5)
	if concord.CodeOf(err) != concord.Unavailable || !strings.Contains(err.Error(), "PostgreSQL does not answer") {
		t.Fatalf("the server went away: %v", err)
	}
	if err := server.Resume(); err != nil {
		t.Fatal(err)
	}
	kept, err := s.Reports(context.Background(), concord.Filter{})
	if err != nil || len(kept) < len(taken) || len(kept)%5 != 0 {
		t.Errorf("%d reports were told of and %d kept, %v", len(taken), len(kept), err)
	}
	if _, err := add(t, s, slices.Values(bulletins(30)), 5); err != nil {
		t.Fatal(err)
	}
	if kept, err = s.Reports(context.Background(), concord.Filter{}); err != nil || len(kept) != 30 {
		t.Errorf("%d reports are kept in the end, %v", len(kept), err)
	}
}
