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
