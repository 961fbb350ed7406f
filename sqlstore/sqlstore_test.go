package sqlstore_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"concord"
	"concord/sqlstore"
	"concord/storetest"
	"concord/storetest/pg"
)

// server is the PostgreSQL of this package's tests.
var server *pg.Server

func TestMain(m *testing.M) {
	var err error
	if server, err = pg.Start(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	status := m.Run()
	server.Stop()
	os.Exit(status)
}

func open(t testing.TB, address string) concord.Store {
	t.Helper()
	s, err := sqlstore.Open(context.Background(), address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func database(t testing.TB) string {
	t.Helper()
	address, err := server.Database(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return address
}

func TestSQLite(t *testing.T) {
	storetest.Run(t, func(t *testing.T) concord.Store { return open(t, filepath.Join(t.TempDir(), "a record #1?.db")) })
}

func TestSQLiteInMemory(t *testing.T) {
	storetest.Run(t, func(t *testing.T) concord.Store { return open(t, ":memory:") })
}

func TestPostgreSQL(t *testing.T) {
	storetest.Run(t, func(t *testing.T) concord.Store { return open(t, database(t)) })
}
