package reconcile

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"concord"
)

// Totals sums the measure over incidents, for people of any status, and only figures of the incidents themselves. Groups are in order of
// their names. Incidents are disjoint by what linking holds, so that their sums do not count anyone twice; groups by actor may overlap.
func Totals(incidents []concord.Incident, by concord.Grouping, measure concord.Measure) []concord.Total {
	groups := map[string]*concord.Total{}
	for i := range incidents {
		in := &incidents[i]
		for _, name := range groupsOf(in, by) {
			t := groups[name]
			if t == nil {
				t = &concord.Total{Group: name, Measure: measure}
				groups[name] = t
			}
			add(t, in, name == concord.Undated)
		}
	}
	found := make([]concord.Total, 0, len(groups))
	for _, t := range groups {
		found = append(found, *t)
	}
	slices.SortFunc(found, func(a, b concord.Total) int { return strings.Compare(a.Group, b.Group) })
	return found
}

// add takes an incident into the total of a group.
func add(t *concord.Total, in *concord.Incident, noDay bool) {
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
			t.Sum = &concord.Sum{}
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

// groupsOf names the groups that an incident counts for, one or, by actor, several.
func groupsOf(in *concord.Incident, by concord.Grouping) []string {
	switch by {
	case concord.ByDay, concord.ByWeek, concord.ByMonth:
		return []string{period(in.When, by)}
	case concord.ByPlace:
		if in.Where == nil || in.Where.Name == "" {
			return []string{concord.PlaceUnknown}
		}
		if in.Where.Country == "" || in.Where.Precision == concord.ToCountry {
			return []string{in.Where.Name}
		}
		return []string{in.Where.Name + ", " + in.Where.Country}
	case concord.ByActor:
		var names []string
		for _, b := range in.Blame {
			if len(b.BlamedBy) > 0 || b.Admitted {
				names = append(names, b.Actor)
			}
		}
		if names == nil {
			names = []string{concord.NobodyBlamed}
		}
		return names
	}
	return []string{string(in.Type)}
}

// period names the day, week or month that the time lies in as a whole.
func period(w *concord.When, by concord.Grouping) string {
	if w == nil {
		return concord.Undated
	}
	first, last, ok := w.From.Bounds()
	if !ok {
		return concord.Undated
	}
	if _, end, ok := w.To.Bounds(); ok {
		last = end
	}
	name := func(t time.Time) string {
		switch by {
		case concord.ByDay:
			return t.Format(time.DateOnly)
		case concord.ByMonth:
			return t.Format("2006-01")
		}
		return isoWeek(t)
	}
	if name(first) != name(last) {
		return concord.SeveralDays
	}
	return name(first)
}

// isoWeek names the week of ISO 8601 that a day lies in: "2016-W38".
func isoWeek(t time.Time) string {
	year, week := t.ISOWeek()
	return fmt.Sprintf("%04d-W%02d", year, week)
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
