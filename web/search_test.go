package web

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

func TestSearchesAreKeptUnderNames(t *testing.T) {
	h := New(openShelf(t), Options{})
	var jar *http.Cookie
	send := func(form url.Values) int {
		r := request("POST", "/searches", form.Encode())
		r.Header.Set("Sec-Fetch-Site", "same-origin")
		if jar != nil {
			r.AddCookie(jar)
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		for _, c := range w.Result().Cookies() {
			jar = c
		}
		return w.Code
	}
	page := func() string {
		r := request("GET", "/search", "")
		r.AddCookie(jar)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		return w.Body.String()
	}
	if status := send(url.Values{"name": {"Markets & more"}, "ask": {"place=Kafr+Nur&words=market"}}); status != http.StatusSeeOther {
		t.Fatalf("status %d", status)
	}
	if body := page(); !strings.Contains(body, "Markets &amp; more") || !strings.Contains(body, "/search?place=Kafr&#43;Nur&amp;words=market") && !strings.Contains(body, "/search?place=Kafr+Nur&amp;words=market") {
		t.Error("the search is not kept")
	}
	send(url.Values{"name": {"Markets & more"}})
	if strings.Contains(page(), "Markets") {
		t.Error("the search is not dropped")
	}
	if status := send(url.Values{"name": {""}, "ask": {"x=y"}}); status != http.StatusBadRequest {
		t.Errorf("a search without a name got %d", status)
	}
}

func TestSearchNarrowsByMoreThanWords(t *testing.T) {
	h := New(openShelf(t), Options{})
	for query, want := range map[string]bool{"agreement=contradict": true, "agreement=agree": false, "source=River+Valley+Watch": true, "place=Kafr+Nur": true,
		"place=Elsewhere": false, "measure=killed&least=30": true, "measure=killed&least=300": false, "unreviewed=yes": true} {
		_, body := get(t, h, "/search?"+query)
		if found := strings.Contains(body, "/incidents/market"); found != want {
			t.Errorf("%s: found %v, want %v", query, found, want)
		}
	}
}

func TestTheMapKeepsTheFilter(t *testing.T) {
	h := New(openShelf(t), Options{})
	_, body := get(t, h, "/map?place=Kafr+Nur&agreement=contradict")
	if want := "/incidents?agreement=contradict&amp;from=2019-03-04&amp;place=Kafr"; !strings.Contains(body, want) {
		t.Errorf("the timeline's bars forget the filter: no %s", want)
	}
	if _, body = get(t, h, "/map/points.json?place=Kafr+Nur"); !strings.Contains(body, `"lat":35.9`) {
		t.Errorf("the points are %s", body)
	}
	for _, cell := range []string{"0", "0.5", "90"} {
		if _, body = get(t, h, "/map/points.json?cell="+cell); !strings.Contains(body, `"count":1,"against":1,`) || !strings.Contains(body, `"id":"market"`) {
			t.Errorf("in cells of %s degrees the points are %s", cell, body)
		}
	}
	for _, cell := range []string{"-1", "NaN", "wide", "91"} {
		if status, _ := get(t, h, "/map/points.json?cell="+cell); status != http.StatusBadRequest {
			t.Errorf("cells of %s degrees got %d", cell, status)
		}
	}
	if _, body = get(t, h, "/map/points.json?place=Elsewhere"); strings.TrimSpace(body) != "[]" {
		t.Errorf("points elsewhere are %s", body)
	}
}
