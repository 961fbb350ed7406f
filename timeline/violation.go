package timeline

import (
	"slices"
	"strings"
	"time"

	"concord"
)

// near is how far apart, in characters, two claims of a report may stand to be about one breach.
const near = 240

// violations writes down the breaches that are alleged. A denial is set beside the allegations against the same body in the days before it; where there is
// none it stands as an allegation of nobody known, with its denial.
func violations(breaches []told, beside map[string][]*concord.IncidentClaim) []concord.Violation {
	list := []concord.Violation{}
	for _, t := range breaches {
		if t.Modality != concord.Denied || none(t) {
			list = append(list, violationOf(t, beside[t.report()]))
		}
	}
	for _, t := range breaches {
		if t.Modality == concord.Denied && !none(t) {
			list = deny(list, t)
		}
	}
	return list
}

// violationOf writes one allegation down, with the kind, the number and the cleared that stand beside it in its report.
func violationOf(t told, beside []*concord.IncidentClaim) concord.Violation {
	v := concord.Violation{AllegedBy: voicesIn(t.IncidentClaim, beside), Accused: accused(t), DeniedBy: []string{}, Kind: concord.CeasefireViolated,
		When: t.Event.When, Where: t.Event.Where, Low: 1, Claim: *t.IncidentClaim}
	for _, p := range t.Event.Participants {
		if p.Role == "speaker" {
			v.AllegedBy = add(v.AllegedBy, p.Name)
		}
	}
	v.Monitor = len(t.Source) > 0 && t.Source[0].Kind == concord.Monitor || slices.ContainsFunc(v.AllegedBy, watches)
	nearest, counted := near, false
	if truce := t.Event.Truce; truce != nil && truce.Low != nil {
		v.Low, v.High, counted = *truce.Low, truce.High, true
	}
	for _, c := range beside {
		gap := distance(t.IncidentClaim, c)
		if gap > near {
			continue
		}
		switch {
		case c.Figure != nil && c.Measure == concord.Attacks && gap == 0:
			if !counted {
				v.Low, v.High = c.Low, c.High
			}
		case c.Event != nil && isBreach(c.Event.Type) && gap < min(nearest, near/4) && !crosses(t.IncidentClaim, c):
			nearest, v.Kind = gap, c.Event.Type
		case c.Responsibility != nil && c.Stance == concord.Blames && gap == 0 && len(v.Accused) == 0 && !none(t):
			v.Accused = add(v.Accused, c.Responsibility.Actor.Name)
		case c.Responsibility != nil && c.Stance == concord.Denies && holds(v.Accused, c.Responsibility.Actor.Name):
			v.DeniedBy = addAll(v.DeniedBy, voices(c))
		}
	}
	return v
}

// none reports whether the claim tells that there was no breach, and accuses nobody.
func none(t told) bool {
	truce := t.Event.Truce
	return truce != nil && truce.High != nil && *truce.High == 0
}

// watches reports whether a name is that of monitors.
func watches(name string) bool {
	folded := plain(name)
	return slices.ContainsFunc([]string{"monitor", "observer", "osce", "peacekeeper", "mission"}, func(w string) bool {
		return strings.Contains(folded, w)
	})
}

// accused are those whom the claim holds to have broken the ceasefire.
func accused(t told) []string {
	list := []string{}
	for _, p := range t.Event.Participants {
		if p.Role == "perpetrator" {
			list = add(list, p.Name)
		}
	}
	return list
}

// isBreach reports whether an event of this type can break a ceasefire.
func isBreach(t concord.EventType) bool {
	switch t.Group() {
	case concord.Explosions, concord.AgainstCivilians:
		return true
	}
	return t == concord.ArmedClash || t == concord.AidBlocked
}

// distance is how many characters lie between two claims of one report; 0 where they overlap.
func distance(a, b *concord.IncidentClaim) int {
	return max(0, a.Start-b.End, b.Start-a.End)
}

// crosses reports whether two claims have different speakers.
func crosses(a, b *concord.IncidentClaim) bool {
	x, y := voices(a), voices(b)
	return len(x) > 0 && len(y) > 0 && !same(x[0], y[0])
}

// deny sets a denial beside the allegations that it answers.
func deny(list []concord.Violation, t told) []concord.Violation {
	cleared, by := accused(t), voices(t.IncidentClaim)
	if len(by) == 0 {
		by = cleared
	}
	answered := false
	for i := range list {
		v := &list[i]
		meant := slices.ContainsFunc(v.Accused, func(name string) bool { return holds(cleared, name) || holds(by, name) })
		if from, ok := firstDay(v); meant && ok && t.day.Sub(from) >= -24*time.Hour && t.day.Sub(from) <= 14*24*time.Hour {
			v.DeniedBy = addAll(v.DeniedBy, by)
			answered = true
		}
	}
	if answered || len(cleared) == 0 {
		return list
	}
	v := violationOf(t, nil)
	v.AllegedBy, v.DeniedBy = []string{}, by
	return append(list, v)
}

// firstDay returns the day of an allegation, else that of its report; false where neither is known.
func firstDay(v *concord.Violation) (time.Time, bool) {
	if v.When != nil {
		if from, _, ok := v.When.From.Bounds(); ok {
			return from, true
		}
	}
	return publishedOn(v.Claim.Published)
}
