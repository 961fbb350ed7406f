package web

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"concord"
)

func TestAPIAnswersAsThePagesDo(t *testing.T) {
	s := openShelf(t)
	h := New(s, Options{})
	status, body := get(t, h, "/api/incidents?place=Kafr+Nur")
	var incidents []concord.Incident
	if err := json.Unmarshal([]byte(body), &incidents); err != nil || status != 200 || len(incidents) != 1 || incidents[0].Figures[0].Best != 31 {
		t.Fatalf("status %d, %v: %s", status, err, body)
	}
	for path, want := range map[string]int{
		"/api/incidents?agreement=agree": 200, "/api/incidents/market": 200, "/api/incidents/none": 404, "/api/reports/wire-0304": 200,
		"/api/claims?words=market&limit=2": 200, "/api/speakers": 200, "/api/decisions": 200, "/api/incidents?from=yesterday": 400,
		"/api/incidents?limit=0": 422, "/api/nothing": 404,
	} {
		if status, body := get(t, h, path); status != want {
			t.Errorf("%s: status %d, want %d: %s", path, status, want, body)
		}
	}
	if _, body := get(t, h, "/api/incidents?agreement=agree"); strings.TrimSpace(body) != "[]" {
		t.Errorf("an empty list is %s", body)
	}
}

func TestAPIDescribesItself(t *testing.T) {
	h := New(openShelf(t), Options{})
	_, body := get(t, h, "/openapi.json")
	var described struct {
		OpenAPI string                    `json:"openapi"`
		Paths   map[string]map[string]any `json:"paths"`
	}
	if err := json.Unmarshal([]byte(body), &described); err != nil || !strings.HasPrefix(described.OpenAPI, "3.1") || described.Paths["/api/decisions"]["post"] == nil {
		t.Fatalf("%v: %.300s", err, body)
	}
	_, page := get(t, h, "/api")
	for path, methods := range described.Paths {
		if methods["get"] != nil && !strings.Contains(page, path) {
			t.Errorf("the page to try the API lacks %s", path)
		}
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, request("GET", "/try?path=/api/incidents/{id}&id=a%2Fb&words=", ""))
	if at := w.Header().Get("Location"); at != "/api/incidents/a%2Fb" {
		t.Errorf("trying leads to %q", at)
	}
	if status, _ := get(t, h, "/try?path=https://evil.example/"); status != http.StatusBadRequest {
		t.Errorf("trying leads elsewhere: %d", status)
	}
}

func TestAPIDecides(t *testing.T) {
	s := openShelf(t)
	h := New(s, Options{})
	send := func(body, site string) *httptest.ResponseRecorder {
		r := request("POST", "/api/decisions", body)
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("Sec-Fetch-Site", site)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		return w
	}
	grade := `{"who": "ana", "kind": "grade", "incident": "market", "value": "fair"}`
	if w := send(grade, "cross-site"); w.Code != http.StatusForbidden {
		t.Errorf("another site's request got %d", w.Code)
	}
	if w := send(`{"who": "ana", "kind": "grade", "incident": "market", "value": "true"}`, "same-origin"); w.Code != http.StatusBadRequest {
		t.Errorf("no grade got %d: %s", w.Code, w.Body)
	}
	missed := fmt.Sprintf(`{"who": "ana", "kind": "add_claim", "report": %q, "add": {"claimkind": "statement", "words": "families were shopping", "act": "say"}}`, s.readings[0].Report.ID)
	if w := send(missed, "same-origin"); w.Code != http.StatusOK || len(s.decided(t)) != 1 || !strings.Contains(s.decided(t)[0].Value, "families were shopping") {
		t.Errorf("a missed claim got %d: %s", w.Code, w.Body)
	}
	post(t, h, "ana", url.Values{"kind": {"undo"}, "undoes": {"1"}})
	if w := send(grade, "same-origin"); w.Code != http.StatusOK || len(s.decided(t)) != 3 || s.decided(t)[2].Value != "fair" {
		t.Errorf("status %d, %d decisions: %s", w.Code, len(s.decided(t)), w.Body)
	}
}
