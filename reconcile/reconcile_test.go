package reconcile

import (
	"testing"

	"concord"
)

func said(report string, published concord.Date, source string, measure concord.Measure, low int, high *int) concord.IncidentClaim {
	c := concord.IncidentClaim{Report: report, ReportID: report, Publisher: report + " News", Published: published,
		Claim: concord.Claim{ID: "c1", Kind: concord.FigureClaim, Modality: concord.Asserted,
			Figure: &concord.Figure{Measure: measure, Low: low, High: high, Scope: concord.ScopeIncident, Counted: concord.Counted{Status: concord.Anyone}}}}
	if source != "" {
		c.Source = []concord.Speaker{{Name: source, Kind: concord.Monitor}}
	}
	return c
}

func n(i int) *int { return &i }

// TestSources proves that repetition is not corroboration, and how sources stand to one another.
func TestSources(t *testing.T) {
	for _, test := range []struct {
		name      string
		claims    []concord.IncidentClaim
		sources   int
		agreement concord.Agreement
		low, best int
	}{
		{"three outlets quote one observatory", []concord.IncidentClaim{said("a", "2016-10-03", "the Observatory", concord.Killed, 7, n(7)),
			said("b", "2016-10-03", "Observatory", concord.Killed, 7, n(7)), said("c", "2016-10-03", "Observatory", concord.Killed, 7, n(7))}, 1, concord.SingleSource, 7, 7},
		{"two that differ", []concord.IncidentClaim{said("a", "2016-10-03", "Observatory", concord.Killed, 7, n(7)), said("b", "2016-10-03", "the governor", concord.Killed, 12, n(12))}, 2, concord.Differ, 7, 7},
		{"at least seven agrees with nine", []concord.IncidentClaim{said("a", "2016-10-03", "Observatory", concord.Killed, 7, nil), said("b", "2016-10-03", "the governor", concord.Killed, 9, n(9))}, 2, concord.Agreed, 7, 7},
		{"one that revises its toll", []concord.IncidentClaim{said("a", "2016-10-03", "Observatory", concord.Killed, 7, n(7)), said("b", "2016-10-04", "Observatory", concord.Killed, 11, n(11))}, 1, concord.SingleSource, 11, 11},
		{"the majority is the best", []concord.IncidentClaim{said("a", "2016-10-03", "Observatory", concord.Killed, 7, n(7)), said("b", "2016-10-03", "the governor", concord.Killed, 12, n(12)),
			said("c", "2016-10-03", "the Red Crescent", concord.Killed, 12, n(12))}, 3, concord.Differ, 7, 12},
	} {
		t.Run(test.name, func(t *testing.T) {
			in := Incident(Input{ID: "x", Claims: test.claims})
			f := in.Figures[0]
			if in.IndependentSources != test.sources || in.Agreement != test.agreement || f.Lowest != test.low || f.Best != test.best {
				t.Errorf("%d sources, %s, lowest %d, best %d; want %d, %s, %d, %d", in.IndependentSources, in.Agreement, f.Lowest, f.Best, test.sources, test.agreement, test.low, test.best)
			}
		})
	}
}

// TestWires proves that a text that many print is one voice, and that accounts of one report which a person joined are no copies.
func TestWires(t *testing.T) {
	copied := func(a, b string) concord.Link {
		return concord.Link{A: concord.AccountKey{Report: a}, B: concord.AccountKey{Report: b}, Contributions: []concord.Contribution{{Name: "near-duplicate text", Weight: 2}}}
	}
	claims := []concord.IncidentClaim{said("a", "2016-10-03", "", concord.Killed, 7, n(7)), said("b", "2016-10-04", "", concord.Killed, 7, n(7)), said("c", "2016-10-04", "", concord.Killed, 7, n(7))}
	for _, test := range []struct {
		name  string
		links []concord.Link
		want  int
	}{
		{"three texts of their own", nil, 3},
		{"one text in three outlets", []concord.Link{copied("b", "a"), copied("c", "b")}, 1},
		{"two accounts of one report", []concord.Link{copied("a", "a")}, 3},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := Incident(Input{Claims: claims, Links: test.links}).IndependentSources; got != test.want {
				t.Errorf("%d independent sources, want %d", got, test.want)
			}
		})
	}
}

// TestAttributed proves that an outlet that gives its speakers adds no voice of its own to theirs.
func TestAttributed(t *testing.T) {
	own := said("a", "2016-10-03", "", concord.Killed, 7, n(7))
	claims := []concord.IncidentClaim{own, said("a", "2016-10-03", "Observatory", concord.Killed, 7, n(7)), said("b", "2016-10-03", "", concord.Killed, 9, n(9))}
	if got := Incident(Input{Claims: claims}).IndependentSources; got != 2 {
		t.Errorf("%d independent sources, want the Observatory and b", got)
	}
}
