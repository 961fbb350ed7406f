package gazetteer

import (
	"strings"

	"concord"
)

// Place is one entry of the gazetteer.
type Place struct {
	ID         int // of GeoNames; 0 for places of Concord's own tables
	Name       string
	Kind       Kind
	Country    string // ISO 3166-1 alpha-2; empty for seas and what lies in several countries
	Code       string // of a district in its country, as GeoNames numbers it
	Population int
	concord.Point
	Parent int // index in the same layer of the smallest district that holds it, -1 for none
}

// Kind is what sort of place it is.
type Kind uint8

// The kinds of place.
const (
	Village   Kind = iota // a populated place that is no seat of a district
	Quarter               // a part of a town
	Seat                  // seat of a district below the first level
	Capital1              // seat of a first-level district
	Capital               // of a country
	County                // a district below the first level
	District              // a first-level district: province, governorate, state, department
	Country               //
	Region                // without a government of its own, or of disputed standing
	Continent             //
	Water                 // sea, river, lake, strait
	Landform              // mountain, valley, desert, island
	Site                  // camp, base, crossing, dam, airport
)

var kindNames = [...]string{"village", "quarter", "seat", "capital1", "capital", "county", "district", "country", "region",
	"continent", "water", "landform", "site"}

func (k Kind) String() string { return kindNames[k] }

// kindOf returns the kind that a name of the tables means; ok is false for any other.
func kindOf(name string) (k Kind, ok bool) {
	for i, known := range kindNames {
		if known == name {
			return Kind(i), true
		}
	}
	return 0, false
}

// Town reports whether places of this kind are towns, villages or parts of one.
func (k Kind) Town() bool { return k <= Capital }

// Precision is how exactly a place of this kind tells where something happened.
func (k Kind) Precision() concord.Precision {
	switch k {
	case County:
		return concord.ToDistrict
	case District:
		return concord.ToProvince
	case Country:
		return concord.ToCountry
	case Region, Continent, Water, Landform:
		return concord.ToRegion
	case Site, Quarter:
		return concord.ToExact
	}
	return concord.ToCity
}

// kindOfFeature maps a GeoNames class and code; ok is false for features that Concord has no use for.
func kindOfFeature(class, code string) (k Kind, ok bool) {
	switch class {
	case "P":
		return kindOfTown(code), code != "PPLQ" && code != "PPLH" && code != "PPLW"
	case "A":
		return kindOfArea(code)
	case "H":
		return Water, true
	case "T", "V", "U":
		return Landform, true
	case "L":
		return Region, true
	case "S":
		return Site, strings.HasPrefix(code, "AIR") || code == "DAM" || code == "CMPREF" || code == "INSM" || code == "MNMT"
	}
	return 0, false
}

// kindOfTown returns the kind of a populated place by GeoNames' feature code.
func kindOfTown(code string) Kind {
	switch code {
	case "PPLC":
		return Capital
	case "PPLA":
		return Capital1
	case "PPLA2", "PPLA3", "PPLA4":
		return Seat
	case "PPLX":
		return Quarter
	}
	return Village
}

// kindOfArea returns the kind of an administrative area by GeoNames' feature code; false for those that are not kept.
func kindOfArea(code string) (Kind, bool) {
	switch code {
	case "ADM1":
		return District, true
	case "ADM2", "ADM3", "ADM4":
		return County, true
	case "PCLI", "PCLD", "PCLIX", "PCLS", "TERR":
		return Country, true
	}
	return Region, code == "RGN"
}
