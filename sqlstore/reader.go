package sqlstore

import (
	"context"
	"database/sql"
	"errors"
	"github.com/go-json-experiment/json"
	"slices"

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

// claimsWithTrace returns the claims that a table holds of the report numbered seq.
func (r reader) claimsWithTrace(ctx context.Context, table string, seq int64) ([]concord.Claim, error) {
	claims := []concord.Claim{}
	err := r.each(ctx, "SELECT data, trace FROM "+table+" WHERE report = $1 ORDER BY seq", []any{seq}, func(rows *sql.Rows) error {
		var data, trace sql.RawBytes
		if err := rows.Scan(&data, &trace); err != nil {
			return err
		}
		var c concord.Claim
		if err := json.Unmarshal(data, &c); err != nil {
			return err
		}
		err := json.Unmarshal(trace, &c.Trace)
		claims = append(claims, c)
		return err
	})
	return claims, err
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

// eachClaim returns the claims of a query's rows, where about is given only those about accounts that it holds for.
func (r reader) eachClaim(ctx context.Context, rest string, args []any, about func(concord.AccountKey) bool) ([]concord.IncidentClaim, error) {
	claims := []concord.IncidentClaim{}
	query := "SELECT r.id, r.name, r.publisher, r.published, c.account, c.data FROM claims c JOIN reports r ON r.seq = c.report" + rest
	err := r.each(ctx, query, args, func(rows *sql.Rows) error {
		var c concord.IncidentClaim
		var account string
		var data sql.RawBytes
		if err := rows.Scan(&c.ReportID, &c.Report, &c.Publisher, &c.Published, &account, &data); err != nil {
			return err
		}
		if about != nil && !about(concord.AccountKey{Report: c.ReportID, Account: account}) {
			return nil
		}
		err := json.Unmarshal(data, &c.Claim)
		claims = append(claims, c)
		return err
	})
	return claims, err
}

// Claims lists claims, those that tell of the latest days first.
func (r reader) Claims(ctx context.Context, f concord.Filter) ([]concord.IncidentClaim, error) {
	q := newQuery(r.dialect)
	q.claims(f)
	return r.eachClaim(ctx, q.sql("", f, "c.from_day", "c.seq"), q.args, nil)
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

// Candidates returns the sketches filed under any of the blocks, in order of their keys, each with those of the blocks that it is under.
func (t *tx) Candidates(ctx context.Context, blocks []int64) ([]concord.Sketch, error) {
	if err := t.flushLinked(ctx); err != nil {
		return nil, err
	}
	filed := map[int64][]int64{} // blocks by the number of the account
	var accounts []int64
	query := "SELECT account, block FROM blocks WHERE block IN " + t.dialect.numbers("$1") + " ORDER BY account, block"
	err := t.each(ctx, query, []any{jsonList(blocks)}, func(rows *sql.Rows) error {
		var account, block int64
		err := rows.Scan(&account, &block)
		if filed[account] == nil {
			accounts = append(accounts, account)
		}
		filed[account] = append(filed[account], block)
		return err
	})
	if err != nil {
		return nil, err
	}
	return t.sketches(ctx, "a.seq IN "+t.dialect.numbers("$1"), jsonList(accounts), filed)
}

// Members returns the sketches of the accounts of components, in order of their keys.
func (t *tx) Members(ctx context.Context, components []string) ([]concord.Sketch, error) {
	if err := t.flushLinked(ctx); err != nil {
		return nil, err
	}
	return t.sketches(ctx, "a.component IN "+t.dialect.list("$1"), jsonList(unique(components)), nil)
}

// SketchesOf returns the sketches of these accounts, in order of their keys.
func (t *tx) SketchesOf(ctx context.Context, keys []concord.AccountKey) ([]concord.Sketch, error) {
	if err := t.flushLinked(ctx); err != nil {
		return nil, err
	}
	wanted := make(map[concord.AccountKey]bool, len(keys))
	for _, key := range keys {
		wanted[key] = true
	}
	found, err := t.sketches(ctx, "r.id IN "+t.dialect.list("$1"), jsonList(reportIDs(keys)), nil)
	return slices.DeleteFunc(found, func(s concord.Sketch) bool { return !wanted[s.Key] }), err
}

// sketches returns the sketches of linked accounts, with the blocks given for their numbers.
func (r reader) sketches(ctx context.Context, where, list string, blocks map[int64][]int64) ([]concord.Sketch, error) {
	query := "SELECT a.seq, r.id, a.id, a.component, a.incident, a.sketch FROM accounts a JOIN reports r ON r.seq = a.report WHERE a.sketch IS NOT NULL AND " +
		where + " ORDER BY r.id, a.id"
	found := []concord.Sketch{}
	err := r.each(ctx, query, []any{list}, func(rows *sql.Rows) error {
		var s concord.Sketch
		var seq int64
		err := rows.Scan(&seq, &s.Key.Report, &s.Key.Account, &s.Component, &s.Incident, &s.Data)
		s.Blocks = blocks[seq]
		found = append(found, s)
		return err
	})
	return found, err
}

// AccountsOf returns accounts in the order of their keys, and the claims about any of them in the order they were taken in.
func (t *tx) AccountsOf(ctx context.Context, keys []concord.AccountKey) ([]concord.Account, []concord.IncidentClaim, error) {
	if err := t.flush(ctx); err != nil {
		return nil, nil, err
	}
	list := jsonList(reportIDs(keys))
	found := make(map[concord.AccountKey]concord.Account, len(keys))
	for _, key := range keys {
		found[key] = concord.Account{}
	}
	query := "SELECT r.id, a.id, a.data FROM reports r JOIN accounts a ON a.report = r.seq WHERE r.id IN " + t.dialect.list("$1")
	err := t.each(ctx, query, []any{list}, func(rows *sql.Rows) error {
		var key concord.AccountKey
		var data sql.RawBytes
		if err := rows.Scan(&key.Report, &key.Account, &data); err != nil {
			return err
		}
		account, wanted := found[key]
		if !wanted {
			return nil
		}
		err := json.Unmarshal(data, &account)
		found[key] = account
		return err
	})
	if err != nil {
		return nil, nil, err
	}
	accounts := make([]concord.Account, len(keys))
	for i, key := range keys {
		if accounts[i] = found[key]; accounts[i].ID == "" {
			return nil, nil, noAccount(key)
		}
	}
	claims, err := t.eachClaim(ctx, " WHERE r.id IN "+t.dialect.list("$1")+" AND c.account <> '' ORDER BY c.seq", []any{list},
		func(key concord.AccountKey) bool { _, wanted := found[key]; return wanted })
	return accounts, claims, err
}

const decisionColumns = "SELECT d.data FROM decisions d"

// Decisions lists decisions in the order they were made: of the filter's report or incident, or those with its ids.
func (r reader) decisions(ctx context.Context, f concord.Filter) ([]concord.Decision, error) {
	q := newQuery(r.dialect)
	q.decisions(f)
	return eachJSON[concord.Decision](ctx, r, decisionColumns+q.conditions()+" ORDER BY d.seq", q.args)
}

// Decisions lists decisions in the order they were made.
func (s *Store) Decisions(ctx context.Context, f concord.Filter) ([]concord.Decision, error) {
	return s.decisions(ctx, f)
}

// Decisions lists the decisions that bind any of the accounts, or a claim of their reports; all where accounts is nil.
func (t *tx) Decisions(ctx context.Context, accounts []concord.AccountKey) ([]concord.Decision, error) {
	if accounts == nil {
		return t.decisions(ctx, concord.Filter{})
	}
	query := decisionColumns + " WHERE d.seq IN (SELECT decision FROM decision_binds WHERE what = 'report' AND id IN " + t.dialect.list("$1") + ") ORDER BY d.seq"
	return eachJSON[concord.Decision](ctx, t.reader, query, []any{jsonList(reportIDs(accounts))})
}
