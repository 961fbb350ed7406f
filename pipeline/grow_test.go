package pipeline

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"concord"
	"concord/reconcile"
	"concord/sqlstore"
	"concord/storetest/pg"
	"concord/synthetic"
	"concord/web"
)

var (
	grow = flag.String("grow", "1000,3000", "numbers of reports at which BenchmarkGrow measures, separated by commas, rising")
	kept = flag.String("keep", "", "directory in which BenchmarkGrow keeps SQLite's record; it is removed in the end where none is given")
)

// BenchmarkGrow takes synthetic readings in, one after another, and measures at some sizes of the record what one more report costs, what an
// incident's page costs, the memory, and how well the incidents found are those that happened. The readings are made, not
// read from text, since reading does not depend on the record: BenchmarkRead measures it.
//
// The cost of a report is told twice: in milliseconds, and as a ratio to the cost in a record of the first size, measured in turns with
// it, batch for batch, so that whatever else the machine does weighs on both alike.
func BenchmarkGrow(b *testing.B) {
	for engine, fresh := range map[string]func(*testing.B) string{"SQLite": sqliteRecord, "PostgreSQL": postgresRecord} {
		b.Run(engine, func(b *testing.B) {
			for range b.N {
				growing(b, engine, fresh)
			}
		})
	}
}

func sqliteRecord(b *testing.B) string {
	dir := *kept
	if dir == "" {
		dir = b.TempDir()
	}
	return filepath.Join(dir, fmt.Sprintf("record-%d.db", time.Now().UnixNano()))
}

func postgresRecord(b *testing.B) string {
	server, err := pg.Start("fsync=on")
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(server.Stop)
	address, err := server.Database(context.Background())
	if err != nil {
		b.Fatal(err)
	}
	return address
}

// growing grows one record through all sizes and prints a line of a table at each.
func growing(b *testing.B, engine string, fresh func(*testing.B) string) {
	var sizes []int
	for size := range strings.SplitSeq(*grow, ",") {
		n, err := strconv.Atoi(size)
		if err != nil {
			b.Fatal(err)
		}
		sizes = append(sizes, n)
	}
	big, small := newRecord(b, fresh(b)), newRecord(b, fresh(b))
	small.upTo(b, sizes[0])
	fmt.Printf("\n%s: a report is taken in within … ms, … times what it takes at %d; an incident is asked for, and its page made, within … ms\n\n", engine, sizes[0])
	fmt.Println("| reports | incidents | a report | ratio | incident | page | memory, MB | precision | recall |")
	fmt.Println("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
	for _, size := range sizes {
		big.upTo(b, size)
		report, ratio := inTurns(b, big, small)
		incident, page := big.asked(b)
		counts, err := big.store.Counts(context.Background())
		if err != nil {
			b.Fatal(err)
		}
		memory := resident()
		precision, recall := big.truth(b)
		fmt.Printf("| %d | %d | %.2f | %.2f | %.2f | %.2f | %d | %.4f | %.4f |\n", size, counts.Incidents, report, ratio, incident, page, memory, precision, recall)
		b.ReportMetric(ratio, "ratio")
	}
}

// record is a record of synthetic reports.
type record struct {
	store   concord.Store
	world   *synthetic.World
	next    int // number of the next incident
	reports int
	pairs   int // of reports that tell of one incident
}

func newRecord(b *testing.B, address string) *record {
	store, err := sqlstore.Open(context.Background(), address)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { store.Close() })
	return &record{store: store, world: synthetic.New()}
}

// batch makes the next batch of readings: whole incidents, so that it may be a few reports longer than a batch is.
func (r *record) batch() batch {
	made := batch{readings: map[string]*concord.Reading{}}
	for len(made.reports) < DefaultBatch {
		told := 0
		for reading := range r.world.Incident(r.next) {
			made.reports = append(made.reports, reading.Report)
			made.readings[reading.Report.ID] = &reading
			r.pairs += told
			told++
		}
		r.next++
	}
	r.reports += len(made.reports)
	return made
}

// take writes a batch and returns the time that it took, in milliseconds a report.
func (r *record) take(b *testing.B, made batch) float64 {
	begun := time.Now()
	if _, err := made.write(context.Background(), r.store, reconcile.Rules[0]); err != nil {
		b.Fatal(err)
	}
	return time.Since(begun).Seconds() * 1000 / float64(len(made.reports))
}

func (r *record) upTo(b *testing.B, reports int) {
	for r.reports < reports {
		r.take(b, r.batch())
	}
}

// inTurns takes batches into both records in turns and returns the median cost of a report in the first, and the median of the ratios of the
// two, each being of batches that came one right after the other.
func inTurns(b *testing.B, big, small *record) (cost, ratio float64) {
	const rounds = 24
	var costs, ratios []float64
	for range rounds {
		here, there := big.take(b, big.batch()), small.take(b, small.batch())
		costs, ratios = append(costs, here), append(ratios, here/there)
	}
	return median(costs), median(ratios)
}

func median[T cmp.Ordered](list []T) T {
	slices.Sort(list)
	return list[len(list)/2]
}

// asked returns the median time in milliseconds of one incident's query, and of its page in the workspace, over incidents of all times.
func (r *record) asked(b *testing.B) (query, page float64) {
	server := web.New(r.store, web.Options{Hosts: []string{"127.0.0.1"}})
	var queries, pages []float64
	for range 100 {
		day := r.world.Day(rand.IntN(r.next))
		found, err := r.store.Incidents(context.Background(), concord.Filter{From: day, To: day, Limit: 20})
		if err != nil || len(found) == 0 {
			b.Fatal(len(found), err)
		}
		id := found[rand.IntN(len(found))].ID
		queries = append(queries, took(func() { _, err = r.store.Incident(context.Background(), id) }))
		answer := httptest.NewRecorder()
		pages = append(pages, took(func() {
			server.ServeHTTP(answer, httptest.NewRequest(http.MethodGet, "http://127.0.0.1/incidents/"+id, nil))
		}))
		if err != nil || answer.Code != http.StatusOK {
			b.Fatal(err, answer.Code)
		}
	}
	return median(queries), median(pages)
}

// took returns how long f takes, in milliseconds.
func took(f func()) float64 {
	begun := time.Now()
	f()
	return time.Since(begun).Seconds() * 1000
}

// resident returns this process's memory in MB as Linux counts it, elsewhere what Go has of the system. That of a PostgreSQL is not in it.
func resident() int {
	runtime.GC()
	if data, err := os.ReadFile("/proc/self/statm"); err == nil {
		if pages, err := strconv.Atoi(strings.Fields(string(data))[1]); err == nil {
			return pages * os.Getpagesize() >> 20
		}
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.Sys >> 20)
}

// truth returns the share of pairs of reports held to tell of one incident that do, and the share of those that do which are held to. It reads the record
// a week at a time; incidents without a day are not made.
func (r *record) truth(b *testing.B) (precision, recall float64) {
	right, together := 0, 0
	seen := map[string]bool{}
	for first := 0; first < r.next+4*synthetic.PerDay; first += 7 * synthetic.PerDay {
		found, err := r.store.Incidents(context.Background(), concord.Filter{From: r.world.Day(first), To: r.world.Day(first + 7*synthetic.PerDay - 1)})
		if err != nil {
			b.Fatal(err)
		}
		before := seen
		seen = map[string]bool{}
		for _, in := range found {
			if seen[in.ID] = true; !before[in.ID] {
				same, all := pairsOf(in.Reports)
				right, together = right+same, together+all
			}
		}
	}
	return float64(right) / float64(together), float64(right) / float64(r.pairs)
}

// pairsOf counts the pairs of reports, and those that tell of one happening as their names have it.
func pairsOf(reports []string) (same, all int) {
	of := map[string]int{}
	for _, name := range reports {
		happening, _, _ := strings.Cut(name, "/")
		same += of[happening]
		of[happening]++
	}
	return same, len(reports) * (len(reports) - 1) / 2
}
