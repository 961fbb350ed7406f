package web

import (
	"math"
	"slices"

	"concord"
)

// glance is where the sources of an incident stand on one thing: a measure, or whether somebody did it.
type glance struct {
	Picture   *picture // nil: of who is blamed
	Blame     *concord.Blame
	Agreement concord.Agreement
	Anchor    string // where on the page it is shown whole
}

// glancesOf says of each measure of the incident itself, and of everybody who is blamed, how the sources stand.
func glancesOf(pictures []picture, blames []concord.Blame) []glance {
	var list []glance
	for i := range pictures {
		if p := &pictures[i]; p.Scope == concord.ScopeIncident || p.Scope == "" {
			list = append(list, glance{Picture: p, Agreement: p.Agreement, Anchor: p.Anchor()})
		}
	}
	for i := range blames {
		g := glance{Blame: &blames[i], Agreement: concord.Agreed, Anchor: "blame"}
		if len(blames[i].BlamedBy) > 0 && len(blames[i].DeniedBy) > 0 {
			g.Agreement = concord.Contradict
		}
		list = append(list, g)
	}
	return list
}

// Anchor is the place of the picture on its page.
func (p picture) Anchor() string {
	return string(p.Measure) + "-" + string(p.Status) + "-" + string(p.Scope)
}

// agreementOf says how the current figures of one measure stand to one another, as [concord.Agreement] tells it of all: sources contradict
// where some report none, and differ where no number satisfies all of them.
func agreementOf(rows []row) concord.Agreement {
	if len(rows) < 2 {
		return concord.SingleSource
	}
	least, most := 0, math.MaxInt
	none, some := false, false
	whole := slices.ContainsFunc(rows, func(r row) bool { return slices.ContainsFunc(r.Figures, stands) })
	for _, r := range rows {
		for _, f := range r.Figures {
			if f.SupersededBy != nil || f.Part && whole {
				continue
			}
			least, most = max(least, f.Low), min(most, top(f))
			none, some = none || f.Qualifier == concord.None, some || f.Low > 0
		}
	}
	switch {
	case none && some:
		return concord.Contradict
	case least > most:
		return concord.Differ
	}
	return concord.Agreed
}

// stands reports whether a figure is a source's current one of the whole.
func stands(f concord.Reported) bool { return f.SupersededBy == nil && !f.Part }
