package web

import (
	"context"
	"net/http"

	"concord"
)

// reviewPage is what most needs a person's eyes, without what somebody has decided on.
type reviewPage struct {
	Incidents []incidentLine // whose sources contradict one another, then those whose sources differ, the highest tolls first
	Left, All int            // how many of these wait, and how many there are
	Claims    []passage      // that the program is least sure of
	Reports   []concord.ReportLine
	People    []person
	Latest    []decided // what was decided last, to be undone
}

// The bounds of the review page.
const (
	mostToReview = 20
	mostLatest   = 3
)

// review shows what waits for a person.
func (s *server) review(r *http.Request) (view, error) {
	ctx := r.Context()
	all, err := s.store.Decisions(ctx, concord.Filter{})
	if err != nil {
		return view{}, err
	}
	latest := decidedOn(all)
	page := reviewPage{People: peopleOf(all), Latest: latest[:min(len(latest), mostLatest)]}
	if err := s.disputed(ctx, &page); err != nil {
		return view{}, err
	}
	claims, err := s.store.Claims(ctx, concord.Filter{Unreviewed: true, Order: "doubt", Limit: mostToReview})
	if err != nil {
		return view{}, err
	}
	if page.Claims, err = s.passagesOf(ctx, claims); err != nil {
		return view{}, err
	}
	page.Reports, err = s.store.Reports(ctx, concord.Filter{Unreviewed: true, Limit: mostToReview})
	return view{"review", languageOf(r).say("nav.review"), page}, err
}

// disputed adds the incidents whose sources contradict one another or differ.
func (s *server) disputed(ctx context.Context, page *reviewPage) error {
	for _, agreement := range [...]concord.Agreement{concord.Contradict, concord.Differ} {
		f := concord.Filter{Agreement: agreement}
		n, err := s.store.Count(ctx, f)
		if err != nil {
			return err
		}
		page.All += n
		f.Unreviewed = true
		if n, err = s.store.Count(ctx, f); err != nil {
			return err
		}
		page.Left += n
		f.Order, f.Limit = "toll", mostToReview-len(page.Incidents)
		if f.Limit == 0 {
			continue
		}
		found, err := s.store.Incidents(ctx, f)
		if err != nil {
			return err
		}
		page.Incidents = append(page.Incidents, linesOf(found)...)
	}
	return nil
}

// Done is how many of the disputed incidents somebody has decided on.
func (p reviewPage) Done() int { return p.All - p.Left }
