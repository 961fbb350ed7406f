package sqlstore

import (
	"cmp"
	"context"
	"encoding/json"
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

// incidentRows are the rows of incidents in all their tables.
type incidentRows struct {
	incidents, data, tolls, words [][]any
}

func (r *incidentRows) add(seq int64, in *concord.Incident) error {
	data, err := json.Marshal(in)
	if err != nil {
		return err
	}
	var from, to string
	var where concord.Where
	if in.When != nil {
		from, to = days(in.When.From, in.When.To)
	}
	if in.Where != nil {
		where = *in.Where
	}
	highest := tollsOf(in)
	for measure, n := range highest {
		r.tolls = append(r.tolls, []any{seq, string(measure), n})
	}
	r.incidents = append(r.incidents, []any{seq, in.ID, string(in.Type), from, to, knownSince(in), where.Name, where.Admin1, where.Country, string(where.Precision),
		latitude(in.Where), longitude(in.Where), string(in.Agreement), in.IndependentSources, highest[concord.Killed]})
	r.data = append(r.data, []any{seq, string(data)})
	r.words = append(r.words, wordsOfIncident(seq, in))
	return nil
}

func (r *incidentRows) insert(ctx context.Context, t *tx) error {
	err := t.insert(ctx, "incidents", "seq id type from_day to_day known place admin1 country placed lat lon agreement sources toll", r.incidents)
	if err == nil {
		err = t.insert(ctx, "incident_data", "seq data", r.data)
	}
	if err == nil {
		err = t.insert(ctx, "incident_tolls", "incident measure highest", r.tolls)
	}
	if err == nil {
		err = t.insert(ctx, "incident_words", "rowid vector:places vector:sources vector:words", r.words)
	}
	return err
}

// tollsOf returns the highest reported number of each measure; only tolls of the incident itself count.
func tollsOf(in *concord.Incident) map[concord.Measure]int {
	highest := make(map[concord.Measure]int)
	for _, f := range in.Figures {
		if f.Scope != "" && f.Scope != concord.ScopeIncident {
			continue
		}
		n := max(f.Lowest, f.Best)
		if f.Highest != nil {
			n = max(n, *f.Highest)
		}
		highest[f.Measure] = max(highest[f.Measure], n)
	}
	return highest
}

// knownSince returns the day of the earliest dated report, "" where none has a date.
func knownSince(in *concord.Incident) string {
	since := ""
	for i := range in.Claims {
		if _, day := days(in.Claims[i].Published, in.Claims[i].Published); day != "" && (since == "" || day < since) {
			since = day
		}
	}
	return since
}

func wordsOfIncident(seq int64, in *concord.Incident) []any {
	places := placeEntries(in.Where)
	var sources, words []string
	for i := range in.Claims {
		c := &in.Claims[i]
		sources = append(append(sources, sourceEntries(&c.Claim)...), c.Publisher)
		words = append(words, claimEntries(&c.Claim)...)
		if c.Event != nil {
			places = append(places, placeEntries(c.Event.Where)...)
		}
	}
	return []any{seq, foldAll(unique(places)...), foldAll(unique(sources)...), foldAll(unique(words)...)}
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

func reportIDs(keys []concord.AccountKey) []string {
	ids := make([]string, len(keys))
	for i, key := range keys {
		ids[i] = key.Report
	}
	return unique(ids)
}
