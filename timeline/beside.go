package timeline

import (
	"cmp"
	"slices"
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

// around is how long before and after a thread talks may be held that belong to it.
const around = 14 * 24 * time.Hour

// near reports whether talks, held on a day that is told, fall in the thread's time.
func (h *thread) near(t told) bool {
	return t.stated && !t.day.Before(h.first.Add(-around)) && !t.day.After(h.last.Add(around))
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
	slices.SortFunc(list, func(a, b concord.IncidentClaim) int {
		return cmp.Or(cmp.Compare(a.Published, b.Published), cmp.Compare(a.Report, b.Report), cmp.Compare(a.ReportID, b.ReportID),
			cmp.Compare(a.Start, b.Start), cmp.Compare(a.ID, b.ID))
	})
	return list
}

// speaksOf reports whether a claim about a ceasefire stands in a statement's words.
func speaksOf(s *concord.IncidentClaim, beside []*concord.IncidentClaim) bool {
	return slices.ContainsFunc(beside, func(c *concord.IncidentClaim) bool {
		return c.Event != nil && c.Event.Type.Group() == concord.Ceasefires && within(s.Statement, c)
	})
}
