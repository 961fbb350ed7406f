package web

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"concord"
	"concord/lexicon"
)

// pageSize is how many lines a list shows.
const pageSize = 50

// filterOf reads a filter from the fields of a form. A field that cannot be understood is an error of code
// Invalid that names the field.
func filterOf(q url.Values) (concord.Filter, error) {
	field := func(name string) string { return strings.TrimSpace(q.Get(name)) }
	f := concord.Filter{
		Words: field("words"), From: concord.Date(field("from")), To: concord.Date(field("to")),
		Place: cmp.Or(lexicon.CountryCode(field("place")), field("place")), Type: concord.EventType(field("type")), Source: field("source"), Actor: field("actor"),
		Agreement: concord.Agreement(field("agreement")), Measure: concord.Measure(field("measure")), Order: field("order"), Incident: field("incident"),
		Unreviewed: field("unreviewed") != "", AsKnownOn: concord.Date(field("known")),
	}
	for name, date := range map[string]concord.Date{"from": f.From, "to": f.To, "known": f.AsKnownOn} {
		if _, _, ok := date.Bounds(); date != "" && !ok {
			return f, concord.Errorf(concord.Invalid, name, "%q is no date; write 2016-09-23, 2016-09 or 2016", date)
		}
	}
	if f.BeginsLate() {
		return f, concord.Errorf(concord.Invalid, "from", "%s lies after %s: no day is both", f.From, f.To)
	}
	if err := mustBeCodes(q); err != nil {
		return f, err
	}
	for name, bound := range map[string]**int{"least": &f.Least, "most": &f.Most} {
		if text := field(name); text != "" {
			n, err := strconv.Atoi(text)
			if err != nil || n < 0 {
				return f, concord.Errorf(concord.Invalid, name, "%q is no number of 0 or more", text)
			}
			*bound = &n
		}
	}
	if text := field("bounds"); text != "" {
		var b [4]float64
		if n, err := fmt.Sscanf(text, "%g,%g,%g,%g", &b[0], &b[1], &b[2], &b[3]); n != 4 || err != nil {
			return f, concord.Errorf(concord.Invalid, "bounds", "%q is no west,south,east,north in degrees", text)
		}
		f.Bounds = &b
	}
	if (f.Least != nil || f.Most != nil) && f.Measure == "" {
		f.Measure = concord.Killed
	}
	return f, nil
}

// mustBeCodes returns an error for a field of a filter whose value is none of its codes: a list that it empties would say that there is nothing.
func mustBeCodes(q url.Values) error {
	for _, name := range [...]string{"type", "measure", "agreement", "order"} {
		value := strings.TrimSpace(q.Get(name))
		if codes := codesOf(name); value != "" && !slices.Contains(codes, value) {
			return concord.Errorf(concord.Invalid, name, "%q is none of %s", value, strings.Join(codes, ", "))
		}
	}
	return nil
}

// paging is where a list stands among its pages.
type paging struct {
	Number         int // from 1
	Previous, Next string
}

// pageOf narrows f to the page that q asks for, plus one line that tells whether another page follows.
func pageOf(q url.Values, f *concord.Filter) (int, error) {
	number := 1
	if text := q.Get("page"); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil || n < 1 || n > 1_000_000 {
			return 0, concord.Errorf(concord.Invalid, "page", "%q is no number of a page", text)
		}
		number = n
	}
	f.Limit, f.Offset = pageSize+1, (number-1)*pageSize
	return number, nil
}

// listed returns the page of a list that a request asks for by its filter and number, and links to the pages beside it.
func listed[T any](r *http.Request, list func(context.Context, concord.Filter) ([]T, error)) ([]T, paging, error) {
	q := r.URL.Query()
	f, err := filterOf(q)
	if err != nil {
		return nil, paging{}, err
	}
	number, err := pageOf(q, &f)
	if err != nil {
		return nil, paging{}, err
	}
	found, err := list(r.Context(), f)
	if err != nil {
		return nil, paging{}, err
	}
	found, at := paged(found, number, r.URL)
	return found, at, nil
}

// paged cuts off the line too many that pageOf asked for, and links the neighbouring pages.
func paged[T any](lines []T, number int, u *url.URL) ([]T, paging) {
	at := func(n int) string {
		q := u.Query()
		q.Set("page", strconv.Itoa(n))
		return u.Path + "?" + q.Encode()
	}
	p := paging{Number: number}
	if number > 1 {
		p.Previous = at(number - 1)
	}
	if len(lines) > pageSize {
		lines = lines[:pageSize]
		p.Next = at(number + 1)
	}
	return lines, p
}

// reportPath is the address of a report's page, and within it of a claim where one is named.
func reportPath(id, claim string) string {
	path := "/reports/" + url.PathEscape(id)
	if claim == "" {
		return path
	}
	return path + "?claim=" + url.QueryEscape(claim) + "#" + url.PathEscape(claim)
}

// sourcePath is the address of a speaker's page.
func sourcePath(name string) string { return "/sources/" + url.PathEscape(name) }

// ask is the address of a page with a search. Templates take it whole: put together in a template, the search would be
// escaped as if it were one value.
func ask(path, query string) string {
	if query == "" {
		return path
	}
	return path + "?" + query
}

// shortID is the start of a report's id, enough to tell it from others at a glance.
func shortID(id string) string {
	id = strings.TrimPrefix(id, "sha256:")
	return id[:min(len(id), 8)]
}
