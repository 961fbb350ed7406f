package pipeline

import (
	"context"
	"flag"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"concord"
	"concord/intake"
	"concord/reconcile"
	"concord/sqlstore"
	"concord/synthetic"
)

// sizes are the records that adding and asking are measured on.
var sizes = flag.String("sizes", "1000", "numbers of claims in the records of the benchmarks, separated by commas")

// sampled returns the sample reports.
func sampled(tb testing.TB) []concord.Report {
	tb.Helper()
	var all []concord.Report
	for item := range intake.Reports([]string{"../samples"}, nil, time.Now()) {
		if item.Err != nil {
			tb.Fatal(item.Err)
		}
		all = append(all, item.Report)
	}
	return all
}

// BenchmarkRead measures reading on one core: from a report's text to its claims.
func BenchmarkRead(b *testing.B) {
	reader, err := NewReader()
	if err != nil {
		b.Fatal(err)
	}
	reports := sampled(b)
	size := 0
	for _, r := range reports {
		size += len(r.Text)
	}
	b.SetBytes(int64(size / len(reports)))
	n := 0
	for b.Loop() {
		reader.Read(reports[n%len(reports)])
		n++
	}
}

// BenchmarkMentions measures which share of reading a report it takes to find what its words name, and fails where that is more than half.
func BenchmarkMentions(b *testing.B) {
	reader, err := NewReader()
	if err != nil {
		b.Fatal(err)
	}
	reports := sampled(b)
	var mentions, all time.Duration
	for n := 0; b.Loop(); n++ {
		report := reports[n%len(reports)]
		begun := time.Now()
		reader.Read(report)
		all += time.Since(begun)
		doc, _ := reader.Prepare(&report)
		begun = time.Now()
		var found concord.Mentions
		for _, find := range reader.finders() {
			find(doc, &found)
		}
		mentions += time.Since(begun)
	}
	b.ReportMetric(100*float64(mentions)/float64(all), "%mentions")
	if 2*mentions > all {
		b.Errorf("mentions take %v of %v", mentions, all)
	}
}

// grown returns a record of at least so many claims, made of synthetic reports, and the batches that would come next.
func grown(b *testing.B, claims int) (concord.Store, func() batch) {
	b.Helper()
	store, err := sqlstore.Open(context.Background(), filepath.Join(b.TempDir(), "record.db"))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { store.Close() })
	world, first := synthetic.New(), 0
	next := func() batch {
		made := batch{readings: map[string]*concord.Reading{}}
		for number, r := range world.Readings(first, DefaultBatch) {
			first = number + 1
			made.reports = append(made.reports, r.Report)
			made.readings[r.Report.ID] = &r
		}
		return made
	}
	for held := 0; held < claims; {
		made := next()
		if _, err := made.write(context.Background(), store, reconcile.Rules[0]); err != nil {
			b.Fatal(err)
		}
		for _, r := range made.readings {
			held += len(r.Claims)
		}
	}
	return store, next
}

// atSizes runs a benchmark on a record of each size.
func atSizes(b *testing.B, run func(b *testing.B, store concord.Store, next func() batch)) {
	for size := range strings.SplitSeq(*sizes, ",") {
		claims, err := strconv.Atoi(size)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(fmt.Sprintf("claims=%d", claims), func(b *testing.B) {
			store, next := grown(b, claims)
			run(b, store, next)
		})
	}
}

// BenchmarkAdd measures writing and linking one batch into a record of a size, reading left aside.
func BenchmarkAdd(b *testing.B) {
	atSizes(b, func(b *testing.B, store concord.Store, next func() batch) {
		claims := 0
		for b.Loop() {
			b.StopTimer()
			made := next()
			for _, r := range made.readings {
				claims += len(r.Claims)
			}
			b.StartTimer()
			if _, err := made.write(context.Background(), store, reconcile.Rules[0]); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(claims)/b.Elapsed().Seconds(), "claims/s")
	})
}

// BenchmarkAsk measures what people ask of a record.
func BenchmarkAsk(b *testing.B) {
	atSizes(b, func(b *testing.B, store concord.Store, _ func() batch) {
		all, err := store.Incidents(context.Background(), concord.Filter{Limit: 50})
		if err != nil || len(all) == 0 {
			b.Fatal(len(all), err)
		}
		some := all[len(all)/2]
		list := func(f concord.Filter) func() error {
			f.Limit = 50
			return func() error { _, err := store.Incidents(context.Background(), f); return err }
		}
		for _, question := range []struct {
			name string
			ask  func() error
		}{
			{"latest", list(concord.Filter{})},
			{"days", list(concord.Filter{From: some.When.From, To: some.When.To})},
			{"place", list(concord.Filter{Place: some.Where.Name})},
			{"type", list(concord.Filter{Type: some.Type})},
			{"source", list(concord.Filter{Source: some.Claims[0].Publisher})},
			{"toll", list(concord.Filter{Order: "toll"})},
			{"words", list(concord.Filter{Words: "killed market"})},
			{"incident", func() error { _, err := store.Incident(context.Background(), some.ID); return err }},
		} {
			b.Run(question.name, func(b *testing.B) {
				for b.Loop() {
					if err := question.ask(); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	})
}
