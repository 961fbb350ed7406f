package reconcile

import (
	"cmp"
	"math"
	"slices"

	"concord"
)

// blames gathers who is held responsible, by whom, and who denies it. The publisher counts as a voice of its own.
func blames(claims []concord.IncidentClaim, v voices) []concord.Blame {
	byActor := map[string]*concord.Blame{}
	var order []string
	for i := range claims {
		c := &claims[i]
		if c.Responsibility == nil || c.Responsibility.Actor.Name == "" {
			continue
		}
		key := fold(c.Responsibility.Actor.Name)
		b := byActor[key]
		if b == nil {
			b = &concord.Blame{Actor: c.Responsibility.Actor.Name, BlamedBy: []string{}, DeniedBy: []string{}}
			byActor[key] = b
			order = append(order, key)
		}
		switch c.Stance {
		case concord.Blames:
			b.BlamedBy = appendNew(b.BlamedBy, v.all[v.of[i]])
		case concord.Denies:
			b.DeniedBy = appendNew(b.DeniedBy, v.all[v.of[i]])
		case concord.Admits:
			b.Admitted = true
		case concord.Unintentional:
			b.Unintentional = appendNew(b.Unintentional, v.all[v.of[i]])
		}
	}
	found := make([]concord.Blame, 0, len(order))
	for _, key := range order {
		found = append(found, *byActor[key])
	}
	slices.SortStableFunc(found, func(a, b concord.Blame) int { return cmp.Compare(len(b.BlamedBy), len(a.BlamedBy)) })
	return found
}

// appendNew adds s to the list where it is not there yet.
func appendNew(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

// agreement says how the independent sources stand to one another. They contradict where one blames whom another clears, or one
// reports some and another none; they differ where no number satisfies all that they report of one measure.
func agreement(in *concord.Incident, v voices) concord.Agreement {
	if len(v.independent) < 2 {
		return concord.SingleSource
	}
	for _, b := range in.Blame {
		if len(b.BlamedBy) > 0 && len(b.DeniedBy) > 0 {
			return concord.Contradict
		}
	}
	result := concord.Agreed
	for _, t := range in.Figures {
		if t.Scope != concord.ScopeIncident {
			continue
		}
		switch side := sideBySide(Standing(t)); side {
		case concord.Contradict:
			return side
		case concord.Differ:
			result = side
		}
	}
	return result
}

// sideBySide says how figures of one measure stand to one another.
func sideBySide(rows []concord.Reported) concord.Agreement {
	least, most := 0, math.MaxInt
	none, some := false, false
	for _, r := range rows {
		least = max(least, r.Low)
		if r.High != nil {
			most = min(most, *r.High)
		}
		none = none || r.Qualifier == concord.None
		some = some || r.Low > 0
	}
	switch {
	case none && some:
		return concord.Contradict
	case least > most:
		return concord.Differ
	}
	return concord.Agreed
}
