// Package sqlstore keeps the record in an SQL database: one file of SQLite, or PostgreSQL, by one body of SQL.
//
// The reports, their claims and accounts, and the decisions of people are the record; rows of reports and decisions
// never change. Incidents are derived, and stand here as JSON beside the columns that lists are narrowed by.
// Full text is folded before the engines see it (words.go), so that both find the same.
package sqlstore

import (
	"context"
	"database/sql"

	"concord"
)

// Store is a record in an SQL database. It implements [concord.Store].
type Store struct {
	reader
	pool *sql.DB
	name string // what errors call the record: a path, or a URL without its password
}

var _ concord.Store = (*Store)(nil)

func newStore(pool *sql.DB, d dialect, name string) *Store {
	return &Store{reader: reader{db: pool, dialect: d, name: name}, pool: pool, name: name}
}

// Update runs fn in one transaction; other writers wait. What fn did is kept where it returns nil, and only then.
func (s *Store) Update(ctx context.Context, fn func(concord.Tx) error) error {
	return s.update(ctx, func(t *tx) error { return fn(t) })
}

// update runs fn in one transaction, and sends what it held back.
func (s *Store) update(ctx context.Context, fn func(*tx) error) error {
	t, err := s.pool.BeginTx(ctx, nil)
	if err != nil {
		return s.fail("write", err)
	}
	defer t.Rollback()
	if s.dialect.lock != "" {
		if _, err := t.ExecContext(ctx, s.dialect.lock); err != nil {
			return s.fail("write", err)
		}
	}
	written := &tx{reader: reader{db: t, dialect: s.dialect, name: s.name}, last: map[string]int64{}, pending: newPending()}
	if err := fn(written); err != nil {
		return s.fail("write", err)
	}
	if err := written.flush(ctx); err != nil {
		return s.fail("write", err)
	}
	return s.fail("write", t.Commit())
}

// Close ends all connections.
func (s *Store) Close() error { return s.pool.Close() }
