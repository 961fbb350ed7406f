package storetest

import (
	"slices"
	"testing"

	"concord"
)

func list(t *testing.T, s concord.Store, f concord.Filter) []concord.ReportLine {
	t.Helper()
	lines, err := s.Reports(t.Context(), f)
	if err != nil {
		t.Fatal(err)
	}
	return lines
}

func wantIncidents(t *testing.T, s concord.Store, f concord.Filter, want ...string) {
	t.Helper()
	found, err := s.Incidents(t.Context(), f)
	if err != nil {
		t.Fatalf("%+v: %v", f, err)
	}
	var got []string
	for _, in := range found {
		got = append(got, in.ID)
	}
	if !slices.Equal(got, want) {
		t.Errorf("incidents with %+v are %q, want %q", f, got, want)
	}
}

func incidentFilters(t *testing.T, s concord.Store) {
	reports, _ := fill(t, s)
	for _, c := range []struct {
		filter concord.Filter
		want   []string
	}{
		{concord.Filter{}, []string{"port", "market", "bridge"}},
		{concord.Filter{Order: "oldest"}, []string{"bridge", "market", "port"}},
		{concord.Filter{Order: "toll"}, []string{"bridge", "market", "port"}},
		{concord.Filter{Order: "sources", Limit: 1}, []string{"bridge"}},
		{concord.Filter{Limit: 1, Offset: 1}, []string{"market"}},
		{concord.Filter{Offset: 2}, []string{"bridge"}},
		{concord.Filter{IDs: []string{"port", "bridge", "none"}}, []string{"port", "bridge"}},
		{concord.Filter{IDs: []string{}}, nil},
		{concord.Filter{Type: concord.Shelling}, []string{"bridge"}},
		{concord.Filter{Agreement: concord.Differ}, []string{"bridge"}},
		// A date known in part may mean any of its days.
		{concord.Filter{From: "2031-03-15", To: "2031-03-20"}, []string{"market"}},
		{concord.Filter{From: "2031-03-01", To: "2031-03-01"}, []string{"market", "bridge"}},
		{concord.Filter{From: "2031-05"}, []string{"port"}},
		{concord.Filter{To: "2031-02"}, nil},
		{concord.Filter{AsKnownOn: "2031-03-02"}, []string{"bridge"}},
		{concord.Filter{AsKnownOn: "2031-04-30"}, []string{"market", "bridge"}},
		{concord.Filter{Place: "XA"}, []string{"market", "bridge"}},
		{concord.Filter{Place: "gorna"}, []string{"market"}},
		{concord.Filter{Place: "sipovac"}, []string{"market"}},
		{concord.Filter{Place: "Elan"}, []string{"port"}},
		{concord.Filter{Place: "Vrelo Gorna"}, nil},
		{concord.Filter{Place: "!"}, nil},
		{concord.Filter{Source: "river watch"}, []string{"bridge"}},
		{concord.Filter{Source: "Watch Ferry"}, nil},
		{concord.Filter{Source: "North Wire"}, []string{"market", "bridge"}},
		{concord.Filter{Actor: "lowland"}, []string{"bridge"}},
		{concord.Filter{Actor: "Army Lowland"}, nil},
		{concord.Filter{Actor: "River Watch"}, nil}, // who says it has no part in it
		{concord.Filter{Actor: "!"}, nil},
		{concord.Filter{Words: "bridge twelve"}, []string{"bridge"}},
		{concord.Filter{Report: "bridge-b"}, []string{"bridge"}},
		{concord.Filter{Report: reports[2].Report.ID}, []string{"market"}},
		{concord.Filter{Kind: concord.ResponsibilityClaim}, []string{"bridge"}},
		{concord.Filter{Measure: concord.Killed, Least: number(2)}, []string{"market", "bridge"}},
		{concord.Filter{Measure: concord.Killed, Least: number(1), Most: number(10)}, []string{"market"}},
		{concord.Filter{Most: number(0)}, []string{"port"}},
		{concord.Filter{Measure: concord.Injured}, nil},
		{concord.Filter{Bounds: &[4]float64{20, 10, 21, 11}}, []string{"bridge"}},
		{concord.Filter{Bounds: &[4]float64{179, -20, -179, 0}}, []string{"port"}},
		{concord.Filter{Place: "XA", Type: concord.AttackOnCivilians, Source: "wire", Words: "fish"}, []string{"market"}},
	} {
		wantIncidents(t, s, c.filter, c.want...)
	}
}

func claimFilters(t *testing.T, s concord.Store) {
	reports, _ := fill(t, s)
	for _, c := range []struct {
		filter concord.Filter
		want   []string
	}{
		{concord.Filter{Order: "oldest", Limit: 2}, []string{"bridge-a#c1", "bridge-a#c2"}},
		{concord.Filter{Order: "toll", Limit: 1}, []string{"port#c2"}},
		{concord.Filter{Incident: "bridge", Kind: concord.FigureClaim}, []string{"bridge-b#c1", "bridge-a#c2"}},
		{concord.Filter{Report: "market"}, []string{"market#c2", "market#c1"}},
		{concord.Filter{Reports: []string{reports[2].Report.ID, "none"}}, []string{"market#c2", "market#c1"}},
		{concord.Filter{Reports: []string{}}, nil},
		{concord.Filter{After: 2, Kind: concord.EventClaim}, []string{"port#c1", "market#c1"}},
		{concord.Filter{Report: "market", Order: "toll"}, []string{"market#c2", "market#c1"}},
		{concord.Filter{IDs: []string{"market#c2", reports[0].Report.ID + "#c3", "market#c9"}}, []string{"market#c2", "bridge-a#c3"}},
		{concord.Filter{Kind: concord.StatementClaim}, []string{"bridge-b#c2"}},
		{concord.Filter{Kind: concord.EventClaim, Place: "XB"}, []string{"port#c1"}},
		{concord.Filter{Place: "vrelo", Source: "Ferry Union", Words: "killed"}, []string{"bridge-b#c2", "bridge-b#c1"}},
		{concord.Filter{Words: "lowland"}, []string{"bridge-a#c3"}},
		{concord.Filter{Actor: "lowland", Kind: concord.FigureClaim}, []string{"bridge-b#c1", "bridge-a#c2"}},
		{concord.Filter{Type: concord.PeacefulProtest, Measure: concord.Killed}, []string{"port#c2"}},
		{concord.Filter{Least: number(9)}, []string{"bridge-b#c1", "bridge-a#c2"}},
		{concord.Filter{Least: number(1), Most: number(9)}, []string{"market#c2", "bridge-a#c2"}},
		{concord.Filter{From: "2031-05-09", To: "2031-05-09"}, []string{"port#c2", "port#c1"}},
		{concord.Filter{AsKnownOn: "2031-03-02"}, []string{"bridge-a#c3", "bridge-a#c2", "bridge-a#c1"}},
		{concord.Filter{Bounds: &[4]float64{21, 11, 22, 12}, Kind: concord.EventClaim}, []string{"market#c1"}},
	} {
		found, err := s.Claims(t.Context(), c.filter)
		if err != nil {
			t.Fatalf("%+v: %v", c.filter, err)
		}
		var got []string
		for _, claim := range found {
			got = append(got, claim.Report+"#"+claim.ID)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("claims with %+v are %q, want %q", c.filter, got, c.want)
		}
	}
}

func reportFilters(t *testing.T, s concord.Store) {
	reports, _ := fill(t, s)
	for _, c := range []struct {
		filter concord.Filter
		want   []string
	}{
		{concord.Filter{}, []string{"port", "market", "bridge-b", "bridge-a", "undated"}},
		{concord.Filter{Order: "oldest"}, []string{"bridge-a", "bridge-b", "market", "port", "undated"}},
		{concord.Filter{Limit: 2, Offset: 1}, []string{"market", "bridge-b"}},
		{concord.Filter{IDs: []string{"market", reports[0].Report.ID}}, []string{"market", "bridge-a"}},
		{concord.Filter{From: "2031-03-03", To: "2031-04-10"}, []string{"market", "bridge-b"}},
		{concord.Filter{AsKnownOn: "2031-03-02"}, []string{"bridge-a"}},
		{concord.Filter{Source: "harbour"}, []string{"port", "bridge-b"}},
		{concord.Filter{Source: "river watch"}, []string{"bridge-a"}},
		{concord.Filter{Actor: "lowland army"}, []string{"bridge-b", "bridge-a"}},
		{concord.Filter{Place: "Dolna"}, []string{"bridge-b", "bridge-a"}},
		{concord.Filter{Type: concord.PeacefulProtest}, []string{"port"}},
		{concord.Filter{Incident: "bridge"}, []string{"bridge-b", "bridge-a"}},
		{concord.Filter{Words: "fish", Source: "north wire"}, []string{"market"}},
	} {
		var got []string
		for _, l := range list(t, s, c.filter) {
			got = append(got, l.Name)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("reports with %+v are %q, want %q", c.filter, got, c.want)
		}
	}
	first := list(t, s, concord.Filter{IDs: []string{"bridge-a"}})
	p := reports[0].Report
	same(t, "the line of a report", first, []concord.ReportLine{{ID: p.ID, Name: p.Name, Title: p.Title, Publisher: p.Publisher, URL: p.URL,
		Published: p.Published, Claims: 3, Incidents: 1}})
}

// fullText proves what is found, and that both engines find the same.
func fullText(t *testing.T, s concord.Store) {
	fill(t, s)
	for words, want := range map[string][]string{
		"fish":                  {"market", "undated"},
		"FISH Market":           {"market"},
		"city":                  {"market"}, // "Cities"
		"naive":                 {"bridge-b"},
		"“old bridge”":          {"bridge-a"},
		`"bridge old"`:          nil,
		`bridge "nine ferryman`: nil,
		"about port":            {"port"}, // of its title
		"bri":                   nil,
		"-- ?":                  nil,
		`fish" OR "ferries`:     nil,
		"don't; fish & (ferry:": nil,
	} {
		var got []string
		for _, l := range list(t, s, concord.Filter{Words: words}) {
			got = append(got, l.Name)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q finds %q, want %q", words, got, want)
		}
	}
	if lines := list(t, s, concord.Filter{Words: "levy"}); len(lines) != 1 || lines[0].Passage != "Dockers at Port Élan marched against the levy; nobody was hurt." {
		t.Errorf("the passage of levy: %+v", lines)
	}
}
