package sqlstore

import (
	"context"
	"encoding/json"

	"concord"
)

// incidentRows are the rows of incidents in all their tables.
type incidentRows struct {
	incidents, data, tolls, words, actors [][]any
}

// add adds the rows of an incident with this number.
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
	r.actors = append(r.actors, []any{seq, foldAll(actorsOf(in)...)})
	return nil
}

// insert writes the rows.
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
	if err == nil {
		err = t.insert(ctx, "incident_actors", "rowid vector:actors", r.actors)
	}
	return err
}

// actorsOf returns the names of whoever is blamed for an incident, denies or admits it, or is told to have done it.
func actorsOf(in *concord.Incident) []string {
	var names []string
	for _, b := range in.Blame {
		names = append(names, b.Actor)
	}
	for i := range in.Claims {
		c := &in.Claims[i]
		if c.Responsibility != nil {
			names = append(names, c.Responsibility.Actor.Name)
		}
		if c.Event == nil {
			continue
		}
		for _, p := range c.Event.Participants {
			if p.Role == "perpetrator" || p.Role == "party" {
				names = append(names, p.Name)
			}
		}
	}
	return unique(names)
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

// wordsOfIncident returns the row of the words by which an incident is found.
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
