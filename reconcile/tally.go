package reconcile

import (
	"cmp"
	"slices"

	"concord"
)

type tallyKey struct {
	measure concord.Measure
	status  concord.Status
	scope   concord.Scope
}

// tallies sets the figures side by side: for each measure, status and scope what each source last said, and what it said before.
// People of every status stand together under [concord.Anyone] too, since who counts ninety civilians counts ninety people;
// each row keeps the status that its source gave.
func tallies(claims []concord.IncidentClaim, v voices, rule Rule) []concord.Tally {
	rows := map[tallyKey]map[string][]concord.Reported{}
	add := func(key tallyKey, voice string, r concord.Reported) {
		if rows[key] == nil {
			rows[key] = map[string][]concord.Reported{}
		}
		rows[key][voice] = append(rows[key][voice], r)
	}
	for i := range claims {
		c := &claims[i]
		if !counts(c) {
			continue
		}
		r := reported(c, v.all[v.of[i]])
		add(tallyKey{c.Measure, c.Counted.Status, c.Scope}, v.of[i], r)
		if people(c.Counted.Status) && c.Counted.Status != concord.Anyone && !c.Subset && alone(claims, v, i) {
			add(tallyKey{c.Measure, concord.Anyone, c.Scope}, v.of[i], r)
		}
	}
	found := make([]concord.Tally, 0, len(rows))
	for key, bySource := range rows {
		found = append(found, tally(key, bySource, rule))
	}
	slices.SortFunc(found, func(a, b concord.Tally) int {
		return cmp.Or(cmp.Compare(slices.Index(scopes, a.Scope), slices.Index(scopes, b.Scope)),
			cmp.Compare(slices.Index(Measures, a.Measure), slices.Index(Measures, b.Measure)),
			-cmp.Compare(len(a.BySource), len(b.BySource)), cmp.Compare(a.Status, b.Status))
	})
	return found
}

// counts reports whether a claim is a figure that its source holds to be so.
func counts(c *concord.IncidentClaim) bool {
	return c.Figure != nil && (c.Modality == concord.Asserted || c.Modality == "")
}

// people reports whether those of a status are persons.
func people(s concord.Status) bool {
	switch s {
	case concord.Vehicle, concord.Building, concord.Aircraft, concord.AnAttack, concord.Object:
		return false
	}
	return true
}

// alone reports whether claim i is the only whole that its source gives in its report for the measure: of "12 civilians and 6 rebels" neither
// is the number of people, and nobody said their sum.
func alone(claims []concord.IncidentClaim, v voices, i int) bool {
	c := &claims[i]
	for j := range claims {
		d := &claims[j]
		if j != i && d.ReportID == c.ReportID && v.of[j] == v.of[i] && counts(d) && d.Measure == c.Measure && d.Scope == c.Scope && !d.Subset && !d.Earlier &&
			people(d.Counted.Status) && (d.Counted.Status != c.Counted.Status || d.Low != c.Low) {
			return false
		}
	}
	return true
}

var (
	scopes = []concord.Scope{concord.ScopeIncident, concord.ScopeDay, concord.ScopePeriod, concord.ScopeConflict}
	// Measures are all measures, in the order in which they are shown.
	Measures = []concord.Measure{concord.Killed, concord.Injured, concord.Casualties, concord.Missing, concord.Abducted, concord.Detained, concord.Released,
		concord.Displaced, concord.Besieged, concord.Destroyed, concord.Damaged, concord.Attacks}
)

// reported returns the row of a claim.
func reported(c *concord.IncidentClaim, source string) concord.Reported {
	r := concord.Reported{Source: source, Kind: concord.Media, Status: c.Counted.Status, Low: c.Low, High: c.High, Qualifier: c.Qualifier, Said: c.Published,
		Report: c.Report, ReportID: c.ReportID, Claim: c.ID, Quote: c.Quote.Text, Part: c.Subset, Earlier: c.Earlier}
	if len(c.Source) > 0 {
		r.Kind = c.Source[0].Kind
	}
	return r
}

// tally sets the rows of all sources side by side, in order of their names.
func tally(key tallyKey, bySource map[string][]concord.Reported, rule Rule) concord.Tally {
	t := concord.Tally{Measure: key.measure, Status: key.status, Scope: key.scope, BestRule: rule.Name}
	sources := make([]string, 0, len(bySource))
	for s := range bySource {
		sources = append(sources, s)
	}
	slices.Sort(sources)
	for _, s := range sources {
		t.BySource = append(t.BySource, revise(bySource[s])...)
	}
	standing := Standing(t)
	t.Lowest, t.Highest, t.Best = lowest(standing), standing[0].High, rule.best(standing)
	for _, r := range standing[1:] {
		if t.Highest != nil && (r.High == nil || *r.High > *t.Highest) {
			t.Highest = r.High
		}
	}
	return t
}

// Standing returns the rows of a tally that stand: the last word of each source, parts of a whole left aside where any whole is given.
func Standing(t concord.Tally) []concord.Reported {
	var last, wholes []concord.Reported
	for _, r := range t.BySource {
		if r.SupersededBy != nil {
			continue
		}
		last = append(last, r)
		if !r.Part {
			wholes = append(wholes, r)
		}
	}
	if len(wholes) > 0 {
		return wholes
	}
	return last
}

// revise takes what one source said and keeps one entry a figure, in order of time, with those who repeat it. The last whole that it gave
// stands; of wholes given in one report the largest, since the others are parts of it, unless the report calls it an earlier one.
func revise(said []concord.Reported) []concord.Reported {
	var list []concord.Reported
	for _, r := range said {
		same := slices.IndexFunc(list, func(had concord.Reported) bool {
			return had.Low == r.Low && equal(had.High, r.High) && had.Part == r.Part
		})
		switch {
		case same < 0:
			list = append(list, r)
		case list[same].ReportID != r.ReportID:
			list[same].RepeatedBy = append(list[same].RepeatedBy, r.Report)
			list[same].Earlier = list[same].Earlier || r.Earlier
		}
	}
	slices.SortStableFunc(list, func(a, b concord.Reported) int {
		return cmp.Or(order(b.Part, a.Part), cmp.Compare(a.Said, b.Said), order(b.Earlier, a.Earlier), cmp.Compare(a.Low, b.Low))
	})
	last := &list[len(list)-1]
	for i := range list[:len(list)-1] {
		if list[i].Part == last.Part {
			by := last.Report + "#" + last.Claim
			list[i].SupersededBy = &by
		}
	}
	return list
}

// order compares two truths, false before true.
func order(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

func equal(a, b *int) bool { return a == b || a != nil && b != nil && *a == *b }
