package web

import (
	"cmp"
	"net/http"
	"slices"

	"concord"
)

// sourcePage is what one speaker said, and how its figures stood to those of others.
type sourcePage struct {
	Name   string
	Claims []concord.IncidentClaim
	Stands []stand
	Paging paging
}

// stand is one figure of a source beside what the others report of the same thing.
type stand struct {
	Incident concord.Incident
	Measure  concord.Measure
	Status   concord.Status
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
	incidents, err := s.store.Incidents(r.Context(), concord.Filter{Source: name, Limit: pageSize})
	if err != nil {
		return view{}, err
	}
	var stands []stand
	for _, in := range incidents {
		stands = append(stands, standsOf(in, name)...)
	}
	return view{"source", name, sourcePage{name, claims, stands, at}}, nil
}

// standsOf returns how each figure of a source stands to the others' in one incident. Superseded figures of the others
// no longer count.
func standsOf(in concord.Incident, name string) []stand {
	var list []stand
	for _, t := range in.Figures {
		others := slices.DeleteFunc(slices.Clone(t.BySource), func(f concord.Reported) bool {
			return f.Source == name || f.SupersededBy != nil
		})
		for _, f := range t.BySource {
			if f.Source == name {
				s := stand{Incident: in, Measure: t.Measure, Status: t.Status, Figure: f}
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
	Speakers []speakerLine
	Paging   paging
}

// speakerLine is a speaker in a list.
type speakerLine struct {
	Name            string
	Kind            concord.SpeakerKind
	Claims, Reports int
	First, Last     concord.Date // of the reports
}

// mostHeard is from how many claims, the newest, speakers are listed.
const mostHeard = 10_000

// sources lists who is heard in the newest claims of the record, most claims first.
func (s *server) sources(r *http.Request) (view, error) {
	q := r.URL.Query()
	f, err := filterOf(q)
	if err != nil {
		return view{}, err
	}
	number, err := pageOf(q, &f)
	if err != nil {
		return view{}, err
	}
	from := f.Offset
	f.Limit, f.Offset = mostHeard, 0
	claims, err := s.store.Claims(r.Context(), f)
	if err != nil {
		return view{}, err
	}
	heard := speakersOf(claims)
	heard = heard[min(from, len(heard)):min(from+pageSize+1, len(heard))]
	heard, at := paged(heard, number, r.URL)
	return view{"sources", languageOf(r).say("sources.title"), sourcesPage{heard, at}}, nil
}

// speakersOf counts the claims and reports of each original speaker; a publisher is one in its own voice.
func speakersOf(claims []concord.IncidentClaim) []speakerLine {
	type known struct {
		speakerLine
		reports map[string]bool
	}
	byName := make(map[string]*known)
	for _, c := range claims {
		name, kind := cmp.Or(c.Publisher, c.Report), concord.Media
		if len(c.Source) > 0 {
			name, kind = chain(c.Source[:1])[0], c.Source[0].Kind
		}
		if name == "" {
			continue
		}
		k := byName[name]
		if k == nil {
			k = &known{speakerLine{Name: name, Kind: kind, First: c.Published, Last: c.Published}, make(map[string]bool)}
			byName[name] = k
		}
		k.Claims++
		k.reports[c.Report] = true
		k.First, k.Last = min(k.First, c.Published), max(k.Last, c.Published)
	}
	lines := make([]speakerLine, 0, len(byName))
	for _, k := range byName {
		k.Reports = len(k.reports)
		lines = append(lines, k.speakerLine)
	}
	slices.SortFunc(lines, func(x, y speakerLine) int {
		return cmp.Or(cmp.Compare(y.Claims, x.Claims), cmp.Compare(x.Name, y.Name))
	})
	return lines
}
