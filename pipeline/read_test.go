package pipeline

import (
	"strconv"
	"strings"
	"testing"

	"concord"
)

// FuzzRead holds, for any bytes, that reading ends, that every quote is its span, and that what belongs together refers to what is there.
func FuzzRead(f *testing.F) {
	reader, err := NewReader()
	if err != nil {
		f.Fatal(err)
	}
	for _, seed := range []string{
		"Shells fell on Kafr Zita on Friday, killing at least 12 people, including four children, the Observatory said.",
		"BOGOTA, 3 JAN 90 (EFE) -- [TEXT] GUERRILLAS KILLED TWO SOLDIERS. \"WE DENY IT,\" HE SAID",
		"“Ninety civilians were killed”, said Ibrahim — “and dozens more", "said\x80 killed 7 \xff", "قتل 12 شخصا killed", "he said: \"", "the army said.\n\n\"no", "said",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "\ufffd") // as intake gives it
		r := reader.Read(concord.Report{ID: concord.ReportID(text), Name: "fuzz", Published: "2016-09-23", Language: "en", Text: text})
		if err := r.Check(); err != nil {
			t.Fatal(err)
		}
		claims := map[string]bool{}
		for _, c := range r.Claims {
			claims[c.ID] = true
		}
		for _, a := range r.Accounts {
			for _, id := range a.Claims {
				if !claims[id] {
					t.Fatalf("account %s names claim %s, which is not there", a.ID, id)
				}
			}
			for _, v := range a.Victims {
				if v.PartOf != nil && (*v.PartOf < 0 || *v.PartOf >= len(a.Victims)) {
					t.Fatalf("a victim is part of number %d of %d", *v.PartOf, len(a.Victims))
				}
			}
		}
	})
}

// TestFaultIsOneReports proves that a fault in one report becomes its error, and that the others are read.
func TestFaultIsOneReports(t *testing.T) {
	reader := &Reader{} // without an engine every English report fails
	good, bad := concord.Report{Name: "a", Language: "ar", Text: "x"}, concord.Report{Name: "b", Language: "en", Text: "Shells fell."}
	var errs []string
	for reading, err := range reader.ReadAll(func(yield func(concord.Report) bool) { _ = yield(good) && yield(bad) && yield(good) }) {
		if err != nil {
			errs = append(errs, reading.Report.Name+": "+string(concord.CodeOf(err)))
		} else {
			errs = append(errs, "")
		}
	}
	if len(errs) != 3 || errs[0] != "" || errs[1] != "b: internal" || errs[2] != "" {
		t.Errorf("%q", errs)
	}
}

// TestGroupsKeepOrderAndShareTheWork proves that groups hold all reports in their order, and that none is a large part of what a core gets.
func TestGroupsKeepOrderAndShareTheWork(t *testing.T) {
	const reports, workers = 2000, 4
	next, largest := 0, 0
	all := func(yield func(concord.Report) bool) {
		for i := 0; i < reports && yield(concord.Report{Name: strconv.Itoa(i)}); i++ {
		}
	}
	for group := range groups(all, workers) {
		largest = max(largest, len(group))
		for _, report := range group {
			if report.Name != strconv.Itoa(next) {
				t.Fatalf("report %s comes as number %d", report.Name, next)
			}
			next++
		}
		if len(group) > 1 && len(group)*shareOfGroup*workers > next {
			t.Fatalf("a group of %d after %d reports", len(group), next)
		}
	}
	if next != reports || largest < mostTogether-1 {
		t.Errorf("%d reports in groups of %d at most", next, largest)
	}
}

// TestTruceSpans proves that the days until which a truce is to last are quoted by code points, as all else is.
func TestTruceSpans(t *testing.T) {
	reader, err := NewReader()
	if err != nil {
		t.Fatal(err)
	}
	text := "“Enough,” said the élder. The army and the rebels agreed to a truce that will last until 18 February."
	r := reader.Read(concord.Report{ID: concord.ReportID(text), Name: "truce", Published: "2021-02-10", Language: "en", Text: text})
	runes := []rune(text)
	found := false
	for _, c := range r.Claims {
		if c.Event != nil && c.Event.Truce != nil && c.Event.Truce.Until != nil {
			u := c.Event.Truce.Until
			found = true
			if got := string(runes[u.Span.Start:u.Span.End]); got != "18 February" || u.To != "2021-02-18" {
				t.Errorf("until %q, %s", got, u.To)
			}
		}
	}
	if !found {
		t.Error("no truce that has an end")
	}
}
