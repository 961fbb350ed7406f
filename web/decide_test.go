package web

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"concord"
)

// post sends a form as somebody, nobody where who is empty.
func post(t *testing.T, h http.Handler, who string, form url.Values) *httptest.ResponseRecorder {
	t.Helper()
	r := request("POST", "/decisions", form.Encode())
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	if who != "" {
		r.AddCookie(&http.Cookie{Name: "who", Value: url.QueryEscape(who)})
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestFormsBecomeDecisions(t *testing.T) {
	s := openShelf(t)
	second := s.market
	second.ID, second.Accounts = "second", []concord.AccountKey{{Report: s.readings[4].Report.ID, Account: "i1"}}
	s.put(t, second)
	h := New(s, Options{})
	wire := s.readings[0].Report.ID
	for _, c := range []struct {
		name string
		form url.Values
		want func(concord.Decision) bool
	}{
		{"accept", url.Values{"kind": {"accept"}, "report": {wire}, "claim": {"c3"}},
			func(d concord.Decision) bool { return d.Report == wire && d.Claim == "c3" }},
		{"reject with a reason", url.Values{"kind": {"reject"}, "report": {wire}, "claim": {"c4"}, "note": {" hearsay "}},
			func(d concord.Decision) bool { return d.Note == "hearsay" }},
		{"correct a number", url.Values{"kind": {"correct"}, "report": {wire}, "claim": {"c3"}, "field": {"low"}, "value": {"15"}},
			func(d concord.Decision) bool { return d.Field == "low" && d.Value == "15" }},
		{"open the upper bound", url.Values{"kind": {"correct"}, "report": {wire}, "claim": {"c4"}, "field": {"high"}, "value": {""}},
			func(d concord.Decision) bool { return d.Value == "null" }},
		{"correct a code", url.Values{"kind": {"correct"}, "report": {wire}, "claim": {"c3"}, "field": {"counted.status"}, "value": {"child"}},
			func(d concord.Decision) bool { return d.Value == `"child"` }},
		{"grade", url.Values{"kind": {"grade"}, "incident": {"market"}, "value": {"fair"}},
			func(d concord.Decision) bool { return d.Value == "fair" && d.Incidents[0] == "market" }},
		{"merge by address", url.Values{"kind": {"same"}, "incident": {"market"}, "elsewhere": {"http://127.0.0.1/incidents/second"}},
			func(d concord.Decision) bool { return len(d.Accounts) == 5 && len(d.Incidents) == 2 }},
		{"split one off", url.Values{"kind": {"different"}, "incident": {"market"}, "out": {wire + " i1"}},
			func(d concord.Decision) bool { return len(d.Accounts) == 4 && d.Accounts[0].Report == wire }},
		{"note", url.Values{"kind": {"note"}, "incident": {"market"}, "note": {"asked the clinic"}},
			func(d concord.Decision) bool { return d.Note == "asked the clinic" }},
		{"undo", url.Values{"kind": {"undo"}, "undoes": {"1"}},
			func(d concord.Decision) bool { return d.Undoes == 1 && d.Report == wire && d.Claim == "c3" }},
	} {
		before := len(s.decided(t))
		w := post(t, h, "Ana Ortiz", c.form)
		all := s.decided(t)
		if w.Code != http.StatusSeeOther || len(all) != before+1 {
			t.Errorf("%s: status %d, %d decisions: %s", c.name, w.Code, len(all)-before, w.Body)
			continue
		}
		d := all[before]
		if !c.want(d) || d.Who != "Ana Ortiz" || d.At.IsZero() || string(d.Kind) != c.form.Get("kind") {
			t.Errorf("%s: %+v", c.name, d)
		}
	}
	_, body := get(t, h, "/decisions")
	if !strings.Contains(body, "Ana Ortiz") || !strings.Contains(body, "hearsay") || !strings.Contains(body, `class="undone"`) {
		t.Error("the log does not show who decided what")
	}
}

func TestFormsThatMakeNoDecision(t *testing.T) {
	s := openShelf(t)
	h := New(s, Options{})
	wire := s.readings[0].Report.ID
	claim := func(more ...string) url.Values {
		v := url.Values{"report": {wire}, "claim": {"c3"}}
		for i := 0; i < len(more); i += 2 {
			v.Set(more[i], more[i+1])
		}
		return v
	}
	for _, c := range []struct {
		name, who string
		form      url.Values
		want      int
	}{
		{"nobody decides", "", claim("kind", "accept"), 400},
		{"no such kind", "ana", claim("kind", "erase"), 400},
		{"no such claim", "ana", claim("kind", "accept", "claim", "c99"), 404},
		{"no such report", "ana", claim("kind", "accept", "report", "sha256:0"), 404},
		{"no number", "ana", claim("kind", "correct", "field", "low", "value", "many"), 400},
		{"below zero", "ana", claim("kind", "correct", "field", "low", "value", "-2"), 400},
		{"no such code", "ana", claim("kind", "correct", "field", "measure", "value", "saddened"), 400},
		{"no such field", "ana", claim("kind", "correct", "field", "rule", "value", "x"), 400},
		{"a field of another kind of claim", "ana", claim("kind", "correct", "field", "stance", "value", "denies"), 400},
		{"no such grade", "ana", claim("kind", "grade", "incident", "market", "value", "true"), 400},
		{"a grade of no incident", "ana", url.Values{"kind": {"grade"}, "incident": {"nowhere"}, "value": {"fair"}}, 404},
		{"a grade of nothing", "ana", url.Values{"kind": {"grade"}, "value": {"fair"}}, 404},
		{"a note on no incident", "ana", url.Values{"kind": {"note"}, "incident": {"nowhere"}, "note": {"asked"}}, 404},
		{"a note on no report", "ana", url.Values{"kind": {"note"}, "report": {"sha256:0"}, "note": {"asked"}}, 404},
		{"a note on no claim", "ana", url.Values{"kind": {"note"}, "report": {wire}, "claim": {"c99"}, "note": {"asked"}}, 404},
		{"an empty note", "ana", claim("kind", "note", "note", "  "), 400},
		{"with itself", "ana", claim("kind", "same", "incident", "market", "other", "market"), 400},
		{"all are split off", "ana", url.Values{"kind": {"different"}, "incident": {"market"}}, 400},
		{"nothing to undo", "ana", claim("kind", "undo", "undoes", "7"), 404},
	} {
		if w := post(t, h, c.who, c.form); w.Code != c.want || len(s.decided(t)) != 0 {
			t.Errorf("%s: status %d, want %d; %d decisions", c.name, w.Code, c.want, len(s.decided(t)))
		}
	}
}

func TestADecisionIsUndoneOnce(t *testing.T) {
	s := openShelf(t)
	h := New(s, Options{})
	post(t, h, "ana", url.Values{"kind": {"grade"}, "incident": {"market"}, "value": {"weak"}})
	if _, body := get(t, h, "/incidents/market"); !strings.Contains(body, "graded Weak") {
		t.Error("the page does not show the grade")
	}
	undo := url.Values{"kind": {"undo"}, "undoes": {"1"}}
	if w := post(t, h, "ben", undo); w.Code != http.StatusSeeOther {
		t.Fatalf("status %d", w.Code)
	}
	if w := post(t, h, "ben", undo); w.Code != http.StatusConflict {
		t.Errorf("the second undo got %d", w.Code)
	}
	if _, body := get(t, h, "/incidents/market"); strings.Contains(body, "graded Weak") {
		t.Error("the page shows a grade that was undone")
	}
}

func TestMissedClaimsAreAddedByTheirWords(t *testing.T) {
	s := openShelf(t)
	h := New(s, Options{})
	wire := s.readings[0]
	form := url.Values{"kind": {"add_claim"}, "report": {wire.Report.ID}, "claimkind": {"figure"}, "words": {"families were shopping"}, "speaker": {"Meridian Wire"},
		"measure": {"casualties"}, "counted.status": {"person"}, "low": {"2"}, "high": {""}}
	if w := post(t, h, "ana", form); w.Code != http.StatusSeeOther {
		t.Fatalf("status %d: %s", w.Code, w.Body)
	}
	var c concord.Claim
	if err := json.Unmarshal([]byte(s.decided(t)[0].Value), &c); err != nil {
		t.Fatal(err)
	}
	if _, body := get(t, h, reportPath(wire.Report.ID, s.decided(t)[0].AddedID())); !strings.Contains(body, `id="card-d1"`) || !strings.Contains(body, "killed or injured: at least 2") {
		t.Error("the report does not show the claim that was added")
	}
	runes := []rune(wire.Report.Text)
	if string(runes[c.Start:c.End]) != c.Quote.Text || c.Figure == nil || c.Low != 2 || c.High != nil || c.Source[0].Name != "Meridian Wire" {
		t.Errorf("claim %+v", c)
	}
	for name, words := range map[string]string{"words that are not there": "nobody was hurt", "words that stand there twice": "the", "no words": ""} {
		form.Set("words", words)
		if w := post(t, h, "ana", form); w.Code != http.StatusBadRequest {
			t.Errorf("%s: status %d", name, w.Code)
		}
	}
	form.Set("words", "the")
	form.Set("start", "14") // "the covered market"
	if w := post(t, h, "ana", form); w.Code != http.StatusSeeOther {
		t.Errorf("words whose place is told: status %d", w.Code)
	}
}

func TestReportShowsCorrectedValues(t *testing.T) {
	s := openShelf(t)
	h := New(s, Options{})
	wire := s.readings[0].Report.ID
	post(t, h, "ana", url.Values{"kind": {"correct"}, "report": {wire}, "claim": {"c3"}, "field": {"low"}, "value": {"16"}})
	post(t, h, "ana", url.Values{"kind": {"reject"}, "report": {wire}, "claim": {"c4"}})
	_, body := get(t, h, reportPath(wire, "c3"))
	for _, want := range []string{"killed: at least 16", "<s><bdi>14</bdi></s>", "has-reject", "killed: about 20"} {
		if !strings.Contains(body, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
}
