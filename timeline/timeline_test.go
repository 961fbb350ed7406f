package timeline_test

import (
	"fmt"
	"math/rand"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"concord"
	"concord/intake"
	"concord/pagetest"
	"concord/pipeline"
	"concord/timeline"
)

// claimsOf reads the reports of a file of testdata.
func claimsOf(t testing.TB, file string) []concord.IncidentClaim {
	t.Helper()
	reader, err := pipeline.NewReader()
	if err != nil {
		t.Fatal(err)
	}
	var claims []concord.IncidentClaim
	for item := range intake.Reports([]string{file}, strings.NewReader(""), time.Now()) {
		if item.Err != nil {
			t.Fatal(item.Err)
		}
		r := reader.Read(item.Report)
		for _, c := range r.Claims {
			claims = append(claims, concord.IncidentClaim{Report: r.Report.Name, ReportID: r.Report.ID, Publisher: r.Report.Publisher,
				Published: r.Report.Published, Claim: c})
		}
	}
	return claims
}

func days(w *concord.When) string {
	switch {
	case w == nil:
		return "unknown"
	case w.From == w.To:
		return string(w.From)
	}
	return string(w.From) + "/" + string(w.To)
}

func names(list []string) string {
	if len(list) == 0 {
		return "-"
	}
	return strings.Join(list, ", ")
}

// table writes ceasefires as the golden tables have them.
func table(list []concord.Ceasefire) string {
	var b strings.Builder
	for _, c := range list {
		fmt.Fprintf(&b, "%s\n\tparties %s; mediators %s; monitors %s; announced %s; in effect %s; ended %s; %s\n", c.Name, names(c.Parties), names(c.Mediators),
			names(c.Monitors), days(c.Announced), days(c.Effective), days(c.Ended), c.Purpose)
		for _, s := range c.States {
			fmt.Fprintf(&b, "\tstate of %s: %s, %s\n", s.Party, s.State, days(s.When))
		}
		for _, v := range c.Violations {
			fmt.Fprintf(&b, "\tviolation %s: %s, by %s, alleged by %s, denied by %s, monitor %v\n", days(v.When), concord.Range(v.Low, v.High),
				names(v.Accused), names(v.AllegedBy), names(v.DeniedBy), v.Monitor)
		}
	}
	return b.String()
}

// TestCeasefires reads ten reports each on three ceasefires of record: their threads, states, allegations and denials are those of the golden tables.
func TestCeasefires(t *testing.T) {
	files, err := filepath.Glob("testdata/*.jsonl")
	if err != nil || len(files) < 3 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, file := range files {
		claims := claimsOf(t, file)
		got := table(timeline.Ceasefires(claims))
		pagetest.Holds(t, strings.TrimSuffix(file, ".jsonl")+".golden", got)
		rand.New(rand.NewSource(1)).Shuffle(len(claims), func(i, j int) { claims[i], claims[j] = claims[j], claims[i] })
		if shuffled := table(timeline.Ceasefires(claims)); shuffled != got {
			t.Errorf("%s: the order of the claims matters:\n%s", file, cmp.Diff(got, shuffled))
		}
	}
}
