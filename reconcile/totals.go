package reconcile

import (
	"slices"
	"strings"
	"time"

	"concord"
)

// Total sums one measure over the incidents of a group.
type Total struct {
	Group     string          `json:"group"` // "2016-09-23", "2016-W38", "2016-09", a place, an actor, a type
	Measure   concord.Measure `json:"measure"`
	*Sum                      // nil where nobody gave a figure for any of the incidents: unknown is not zero
	Incidents int             `json:"incidents"`
	LeftOut   LeftOut         `json:"left_out"`
}

// Sum goes from what is reported at the least to what is reported at the most.
type Sum struct {
	Low  int `json:"low"`  // sum of the incidents' lowest
	Best int `json:"best"` // sum of their best
	High int `json:"high"` // sum of their highest, as far as they are closed
	Open int `json:"open"` // incidents whose highest is open ("at least 20"): High may fall short
}

// LeftOut counts the incidents that a total cannot take in, and why.
type LeftOut struct {
	NoFigure   int `json:"no_figure"`   // nobody gave a number for the incident itself
	OtherScope int `json:"other_scope"` // only tolls of a day, a period or the whole conflict, which are never added to those of incidents
	Undated    int `json:"undated"`     // no day, so that no group of days can hold it
}

// By says what totals are grouped by.
type By string

// The groupings.
const (
	ByDay   By = "day"
	ByWeek  By = "week"
	ByMonth By = "month"
	ByPlace By = "place"
	ByActor By = "actor" // whom at least one source blames; an incident with several stands in each of their groups
	ByType  By = "type"
)

// Groupings lists the groupings by name.
var Groupings = []By{ByDay, ByWeek, ByMonth, ByPlace, ByActor, ByType}

// Totals sums the measure over incidents, for people of any status, and only figures of the incidents themselves. Groups are in order of
// their names. Incidents are disjoint by what linking holds, so that their sums do not count anyone twice; groups by actor may overlap.
func Totals(incidents []concord.Incident, by By, measure concord.Measure) []Total {
	groups := map[string]*Total{}
	for i := range incidents {
		in := &incidents[i]
		for _, name := range groupsOf(in, by) {
			t := groups[name]
			if t == nil {
				t = &Total{Group: name, Measure: measure}
				groups[name] = t
			}
			t.add(in, name == undated)
		}
	}
	found := make([]Total, 0, len(groups))
	for _, t := range groups {
		found = append(found, *t)
	}
	slices.SortFunc(found, func(a, b Total) int { return strings.Compare(a.Group, b.Group) })
	return found
}

// Nobody is the group of incidents for which nobody is blamed.
const Nobody = "nobody blamed"

// Groups for what a grouping does not apply to.
const (
	undated  = "undated"
	nowhere  = "place unknown"
	severals = "several days"
)

func (t *Total) add(in *concord.Incident, noDay bool) {
	t.Incidents++
	if noDay {
		t.LeftOut.Undated++
	}
	other := false
	for _, tally := range in.Figures {
		if tally.Measure != t.Measure || tally.Status != concord.Anyone && people(tally.Status) {
			continue
		}
		if tally.Scope != concord.ScopeIncident {
			other = true
			continue
		}
		if t.Sum == nil {
			t.Sum = &Sum{}
		}
		t.Low += tally.Lowest
		t.Best += tally.Best
		if tally.Highest == nil {
			t.Open++
			t.High += most(tally)
		} else {
			t.High += *tally.Highest
		}
		return
	}
	if other {
		t.LeftOut.OtherScope++
	} else {
		t.LeftOut.NoFigure++
	}
}

// most returns the greatest number that a tally's standing rows name.
func most(t concord.Tally) int {
	n := 0
	for _, r := range Standing(t) {
		n = max(n, r.Low)
		if r.High != nil {
			n = max(n, *r.High)
		}
	}
	return n
}

func groupsOf(in *concord.Incident, by By) []string {
	switch by {
	case ByDay, ByWeek, ByMonth:
		return []string{period(in.When, by)}
	case ByPlace:
		if in.Where == nil || in.Where.Name == "" {
			return []string{nowhere}
		}
		if in.Where.Country == "" || in.Where.Precision == concord.ToCountry {
			return []string{in.Where.Name}
		}
		return []string{in.Where.Name + ", " + in.Where.Country}
	case ByActor:
		var names []string
		for _, b := range in.Blame {
			if len(b.BlamedBy) > 0 || b.Admitted {
				names = append(names, b.Actor)
			}
		}
		if names == nil {
			names = []string{Nobody}
		}
		return names
	}
	return []string{string(in.Type)}
}

// period names the day, week or month that the time lies in as a whole.
func period(w *concord.When, by By) string {
	if w == nil {
		return undated
	}
	first, last, ok := w.From.Bounds()
	if !ok {
		return undated
	}
	if _, end, ok := w.To.Bounds(); ok {
		last = end
	}
	name := func(t time.Time) string {
		switch by {
		case ByDay:
			return t.Format(time.DateOnly)
		case ByMonth:
			return t.Format("2006-01")
		}
		return isoWeek(t)
	}
	if name(first) != name(last) {
		return severals
	}
	return name(first)
}

// isoWeek names the week of ISO 8601 that a day lies in: "2016-W38".
func isoWeek(t time.Time) string {
	year, week := t.ISOWeek()
	return time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC).Format("2006") + "-W" + string(rune('0'+week/10)) + string(rune('0'+week%10))
}

// AsKnownOn derives the incident from what had been published by the day; its type, time and place stay those of today. ok is false
// where nothing had.
func AsKnownOn(in concord.Incident, day concord.Date, rule Rule) (known concord.Incident, ok bool) {
	_, until, valid := day.Bounds()
	var claims []concord.IncidentClaim
	for _, c := range in.Claims {
		first, _, dated := c.Published.Bounds()
		if valid && dated && !first.After(until) {
			claims = append(claims, c)
		}
	}
	if len(claims) == 0 {
		return concord.Incident{}, false
	}
	reported := func(key concord.AccountKey) bool {
		return slices.ContainsFunc(claims, func(c concord.IncidentClaim) bool { return c.ReportID == key.Report })
	}
	keys := slices.DeleteFunc(slices.Clone(in.Accounts), func(key concord.AccountKey) bool { return !reported(key) })
	links := slices.DeleteFunc(slices.Clone(in.Links), func(l concord.Link) bool { return !reported(l.A) || !reported(l.B) })
	known = Incident(Input{ID: in.ID, Keys: keys, Claims: claims, Links: links, Rule: rule})
	known.Type, known.When, known.Where = in.Type, in.When, in.Where
	return known, true
}

// ByRule derives the incident's figures anew with another rule for the best.
func ByRule(in concord.Incident, rule Rule) concord.Incident {
	again := Incident(Input{ID: in.ID, Keys: in.Accounts, Claims: in.Claims, Links: in.Links, Rule: rule})
	again.Type, again.When, again.Where = in.Type, in.When, in.Where
	return again
}
