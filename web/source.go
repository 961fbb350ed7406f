package web

import (
	"net/http"
	"slices"
	"strings"

	"concord"
)

// sourcePage is what one speaker said, and how its figures stood to those of others.
type sourcePage struct {
	Name   string
	Claims []concord.IncidentClaim
	Stands []stand
	Cut    int // of how many incidents, the latest, the stands are; 0: of all

	Unnamed bool // the name is none: many people may be meant by it
	Paging  paging
	Record  concord.SpeakerRecord
}

// stand is one figure of a source beside what the others report of the same thing.
type stand struct {
	Incident concord.Incident
	Measure  concord.Measure
	Status   concord.Status
	Scope    concord.Scope
	Figure   concord.Reported
	Position string // above, within, below, alone
	Low      int    // of the others
	High     *int
}

// source shows one speaker.
func (s *server) source(r *http.Request) (view, error) {
	name := r.PathValue("name")
	f := concord.Filter{Source: name}
	number, err := pageOf(r.URL.Query(), &f)
	if err != nil {
		return view{}, err
	}
	claims, err := s.store.Claims(r.Context(), f)
	if err != nil {
		return view{}, err
	}
	if len(claims) == 0 && number == 1 {
		return view{}, concord.Errorf(concord.NotFound, "", "no claim of the record is by %q", name)
	}
	claims, at := paged(claims, number, r.URL)
	incidents, err := s.store.Incidents(r.Context(), concord.Filter{Source: name, Limit: pageSize + 1})
	if err != nil {
		return view{}, err
	}
	page := sourcePage{Name: name, Claims: claims, Paging: at, Unnamed: unnamed(claims, name)}
	if len(incidents) > pageSize {
		incidents, page.Cut = incidents[:pageSize], pageSize
	}
	for _, in := range incidents {
		page.Stands = append(page.Stands, standsOf(in, name)...)
	}
	if s.threads.Speaker != nil && number == 1 {
		page.Record, err = s.threads.Speaker(r.Context(), name)
		if err != nil && concord.CodeOf(err) != concord.NotFound {
			return view{}, err
		}
	}
	return view{"source", name, page}, nil
}

// unnamed reports whether those of the claims that are by this source are by somebody whom no name tells from others: "source", "residents".
func unnamed(claims []concord.IncidentClaim, name string) bool {
	some := false
	for i := range claims {
		if s := claims[i].Source; len(s) > 0 && strings.EqualFold(s[0].Name, name) {
			if s[0].Kind != concord.Unnamed && s[0].Kind != concord.Witness {
				return false
			}
			some = true
		}
	}
	return some && strings.ToLower(name) == name
}

// standsOf returns how each figure of a source stands to the others' in one incident. Superseded figures of the others
// no longer count.
func standsOf(in concord.Incident, name string) []stand {
	var list []stand
	for _, t := range in.Figures {
		others := slices.DeleteFunc(slices.Clone(t.BySource), func(f concord.Reported) bool {
			return strings.EqualFold(f.Source, name) || f.SupersededBy != nil
		})
		for _, f := range t.BySource {
			if strings.EqualFold(f.Source, name) {
				s := stand{Incident: in, Measure: t.Measure, Status: t.Status, Scope: t.Scope, Figure: f}
				s.compare(others)
				list = append(list, s)
			}
		}
	}
	return list
}

// compare says where the figure lies to the range of the others: above it, below it, or within.
func (s *stand) compare(others []concord.Reported) {
	if len(others) == 0 {
		s.Position = "alone"
		return
	}
	s.Low, s.High = others[0].Low, others[0].High
	for _, o := range others[1:] {
		s.Low = min(s.Low, o.Low)
		if o.High == nil || s.High == nil {
			s.High = nil
		} else {
			high := max(*s.High, *o.High)
			s.High = &high
		}
	}
	switch {
	case s.High != nil && s.Figure.Low > *s.High:
		s.Position = "above"
	case s.Figure.High != nil && *s.Figure.High < s.Low:
		s.Position = "below"
	default:
		s.Position = "within"
	}
}

// sourcesPage is the list of speakers.
type sourcesPage struct {
	Speakers []concord.SpeakerLine
	Paging   paging
}

// sources lists who is heard in the record, most claims first.
func (s *server) sources(r *http.Request) (view, error) {
	found, at, err := listed(r, s.store.Speakers)
	if err != nil {
		return view{}, err
	}
	return view{"sources", languageOf(r).say("sources.title"), sourcesPage{found, at}}, nil
}
