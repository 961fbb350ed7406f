package web

import (
	"html"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

func TestSearchesAreKeptUnderNames(t *testing.T) {
	h := New(openShelf(t), Options{})
	as := func(who string, r *http.Request) *httptest.ResponseRecorder {
		r.Header.Set("Sec-Fetch-Site", "same-origin")
		r.AddCookie(&http.Cookie{Name: "who", Value: who})
		return serve(h, r)
	}
	send := func(who string, form url.Values) int {
		return as(who, request("POST", "/searches", form.Encode())).Code
	}
	page := func(who string) string { return as(who, request("GET", "/search", "")).Body.String() }
	if status := send("ana", url.Values{"name": {"Markets & more"}, "ask": {"place=Kafr+Nur&words=market"}}); status != http.StatusSeeOther {
		t.Fatalf("status %d", status)
	}
	if body := html.UnescapeString(page("ana")); !strings.Contains(body, "Markets & more") || !strings.Contains(body, "/search?place=Kafr+Nur&words=market") {
		t.Error("the search is not kept")
	}
	if strings.Contains(page("ben"), "Markets") {
		t.Error("the search of one person is shown to another")
	}
	send("ana", url.Values{"name": {"Markets & more"}})
	if strings.Contains(page("ana"), "Markets") {
		t.Error("the search is not dropped")
	}
	for who, form := range map[string]url.Values{"ana": {"name": {""}, "ask": {"x=y"}}, "": {"name": {"mine"}, "ask": {"x=y"}}, "ben": {"name": {"long"}, "ask": {strings.Repeat("x", 2000)}}} {
		if status := send(who, form); status != http.StatusBadRequest {
			t.Errorf("%s: a search that cannot be kept got %d", who, status)
		}
	}
}

func TestSearchNarrowsByMoreThanWords(t *testing.T) {
	h := New(openShelf(t), Options{})
	for query, want := range map[string]bool{"agreement=contradict": true, "agreement=agree": false, "source=River+Valley+Watch": true, "actor=northern+AIR+force": true, "actor=River+Valley+Watch": false, "place=Kafr+Nur": true,
		"place=Elsewhere": false, "measure=killed&least=30": true, "measure=killed&least=300": false, "unreviewed=yes": true} {
		_, body := get(t, h, "/search?"+query)
		if found := strings.Contains(body, "/incidents/market"); found != want {
			t.Errorf("%s: found %v, want %v", query, found, want)
		}
	}
}

// TestAFilterThatCannotHoldIsSaid proves that a value that a list cannot be narrowed by is an error with its field, and no empty list, which would say
// that nothing happened.
func TestAFilterThatCannotHoldIsSaid(t *testing.T) {
	h := New(openShelf(t), Options{})
	for query, want := range map[string]string{
		"type=airstrike":          "type: &#34;airstrike&#34; is none of armed_clash",
		"agreement=maybe":         "agreement: ",
		"measure=dead":            "measure: ",
		"order=truth":             "order: ",
		"from=2019-04&to=2019-03": "from: 2019-04 lies after 2019-03",
		"from=2019-02-30":         "is no date; write 2016-09-23",
	} {
		for _, page := range []string{"/incidents?", "/search?", "/map?", "/reports?"} {
			if status, body := get(t, h, page+query); status != http.StatusBadRequest || !strings.Contains(body, want) {
				t.Errorf("%s%s: status %d, want 400 and %q", page, query, status, want)
			}
		}
	}
	if status, _ := get(t, h, "/incidents?from=2019-03&to=2019-03-04"); status != http.StatusOK {
		t.Error("a month that begins before a day is refused")
	}
}

// TestACountryIsFoundByItsName proves that a country's name, a common one too, finds all incidents in it, as its code does, and not only those whose
// place is the country.
func TestACountryIsFoundByItsName(t *testing.T) {
	h := New(openShelf(t), Options{})
	for _, place := range []string{"SY", "sy", "Syria", "syria", "the+Syrian+Arab+Republic"} {
		if _, body := get(t, h, "/incidents?place="+place); !strings.Contains(body, "/incidents/market") {
			t.Errorf("%s does not find the incident", place)
		}
	}
	if _, body := get(t, h, "/incidents?place=Yemen"); strings.Contains(body, "/incidents/market") {
		t.Error("another country finds the incident")
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
