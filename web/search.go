package web

import (
	"net/http"
	"net/url"
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
	Saved     []savedSearch
}

// search looks in incidents, reports and claims. Incidents and reports stand on the first page only.
func (s *server) search(r *http.Request) (view, error) {
	q := r.URL.Query()
	page := searchPage{Form: formOf(q), Saved: savedSearches(r)}
	page.Asked = page.Form.Narrowed
	title := languageOf(r).say("search.title")
	f, err := filterOf(q)
	if err != nil || !page.Asked {
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
		incidents, err := s.find(r.Context(), few)
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

// savedSearch is a search that the reader keeps under a name.
type savedSearch struct {
	Name, Query string
}

// The bounds of what a cookie can hold.
const (
	mostSaved   = 12
	longestName = 60
	longestAsk  = 240
)

// savedSearches are those that the reader keeps, in the order they were saved.
func savedSearches(r *http.Request) []savedSearch {
	q, err := url.ParseQuery(cookie(r, "searches"))
	if err != nil {
		return nil
	}
	var list []savedSearch
	for i := range min(len(q["name"]), len(q["ask"])) {
		list = append(list, savedSearch{q["name"][i], q["ask"][i]})
	}
	return list[:min(len(list), mostSaved)]
}

// saveSearch keeps a search under a name, or drops the one of that name where no search is given.
func (s *server) saveSearch(w http.ResponseWriter, r *http.Request) {
	name, ask := strings.TrimSpace(r.PostFormValue("name")), r.PostFormValue("ask")
	if name == "" || len(name) > longestName || len(ask) > longestAsk {
		s.fail(w, r, concord.Errorf(concord.Invalid, "save", "give a name of at most %d letters, and a search that is not longer than %d", longestName, longestAsk))
		return
	}
	kept := url.Values{}
	for _, have := range savedSearches(r) {
		if have.Name != name {
			kept.Add("name", have.Name)
			kept.Add("ask", have.Query)
		}
	}
	if ask != "" {
		if len(kept["name"]) >= mostSaved {
			s.fail(w, r, concord.Errorf(concord.Invalid, "save", "%d searches are kept already; drop one first", mostSaved))
			return
		}
		kept.Add("name", name)
		kept.Add("ask", ask)
	}
	keepCookie(w, "searches", kept.Encode())
	http.Redirect(w, r, "/search", http.StatusSeeOther)
}
