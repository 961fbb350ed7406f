package web

import (
	"bytes"
	"net"
	"net/http"
	"net/netip"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"

	"concord"
)

// policy lets a page load its own style, scripts, pictures and data, and nothing that stands in the page itself: a
// report's words can never become a script or a style.
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; " +
	"connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// secured sets the headers that every response carries.
func secured(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cache-Control", "no-store")
		next.ServeHTTP(w, r)
	})
}

// known turns away requests that reached this machine under a name that is not its own: a page of another site can make its own
// name mean 127.0.0.1, and would then read the record as if it came from here.
func (s *server) known(hosts []string, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host := r.Host
		if name, _, err := net.SplitHostPort(host); err == nil {
			host = name
		}
		ip, err := netip.ParseAddr(strings.Trim(host, "[]"))
		if host != "localhost" && (err != nil || !ip.IsLoopback()) && !slices.Contains(hosts, host) {
			http.Error(w, "This workspace is not reached under the name "+strconv.Quote(host)+".", http.StatusMisdirectedRequest)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// cached lets a browser keep what only changes with the program, and ask again after a while.
func cached(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "max-age=600")
		next.ServeHTTP(w, r)
	})
}

// recovered turns a panic into an error page; the rest of the workspace goes on.
func (s *server) recovered(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if p := recover(); p != nil {
				s.log.Error("panic", "path", r.URL.Path, "panic", p, "stack", string(debug.Stack()))
				s.fail(w, r, concord.Errorf(concord.Internal, "", "panic"))
			}
		}()
		next.ServeHTTP(w, r)
	})
}

// denyForeign answers a form that another site sent.
func (s *server) denyForeign(w http.ResponseWriter, r *http.Request) {
	l := languageOf(r)
	s.write(w, r, http.StatusForbidden, view{page: "failure", title: l.say("error.forbidden"), data: failurePage{}})
}

// directions turns the characters that reorder the text after them (overrides, embeddings and isolates of the Unicode
// bidirectional algorithm, and its marks) into the replacement character: one for one, so that offsets stay.
var directions = strings.NewReplacer(
	"\u202a", "\ufffd", "\u202b", "\ufffd", "\u202c", "\ufffd", "\u202d", "\ufffd", "\u202e", "\ufffd",
	"\u2066", "\ufffd", "\u2067", "\ufffd", "\u2068", "\ufffd", "\u2069", "\ufffd",
)

// legible makes a page show what a reader would otherwise be deceived by. Pages use dir and bdi, never these
// characters, so whatever stands in one came from a report.
func legible(page []byte) []byte {
	if !bytes.Contains(page, []byte("\u202a"[:2])) && !bytes.Contains(page, []byte("\u2066"[:2])) {
		return page
	}
	return []byte(directions.Replace(string(page)))
}
