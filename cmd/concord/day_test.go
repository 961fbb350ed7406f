package main

import (
	"bytes"
	"context"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"concord"
	"concord/sqlstore"
	"concord/web/webtest"
)

// day is a recorder at work in a browser, on the samples.
type day struct {
	*testing.T
	ctx   context.Context
	store concord.Store
	site  string
}

func beginDay(t *testing.T) day {
	db := filepath.Join(t.TempDir(), "day.db")
	if status := run([]string{"add", "--quiet", "--db", db, filepath.Join("..", "..", "samples")}, streams{nil, &bytes.Buffer{}, os.Stderr, time.Now}); status != exitOK {
		t.Fatalf("the samples are not taken in: status %d", status)
	}
	store, err := sqlstore.OpenExisting(context.Background(), db)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	site := httptest.NewServer(workspace(store, "localhost"))
	t.Cleanup(site.Close)
	return day{t, webtest.Browser(t), store, site.URL}
}

// do runs steps, and says which page they fail on.
func (d day) do(steps ...chromedp.Action[chromedp.Void]) {
	d.Helper()
	ctx, stop := context.WithTimeout(d.ctx, 60*time.Second)
	defer stop()
	if err := chromedp.Do(ctx, steps...); err != nil {
		at, _ := chromedp.Run(d.ctx, chromedp.Location())
		webtest.Keep(d.T, d.ctx, "day-failed")
		d.Fatalf("on %s: %v", at, err)
	}
}

func (d day) visit(path string) { d.Helper(); d.do(chromedp.Navigate(d.site + path)) }

// follow does what leads to another page, and waits for that.
func (d day) follow(step chromedp.Action[chromedp.Void]) {
	d.Helper()
	d.do(chromedp.Evaluate[chromedp.Void]("document.body.dataset.old = 'yes'; 0"), step, chromedp.WaitReady(chromedp.CSS("body:not([data-old]) footer")))
}

// submit clicks what sends a form and waits for the page that follows.
func (d day) submit(css string) {
	d.Helper()
	d.follow(chromedp.Click(chromedp.CSS(css)))
}

// at reports whether the page of this path is open.
func (d day) at(path string) bool {
	d.Helper()
	at, err := chromedp.Run(d.ctx, chromedp.Location())
	if err != nil {
		d.Fatal(err)
	}
	return strings.HasPrefix(at, d.site+path)
}

// says reports whether the page says the words.
func (d day) says(words string) bool {
	d.Helper()
	text, err := chromedp.Run(d.ctx, chromedp.TextContent(chromedp.CSS("main")))
	if err != nil {
		d.Fatal(err)
	}
	return strings.Contains(text, words)
}

// decided reports whether the value stands in the page's list of decisions, where an undone one is kept.
func (d day) decided(value string) bool {
	d.Helper()
	text, err := chromedp.Run(d.ctx, chromedp.Evaluate[string]("[...document.querySelectorAll('.history')].map((h) => h.textContent).join()"))
	if err != nil {
		d.Fatal(err)
	}
	return strings.Contains(text, value)
}

// incidents returns the incidents that a filter leaves.
func (d day) incidents(f concord.Filter) []concord.Incident {
	d.Helper()
	found, err := d.store.Incidents(context.Background(), f)
	if err != nil {
		d.Fatal(err)
	}
	return found
}

func TestARecordersDay(t *testing.T) {
	d := beginDay(t)
	webtest.Looks[2].Open(t, d.ctx, d.site, "/review") // nobody has told a name yet
	d.do(chromedp.EmulateViewport(1280, 900))
	disputed := d.disputed()
	d.do(chromedp.KeyEvent("j")) // the first of the queue is the gravest contradiction
	d.follow(chromedp.KeyEvent("\r"))
	if !d.at("/incidents/" + disputed.ID) {
		t.Fatal("the review queue does not begin with the gravest contradiction")
	}
	d.do(chromedp.SendKeys(chromedp.CSS(".asker input[name=who]"), "Ana Ortiz"))
	d.submit(".asker button")
	webtest.Keep(t, d.ctx, "day-contradiction")

	d.correctsAFigure(disputed)
	d.searchesAndLooksAround(disputed)
	d.mergesAndSplits(disputed)
	d.decidesByKey()
	d.visit("/incidents/" + disputed.ID)
	printed, err := chromedp.Run(d.ctx, chromedp.PrintToPDF())
	if err != nil || !bytes.HasPrefix(printed, []byte("%PDF")) {
		t.Fatalf("the dossier is not printed: %v", err)
	}
	webtest.KeepFile(t, "day-dossier.pdf", printed)
}

// disputed returns an incident whose sources differ in a figure.
func (d day) disputed() concord.Incident {
	for _, agreement := range [...]concord.Agreement{concord.Contradict, concord.Differ} {
		for _, in := range d.incidents(concord.Filter{Agreement: agreement, Order: "toll"}) {
			if len(in.Figures) > 0 {
				return in
			}
		}
	}
	d.Fatal("the samples hold no incident whose sources differ in a figure")
	return concord.Incident{}
}

// correctsAFigure opens the words of a figure, corrects it in the report, sees the incident change, and undoes it.
func (d day) correctsAFigure(in concord.Incident) {
	d.do(chromedp.Click(chromedp.CSS("details.row summary")), chromedp.WaitVisible(chromedp.CSS("details.row .words a")))
	d.submit("details.row .words a")
	low := `.card.chosen .corrections form:has(input[value=low]) `
	d.do(chromedp.Click(chromedp.CSS(".card.chosen .corrections summary")), chromedp.WaitVisible(chromedp.CSS(low+"button")))
	d.do(chromedp.SetValue(chromedp.CSS(low+"input[name=value]"), "7777"))
	d.submit(low + "button")
	webtest.Keep(d.T, d.ctx, "day-corrected")
	d.visit("/incidents/" + in.ID)
	if !d.says("7777") {
		d.Error("the incident does not show the corrected figure")
	}
	d.visit("/decisions")
	d.submit(".history form button")
	d.visit("/incidents/" + in.ID)
	if d.says("7777") != d.decided("7777") {
		d.Error("the incident shows a figure whose correction was undone")
	}
}

// another returns an incident that shares no report with this one.
func (d day) another(in concord.Incident) concord.Incident {
	for _, other := range d.incidents(concord.Filter{}) {
		shared := slices.ContainsFunc(other.Reports, func(r string) bool { return slices.Contains(in.Reports, r) })
		if !shared && other.ID != in.ID {
			return other
		}
	}
	d.Fatal("there is no other incident")
	return concord.Incident{}
}

// mergesAndSplits makes one incident of two, and takes a report out again.
func (d day) mergesAndSplits(in concord.Incident) {
	before := len(d.incidents(concord.Filter{}))
	d.visit("/incidents/" + in.ID)
	d.do(chromedp.Click(chromedp.CSS("details:has([value=same]) summary")), chromedp.WaitVisible(chromedp.CSS("[name=elsewhere]")))
	d.do(chromedp.SendKeys(chromedp.CSS("[name=elsewhere]"), d.another(in).ID))
	d.submit("form:has([name=elsewhere]) button.main")
	if now := len(d.incidents(concord.Filter{})); now != before-1 {
		d.Errorf("merging two of %d incidents leaves %d", before, now)
	}
	d.do(chromedp.Click(chromedp.CSS("details:has([value=different]) summary")), chromedp.WaitVisible(chromedp.CSS("[name=out]")))
	d.do(chromedp.Click(chromedp.CSS("label:has([name=out]) b")))
	d.submit("form:has([name=out]) button.main")
	if now := len(d.incidents(concord.Filter{})); now != before {
		d.Errorf("splitting leaves %d incidents, want %d", now, before)
	}
	webtest.Keep(d.T, d.ctx, "day-merged-and-split")
	d.visit("/decisions")
	for range 2 {
		d.follow(chromedp.KeyEvent("u"))
	}
	if now := len(d.incidents(concord.Filter{})); now != before {
		d.Errorf("undoing the merge and the split leaves %d incidents, want %d", now, before)
	}
}

// decidesByKey accepts the first claim of the review queue and rejects the second, a key each, and undoes that.
func (d day) decidesByKey() {
	waiting := func() int {
		claims, err := d.store.Claims(context.Background(), concord.Filter{Unreviewed: true})
		if err != nil {
			d.Fatal(err)
		}
		return len(claims)
	}
	before := waiting()
	d.visit("/review#waiting")
	for i, key := range []string{"a", "r", "u"} {
		d.do(chromedp.WaitReady(chromedp.CSS(".waiting:focus")))
		d.follow(chromedp.KeyEvent(key))
		if want := before - []int{1, 2, 1}[i]; waiting() != want {
			d.Errorf("after the key %s %d claims wait, want %d", key, waiting(), want)
		}
	}
	webtest.Keep(d.T, d.ctx, "day-review")
}

// searchesAndLooksAround finds words, and the incidents of a place on the map page and in the list.
func (d day) searchesAndLooksAround(in concord.Incident) {
	d.visit("/search")
	d.do(chromedp.SendKeys(chromedp.CSS("[name=words]"), in.Claims[0].Quote.Text))
	d.submit(".filter button.main")
	webtest.Keep(d.T, d.ctx, "day-search")
	if !d.says(in.Claims[0].Publisher) {
		d.Error("searching for words of a claim does not find it")
	}
	d.visit("/map")
	d.do(chromedp.SendKeys(chromedp.CSS(".filter [name=place]"), in.Where.Name))
	d.submit(".filter button.main")
	for _, other := range d.incidents(concord.Filter{}) {
		if other.Where != nil && other.Where.Country != in.Where.Country && d.says(other.Where.Name) {
			d.Errorf("the map narrowed to %s shows %s", in.Where.Name, other.Where.Name)
		}
	}
	webtest.Keep(d.T, d.ctx, "day-map")
	d.submit(".timeline a")
	if !d.at("/incidents?") || !d.says(in.Where.Name) {
		d.Error("a bar of the timeline does not lead to its incidents")
	}
}
