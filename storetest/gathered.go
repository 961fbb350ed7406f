package storetest

import (
	"cmp"
	"slices"
	"testing"

	"concord"
)

// doubt proves that claims come in the order of how sure the program is of them.
func doubt(t *testing.T, s concord.Store) {
	fill(t, s)
	found, err := s.Claims(t.Context(), concord.Filter{Order: "doubt"})
	if err != nil || !slices.IsSortedFunc(found, func(a, b concord.IncidentClaim) int { return cmp.Compare(a.Confidence, b.Confidence) }) || found[0].Confidence == found[len(found)-1].Confidence {
		t.Errorf("claims by doubt: %+v, %v", found, err)
	}
}

func counts(t *testing.T, s concord.Store) {
	if got, err := s.Counts(t.Context()); err != nil || got != (concord.Counts{}) {
		t.Errorf("an empty record holds %+v, %v", got, err)
	}
	reports, incidents := fill(t, s)
	want := concord.Counts{Reports: len(reports), Incidents: len(incidents)}
	for _, r := range reports {
		want.Claims += len(r.Claims)
	}
	if got, err := s.Counts(t.Context()); err != nil || got != want {
		t.Errorf("the record holds %+v, want %+v, %v", got, want, err)
	}
}

// marks proves how incidents are gathered on a map: into cells, by areas, and each by itself.
func marks(t *testing.T, s concord.Store) {
	_, incidents := fill(t, s)
	find := func(cell float64) []concord.Mark {
		t.Helper()
		found, err := s.Marks(t.Context(), concord.Filter{Place: "XA"}, cell)
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
		return tx.PutIncidents(t.Context(), []concord.Incident{province}, nil)
	})
	if wide := find(10); len(wide) != 2 || wide[1].Place != "Vrelo" || wide[1].Precision != concord.ToProvince || wide[1].Count != 1 {
		t.Errorf("an area is gathered with dots: %+v", wide)
	}
}

func spreads(t *testing.T, s concord.Store) {
	_, incidents := fill(t, s)
	days, err := s.Days(t.Context(), concord.Filter{Place: "XA"})
	if err != nil || len(days) != 1 || days[0] != (concord.DayCount{Day: "2031-03-01", Count: 2}) {
		t.Errorf("days %+v, %v", days, err)
	}
	again := incidents[1]
	again.ID, again.Accounts, again.Agreement = "again", nil, concord.Contradict
	update(t, s, func(tx concord.Tx) error {
		return tx.PutIncidents(t.Context(), []concord.Incident{again}, nil)
	})
	places, err := s.Places(t.Context(), concord.Filter{Limit: 1})
	if err != nil || len(places) != 1 || places[0].Count != 2 || places[0].Where.Name != again.Where.Name || places[0].Where.Precision != again.Where.Precision {
		t.Errorf("places %+v, %v", places, err)
	}
	if days, err = s.Days(t.Context(), concord.Filter{Agreement: concord.Contradict}); err != nil || len(days) != 1 || days[0].Contradicted != 1 {
		t.Errorf("days of contradictions %+v, %v", days, err)
	}
}

func speakers(t *testing.T, s concord.Store) {
	fill(t, s)
	found, err := s.Speakers(t.Context(), concord.Filter{Limit: 4})
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
	if found, err = s.Speakers(t.Context(), concord.Filter{Source: "River Watch"}); err != nil || len(found) != 1 || found[0].Claims != 2 {
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
		if found, err := s.Speakers(t.Context(), f); err != nil || !slices.Equal(found, want) {
			t.Errorf("%+v: speakers %+v, %v; want %+v", f, found, err, want)
		}
	}
}
