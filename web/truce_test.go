package web

import (
	"context"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"concord"
	"concord/web/webtest"
)

// harbourTruce is a ceasefire with a step of each sort and violations that both sides allege.
func harbourTruce(s *shelf) concord.Ceasefire {
	day := func(d concord.Date) *concord.When { return &concord.When{From: d, To: d, Precision: concord.ToDay} }
	claim := s.market.Claims[0]
	return concord.Ceasefire{ID: "cf1", Name: "Ceasefire in Kafr Nur, March 2019", Parties: []string{"Northern army", "Valley Front"}, Mediators: []string{"Island state"},
		Effective: day("2019-03-10"), Ended: day("2019-03-20"),
		Steps: []concord.CeasefireStep{{State: concord.CeasefireProposed, When: day("2019-03-08"), By: []string{"Island state"}, Claim: claim},
			{State: concord.CeasefireInEffect, When: day("2019-03-10"), Claim: claim}, {State: concord.CeasefireEnded, When: day("2019-03-20"), By: []string{"Valley Front"}, Claim: claim}},
		Violations: []concord.Violation{{AllegedBy: []string{"Northern army"}, Accused: []string{"Valley Front"}, Kind: concord.Shelling, When: day("2019-03-12"), Low: 3, Claim: claim},
			{AllegedBy: []string{"Valley Front"}, Accused: []string{"Northern army"}, Kind: concord.AirStrike, When: day("2019-03-13"), Low: 1, Claim: claim},
			{Kind: concord.ArmedClash, Low: 2, Claim: claim}},
	}
}

func TestTruceIsABandWithItsSteps(t *testing.T) {
	drawn := drawTruce(harbourTruce(openShelf(t)))
	if drawn.Held == nil || drawn.Lasting || drawn.Held.Width <= 0 || len(drawn.Steps) != 3 || len(drawn.Breaches) != 2 {
		t.Fatalf("drawn %+v", drawn)
	}
	if drawn.Steps[0].At >= drawn.Held.At || drawn.Steps[1].At != drawn.Held.At || drawn.Steps[2].At != drawn.Held.At+drawn.Held.Width {
		t.Errorf("the steps do not stand on their days: %+v %+v", drawn.Steps, drawn.Held)
	}
	if len(drawn.Sides) != 3 || drawn.Sides[0].Accused[0] != "Valley Front" || drawn.Sides[2].AllegedBy != "" {
		t.Errorf("sides %+v", drawn.Sides)
	}
	open := harbourTruce(openShelf(t))
	open.Ended = nil
	if drawn := drawTruce(open); !drawn.Lasting {
		t.Error("a ceasefire whose end nobody tells is drawn as ended")
	}
	if drawn := drawTruce(concord.Ceasefire{}); len(drawn.Days) != 0 {
		t.Error("a ceasefire without a day has days")
	}
}

// TestCeasefiresAreNarrowedAndPaged proves that the page filters by what its form says, tells how many there are, and goes on on another page.
func TestCeasefiresAreNarrowedAndPaged(t *testing.T) {
	s := openShelf(t)
	var asked concord.Filter
	h := New(s, Options{Threads: Threads{Ceasefires: func(_ context.Context, f concord.Filter) ([]concord.Ceasefire, error) {
		if asked = f; f.Place == "Nowhere" {
			return nil, nil
		}
		return slices.Repeat([]concord.Ceasefire{harbourTruce(s)}, pageSize+3), nil
	}}})
	_, body := get(t, h, "/ceasefires?place=Kafr+Nur&from=2019-03&to=2019-04")
	if asked.Place != "Kafr Nur" || asked.From != "2019-03" || asked.To != "2019-04" || !strings.Contains(body, `value="Kafr Nur"`) {
		t.Errorf("asked for %+v", asked)
	}
	if got := strings.Count(body, "<article"); got != pageSize || !strings.Contains(body, "53 ceasefires") || !strings.Contains(body, "page=2") {
		t.Errorf("%d ceasefires on the first page", got)
	}
	if strings.Contains(body, "Ceasefire in effect 2019") || !strings.Contains(body, "said to take effect <bdi>2019-03-10") || !strings.Contains(body, "said to have ended <bdi>2019-03-20") {
		t.Error("what reports say of a ceasefire's days stands as a fact")
	}
	if _, body = get(t, h, "/ceasefires?page=2"); strings.Count(body, "<article") != 3 {
		t.Error("the second page does not show the rest")
	}
	if _, body = get(t, h, "/ceasefires?place=Nowhere"); !strings.Contains(body, "No ceasefire matches the filter") {
		t.Error("an empty list does not say that the filter empties it")
	}
}

func TestCeasefiresPage(t *testing.T) {
	s := openShelf(t)
	truces := Threads{Ceasefires: func(context.Context, concord.Filter) ([]concord.Ceasefire, error) {
		return []concord.Ceasefire{harbourTruce(s)}, nil
	}}
	site := httptest.NewServer(New(s, Options{Threads: truces}))
	defer site.Close()
	ctx, axe := webtest.Browser(t), webtest.LoadAxe(t)
	for _, l := range webtest.Looks {
		l.Open(t, ctx, site.URL, "/ceasefires")
		webtest.Keep(t, ctx, "truce."+l.Name)
		axe.Check(t, ctx, l, "/ceasefires")
	}
	if _, body := get(t, New(s, Options{}), "/ceasefires"); !strings.Contains(body, "No report") {
		t.Error("without threads the page does not say that there are none")
	}
}
