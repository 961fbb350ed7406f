package sqlstore

import (
	"context"
	"database/sql"
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver "pgx"
	_ "modernc.org/sqlite"             // the driver "sqlite"

	"concord"
)

// Open opens the record at address and brings its schema up to date, making it where there is none. An address is the path
// of an SQLite file, ":memory:", or a URL "postgres://user@host/database".
// Errors have the codes Unavailable (cannot be reached, read or written), Newer (a newer version wrote it) and Invalid (no record).
func Open(ctx context.Context, address string) (*Store, error) {
	return open(ctx, address, true)
}

// OpenExisting is Open for those who only look: a record that is not there is an error with the code NotFound,
// and one that cannot be written (a read-only disk) can still be read.
func OpenExisting(ctx context.Context, address string) (*Store, error) {
	return open(ctx, address, false)
}

// open connects, and brings the schema up to date.
func open(ctx context.Context, address string, create bool) (*Store, error) {
	s, err := connect(address, create)
	if err != nil {
		return nil, err
	}
	if err := s.migrate(ctx, create); err != nil {
		s.pool.Close()
		return nil, s.fail("open", err)
	}
	return s, nil
}

// connect makes the pool of connections; the first of them is made by migrate.
func connect(address string, create bool) (*Store, error) {
	if strings.HasPrefix(address, "postgres://") || strings.HasPrefix(address, "postgresql://") {
		return connectPostgres(address)
	}
	if strings.Contains(address, "://") && !strings.HasPrefix(address, "sqlite://") {
		return nil, concord.Errorf(concord.Invalid, "open "+withoutPassword(address),
			"no such kind of record: give the path of a file, or a URL that begins with postgres://")
	}
	return connectSQLite(strings.TrimPrefix(address, "sqlite://"), create)
}

// connectPostgres makes the pool of a record in PostgreSQL.
func connectPostgres(address string) (*Store, error) {
	name := withoutPassword(address)
	pool, err := sql.Open("pgx", address)
	if err != nil {
		return nil, concord.Errorf(concord.Invalid, "open "+name, "the URL cannot be read; it looks like postgres://user:password@host:5432/database")
	}
	pool.SetMaxOpenConns(8)
	return newStore(pool, postgresDialect(), name), nil
}

// connectSQLite makes the pool of a record in a file or in memory.
func connectSQLite(path string, create bool) (*Store, error) {
	if path == "" {
		return nil, concord.Errorf(concord.Invalid, "open", "the record has no name: give the path of a file, or a URL that begins with postgres://")
	}
	options := "_txlock=immediate&_pragma=busy_timeout(20000)&_pragma=foreign_keys(1)&_pragma=synchronous(FULL)"
	if path != ":memory:" {
		mode, err := sqliteMode(path, create)
		if err != nil {
			return nil, err
		}
		options += mode
	}
	pool, err := sql.Open("sqlite", fileURL(path)+"?"+options)
	if err != nil {
		return nil, concord.Errorf(concord.Unavailable, "open "+path, "%v", err)
	}
	if path == ":memory:" {
		pool.SetMaxOpenConns(1) // each connection would have a record of its own
	}
	return newStore(pool, sqliteDialect(), path), nil
}

// fileURL writes a path so that SQLite reads nothing in it as an option.
func fileURL(path string) string {
	if path == ":memory:" {
		return "file::memory:"
	}
	return "file:" + (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath()
}

// sqliteMode returns how the file at path is to be opened: one that cannot be written, and that nobody is writing,
// is read as it stands.
func sqliteMode(path string, create bool) (string, error) {
	// The log is copied back every 32 MB and 16 MB of pages are kept at hand: in a large record, the rows of a batch lie on many pages, and
	// neighbouring batches on the same ones.
	const writable = "&_pragma=journal_mode(WAL)&_pragma=wal_autocheckpoint(8192)&_pragma=cache_size(-16384)"
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, os.ErrNotExist) && !create:
		return "", concord.Errorf(concord.NotFound, "open "+path, "there is no record; \"concord add --db %s FILE\" makes one", path)
	case errors.Is(err, os.ErrNotExist):
		makePrivate(path)
		return writable, nil
	case err != nil:
		return "", concord.Errorf(concord.Unavailable, "open "+path, "%v", err)
	case info.IsDir():
		return "", concord.Errorf(concord.Invalid, "open "+path, "this is a directory: give the path of a file in it, such as %s", filepath.Join(path, "concord.db"))
	}
	_, walErr := os.Stat(path + "-wal")
	if !create && errors.Is(walErr, os.ErrNotExist) && !canWrite(path) {
		return "&mode=ro&immutable=1", nil
	}
	return writable, nil
}

// makePrivate makes the file of a new record, which only its owner may read: it holds names that may not be published. Where it cannot be made,
// opening it tells why.
func makePrivate(path string) {
	if f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600); err == nil {
		f.Close()
	}
}

// canWrite reports whether the file and its directory can be written, without writing anything that stays.
func canWrite(path string) bool {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return false
	}
	f.Close()
	probe, err := os.CreateTemp(filepath.Dir(path), ".concord-*")
	if err != nil {
		return false
	}
	probe.Close()
	return os.Remove(probe.Name()) == nil
}
