// Package timeline makes threads out of claims: ceasefires with their steps and alleged violations, commitments with what became of
// them, and speakers' records. It is pure: the same claims give the same threads, whatever their order, and nothing of it is stored.
package timeline

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"concord"
)

// told is a claim with the first day it is about.
type told struct {
	*concord.IncidentClaim
	day     time.Time
	stated  bool // the report says the day in words
	country string
}

// chronicle puts the claims that keep chooses in order of the days they are about. A claim without a day is about the day of
// publication; without either it is left out. The country is the claim's own, else the one that most claims of its report are about.
func chronicle(claims []concord.IncidentClaim, keep func(*concord.IncidentClaim) bool) []told {
	countries := countriesOf(claims)
	var list []told
	for i := range claims {
		c := &claims[i]
		if !keep(c) {
			continue
		}
		t := told{IncidentClaim: c, country: countries[c.Report]}
		day, ok := publishedOn(c.Published)
		if c.Event != nil && c.Event.When != nil {
			if from, _, known := c.Event.When.From.Bounds(); known {
				day, ok, t.stated = from, true, c.Event.When.Span != nil && c.Event.When.Precision != concord.Unknown
			}
		}
		if ok {
			t.day = day
			list = append(list, t)
		}
	}
	slices.SortStableFunc(list, func(a, b told) int {
		return cmp.Or(a.day.Compare(b.day), strings.Compare(string(a.Published), string(b.Published)), strings.Compare(a.Report, b.Report),
			cmp.Compare(a.Start, b.Start))
	})
	return list
}

// countriesOf returns for each report the country that most of its claims are about.
func countriesOf(claims []concord.IncidentClaim) map[string]string {
	counts := map[string]map[string]int{}
	for i := range claims {
		c := &claims[i]
		if c.Event == nil || c.Event.Where == nil || c.Event.Where.Country == "" {
			continue
		}
		if counts[c.Report] == nil {
			counts[c.Report] = map[string]int{}
		}
		counts[c.Report][c.Event.Where.Country]++
	}
	most := map[string]string{}
	for report, of := range counts {
		for country, n := range of {
			if best := most[report]; best == "" || n > of[best] || n == of[best] && country < best {
				most[report] = country
			}
		}
	}
	return most
}

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
