package web

import (
	"fmt"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"concord"
	"concord/web/webtest"
)

// someTotals are sums of four groups: one open, one unknown, one with no time, one of a type or a place.
func someTotals([]concord.Incident, concord.Grouping, concord.Measure) []concord.Total {
	return []concord.Total{
		{Group: "2019-03", Measure: concord.Killed, Sum: &concord.Sum{Low: 12, Best: 20, High: 1024, Open: 1}, Incidents: 3, LeftOut: concord.LeftOut{NoFigure: 1}},
		{Group: "2019-04", Measure: concord.Killed, Incidents: 2, LeftOut: concord.LeftOut{NoFigure: 1, OtherScope: 1}},
		{Group: "undated", Measure: concord.Killed, Sum: &concord.Sum{Low: 5, Best: 5, High: 5, Open: 1}, Incidents: 1, LeftOut: concord.LeftOut{Undated: 1}},
		{Group: "Montgomeryshire", Measure: concord.Killed, Incidents: 1},
		{Group: "air_strike", Measure: concord.Killed, Sum: &concord.Sum{Low: 7, Best: 7, High: 7}, Incidents: 1},
	}
}

// TestTotalsPage proves that sums stand as ranges with what they leave out, that what nobody gave is unknown, that groups lead to their incidents, and
// that the latest time stands first.
func TestTotalsPage(t *testing.T) {
	h := New(openShelf(t), Options{Totals: someTotals})
	_, body := get(t, h, "/totals?place=Kafr+Nur&measure=injured")
	for _, want := range []string{"12 to 1,024 or more", ">unknown<", "1 without a figure", "1 with tolls of other scope only", "5 or more", "1 undated",
		`href="/incidents?from=2019-03&amp;place=Kafr&#43;Nur&amp;to=2019-03"`, `<option value="injured" selected>`, `value="Kafr Nur"`} {
		if !strings.Contains(body, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	if later, earlier := strings.Index(body, ">2019-04<"), strings.Index(body, ">2019-03<"); later < 0 || earlier < later || strings.Index(body, ">undated<") < earlier {
		t.Error("months are not in order, the latest first")
	}
	if _, body := get(t, h, "/totals?by=type"); !strings.Contains(body, `href="/incidents?type=air_strike"`) || strings.Index(body, "1,024") > strings.Index(body, "Air strike</bdi>") {
		t.Error("types are not those with the highest sums first, or lead nowhere")
	}
	if _, body := get(t, h, "/totals?by=actor&actor=navy"); !strings.Contains(body, "blamed:") ||
		!strings.Contains(body, `href="/incidents?actor=air_strike"`) || !strings.Contains(body, `name="actor" value="navy"`) {
		t.Error("who is blamed stands as who did it, or leads nowhere")
	}
	for path, want := range map[string]int{"/totals?by=moon": 400, "/totals?page=0": 400, "/totals?from=yesterday": 400, "/totals?page=9": 200} {
		if status, _ := get(t, h, path); status != want {
			t.Errorf("%s: status %d, want %d", path, status, want)
		}
	}
}

// TestTotalsOfMany proves that groups are shown a page at a time.
func TestTotalsOfMany(t *testing.T) {
	h := New(openShelf(t), Options{Totals: func([]concord.Incident, concord.Grouping, concord.Measure) (all []concord.Total) {
		for i := range 3*pageSize/2 + 1 {
			all = append(all, concord.Total{Group: fmt.Sprintf("Town %d", i), Incidents: 1})
		}
		return all
	}})
	for page, want := range map[int]int{1: pageSize, 2: pageSize/2 + 1} {
		if _, body := get(t, h, fmt.Sprint("/totals?by=place&page=", page)); strings.Count(body, `<th scope="row">`) != want {
			t.Errorf("page %d shows %d groups, want %d", page, strings.Count(body, `<th scope="row">`), want)
		}
	}
}

// TestTotalsLook looks at the page in a browser, light and dark, wide and narrow, in both languages.
func TestTotalsLook(t *testing.T) {
	site := httptest.NewServer(New(openShelf(t), Options{Totals: someTotals}))
	defer site.Close()
	ctx, axe := webtest.Browser(t), webtest.LoadAxe(t)
	for _, l := range webtest.Looks {
		l.Open(t, ctx, site.URL, "/totals")
		webtest.Keep(t, ctx, "totals."+l.Name)
		axe.Check(t, ctx, l, "/totals")
		cut, err := chromedp.Run(ctx, chromedp.Evaluate[int](`[...document.querySelectorAll(".totals th bdi")].filter((e) => {
			const r = document.createRange(); r.selectNodeContents(e);
			return !/\s/.test(e.textContent) && r.getClientRects().length > 1 }).length`))
		if err != nil || cut > 0 {
			t.Errorf("%s: %d words are cut in two (%v)", l.Name, cut, err)
		}
	}
}
