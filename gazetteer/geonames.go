package gazetteer

import (
	"strconv"
	"strings"
	"unicode"

	"concord"
)

// Town is one line of a GeoNames dump: a place of any kind with its other names.
type Town struct {
	Place
	Others         []string
	Admin1, Admin2 string
}

// ParseTown reads a line of GeoNames' main table (19 columns parted by tabs). ok is false for a line of another shape and
// for a feature that Concord has no use for.
func ParseTown(line string) (t Town, ok bool) {
	cells := strings.Split(line, "\t")
	if len(cells) < 15 {
		return t, false
	}
	kind, ok := kindOfFeature(cells[6], cells[7])
	id, err1 := strconv.Atoi(cells[0])
	lat, err2 := strconv.ParseFloat(cells[4], 64)
	lon, err3 := strconv.ParseFloat(cells[5], 64)
	if !ok || err1 != nil || err2 != nil || err3 != nil || cells[1] == "" {
		return t, false
	}
	population, _ := strconv.Atoi(cells[14])
	t.Place = Place{ID: id, Name: readable(cells[1], cells[2], cells[8]), Kind: kind, Country: cells[8], Population: population, Parent: -1,
		Point: concord.Point{Lat: lat, Lon: lon}}
	if kind == District {
		t.Code = cells[10][:min(4, len(cells[10]))]
	}
	t.Admin1, t.Admin2 = cells[10], cells[11]
	for name := range strings.SplitSeq(cells[3], ",") {
		if name = strings.TrimSpace(name); written(name) {
			t.Others = append(t.Others, name)
		}
	}
	if cells[2] != t.Name && written(cells[2]) {
		t.Others = append(t.Others, cells[2])
	}
	return t, true
}

// otherScripts are the countries whose names GeoNames writes letter by letter from another script, with marks that no report bears.
const otherScripts = " AE AF AM BD BG BH BT BY CN CY DZ EG ER ET GE GR IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK LY MA MK MM MN MR NP OM PK PS QA RS RU SA SD SS SY TH TJ TM TN TW UA UZ YE "

// readable returns the name as reports write it: without the marks of a transliteration ("Ţarţūs" → "Tartus", "Donets’k" → "Donetsk").
func readable(name, ascii, country string) string {
	if ascii == "" || !strings.Contains(otherScripts, " "+country+" ") {
		return name
	}
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("'`’‘ʼʻ", r) {
			return -1
		}
		return r
	}, ascii)
}

// Named calls a town by a name that its district bears too, where that is one of its own: "Hamah", capital of Hama, is Hama.
func (t *Town) Named(district string) {
	for i, other := range t.Others {
		if (t.Kind == Capital1 || t.Kind == Capital) && Plain(other) == Plain(district) {
			t.Others[i], t.Name = t.Name, district
			return
		}
	}
}

// written reports whether a name is one that a report in Latin letters may bear: not another script's, not a code
// of an airport, not a letter-by-letter transcription in small letters.
func written(name string) bool {
	upper := 0
	for i, r := range name {
		switch {
		case unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r):
			return false
		case unicode.IsUpper(r):
			upper++
		case i == 0:
			return false
		}
	}
	return len(name) >= 3 && upper < len(name) && (upper > 0)
}

// Words that say of what kind a district is; a district is called by its name without them too.
var districtWords = []string{"Governorate", "Province", "Department", "department", "State", "Region", "Oblast", "Krai", "District",
	"Prefecture", "County", "Voivodeship", "Republic", "Canton", "Autonomous Region", "Autonomous Republic", "Municipality", "Parish",
	"Division", "Territory", "Wilaya"}

// Words that are no name without the word for the kind of district: "Free State", "Central Region".
var sides = map[string]bool{"Free": true, "North": true, "South": true, "East": true, "West": true, "Northern": true, "Southern": true,
	"Eastern": true, "Western": true, "Central": true, "Capital": true, "Upper": true, "Lower": true, "Federal": true, "National": true,
	"Northeastern": true, "Northwestern": true, "Southeastern": true, "Southwestern": true, "North Eastern": true, "Gulf": true, "River": true,
	"Red Sea": true, "Far North": true, "Special": true, "Metropolitan": true, "Islands": true, "Coast": true, "Highlands": true, "Center": true, "Centre": true}

// DistrictNames returns the name of a district, without the word for its kind, and its other names. Names come best first.
func DistrictNames(names []string) (name string, others []string) {
	for _, full := range names {
		full = strings.TrimSpace(full)
		if !written(full) {
			continue
		}
		bare := full
		for _, word := range districtWords {
			if short, ok := strings.CutSuffix(bare, " "+word); ok && !sides[short] {
				bare = short
			}
		}
		if name == "" {
			name = bare
		}
		if bare != name {
			others = append(others, bare)
		}
		if full != bare {
			others = append(others, full)
		}
	}
	return name, others
}
