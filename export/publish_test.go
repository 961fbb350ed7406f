package export

import (
	"bytes"
	"context"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"

	"concord"
)

// oneReport is a store that holds one report.
type oneReport struct {
	concord.Store
	reading concord.Reading
}

func (s oneReport) Reading(context.Context, string) (concord.Reading, error) { return s.reading, nil }

// incidentOf makes an incident whose claims have these words; it befell named victims at a place.
func incidentOf(place *concord.Where, victims []string, quotes ...string) (concord.Store, concord.Incident) {
	account := concord.Account{ID: "i1"}
	for _, name := range victims {
		account.Victims = append(account.Victims, concord.Victim{Name: &name, Mention: name})
	}
	in := concord.Incident{ID: "x", Type: concord.AirStrike, Where: place, Accounts: []concord.AccountKey{{Report: "r", Account: "i1"}}}
	for _, quote := range quotes {
		in.Claims = append(in.Claims, concord.IncidentClaim{Report: "r", Claim: concord.Claim{ID: "c1", Kind: concord.EventClaim, Quote: concord.Quote{Text: quote},
			Source: []concord.Speaker{{Name: "Oda Lind", Kind: concord.Witness}, {Name: "a resident", Kind: concord.Witness}},
			Event:  &concord.Event{Type: concord.AirStrike, Where: place, Participants: []concord.Participant{}}}})
	}
	return oneReport{reading: concord.Reading{Accounts: []concord.Account{account}}}, in
}

func vrelo() *concord.Where {
	return &concord.Where{Name: "Vrelo", Admin1: "Dolna", Country: "SY", Point: &concord.Point{Lat: 1, Lon: 2}, GeoNames: 7, Precision: concord.ToCity}
}

func publish(t *testing.T, store concord.Store, in concord.Incident, release Release) (Incident, string) {
	t.Helper()
	out, err := NewPublisher(store, release).Publish(context.Background(), in)
	if err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(out)
	if err != nil {
		t.Fatal(err)
	}
	return out, string(data)
}

// TestNamesWithheld proves that no name of a victim or a witness is left in any field, whole or in part, and that other words are.
func TestNamesWithheld(t *testing.T) {
	store, in := incidentOf(vrelo(), []string{"Mira Voss", "Tam"}, "MIRA VOSS and her son Tam died, said Lind; Miranda and a tamed dog lived", "Voss's house")
	in.Figures = []concord.Tally{{BySource: []concord.Reported{{Source: "Oda Lind", Quote: "Mira Voss and one more"}}}}
	out, text := publish(t, store, in, Release{})
	for _, name := range []string{"Voss", "VOSS", "Tam ", "Oda", "Lind"} {
		if strings.Contains(text, name) {
			t.Errorf("%q is left in %s", name, text)
		}
	}
	if got, want := out.Claims[0].Text, "[name withheld] and her son [name withheld] died, said [name withheld]; Miranda and a tamed dog lived"; got != want {
		t.Errorf("the quote is %q, want %q", got, want)
	}
	if out.Claims[0].Source[1].Name != "a resident" || out.Where.Name != "Vrelo" || !slices.Equal(out.Withheld, []string{"names"}) {
		t.Errorf("more or less than names is withheld: %s", text)
	}
	if in.Claims[0].Text == out.Claims[0].Text {
		t.Error("the record's own incident was changed")
	}
	if _, text := publish(t, store, in, Release{Names: true}); !strings.Contains(text, "MIRA VOSS") || !strings.Contains(text, `"withheld":[]`) {
		t.Errorf("released names are withheld: %s", text)
	}
}

// TestPrivateNamesWithheld proves that whoever is named without an office, and every minor, is withheld in an incident's words, and that those who
// speak for a body, leaders, grown-ups who are accused, places and single words are not.
func TestPrivateNamesWithheld(t *testing.T) {
	const text = "Oda Lind, 9, and neighbour Karl Moss saw it. Minister Per Dahl of Vrelo Mora blamed Anton Reef; Tam, 15, denied it. Bashar al-Assad spoke."
	_, in := incidentOf(vrelo(), nil, text)
	in.Claims[0].Source = nil
	reading := concord.Reading{Report: concord.Report{Text: text}, Mentions: &concord.Mentions{Places: []concord.PlaceMention{{Where: concord.Where{Name: "Vrelo"}}}},
		Claims:   []concord.Claim{{Source: []concord.Speaker{{Name: "Oda Lind", Kind: concord.Official}, {Name: "Per Dahl", Kind: concord.Official}}}},
		Accounts: []concord.Account{{ID: "i1", Perpetrators: []concord.Perpetrator{{Name: "Anton Reef"}, {Name: "Tam"}}}}}
	for _, name := range []string{"Oda Lind", "Karl Moss", "Per Dahl", "Vrelo Mora", "Anton Reef", "Tam", "Bashar al-Assad"} {
		at := strings.Index(text, name)
		reading.Mentions.Actors = append(reading.Mentions.Actors, concord.ActorMention{Span: concord.Span{Start: at, End: at + len(name)}, Name: name, Kind: concord.Person})
	}
	store := oneReport{reading: reading}
	out, _ := publish(t, store, in, Release{})
	want := "[name withheld], 9, and neighbour [name withheld] saw it. Minister Per Dahl of Vrelo Mora blamed Anton Reef; [name withheld], 15, denied it. Bashar al-Assad spoke."
	if out.Claims[0].Text != want || !slices.Equal(out.Withheld, []string{"names"}) {
		t.Errorf("published as %q, withheld %v; want %q", out.Claims[0].Text, out.Withheld, want)
	}
	in.Claims[0].Text = "the bridge was hit"
	if out, _ := publish(t, store, in, Release{}); len(out.Withheld) != 0 {
		t.Errorf("names that stand elsewhere in the report are said to be withheld: %v", out.Withheld)
	}
}

// TestSheltersAreNotCalledByName proves that what a shelter, or the part of a town where it stands, is called is withheld with its position, and
// that words which begin a sentence are no name.
func TestSheltersAreNotCalledByName(t *testing.T) {
	for quote, want := range map[string]string{
		"jets hit al-Safa hospital in the Mora quarter": "jets hit [place withheld] hospital in the [place withheld] quarter",
		"jets hit Omer bin Lot maternity hospital":      "jets hit [place withheld] maternity hospital",
		"a clinic in the village of Lipa Gorna was hit": "a clinic in the village of [place withheld] was hit",
		"A hospital was hit":                            "A hospital was hit",
		"Several hospitals were hit":                    "Several hospitals were hit",
		"the Mora quarter was hit":                      "the Mora quarter was hit",
	} {
		store, in := incidentOf(vrelo(), nil, quote)
		in.Claims[0].Source = nil
		if out, _ := publish(t, store, in, Release{}); out.Claims[0].Text != want {
			t.Errorf("%q is published as %q, want %q", quote, out.Claims[0].Text, want)
		}
	}
}

// TestAPlaceIsBlurredHoweverItIsKnown proves that a quarter that the gazetteer knows no better than its province, and a place that it does not know,
// are withheld too.
func TestAPlaceIsBlurredHoweverItIsKnown(t *testing.T) {
	for name, c := range map[string]struct{ place, want *concord.Where }{
		"a quarter": {&concord.Where{Name: "Mora", Admin1: "Dolna", Country: "SY", Point: &concord.Point{Lat: 1, Lon: 2}, Precision: concord.ToProvince},
			&concord.Where{Name: "Dolna", Admin1: "Dolna", Country: "SY", Precision: concord.ToProvince}},
		"unknown": {&concord.Where{Name: "Mora", Precision: concord.Unknown}, nil},
	} {
		store, in := incidentOf(c.place, nil, "a hospital in Mora was hit")
		in.Claims[0].Source = nil
		out, text := publish(t, store, in, Release{})
		if diff := cmp.Diff(c.want, out.Where); diff != "" || strings.Contains(text, "Mora") {
			t.Errorf("%s: the place is left in %s (-want +got):\n%s", name, text, diff)
		}
	}
}

// TestPlacesWithheld proves for which incidents the place is blurred to its province, wherever it stands.
func TestPlacesWithheld(t *testing.T) {
	for quote, want := range map[string]bool{
		"a rocket hit the field hospital in Vrelo":  true,
		"Shells fell on a Refugee Camp near Vrelo":  true,
		"trucks of an aid convoy burnt":             true,
		"an army convoy was ambushed":               false,
		"a training camp was hit":                   false,
		"the market of Vrelo was hit":               false,
		"hospitality ended when the bridge was hit": false,
	} {
		store, in := incidentOf(vrelo(), nil, quote)
		in.Claims[0].Source = nil
		out, text := publish(t, store, in, Release{})
		if slices.Contains(out.Withheld, "places") != want || strings.Contains(text, `"lat"`) == want || strings.Contains(text, `"name":"Vrelo"`) == want {
			t.Errorf("%q: withheld %v: %s", quote, out.Withheld, text)
		}
		if want && (strings.Contains(text, "Vrelo") || out.Where.Name != "Dolna" || out.Where.Precision != concord.ToProvince || out.Where.GeoNames != 0) {
			t.Errorf("%q: the place is left in %s", quote, text)
		}
		if _, text := publish(t, store, in, Release{Places: true}); !strings.Contains(text, `"name":"Vrelo"`) || !strings.Contains(text, `"lat":1`) {
			t.Errorf("%q: a released place is withheld: %s", quote, text)
		}
	}
	store, in := incidentOf(&concord.Where{Name: "Syria", Country: "SY", Precision: concord.ToCountry}, nil, "a hospital was hit")
	in.Claims[0].Source = nil
	if out, _ := publish(t, store, in, Release{}); len(out.Withheld) != 0 {
		t.Errorf("a place that is not exact is withheld: %v", out.Withheld)
	}
}

// TestPositionsWithheld proves that figures of latitude and longitude leave the quotes of what befell a shelter, and no other numbers do.
func TestPositionsWithheld(t *testing.T) {
	for quote, want := range map[string]string{
		"jets hit a hospital at 36.20124, 37.16117 on Friday":        "jets hit a hospital at [place withheld] on Friday",
		"jets hit a hospital at 33°30′21″N 36°16′11″E, killing five": "jets hit a hospital at [place withheld], killing five",
		"a hospital at 33°30′21′′N 36°16′11′′E":                      "a hospital at [place withheld]",
		"a hospital at 36.20124":                                     "a hospital at [place withheld]",
		"a hospital at 36.2° N was hit":                              "a hospital at [place withheld] was hit",
		"it was 30 °C when a hospital was hit":                       "it was 30 °C when a hospital was hit",
		"a hospital was hit by 12,500 rounds, 37.5 a minute":         "a hospital was hit by 12,500 rounds, 37.5 a minute",
		"a depot at 36.20124, 37.16117 was hit":                      "a depot at 36.20124, 37.16117 was hit",
	} {
		store, in := incidentOf(&concord.Where{Name: "Syria", Country: "SY", Precision: concord.ToCountry}, nil, quote)
		in.Claims[0].Source = nil
		out, _ := publish(t, store, in, Release{})
		if out.Claims[0].Text != want || slices.Contains(out.Withheld, "places") == (quote == want) {
			t.Errorf("%q is published as %q, withheld %v", quote, out.Claims[0].Text, out.Withheld)
		}
		if out, _ := publish(t, store, in, Release{Places: true}); out.Claims[0].Text != quote {
			t.Errorf("a released position is withheld: %q", out.Claims[0].Text)
		}
	}
}

// TestTables proves that both formats hold the same rows, that what is unknown is empty or null and not zero, and that only the
// tally of all persons stands in the columns of killed and injured.
func TestTables(t *testing.T) {
	twelve := 12
	in := &Incident{Incident: concord.Incident{ID: "x", Type: concord.AirStrike, When: &concord.When{From: "2031-03", To: "2031-03", Precision: concord.ToMonth},
		Where: vrelo(), Reports: []string{"a", "b"}, IndependentSources: 2, Agreement: concord.Differ,
		Blame: []concord.Blame{{Actor: "Lowland army", BlamedBy: []string{"River Watch"}}, {Actor: "nobody's"}},
		Figures: []concord.Tally{
			{Measure: concord.Killed, Status: concord.Civilian, Scope: concord.ScopeIncident, Lowest: 3, Highest: &twelve, Best: 3},
			{Measure: concord.Killed, Status: concord.Anyone, Scope: concord.ScopeDay, Lowest: 90, Best: 90},
			{Measure: concord.Killed, Status: concord.Anyone, Scope: concord.ScopeIncident, Lowest: 9, Highest: nil, Best: 9, BestRule: "majority",
				BySource: []concord.Reported{{Source: "River Watch", Low: 9, Qualifier: concord.AtLeast, Report: "a", Claim: "c1", Quote: "=nine or more"}}},
		}}, Withheld: []string{}}
	row := IncidentRows(in)[0]
	if *row.KilledLowest != 9 || row.KilledHighest != nil || row.InjuredBest != nil || row.ACLEDEvent != "Explosions/Remote violence" {
		t.Errorf("the row is %+v", row)
	}
	var text bytes.Buffer
	incidents := NewCSV[IncidentRow](&text)
	mustWrite(t, incidents, []IncidentRow{row})
	want := "x,air_strike,Explosions/Remote violence,Air/drone strike,ASSAULT," + row.PLOVERMode + ",state-based conflict or non-state conflict,2031-03,2031-03,month,Vrelo,Dolna,SY,1,2,city,2,2,differ,9,,9,majority,,,,Lowland army (by River Watch),"
	if lines := strings.Split(text.String(), "\n"); !strings.HasPrefix(lines[0], "id,type,acled_event") || lines[1] != want {
		t.Errorf("CSV is\n%swant\n%s", text.String(), want)
	}
	text.Reset()
	mustWrite(t, NewCSV[FigureRow](&text), FigureRows(in))
	if !strings.Contains(text.String(), "x,killed,person,incident,River Watch,,9,,at_least,,a,c1,,'=nine or more,\n") {
		t.Errorf("a cell that looks like a formula: %s", text.String())
	}
	var file bytes.Buffer
	mustWrite(t, NewParquet[IncidentRow](&file), []IncidentRow{row})
	back, err := parquet.Read[IncidentRow](bytes.NewReader(file.Bytes()), int64(file.Len()))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]IncidentRow{row}, back); diff != "" {
		t.Errorf("Parquet differs (-want +got):\n%s", diff)
	}
	text.Reset()
	mustWrite(t, NewCSV[FigureRow](&text), nil)
	if !strings.HasPrefix(text.String(), "incident,measure,status") {
		t.Errorf("an empty table has no header: %q", text.String())
	}
}

func mustWrite[R any](t *testing.T, table Table[R], rows []R) {
	t.Helper()
	_, err := table.Write(rows)
	if err == nil {
		err = table.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
}

// TestGeoJSON proves that a map gets the points that may be published and no others, each with what a line of the table says of it.
func TestGeoJSON(t *testing.T) {
	lat, lon, killed := 11.5, 21.25, int64(9)
	var out bytes.Buffer
	table := NewGeoJSON(&out)
	for _, rows := range [][]IncidentRow{{{ID: "a", Type: "shelling", Place: "Vrelo", Lat: &lat, Lon: &lon, KilledBest: &killed}}, {{ID: "b", Place: "withheld"}}} {
		if _, err := table.Write(rows); err != nil {
			t.Fatal(err)
		}
	}
	if err := table.Close(); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Type     string
		Features []struct {
			ID       string
			Geometry *struct {
				Type        string
				Coordinates []float64
			}
			Properties map[string]any
		}
	}
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		t.Fatalf("%v in %s", err, out.Bytes())
	}
	if got.Type != "FeatureCollection" || len(got.Features) != 2 {
		t.Fatalf("%+v", got)
	}
	a, b := got.Features[0], got.Features[1]
	if a.ID != "a" || a.Geometry == nil || a.Geometry.Type != "Point" || !slices.Equal(a.Geometry.Coordinates, []float64{21.25, 11.5}) {
		t.Errorf("the point is %+v, want longitude and latitude", a.Geometry)
	}
	if a.Properties["type"] != "shelling" || a.Properties["killed_best"] != 9.0 || a.Properties["killed_highest"] != nil || a.Properties["lat"] != nil {
		t.Errorf("%v", a.Properties)
	}
	if b.Geometry != nil || b.Properties["place"] != "withheld" {
		t.Errorf("an incident without a point has %+v", b)
	}
	out.Reset()
	if err := NewGeoJSON(&out).Close(); err != nil || !json.Valid(out.Bytes()) {
		t.Errorf("nothing gives %q, %v", out.Bytes(), err)
	}
}
