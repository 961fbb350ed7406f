package web

import (
	"context"
	"net/http"
	"strings"

	"concord"
)

// searchPage is what the record holds on what was asked.
type searchPage struct {
	Form      filterForm
	Asked     bool
	Claims    []concord.IncidentClaim
	Incidents []incidentLine
	Reports   []concord.ReportLine
	Paging    paging
	Saved     []concord.Search // of the reader
}

// search looks in incidents, reports and claims. Incidents and reports stand on the first page only.
func (s *server) search(r *http.Request) (view, error) {
	q := r.URL.Query()
	page := searchPage{Form: formOf(q)}
	page.Asked = page.Form.Narrowed
	title := languageOf(r).say("search.title")
	f, err := filterOf(q)
	if err != nil {
		return view{}, err
	}
	if page.Saved, err = s.store.Searches(r.Context(), cookie(r, "who")); err != nil || !page.Asked {
		return view{"search", title, page}, err
	}
	few := f
	few.Limit = 10
	number, err := pageOf(q, &f)
	if err != nil {
		return view{}, err
	}
	if f.Agreement == "" && !f.Unreviewed { // which only incidents have
		claims, err := s.store.Claims(r.Context(), f)
		if err != nil {
			return view{}, err
		}
		page.Claims, page.Paging = paged(claims, number, r.URL)
	}
	if number == 1 {
		incidents, err := s.find(r.Context(), few, "")
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

// The bounds of what is kept.
const (
	mostSaved   = 50
	longestName = 60
	longestAsk  = 1000
)

// saveSearch keeps a search of the reader's under a name, or drops the one of that name where no search is given.
func (s *server) saveSearch(w http.ResponseWriter, r *http.Request) {
	kept := concord.Search{Who: cookie(r, "who"), Name: strings.TrimSpace(r.PostFormValue("name")), Query: r.PostFormValue("ask")}
	if err := s.keep(r.Context(), kept); err != nil {
		s.fail(w, r, err)
		return
	}
	http.Redirect(w, r, "/search", http.StatusSeeOther)
}

func (s *server) keep(ctx context.Context, kept concord.Search) error {
	if kept.Who == "" {
		return concord.Errorf(concord.Invalid, "save", "say who you are: searches are kept for each by name")
	}
	if kept.Name == "" || len(kept.Name) > longestName || len(kept.Query) > longestAsk {
		return concord.Errorf(concord.Invalid, "save", "give a name of at most %d letters, and a search that is not longer than %d", longestName, longestAsk)
	}
	have, err := s.store.Searches(ctx, kept.Who)
	if err != nil {
		return err
	}
	if kept.Query != "" && len(have) >= mostSaved {
		return concord.Errorf(concord.Invalid, "save", "%d searches are kept already; drop one first", mostSaved)
	}
	return s.store.Update(ctx, func(tx concord.Tx) error { return tx.KeepSearch(ctx, kept) })
}
