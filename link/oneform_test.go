package link

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"concord"
)

// noted makes a sketch of an account as a recorder's form tells it, so many kilometres north of Kafr Zita and days after the first of October.
func noted(kind concord.EventType, km float64, town string, days, killed int, said, published bool) concord.Sketch {
	day := concord.DateOf(time.Date(2016, 10, 1+days, 0, 0, 0, 0, time.UTC))
	text := fmt.Sprintf("%s of %s. The council of the town said that the attack destroyed the upper floor of a building used by families who had fled the countryside, and that %d died. "+
		"Photographs sent to us by a resident show a crater beside the wall.", kind, town, killed)
	r := concord.Reading{Report: concord.Report{ID: fmt.Sprint(town, days, killed), Text: text},
		Accounts: []concord.Account{{ID: "i1", Type: kind, Modality: concord.Asserted, Claims: []string{"a"}, When: &concord.When{From: day, To: day, Precision: concord.ToDay},
			Where: &concord.Where{Name: town, Country: "SY", Precision: concord.ToCity, Point: &concord.Point{Lat: 35.3 + km/111, Lon: 36.6}}}},
		Claims: []concord.Claim{{ID: "a", Kind: concord.FigureClaim, Figure: &concord.Figure{Measure: concord.Killed, Low: killed, High: &killed, Scope: concord.ScopeIncident}}}}
	if published {
		r.Report.Published = day
	}
	if said {
		r.Accounts[0].When.Span = &concord.Span{}
	}
	return Sketches(&r)[0]
}

// wide says of a sketch that its place is read as a province.
func wide(s concord.Sketch) concord.Sketch {
	d, err := decode(s)
	if err != nil {
		panic(err)
	}
	d.Precision = concord.ToProvince
	if s.Data, err = json.Marshal(d.features); err != nil {
		panic(err)
	}
	return s
}

// TestOneForm proves that texts of one form, filled in for another town or day, are of two attacks however alike the words are, and that a copy
// read amiss, or a town spelt otherwise, is not taken for one.
func TestOneForm(t *testing.T) {
	const town = "Kafr Zita"
	for _, test := range []struct {
		proves string
		a, b   concord.Sketch
		want   int
	}{
		{"a strike on the next town", noted(concord.AirStrike, 0, town, 0, 4, true, true), noted(concord.AirStrike, 8, "Latamneh", 0, 9, true, true), 2},
		{"with the same toll", noted(concord.AirStrike, 0, town, 0, 4, true, true), noted(concord.AirStrike, 8, "Latamneh", 0, 4, true, true), 2},
		{"a strike on the province that is called as its capital", noted(concord.AirStrike, 0, town, 0, 4, true, true), wide(noted(concord.AirStrike, 30, "Hama", 0, 9, true, true)), 2},
		{"with the same toll, which a copy has", noted(concord.AirStrike, 0, town, 0, 4, true, true), wide(noted(concord.AirStrike, 30, "Hama", 0, 4, true, true)), 1},
		{"a strike on the same town", noted(concord.AirStrike, 0, town, 0, 4, true, true), noted(concord.AirStrike, 0, town, 0, 6, true, true), 1},
		{"a town spelt otherwise", noted(concord.AirStrike, 0, town, 0, 4, true, true), noted(concord.AirStrike, 6, "Kafr Zitta", 0, 4, true, true), 1},
		{"a strike on the same town the next day", noted(concord.AirStrike, 0, town, 0, 4, true, true), noted(concord.AirStrike, 0, town, 1, 9, true, true), 2},
		{"the day of which follows from publication", noted(concord.AirStrike, 0, town, 0, 4, false, true), noted(concord.AirStrike, 0, town, 1, 9, false, true), 1},
		{"two days later", noted(concord.AirStrike, 0, town, 0, 4, false, true), noted(concord.AirStrike, 0, town, 2, 9, false, true), 2},
		{"with the same toll, though", noted(concord.AirStrike, 0, town, 0, 4, false, true), noted(concord.AirStrike, 0, town, 2, 4, false, true), 1},
		{"an arrest in another town", noted(concord.Arrest, 0, town, 0, 4, true, true), noted(concord.Arrest, 12, "Latamneh", 0, 9, true, true), 2},
		{"with the same number, which a copy has", noted(concord.Arrest, 0, town, 0, 4, true, true), noted(concord.Arrest, 12, "Latamneh", 0, 4, true, true), 1},
		{"reports without a date", noted(concord.AirStrike, 0, town, 0, 4, true, false), noted(concord.AirStrike, 8, "Latamneh", 0, 4, true, false), 1},
	} {
		clusters, err := group([]concord.Sketch{test.a, test.b}, nil)
		if err != nil || len(clusters) != test.want {
			x, _ := decode(test.a)
			y, _ := decode(test.b)
			t.Errorf("%s: %d clusters, want %d (%v)\n%v", test.proves, len(clusters), test.want, err, Builtin().compare(&x, &y))
		}
	}
}
