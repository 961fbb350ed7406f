package web

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"concord"
)

// filtered are the fields by which every list of the API is narrowed: the same as those of the pages' forms.
type filtered struct {
	Words      string `query:"words" doc:"Full text; quotation marks keep words together." example:"hospital"`
	From       string `query:"from" doc:"First day, month or year." example:"2016-09-19"`
	To         string `query:"to" doc:"Last day, month or year." example:"2016-09-25"`
	Place      string `query:"place" doc:"Name of a place or district, or a country's ISO 3166-1 alpha-2 code." example:"Aleppo"`
	Type       string `query:"type" doc:"Type of event." example:"air_strike"`
	Source     string `query:"source" doc:"Part of a speaker's or a publisher's name."`
	Actor      string `query:"actor" doc:"Part of the name of whoever is blamed for it, denies or admits it, or is told to have done it."`
	Agreement  string `query:"agreement" enum:"agree,differ,contradict,single_source" doc:"How the sources stand to one another."`
	Measure    string `query:"measure" doc:"What a figure counts." example:"killed"`
	Least      string `query:"least" doc:"The highest figure of the measure is at least this."`
	Most       string `query:"most" doc:"The highest figure of the measure is at most this."`
	Bounds     string `query:"bounds" doc:"west,south,east,north in degrees."`
	Known      string `query:"known" doc:"Only what had been published by this day; incidents as they were known then." example:"2016-09-20"`
	Rule       string `query:"rule" doc:"Of incidents: which rule chooses the best figures; majority, latest_of_most_sources, most_conservative or ucdp." example:"ucdp"`
	Unreviewed bool   `query:"unreviewed" doc:"Only what nobody has decided on."`
	Order      string `query:"order" enum:"oldest,toll,sources,doubt" doc:"Latest first where it is not given."`
	Limit      int    `query:"limit" minimum:"1" maximum:"1000" default:"100" doc:"How many at most."`
	Offset     int    `query:"offset" minimum:"0" default:"0" doc:"How many to leave out at the start."`
}

// filter turns the fields into the filter that the pages' forms make of them.
func (f filtered) filter() (concord.Filter, error) {
	q := url.Values{"words": {f.Words}, "from": {f.From}, "to": {f.To}, "place": {f.Place}, "type": {f.Type}, "source": {f.Source}, "actor": {f.Actor},
		"agreement": {f.Agreement}, "measure": {f.Measure}, "least": {f.Least}, "most": {f.Most}, "bounds": {f.Bounds}, "order": {f.Order}, "known": {f.Known}}
	if f.Unreviewed {
		q.Set("unreviewed", "yes")
	}
	filter, err := filterOf(q)
	filter.Limit, filter.Offset = f.Limit, f.Offset
	return filter, err
}

// answer is a response with a JSON body.
type answer[T any] struct{ Body T }

// byID is a request for one thing.
type byID struct {
	ID string `path:"id" doc:"Its id."`
}

// deciding is a decision to be made. The fields are those of the pages' forms.
type deciding struct {
	Body struct {
		Who      string `json:"who" minLength:"1" doc:"Who decides; kept with the decision."`
		Kind     string `json:"kind" enum:"accept,reject,correct,add_claim,same,different,grade,note,undo"`
		Report   string `json:"report,omitempty" doc:"Id of the claim's report."`
		Claim    string `json:"claim,omitempty" doc:"Id of the claim in its report."`
		Field    string `json:"field,omitempty" doc:"For correct: low, high, measure, type, where.name …"`
		Value    string `json:"value,omitempty" doc:"The corrected value, or the grade."`
		Incident string `json:"incident,omitempty" doc:"Id of the incident."`
		Other    string `json:"other,omitempty" doc:"For same: id of the incident that is the same one."`
		Out      string `json:"out,omitempty" doc:"For different: the account taken out, as its report's id, a space and its id."`
		Undoes   int64  `json:"undoes,omitempty" doc:"For undo: number of the decision."`
		Note     string `json:"note,omitempty"`
		// Fields of the report's form.
		Add map[string]string `json:"add,omitempty" doc:"For add_claim: claimkind and words as they stand in the report; start, speaker and account if known; of its kind: type; measure, counted.status, low, high; stance, actor; act."`
	}
}

// api registers the JSON API and its description at /openapi.json on the mux.
func (s *server) api(mux *http.ServeMux) huma.API {
	config := huma.DefaultConfig("Concord", "1")
	config.Info.Description = "The record: who said what happened, when, where, to how many, and who is blamed. Every figure beside who said it."
	config.DocsPath, config.SchemasPath, config.CreateHooks = "", "", nil
	api := humago.New(mux, config)
	huma.Register(api, operation(http.MethodGet, "/api/incidents", "List incidents"), s.incidentsByAPI)
	list(api, "/api/reports", "List reports", s.store.Reports)
	list(api, "/api/claims", "List claims", s.store.Claims)
	list(api, "/api/speakers", "List who is heard", s.store.Speakers)
	huma.Register(api, operation(http.MethodGet, "/api/incidents/{id}", "Show an incident"), s.incidentByAPI)
	one(api, "/api/reports/{id}", "Show a report with its claims", s.store.Reading)
	huma.Register(api, operation(http.MethodGet, "/api/decisions", "List what people decided"),
		func(ctx context.Context, _ *struct{}) (*answer[[]concord.Decision], error) {
			found, err := s.store.Decisions(ctx, concord.Filter{})
			return &answer[[]concord.Decision]{found}, failure(err)
		})
	huma.Register(api, operation(http.MethodPost, "/api/decisions", "Decide"), s.decideByAPI)
	return api
}

// incidentsByAPI answers with the incidents that the fields leave.
func (s *server) incidentsByAPI(ctx context.Context, in *filtered) (*answer[[]concord.Incident], error) {
	f, err := in.filter()
	if err != nil {
		return nil, failure(err)
	}
	found, err := s.find(ctx, f, in.Rule)
	return &answer[[]concord.Incident]{found}, failure(err)
}

// incidentKnown is a request for an incident as it was known on a day.
type incidentKnown struct {
	ID    string `path:"id" doc:"Its id."`
	Known string `query:"known" doc:"Only what had been published by this day." example:"2016-09-20"`
	Rule  string `query:"rule" doc:"Which rule chooses the best figures." example:"ucdp"`
}

// incidentByAPI answers with an incident as the page shows it.
func (s *server) incidentByAPI(ctx context.Context, in *incidentKnown) (*answer[concord.Incident], error) {
	f, err := filterOf(url.Values{"known": {in.Known}})
	if err != nil {
		return nil, failure(err)
	}
	found, err := s.store.Incident(ctx, in.ID)
	if err == nil {
		found, err = s.then(found, f.AsKnownOn, in.Rule)
	}
	return &answer[concord.Incident]{found}, failure(err)
}

// decideByAPI makes decisions of a body as postDecision makes them of a form.
func (s *server) decideByAPI(ctx context.Context, in *deciding) (*answer[[]concord.Decision], error) {
	b := in.Body
	form := url.Values{"kind": {b.Kind}, "report": {b.Report}, "claim": {b.Claim}, "field": {b.Field}, "value": {b.Value}, "incident": {b.Incident},
		"other": {b.Other}, "out": {b.Out}, "undoes": {strconv.FormatInt(b.Undoes, 10)}, "note": {b.Note}}
	for name, value := range b.Add {
		if !form.Has(name) || form.Get(name) == "" {
			form.Set(name, value)
		}
	}
	decisions, err := s.decisionsOf(ctx, form, strings.TrimSpace(b.Who))
	for i := range decisions {
		if err == nil {
			decisions[i], err = s.decide(ctx, decisions[i])
		}
	}
	return &answer[[]concord.Decision]{decisions}, failure(err)
}

func operation(method, path, summary string) huma.Operation {
	return huma.Operation{OperationID: operationID(method, path), Method: method, Path: path, Summary: summary,
		Errors: []int{http.StatusBadRequest, http.StatusNotFound, http.StatusServiceUnavailable}}
}

func operationID(method, path string) string {
	words := strings.FieldsFunc(strings.TrimPrefix(path, "/api"), func(r rune) bool { return strings.ContainsRune("/{}", r) })
	return strings.ToLower(method) + "-" + strings.Join(words, "-by-")
}

// list registers a list that the fields of filtered narrow.
func list[T any](api huma.API, path, summary string, find func(context.Context, concord.Filter) ([]T, error)) {
	huma.Register(api, operation(http.MethodGet, path, summary), func(ctx context.Context, in *filtered) (*answer[[]T], error) {
		f, err := in.filter()
		if err != nil {
			return nil, failure(err)
		}
		found, err := find(ctx, f)
		return &answer[[]T]{found}, failure(err)
	})
}

// one registers the page of one thing.
func one[T any](api huma.API, path, summary string, find func(context.Context, string) (T, error)) {
	huma.Register(api, operation(http.MethodGet, path, summary), func(ctx context.Context, in *byID) (*answer[T], error) {
		found, err := find(ctx, in.ID)
		return &answer[T]{found}, failure(err)
	})
}

// failure gives an error the status that its code has on pages too; what is our own fault is not told.
func failure(err error) error {
	if err == nil {
		return nil
	}
	var known *concord.Error
	if !errors.As(err, &known) || known.Code == concord.Internal {
		return huma.NewError(http.StatusInternalServerError, "Something went wrong on our side.")
	}
	return huma.NewError(statusOf(known.Code), err.Error())
}

// call is an operation of the API on the page where it can be tried.
type call struct {
	*huma.Operation
	Fields []*huma.Param
}

// tryPage lists the calls of the API that only look.
func (s *server) tryPage(api huma.API) func(*http.Request) (view, error) {
	var calls []call
	for _, item := range api.OpenAPI().Paths {
		if item.Get != nil {
			calls = append(calls, call{item.Get, item.Get.Parameters})
		}
	}
	slices.SortFunc(calls, func(x, y call) int { return strings.Compare(x.Path, y.Path) })
	return func(r *http.Request) (view, error) {
		return view{"api", languageOf(r).say("api.title"), calls}, nil
	}
}

// try sends the reader from the form of a call to its address, the id filled in.
func (s *server) try(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	path := q.Get("path")
	if !strings.HasPrefix(path, "/api/") {
		s.fail(w, r, concord.Errorf(concord.Invalid, "try", "%q is no address of the API", path))
		return
	}
	path = strings.ReplaceAll(path, "{id}", url.PathEscape(q.Get("id")))
	for name, values := range q {
		if name == "path" || name == "id" || strings.Join(values, "") == "" {
			delete(q, name)
		}
	}
	if len(q) > 0 {
		path += "?" + q.Encode()
	}
	http.Redirect(w, r, path, http.StatusSeeOther)
}
