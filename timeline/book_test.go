package timeline

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"concord"
)

// strife returns the claims of n reports on twenty conflicts over five years, by report: truces agreed and kept, breaches, strikes, talks, promises.
func strife(n int) [][]concord.IncidentClaim {
	first := time.Date(2015, 1, 1, 0, 0, 0, 0, time.UTC)
	reports := make([][]concord.IncidentClaim, n)
	for i := range reports {
		day := concord.DateOf(first.AddDate(0, 0, i*1825/n))
		name := fmt.Sprintf("r%06d", i)
		country := fmt.Sprintf("%c%c", 'A'+i%20, 'A'+i%20)
		side := sideOf(country)
		types := []concord.EventType{concord.CeasefireViolated, concord.CeasefireInEffect, concord.AirStrike, concord.Talks}
		if i/20%15 == 0 {
			types[1] = concord.CeasefireAgreed
		}
		for k, t := range types {
			c := happened(name, day, t, concord.Asserted, 100*k, 100*k+50, side)
			c.ID = fmt.Sprintf("c%d", k)
			c.Event.When.Span = &concord.Span{}
			c.Event.Where = &concord.Where{Name: "Town", Country: country}
			reports[i] = append(reports[i], c)
		}
		if i%50 == 0 {
			reports[i] = append(reports[i], said(name, day, "General of "+side, concord.Promise, 90, 160, "his men would keep the truce"))
		}
	}
	return reports
}

func sideOf(country string) string { return strings.Repeat(country, 3) + "land's army" }

// TestBook adds reports one by one, in several orders: the ceasefires are those of a book that got all at once.
func TestBook(t *testing.T) {
	reports := strife(600)
	want := Ceasefires(slices.Concat(reports...))
	if len(want) < 20 {
		t.Fatalf("%d ceasefires, want one for each conflict at least", len(want))
	}
	for seed := range uint64(3) {
		rand.New(rand.NewPCG(seed, 1)).Shuffle(len(reports), func(i, j int) { reports[i], reports[j] = reports[j], reports[i] })
		b := NewBook()
		for i, r := range reports {
			if b.Add(r); i%97 == 0 {
				b.Ceasefires() // what was written down must be written anew when it changes
				b.Add(r)       // what is there already changes nothing
			}
		}
		if diff := cmp.Diff(want, b.Ceasefires()); diff != "" {
			t.Fatalf("order %d (-all at once +one by one):\n%.3000s", seed, diff)
		}
	}
}

// TestBookLeavesOthers proves that a report changes the threads of its conflict alone.
func TestBookLeavesOthers(t *testing.T) {
	b := NewBook()
	for _, r := range strife(600) {
		b.Add(r)
	}
	b.Ceasefires()
	before := map[*thread]bool{}
	for _, h := range b.threads {
		before[h] = true
	}
	late := happened("late", "2019-12-30", concord.CeasefireViolated, concord.Asserted, 0, 9, sideOf("CC"))
	late.Event.Where = &concord.Where{Name: "Town", Country: "CC"}
	b.Add([]concord.IncidentClaim{late})
	for _, h := range b.threads {
		if own := h.countries["CC"] > 0; !own && (!before[h] || h.written == nil && h.told()) {
			t.Errorf("a thread of %s is written anew", h.home)
		}
	}
}

// BenchmarkCeasefires rebuilds all threads of 100,000 reports on twenty conflicts over five years.
func BenchmarkCeasefires(b *testing.B) {
	claims := slices.Concat(strife(100_000)...)
	for b.Loop() {
		Ceasefires(claims)
	}
}

// BenchmarkBook adds one report, on the last day, to a book of 100,000, and asks for the ceasefires.
func BenchmarkBook(b *testing.B) {
	book, n := NewBook(), 0
	book.Add(slices.Concat(strife(100_000)...))
	book.Ceasefires()
	for b.Loop() {
		n++
		country := fmt.Sprintf("%c%c", 'A'+n%20, 'A'+n%20)
		late := happened(fmt.Sprint("late", n), "2019-12-31", concord.CeasefireViolated, concord.Asserted, 0, 9, sideOf(country))
		late.Event.Where = &concord.Where{Name: "Town", Country: country}
		book.Add([]concord.IncidentClaim{late})
		book.Ceasefires()
	}
}
