package export

import (
	"regexp"
	"slices"

	"concord"
	"concord/lexicon"
)

// placesOf returns the names of the places of the incident and its claims that are known better than by their province, the
// longest first. placed is false where there is no such place.
func placesOf(in *concord.Incident) (names []string, placed bool) {
	found := map[string]bool{}
	add := func(w *concord.Where) {
		if w == nil || !exact(w) {
			return
		}
		placed = true
		for _, name := range []string{w.Name, w.Quote} {
			if name != "" && name != w.Admin1 {
				found[name] = true
			}
		}
	}
	add(in.Where)
	for i := range in.Claims {
		if e := in.Claims[i].Event; e != nil {
			add(e.Where)
		}
	}
	return longestFirst(found), placed
}

// exact reports whether a place is told better than by its province. One that no gazetteer knows is told by its name.
func exact(w *concord.Where) bool {
	switch w.Precision {
	case concord.ToCountry, concord.ToRegion:
		return false
	case concord.ToProvince:
		return w.Name != w.Admin1 && w.Admin1 != ""
	}
	return true
}

// blur leaves of the places no more than their province.
func blur(in *concord.Incident) {
	in.Where = blurred(in.Where)
	for i := range in.Claims {
		if e := in.Claims[i].Event; e != nil {
			e.Where = blurred(e.Where)
		}
	}
}

// blurred returns the province of a place that is told better, its country where no province is known, nil where neither is.
func blurred(w *concord.Where) *concord.Where {
	if w == nil || !exact(w) {
		return w
	}
	if w.Admin1 == "" && w.Country == "" {
		return nil
	}
	if w.Admin1 == "" {
		return &concord.Where{Name: lexicon.Country(w.Country), Country: w.Country, Precision: concord.ToCountry}
	}
	return &concord.Where{Name: w.Admin1, Country: w.Country, Admin1: w.Admin1, Precision: concord.ToProvince}
}

// position matches a latitude or longitude in figures, or both: "33°30′21″N", "36.20124, 37.16117". A number told to ten metres is one.
var position = regexp.MustCompile(angle + `(?:[\s,;]{1,2}` + angle + `)?`)

const angle = `(?:-?\d{1,3}\.\d{4,}|\d{1,3}(?:\.\d+)?\s?°\s?(?:\d{1,2}(?:\.\d+)?\s?['′’]\s?(?:\d{1,2}(?:\.\d+)?\s?(?:["″”]|''|′′)\s?)?(?:[NSEW]\b)?|[NSEW]\b))`

// told reports whether a claim's words give a position in figures.
func told(in *concord.Incident) bool {
	return slices.ContainsFunc(in.Claims, func(c concord.IncidentClaim) bool { return position.MatchString(c.Text) })
}
