package sqlstore

import (
	"context"
	"database/sql"

	"github.com/go-json-experiment/json"

	"concord"
)

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
	if f.Limit == 0 {
		return r.eachClaim(ctx, q.sql("", f, "c.from_day", "c.seq"), q.args, nil)
	}
	// What is skipped and sorted is not read, nor its report: the page's claims are found first, by their numbers.
	page := q.sql("SELECT c.seq"+claimTables(f), f, "c.from_day", "c.seq")
	return r.eachClaim(ctx, " WHERE c.seq IN ("+page+") ORDER BY "+order(f, "c.from_day", "c.seq"), q.args, nil)
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
