package web

import (
	"context"
	"slices"
	"strings"
	"testing"

	"concord"
)

// shelf is a record in memory.
type shelf struct {
	readings    []*told
	incidentsOf []concord.Incident
	decisions   []concord.Decision
	broken      error // what every read fails with, if anything
}

func openShelf(t *testing.T) *shelf {
	readings := marketReadings(t)
	return &shelf{readings: readings, incidentsOf: []concord.Incident{marketIncident(readings)}}
}

func (s *shelf) Reading(_ context.Context, id string) (concord.Reading, error) {
	for _, r := range s.readings {
		if r.Report.ID == id || r.Report.Name == id {
			return r.Reading, s.broken
		}
	}
	return concord.Reading{}, concord.Errorf(concord.NotFound, "", "no report %q", id)
}

func (s *shelf) Reports(_ context.Context, f concord.Filter) ([]concord.ReportLine, error) {
	var lines []concord.ReportLine
	for _, r := range s.readings {
		if f.Words == "" || strings.Contains(r.Report.Text, f.Words) {
			lines = append(lines, concord.ReportLine{ID: r.Report.ID, Name: r.Report.Name, Title: r.Report.Title, Publisher: r.Report.Publisher,
				Published: r.Report.Published, Claims: len(r.Claims), Incidents: 1})
		}
	}
	return cutLines(lines, f), s.broken
}

func (s *shelf) Claims(_ context.Context, f concord.Filter) ([]concord.IncidentClaim, error) {
	var list []concord.IncidentClaim
	for _, r := range s.readings {
		for _, c := range r.Claims {
			heard := slices.ContainsFunc(c.Source, func(sp concord.Speaker) bool { return strings.Contains(sp.Name, f.Source) })
			if (f.Source == "" || heard) && (f.Words == "" || strings.Contains(c.Quote.Text, f.Words)) {
				list = append(list, concord.IncidentClaim{Report: r.Report.Name, ReportID: r.Report.ID, Publisher: r.Report.Publisher,
					Published: r.Report.Published, Claim: c})
			}
		}
	}
	return cutLines(list, f), s.broken
}

func (s *shelf) Incidents(_ context.Context, f concord.Filter) ([]concord.Incident, error) {
	list := slices.DeleteFunc(slices.Clone(s.incidentsOf), func(in concord.Incident) bool {
		return f.Place != "" && in.Where.Name != f.Place || f.Agreement != "" && in.Agreement != f.Agreement
	})
	return cutLines(list, f), s.broken
}

func (s *shelf) Incident(_ context.Context, id string) (concord.Incident, error) {
	for _, in := range s.incidentsOf {
		if in.ID == id {
			return in, s.broken
		}
	}
	return concord.Incident{}, concord.Errorf(concord.NotFound, "", "no incident %q", id)
}

func (s *shelf) Decisions(context.Context, concord.Filter) ([]concord.Decision, error) {
	return s.decisions, s.broken
}

func (s *shelf) Update(context.Context, func(concord.Tx) error) error { return s.broken }
func (s *shelf) Close() error                                         { return nil }

func cutLines[T any](lines []T, f concord.Filter) []T {
	lines = lines[min(f.Offset, len(lines)):]
	if f.Limit > 0 {
		lines = lines[:min(f.Limit, len(lines))]
	}
	return lines
}
