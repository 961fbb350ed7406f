package timeline

import (
	"slices"
	"sort"
	"strings"
	"time"

	"concord"
)

// isTalk reports whether a claim is about talks, held or failed.
func isTalk(c *concord.IncidentClaim) bool {
	if c.Event == nil || c.Modality == concord.Conditional || c.Modality == concord.Denied {
		return false
	}
	switch c.Event.Type {
	case concord.Talks, concord.TalksFailed, concord.Mediation:
		return true
	}
	return false
}

// joinTalks adds talks to the thread that their report tells most of, where they fall in its time or two weeks around it.
func joinTalks(threads []*thread, talks []told) {
	const around = 14 * 24 * time.Hour
	for _, t := range talks {
		if !t.stated {
			continue // spoken of, on no day
		}
		var best *thread
		for _, h := range threads {
			if h.reports[t.Report] > 0 && (best == nil || h.reports[t.Report] > best.reports[t.Report]) {
				best = h
			}
		}
		if best != nil && !t.day.Before(best.first.Add(-around)) && !t.day.After(best.last.Add(around)) {
			best.steps = append(best.steps, t)
		}
	}
	for _, h := range threads {
		sort.SliceStable(h.steps, func(i, j int) bool { return h.steps[i].day.Before(h.steps[j].day) })
	}
}

// statements returns what named speakers said of the ceasefire in its reports: statements that speak of a truce, and accusations.
func (h *thread) statements(beside map[string][]*concord.IncidentClaim) []concord.IncidentClaim {
	list := []concord.IncidentClaim{}
	for report := range h.reports {
		for _, c := range beside[report] {
			if c.Statement != nil && len(voices(c)) > 0 && named(voices(c)[0]) && (c.Act == concord.Accuse || speaksOf(c, beside[report])) {
				list = append(list, *c)
			}
		}
	}
	sort.Slice(list, func(i, j int) bool {
		a, b := &list[i], &list[j]
		if a.Published != b.Published {
			return a.Published < b.Published
		}
		if a.Report != b.Report {
			return strings.Compare(a.Report, b.Report) < 0
		}
		return a.Start < b.Start
	})
	return list
}

// speaksOf reports whether a claim about a ceasefire stands in a statement's words.
func speaksOf(s *concord.IncidentClaim, beside []*concord.IncidentClaim) bool {
	return slices.ContainsFunc(beside, func(c *concord.IncidentClaim) bool {
		return c.Event != nil && c.Event.Type.Group() == concord.Ceasefires && within(s.Statement, c)
	})
}
