package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
)

func TestReviewLeavesOutWhatWasDecided(t *testing.T) {
	s := openShelf(t)
	h := New(s, Options{})
	waits := func(what string, want bool) {
		t.Helper()
		if _, body := get(t, h, "/review"); strings.Contains(body, what) != want {
			t.Errorf("%s waits: %v, want %v", what, !want, want)
		}
	}
	waits("/incidents/market", true)
	waits("1 of 1 disputed", true)
	post(t, h, "ana", url.Values{"kind": {"grade"}, "incident": {"market"}, "value": {"contested"}})
	waits("/incidents/market", false)
	waits("0 of 1 disputed", true)
}

func TestReviewServesClaimsAndReports(t *testing.T) {
	s := openShelf(t)
	h := New(s, Options{})
	wire := s.readings[0].Report
	page := func() string {
		r := request("GET", "/review", "")
		r.AddCookie(&http.Cookie{Name: "who", Value: "ana"})
		return serve(h, r).Body.String()
	}
	claim := `name="report" value="` + wire.ID + `"><input type="hidden" name="claim" value="c3"`
	line := `class="line" href="` + reportPath(wire.ID, "") + `"`
	if body := page(); !strings.Contains(body, claim) || !strings.Contains(body, line) || !strings.Contains(body, "<mark>") {
		t.Fatal("the queue lacks a claim or a report that nobody has decided on")
	}
	post(t, h, "ana", url.Values{"kind": {"accept"}, "report": {wire.ID}, "claim": {"c3"}})
	if body := page(); strings.Contains(body, claim) || strings.Contains(body, line) || !strings.Contains(body, "1 decision on 0 incidents, 1 report") {
		t.Error("what was decided still waits, or who decided it is not told")
	}
	post(t, h, "ana", url.Values{"kind": {"undo"}, "undoes": {"1"}})
	if body := page(); !strings.Contains(body, claim) || !strings.Contains(body, line) {
		t.Error("what was undone does not wait again")
	}
}

func TestPassagesAreCutAtSpaces(t *testing.T) {
	long := strings.Repeat("word ", 60)
	if got := before([]rune("a line\n" + long)); !strings.HasPrefix(got, "… word") || len([]rune(got)) > mostAround+1 {
		t.Errorf("before: %q", got)
	}
	if got := before([]rune("a line\nshort ")); got != "short " {
		t.Errorf("before: %q", got)
	}
	if got := after([]rune(" short\nnext")); got != " short" {
		t.Errorf("after: %q", got)
	}
	if got := after([]rune(long)); !strings.HasSuffix(got, "word …") || len([]rune(got)) > mostAround+10 {
		t.Errorf("after: %q", got)
	}
}
