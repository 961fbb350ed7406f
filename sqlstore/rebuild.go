package sqlstore

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"maps"
	"slices"
	"strings"

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
	for _, table := range []string{"report_words", "claim_words", "incident_words"} {
		statements = append(statements, t.dialect.emptyWords(table))
	}
	return statements
}

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
	reportsAgain = 256
	bytesAgain   = 8 << 20
)

// following returns the next reports after the one numbered last, with what had been read of them, and sets last to the number of the last
// one returned; none after the last of all.
func (t *tx) following(ctx context.Context, last *int64) ([]concord.Reading, error) {
	var reports []concord.Reading
	t.again = map[string]int64{}
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

// numbersBefore adds the numbers that incidents had before the record was rebuilt, by their ids, to those known, so that lists keep their order.
func (t *tx) numbersBefore(ctx context.Context, known map[string]int64, ids []string) error {
	if t.again == nil {
		return nil
	}
	before, err := t.seqs(ctx, "incidents_before", ids)
	maps.Copy(known, before)
	return err
}

// keepIncidents gives incidents the ids, and with these the numbers, of those that most of their accounts stood in before.
func (t *tx) keepIncidents(ctx context.Context) error {
	names, err := t.namesBefore(ctx)
	if err != nil {
		return err
	}
	for id, name := range names {
		if err := t.exec(ctx, "UPDATE incidents SET id = $1 WHERE id = $2", underWay+name, id); err != nil {
			return err
		}
	}
	for few := range slices.Chunk(slices.Sorted(maps.Values(names)), rowsAtOnce) {
		if err := t.rename(ctx, few); err != nil {
			return err
		}
	}
	return nil
}

// underWay stands before the new id of an incident while another one may still bear it.
const underWay = "~"

// namesBefore returns the ids that incidents are to have, by those that they have, where these differ. Each goes to the incident that has most
// accounts of the one that bore it; an incident whose id another one takes gets one that none has.
func (t *tx) namesBefore(ctx context.Context) (map[string]string, error) {
	const stands = `SELECT a.incident AS id, b.incident AS before, count(*) AS accounts FROM accounts a
		JOIN accounts_before b ON b.report = a.report AND b.id = a.id WHERE a.incident <> '' AND b.incident <> '' GROUP BY a.incident, b.incident`
	names, taken := map[string]string{}, map[string]bool{}
	query := "WITH stands AS (" + stands + "), moved AS (SELECT id, before FROM stands WHERE id <> before) " +
		`SELECT id, before FROM stands WHERE id IN (SELECT id FROM moved) OR id IN (SELECT before FROM moved) OR before IN (SELECT id FROM moved)
		OR before IN (SELECT before FROM moved) ORDER BY accounts DESC, CASE WHEN id = before THEN 0 ELSE 1 END, before, id`
	err := t.each(ctx, query, nil, func(rows *sql.Rows) error {
		var id, before string
		err := rows.Scan(&id, &before)
		if _, named := names[id]; !named && !taken[before] {
			names[id], taken[before] = before, true
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	there, err := t.seqs(ctx, "incidents", slices.Collect(maps.Keys(taken)))
	for id := range there {
		if _, named := names[id]; !named {
			sum := sha256.Sum256([]byte(id))
			names[id] = hex.EncodeToString(sum[:16])
		}
	}
	maps.DeleteFunc(names, func(id, name string) bool { return id == name })
	return names, err
}

// rename writes incidents that are under way to their names anew under these.
func (t *tx) rename(ctx context.Context, names []string) error {
	ids := make([]string, len(names))
	for i, name := range names {
		ids[i] = underWay + name
	}
	renamed := make([]concord.Incident, 0, len(names))
	err := t.each(ctx, "SELECT i.id, d.data FROM incidents i JOIN incident_data d ON d.seq = i.seq WHERE i.id IN "+t.dialect.list("$1"), []any{jsonList(ids)},
		func(rows *sql.Rows) error {
			var id string
			var data sql.RawBytes
			if err := rows.Scan(&id, &data); err != nil {
				return err
			}
			var in concord.Incident
			err := json.Unmarshal(data, &in)
			in.ID = strings.TrimPrefix(id, underWay)
			renamed = append(renamed, in)
			return err
		})
	if err != nil {
		return err
	}
	return t.PutIncidents(ctx, renamed, ids)
}
