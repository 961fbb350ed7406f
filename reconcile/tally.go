package reconcile

import (
	"sort"

	"concord"
)

// Rule chooses the best of the figures that stand (none superseded), and has a name. It always returns one that was reported.
type Rule interface {
	Name() string
	Best(standing []concord.Reported) int
}

type majority struct{}

// Majority chooses the low bound that most independent sources report; of equals the latest said, then the lower.
var Majority Rule = majority{}

func (majority) Name() string { return "majority" }

func (majority) Best(standing []concord.Reported) int {
	count, latest := map[int]int{}, map[int]concord.Date{}
	for _, r := range standing {
		count[r.Low]++
		latest[r.Low] = max(latest[r.Low], r.Said)
	}
	best := standing[0].Low
	for n := range count {
		switch {
		case count[n] != count[best]:
			if count[n] > count[best] {
				best = n
			}
		case latest[n] != latest[best]:
			if latest[n] > latest[best] {
				best = n
			}
		case n < best:
			best = n
		}
	}
	return best
}

type tallyKey struct {
	measure concord.Measure
	status  concord.Status
	scope   concord.Scope
}

// tallies sets the figures side by side: for each measure, status and scope what each source last said, and what it said before.
func tallies(claims []concord.IncidentClaim, v voices, rule Rule) []concord.Tally {
	rows := map[tallyKey]map[string][]concord.Reported{}
	for i := range claims {
		c := &claims[i]
		if c.Figure == nil || c.Modality == concord.Denied {
			continue
		}
		key := tallyKey{c.Measure, c.Counted.Status, c.Scope}
		if rows[key] == nil {
			rows[key] = map[string][]concord.Reported{}
		}
		rows[key][v.of[i]] = append(rows[key][v.of[i]], reported(c, v.all[v.of[i]]))
	}
	found := make([]concord.Tally, 0, len(rows))
	for key, bySource := range rows {
		found = append(found, tally(key, bySource, rule))
	}
	sort.Slice(found, func(i, j int) bool {
		a, b := &found[i], &found[j]
		if a.Scope != b.Scope {
			return rank(scopes, a.Scope) < rank(scopes, b.Scope)
		}
		if a.Measure != b.Measure {
			return rank(measures, a.Measure) < rank(measures, b.Measure)
		}
		return a.Status < b.Status
	})
	return found
}

var (
	scopes   = []concord.Scope{concord.ScopeIncident, concord.ScopeDay, concord.ScopePeriod, concord.ScopeConflict}
	measures = []concord.Measure{concord.Killed, concord.Injured, concord.Casualties, concord.Missing, concord.Abducted, concord.Detained, concord.Released,
		concord.Displaced, concord.Besieged, concord.Destroyed, concord.Damaged, concord.Attacks}
)

func rank[T comparable](order []T, x T) int {
	for i, have := range order {
		if have == x {
			return i
		}
	}
	return len(order)
}

func reported(c *concord.IncidentClaim, source string) concord.Reported {
	r := concord.Reported{Source: source, Kind: concord.Media, Low: c.Low, High: c.High, Qualifier: c.Qualifier, Said: c.Published, Report: c.Report,
		ReportID: c.ReportID, Claim: c.ID, Quote: c.Quote.Text}
	if len(c.Source) > 0 {
		r.Kind = c.Source[0].Kind
	}
	return r
}

func tally(key tallyKey, bySource map[string][]concord.Reported, rule Rule) concord.Tally {
	t := concord.Tally{Measure: key.measure, Status: key.status, Scope: key.scope, BestRule: rule.Name()}
	var standing []concord.Reported
	sources := make([]string, 0, len(bySource))
	for s := range bySource {
		sources = append(sources, s)
	}
	sort.Strings(sources)
	for _, s := range sources {
		list := revise(bySource[s])
		standing = append(standing, list[len(list)-1])
		t.BySource = append(t.BySource, list...)
	}
	t.Lowest, t.Highest = standing[0].Low, standing[0].High
	for _, r := range standing[1:] {
		t.Lowest = min(t.Lowest, r.Low)
		if t.Highest != nil && (r.High == nil || *r.High > *t.Highest) {
			t.Highest = r.High
		}
	}
	t.Best = rule.Best(standing)
	return t
}

// revise takes what one source said, in order of time, keeps one entry a figure, notes who repeats it, and marks all but the
// last as superseded. Of figures that one report gives at once the largest stands: the others are parts of it.
func revise(said []concord.Reported) []concord.Reported {
	var list []concord.Reported
	for _, r := range said {
		same := -1
		for i := range list {
			if list[i].Low == r.Low && equal(list[i].High, r.High) {
				same = i
			}
		}
		if same >= 0 {
			if list[same].Report != r.Report {
				list[same].RepeatedBy = append(list[same].RepeatedBy, r.Report)
			}
			continue
		}
		list = append(list, r)
	}
	sort.SliceStable(list, func(i, j int) bool {
		if list[i].Said != list[j].Said {
			return list[i].Said < list[j].Said
		}
		return list[i].Low < list[j].Low
	})
	last := &list[len(list)-1]
	for i := range list[:len(list)-1] {
		by := last.Report + "#" + last.Claim
		list[i].SupersededBy = &by
	}
	return list
}

func equal(a, b *int) bool { return a == b || a != nil && b != nil && *a == *b }
