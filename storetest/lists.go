package storetest

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"testing"

	"concord"
)

func list(t *testing.T, s concord.Store, f concord.Filter) []concord.ReportLine {
	t.Helper()
	lines, err := s.Reports(context.Background(), f)
	if err != nil {
		t.Fatal(err)
	}
	return lines
}

func wantIncidents(t *testing.T, s concord.Store, f concord.Filter, want ...string) {
	t.Helper()
	found, err := s.Incidents(context.Background(), f)
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

// unreviewed proves that what somebody decided on no longer waits, and waits again once that is undone.
func unreviewed(t *testing.T, s concord.Store) {
	reports, _ := fill(t, s)
	market := reports[2].Report.ID
	waiting := func(incidents, lines, claims int) {
		t.Helper()
		f := concord.Filter{Unreviewed: true}
		n, err := s.Count(context.Background(), f)
		left, failed := s.Claims(context.Background(), f)
		if err != nil || failed != nil || n != incidents || len(list(t, s, f)) != lines || len(left) != claims {
			t.Errorf("%d incidents, %d reports and %d claims wait, want %d, %d, %d (%v, %v)", n, len(list(t, s, f)), len(left), incidents, lines, claims, err, failed)
		}
	}
	decide := func(d concord.Decision) {
		t.Helper()
		update(t, s, func(tx concord.Tx) error { _, err := tx.Decide(context.Background(), d); return err })
	}
	waiting(3, 5, 9)
	decide(concord.Decision{Kind: concord.GradeIncident, Incidents: []string{"market"}, Value: "weak"})
	decide(concord.Decision{Kind: concord.AcceptClaim, Report: market, Claim: "c1"})
	wantIncidents(t, s, concord.Filter{Unreviewed: true}, "port", "bridge")
	waiting(2, 4, 8)
	decide(concord.Decision{Kind: concord.UndoDecision, Undoes: 1})
	decide(concord.Decision{Kind: concord.UndoDecision, Undoes: 2})
	waiting(3, 5, 9)
	decide(concord.Decision{Kind: concord.UndoDecision, Undoes: 3}) // the grade stands again
	waiting(2, 5, 9)
}

// doubt proves that claims come in the order of how sure the program is of them.
func doubt(t *testing.T, s concord.Store) {
	fill(t, s)
	found, err := s.Claims(context.Background(), concord.Filter{Order: "doubt"})
	if err != nil || !slices.IsSortedFunc(found, func(a, b concord.IncidentClaim) int { return cmp.Compare(a.Confidence, b.Confidence) }) || found[0].Confidence == found[len(found)-1].Confidence {
		t.Errorf("claims by doubt: %+v, %v", found, err)
	}
}

func counts(t *testing.T, s concord.Store) {
	if got, err := s.Counts(context.Background()); err != nil || got != (concord.Counts{}) {
		t.Errorf("an empty record holds %+v, %v", got, err)
	}
	reports, incidents := fill(t, s)
	want := concord.Counts{Reports: len(reports), Incidents: len(incidents)}
	for _, r := range reports {
		want.Claims += len(r.Claims)
	}
	if got, err := s.Counts(context.Background()); err != nil || got != want {
		t.Errorf("the record holds %+v, want %+v, %v", got, want, err)
	}
}

// marks proves how incidents are gathered on a map: into cells, by areas, and each by itself.
func marks(t *testing.T, s concord.Store) {
	_, incidents := fill(t, s)
	find := func(cell float64) []concord.Mark {
		t.Helper()
		found, err := s.Marks(context.Background(), concord.Filter{Place: "XA"}, cell)
		if err != nil {
			t.Fatal(err)
		}
		return found
	}
	alone := find(0)
	at := slices.IndexFunc(alone, func(m concord.Mark) bool { return m.ID == "bridge" })
	if len(alone) != 2 || at < 0 {
		t.Fatalf("marks %+v", alone)
	}
	bridge, want := alone[at], incidents[0].Where
	if bridge.Type != concord.Shelling || bridge.From != "2031-03-01" || bridge.Contradicted != 0 || bridge.Toll != 12 || bridge.Count != 1 ||
		bridge.Place != want.Name || bridge.Point != *want.Point || bridge.Precision != want.Precision {
		t.Errorf("mark %+v", bridge)
	}
	near := find(10)
	if len(near) != 1 || near[0].Count != 2 || near[0].ID != "" || near[0].Type != "" || near[0].Toll != 12 || near[0].From != "2031-03-01" || near[0].Bounds[0] >= near[0].Bounds[2] {
		t.Errorf("cells of ten degrees: %+v", near)
	}
	province := incidents[0]
	province.ID, province.Accounts = "province", nil
	province.Where = &concord.Where{Name: "Vrelo", Country: "XA", Point: want.Point, Precision: concord.ToProvince}
	update(t, s, func(tx concord.Tx) error {
		return tx.PutIncidents(context.Background(), []concord.Incident{province}, nil)
	})
	if wide := find(10); len(wide) != 2 || wide[1].Place != "Vrelo" || wide[1].Precision != concord.ToProvince || wide[1].Count != 1 {
		t.Errorf("an area is gathered with dots: %+v", wide)
	}
}

func spreads(t *testing.T, s concord.Store) {
	_, incidents := fill(t, s)
	days, err := s.Days(context.Background(), concord.Filter{Place: "XA"})
	if err != nil || len(days) != 1 || days[0] != (concord.DayCount{Day: "2031-03-01", Count: 2}) {
		t.Errorf("days %+v, %v", days, err)
	}
	again := incidents[1]
	again.ID, again.Accounts, again.Agreement = "again", nil, concord.Contradict
	update(t, s, func(tx concord.Tx) error {
		return tx.PutIncidents(context.Background(), []concord.Incident{again}, nil)
	})
	places, err := s.Places(context.Background(), concord.Filter{Limit: 1})
	if err != nil || len(places) != 1 || places[0].Count != 2 || places[0].Where.Name != again.Where.Name || places[0].Where.Precision != again.Where.Precision {
		t.Errorf("places %+v, %v", places, err)
	}
	if days, err = s.Days(context.Background(), concord.Filter{Agreement: concord.Contradict}); err != nil || len(days) != 1 || days[0].Contradicted != 1 {
		t.Errorf("days of contradictions %+v, %v", days, err)
	}
}

func speakers(t *testing.T, s concord.Store) {
	fill(t, s)
	found, err := s.Speakers(context.Background(), concord.Filter{Limit: 4})
	if err != nil || len(found) != 4 {
		t.Fatalf("%d speakers, %v", len(found), err)
	}
	want := []concord.SpeakerLine{
		{Name: "North Wire", Kind: concord.Media, Claims: 3, Reports: 2, First: "2031-03-02", Last: "2031-04"},
		{Name: "Ferry Union", Kind: concord.Monitor, Claims: 2, Reports: 1, First: "2031-03-03", Last: "2031-03-03"},
		{Name: "Harbour Post", Kind: concord.Media, Claims: 2, Reports: 1, First: "2031-05-10", Last: "2031-05-10"},
		{Name: "River Watch", Kind: concord.Monitor, Claims: 2, Reports: 1, First: "2031-03-02", Last: "2031-03-02"},
	}
	if !slices.Equal(found, want) {
		t.Errorf("speakers %+v", found)
	}
	if found, err = s.Speakers(context.Background(), concord.Filter{Source: "River Watch"}); err != nil || len(found) != 1 || found[0].Claims != 2 {
		t.Errorf("one speaker: %+v, %v", found, err)
	}
}

// speakersOfOneName proves that names which differ in case alone are one speaker, called and kept as most of its claims say, whatever sorts first.
func speakersOfOneName(t *testing.T, s concord.Store) {
	d := report("case", "", "2031-06-01", "RIVER DESK told of a fire. river desk told of a flood. River Desk told of rain. River Desk told of hail.").
		says("told", "a fire", "RIVER DESK").says("told", "a flood", "river desk").says("told", "rain", "River Desk").says("told", "hail", "River Desk")
	for i, kind := range []concord.SpeakerKind{concord.Unnamed, concord.Unnamed, concord.UN, concord.Unnamed} {
		d.Claims[i].Source[0].Kind = kind
	}
	put(t, s, d)
	want := []concord.SpeakerLine{{Name: "River Desk", Kind: concord.Unnamed, Claims: 4, Reports: 1, First: "2031-06-01", Last: "2031-06-01"}}
	for _, f := range []concord.Filter{{}, {Source: "river DESK"}, {AsKnownOn: "2031-06-02"}, {Unreviewed: true}} {
		if found, err := s.Speakers(context.Background(), f); err != nil || !slices.Equal(found, want) {
			t.Errorf("%+v: speakers %+v, %v; want %+v", f, found, err, want)
		}
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
		{concord.Filter{Type: concord.PeacefulProtest, Measure: concord.Killed}, []string{"port#c2"}},
		{concord.Filter{Least: number(9)}, []string{"bridge-b#c1", "bridge-a#c2"}},
		{concord.Filter{Least: number(1), Most: number(9)}, []string{"market#c2", "bridge-a#c2"}},
		{concord.Filter{From: "2031-05-09", To: "2031-05-09"}, []string{"port#c2", "port#c1"}},
		{concord.Filter{AsKnownOn: "2031-03-02"}, []string{"bridge-a#c3", "bridge-a#c2", "bridge-a#c1"}},
		{concord.Filter{Bounds: &[4]float64{21, 11, 22, 12}, Kind: concord.EventClaim}, []string{"market#c1"}},
	} {
		found, err := s.Claims(context.Background(), c.filter)
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

func decisions(t *testing.T, s concord.Store) {
	reports, incidents := fill(t, s)
	var made []concord.Decision
	update(t, s, func(tx concord.Tx) error {
		for i, d := range []concord.Decision{
			{Who: "ana", Kind: concord.SameIncident, Accounts: incidents[0].Accounts},
			{Who: "ben", Kind: concord.RejectClaim, Report: reports[2].Report.ID, Claim: "c1", Note: "a rumour"},
			{Who: "ana", Kind: concord.GradeIncident, Incidents: []string{"port"}, Value: `"fair"`},
			{Who: "ben", Kind: concord.UndoDecision, Undoes: 1},
		} {
			kept, err := tx.Decide(context.Background(), d)
			if err != nil {
				return err
			}
			if kept.ID != int64(i+1) || kept.At.IsZero() {
				t.Errorf("decision %d was kept as %+v", i+1, kept)
			}
			made = append(made, kept)
		}
		return nil
	})
	for _, c := range []struct {
		filter concord.Filter
		want   []concord.Decision
	}{
		{concord.Filter{}, made},
		{concord.Filter{IDs: []string{"2", "4"}}, []concord.Decision{made[1], made[3]}},
		{concord.Filter{Report: reports[2].Report.ID}, made[1:2]},
		{concord.Filter{Report: reports[0].Report.ID}, []concord.Decision{made[0], made[3]}},
		{concord.Filter{Incident: "port"}, made[2:3]},
	} {
		got, err := s.Decisions(context.Background(), c.filter)
		if err != nil {
			t.Fatal(err)
		}
		same(t, fmt.Sprintf("decisions with %+v", c.filter), got, c.want)
	}
	update(t, s, func(tx concord.Tx) error {
		all, err := tx.Decisions(context.Background(), nil)
		same(t, "all decisions", all, made)
		bound, failed := tx.Decisions(context.Background(), incidents[0].Accounts[:1])
		same(t, "decisions that bind an account", bound, []concord.Decision{made[0], made[3]})
		if err == nil {
			err = failed
		}
		return err
	})
	err := s.Update(context.Background(), func(tx concord.Tx) error {
		_, err := tx.Decide(context.Background(), concord.Decision{Kind: concord.UndoDecision, Undoes: 99})
		return err
	})
	wantCode(t, err, concord.NotFound)
}

// searches proves that each person's searches are kept, replaced and dropped by name.
func searches(t *testing.T, s concord.Store) {
	for _, kept := range []concord.Search{
		{Who: "ana", Name: "north", Query: "place=North"}, {Who: "ben", Name: "north", Query: "words=ferry"}, {Who: "ana", Name: "high", Query: "least=50"},
		{Who: "ana", Name: "north", Query: "place=Norden"}, {Who: "ana", Name: "high"},
	} {
		update(t, s, func(tx concord.Tx) error { return tx.KeepSearch(context.Background(), kept) })
	}
	for who, want := range map[string][]concord.Search{"ana": {{Who: "ana", Name: "north", Query: "place=Norden"}}, "ben": {{Who: "ben", Name: "north", Query: "words=ferry"}}, "": {}} {
		found, err := s.Searches(context.Background(), who)
		if err != nil || !slices.Equal(found, want) {
			t.Errorf("%q keeps %+v, want %+v (%v)", who, found, want, err)
		}
	}
}
