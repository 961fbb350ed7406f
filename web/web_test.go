package web

import (
	"errors"
	"fmt"
	"html"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"concord"
)

// request is one as a browser on this machine sends it.
func request(method, path, body string) *http.Request {
	r := httptest.NewRequest(method, path, strings.NewReader(body))
	r.Host = "127.0.0.1:8642"
	if body != "" {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	return r
}

// serve answers a request.
func serve(h http.Handler, r *http.Request) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// get asks for a page and returns its status and body.
func get(t *testing.T, h http.Handler, path string) (int, string) {
	t.Helper()
	path, _, _ = strings.Cut(path, "#") // a browser keeps the fragment to itself
	w := serve(h, request("GET", path, ""))
	return w.Code, w.Body.String()
}

// paths are one address of every page.
func paths(s *shelf) []string {
	return []string{"/incidents", "/incidents/market", "/incidents/market?known=2019-03-05", "/reports", reportPath(s.readings[0].Report.ID, ""), reportPath(s.readings[4].Report.ID, "c1"),
		"/sources", sourcePath("River Valley Watch"), "/search", "/search?words=market", "/totals", "/map", "/ceasefires", "/review", "/decisions", "/api", "/nowhere"}
}

func TestEveryPageIsWhole(t *testing.T) {
	s := openShelf(t)
	h := New(s, Options{})
	for _, path := range paths(s) {
		status, body := get(t, h, path)
		want := http.StatusOK
		if path == "/nowhere" {
			want = http.StatusNotFound
		}
		if status != want {
			t.Errorf("%s: status %d, want %d\n%s", path, status, want, body)
		}
		if !strings.Contains(body, "</html>") || len(body) > 200_000 {
			t.Errorf("%s: a page of %d bytes", path, len(body))
		}
		if strings.Contains(body, "ZgotmplZ") || strings.Contains(body, "%!") {
			t.Errorf("%s: a value did not fit its place: %s", path, body)
		}
	}
}

func TestIncidentPageShowsWhoSaysWhat(t *testing.T) {
	h := New(openShelf(t), Options{})
	_, body := get(t, h, "/incidents/market")
	for _, want := range []string{"River Valley Watch", "about 20", "Harbour Gazette", "superseded", "majority", "same place", "figures differ",
		"Northern defence ministry", "3 militants died", "repeats", `<a href="/incidents?actor=Northern%20air%20force">`} {
		if !strings.Contains(body, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
}

func TestReportPageNamesClaimsBesideTheText(t *testing.T) {
	s := openShelf(t)
	h := New(s, Options{})
	_, body := get(t, h, reportPath(s.readings[0].Report.ID, "c3"))
	for _, want := range []string{`id="c3"`, `class="piece in-figure chosen`, `id="card-c3" data-claim="c3" open`, "killed: at least 14", "<code>trigger</code>"} {
		if !strings.Contains(body, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
}

func TestErrorsBecomeStatuses(t *testing.T) {
	for code, want := range map[concord.Code]int{concord.Invalid: 400, concord.NotFound: 404, concord.Conflict: 409, concord.Unavailable: 503,
		concord.Newer: 503, concord.Internal: 500} {
		s := openShelf(t)
		s.broken = concord.Errorf(code, "", "told <why>")
		status, body := get(t, New(s, Options{}), "/incidents")
		if status != want {
			t.Errorf("%s: status %d, want %d", code, status, want)
		}
		if told := strings.Contains(body, "told &lt;why&gt;"); told == (code == concord.Internal) {
			t.Errorf("%s: the cause is told: %v", code, told)
		}
	}
	s := openShelf(t)
	s.broken = errors.New("secret path")
	if _, body := get(t, New(s, Options{}), "/incidents"); strings.Contains(body, "secret") {
		t.Error("an error without a code is shown to the reader")
	}
}

func TestFiltersThatCannotBeUnderstood(t *testing.T) {
	h := New(openShelf(t), Options{})
	for _, query := range []string{"from=yesterday", "to=2019-13", "least=many", "most=-1", "page=0", "page=x"} {
		status, body := get(t, h, "/incidents?"+query)
		if field, _, _ := strings.Cut(query, "="); status != 400 || !strings.Contains(body, field) {
			t.Errorf("%s: status %d; the field must be named", query, status)
		}
	}
}

func TestNothingOfAReportBecomesMarkup(t *testing.T) {
	s := openShelf(t)
	h := New(s, Options{})
	id := s.readings[4].Report.ID
	for _, path := range append(paths(s), reportPath(id, ""), reportPath("<script>alert(1)</script>", ""), sourcePath(`<b onmouseover="x">Nobody</b>`),
		"/search?words="+url.QueryEscape(hostile), "/incidents?place="+url.QueryEscape(`"><script>alert(1)</script>`)) {
		_, body := get(t, h, path)
		for _, bad := range []string{"<script>", "<img src=x", "<svg onload", "<b onmouseover"} {
			if strings.Contains(body, bad) {
				t.Errorf("%s: the page holds %s", path, bad)
			}
		}
		if strings.ContainsAny(body, "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") {
			t.Errorf("%s: the page holds characters that reorder its text", path)
		}
	}
	_, body := get(t, h, reportPath(id, ""))
	if !strings.Contains(html.UnescapeString(body), hostile) || !strings.Contains(body, "\ufffd\ufffdtxet desrever") {
		t.Error("the words of the report are not shown as they are")
	}
}

func TestPolicyForbidsInlineScriptAndStyle(t *testing.T) {
	s := openShelf(t)
	h := New(s, Options{})
	for _, path := range append(paths(s), "/static/style.css") {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, request("GET", path, ""))
		csp := w.Header().Get("Content-Security-Policy")
		if !strings.Contains(csp, "default-src 'none'") || strings.Contains(csp, "unsafe") {
			t.Errorf("%s: policy %q", path, csp)
		}
		for _, inline := range []string{" style=", "<style", " onclick=", "javascript:"} {
			if strings.Contains(w.Body.String(), inline) {
				t.Errorf("%s: the page needs what its own policy forbids: %s", path, inline)
			}
		}
	}
}

func TestFormsOfOtherSitesAreDenied(t *testing.T) {
	h := New(openShelf(t), Options{})
	post := func(header, value string) *httptest.ResponseRecorder {
		r := request("POST", "/settings", "lang=ar&back=/reports")
		r.Header.Set(header, value)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		return w
	}
	if w := post("Sec-Fetch-Site", "cross-site"); w.Code != http.StatusForbidden || w.Header().Get("Set-Cookie") != "" {
		t.Errorf("a foreign form got %d", w.Code)
	}
	if w := post("Origin", "https://elsewhere.example"); w.Code != http.StatusForbidden {
		t.Errorf("a foreign origin got %d", w.Code)
	}
	w := post("Sec-Fetch-Site", "same-origin")
	if w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/reports" || !strings.Contains(w.Header().Get("Set-Cookie"), "lang=ar") {
		t.Errorf("our own form got %d, %v", w.Code, w.Header())
	}
}

func TestOtherNamesOfThisMachineAreTurnedAway(t *testing.T) {
	h := New(openShelf(t), Options{Hosts: []string{"record.example.org"}})
	for host, want := range map[string]int{"127.0.0.1:8642": 200, "localhost:8642": 200, "[::1]:8642": 200, "record.example.org": 200,
		"evil.example:8642": 421, "127.0.0.1.evil.example": 421, "192.0.2.1": 421, "": 421} {
		r := request("GET", "/incidents", "")
		r.Host = host
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != want {
			t.Errorf("%q: status %d, want %d", host, w.Code, want)
		}
	}
}

func TestFormsLeadBackToThisSiteOnly(t *testing.T) {
	for path, want := range map[string]string{"/reports?page=2": "/reports?page=2", "//evil.example": "/", "https://evil.example/": "/", "": "/", "/\\evil.example": "/"} {
		if got := localPath(path); got != want {
			t.Errorf("localPath(%q) = %q, want %q", path, got, want)
		}
	}
}

func TestArabicPagesRunFromRightToLeft(t *testing.T) {
	h := New(openShelf(t), Options{})
	r := request("GET", "/incidents/market", "")
	r.Header.Set("Accept-Language", "fr, ar-SY;q=0.8, en;q=0.5")
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	if body := w.Body.String(); !strings.Contains(body, `<html lang="ar" dir="rtl">`) || !strings.Contains(body, "غارة جوية") {
		t.Error("the page is not in Arabic")
	}
}

func TestListsArePaged(t *testing.T) {
	s := openShelf(t)
	for i := range 2 * pageSize {
		in := s.market
		in.ID = fmt.Sprintf("more%d", i)
		s.put(t, in)
	}
	h := New(s, Options{})
	for page, want := range map[string]struct {
		lines      int
		next, prev bool
	}{"1": {pageSize, true, false}, "2": {pageSize, true, true}, "3": {1, false, true}} {
		_, body := get(t, h, "/incidents?place=Kafr+Nur&page="+page)
		if n := strings.Count(body, `class="line"`); n != want.lines || len(body) > 200_000 {
			t.Errorf("page %s: %d lines in %d bytes", page, n, len(body))
		}
		if strings.Contains(body, `rel="next"`) != want.next || strings.Contains(body, `rel="prev"`) != want.prev {
			t.Errorf("page %s: wrong neighbours", page)
		}
		if want.next && !strings.Contains(body, "place=Kafr") {
			t.Errorf("page %s: the next page forgets the filter", page)
		}
	}
}
