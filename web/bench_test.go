package web

import (
	"context"
	"fmt"
	"math"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"concord"
	"concord/sqlstore"
	"concord/web/webtest"
)

// crowd returns a record of n incidents like the fixture's, over ten years and many places.
func crowd(b *testing.B, n int) concord.Store {
	b.Helper()
	store, err := sqlstore.Open(context.Background(), filepath.Join(b.TempDir(), "crowd.db"))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { store.Close() })
	readings := marketReadings(b)
	one := marketIncident(readings)
	one.Accounts, one.Links = nil, nil
	err = store.Update(context.Background(), func(tx concord.Tx) error {
		for _, r := range readings {
			if _, err := tx.Put(context.Background(), &r.Reading); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	for done := 0; done < n; {
		var batch []concord.Incident
		for ; len(batch) < 2000 && done < n; done++ {
			in := one
			day := concord.Date(fmt.Sprintf("20%02d-%02d-%02d", 10+done%10, 1+done/10%12, 1+done/120%28))
			in.ID, in.When = fmt.Sprintf("n%d", done), &concord.When{From: day, To: day, Precision: concord.ToDay}
			where := *market()
			where.Name = fmt.Sprintf("Village %d", done%997)
			where.Point = &concord.Point{Lat: 30 + float64(done%1000)/100, Lon: 35 + float64(done/1000)/10}
			in.Where = &where
			batch = append(batch, in)
		}
		err := store.Update(context.Background(), func(tx concord.Tx) error { return tx.PutIncidents(context.Background(), batch, nil) })
		if err != nil {
			b.Fatal(err)
		}
	}
	return store
}

// BenchmarkPages fails where a list takes more than 100 ms, or a map or the review queue more than half a second, of a hundred thousand incidents.
func BenchmarkPages(b *testing.B) {
	const list, whole = 100 * time.Millisecond, 500 * time.Millisecond
	for _, n := range []int{1_000, 100_000} {
		h := New(crowd(b, n), Options{})
		last := n/pageSize - 1
		for path, limit := range map[string]time.Duration{"/incidents": list, fmt.Sprintf("/incidents?page=%d", last): list, fmt.Sprintf("/incidents?order=toll&page=%d", last): list,
			"/incidents?place=Village+17": list, "/incidents?agreement=contradict&from=2015": list, "/incidents/n7": list, "/review": whole, "/counts.json": list,
			"/map": whole, "/map?type=air_strike": whole, "/map/points.json?cell=2": whole, "/map/points.json?cell=0.1&bounds=35,30,36,31": whole} {
			b.Run(fmt.Sprintf("%d%s", n, path), func(b *testing.B) {
				quickest := time.Hour // other work on the machine makes the rest slower
				for b.Loop() {
					begun := time.Now()
					if w := serve(h, request("GET", path, "")); w.Code != http.StatusOK || w.Body.Len() > 200_000 {
						b.Fatalf("status %d, %d bytes", w.Code, w.Body.Len())
					}
					quickest = min(quickest, time.Since(begun))
				}
				b.ReportMetric(float64(quickest.Microseconds())/1000, "ms-at-best")
				if quickest > limit {
					b.Errorf("takes %s, at most %s are allowed", quickest, limit)
				}
			})
		}
	}
}

// BenchmarkFirstPaint fails where a page's first paint in a browser comes later than 300 ms.
func BenchmarkFirstPaint(b *testing.B) {
	site := httptest.NewServer(New(crowd(b, 1_000), Options{}))
	defer site.Close()
	ctx := webtest.Browser(b)
	for _, path := range []string{"/incidents", "/incidents/n7", "/map", "/review"} {
		b.Run(path[1:], func(b *testing.B) {
			quickest := math.Inf(1)
			for range max(b.N, 5) { // the first load is the browser's own start
				webtest.Looks[0].Open(b, ctx, site.URL, path)
				painted, err := chromedp.Run(ctx, chromedp.Poll[float64](`performance.getEntriesByName("first-contentful-paint")[0]?.startTime`))
				if err != nil {
					b.Fatal(err)
				}
				quickest = min(quickest, painted)
			}
			b.ReportMetric(quickest, "ms-to-paint")
			if quickest > 300 {
				b.Errorf("the first paint comes after %.0f ms", quickest)
			}
		})
	}
}
