package sqlstore

import (
	"cmp"
	"time"

	"concord"
)

// setting is what lists are narrowed by: when and where a claim's matter took place, and what it was.
type setting struct {
	account   string
	eventType concord.EventType
	measure   string
	highest   *int
	from, to  concord.Date
	where     *concord.Where
}

// settingOf takes a claim's time, place and type from itself, else from the account that it is about, and the time
// at last from its report.
func settingOf(c *concord.Claim, accounts map[string]*concord.Account, published concord.Date) setting {
	s := setting{from: published, to: published}
	if c.Incident != nil {
		s.account = *c.Incident
		if a := accounts[s.account]; a != nil {
			s.eventType, s.where = a.Type, a.Where
			s.during(a.When)
		}
	}
	if c.Event != nil {
		s.eventType = c.Event.Type
		s.during(c.Event.When)
		if c.Event.Where != nil {
			s.where = c.Event.Where
		}
	}
	if c.Figure != nil {
		s.measure, s.highest = string(c.Measure), &c.Low
		if c.High != nil {
			s.highest = c.High
		}
	}
	return s
}

func (s *setting) during(w *concord.When) {
	if w != nil && w.From != "" {
		s.from, s.to = w.From, w.To
	}
}

func (s setting) lat() *float64 { return latitude(s.where) }
func (s setting) lon() *float64 { return longitude(s.where) }

func latitude(w *concord.Where) *float64 {
	if w == nil || w.Point == nil {
		return nil
	}
	return &w.Lat
}

func longitude(w *concord.Where) *float64 {
	if w == nil || w.Point == nil {
		return nil
	}
	return &w.Lon
}

// days returns the first and the last day that two dates may mean, as ISO 8601, "" where the first is unknown.
func days(from, to concord.Date) (first, last string) {
	start, end, ok := from.Bounds()
	if !ok {
		return "", ""
	}
	if _, later, ok := to.Bounds(); ok && later.After(end) {
		end = later
	}
	return start.Format(time.DateOnly), end.Format(time.DateOnly)
}

// placeEntries are the words by which a place is found.
func placeEntries(w *concord.Where) []string {
	if w == nil {
		return nil
	}
	return []string{w.Name, w.Admin1, w.Country, w.Quote}
}

// sourceEntries names all who stand in the chain of who says it.
func sourceEntries(c *concord.Claim) []string {
	var names []string
	for _, s := range c.Source {
		names = append(names, s.Name, s.Organisation)
	}
	return names
}

// speakerOf names the original speaker of a claim: the publisher where it speaks in its own voice.
func speakerOf(c *concord.Claim, publisher string) (name string, kind concord.SpeakerKind) {
	if len(c.Source) == 0 {
		return publisher, concord.Media
	}
	s := c.Source[0]
	return cmp.Or(s.Name, s.Organisation, s.Role), s.Kind
}

// claimEntries are the words by which a claim is found: its own, and the names it was resolved to.
func claimEntries(c *concord.Claim) []string {
	entries := []string{c.Text}
	if c.Statement != nil {
		for _, part := range c.Content {
			entries = append(entries, part.Text)
		}
	}
	if c.Responsibility != nil {
		entries = append(entries, c.Responsibility.Actor.Name)
	}
	if c.Event != nil {
		for _, p := range c.Participants {
			entries = append(entries, p.Name)
		}
	}
	return entries
}

// unique returns the values without repetitions and zero ones, in order.
func unique[T comparable](values []T) []T {
	seen := make(map[T]bool, len(values))
	var zero T
	var kept []T
	for _, v := range values {
		if v != zero && !seen[v] {
			seen[v] = true
			kept = append(kept, v)
		}
	}
	return kept
}

// reportIDs returns the ids of the reports that accounts stand in, each once.
func reportIDs(keys []concord.AccountKey) []string {
	ids := make([]string, len(keys))
	for i, key := range keys {
		ids[i] = key.Report
	}
	return unique(ids)
}
