package web

import (
	"cmp"
	"net/http"
	"slices"

	"concord"
)

// reviewPage is what most needs a person's eyes.
type reviewPage struct {
	Incidents []incidentLine
	Claims    []concord.IncidentClaim // of these incidents, those that the program is least sure of
	People    []person
}

// The bounds of the review page, and how sure the program must be of a claim for nobody to look.
const (
	mostToReview = 20
	doubtful     = 0.6
)

// review lists incidents whose sources contradict one another, then those whose sources differ, the highest tolls first;
// without those that somebody has decided on.
func (s *server) review(r *http.Request) (view, error) {
	all, err := s.store.Decisions(r.Context(), concord.Filter{})
	if err != nil {
		return view{}, err
	}
	var open []concord.Incident
	for _, agreement := range [...]concord.Agreement{concord.Contradict, concord.Differ} {
		found, err := s.store.Incidents(r.Context(), concord.Filter{Agreement: agreement, Unreviewed: true, Order: "toll", Limit: mostToReview})
		if err != nil {
			return view{}, err
		}
		open = append(open, found...)
	}
	open = open[:min(len(open), mostToReview)]
	return view{"review", languageOf(r).say("nav.review"), reviewPage{linesOf(open), doubtfulOf(open, all), peopleOf(all)}}, nil
}

// doubtfulOf returns the claims that the program is least sure of and nobody has decided on.
func doubtfulOf(incidents []concord.Incident, decisions []concord.Decision) []concord.IncidentClaim {
	var list []concord.IncidentClaim
	for _, in := range incidents {
		for _, c := range in.Claims {
			known := slices.ContainsFunc(decisions, func(d concord.Decision) bool { return d.Report == c.ReportID && d.Claim == c.ID })
			if c.Confidence < doubtful && !known {
				list = append(list, c)
			}
		}
	}
	slices.SortStableFunc(list, func(x, y concord.IncidentClaim) int { return cmp.Compare(x.Confidence, y.Confidence) })
	return list[:min(len(list), mostToReview)]
}
