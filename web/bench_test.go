package web

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"testing"

	"concord"
	"concord/sqlstore"
)

// crowd returns a record of n incidents like the fixture's, over ten years and many places.
func crowd(b *testing.B, n int) concord.Store {
	b.Helper()
	store, err := sqlstore.Open(context.Background(), filepath.Join(b.TempDir(), "crowd.db"))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { store.Close() })
	one := marketIncident(marketReadings(b))
	one.Accounts, one.Links = nil, nil
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

func BenchmarkPages(b *testing.B) {
	for _, n := range []int{1_000, 100_000} {
		h := New(crowd(b, n), Options{})
		for _, path := range []string{"/incidents", fmt.Sprintf("/incidents?page=%d", n/pageSize-1), "/incidents?place=Village+17", "/incidents/n7", "/map", "/map/points.json"} {
			b.Run(fmt.Sprintf("%d%s", n, path), func(b *testing.B) {
				for b.Loop() {
					w := httptest.NewRecorder()
					h.ServeHTTP(w, request("GET", path, ""))
					if w.Code != http.StatusOK {
						b.Fatal(w.Body)
					}
				}
			})
		}
	}
}
