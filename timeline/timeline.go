// Package timeline makes threads out of claims: ceasefires with their steps and alleged violations, commitments with what became of
// them, and speakers' records. It is pure: the same claims give the same threads, whatever their order, and nothing of it is stored.
package timeline

import (
	"cmp"
	"slices"
	"time"

	"concord"
)

// told is a claim with the first day it is about.
type told struct {
	*concord.IncidentClaim
	day     time.Time
	stated  bool // the report says the day in words
	coarse  bool // it looks back on a month or a year
	country string
	parties []string // of what is told
	scene   *scene   // of the report
}

// scene is the countries and the bodies that a report tells of.
type scene struct {
	country   string         // that most of its events are in
	countries map[string]int // events by country
	names     map[string]bool
}

// chronicle puts the claims that keep chooses in order of the days they are about. A claim without a day is about the day of
// publication; without either it is left out. The country is the claim's own, else the one that most claims of its report are about.
func chronicle(claims []concord.IncidentClaim, keep func(*concord.IncidentClaim) bool) []told {
	scenes := scenesOf(claims)
	var list []told
	for i := range claims {
		c := &claims[i]
		if !keep(c) {
			continue
		}
		t := told{IncidentClaim: c, scene: scenes[reportOf(c)]}
		t.country = t.scene.country
		day, ok := publishedOn(c.Published)
		if c.Event != nil {
			t.parties = partiesOf(c)
		}
		if c.Event != nil && c.Event.When != nil {
			t.coarse = coarse(c)
			if from, _, known := c.Event.When.From.Bounds(); known && !t.coarse {
				day, ok, t.stated = from, true, c.Event.When.Span != nil && c.Event.When.Precision != concord.Unknown
			}
		}
		if ok {
			t.day = day
			list = append(list, t)
		}
	}
	slices.SortStableFunc(list, earlier)
	return list
}

// coarse reports whether no more than the month or the year of what happened is told, long after: it is no day to go by.
func coarse(c *concord.IncidentClaim) bool {
	_, last, ok := c.Event.When.To.Bounds()
	published, dated := publishedOn(c.Published)
	return len(c.Event.When.From) < len("2006-01-02") && ok && dated && last.Before(published)
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
		if letters := []rune(w); len(letters) > 3 && !slices.Contains(anybodys, w) {
			s.names[string(letters[:min(len(letters), 5)])] = true
		}
	}
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

// report names the report that the claim stands in.
func (t told) report() string { return reportOf(t.IncidentClaim) }

// reportOf is the id of a claim's report; its name where it has none.
func reportOf(c *concord.IncidentClaim) string { return cmp.Or(c.ReportID, c.Report) }

// key names a claim across reports.
func key(c *concord.IncidentClaim) string { return c.Report + "#" + c.ID }

// voices returns the names of those who say it, the original speaker first; empty for the publisher's own voice.
func voices(c *concord.IncidentClaim) []string {
	names := []string{}
	for _, s := range c.Source {
		if s.Name != "" {
			names = append(names, s.Name)
		} else if s.Organisation != "" {
			names = append(names, s.Organisation)
		}
	}
	return names
}

// voicesIn is voices; where the speaker is only a pronoun it is the one who spoke last before in the report.
func voicesIn(c *concord.IncidentClaim, beside []*concord.IncidentClaim) []string {
	names := slices.DeleteFunc(voices(c), func(name string) bool { return !named(name) })
	if len(names) > 0 || len(c.Source) == 0 {
		return names
	}
	var last *concord.IncidentClaim
	for _, b := range beside {
		if b.End <= c.Start && len(b.Source) > 0 && named(b.Source[0].Name) && (last == nil || b.Start > last.Start) {
			last = b
		}
	}
	if last != nil && c.Start-last.End < 2*near {
		return voices(last)
	}
	return names
}

func publishedOn(d concord.Date) (time.Time, bool) {
	day, _, ok := d.Bounds()
	return day, ok
}
