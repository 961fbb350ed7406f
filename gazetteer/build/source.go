package main

import (
	"bufio"
	"encoding/json"
	"os"
	"sort"
	"strings"

	"concord"
	"concord/gazetteer"
)

// source is where the packages' files lie.
type source struct{ towns, districts, counties string }

// area is a district or a county: it lies in the middle between its outermost towns.
type area struct {
	gazetteer.Place
	others               []string
	southwest, northeast concord.Point
	towns                int
	population           int
}

func (a *area) take(t gazetteer.Town) {
	if a.towns == 0 {
		a.southwest, a.northeast = t.Point, t.Point
	}
	a.southwest = concord.Point{Lat: min(a.southwest.Lat, t.Lat), Lon: min(a.southwest.Lon, t.Lon)}
	a.northeast = concord.Point{Lat: max(a.northeast.Lat, t.Lat), Lon: max(a.northeast.Lon, t.Lon)}
	a.towns++
	a.population += t.Population
}

func (a *area) place(parent int) gazetteer.Place {
	p := a.Place
	p.Point = concord.Point{Lat: (a.southwest.Lat + a.northeast.Lat) / 2, Lon: (a.southwest.Lon + a.northeast.Lon) / 2}
	p.Population, p.Parent = a.population, parent
	return p
}

func (s source) fill(b *gazetteer.Builder) error {
	districts, err := s.readDistricts()
	if err != nil {
		return err
	}
	counties, err := s.readCounties()
	if err != nil {
		return err
	}
	towns, err := s.readTowns()
	if err != nil {
		return err
	}
	for _, t := range towns {
		if d := districts[t.Country+"."+t.Admin1]; d != nil {
			d.take(t)
		}
		if c := counties[t.Admin1+t.Admin2]; c != nil && t.Country == "US" {
			c.take(t)
		}
	}
	at := map[string]int{}
	for _, code := range sortedKeys(districts) {
		if d := districts[code]; d.towns > 0 {
			at[code] = b.Add(d.place(-1), d.others...)
		}
	}
	for _, code := range sortedKeys(counties) {
		if c := counties[code]; c.towns > 0 {
			at[code] = b.Add(c.place(at["US."+code[:2]]), c.others...)
		}
	}
	for _, t := range towns {
		if d := districts[t.Country+"."+t.Admin1]; d != nil {
			t.Named(d.Name)
		}
		parent := -1
		if i, ok := at[t.Country+"."+t.Admin1]; ok {
			parent = i
		}
		if i, ok := at[t.Admin1+t.Admin2]; ok && t.Country == "US" {
			parent = i
		}
		p := t.Place
		p.Parent = parent
		b.Add(p, t.Others...)
	}
	return nil
}

func sortedKeys(areas map[string]*area) []string {
	keys := make([]string, 0, len(areas))
	for key := range areas {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	return keys
}

func (s source) readTowns() ([]gazetteer.Town, error) {
	f, err := os.Open(s.towns)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var towns []gazetteer.Town
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		if t, ok := gazetteer.ParseTown(lines.Text()); ok {
			towns = append(towns, t)
		}
	}
	return towns, lines.Err()
}

// readDistricts returns the first-level districts by country and GeoNames code ("SY.12").
func (s source) readDistricts() (map[string]*area, error) {
	var countries map[string]struct {
		Regions []struct {
			Name      string
			Names     map[string]string
			Admin     string
			Reference struct{ GeoNames int }
		}
	}
	if err := readJSON(s.districts, &countries); err != nil {
		return nil, err
	}
	districts := map[string]*area{}
	for country, c := range countries {
		for _, r := range c.Regions {
			a := &area{Place: gazetteer.Place{ID: r.Reference.GeoNames, Kind: gazetteer.District, Country: country, Code: r.Admin}}
			names := []string{r.Name, r.Names["en"], r.Names["geonames"], r.Names["es"], r.Names["fr"]}
			a.Name, a.others = gazetteer.DistrictNames(names)
			if a.Name != "" && len(r.Admin) <= 4 {
				districts[country+"."+r.Admin] = a
			}
		}
	}
	return districts, nil
}

// readCounties returns the counties of the United States by state and number ("TX001").
func (s source) readCounties() (map[string]*area, error) {
	var atlas struct {
		Objects struct {
			Counties struct {
				Geometries []struct {
					ID         string
					Properties struct{ Name string }
				}
			}
		}
	}
	if err := readJSON(s.counties, &atlas); err != nil {
		return nil, err
	}
	counties := map[string]*area{}
	for _, g := range atlas.Objects.Counties.Geometries {
		state := stateOf[g.ID[:2]]
		if state == "" {
			continue
		}
		a := &area{Place: gazetteer.Place{Name: countyName(state, g.Properties.Name), Kind: gazetteer.County, Country: "US"}}
		counties[state+g.ID[2:]] = a
	}
	return counties, nil
}

func countyName(state, name string) string {
	switch {
	case strings.HasSuffix(name, " city") || strings.HasSuffix(name, " City"):
		return name
	case state == "LA":
		return name + " Parish"
	case state == "AK":
		return name + " Borough"
	}
	return name + " County"
}

func readJSON(path string, into any) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	return json.Unmarshal(data, into)
}

// stateOf maps the Census Bureau's numbers of states to postal codes, which GeoNames uses.
var stateOf = map[string]string{"01": "AL", "02": "AK", "04": "AZ", "05": "AR", "06": "CA", "08": "CO", "09": "CT", "10": "DE",
	"11": "DC", "12": "FL", "13": "GA", "15": "HI", "16": "ID", "17": "IL", "18": "IN", "19": "IA", "20": "KS", "21": "KY",
	"22": "LA", "23": "ME", "24": "MD", "25": "MA", "26": "MI", "27": "MN", "28": "MS", "29": "MO", "30": "MT", "31": "NE",
	"32": "NV", "33": "NH", "34": "NJ", "35": "NM", "36": "NY", "37": "NC", "38": "ND", "39": "OH", "40": "OK", "41": "OR",
	"42": "PA", "44": "RI", "45": "SC", "46": "SD", "47": "TN", "48": "TX", "49": "UT", "50": "VT", "51": "VA", "53": "WA",
	"54": "WV", "55": "WI", "56": "WY"}
