package sqlstore

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"io"
	"net"
	"net/url"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"concord"
)

// fail gives an engine's error the code and the words that a user can act on. Errors that have
// a code, and those of a context, stay as they are; nil stays nil.
func (r reader) fail(doing string, err error) error {
	if err == nil || coded(err) || errors.Is(err, context.Canceled) {
		return err
	}
	code, message := explain(err)
	return &concord.Error{Code: code, Op: doing + " " + r.name, Message: message, Err: cause(err)}
}

// coded reports whether err has words and a code already.
func coded(err error) bool {
	var e *concord.Error
	return errors.As(err, &e)
}

// cause returns the part of an engine's error that is worth showing: PostgreSQL's own, without the connection string's details.
func cause(err error) error {
	var answer *pgconn.PgError
	if errors.As(err, &answer) {
		return errors.New(answer.Message)
	}
	var refused *pgconn.ConnectError
	if errors.As(err, &refused) {
		var network *net.OpError
		if errors.As(err, &network) {
			return network
		}
		return errors.New("no connection")
	}
	return err
}

// explain returns the code of an engine's error and what to do about it.
func explain(err error) (concord.Code, string) {
	var lite *sqlite.Error
	var answer *pgconn.PgError
	var network net.Error
	var refused *pgconn.ConnectError
	switch {
	case errors.As(err, &lite):
		return explainSQLite(lite.Code() & 0xff)
	case errors.As(err, &answer):
		return explainPostgres(answer.Code)
	case errors.As(err, &refused), errors.As(err, &network), pgconn.SafeToRetry(err), isCutOff(err):
		return concord.Unavailable, gone
	}
	return concord.Internal, "unexpected failure of the store"
}

const (
	gone      = "PostgreSQL does not answer: see that it runs and that the address is right, then run the same command again; what was acknowledged is kept"
	full      = "the disk is full: make room, then run the same command again; what was acknowledged is kept"
	readOnly  = "the record cannot be written: give yourself the right to write the file and its directory, or choose another with --db"
	notRecord = "this file is not a record of Concord: choose another with --db"
)

// explainSQLite goes by the primary result codes of SQLite.
func explainSQLite(code int) (concord.Code, string) {
	switch code {
	case sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR:
		return concord.Unavailable, full
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM:
		return concord.Unavailable, readOnly
	case sqlite3.SQLITE_CANTOPEN:
		return concord.Unavailable, "the file cannot be opened or made: see that its directory is there and may be written, or choose another with --db"
	case sqlite3.SQLITE_NOTADB:
		return concord.Invalid, notRecord
	case sqlite3.SQLITE_CORRUPT:
		return concord.Unavailable, "the file is damaged: put back a copy of it, or take the reports in again into a new one"
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return concord.Unavailable, "another program has been writing the record for long: wait for it, then run the same command again"
	}
	return concord.Internal, "unexpected failure of SQLite"
}

// explainPostgres goes by the SQLSTATE of PostgreSQL's appendix A.
func explainPostgres(state string) (concord.Code, string) {
	switch {
	case state == "53100":
		return concord.Unavailable, full
	case state == "25006":
		return concord.Unavailable, "this PostgreSQL takes no writes (a standby, or set to read-only): give the address of its primary"
	case state == "42501":
		return concord.Unavailable, "this PostgreSQL user may not do it: grant it the right to create and write tables in the database"
	case state == "3D000":
		return concord.NotFound, "there is no such database: make it with createdb, then run the same command again"
	case len(state) == 5 && state[:2] == "28":
		return concord.Unavailable, "PostgreSQL refuses this user or password: mend the address"
	case len(state) == 5 && (state[:2] == "08" || state[:2] == "57" || state[:2] == "53"):
		return concord.Unavailable, gone
	}
	return concord.Internal, "unexpected failure of PostgreSQL"
}

// isCutOff reports whether a connection ended in the middle of an exchange.
func isCutOff(err error) bool {
	for _, end := range []error{io.ErrUnexpectedEOF, io.EOF, driver.ErrBadConn, sql.ErrConnDone, net.ErrClosed} {
		if errors.Is(err, end) {
			return true
		}
	}
	return strings.Contains(err.Error(), "conn closed") // pgx has no name for this one
}

// withoutPassword returns an address that may be shown.
func withoutPassword(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return "the record"
	}
	if _, has := u.User.Password(); has {
		u.User = url.User(u.User.Username())
	}
	query := u.Query()
	if query.Has("password") {
		query.Del("password")
		u.RawQuery = query.Encode()
	}
	return u.String()
}
