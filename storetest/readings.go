package storetest

import (
	"fmt"
	"strings"
	"testing"

	"concord"
)

func readingComesBack(t *testing.T, s concord.Store) {
	reports, _ := library()
	reports[1].Mentions.Quantities = []concord.QuantityMention{{Span: reports[1].span("twelve"), Low: 12, Unit: "people", Qualifier: concord.AtLeast}}
	put(t, s, reports...)
	for _, d := range reports {
		got, err := s.Reading(t.Context(), d.Report.ID)
		if err != nil {
			t.Fatal(err)
		}
		same(t, d.Report.Name, got, d.Reading)
		if err := got.Check(); err != nil {
			t.Error(err)
		}
	}
	_, err := s.Reading(t.Context(), "nothing of the kind")
	wantCode(t, err, concord.NotFound)
}

func takenInOnce(t *testing.T, s concord.Store) {
	reports, _ := library()
	put(t, s, reports...)
	again := *reports[0]
	again.Report.Name, again.Report.Title = "another name", "another title"
	update(t, s, func(tx concord.Tx) error {
		added, err := tx.Put(t.Context(), &again.Reading)
		if added {
			t.Error("the same text was added twice")
		}
		return err
	})
	got, err := s.Reading(t.Context(), again.Report.ID)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "the report", got.Report, reports[0].Report)
	if lines := list(t, s, concord.Filter{}); len(lines) != len(reports) {
		t.Errorf("there are %d reports, want %d", len(lines), len(reports))
	}
}

func reportByName(t *testing.T, s concord.Store) {
	put(t, s, report("daily", "North Wire", "2031-03-02", "The first of two."), report("daily", "North Wire", "2031-03-01", "The second of two."))
	got, err := s.Reading(t.Context(), "daily")
	if err != nil {
		t.Fatal(err)
	}
	if got.Report.Text != "The second of two." {
		t.Errorf("the name gives %q, want the report last taken in", got.Report.Text)
	}
}

func binaryText(t *testing.T, s concord.Store) {
	good := report("good", "", "", "A fair text.")
	update(t, s, func(tx concord.Tx) error {
		_, err := tx.Put(t.Context(), &report("bad", "", "", "A text\x00with NUL.").Reading)
		wantCode(t, err, concord.Invalid)
		_, err = tx.Put(t.Context(), &good.Reading)
		return err
	})
	if lines := list(t, s, concord.Filter{}); len(lines) != 1 || lines[0].Name != "good" {
		t.Errorf("reports are %v, want the good one alone", lines)
	}
}

func longReport(t *testing.T, s concord.Store) {
	var text strings.Builder
	for n := range 150_000 {
		fmt.Fprintf(&text, "word%d and ", n)
	}
	text.WriteString("lastly the zither.")
	put(t, s, report("long", "North Wire", "2031-03-02", text.String()))
	lines := list(t, s, concord.Filter{Words: "zither"})
	if len(lines) != 1 || !strings.HasSuffix(lines[0].Passage, "lastly the zither.") {
		t.Errorf("the last word finds %+v", lines)
	}
}
