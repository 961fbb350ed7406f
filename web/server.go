package web

import (
	"bytes"
	"context"
	"embed"
	"errors"
	"log/slog"
	"net/http"
	"net/url"
	"strings"

	"concord"
)

//go:embed static
var static embed.FS

// dist is what the command bundle built for the map, if it was run.
//
//go:embed dist
var dist embed.FS

// Options are what the workspace needs beside the record.
type Options struct {
	// Decide records a decision and rebuilds what it touches. Nil: the decision is appended and nothing is rebuilt.
	Decide func(context.Context, concord.Decision) (concord.Decision, error)
	Threads
	// Rules are the names of the rules that can choose the best figures; none: there is no choice.
	Rules []string
	// Derive derives an incident anew by one of Rules (empty: the record's own) from what had been published by a day (empty: by today);
	// ok is false where nothing had. Nil: it stays as it is.
	Derive func(in concord.Incident, day concord.Date, rule string) (then concord.Incident, ok bool)
	// Totals sums a measure over incidents by group. Nil: the page of totals stays empty.
	Totals func(incidents []concord.Incident, by concord.Grouping, measure concord.Measure) []concord.Total
	// Hosts are names by which the workspace is reached, beside the names and addresses of this machine's loopback.
	Hosts []string
	// Log gets the errors that are our own fault. Nil: slog's default.
	Log *slog.Logger
}

// Threads derive what runs through many reports; each may be nil, and its page then stays empty.
type Threads struct {
	// Ceasefires returns the ceasefires that claims of the filter tell of.
	Ceasefires func(context.Context, concord.Filter) ([]concord.Ceasefire, error)
	// Speaker returns what one speaker said over time, promised, and took back; an error of code NotFound where nothing.
	Speaker func(context.Context, string) (concord.SpeakerRecord, error)
}

// server answers requests from a store.
type server struct {
	store    concord.Store
	decide   func(context.Context, concord.Decision) (concord.Decision, error)
	log      *slog.Logger
	pages    map[language]pageSet
	threads  Threads
	rules    []string
	derive   func(concord.Incident, concord.Date, string) (concord.Incident, bool)
	total    func([]concord.Incident, concord.Grouping, concord.Measure) []concord.Total
	drawable bool // the map's scripts are in the program
}

// view is a page to be shown: its template's name, its heading, and what the template is given.
type view struct {
	page  string
	title string
	data  any
}

// New returns the workspace over a record. It serves pages, its own style and scripts, and nothing else; it
// opens no file and no connection.
func New(store concord.Store, options Options) http.Handler {
	s := &server{store: store, decide: options.Decide, log: options.Log, threads: options.Threads, rules: options.Rules, derive: options.Derive, total: options.Totals, pages: parsePages(), drawable: built(dist)}
	if s.decide == nil {
		s.decide = s.appendDecision
	}
	if s.derive == nil {
		s.derive = func(in concord.Incident, _ concord.Date, _ string) (concord.Incident, bool) { return in, true }
	}
	if s.total == nil {
		s.total = func([]concord.Incident, concord.Grouping, concord.Measure) []concord.Total { return nil }
	}
	if s.log == nil {
		s.log = slog.Default()
	}
	guard := http.NewCrossOriginProtection()
	guard.SetDenyHandler(http.HandlerFunc(s.denyForeign))
	return secured(s.recovered(s.known(options.Hosts, guard.Handler(s.routes()))))
}

func (s *server) routes() *http.ServeMux {
	mux := http.NewServeMux()
	mux.Handle("GET /static/", cached(http.FileServerFS(static)))
	mux.Handle("GET /dist/", cached(http.FileServerFS(dist)))
	mux.Handle("GET /{$}", http.RedirectHandler("/incidents", http.StatusSeeOther))
	mux.Handle("GET /incidents", s.page(s.incidents))
	mux.Handle("GET /incidents/{id}", s.page(s.incident))
	mux.Handle("GET /reports", s.page(s.reports))
	mux.Handle("GET /reports/{id}", s.page(s.report))
	mux.Handle("GET /sources", s.page(s.sources))
	mux.Handle("GET /sources/{name}", s.page(s.source))
	mux.Handle("GET /totals", s.page(s.totals))
	mux.Handle("GET /search", s.page(s.search))
	mux.HandleFunc("GET /counts.json", s.counts)
	mux.Handle("GET /map", s.page(s.where))
	mux.HandleFunc("GET /map/points.json", s.points)
	mux.Handle("GET /ceasefires", s.page(s.ceasefires))
	mux.Handle("GET /review", s.page(s.review))
	mux.Handle("GET /decisions", s.page(s.decisions))
	mux.HandleFunc("POST /decisions", s.postDecision)
	mux.Handle("GET /api", s.page(s.tryPage(s.api(mux))))
	mux.HandleFunc("GET /try", s.try)
	mux.HandleFunc("POST /searches", s.saveSearch)
	mux.HandleFunc("POST /settings", s.settings)
	mux.Handle("/", s.page(func(r *http.Request) (view, error) {
		return view{}, concord.Errorf(concord.NotFound, "", "nothing is at %s", r.URL.Path)
	}))
	return mux
}

// page makes a handler of a function that returns a page.
func (s *server) page(show func(*http.Request) (view, error)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		v, err := show(r)
		var to moved
		if errors.As(err, &to) {
			http.Redirect(w, r, string(to), http.StatusSeeOther)
			return
		}
		if err != nil {
			s.fail(w, r, err)
			return
		}
		s.write(w, r, http.StatusOK, v)
	})
}

// moved is the error of what is found at another address now.
type moved string

func (m moved) Error() string { return "moved to " + string(m) }

// write renders a view into memory first, so that a page is sent whole or not at all.
func (s *server) write(w http.ResponseWriter, r *http.Request, status int, v view) {
	var body bytes.Buffer
	if err := s.pages[languageOf(r)].render(&body, r, v); err != nil {
		s.log.Error("page not rendered", "page", v.page, "path", r.URL.Path, "error", err)
		http.Error(w, "This page could not be made.", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	if _, err := w.Write(legible(body.Bytes())); err != nil {
		s.log.Debug("page not sent", "path", r.URL.Path, "error", err)
	}
}

// fail shows an error as a page, with the status that its code has.
func (s *server) fail(w http.ResponseWriter, r *http.Request, err error) {
	code := concord.CodeOf(err)
	failure := failurePage{Code: code, Message: err.Error()}
	if code == concord.Internal {
		s.log.Error("request failed", "path", r.URL.Path, "error", err)
		failure.Message = "" // the cause is for the log
	}
	s.write(w, r, statusOf(code), view{page: "failure", title: languageOf(r).code("error", code), data: failure})
}

// failurePage is what the error page shows.
type failurePage struct {
	Code    concord.Code
	Message string
}

// statusOf is the one place where an error's code becomes an HTTP status.
func statusOf(code concord.Code) int {
	switch code {
	case concord.Invalid:
		return http.StatusBadRequest
	case concord.NotFound:
		return http.StatusNotFound
	case concord.Conflict:
		return http.StatusConflict
	case concord.Newer, concord.Unavailable:
		return http.StatusServiceUnavailable
	}
	return http.StatusInternalServerError
}

// settings keeps the reader's language and name in cookies, and returns to where the form was.
func (s *server) settings(w http.ResponseWriter, r *http.Request) {
	for _, name := range []string{"lang", "who"} {
		if value := strings.TrimSpace(r.PostFormValue(name)); value != "" {
			keepCookie(w, name, value)
		}
	}
	http.Redirect(w, r, localPath(r.PostFormValue("back")), http.StatusSeeOther)
}

// localPath returns a path of this site, and the start page for anything else that a form may hold.
func localPath(path string) string {
	u, err := url.Parse(path)
	if err != nil || u.IsAbs() || u.Host != "" || !strings.HasPrefix(path, "/") || strings.HasPrefix(path, "//") || strings.Contains(path, "\\") {
		return "/"
	}
	return path
}

// keepCookie keeps a choice of the reader's for a year.
func keepCookie(w http.ResponseWriter, name, value string) {
	http.SetCookie(w, &http.Cookie{Name: name, Value: url.QueryEscape(value), Path: "/", MaxAge: 365 * 24 * 3600,
		HttpOnly: true, SameSite: http.SameSiteStrictMode})
}

// cookie returns the value of a cookie that settings wrote, empty where there is none.
func cookie(r *http.Request, name string) string {
	c, err := r.Cookie(name)
	if err != nil {
		return ""
	}
	value, err := url.QueryUnescape(c.Value)
	if err != nil {
		return ""
	}
	return value
}

// languageOf is the language that the reader chose, else the first one of the browser's that we speak.
func languageOf(r *http.Request) language {
	if chosen := language(cookie(r, "lang")); chosen == english || chosen == arabic {
		return chosen
	}
	for tag := range strings.SplitSeq(r.Header.Get("Accept-Language"), ",") {
		tag = strings.ToLower(strings.TrimSpace(tag))
		for _, l := range languages {
			if tag == string(l) || strings.HasPrefix(tag, string(l)+"-") || strings.HasPrefix(tag, string(l)+";") {
				return l
			}
		}
	}
	return english
}

// appendDecision appends a decision to the record.
func (s *server) appendDecision(ctx context.Context, d concord.Decision) (concord.Decision, error) {
	err := s.store.Update(ctx, func(tx concord.Tx) error {
		var err error
		d, err = tx.Decide(ctx, d)
		return err
	})
	return d, err
}
