package sqlstore

import (
	"context"
	"database/sql"

	"concord"
)

// columns are what an INSERT into each table gives values for. A column written "vector:NAME" takes folded text to be indexed.
var columns = map[string]string{
	"reports":      "seq id name url title publisher published from_day to_day language claims text mentions edition",
	"report_words": "rowid vector:sources vector:words",
	"accounts":     "seq report id data incident component sketch",
	"claims":       "seq report id account kind type measure speaker voice published from_day to_day lat lon highest confidence data trace",
	"claim_words":  "rowid vector:places vector:sources vector:words",
	"blocks":       "block account",
}

// filling are those tables in the order in which rows may be added: what others refer to comes first.
var filling = []string{"reports", "report_words", "accounts", "claims", "claim_words", "blocks"}

// pending are rows that a transaction holds back, so that those of many reports go in few statements: until something is asked for
// that they might answer, or the transaction ends. An account that is still held back is changed where it stands.
type pending struct {
	rows     map[string][][]any // by table, but for accounts
	reports  map[string]bool    // ids
	accounts []*account
	byKey    map[concord.AccountKey]*account
	linked   bool // some account has a sketch
}

// account is a row of accounts: what is asked of one that stands in the record, and all of one that is held back.
type account struct {
	seq       int64
	report    int64
	id, data  string
	incident  string
	component string
	sketch    []byte
	linked    bool // it has a sketch
	held      bool // it is held back
}

func newPending() pending {
	return pending{rows: map[string][][]any{}, reports: map[string]bool{}, byKey: map[concord.AccountKey]*account{}}
}

func (p *pending) add(table string, rows ...[]any) {
	p.rows[table] = append(p.rows[table], rows...)
}

func (p *pending) addAccount(key concord.AccountKey, a *account) {
	a.held = true
	p.accounts = append(p.accounts, a)
	p.byKey[key] = a
}

// flush sends what is held back.
func (t *tx) flush(ctx context.Context) error {
	for _, a := range t.pending.accounts {
		var sketch any // null where it is not linked
		if a.linked {
			sketch = a.sketch
		}
		t.pending.add("accounts", []any{a.seq, a.report, a.id, a.data, a.incident, a.component, sketch})
	}
	rows := t.pending.rows
	t.pending = newPending()
	for _, table := range filling {
		if err := t.insert(ctx, table, columns[table], rows[table]); err != nil {
			return err
		}
	}
	return nil
}

// flushLinked sends what is held back where accounts among it might be found by linking.
func (t *tx) flushLinked(ctx context.Context) error {
	if !t.pending.linked {
		return nil
	}
	return t.flush(ctx)
}

// standing returns the rows of accounts, of those held back and of those in the record.
func (t *tx) standing(ctx context.Context, keys []concord.AccountKey) (map[concord.AccountKey]*account, error) {
	found := make(map[concord.AccountKey]*account, len(keys))
	var others []concord.AccountKey
	wanted := map[concord.AccountKey]bool{}
	for _, key := range keys {
		if a := t.pending.byKey[key]; a != nil {
			found[key] = a
		} else {
			others, wanted[key] = append(others, key), true
		}
	}
	if len(others) == 0 {
		return found, nil
	}
	query := "SELECT r.id, a.id, a.seq, a.incident, a.component, a.sketch IS NOT NULL FROM reports r JOIN accounts a ON a.report = r.seq WHERE r.id IN " +
		t.dialect.list("$1")
	err := t.each(ctx, query, []any{jsonList(reportIDs(others))}, func(rows *sql.Rows) error {
		var key concord.AccountKey
		a := &account{}
		err := rows.Scan(&key.Report, &key.Account, &a.seq, &a.incident, &a.component, &a.linked)
		if wanted[key] {
			found[key] = a
		}
		return err
	})
	return found, err
}
