package pipeline

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"concord"
	"concord/reconcile"
)

// dispatches returns reports on blasts and shootings in several towns and days, by outlets that differ in their tolls.
func dispatches() []concord.Report {
	var all []concord.Report
	for i, town := range []string{"Mosul", "Basra", "Kirkuk", "Aleppo", "Homs", "Kabul"} {
		for outlet := range 4 {
			text := fmt.Sprintf("A bomb blast killed %d people and wounded %d in %s on Monday, police said. It tore through the market of the %s, as outlet number %d has it.",
				3+i+outlet%3, 10+i, town, []string{"tanners", "bakers", "weavers"}[i%3], outlet)
			if outlet == 3 {
				text = fmt.Sprintf("Gunmen shot dead %d people in %s on Friday, a hospital said. They fled by car.", 1+i, town)
			}
			all = append(all, concord.Report{ID: concord.ReportID(text), Name: fmt.Sprintf("%s-%d", town, outlet),
				Published: concord.Date(fmt.Sprintf("2021-03-%02d", 2+i%2+5*(outlet/3))), Publisher: fmt.Sprint("Outlet ", outlet), Language: "en", Text: text})
		}
	}
	return all
}

// TestShuffledIntake proves that neither the order of intake nor the size of batches shows in the record, and that its totals never exceed the
// sum of what is reported at the most of each incident, nor fall below the least that is reported of the largest.
func TestShuffledIntake(t *testing.T) {
	reports := dispatches()
	var first []concord.Incident
	for seed := range uint64(6) {
		rand.New(rand.NewPCG(seed, 1)).Shuffle(len(reports), func(i, j int) { reports[i], reports[j] = reports[j], reports[i] })
		s := fileStore(t)
		if _, err := add(t, s, slices.Values(reports), 1+int(seed)*3); err != nil {
			t.Fatal(err)
		}
		incidents := incidentsOf(t, s)
		if first == nil {
			first = incidents
		}
		if diff := cmp.Diff(first, incidents); diff != "" {
			t.Fatalf("order %d gives another record (-first +this):\n%s", seed, diff)
		}
	}
	if len(first) != 12 {
		t.Errorf("%d incidents, want a blast and a shooting in each of six towns", len(first))
	}
	most, largest := 0, 0
	for _, in := range first {
		for _, f := range in.Figures {
			if f.Measure == concord.Killed && f.Status == concord.Anyone && f.Scope == concord.ScopeIncident {
				most, largest = most+*f.Highest, max(largest, f.Lowest)
			}
		}
	}
	for _, by := range []concord.Grouping{concord.ByDay, concord.ByPlace, concord.ByType} {
		low, high := 0, 0
		for _, total := range reconcile.Totals(first, by, concord.Killed) {
			if total.Sum != nil {
				low, high = low+total.Low, high+total.High
			}
		}
		if high > most || low < largest || low == 0 {
			t.Errorf("by %s %d to %d were killed; the incidents hold at most %d, the largest at least %d", by, low, high, most, largest)
		}
	}
}

// TestCopiedWire proves that a wire which outlets print with a word changed is one source.
func TestCopiedWire(t *testing.T) {
	s := fileStore(t)
	var reports []concord.Report
	for _, outlet := range []string{"The Post", "The Courier", "The Times"} {
		text := "A bomb blast killed nine people in Mosul on Monday. It tore through the market of the weavers at noon, when hundreds were buying bread " +
			"for the feast. Windows broke as far as the river, and smoke hung above the old bridge for hours. Shops stayed shut. Read more in " + outlet + "."
		reports = append(reports, concord.Report{ID: concord.ReportID(text), Name: outlet, Publisher: outlet, Published: "2021-03-02", Language: "en", Text: text})
	}
	if _, err := add(t, s, slices.Values(reports), 2); err != nil {
		t.Fatal(err)
	}
	if all := incidentsOf(t, s); len(all) != 1 || all[0].IndependentSources != 1 {
		t.Errorf("%+v, want one incident of one source", all)
	}
}
