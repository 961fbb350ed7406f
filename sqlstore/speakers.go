package sqlstore

import (
	"context"
	"database/sql"

	"concord"
)

// Speakers counts the claims and reports of each original speaker. Names that differ in case alone are one speaker, which is called, and held to be
// of the kind, that most of its claims say.
func (r reader) Speakers(ctx context.Context, f concord.Filter) ([]concord.SpeakerLine, error) {
	q, from := r.spoken(f)
	query := "SELECT lower(c.speaker), count(*), count(DISTINCT c.report), coalesce(min(NULLIF(c.published, '')), ''), max(c.published)" +
		from + q.conditions() + " GROUP BY lower(c.speaker) ORDER BY count(*) DESC, lower(c.speaker)" + q.limits(f)
	lines := []concord.SpeakerLine{}
	var folded []string
	err := r.each(ctx, query, q.args, func(rows *sql.Rows) error {
		var l concord.SpeakerLine
		var name string
		err := rows.Scan(&name, &l.Claims, &l.Reports, &l.First, &l.Last)
		lines, folded = append(lines, l), append(folded, name)
		return err
	})
	if err != nil || len(lines) == 0 {
		return lines, err
	}
	called, err := r.called(ctx, f, folded)
	for i, name := range folded {
		lines[i].Name, lines[i].Kind = called[name].name, called[name].kind
	}
	return lines, err
}

// spoken returns the conditions of a filter on claims that somebody makes, and the tables that they speak of.
func (r reader) spoken(f concord.Filter) (*query, string) {
	q := newQuery(r.dialect)
	q.claims(f)
	q.and("c.speaker <> ''")
	return q, claimTables(f)
}

// claimTables are the tables that the conditions of a filter on claims speak of: reports only where they must be read.
func claimTables(f concord.Filter) string {
	from := " FROM claims c"
	if f.IDs != nil || f.Unreviewed || f.AsKnownOn != "" {
		from += " JOIN reports r ON r.seq = c.report"
	}
	return from
}

// calling is what a speaker is called most often, and what kind of speaker it is most often.
type calling struct {
	name         string
	kind         concord.SpeakerKind
	names, kinds map[string]int
}

// called returns the callings of speakers by their folded names.
func (r reader) called(ctx context.Context, f concord.Filter, folded []string) (map[string]*calling, error) {
	q, from := r.spoken(f)
	q.and("lower(c.speaker) IN %s", r.dialect.list(q.arg(jsonList(folded))))
	query := "SELECT lower(c.speaker), c.speaker, c.voice, count(*)" + from + q.conditions() + " GROUP BY lower(c.speaker), c.speaker, c.voice ORDER BY c.speaker, c.voice"
	found := make(map[string]*calling, len(folded))
	err := r.each(ctx, query, q.args, func(rows *sql.Rows) error {
		var who, name, kind string
		var claims int
		if err := rows.Scan(&who, &name, &kind, &claims); err != nil {
			return err
		}
		c := found[who]
		if c == nil {
			c = &calling{names: map[string]int{}, kinds: map[string]int{}}
			found[who] = c
		}
		c.names[name] += claims
		c.kinds[kind] += claims
		if c.names[name] > c.names[c.name] {
			c.name = name
		}
		if c.kinds[kind] > c.kinds[string(c.kind)] {
			c.kind = concord.SpeakerKind(kind)
		}
		return nil
	})
	return found, err
}
