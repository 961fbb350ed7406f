package export

import (
	"encoding/json"
	"io"
	"reflect"
)

// NewGeoJSON returns a table of incidents as GeoJSON (RFC 7946): a feature an incident, whose properties are named as the columns of the others, and
// which has no geometry where no point is known or may be published.
func NewGeoJSON(w io.Writer) Table[IncidentRow] { return &geoJSON{out: w} }

type geoJSON struct {
	out   io.Writer
	begun bool
}

// feature is an incident on a map.
type feature struct {
	Type       string         `json:"type"`
	ID         string         `json:"id"`
	Geometry   *geometry      `json:"geometry"` // null where there is no point
	Properties map[string]any `json:"properties"`
}

// geometry is a point: longitude, latitude, in degrees.
type geometry struct {
	Type        string     `json:"type"`
	Coordinates [2]float64 `json:"coordinates"`
}

// begin writes what stands before the first feature.
func (g *geoJSON) begin() error {
	if g.begun {
		return nil
	}
	g.begun = true
	_, err := io.WriteString(g.out, `{"type":"FeatureCollection","features":[`)
	return err
}

func (g *geoJSON) Write(rows []IncidentRow) (int, error) {
	for n := range rows {
		before := ",\n"
		if !g.begun {
			before = "\n"
		}
		if err := g.begin(); err != nil {
			return n, err
		}
		data, err := json.Marshal(featureOf(&rows[n]))
		if err != nil {
			return n, err
		}
		if _, err := g.out.Write(append([]byte(before), data...)); err != nil {
			return n, err
		}
	}
	return len(rows), nil
}

// featureOf returns a row as a feature; one without a point has no geometry.
func featureOf(row *IncidentRow) feature {
	f := feature{Type: "Feature", ID: row.ID, Properties: map[string]any{}}
	if row.Lat != nil && row.Lon != nil {
		f.Geometry = &geometry{"Point", [2]float64{*row.Lon, *row.Lat}}
	}
	value := reflect.ValueOf(*row)
	for i, name := range columns(value.Type()) {
		f.Properties[name] = value.Field(i).Interface()
	}
	delete(f.Properties, "lat")
	delete(f.Properties, "lon")
	return f
}

func (g *geoJSON) Close() error {
	if err := g.begin(); err != nil {
		return err
	}
	_, err := io.WriteString(g.out, "\n]}\n")
	return err
}
