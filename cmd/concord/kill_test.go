package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"concord"
	"concord/sqlstore"
)

// TestKilled proves that what was acknowledged survives kill -9 at any moment, that a half-read report leaves no trace, and that the
// same command takes the work up again: the record ends up as one that was never interrupted.
func TestKilled(t *testing.T) {
	dir := t.TempDir()
	input := filepath.Join(dir, "reports.jsonl")
	if err := os.WriteFile(input, []byte(strings.Join(bulletins(120), "\n")), 0o644); err != nil {
		t.Fatal(err)
	}
	postgres, err := server.Database(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	whole := filepath.Join(dir, "whole.db")
	if kept, err := addUntil(t, whole, input, 1000, 0); err != nil || len(kept) != 120 {
		t.Fatalf("uninterrupted: %d reports, %v", len(kept), err)
	}
	want := recordOf(t, whole)
	chance := rand.New(rand.NewPCG(1, 2))
	for _, address := range []string{filepath.Join(dir, "killed.db"), postgres} {
		promised := map[string]bool{}
		kills := 0
		for done := false; !done; {
			kept, err := addUntil(t, address, input, chance.IntN(12), time.Duration(chance.IntN(30_000))*time.Microsecond)
			for _, id := range kept {
				promised[id] = true
			}
			if done = err == nil; !done {
				kills++
			}
			checkWhole(t, address, promised)
			if kills > 200 {
				t.Fatal("the work does not come to an end")
			}
		}
		if kills < 5 {
			t.Errorf("%s: killed %d times, want at least 5", address, kills)
		}
		if diff := cmp.Diff(want, recordOf(t, address)); diff != "" {
			t.Errorf("%s: after %d kills the record differs (-whole +killed):\n%s", address, kills, diff)
		}
		t.Logf("%s: killed %d times", address, kills)
	}
}

// TestRebuildKilled proves that a record which is being rebuilt is as it was when that is killed at any moment, and that the next one succeeds.
func TestRebuildKilled(t *testing.T) {
	dir := t.TempDir()
	input := filepath.Join(dir, "reports.jsonl")
	if err := os.WriteFile(input, []byte(strings.Join(bulletins(120), "\n")), 0o644); err != nil {
		t.Fatal(err)
	}
	postgres, err := server.Database(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	chance := rand.New(rand.NewPCG(3, 4))
	for _, address := range []string{filepath.Join(dir, "rebuilt.db"), postgres} {
		kept, err := addUntil(t, address, input, 1000, 0)
		if err != nil {
			t.Fatal(err)
		}
		promised := map[string]bool{}
		for _, id := range kept {
			promised[id] = true
		}
		want, killed := recordOf(t, address), 0
		for range 8 {
			c := exec.Command("concord", "rebuild", "--db", address)
			if err := c.Start(); err != nil {
				t.Fatal(err)
			}
			time.AfterFunc(time.Duration(60+chance.IntN(400))*time.Millisecond, func() { c.Process.Kill() })
			if c.Wait() != nil {
				killed++
			}
			checkWhole(t, address, promised)
		}
		if out, err := exec.Command("concord", "rebuild", "--db", address).CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", address, err, out)
		}
		if diff := cmp.Diff(want, recordOf(t, address)); diff != "" {
			t.Errorf("%s: after %d kills the record differs (-before +after):\n%s", address, killed, diff)
		}
		if killed == 0 {
			t.Errorf("%s: no rebuilding was killed", address)
		}
		t.Logf("%s: killed %d of 8 times", address, killed)
	}
}

// bulletins are lines of JSON, each a report that shares its happening with a few others.
func bulletins(n int) []string {
	places := []string{"Mosul", "Basra", "Kirkuk", "Aden", "Idlib"}
	lines := make([]string, n)
	for i := range lines {
		text := fmt.Sprintf("A bomb blast killed %d people and wounded %d in %s on Monday, police said. Bulletin %d. ", 3+i%7, 10+i%9, places[i%len(places)], i)
		data, _ := json.Marshal(map[string]string{"id": fmt.Sprint("bulletin-", i), "publisher": fmt.Sprint("Outlet ", i%11),
			"published": fmt.Sprintf("2021-%02d-%02d", 1+i/20, 1+i%20), "text": text + strings.Repeat("The ferry crossed the river at noon. ", 20)})
		lines[i] = string(data)
	}
	return lines
}

// addUntil runs concord add, and kills it some time after it took in so many reports. It returns the ids that
// were acknowledged, and an error where the program did not come to its end.
func addUntil(t *testing.T, address, input string, reports int, later time.Duration) ([]string, error) {
	t.Helper()
	c := exec.Command("concord", "add", "--json", "--batch", "3", "--db", address, input)
	c.Stderr = os.Stderr
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	kill := func() { time.AfterFunc(later, func() { c.Process.Kill() }) }
	if reports == 0 {
		kill()
	}
	var kept []string
	added := 0
	for lines := bufio.NewScanner(out); lines.Scan(); {
		var line outcome
		if json.Unmarshal(lines.Bytes(), &line) != nil {
			break // the last may be cut off
		}
		kept = append(kept, line.ID)
		if line.Added {
			if added++; added == reports {
				kill()
			}
		}
	}
	return kept, c.Wait()
}

// checkWhole checks that the promised reports are in the record, and that every report there has all that was read in it.
func checkWhole(t *testing.T, address string, promised map[string]bool) {
	t.Helper()
	s, err := sqlstore.Open(context.Background(), address)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	lines, err := s.Reports(context.Background(), concord.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	there := map[string]bool{}
	for _, line := range lines {
		there[line.ID] = true
		reading, err := s.Reading(context.Background(), line.ID)
		if err != nil {
			t.Fatal(err)
		}
		if err := reading.Check(); err != nil {
			t.Error(err)
		}
		if len(reading.Claims) != line.Claims || len(reading.Claims) == 0 || len(reading.Accounts) == 0 || line.Incidents == 0 {
			t.Errorf("%s: %d of %d claims, %d accounts in %d incidents", line.Name, len(reading.Claims), line.Claims, len(reading.Accounts), line.Incidents)
		}
	}
	for id := range promised {
		if !there[id] {
			t.Errorf("%s was acknowledged and is not there", id)
		}
	}
}

// recordOf returns the reports of each incident of a record, by the incident's id.
func recordOf(t *testing.T, address string) map[string][]string {
	t.Helper()
	s, err := sqlstore.Open(context.Background(), address)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	incidents, err := s.Incidents(context.Background(), concord.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	of := map[string][]string{}
	for _, in := range incidents {
		of[in.ID] = in.Reports
	}
	return of
}
