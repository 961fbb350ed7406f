package web

import (
	"net/http"
	"strings"

	"concord"
)

// searchPage is what the record holds on some words.
type searchPage struct {
	Words     string
	Claims    []concord.IncidentClaim
	Incidents []incidentLine
	Reports   []concord.ReportLine
	Paging    paging
}

// search looks for words in claims, incidents and reports. Incidents and reports stand on the first page only.
func (s *server) search(r *http.Request) (view, error) {
	q := r.URL.Query()
	page := searchPage{Words: strings.TrimSpace(q.Get("words"))}
	title := languageOf(r).say("search.title")
	if page.Words == "" {
		return view{"search", title, page}, nil
	}
	f := concord.Filter{Words: page.Words}
	number, err := pageOf(q, &f)
	if err != nil {
		return view{}, err
	}
	claims, err := s.store.Claims(r.Context(), f)
	if err != nil {
		return view{}, err
	}
	page.Claims, page.Paging = paged(claims, number, r.URL)
	if number == 1 {
		few := concord.Filter{Words: page.Words, Limit: 10}
		incidents, err := s.store.Incidents(r.Context(), few)
		if err != nil {
			return view{}, err
		}
		page.Incidents = linesOf(incidents)
		if page.Reports, err = s.store.Reports(r.Context(), few); err != nil {
			return view{}, err
		}
	}
	return view{"search", title, page}, nil
}
