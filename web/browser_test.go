package web

import (
	"fmt"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"concord/web/webtest"
)

func TestPagesInABrowser(t *testing.T) {
	s := openShelf(t)
	h := New(s, Options{})
	post(t, h, "Ben Adler", url.Values{"kind": {"grade"}, "incident": {"market"}, "value": {"contested"}, "note": {"the ministry's depot is three streets away"}})
	post(t, h, "Ben Adler", url.Values{"kind": {"accept"}, "report": {s.readings[0].Report.ID}, "claim": {"c3"}})
	site := httptest.NewServer(h)
	defer site.Close()
	ctx, axe := webtest.Browser(t), webtest.LoadAxe(t)
	looks := webtest.Looks[:]
	if testing.Short() {
		looks = looks[:1]
	}
	for _, l := range looks {
		for _, path := range paths(s) {
			l.Open(t, ctx, site.URL, path)
			webtest.Keep(t, ctx, shotName(path, l.Name))
			axe.Check(t, ctx, l, path)
			if title, err := chromedp.Run(ctx, chromedp.Title()); err != nil || title == "taken" {
				t.Errorf("%s: a report's words ran as a script (%v)", path, err)
			}
		}
	}
}

func TestIncidentIsShownOnTheMap(t *testing.T) {
	s := openShelf(t)
	h := New(s, Options{})
	if !built(dist) {
		if _, body := get(t, h, "/incidents/market"); strings.Contains(body, "map.js") {
			t.Error("the page offers a map that was not built")
		}
		return
	}
	site := httptest.NewServer(h)
	defer site.Close()
	ctx := webtest.Browser(t)
	webtest.Looks[0].Open(t, ctx, site.URL, "/incidents/market")
	drawn, err := chromedp.Run(ctx, chromedp.Evaluate[bool](`new Promise((ok) => { document.querySelector(".inset").open = true;
		const wait = setInterval(() => { if (document.getElementById("map").dataset.drawn) { clearInterval(wait); ok(true) } }, 100) })`, chromedp.EvalAwaitPromise))
	if err != nil || !drawn {
		t.Errorf("the map is not drawn: %v", err)
	}
	webtest.Keep(t, ctx, "incident-map")
}

// TestNothingOverlapsInAListOnAPhone proves that what stands in a line of the list has room there.
func TestNothingOverlapsInAListOnAPhone(t *testing.T) {
	site := httptest.NewServer(New(openShelf(t), Options{}))
	defer site.Close()
	ctx := webtest.Browser(t)
	for _, l := range webtest.Looks {
		if l.Name != "narrow" {
			continue
		}
		l.Open(t, ctx, site.URL, "/incidents")
		over, err := chromedp.Run(ctx, chromedp.Evaluate[string](`(() => {
			const parts = [...document.querySelectorAll(".line > *, .mini > *")].filter((e) => !e.querySelector(".mini"));
			const box = (e) => { const r = document.createRange(); r.selectNodeContents(e); return e.matches("svg") ? e.getBoundingClientRect() : r.getBoundingClientRect() };
			for (const a of parts) for (const b of parts) {
				const x = box(a), y = box(b);
				if (a !== b && Math.min(x.right, y.right) - Math.max(x.left, y.left) > 1 && Math.min(x.bottom, y.bottom) - Math.max(x.top, y.top) > 3) return a.outerHTML + " and " + b.outerHTML;
			}
			return parts.length < 5 ? "nothing is compared" : "";
		})()`))
		if err != nil || over != "" {
			t.Errorf("these overlap: %s %v", over, err)
		}
	}
}

func TestListTellsWhatIsTakenInMeanwhile(t *testing.T) {
	s := openShelf(t)
	site := httptest.NewServer(New(s, Options{}))
	defer site.Close()
	ctx := webtest.Browser(t)
	webtest.Looks[0].Open(t, ctx, site.URL, "/incidents")
	another := s.market
	another.ID = "another"
	s.put(t, another)
	told, err := chromedp.Run(ctx, chromedp.Poll[bool](`!document.querySelector("#counts a").hidden && document.getElementById("counts").textContent.includes("2 incidents")`,
		chromedp.WithPollingTimeout(60*time.Second)))
	if err != nil || !told {
		t.Errorf("the open list does not tell of the new incident: %v", err)
	}
}

func TestKeysDecide(t *testing.T) {
	s := openShelf(t)
	site := httptest.NewServer(New(s, Options{}))
	defer site.Close()
	ctx := webtest.Browser(t)
	webtest.Looks[0].Open(t, ctx, site.URL, reportPath(s.readings[0].Report.ID, ""))
	err := chromedp.Do(ctx, chromedp.KeyEvent("j"), chromedp.KeyEvent("j"), chromedp.KeyEvent("r"), chromedp.WaitReady(chromedp.CSS(".card.has-reject")))
	if err != nil {
		t.Fatal(err)
	}
	if all := s.decided(t); len(all) != 1 || all[0].Kind != "reject" || all[0].Claim != "c2" || all[0].Who != "Ana Ortiz" {
		t.Errorf("decided %+v", all)
	}
}

func TestSelectedWordsGoIntoTheForm(t *testing.T) {
	s := openShelf(t)
	site := httptest.NewServer(New(s, Options{}))
	defer site.Close()
	ctx := webtest.Browser(t)
	webtest.Looks[0].Open(t, ctx, site.URL, reportPath(s.readings[0].Report.ID, ""))
	err := chromedp.Do(ctx, chromedp.Evaluate[chromedp.Void](`(() => { const piece = [...document.querySelectorAll(".text span")].find((e) => e.textContent.includes("families"));
		const range = document.createRange(), at = piece.firstChild.data.indexOf("families");
		range.setStart(piece.firstChild, at); range.setEnd(piece.firstChild, at + 8);
		document.getSelection().addRange(range) })(); 0`))
	if err != nil {
		t.Fatal(err)
	}
	got, err := chromedp.Run(ctx, chromedp.Poll[string](`(() => { const f = document.querySelector("#missed form"); return f.words.value && f.words.value + " " + f.start.value })()`,
		chromedp.WithPollingInterval(50*time.Millisecond), chromedp.WithPollingTimeout(60*time.Second)))
	want := fmt.Sprintf("families %d", s.readings[0].span("families").Start)
	if err != nil || got != want {
		t.Errorf("the form holds %q, want %q (%v)", got, want, err)
	}
}

// shotName makes a file's name of a page's address.
func shotName(path, look string) string {
	name := strings.Trim(strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return '-'
	}, strings.ToLower(path)), "-")
	return name[:min(len(name), 40)] + "." + look
}

func TestMapIsDrawn(t *testing.T) {
	s := openShelf(t)
	h := New(s, Options{})
	if !built(dist) {
		if _, body := get(t, h, "/map"); !strings.Contains(body, "Kafr Nur") || strings.Contains(body, "map.js") {
			t.Error("without its scripts the map page must show its list")
		}
		return
	}
	site := httptest.NewServer(h)
	defer site.Close()
	ctx := webtest.Browser(t)
	for _, l := range webtest.Looks[:2] {
		l.Open(t, ctx, site.URL, "/map")
		drawn, err := chromedp.Run(ctx, chromedp.Poll[bool](`document.getElementById("map").dataset.drawn === "yes"`, chromedp.WithPollingTimeout(60*time.Second)))
		webtest.Keep(t, ctx, "map-drawn."+l.Name)
		if err != nil || !drawn {
			t.Fatalf("%s: the map is not drawn: %v", l.Name, err)
		}
		link, err := chromedp.Run(ctx, chromedp.Evaluate[string](`document.getElementById("within").href`))
		if err != nil || !strings.Contains(link, "bounds=") {
			t.Errorf("the part of the map that is seen does not narrow the list: %q, %v", link, err)
		}
	}
}
