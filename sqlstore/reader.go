package sqlstore

import (
	"context"
	"database/sql"
	"errors"

	"github.com/go-json-experiment/json"

	"concord"
)

// reader reads the record, within a transaction or outside of one.
type reader struct {
	db interface {
		ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
		QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
		QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
	}
	dialect dialect
	name    string
}

// each calls scan for every row of a query.
func (r reader) each(ctx context.Context, query string, args []any, scan func(*sql.Rows) error) error {
	rows, err := r.db.QueryContext(ctx, query, args...)
	if err != nil {
		return r.fail("read", err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := scan(rows); err != nil {
			return r.fail("read", err)
		}
	}
	return r.fail("read", rows.Err())
}

// eachJSON calls keep with the JSON in the one column of every row.
func eachJSON[T any](ctx context.Context, r reader, query string, args []any) ([]T, error) {
	all := []T{}
	err := r.each(ctx, query, args, func(rows *sql.Rows) error {
		var data sql.RawBytes
		if err := rows.Scan(&data); err != nil {
			return err
		}
		var value T
		if err := json.Unmarshal(data, &value); err != nil {
			return err
		}
		all = append(all, value)
		return nil
	})
	return all, err
}

// seqs returns the numbers of the rows of table that have one of the ids.
func (r reader) seqs(ctx context.Context, table string, ids []string) (map[string]int64, error) {
	found := make(map[string]int64, len(ids))
	query := "SELECT id, seq FROM " + table + " WHERE id IN " + r.dialect.list("$1")
	err := r.each(ctx, query, []any{jsonList(ids)}, func(rows *sql.Rows) error {
		var id string
		var seq int64
		err := rows.Scan(&id, &seq)
		found[id] = seq
		return err
	})
	return found, err
}

// Reading returns a report with all that was read in it, by the report's id, or else the report last taken in under that name.
func (r reader) Reading(ctx context.Context, id string) (concord.Reading, error) {
	var reading concord.Reading
	var seq int64
	var mentions string
	p := &reading.Report
	err := r.db.QueryRowContext(ctx, `SELECT seq, id, name, url, title, publisher, published, language, text, mentions
		FROM reports WHERE id = $1 OR name = $1 ORDER BY CASE WHEN id = $1 THEN 0 ELSE 1 END, seq DESC LIMIT 1`, id).
		Scan(&seq, &p.ID, &p.Name, &p.URL, &p.Title, &p.Publisher, &p.Published, &p.Language, &p.Text, &mentions)
	if errors.Is(err, sql.ErrNoRows) {
		return reading, concord.Errorf(concord.NotFound, "read "+r.name, "there is no report %q; \"concord reports\" lists them", id)
	}
	if err == nil {
		err = json.Unmarshal([]byte(mentions), &reading.Mentions)
	}
	if err != nil {
		return reading, r.fail("read", err)
	}
	reading.Accounts, err = eachJSON[concord.Account](ctx, r, "SELECT data FROM accounts WHERE report = $1 ORDER BY seq", []any{seq})
	if err != nil {
		return reading, err
	}
	reading.Claims, err = r.claimsWithTrace(ctx, "claims", seq)
	return reading, err
}

// Reports lists reports, newest first; with words, a passage that holds them stands beside each.
func (r reader) Reports(ctx context.Context, f concord.Filter) ([]concord.ReportLine, error) {
	q := newQuery(r.dialect)
	q.reports(f)
	text := "''"
	if f.Words != "" {
		text = "r.text"
	}
	query := `SELECT r.id, r.name, r.url, r.title, r.publisher, r.published, r.claims,
		(SELECT count(DISTINCT a.incident) FROM accounts a WHERE a.report = r.seq AND a.incident <> ''), ` + text + ` FROM reports r`
	lines := []concord.ReportLine{}
	err := r.each(ctx, q.sql(query, f, "r.from_day", "r.seq"), q.args, func(rows *sql.Rows) error {
		var l concord.ReportLine
		var text string
		err := rows.Scan(&l.ID, &l.Name, &l.URL, &l.Title, &l.Publisher, &l.Published, &l.Claims, &l.Incidents, &text)
		l.Passage = passage(text, phrasesOf(f.Words))
		lines = append(lines, l)
		return err
	})
	return lines, err
}

// Incidents lists incidents, the latest first unless the filter orders otherwise.
func (r reader) Incidents(ctx context.Context, f concord.Filter) ([]concord.Incident, error) {
	q := newQuery(r.dialect)
	q.incidents(f)
	// What is skipped and sorted is not read: the page's incidents are found first, by their numbers.
	page := q.sql("SELECT i.seq FROM incidents i", f, "i.from_day", "i.seq")
	query := "SELECT d.data FROM incidents i JOIN incident_data d ON d.seq = i.seq WHERE i.seq IN (" + page + ") ORDER BY " + order(f, "i.from_day", "i.seq")
	return eachJSON[concord.Incident](ctx, r, query, q.args)
}

// Counts counts the rows of the record. What is never taken out is numbered without gaps, so that its highest number tells how many there are.
func (r reader) Counts(ctx context.Context) (concord.Counts, error) {
	var c concord.Counts
	err := r.db.QueryRowContext(ctx, `SELECT (SELECT coalesce(max(seq), 0) FROM reports), (SELECT coalesce(max(seq), 0) FROM claims),
		(SELECT count(*) FROM incidents), (SELECT coalesce(max(seq), 0) FROM decisions)`).Scan(&c.Reports, &c.Claims, &c.Incidents, &c.Decisions)
	return c, r.fail("read", err)
}

// Incident returns one incident.
func (r reader) Incident(ctx context.Context, id string) (concord.Incident, error) {
	found, err := r.Incidents(ctx, concord.Filter{IDs: []string{id}})
	if err != nil {
		return concord.Incident{}, err
	}
	if len(found) == 0 {
		return concord.Incident{}, concord.Errorf(concord.NotFound, "read "+r.name, "there is no incident %q; \"concord incidents\" lists them", id)
	}
	return found[0], nil
}
