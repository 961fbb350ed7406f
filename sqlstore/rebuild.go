package sqlstore

import (
	"context"
	"database/sql"
	"encoding/json"

	"concord"
)

// Outdated counts the reports that an earlier edition read.
func (s *Store) Outdated(ctx context.Context) (int, error) {
	var n int
	err := s.db.QueryRowContext(ctx, "SELECT count(*) FROM reports WHERE edition < $1", concord.Edition).Scan(&n)
	return n, s.fail("read", err)
}

// Rebuild empties what is derived and hands the reports back, in one transaction.
func (s *Store) Rebuild(ctx context.Context, fn func(concord.Tx, []concord.Reading) error) error {
	return s.update(ctx, func(t *tx) error {
		t.again = map[string]int64{}
		if err := t.count(ctx, "incidents"); err != nil {
			return err
		}
		if err := t.execAll(ctx, t.setAside()); err != nil {
			return err
		}
		for last := int64(0); ; {
			reports, err := t.following(ctx, &last)
			if err != nil {
				return err
			}
			if err := fn(t, reports); err != nil {
				return err
			}
			if err := t.flush(ctx); err != nil {
				return err
			}
			if len(reports) == 0 {
				break
			}
		}
		if err := t.keepIncidents(ctx); err != nil {
			return err
		}
		return t.execAll(ctx, []string{"DROP TABLE claims_before", "DROP TABLE accounts_before", "DROP TABLE incidents_before"})
	})
}

// setAside are the statements that take out all that is derived. What was read, and in which incidents, is put aside until it is read anew.
func (t *tx) setAside() []string {
	statements := []string{
		"CREATE TABLE claims_before AS SELECT seq, report, data, trace FROM claims",
		"CREATE INDEX claims_before_report ON claims_before (report)",
		"CREATE TABLE accounts_before AS SELECT seq, report, id, data, incident FROM accounts",
		"CREATE INDEX accounts_before_report ON accounts_before (report)",
		"CREATE INDEX accounts_before_incident ON accounts_before (incident)",
		"CREATE TABLE incidents_before AS SELECT seq, id FROM incidents",
		"CREATE INDEX incidents_before_id ON incidents_before (id)",
	}
	for _, table := range []string{"incident_tolls", "incident_data", "incidents", "blocks", "accounts", "claims"} {
		statements = append(statements, "DELETE FROM "+table)
	}
	for _, table := range []string{"report_words", "claim_words", "incident_words", "incident_actors"} {
		statements = append(statements, t.dialect.emptyWords(table))
	}
	return statements
}

// execAll executes statements until the first that fails.
func (t *tx) execAll(ctx context.Context, statements []string) error {
	for _, statement := range statements {
		if err := t.exec(ctx, statement); err != nil {
			return err
		}
	}
	return nil
}

// Reports are handed back so many at once, and of long texts fewer.
const (
	reportsAgain = 64
	bytesAgain   = 8 << 20
)

// following returns the next reports after the one numbered last, with what had been read of them, and sets last to the number of the last
// one returned; none after the last of all.
func (t *tx) following(ctx context.Context, last *int64) ([]concord.Reading, error) {
	var reports []concord.Reading
	long := 0
	query := `SELECT seq, id, name, url, title, publisher, published, language, text, mentions FROM reports WHERE seq > $1 ORDER BY seq LIMIT $2`
	err := t.each(ctx, query, []any{*last, reportsAgain}, func(rows *sql.Rows) error {
		var seq int64
		var mentions sql.RawBytes
		var r concord.Reading
		p := &r.Report
		err := rows.Scan(&seq, &p.ID, &p.Name, &p.URL, &p.Title, &p.Publisher, &p.Published, &p.Language, &p.Text, &mentions)
		if long += len(p.Text); err != nil || long > bytesAgain && len(reports) > 0 {
			return err
		}
		err = json.Unmarshal(mentions, &r.Mentions)
		reports, *last, t.again[p.ID] = append(reports, r), seq, seq
		return err
	})
	for i := range reports {
		r, seq := &reports[i], t.again[reports[i].Report.ID]
		if err == nil {
			r.Accounts, err = eachJSON[concord.Account](ctx, t.reader, "SELECT data FROM accounts_before WHERE report = $1 ORDER BY seq", []any{seq})
		}
		if err == nil {
			r.Claims, err = t.claimsWithTrace(ctx, "claims_before", seq)
		}
	}
	return reports, err
}

// putAgain adds what was read anew of a report that is there.
func (t *tx) putAgain(ctx context.Context, seq int64, r *concord.Reading) error {
	mentions, err := json.Marshal(r.Mentions)
	if err != nil {
		return err
	}
	delete(t.again, r.Report.ID)
	if err := t.exec(ctx, "UPDATE reports SET claims = $1, mentions = $2, edition = $3 WHERE seq = $4", len(r.Claims), string(mentions), concord.Edition, seq); err != nil {
		return err
	}
	return t.putRead(ctx, seq, r)
}
