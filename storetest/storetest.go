// Package storetest is the suite that every store of the record passes, whatever engine it stands on.
package storetest

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	compare "github.com/google/go-cmp/cmp"

	"concord"
)

// Run proves that the stores which open makes keep the record. Each call of open gives an empty one.
func Run(t *testing.T, open func(t *testing.T) concord.Store) {
	for name, test := range map[string]func(*testing.T, concord.Store){
		"a reading comes back as it was put":            readingComesBack,
		"the same text is taken in once":                takenInOnce,
		"what fails leaves no trace":                    failureLeavesNoTrace,
		"reports are found by id, else by latest name":  reportByName,
		"sketches are found by block and by incident":   sketches,
		"accounts come with their claims":               accountsOf,
		"incidents are replaced and removed":            incidentsReplaced,
		"the latest incident and a new one at once":     latestWithNew,
		"a transaction finds what it put itself":        withinOne,
		"incidents are narrowed and ordered":            incidentFilters,
		"what nobody decided on is found":               unreviewed,
		"the record is counted":                         counts,
		"a map gathers incidents":                       marks,
		"incidents are counted by day and by place":     spreads,
		"the least sure claims come first":              doubt,
		"speakers are counted":                          speakers,
		"names in another case are one speaker":         speakersOfOneName,
		"claims are narrowed":                           claimFilters,
		"reports are narrowed":                          reportFilters,
		"words are found whatever their form":           fullText,
		"the end of a long report is found":             longReport,
		"decisions are kept in order and bind":          decisions,
		"a text with NUL is refused and the rest stays": binaryText,
		"searches are kept for each person":             searches,
		"writers take turns":                            writersTakeTurns,
		"what is read anew takes the place of the old":  rebuilt,
		"a rebuilding that fails changes nothing":       rebuildFails,
	} {
		t.Run(name, func(t *testing.T) { test(t, open(t)) })
	}
}

func update(t *testing.T, s concord.Store, fn func(concord.Tx) error) {
	t.Helper()
	if err := s.Update(context.Background(), fn); err != nil {
		t.Fatal(err)
	}
}

func put(t *testing.T, s concord.Store, reports ...*draft) {
	t.Helper()
	update(t, s, func(tx concord.Tx) error {
		for _, d := range reports {
			added, err := tx.Put(context.Background(), &d.Reading)
			if err != nil {
				return err
			}
			if !added {
				return fmt.Errorf("%s was there already", d.Report.Name)
			}
		}
		return nil
	})
}

func latestWithNew(t *testing.T, s concord.Store) {
	reports, incidents := fill(t, s)
	latest, fresh := incidents[len(incidents)-1], incident("fifth", reports[2])
	update(t, s, func(tx concord.Tx) error {
		return tx.PutIncidents(context.Background(), []concord.Incident{latest, fresh}, nil)
	})
	for _, want := range []concord.Incident{latest, fresh} {
		got, err := s.Incident(context.Background(), want.ID)
		if err != nil {
			t.Fatal(err)
		}
		same(t, want.ID, got, want)
	}
}

// withinOne puts all in one transaction, and changes there what it put.
func withinOne(t *testing.T, s concord.Store) {
	reports, incidents := library()
	both := []concord.AccountKey{incidents[0].Accounts[0], incidents[0].Accounts[1]}
	update(t, s, func(tx concord.Tx) error {
		for i, d := range reports[:2] {
			if added, err := tx.Put(context.Background(), &d.Reading); err != nil || !added {
				t.Errorf("%s: added %v, %v", d.Report.Name, added, err)
			}
			if added, err := tx.Put(context.Background(), &d.Reading); err != nil || added {
				t.Errorf("%s again: added %v, %v", d.Report.Name, added, err)
			}
			if err := tx.PutSketches(context.Background(), d.sketches(everywhere, int64(i))); err != nil {
				return err
			}
		}
		if err := tx.PutIncidents(context.Background(), incidents[:1], nil); err != nil {
			return err
		}
		alone := incident("bridge", reports[1])
		if err := tx.PutIncidents(context.Background(), []concord.Incident{alone}, nil); err != nil {
			return err
		}
		found, err := tx.Candidates(context.Background(), []int64{everywhere})
		stands := map[string]string{}
		for _, sketch := range found {
			stands[sketch.Key.Report] = sketch.Incident
		}
		same(t, "where the accounts stand", stands, map[string]string{both[0].Report: "", both[1].Report: "bridge"})
		if err == nil {
			_, claims, err := tx.AccountsOf(context.Background(), both)
			same(t, "claims", claims, incidents[0].Claims)
			return err
		}
		return err
	})
	same(t, "reports", len(list(t, s, concord.Filter{})), 2)
}

// everywhere is the block of all accounts of the library; each is also filed under the number of its report.
const everywhere = -1 << 63

// fill puts the library and its incidents.
func fill(t *testing.T, s concord.Store) ([]*draft, []concord.Incident) {
	t.Helper()
	reports, incidents := library()
	put(t, s, reports...)
	update(t, s, func(tx concord.Tx) error {
		for i, d := range reports {
			if err := tx.PutSketches(context.Background(), d.sketches(everywhere, int64(i))); err != nil {
				return err
			}
		}
		return tx.PutIncidents(context.Background(), incidents, nil)
	})
	return reports, incidents
}

func wantCode(t *testing.T, err error, code concord.Code) {
	t.Helper()
	if concord.CodeOf(err) != code {
		t.Errorf("error %v has the code %q, want %q", err, concord.CodeOf(err), code)
	}
}

func same(t *testing.T, what string, got, want any) {
	t.Helper()
	if diff := compare.Diff(want, got); diff != "" {
		t.Errorf("%s differs (-want +got):\n%s", what, diff)
	}
}

func readingComesBack(t *testing.T, s concord.Store) {
	reports, _ := library()
	reports[1].Mentions.Quantities = []concord.QuantityMention{{Span: reports[1].span("twelve"), Low: 12, Unit: "people", Qualifier: concord.AtLeast}}
	put(t, s, reports...)
	for _, d := range reports {
		got, err := s.Reading(context.Background(), d.Report.ID)
		if err != nil {
			t.Fatal(err)
		}
		same(t, d.Report.Name, got, d.Reading)
		if err := got.Check(); err != nil {
			t.Error(err)
		}
	}
	_, err := s.Reading(context.Background(), "nothing of the kind")
	wantCode(t, err, concord.NotFound)
}

func takenInOnce(t *testing.T, s concord.Store) {
	reports, _ := library()
	put(t, s, reports...)
	again := *reports[0]
	again.Report.Name, again.Report.Title = "another name", "another title"
	update(t, s, func(tx concord.Tx) error {
		added, err := tx.Put(context.Background(), &again.Reading)
		if added {
			t.Error("the same text was added twice")
		}
		return err
	})
	got, err := s.Reading(context.Background(), again.Report.ID)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "the report", got.Report, reports[0].Report)
	if lines := list(t, s, concord.Filter{}); len(lines) != len(reports) {
		t.Errorf("there are %d reports, want %d", len(lines), len(reports))
	}
}

func failureLeavesNoTrace(t *testing.T, s concord.Store) {
	reports, _ := fill(t, s)
	before, err := s.Incidents(context.Background(), concord.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	fault := errors.New("the fault of the test")
	late := report("late", "North Wire", "2031-06-01", "A ferry sank.").account(concord.Shelling, "2031-06-01", nil).event("A ferry sank")
	err = s.Update(context.Background(), func(tx concord.Tx) error {
		if _, err := tx.Put(context.Background(), &late.Reading); err != nil {
			return err
		}
		if _, err := tx.Decide(context.Background(), concord.Decision{Kind: concord.AddNote}); err != nil {
			return err
		}
		if err := tx.PutIncidents(context.Background(), []concord.Incident{incident("late", late)}, []string{"bridge", "market"}); err != nil {
			return err
		}
		return fault
	})
	if !errors.Is(err, fault) {
		t.Errorf("Update returned %v, want the error of its function", err)
	}
	after, err := s.Incidents(context.Background(), concord.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	same(t, "the incidents", after, before)
	if lines := list(t, s, concord.Filter{}); len(lines) != len(reports) {
		t.Errorf("there are %d reports, want %d", len(lines), len(reports))
	}
	if made, err := s.Decisions(context.Background(), concord.Filter{}); err != nil || len(made) != 0 {
		t.Errorf("there are %d decisions (%v), want none", len(made), err)
	}
}

func reportByName(t *testing.T, s concord.Store) {
	put(t, s, report("daily", "North Wire", "2031-03-02", "The first of two."), report("daily", "North Wire", "2031-03-01", "The second of two."))
	got, err := s.Reading(context.Background(), "daily")
	if err != nil {
		t.Fatal(err)
	}
	if got.Report.Text != "The second of two." {
		t.Errorf("the name gives %q, want the report last taken in", got.Report.Text)
	}
}

func sketches(t *testing.T, s concord.Store) {
	reports, incidents := fill(t, s)
	update(t, s, func(tx concord.Tx) error {
		moved := reports[1].sketches()
		moved[0].Component = "of bridge-a"
		return tx.PutSketches(context.Background(), moved)
	})
	var kept []concord.Sketch // without blocks
	for i, d := range reports[:4] {
		sketch := d.sketches()[0]
		sketch.Incident = []string{"bridge", "bridge", "market", "port"}[i]
		kept = append(kept, sketch)
	}
	kept[1].Component = "of bridge-a"
	for _, c := range []struct {
		blocks     []int64
		components []string
		keys       []concord.AccountKey
		want       []concord.Sketch
	}{
		{blocks: []int64{everywhere}, want: under(kept, everywhere)},
		{blocks: []int64{1, 3, 99}, want: append(under(kept[1:2], 1), under(kept[3:], 3)...)},
		{blocks: []int64{2, everywhere}, want: append(under(kept[2:3], everywhere, 2), under(append(kept[:2:2], kept[3]), everywhere)...)},
		{blocks: []int64{}, want: nil},
		{components: []string{"of bridge-a", "of port"}, want: []concord.Sketch{kept[0], kept[1], kept[3]}},
		{components: []string{"", "of bridge-b"}, want: nil},
		{keys: append(incidents[1].Accounts, incidents[0].Accounts...), want: kept[:3]},
		{keys: []concord.AccountKey{{Report: reports[0].Report.ID, Account: "i2"}}, want: nil},
	} {
		update(t, s, func(tx concord.Tx) (err error) {
			var got []concord.Sketch
			switch {
			case c.blocks != nil:
				got, err = tx.Candidates(context.Background(), c.blocks)
			case c.components != nil:
				got, err = tx.Members(context.Background(), c.components)
			default:
				got, err = tx.SketchesOf(context.Background(), c.keys)
			}
			same(t, fmt.Sprint("sketches of ", c.blocks, c.components, c.keys), got, inOrder(c.want))
			return err
		})
	}
	err := s.Update(context.Background(), func(tx concord.Tx) error {
		return tx.PutSketches(context.Background(), []concord.Sketch{{Key: concord.AccountKey{Report: "none", Account: "i1"}}})
	})
	wantCode(t, err, concord.NotFound)
}

// under returns copies of the sketches that bear the blocks.
func under(sketches []concord.Sketch, blocks ...int64) []concord.Sketch {
	filed := slices.Clone(sketches)
	for i := range filed {
		filed[i].Blocks = blocks
	}
	return filed
}

// inOrder returns the sketches in order of their keys.
func inOrder(sketches []concord.Sketch) []concord.Sketch {
	sorted := append([]concord.Sketch{}, sketches...)
	slices.SortFunc(sorted, func(a, b concord.Sketch) int {
		return cmp.Or(cmp.Compare(a.Key.Report, b.Key.Report), cmp.Compare(a.Key.Account, b.Key.Account))
	})
	return sorted
}

func accountsOf(t *testing.T, s concord.Store) {
	reports, incidents := fill(t, s)
	keys := []concord.AccountKey{incidents[0].Accounts[1], incidents[0].Accounts[0]}
	update(t, s, func(tx concord.Tx) error {
		accounts, claims, err := tx.AccountsOf(context.Background(), keys)
		same(t, "accounts", accounts, []concord.Account{reports[1].Accounts[0], reports[0].Accounts[0]})
		same(t, "claims", claims, incidents[0].Claims)
		return err
	})
	err := s.Update(context.Background(), func(tx concord.Tx) error {
		_, _, err := tx.AccountsOf(context.Background(), []concord.AccountKey{{Report: reports[0].Report.ID, Account: "i9"}})
		return err
	})
	wantCode(t, err, concord.NotFound)
}

func incidentsReplaced(t *testing.T, s concord.Store) {
	reports, incidents := fill(t, s)
	for _, in := range incidents {
		got, err := s.Incident(context.Background(), in.ID)
		if err != nil {
			t.Fatal(err)
		}
		same(t, in.ID, got, in)
	}
	alone, other := incident("bridge", reports[0]), incident("fourth", reports[1])
	update(t, s, func(tx concord.Tx) error {
		return tx.PutIncidents(context.Background(), []concord.Incident{alone, other}, []string{"market"})
	})
	got, err := s.Incident(context.Background(), "bridge")
	if err != nil {
		t.Fatal(err)
	}
	same(t, "the incident put anew", got, alone)
	_, err = s.Incident(context.Background(), "market")
	wantCode(t, err, concord.NotFound)
	for words, want := range map[string][]string{"ferrymen": {"bridge"}, "twelve": {"fourth"}, "stallholders": nil} {
		wantIncidents(t, s, concord.Filter{Words: words}, want...)
	}
	update(t, s, func(tx concord.Tx) error {
		left, err := tx.Candidates(context.Background(), []int64{everywhere})
		stands := map[string]string{}
		for _, sketch := range left {
			stands[sketch.Key.Report] = sketch.Incident
		}
		same(t, "where the accounts stand", stands, map[string]string{reports[0].Report.ID: "bridge", reports[1].Report.ID: "fourth",
			reports[2].Report.ID: "", reports[3].Report.ID: "port"})
		return err
	})
}

func binaryText(t *testing.T, s concord.Store) {
	good := report("good", "", "", "A fair text.")
	update(t, s, func(tx concord.Tx) error {
		_, err := tx.Put(context.Background(), &report("bad", "", "", "A text\x00with NUL.").Reading)
		wantCode(t, err, concord.Invalid)
		_, err = tx.Put(context.Background(), &good.Reading)
		return err
	})
	if lines := list(t, s, concord.Filter{}); len(lines) != 1 || lines[0].Name != "good" {
		t.Errorf("reports are %v, want the good one alone", lines)
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
				err := s.Update(context.Background(), func(tx concord.Tx) error {
					_, err := tx.Put(context.Background(), &d.Reading)
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

func longReport(t *testing.T, s concord.Store) {
	var text strings.Builder
	for n := range 150_000 {
		fmt.Fprintf(&text, "word%d and ", n)
	}
	text.WriteString("lastly the zither.")
	put(t, s, report("long", "North Wire", "2031-03-02", text.String()))
	lines := list(t, s, concord.Filter{Words: "zither"})
	if len(lines) != 1 || !strings.HasSuffix(lines[0].Passage, "lastly the zither.") {
		t.Errorf("the last word finds %+v", lines)
	}
}
