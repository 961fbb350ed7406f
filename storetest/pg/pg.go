// Package pg starts a real PostgreSQL for tests, in a temporary directory, without a port, and stops it again.
package pg

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"sync/atomic"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver "pgx"
)

// Server is a running PostgreSQL.
type Server struct {
	dir  string
	bin  string
	life io.WriteCloser // the server stops when this is closed, also because this process ended
	done chan struct{}
	made atomic.Int32
	with []string // settings beside those of all tests
}

// account is the user as whom Debian's package runs the server, which refuses to run as root.
const account = "postgres"

// Start makes a cluster of databases and serves it, with settings such as "fsync=on" where they are to be others than suit tests. The error says
// what to install where there is no PostgreSQL.
func Start(settings ...string) (*Server, error) {
	bin, err := binaries()
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("/tmp", "concord-pg-") // short, since the path of a socket may have 107 bytes
	if err != nil {
		return nil, err
	}
	s := &Server{dir: dir, bin: bin, with: settings}
	if err := s.start(); err != nil {
		s.Stop()
		return nil, fmt.Errorf("start PostgreSQL from %s: %w", bin, err)
	}
	return s, nil
}

// binaries returns the directory of the newest PostgreSQL that is installed.
func binaries() (string, error) {
	found, err := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	if err != nil {
		return "", err
	}
	if len(found) > 0 {
		version := func(path string) int {
			n, _ := strconv.Atoi(filepath.Base(filepath.Dir(filepath.Dir(path))))
			return n
		}
		return filepath.Dir(slices.MaxFunc(found, func(a, b string) int { return version(a) - version(b) })), nil
	}
	path, err := exec.LookPath("initdb")
	if err != nil {
		return "", errors.New("the tests need PostgreSQL: run `make setup`, or install Debian's package postgresql-15 (macOS: brew install postgresql@15)")
	}
	return filepath.Dir(path), nil
}

func (s *Server) start() error {
	if err := s.give(); err != nil {
		return err
	}
	initdb := s.command("initdb", "-D", s.data(), "-U", account, "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync")
	if out, err := initdb.CombinedOutput(); err != nil {
		return fmt.Errorf("initdb: %w\n%s", err, out)
	}
	return s.Resume()
}

// give hands the directory to the user who runs the server.
func (s *Server) give() error {
	if os.Getuid() != 0 {
		return nil
	}
	u, err := user.Lookup(account)
	if err != nil {
		return err
	}
	uid, err := strconv.Atoi(u.Uid)
	if err != nil {
		return err
	}
	gid, err := strconv.Atoi(u.Gid)
	if err != nil {
		return err
	}
	return os.Chown(s.dir, uid, gid)
}

// command runs one of PostgreSQL's programs, as another user where this one is root.
func (s *Server) command(program string, args ...string) *exec.Cmd {
	args = append([]string{filepath.Join(s.bin, program)}, args...)
	if os.Getuid() == 0 {
		args = append([]string{"setpriv", "--reuid=" + account, "--regid=" + account, "--init-groups", "--"}, args...)
	}
	c := exec.Command(args[0], args[1:]...)
	c.Dir = s.dir
	return c
}

func (s *Server) data() string { return filepath.Join(s.dir, "data") }

// Resume serves the cluster again after Halt. What is left of the server that was halted may keep a new one from starting for a moment.
func (s *Server) Resume() error {
	var err error
	for range 20 {
		if err = s.serve(); !errors.Is(err, errEnded) {
			return err
		}
		s.Halt()
		time.Sleep(200 * time.Millisecond)
	}
	return err
}

// serving runs the server until the end of its input, which comes at the latest when this process ends, however it ends; and no
// longer than the server lives.
const serving = `exec 3<&0
"$0" "$@" & server=$!
{ read -r _ <&3; kill -QUIT $server; } & watch=$!
wait $server
kill $watch 2>/dev/null`

func (s *Server) serve() error {
	args := []string{"-D", s.data(), "-k", s.dir}
	for _, setting := range append([]string{"listen_addresses=", "fsync=off", "max_connections=100"}, s.with...) {
		args = append(args, "-c", setting)
	}
	inner := s.command("postgres", args...)
	server := exec.Command("sh", append([]string{"-c", serving}, inner.Args...)...)
	server.Dir = s.dir
	log, err := os.Create(filepath.Join(s.dir, "log"))
	if err != nil {
		return err
	}
	defer log.Close()
	server.Stdout, server.Stderr = log, log
	if s.life, err = server.StdinPipe(); err != nil {
		return err
	}
	if err := server.Start(); err != nil {
		return err
	}
	done := make(chan struct{})
	s.done = done
	go func() {
		defer close(done)
		server.Wait()
	}()
	return s.await()
}

// errEnded says that the server ended as soon as it was started.
var errEnded = errors.New("it ended at once")

// await returns when the server answers.
func (s *Server) await() error {
	db, err := sql.Open("pgx", s.address(account))
	if err != nil {
		return err
	}
	defer db.Close()
	for deadline := time.Now().Add(60 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		if err = db.Ping(); err == nil {
			return nil
		}
		select {
		case <-s.done:
			log, _ := os.ReadFile(filepath.Join(s.dir, "log"))
			return fmt.Errorf("%w:\n%s", errEnded, log)
		default:
		}
		if time.Now().After(deadline) {
			return err
		}
	}
}

func (s *Server) address(database string) string {
	return (&url.URL{Scheme: "postgres", Path: "/" + database,
		RawQuery: url.Values{"host": {s.dir}, "user": {account}}.Encode()}).String()
}

// Database makes an empty database and returns its URL.
func (s *Server) Database(ctx context.Context) (string, error) {
	db, err := sql.Open("pgx", s.address(account))
	if err != nil {
		return "", err
	}
	defer db.Close()
	name := fmt.Sprintf("record%d", s.made.Add(1))
	if _, err := db.ExecContext(ctx, "CREATE DATABASE "+name+" STRATEGY file_copy"); err != nil {
		return "", err
	}
	return s.address(name), nil
}

// Halt stops the server as a power failure would, and returns when it has ended.
func (s *Server) Halt() {
	if s.life == nil {
		return
	}
	s.life.Close()
	<-s.done
	s.life = nil
}

// Stop ends the server and removes its directory.
func (s *Server) Stop() {
	s.Halt()
	os.RemoveAll(s.dir)
}
