package timeline

import (
	"slices"
	"time"

	"concord"
)

// silence is how long a thread may say nothing before what comes is another ceasefire.
const silence = 120 * 24 * time.Hour

// thread is a ceasefire in the making.
type thread struct {
	countries   map[string]int // claims by country
	home        string         // the country that most claims are about
	reports     map[string]int // and by report
	scene       *scene         // of all its reports
	parties     []string
	founder     told // the claim that it began with
	first, last time.Time
	begun       time.Time // the day it took effect or was to, zero while unknown
	ended       time.Time // the day its end was reported for, zero while it is not
	steps       []told
	breaches    []told
	talks       []told             // of its reports, in its time
	written     *concord.Ceasefire // nil until it is asked for, and again when it changes
}

// aboutTruce reports whether a claim is about a ceasefire, more than mentioning one.
func aboutTruce(c *concord.IncidentClaim) bool {
	if c.Event == nil || c.Event.Type.Group() != concord.Ceasefires || c.Modality == concord.Conditional {
		return false
	}
	wished := c.Rule == "truce/in_effect" && (c.Modality == concord.Planned || c.Modality == concord.Demanded)
	return c.Rule != "truce/mentioned" && !wished
}

// begins reports whether a claim tells of the first day of a ceasefire.
func begins(t told) bool {
	return t.Rule == "truce/begun" && (t.stated || t.Modality == concord.Asserted) && t.Modality != concord.Denied && !t.coarse
}

// anew reports whether a claim tells that a ceasefire was made, in words that do not look back.
func anew(t told) bool {
	made := t.Event.Type == concord.CeasefireAgreed || t.Event.Type == concord.CeasefireDeclared
	return made && t.Modality == concord.Asserted && t.Confidence > 0.7 && !t.coarse
}

// place puts a claim into the thread that it fits best, or into a new one.
func place(threads []*thread, t told) []*thread {
	var best *thread
	top := 0
	for _, have := range threads {
		if score := have.fit(t); score > 0 && score >= top {
			best, top = have, score
		}
	}
	if best == nil {
		best = &thread{countries: map[string]int{}, reports: map[string]int{}, founder: t, first: t.day,
			scene: &scene{countries: map[string]int{}, names: map[string]bool{}}}
		threads = append(threads, best)
	}
	best.take(t)
	return threads
}

// partiesOf names who takes part in what a claim tells of.
func partiesOf(c *concord.IncidentClaim) []string {
	var names []string
	for _, p := range c.Event.Participants {
		if (p.Role == "party" || p.Role == "perpetrator") && named(p.Name) {
			names = append(names, p.Name)
		}
	}
	return names
}

// take adds a claim to the thread.
func (h *thread) take(t told) {
	if t.Event.Type == concord.CeasefireViolated {
		h.breaches = append(h.breaches, t)
	} else {
		h.steps = append(h.steps, t)
	}
	h.countries[t.country]++
	h.home = most(h.countries)
	if h.reports[t.report()]++; h.reports[t.report()] == 1 {
		h.scene.joins(t.scene)
	}
	if t.day.After(h.last) {
		h.last = t.day
	}
	if h.begun.IsZero() && begins(t) {
		h.begun = t.day
	}
	if t.Event.Type == concord.CeasefireEnded && t.Modality == concord.Asserted && t.day.After(h.ended) {
		h.ended = t.day
	}
	h.parties = addAll(h.parties, t.parties)
}

// told reports whether the thread tells of a ceasefire that somebody agreed, declared or kept, and not only of calls for one.
func (h *thread) told() bool {
	return len(h.breaches) > 0 || slices.ContainsFunc(h.steps, func(t told) bool {
		return t.Event.Type != concord.CeasefireProposed && t.Modality == concord.Asserted
	})
}
