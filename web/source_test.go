package web

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"concord"
)

// TestASourceOfNoNameIsNotOne proves that the page of "residents" says that these may be many, and that of a named source does not.
func TestASourceOfNoNameIsNotOne(t *testing.T) {
	s := openShelf(t)
	r := report(t, "residents", "Meridian Wire", "2019-03-08", "Residents flee", "Residents said that 6 people died there.").
		figure("6 people died", voice("residents", "", concord.Witness), concord.Killed, concord.Exact, 6, 6, "people", concord.Anyone)
	err := s.Update(context.Background(), func(tx concord.Tx) error { _, err := tx.Put(context.Background(), &r.Reading); return err })
	if err != nil {
		t.Fatal(err)
	}
	h := New(s, Options{})
	for name, want := range map[string]bool{"residents": true, "River Valley Watch": false} {
		if _, body := get(t, h, sourcePath(name)); strings.Contains(body, "different people may be meant") != want {
			t.Errorf("%s: says that different people may be meant: %v, want %v", name, !want, want)
		}
	}
}

// TestFiguresOfASourceHaveHeadingsAndScope proves that the table of a source's figures names its columns, that a toll of a war says so, that a source is
// itself in any case of its name, and that the page tells when it leaves incidents out.
func TestFiguresOfASourceHaveHeadingsAndScope(t *testing.T) {
	s := openShelf(t)
	war := s.market
	war.ID, war.Accounts = "war", nil
	war.Figures = []concord.Tally{{Measure: concord.Killed, Status: concord.Anyone, Scope: concord.ScopeConflict, Lowest: 36000,
		BySource: []concord.Reported{{Source: "RIVER VALLEY WATCH", Low: 36000, Qualifier: concord.AtLeast, Report: "wire-0304", Claim: "c3"}}}}
	s.put(t, war)
	h := New(s, Options{})
	_, body := get(t, h, sourcePath("River Valley Watch"))
	for _, want := range []string{`<th scope="col">`, "toll of the whole conflict", "at least 36,000"} {
		if !strings.Contains(body, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	if strings.Contains(body, "Of its latest") {
		t.Error("the page says that it leaves something out")
	}
	for i := range pageSize {
		war.ID = fmt.Sprint("war", i)
		s.put(t, war)
	}
	if _, body = get(t, h, sourcePath("River Valley Watch")); !strings.Contains(body, "Of its latest 50 incidents") {
		t.Error("the page does not say that it leaves incidents out")
	}
}

// TestAListShowsNoTollOfAWar proves that a line of a list shows the incident's own toll and whom it counts, never that of a day, a period or a war.
func TestAListShowsNoTollOfAWar(t *testing.T) {
	s := openShelf(t)
	war := s.market
	war.ID, war.Accounts = "war", nil
	war.Figures = []concord.Tally{{Measure: concord.Killed, Status: concord.Anyone, Scope: concord.ScopeConflict, Lowest: 36000}}
	s.put(t, war)
	_, body := get(t, New(s, Options{}), "/incidents")
	if strings.Contains(body, "36,000") || !strings.Contains(body, `killed <small>civilians</small> <b>20–31</b>`) {
		t.Errorf("the list shows another toll than the incidents' own: %s", body)
	}
}

// TestAReportThatIsNotReadSaysSo proves that a report in another language does not look as if it claimed nothing.
func TestAReportThatIsNotReadSaysSo(t *testing.T) {
	s := openShelf(t)
	r := report(t, "bulletin", "Речные новости", "2019-03-08", "Паром", "Паром стоял в порту.")
	r.Report.Language = "ru"
	err := s.Update(context.Background(), func(tx concord.Tx) error { _, err := tx.Put(context.Background(), &r.Reading); return err })
	if err != nil {
		t.Fatal(err)
	}
	h := New(s, Options{})
	for id, want := range map[string]bool{r.Report.ID: true, s.readings[0].Report.ID: false} {
		if _, body := get(t, h, reportPath(id, "")); strings.Contains(body, "no claims are read in it") != want {
			t.Errorf("%s: says that it is not read: %v, want %v", id, !want, want)
		}
	}
}

// TestWhiteSpaceIsNoLink proves that what stands between the words of two claims within a third is no link without words.
func TestWhiteSpaceIsNoLink(t *testing.T) {
	s := openShelf(t)
	r := report(t, "gap", "Meridian Wire", "2019-03-08", "Nine die", "Nine people died, the clinic said.").
		statement("Nine people died, the clinic said", "said", clinic, concord.Say).
		figure("Nine", clinic, concord.Killed, concord.Exact, 9, 9, "people", concord.Anyone).
		event("people died", clinic)
	err := s.Update(context.Background(), func(tx concord.Tx) error { _, err := tx.Put(context.Background(), &r.Reading); return err })
	if err != nil {
		t.Fatal(err)
	}
	_, body := get(t, New(s, Options{}), reportPath(r.Report.ID, ""))
	if strings.Contains(body, "> </a>") || !strings.Contains(body, ">Nine</a>") {
		t.Errorf("white space is a link: %s", body)
	}
}
