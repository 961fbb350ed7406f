package timeline

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"slices"
	"strings"
	"time"

	"concord"
	"concord/lexicon"
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

// apart is how many days after a ceasefire took effect another one may be agreed or begin, and is not the same.
const apart = 3 * 24 * time.Hour

// fit says how well a claim fits the thread; above 0 it may belong there.
func (h *thread) fit(t told) int {
	switch {
	case t.day.Sub(h.last) > silence && !h.stands(t):
		return 0
	case !h.begun.IsZero() && begins(t) && gap(t.day, h.begun) > apart:
		return 0
	case !h.begun.IsZero() && anew(t) && t.day.Sub(h.begun) > apart:
		return 0
	case !h.ended.IsZero() && (anew(t) || begins(t) || t.Event.Type == concord.CeasefireExtended) && t.day.Sub(h.ended) > 24*time.Hour:
		return 0
	}
	if h.home != t.country && !h.scene.meets(t.scene) {
		return 0
	}
	shared, foreign := h.parted(t), h.home != "" && t.country != "" && h.home != t.country
	if shared == 0 && foreign && len(h.parties) > 0 && len(t.parties) > 0 {
		return 0
	}
	score := 2 + 4*shared
	if overlap(h.scene.names, t.scene.names) {
		score++
	}
	if !h.begun.IsZero() && begins(t) {
		score += 6
	}
	if h.reports[t.report()] > 0 {
		score += 5
	}
	switch {
	case h.home == t.country:
		score += 2
	case h.home != "" && t.country != "":
		score--
	}
	if t.day.Before(h.first.Add(-14 * 24 * time.Hour)) {
		return 0
	}
	return score
}

// standing is how long a ceasefire that nobody ended may be broken or ended without a word between.
const standing = 8 * 365 * 24 * time.Hour

// stands reports whether a claim that takes a ceasefire for granted is, after a long silence, about this one: it was made or kept by the same
// parties, and no end of it was told.
func (h *thread) stands(t told) bool {
	switch t.Event.Type {
	case concord.CeasefireViolated, concord.CeasefireEnded, concord.CeasefireSuspended:
	default:
		if !t.coarse {
			return false
		}
	}
	made := !h.begun.IsZero() || slices.ContainsFunc(h.steps, anew)
	akin := h.parted(t) > 0 || (t.country == "" || len(t.parties) == 0) && overlap(h.scene.names, t.scene.names)
	return made && akin && h.ended.IsZero() && t.day.Sub(h.last) <= standing
}

// gap is the time between two days.
func gap(a, b time.Time) time.Duration { return max(a.Sub(b), b.Sub(a)) }

// parted counts the parties of a claim that are the thread's too; of another country, only those that bear a name of their own.
func (h *thread) parted(t told) int {
	shared := 0
	for _, name := range t.parties {
		if holds(h.parties, name) && (h.home == t.country || distinctive(name) || overlap(h.scene.names, t.scene.names)) {
			shared++
		}
	}
	return shared
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

// ceasefire writes the thread down.
func (h *thread) ceasefire(beside map[string][]*concord.IncidentClaim) *concord.Ceasefire {
	c := concord.Ceasefire{Country: h.home, Parties: []string{}, Mediators: []string{}, Guarantors: []string{}, Monitors: []string{}, Steps: []concord.CeasefireStep{},
		Violations: []concord.Violation{}, Commitments: []concord.Commitment{}, States: []concord.PartyState{}}
	steps := append(slices.Clone(h.steps), h.talks...)
	slices.SortStableFunc(steps, func(a, b told) int { return a.day.Compare(b.day) })
	for _, t := range steps {
		c.Steps = append(c.Steps, stepOf(t, &c))
	}
	c.Announced = h.day(func(t told) bool {
		return t.Event.Type == concord.CeasefireAgreed || t.Event.Type == concord.CeasefireDeclared
	})
	c.Effective = h.day(func(t told) bool { return t.Rule == "truce/begun" })
	c.Ended = h.day(func(t told) bool { return t.Event.Type == concord.CeasefireEnded })
	c.Violations = violations(h.breaches, beside)
	h.brokered(&c, beside)
	for _, v := range c.Violations {
		c.Parties = addAll(c.Parties, v.Accused)
		if v.Monitor {
			c.Monitors = addAll(c.Monitors, v.AllegedBy)
		}
	}
	c.Statements = h.statements(beside)
	c.States = states(c.Steps)
	said := h.said(beside)
	c.Purpose, c.Written = purpose(said), written(said)
	c.Terms = terms(said)
	if c.Effective == nil {
		c.Effective = runsFrom(said)
	}
	c.Expires = expires(&c)
	c.Area = h.commonPlace()
	c.Name = h.name(&c)
	c.ID = h.id()
	return &c
}

// stepOf writes one step down and adds who took part to the ceasefire.
func stepOf(t told, c *concord.Ceasefire) concord.CeasefireStep {
	s := concord.CeasefireStep{State: t.Event.Type, When: t.Event.When, By: []string{}, Claim: *t.IncidentClaim}
	for _, p := range t.Event.Participants {
		switch {
		case !named(p.Name):
		case p.Role == "mediator", p.Role == "perpetrator" && t.Event.Type == concord.Mediation:
			c.Mediators = add(c.Mediators, p.Name)
		case p.Role == "guarantor":
			c.Guarantors = add(c.Guarantors, p.Name)
		case p.Role == "monitor":
			c.Monitors = add(c.Monitors, p.Name)
		case p.Role == "party" && p.Kind != "unknown":
			s.By = add(s.By, p.Name)
			if t.Event.Type.Group() == concord.Ceasefires && t.Event.Type != concord.CeasefireProposed {
				c.Parties = add(c.Parties, p.Name)
			}
		}
	}
	return s
}

// states gives each party its last step, in order of the parties' first steps.
func states(steps []concord.CeasefireStep) []concord.PartyState {
	list := []concord.PartyState{}
	for i := range steps {
		s := &steps[i]
		if s.Claim.Modality != concord.Asserted {
			continue
		}
		for _, by := range s.By {
			state := concord.PartyState{Party: by, State: s.State, When: s.When, Claim: key(&s.Claim)}
			if at := slices.IndexFunc(list, func(p concord.PartyState) bool { return same(p.Party, by) }); at >= 0 {
				list[at] = state
			} else {
				list = append(list, state)
			}
		}
	}
	return list
}

// day returns the day that most asserted steps of a kind give, those with the day in words counted first, the earlier of two equals.
func (h *thread) day(is func(told) bool) *concord.When {
	votes := map[time.Time]int{}
	best := map[time.Time]*concord.When{}
	for _, t := range h.steps {
		if !is(t) || t.coarse || t.Modality == concord.Denied || t.Modality == concord.Demanded || t.Event.When == nil {
			continue
		}
		votes[t.day] += int(10 * t.Confidence)
		if t.stated {
			votes[t.day] += 20
		}
		if best[t.day] == nil || t.stated {
			best[t.day] = t.Event.When
		}
	}
	var chosen time.Time
	for day, n := range votes {
		if m := votes[chosen]; chosen.IsZero() || n > m || n == m && day.Before(chosen) {
			chosen = day
		}
	}
	return best[chosen]
}

// commonPlace returns the place smaller than the country that at least half of the thread's steps name of those that name one in the country. Breaches
// are told of single towns, and say nothing of how far it reaches.
func (h *thread) commonPlace() *concord.Where {
	count, all := map[string]int{}, 0
	var best *concord.Where
	for _, t := range slices.Concat(h.steps, h.talks) {
		w := t.Event.Where
		if w == nil || w.Country != h.home {
			continue
		}
		all++
		if w.Precision == concord.ToCountry {
			continue
		}
		count[w.Name]++
		if best == nil || count[w.Name] > count[best.Name] {
			best = w
		}
	}
	if best != nil && 2*count[best.Name] < all {
		return nil
	}
	return best
}

// purpose is what most steps say it is for, the first told of equals.
func purpose(steps []told) string {
	count := map[string]int{}
	best := "unknown"
	for _, t := range steps {
		if t.Event.Truce == nil || t.Event.Truce.Purpose == "" {
			continue
		}
		p := t.Event.Truce.Purpose
		if count[p]++; count[p] > count[best] {
			best = p
		}
	}
	return best
}

// written reports whether some step was put on paper.
func written(steps []told) bool {
	return slices.ContainsFunc(steps, func(t told) bool {
		return t.Event.Truce != nil && t.Event.Truce.Written != nil && *t.Event.Truce.Written
	})
}

// name says which ceasefire it is: "Ceasefire in Syria, September 2016".
func (h *thread) name(c *concord.Ceasefire) string {
	day := h.first
	for _, w := range []*concord.When{c.Effective, c.Announced} {
		if w != nil {
			if from, _, ok := w.From.Bounds(); ok {
				day = from
				break
			}
		}
	}
	place := cmp.Or(lexicon.Country(c.Country), c.Country)
	if c.Area != nil {
		place = c.Area.Name + ", " + place
	}
	if place == "" {
		return "Ceasefire, " + day.Format("January 2006")
	}
	return "Ceasefire in " + place + ", " + day.Format("January 2006")
}

// id names the thread by its country and its first claim, so that it stays while the thread grows.
func (h *thread) id() string {
	sum := fnv.New32a()
	all := append(slices.Clone(h.steps), h.breaches...)
	least := slices.MinFunc(all, func(a, b told) int { return strings.Compare(key(a.IncidentClaim), key(b.IncidentClaim)) })
	sum.Write([]byte(key(least.IncidentClaim)))
	return fmt.Sprintf("cf-%s-%s-%04x", strings.ToLower(h.home), h.first.Format("2006-01-02"), sum.Sum32()&0xffff)
}
