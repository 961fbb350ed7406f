package pipeline

import (
	"context"
	"flag"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"concord"
	"concord/sqlstore"
)

var truces = flag.Int("truces", 2000, "number of reports on ceasefires in the record of BenchmarkThreads")

// truceReading is a report on one of twenty conflicts: a ceasefire kept or made anew, a breach, a strike, talks.
func truceReading(i int, day concord.Date) concord.Reading {
	country := fmt.Sprintf("%c%c", 'A'+i%20, 'A'+i%20)
	side := strings.Repeat(country, 3) + "land's army"
	text := fmt.Sprintf("Report %d: the truce was broken by %s, a strike was told of, and talks were held.", i, side)
	r := concord.Reading{Report: concord.Report{ID: concord.ReportID(text), Name: fmt.Sprint("truce-", i), Publisher: "Wire", Published: day, Language: "en", Text: text}}
	types := []concord.EventType{concord.CeasefireViolated, concord.CeasefireInEffect, concord.AirStrike, concord.Talks}
	if i/20%15 == 0 {
		types[1] = concord.CeasefireAgreed
	}
	for k, t := range types {
		r.Claims = append(r.Claims, concord.Claim{ID: fmt.Sprint("c", k), Kind: concord.EventClaim, Source: []concord.Speaker{}, Modality: concord.Asserted, Rule: "synthetic", Confidence: 0.8,
			Quote: concord.Quote{Span: concord.Span{Start: 15 * k, End: 15*k + 10}, Text: text[15*k : 15*k+10]},
			Event: &concord.Event{Type: t, When: &concord.When{From: day, To: day, Precision: concord.ToDay, Span: &concord.Span{}}, Where: &concord.Where{Name: "Town", Country: country},
				Participants: []concord.Participant{{Role: "perpetrator", Name: side}}}})
	}
	return r
}

// BenchmarkThreads measures on a record of reports on ceasefires how long all threads take from the record, and how long they
// take after one more report where they are kept at hand.
func BenchmarkThreads(b *testing.B) {
	store, err := sqlstore.Open(context.Background(), filepath.Join(b.TempDir(), "record.db"))
	if err != nil {
		b.Fatal(err)
	}
	defer store.Close()
	first := time.Date(2015, 1, 1, 0, 0, 0, 0, time.UTC)
	put := func(from, to int) {
		err := store.Update(context.Background(), func(tx concord.Tx) error {
			for i := from; i < to; i++ {
				r := truceReading(i, concord.DateOf(first.AddDate(0, 0, i*1825 / *truces)))
				if _, err := tx.Put(context.Background(), &r); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	for i := 0; i < *truces; i += 500 {
		put(i, min(i+500, *truces))
	}
	held := *truces
	ask := func(b *testing.B, f func(context.Context, concord.Filter) ([]concord.Ceasefire, error)) {
		if list, err := f(context.Background(), concord.Filter{}); err != nil || len(list) < 20 {
			b.Fatal(len(list), err)
		}
	}
	b.Run("all", func(b *testing.B) {
		for b.Loop() {
			ask(b, func(ctx context.Context, f concord.Filter) ([]concord.Ceasefire, error) {
				return Ceasefires(ctx, store, f)
			})
		}
	})
	b.Run("one more", func(b *testing.B) {
		threads := NewThreads(store)
		ask(b, threads.Ceasefires)
		for b.Loop() {
			put(held, held+1)
			held++
			ask(b, threads.Ceasefires)
		}
	})
}
