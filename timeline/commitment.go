package timeline

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"slices"
	"strings"
	"time"

	"concord"
)

// patience is how long after a commitment, where it names no day, a later claim may still tell what became of it.
const patience = 90 * 24 * time.Hour

// Commitments returns what named speakers promised, demanded or threatened, in order of time, each with the later claims that speak for or against
// its having come about. A status is a proposal: done where something speaks for it and nothing against, contradicted where both do,
// not_done where only something against, else open.
func Commitments(claims []concord.IncidentClaim) []concord.Commitment {
	l := newLedger()
	l.add(claims)
	return l.all()
}

// commits reports whether a claim is a statement by which somebody named binds himself or others.
func commits(c *concord.IncidentClaim) bool {
	if c.Statement == nil || len(voices(c)) == 0 {
		return false
	}
	switch c.Act {
	case concord.Promise, concord.Demand, concord.Threaten, concord.Warn:
		return true
	}
	return false
}

// threatens reports whether a warning is of what the speaker's own side would do.
func threatens(t told, beside []*concord.IncidentClaim) bool {
	return slices.ContainsFunc(beside, func(e *concord.IncidentClaim) bool {
		return e.Event != nil && (e.Modality == concord.Conditional || e.Modality == concord.Planned) && within(t.Statement, e) && own(e, t.Statement)
	})
}

// own reports whether what is told of is said to be the doing of the speaker's side: "its aircraft had struck", "we will strike".
func own(e *concord.IncidentClaim, s *concord.Statement) bool {
	ours := func(words string) bool {
		first, _, _ := strings.Cut(strings.TrimPrefix(strings.ToLower(words), "that "), " ")
		return slices.Contains([]string{"its", "his", "her", "their", "our", "we"}, first)
	}
	if slices.ContainsFunc(e.Event.Participants, func(p concord.Participant) bool { return p.Role == "perpetrator" && ours(p.Name) }) {
		return true
	}
	return s != nil && slices.ContainsFunc(s.Content, func(part concord.Quote) bool {
		return part.Start < e.End && e.End <= part.End && e.Start-part.Start < near && ours(part.Text)
	})
}

// commitmentOf writes one commitment down. What is promised are the events told of in its content.
func commitmentOf(t told, beside []*concord.IncidentClaim, events []told) concord.Commitment {
	made := t.Published.Day()
	sum := fnv.New32a()
	sum.Write([]byte(key(t.IncidentClaim)))
	c := concord.Commitment{ID: fmt.Sprintf("cm-%s-%06x", made, sum.Sum32()&0xffffff), Speaker: t.Source[0], Act: t.Act, Made: made,
		Claim: *t.IncidentClaim, Status: "open", Evidence: []concord.Evidence{}}
	var meant []*concord.IncidentClaim
	for _, e := range beside {
		if e.Event != nil && within(t.Statement, e) {
			meant = append(meant, e)
			if due := e.Event.When; due != nil && due.Span != nil && due.To >= made && c.Due == nil {
				c.Due = due
			}
		}
	}
	last := lastDay(t, c.Due)
	first, _ := slices.BinarySearchFunc(events, t.day, func(e told, day time.Time) int { return cmp.Or(e.day.Compare(day), -1) })
	for _, e := range events[first:] {
		if e.day.After(last) {
			break
		}
		if e.Published <= t.Published || e.report() == t.report() {
			continue
		}
		if evidence, speaks := weigh(e, t, meant); speaks {
			c.Evidence = append(c.Evidence, evidence)
		}
	}
	c.Status = status(c.Evidence)
	return c
}

// within reports whether a claim stands in the words that were said; it may begin before them, with who said it.
func within(s *concord.Statement, c *concord.IncidentClaim) bool {
	return slices.ContainsFunc(s.Content, func(part concord.Quote) bool { return part.Start < c.End && c.End <= part.End })
}

// speaksOfTruce reports whether words speak of a ceasefire.
func speaksOfTruce(quote string) bool {
	quote = strings.ToLower(quote)
	return slices.ContainsFunc([]string{"ceasefire", "cease-fire", "truce", "hostilities"}, func(w string) bool { return strings.Contains(quote, w) })
}

// span returns the days between which a ceasefire is spoken of.
func span(c *concord.Ceasefire) (from, to concord.Date) {
	for _, s := range c.Steps {
		if p := s.Claim.Published.Day(); from == "" || p < from {
			from = p
		}
		if p := s.Claim.Published.Day(); p > to {
			to = p
		}
	}
	for _, v := range c.Violations {
		to = max(to, v.Claim.Published.Day())
	}
	return from, to
}
