package web

import (
	"cmp"
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"concord"
)

// incidentsPage is the list of incidents.
type incidentsPage struct {
	Incidents []incidentLine
	Paging    paging
	Form      filterForm
	Counts    concord.Counts
	Count     int // of those that the filter leaves
}

// incidentLine is an incident in a list with its foremost figure.
type incidentLine struct {
	concord.Incident
	Toll *picture // nil where no figure is reported
}

// incidents lists incidents, latest first unless asked otherwise.
func (s *server) incidents(r *http.Request) (view, error) {
	found, at, err := listed(r, func(ctx context.Context, f concord.Filter) ([]concord.Incident, error) { return s.find(ctx, f, "") })
	if err != nil {
		return view{}, err
	}
	page := incidentsPage{Incidents: linesOf(found), Paging: at, Form: formOf(r.URL.Query())}
	if page.Counts, err = s.store.Counts(r.Context()); err != nil {
		return view{}, err
	}
	if page.Form.Narrowed {
		f, _ := filterOf(r.URL.Query()) // listed has read it
		page.Count, err = s.store.Count(r.Context(), f)
	}
	return view{"incidents", languageOf(r).say("nav.incidents"), page}, err
}

// find lists incidents, each as it was known on the day that the filter asks for, its best figures chosen by a rule.
func (s *server) find(ctx context.Context, f concord.Filter, rule string) ([]concord.Incident, error) {
	if err := s.mustBeRule(rule); err != nil {
		return nil, err
	}
	found, err := s.store.Incidents(ctx, f)
	if f.AsKnownOn == "" && rule == "" {
		return found, err
	}
	for i := range found {
		if then, ok := s.derive(found[i], f.AsKnownOn, rule); ok {
			found[i] = then
		}
	}
	return found, err
}

// mustBeRule returns an error of code Invalid for a rule that is neither empty nor one of those there are.
func (s *server) mustBeRule(rule string) error {
	if rule == "" || slices.Contains(s.rules, rule) {
		return nil
	}
	return concord.Errorf(concord.Invalid, "rule", "%q is none of %s", rule, strings.Join(s.rules, ", "))
}

// then returns an incident as it was known on a day, its best figures chosen by a rule, as it is where both are empty; an error of code
// NotFound where nothing had been published about it.
func (s *server) then(in concord.Incident, day concord.Date, rule string) (concord.Incident, error) {
	if err := s.mustBeRule(rule); err != nil {
		return in, err
	}
	if day == "" && rule == "" {
		return in, nil
	}
	then, ok := s.derive(in, day, rule)
	if !ok {
		return then, concord.Errorf(concord.NotFound, "known", "nothing had been published about it by %s", day)
	}
	return then, nil
}

// counts answers with how much the record holds, in words and in numbers: a page that stays open shows what is taken in meanwhile.
func (s *server) counts(w http.ResponseWriter, r *http.Request) {
	counts, err := s.store.Counts(r.Context())
	if err != nil {
		s.fail(w, r, err)
		return
	}
	l := languageOf(r)
	w.Header().Set("Content-Type", "application/json")
	err = json.NewEncoder(w).Encode(map[string]any{"counts": counts, "words": []string{
		l.count("count.reports", counts.Reports), l.count("count.claims", counts.Claims), l.count("count.incidents", counts.Incidents)}})
	if err != nil {
		s.log.Debug("counts not sent", "error", err)
	}
}

// linesOf gives each incident the figure that says most about it: of the incident itself, never a toll of a day, a period or a war.
func linesOf(incidents []concord.Incident) []incidentLine {
	lines := make([]incidentLine, len(incidents))
	for i, in := range incidents {
		lines[i].Incident = in
		if pictures := drawFigures(in); len(pictures) > 0 && (pictures[0].Scope == concord.ScopeIncident || pictures[0].Scope == "") {
			lines[i].Toll = &pictures[0]
		}
	}
	return lines
}

// incidentPage is all that the record holds of one incident.
type incidentPage struct {
	concord.Incident
	Pictures []picture
	Blames   []blamed
	Reports  []carrier
	Others   []passage               // claims that are neither figures nor responsibility, the first of them
	Rest     []concord.IncidentClaim // those that are folded away
	Beyond   int                     // how many are on the reports' pages only
	Revised  []revision
	Links    []waterfall
	Mapped   string // where its points are, empty where it has none or there is no map
	Glances  []glance
	Known    concord.Date   // the day as of which it is shown, empty: today
	Days     []concord.Date // on which its reports were published
	Rule     string         // that chose the best figures, empty: the record's own
	Rules    []string       // that can choose them
	// What people decided, and can.
	Decisions []decided
	Grade     string // the standing one, empty where nobody graded
	Grades    []string
	Near      []concord.Incident // that it might be one with
	Members   []member
}

// member is an account of an incident with the name of its report.
type member struct {
	Key       concord.AccountKey
	Name      string
	Published concord.Date
}

// incident shows one incident.
func (s *server) incident(r *http.Request) (view, error) {
	f, err := filterOf(r.URL.Query())
	if err != nil {
		return view{}, err
	}
	whole, err := s.store.Incident(r.Context(), r.PathValue("id"))
	if concord.CodeOf(err) == concord.NotFound {
		return view{}, s.mergedInto(r.Context(), r.PathValue("id"), err)
	}
	if err != nil {
		return view{}, err
	}
	rule := r.URL.Query().Get("rule")
	in, err := s.then(whole, f.AsKnownOn, rule)
	if err != nil {
		return view{}, err
	}
	l := languageOf(r)
	pictures := drawFigures(in)
	title := l.say("incident.unknown")
	if in.Type != "" {
		title = l.code("type", in.Type)
	}
	page := incidentPage{
		Incident: in, Pictures: pictures, Blames: blamesOf(in), Reports: carriersOf(in),
		Revised: revisionsOf(pictures), Links: waterfallsOf(in), Grades: grades[:],
		Glances: glancesOf(pictures, in.Blame), Known: f.AsKnownOn, Days: publishedOn(whole), Rule: rule, Rules: s.rules,
	}
	if err := s.addOthers(r.Context(), &page); err != nil {
		return view{}, err
	}
	if s.drawable && in.Where != nil && in.Where.Point != nil {
		page.Mapped = ask("/map/points.json", url.Values{"incident": {in.ID}}.Encode())
	}
	page.Members = membersOf(in, page.Reports)
	if err := s.decidedOnIncident(r.Context(), &page); err != nil {
		return view{}, err
	}
	return view{"incident", title + " · " + l.place(in.Where), page}, nil
}

// publishedOn returns the days on which an incident's reports were published, in order, each once.
func publishedOn(in concord.Incident) []concord.Date {
	var days []concord.Date
	for _, c := range in.Claims {
		if c.Published != "" {
			days = append(days, c.Published.Day())
		}
	}
	slices.Sort(days)
	return slices.Compact(days)
}

// mergedInto tells where the incident of this id stands since somebody merged it, and returns gone where nobody did.
func (s *server) mergedInto(ctx context.Context, id string, gone error) error {
	decisions, err := s.store.Decisions(ctx, concord.Filter{Incident: id})
	if err != nil {
		return err
	}
	for _, d := range slices.Backward(decisions) {
		if len(d.Accounts) == 0 {
			continue
		}
		found, err := s.store.Incidents(ctx, concord.Filter{Report: d.Accounts[0].Report})
		if err != nil {
			return err
		}
		for _, in := range found {
			if slices.Contains(in.Accounts, d.Accounts[0]) {
				return moved("/incidents/" + url.PathEscape(in.ID))
			}
		}
	}
	return gone
}

// decidedOnIncident adds what people decided on the incident, and what it might be merged with.
func (s *server) decidedOnIncident(ctx context.Context, page *incidentPage) error {
	decisions, err := s.store.Decisions(ctx, concord.Filter{Incident: page.ID})
	if err != nil {
		return err
	}
	onClaims, err := s.decidedOnClaims(ctx, page.Incident)
	if err != nil {
		return err
	}
	decisions = append(decisions, onClaims...)
	slices.SortFunc(decisions, func(x, y concord.Decision) int { return cmp.Compare(x.ID, y.ID) })
	page.Decisions = decidedOn(slices.CompactFunc(decisions, func(x, y concord.Decision) bool { return x.ID == y.ID }))
	for _, d := range standing(page.Decisions) {
		if d.Kind == concord.GradeIncident {
			page.Grade = d.Value
			break
		}
	}
	page.Near, err = s.near(ctx, page.Incident)
	return err
}

// decidedOnClaims returns what people decided on claims about an incident.
func (s *server) decidedOnClaims(ctx context.Context, in concord.Incident) ([]concord.Decision, error) {
	var kept []concord.Decision
	var asked []string
	for _, key := range in.Accounts {
		if slices.Contains(asked, key.Report) {
			continue
		}
		asked = append(asked, key.Report)
		found, err := s.store.Decisions(ctx, concord.Filter{Report: key.Report})
		if err != nil {
			return nil, err
		}
		for _, d := range found {
			if d.Claim != "" || d.Kind == concord.AddClaim {
				kept = append(kept, d)
			}
		}
	}
	return kept, nil
}

// mostNear is how many incidents are offered for merging.
const mostNear = 8

// near returns other incidents of the same days, those of the same country first where it is known.
func (s *server) near(ctx context.Context, in concord.Incident) ([]concord.Incident, error) {
	if in.When == nil || in.When.From == "" {
		return nil, nil
	}
	first, last, ok := in.When.From.Bounds()
	if !ok {
		return nil, nil
	}
	f := concord.Filter{From: concord.DateOf(first.AddDate(0, 0, -2)), To: concord.DateOf(last.AddDate(0, 0, 2)), Limit: mostNear + 1}
	if in.Where != nil {
		f.Place = in.Where.Country
	}
	found, err := s.store.Incidents(ctx, f)
	found = slices.DeleteFunc(found, func(other concord.Incident) bool { return other.ID == in.ID })
	return found[:min(len(found), mostNear)], err
}

// membersOf names the report of each account.
func membersOf(in concord.Incident, reports []carrier) []member {
	list := make([]member, 0, len(in.Accounts))
	for _, key := range in.Accounts {
		m := member{Key: key, Name: shortID(key.Report)}
		if i := slices.IndexFunc(reports, func(r carrier) bool { return r.ID == key.Report }); i >= 0 {
			m.Name, m.Published = cmp.Or(reports[i].Publisher, reports[i].Name), reports[i].Published
		}
		list = append(list, m)
	}
	return list
}

// How many of the claims that no picture shows stand on an incident's page, open and folded.
const (
	mostOthers = 8
	mostRest   = 80
)

// addOthers adds the claims that no picture shows.
func (s *server) addOthers(ctx context.Context, p *incidentPage) error {
	all := slices.DeleteFunc(slices.Clone(p.Claims), func(c concord.IncidentClaim) bool {
		return c.Kind == concord.FigureClaim || c.Kind == concord.ResponsibilityClaim
	})
	var err error
	p.Others, err = s.passagesOf(ctx, all[:min(len(all), mostOthers)])
	all = all[min(len(all), mostOthers):]
	p.Rest, p.Beyond = all[:min(len(all), mostRest)], max(0, len(all)-mostRest)
	return err
}

// blamed is an actor with everybody who says something of its part, and the claims that say so.
type blamed struct {
	concord.Blame
	Claims []concord.IncidentClaim
}

// blamesOf sets beside each actor the claims about its part.
func blamesOf(in concord.Incident) []blamed {
	list := make([]blamed, 0, len(in.Blame))
	for _, b := range in.Blame {
		entry := blamed{Blame: b}
		for _, c := range in.Claims {
			if c.Responsibility != nil && c.Responsibility.Actor.Name == b.Actor {
				entry.Claims = append(entry.Claims, c)
			}
		}
		list = append(list, entry)
	}
	return list
}

// carrier is a report that tells of an incident, with what it repeats.
type carrier struct {
	Name, ID, Publisher string
	Published           concord.Date
	Claims              int
	Repeats             []concord.Repeat
}

// carriersOf returns the incident's reports in order of publication, with the reports or speakers that each repeats.
func carriersOf(in concord.Incident) []carrier {
	list := make([]carrier, 0, len(in.Reports))
	for _, name := range in.Reports {
		list = append(list, carrier{Name: name})
	}
	for _, c := range in.Claims {
		i := slices.IndexFunc(list, func(r carrier) bool { return r.Name == c.Report })
		if i < 0 {
			i = len(list)
			list = append(list, carrier{Name: c.Report})
		}
		r := &list[i]
		r.ID, r.Publisher, r.Published = cmp.Or(r.ID, c.ReportID), cmp.Or(r.Publisher, c.Publisher), cmp.Or(r.Published, c.Published)
		r.Claims++
	}
	for _, repeat := range in.Repeats {
		if i := slices.IndexFunc(list, func(r carrier) bool { return r.Name == repeat.Report }); i >= 0 {
			list[i].Repeats = append(list[i].Repeats, repeat)
		}
	}
	slices.SortStableFunc(list, func(x, y carrier) int { return cmp.Compare(x.Published, y.Published) })
	return list
}
