package timeline

import "concord"

// scene is the countries and the bodies that a report tells of.
type scene struct {
	country   string         // that most of its events are in
	countries map[string]int // events by country
	names     map[string]bool
}

// scenesOf returns the scene of each report.
func scenesOf(claims []concord.IncidentClaim) map[string]*scene {
	scenes := map[string]*scene{}
	for i := range claims {
		c := &claims[i]
		s := scenes[reportOf(c)]
		if s == nil {
			s = &scene{countries: map[string]int{}, names: map[string]bool{}}
			scenes[reportOf(c)] = s
		}
		for _, speaker := range c.Source {
			s.name(speaker.Name)
		}
		if c.Event == nil {
			continue
		}
		if c.Event.Where != nil && c.Event.Where.Country != "" {
			s.countries[c.Event.Where.Country]++
		}
		for _, p := range c.Event.Participants {
			s.name(p.Name)
		}
	}
	for _, s := range scenes {
		s.country = most(s.countries)
	}
	return scenes
}

// name adds the words of a name by which its bearer is told from others, cut short so that a country and its people are one: "Libya", "Libyan".
func (s *scene) name(name string) {
	if !named(name) {
		return
	}
	for _, w := range distinct(plain(name)) {
		if letters := []rune(w); len(letters) > 3 && !bodies()["anybody"][w] {
			s.names[string(letters[:min(len(letters), 5)])] = true
		}
	}
}

// joins adds what another scene tells of.
func (s *scene) joins(other *scene) {
	for country, n := range other.countries {
		s.countries[country] += n
	}
	for name := range other.names {
		s.names[name] = true
	}
}

// meets reports whether two scenes may be of one conflict: they have a country or a body in common, or one has no country.
func (s *scene) meets(other *scene) bool {
	return len(s.countries) == 0 || len(other.countries) == 0 || overlap(s.countries, other.countries) || overlap(s.names, other.names)
}

// overlap reports whether two sets have a key in common.
func overlap[V any](a, b map[string]V) bool {
	if len(b) < len(a) {
		a, b = b, a
	}
	for key := range a {
		if _, has := b[key]; has {
			return true
		}
	}
	return false
}

// most returns the key with the highest number, the first in the alphabet of equals, "" where there is none.
func most(counts map[string]int) string {
	best := ""
	for key, n := range counts {
		if key != "" && (best == "" || n > counts[best] || n == counts[best] && key < best) {
			best = key
		}
	}
	return best
}
