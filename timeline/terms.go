package timeline

import (
	"slices"
	"time"

	"concord"
)

// said are the claims of the thread's reports about a ceasefire, its steps and those that only speak of it, in order.
func (h *thread) said(beside map[string][]*concord.IncidentClaim) []told {
	list := slices.Clone(h.steps)
	for report := range h.reports {
		for _, c := range beside[report] {
			if c.Event != nil && c.Event.Type.Group() == concord.Ceasefires && c.Event.Truce != nil && !aboutTruce(c) && c.Modality != concord.Conditional {
				if day, ok := publishedOn(c.Published); ok {
					list = append(list, told{IncidentClaim: c, day: day})
				}
			}
		}
	}
	slices.SortStableFunc(list, earlier)
	return list
}

// brokered adds mediators and keepers whom claims of the thread's reports name beside its steps.
func (h *thread) brokered(c *concord.Ceasefire, beside map[string][]*concord.IncidentClaim) {
	var list []told
	for report := range h.reports {
		for _, b := range beside[report] {
			if b.Event == nil || b.Modality == concord.Denied {
				continue
			}
			if b.Event.Type.Group() == concord.Ceasefires && !aboutTruce(b) || b.Event.Type == concord.Mediation && h.tells(b) {
				list = append(list, told{IncidentClaim: b})
			}
		}
	}
	slices.SortStableFunc(list, earlier)
	for _, t := range list {
		stepOf(t, c)
	}
}

// tells reports whether a step of the thread stands near a claim in its report.
func (h *thread) tells(c *concord.IncidentClaim) bool {
	return slices.ContainsFunc(h.steps, func(t told) bool { return t.report() == reportOf(c) && distance(t.IncidentClaim, c) < near })
}

// terms writes down how long a ceasefire was agreed to last, and by how much it was extended: each term once, with all claims of it.
func terms(said []told) []concord.Term {
	list := []concord.Term{}
	for _, t := range said {
		truce := t.Event.Truce
		if truce == nil || t.Modality == concord.Denied || t.Modality == concord.Demanded {
			continue
		}
		one := concord.Term{Extension: t.Event.Type == concord.CeasefireExtended, Length: truce.Length, Until: truce.Until, Open: truce.Open}
		if one.Length == "" && one.Until == nil && !one.Open {
			if one.Occasion = truce.Occasion; one.Occasion == "" {
				continue
			}
		}
		at := slices.IndexFunc(list, func(have concord.Term) bool { return have.String() == one.String() && have.Extension == one.Extension })
		if at < 0 {
			at, list = len(list), append(list, one)
		}
		list[at].Claims = append(list[at].Claims, key(t.IncidentClaim))
	}
	return list
}

// runsFrom returns the first day that a claim says the ceasefire is to run from.
func runsFrom(said []told) *concord.When {
	for _, t := range said {
		if t.Event.Truce != nil && t.Event.Truce.From != nil {
			return t.Event.Truce.From
		}
	}
	return nil
}

// expires returns the day that the terms come to: the last that is told, else the lengths counted from when it took effect. It is unknown where
// some term has no end, or where there is none.
func expires(c *concord.Ceasefire) *concord.When {
	var until *concord.When
	for _, t := range c.Terms {
		if t.Until != nil && (until == nil || t.Until.To > until.To) {
			until = t.Until
		}
	}
	if until != nil || c.Effective == nil {
		return until
	}
	end, _, ok := c.Effective.From.Bounds()
	counted := false
	for _, t := range c.Terms {
		if t.Length == "" || !ok {
			return nil
		}
		end, ok = concord.AfterLength(end, t.Length)
		counted = true
	}
	if !ok || !counted {
		return nil
	}
	return dayOf(end)
}

func dayOf(t time.Time) *concord.When {
	day := concord.DateOf(t)
	return &concord.When{From: day, To: day, Precision: concord.ToDay}
}
