package sqlstore

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"text/template"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/pressly/goose/v3"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"concord"
)

//go:embed migrations/*.sql
var migrations embed.FS

// migrate brings the schema up to date, and refuses a record whose schema is newer than this program.
func (s *Store) migrate(ctx context.Context, create bool) error {
	const patience, pause = 5 * time.Second, 20 * time.Millisecond
	for begun := time.Now(); ; time.Sleep(pause) {
		err := s.migrateOnce(ctx, create)
		if !isRace(err) || time.Since(begun) > patience {
			return err
		}
	}
}

// isRace reports whether another process was making the same record at this moment: the next attempt finds it made.
func isRace(err error) bool {
	var lite *sqlite.Error
	var answer *pgconn.PgError
	switch {
	case errors.As(err, &lite):
		code := lite.Code() & 0xff
		return code == sqlite3.SQLITE_BUSY || code == sqlite3.SQLITE_LOCKED || strings.Contains(lite.Error(), "already exists") ||
			strings.Contains(lite.Error(), "duplicate column")
	case errors.As(err, &answer):
		return slices.Contains([]string{"42P07", "42701", "42710", "23505"}, answer.Code) // duplicate_table, _column, _object, unique_violation
	}
	return false
}

// migrateOnce brings the schema up to date, or says why it cannot be.
func (s *Store) migrateOnce(ctx context.Context, create bool) error {
	steps, err := s.steps()
	if err != nil {
		return err
	}
	newest := steps[len(steps)-1].Version
	has, err := s.version(ctx)
	switch {
	case err != nil:
		return err
	case has > newest:
		return concord.Errorf(concord.Newer, "open "+s.name,
			"a newer version of Concord wrote this record (schema %d; this program knows %d): use that version, or add the reports to a new record", has, newest)
	case has == newest:
		return nil
	case has == 0 && !create:
		return concord.Errorf(concord.NotFound, "open "+s.name, "there is no record; \"concord add --db %s FILE\" makes one", s.name)
	}
	return s.up(ctx, steps)
}

// version returns the version of the record's schema, 0 where there is none yet.
func (s *Store) version(ctx context.Context) (int64, error) {
	const tables = "SELECT count(*) FROM "
	var found int
	query := tables + "sqlite_master WHERE type = 'table' AND name = 'goose_db_version'"
	if s.dialect.goose == goose.DialectPostgres {
		query = tables + "information_schema.tables WHERE table_schema = current_schema() AND table_name = 'goose_db_version'"
	}
	if err := s.pool.QueryRowContext(ctx, query).Scan(&found); err != nil || found == 0 {
		return 0, err
	}
	var version sql.NullInt64
	err := s.pool.QueryRowContext(ctx, "SELECT max(version_id) FROM goose_db_version").Scan(&version)
	return version.Int64, err
}

// up takes the steps that the record lacks.
func (s *Store) up(ctx context.Context, steps []*goose.Migration) error {
	provider, err := goose.NewProvider(s.dialect.goose, s.pool, nil, goose.WithGoMigrations(steps...), goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return err
	}
	_, err = provider.Up(ctx)
	return err
}

// withActors is the version of the schema since which actors are indexed.
const withActors = 6

// steps returns the migrations in order, written for the engine. A file's name begins with its version: "0001_record.sql".
func (s *Store) steps() ([]*goose.Migration, error) {
	names, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		return nil, err
	}
	steps := make([]*goose.Migration, len(names))
	for i, name := range names {
		var script strings.Builder
		t, err := template.ParseFS(migrations, name)
		if err == nil {
			err = t.Execute(&script, s.dialect.schema)
		}
		if err != nil {
			return nil, fmt.Errorf("migration %s: %w", name, err)
		}
		version, err := goose.NumericComponent(name)
		if err != nil {
			return nil, fmt.Errorf("migration %s: %w", name, err)
		}
		steps[i] = goose.NewGoMigration(version, &goose.GoFunc{RunTx: func(ctx context.Context, tx *sql.Tx) error {
			if _, err := tx.ExecContext(ctx, script.String()); err != nil || version != withActors {
				return err
			}
			return s.fillActors(ctx, tx)
		}}, nil)
	}
	return steps, nil
}
