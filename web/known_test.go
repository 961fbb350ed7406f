package web

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"concord"
)

// until keeps the claims that had been published by a day, as a stage would.
func until(in concord.Incident, day concord.Date, _ string) (concord.Incident, bool) {
	in.Claims = slices.DeleteFunc(slices.Clone(in.Claims), func(c concord.IncidentClaim) bool { return c.Published > day })
	in.Figures = nil
	return in, len(in.Claims) > 0
}

func TestIncidentAsKnownOnADay(t *testing.T) {
	s := openShelf(t)
	h := New(s, Options{Derive: until})
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

// byRule chooses as a rule of a stage would.
func byRule(in concord.Incident, _ concord.Date, rule string) (concord.Incident, bool) {
	in.Figures = slices.Clone(in.Figures)
	for i := range in.Figures {
		in.Figures[i].Best, in.Figures[i].BestRule = in.Figures[i].Lowest, rule
	}
	return in, true
}

// TestBestByARuleOfChoice proves that the rule that a reader picks chooses the best figures of a page, of totals and of the API, and that an unknown one is an error.
func TestBestByARuleOfChoice(t *testing.T) {
	var summed []string
	sum := func(list []concord.Incident, _ concord.Grouping, _ concord.Measure) []concord.Total {
		for _, in := range list {
			for _, f := range in.Figures {
				summed = append(summed, f.BestRule)
			}
		}
		return nil
	}
	h := New(openShelf(t), Options{Rules: []string{"majority", "lower"}, Derive: byRule, Totals: sum})
	_, now := get(t, h, "/incidents/market")
	if !strings.Contains(now, "<option>lower</option>") || !strings.Contains(now, "<bdi>majority</bdi>") {
		t.Error("the page does not offer the rule, or does not stand by the record's own")
	}
	if _, then := get(t, h, "/incidents/market?rule=lower"); !strings.Contains(then, "<option selected>lower</option>") || !strings.Contains(then, "20 by the rule <bdi>lower</bdi>") {
		t.Error("the page does not go by the rule")
	}
	for _, path := range []string{"/api/incidents?rule=lower", "/api/incidents/market?rule=lower"} {
		if _, body := get(t, h, path); !strings.Contains(body, `"best_rule":"lower"`) || strings.Contains(body, `"best_rule":"majority"`) {
			t.Errorf("%s does not go by the rule", path)
		}
	}
	if _, body := get(t, h, "/totals?rule=lower"); !strings.Contains(body, "<option selected>lower</option>") || len(summed) == 0 || slices.Contains(summed, "majority") {
		t.Errorf("totals go by %v", summed)
	}
	for _, path := range []string{"/incidents/market?rule=moon", "/totals?rule=moon", "/api/incidents?rule=moon", "/api/incidents/market?rule=moon"} {
		if status, _ := get(t, h, path); status != http.StatusBadRequest {
			t.Errorf("%s: status %d, want 400", path, status)
		}
	}
	if _, body := get(t, New(openShelf(t), Options{}), "/incidents/market"); strings.Contains(body, `name="rule"`) {
		t.Error("the page offers a choice where there is none")
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
