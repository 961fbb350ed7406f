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

// report names the report that the claim stands in.
func (t told) report() string { return reportOf(t.IncidentClaim) }

// reportOf is the id of a claim's report; its name where it has none.
func reportOf(c *concord.IncidentClaim) string { return cmp.Or(c.ReportID, c.Report) }

// key names a claim across reports.
func key(c *concord.IncidentClaim) string { return c.Report + "#" + c.ID }

func publishedOn(d concord.Date) (time.Time, bool) {
	day, _, ok := d.Bounds()
	return day, ok
}
