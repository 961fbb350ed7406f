package gazetteer

import (
	"strings"

	"concord"
)

// covered are countries whose every village the built-in table holds: there a name that it lacks is seldom a place.
var covered = map[string]bool{"US": true, "GB": true, "CA": true, "AU": true, "IE": true, "NZ": true}

// mostly returns the country that most of the report's sure places lie in.
func (f *finder) mostly() string {
	best, count := "", f.countries()
	for country, n := range count {
		if best == "" || n > count[best] || n == count[best] && country < best {
			best = country
		}
	}
	return best
}

// countries counts the report's sure places by country.
func (f *finder) countries() map[string]int {
	count := map[string]int{}
	for i := range f.spots {
		if country := f.country(&f.spots[i]); country != "" {
			count[country]++
		}
	}
	return count
}

// country returns the country of a spot that is surely a place, by its likeliest option; it is empty for others.
func (f *finder) country(s *spot) string {
	if s.demonym != "" || s.name == nil || len(s.options) == 0 || s.score < least || s.options[0].folded {
		return s.demonym
	}
	top := 0
	for j := range s.options {
		if s.options[j].score > s.options[top].score {
			top = j
		}
	}
	return s.options[top].Country
}

// counted returns the country for which a name counts in [finder.countries], and how often.
func (f *finder) counted(n *name) (country string, times int) {
	for i := range f.spots {
		if s := &f.spots[i]; s.name == n {
			if c := f.country(s); c != "" {
				country, times = c, times+1
			}
		}
	}
	return country, times
}

// scene returns the country that four fifths of a report's many places lie in: what no gazetteer knows is there too. It is empty where
// there is none.
func (f *finder) scene() string {
	best, all := f.mostly(), 0
	count := f.countries()
	for _, n := range count {
		all += n
	}
	if all < manyPlaces || 5*count[best] < 4*all {
		return ""
	}
	return best
}

// outlet returns the country that the end of the publisher's web address names ("example.com.lb"), "" where none does.
func (g *Gazetteer) outlet(r *concord.Report) string {
	if r == nil || len(r.Publisher) < 3 || r.Publisher[len(r.Publisher)-3] != '.' {
		return ""
	}
	code := strings.ToUpper(r.Publisher[len(r.Publisher)-2:])
	if code == "UK" {
		code = "GB"
	}
	if _, ok := g.countries[code]; !ok {
		return ""
	}
	return code
}
