package web

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"concord"
)

// until keeps the claims that had been published by a day, as a stage would.
func until(in concord.Incident, day concord.Date) (concord.Incident, bool) {
	in.Claims = slices.DeleteFunc(slices.Clone(in.Claims), func(c concord.IncidentClaim) bool { return c.Published > day })
	in.Figures = nil
	return in, len(in.Claims) > 0
}

func TestIncidentAsKnownOnADay(t *testing.T) {
	s := openShelf(t)
	h := New(s, Options{AsKnownOn: until})
	days := publishedOn(s.market)
	first, last := string(days[0]), string(days[len(days)-1])
	_, now := get(t, h, "/incidents/market")
	for _, day := range days {
		if !strings.Contains(now, "<option>"+string(day)) {
			t.Errorf("the page does not offer %s", day)
		}
	}
	_, then := get(t, h, "/incidents/market?known="+first)
	if !strings.Contains(then, "published by "+first) || strings.Contains(then, `class="picture"`) || !strings.Contains(now, `class="picture"`) {
		t.Error("the page as of the first day is that of today")
	}
	for path, want := range map[string]int{"/incidents/market?known=2001-01-01": http.StatusNotFound, "/incidents/market?known=once": http.StatusBadRequest,
		"/api/incidents/market?known=" + last: 200, "/api/incidents/market?known=2001": 404, "/incidents?known=" + first: 200} {
		if status, body := get(t, h, path); status != want {
			t.Errorf("%s: status %d, want %d: %.200s", path, status, want, body)
		}
	}
	if _, body := get(t, h, "/incidents?known=2001"); strings.Contains(body, "/incidents/market") {
		t.Error("the list shows what nobody had reported")
	}
	if _, body := get(t, h, "/incidents?known="+first); !strings.Contains(body, "/incidents/market") || strings.Contains(body, "mini-words") {
		t.Error("the list shows figures that nobody had reported")
	}
}

func TestGlancesSayWhereSourcesStand(t *testing.T) {
	number := func(source string, low int, high *int, q concord.Qualifier) concord.Reported {
		return concord.Reported{Source: source, Low: low, High: high, Qualifier: q}
	}
	n := func(n int) *int { return &n }
	for name, c := range map[string]struct {
		figures []concord.Reported
		want    concord.Agreement
	}{
		"one":           {[]concord.Reported{number("a", 5, n(5), concord.Exact)}, concord.SingleSource},
		"the same":      {[]concord.Reported{number("a", 5, n(5), concord.Exact), number("b", 3, nil, concord.AtLeast)}, concord.Agreed},
		"two numbers":   {[]concord.Reported{number("a", 5, n(5), concord.Exact), number("b", 6, n(6), concord.Exact)}, concord.Differ},
		"none and some": {[]concord.Reported{number("a", 5, n(5), concord.Exact), number("b", 0, n(0), concord.None)}, concord.Contradict},
		"a part":        {[]concord.Reported{number("a", 5, n(5), concord.Exact), {Source: "b", Low: 2, High: n(2), Part: true}}, concord.Agreed},
	} {
		if got := drawTally(concord.Tally{Measure: concord.Killed, BySource: c.figures}, nil).Agreement; got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
	_, body := get(t, New(openShelf(t), Options{}), "/incidents/market")
	for _, want := range []string{`class="glance is-differ" href="#killed-`, `class="glance is-contradict" href="#blame"`} {
		if !strings.Contains(body, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
}
