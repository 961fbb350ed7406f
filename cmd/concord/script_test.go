package main

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	_ "modernc.org/sqlite" // the driver "sqlite"

	"concord/storetest/pg"
	"concord/web/webtest"
)

// server is the PostgreSQL of the scripts.
var server *pg.Server

// suite starts what the scripts need before they run.
type suite struct{ *testing.M }

func (s suite) Run() int {
	var err error
	if server, err = pg.Start(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer server.Stop()
	return webtest.Tests{M: s.M}.Run()
}

// TestMain makes the program itself a command of the scripts: this test's own binary under the name concord.
func TestMain(m *testing.M) {
	testscript.Main(suite{m}, map[string]func(){"concord": main})
}

// TestScripts runs the command line as its users do. Each script begins by saying what it proves.
func TestScripts(t *testing.T) {
	root, err := os.MkdirTemp("", "concord-scripts-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(root) })
	if err := os.Chmod(root, 0o755); err != nil { // also for the user nobody, whom the command unprivileged becomes
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata", WorkdirRoot: root,
		Setup: func(e *testscript.Env) error {
			e.Setenv("POSTGRES", "")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"bigfile": bigFile, "unprivileged": unprivileged, "newer": newer, "older": older, "phantom": phantom, "postgres": postgres, "bytes": rawBytes,
		},
	})
}

// bigFile NAME MB writes a file of English words.
func bigFile(ts *testscript.TestScript, neg bool, args []string) {
	megabytes, err := strconv.Atoi(args[1])
	ts.Check(err)
	f, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	block := []byte(strings.Repeat("The ferry crossed the river at noon. ", 1<<20/37))
	for range megabytes {
		_, err := f.Write(block)
		ts.Check(err)
	}
	ts.Check(f.Close())
}

// rawBytes NAME BYTES writes bytes given as a quoted Go string without its quotation marks.
func rawBytes(ts *testscript.TestScript, neg bool, args []string) {
	text, err := strconv.Unquote(`"` + args[1] + `"`)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o644))
}

// unprivileged runs concord as a user to whom the permissions of files apply.
func unprivileged(ts *testscript.TestScript, neg bool, args []string) {
	path, err := exec.LookPath("concord")
	ts.Check(err)
	if os.Getuid() == 0 {
		ts.Check(os.Chmod(filepath.Dir(path), 0o755))
		ts.Check(os.Chmod(filepath.Dir(filepath.Dir(path)), 0o755))
		args = append([]string{"--reuid=65534", "--regid=65534", "--clear-groups", path}, args...)
		path = "setpriv"
	}
	if err := ts.Exec(path, args...); (err != nil) != neg {
		ts.Fatalf("%s %q: %v", path, args, err)
	}
}

// newer RECORD makes a record look as if a later version had written it.
func newer(ts *testscript.TestScript, neg bool, args []string) {
	change(ts, args[0], "INSERT INTO goose_db_version (version_id, is_applied) VALUES (9999, 1)")
}

// older RECORD makes a record look as if an earlier version had read its reports.
func older(ts *testscript.TestScript, neg bool, args []string) {
	change(ts, args[0], "UPDATE reports SET edition = 0")
}

// phantom RECORD decides on a claim of the first report that it does not have.
func phantom(ts *testscript.TestScript, neg bool, args []string) {
	change(ts, args[0], `INSERT INTO decisions (seq, made_at, who, kind, report, data) SELECT 99, '2031-01-01T00:00:00Z', 'ben', 'reject', id,
		json_object('id', 99, 'at', '2031-01-01T00:00:00Z', 'who', 'ben', 'kind', 'reject', 'report', id, 'claim', 'c99') FROM reports WHERE seq = 1`)
}

// change executes a statement on a record of SQLite, behind the program's back.
func change(ts *testscript.TestScript, record, statement string) {
	db, err := sql.Open("sqlite", ts.MkAbs(record))
	ts.Check(err)
	defer db.Close()
	_, err = db.Exec(statement)
	ts.Check(err)
}

// postgres sets $POSTGRES to the address of a new, empty database.
func postgres(ts *testscript.TestScript, neg bool, args []string) {
	address, err := server.Database(context.Background())
	ts.Check(err)
	ts.Setenv("POSTGRES", address)
}
