package sqlstore

import (
	"context"
	"database/sql"
	"slices"

	"concord"
)

// PutSketches writes at each account what linking knows of it, and files it under its blocks; of an account that has
// been linked it sets the component.
func (t *tx) PutSketches(ctx context.Context, sketches []concord.Sketch) error {
	keys := make([]concord.AccountKey, len(sketches))
	for i := range sketches {
		keys[i] = sketches[i].Key
	}
	known, err := t.standing(ctx, keys)
	if err != nil {
		return err
	}
	moved := map[string][]int64{} // accounts that were linked before, by their new component
	for _, s := range sketches {
		a := known[s.Key]
		switch {
		case a == nil:
			return noAccount(s.Key)
		case a.held && !a.linked:
			a.component, a.sketch, a.linked, t.pending.linked = s.Component, s.Data, true, true
		case a.held:
			a.component = s.Component
		case a.linked:
			moved[s.Component] = append(moved[s.Component], a.seq)
			continue
		default:
			if err := t.exec(ctx, "UPDATE accounts SET component = $1, sketch = $2 WHERE seq = $3", s.Component, s.Data, a.seq); err != nil {
				return err
			}
		}
		for _, block := range unique(s.Blocks) {
			t.pending.add("blocks", []any{block, a.seq})
		}
	}
	return t.move(ctx, "component", moved)
}

func noAccount(key concord.AccountKey) error {
	return concord.Errorf(concord.NotFound, "link", "there is no account %s of report %s", key.Account, key.Report)
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
