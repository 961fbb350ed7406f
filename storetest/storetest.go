// Package storetest is the suite that every store of the record passes, whatever engine it stands on.
package storetest

import (
	"fmt"
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
	if err := s.Update(t.Context(), fn); err != nil {
		t.Fatal(err)
	}
}

func put(t *testing.T, s concord.Store, reports ...*draft) {
	t.Helper()
	update(t, s, func(tx concord.Tx) error {
		for _, d := range reports {
			added, err := tx.Put(t.Context(), &d.Reading)
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
