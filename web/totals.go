package web

import (
	"net/http"
	"net/url"
	"slices"
	"strings"

	"concord"
)

// totalsPage is a measure summed over incidents, by group.
type totalsPage struct {
	By        concord.Grouping
	Measure   concord.Measure
	Groups    []group
	Incidents int
	Paging    paging
	Form      filterForm
	Groupings []concord.Grouping
	Rules     []string
}

// group is a total with the address of the list of its incidents, empty where no filter gives them.
type group struct {
	concord.Total
	List string
}

// mostSummed is how many incidents a page sums at most: concord totals sums any number.
const mostSummed = 20_000

// totals shows how many were killed, or whatever else is chosen, by day, place, actor or type.
func (s *server) totals(r *http.Request) (view, error) {
	q := r.URL.Query()
	f, err := filterOf(q)
	if err != nil {
		return view{}, err
	}
	page := totalsPage{By: concord.ByMonth, Measure: concord.Killed, Form: formOf(q), Groupings: concord.Groupings, Rules: s.rules}
	if f.Measure != "" {
		page.Measure = f.Measure
	}
	if by := concord.Grouping(q.Get("by")); slices.Contains(concord.Groupings, by) {
		page.By = by
	} else if by != "" {
		return view{}, concord.Errorf(concord.Invalid, "by", "%q is no grouping; write day, week, month, place, actor or type", by)
	}
	f.Measure = "" // it is summed, and narrows nothing
	number, err := pageOf(q, &concord.Filter{})
	if err != nil {
		return view{}, err
	}
	if page.Incidents, err = s.store.Count(r.Context(), f); err != nil {
		return view{}, err
	}
	if page.Incidents > mostSummed {
		return view{}, concord.Errorf(concord.Invalid, "totals", "%d incidents are more than a page sums (%d): narrow them by time or place, or use \"concord totals\"", page.Incidents, mostSummed)
	}
	found, err := s.find(r.Context(), f, q.Get("rule"))
	if err != nil {
		return view{}, err
	}
	page.Groups = s.groups(found, page.By, page.Measure, q)
	page.Groups = page.Groups[min((number-1)*pageSize, len(page.Groups)):]
	page.Groups, page.Paging = paged(page.Groups, number, r.URL)
	return view{"totals", languageOf(r).say("totals.title"), page}, nil
}

// groups sums the measure over incidents: days, weeks and months the latest first, other groups those with the highest sums.
func (s *server) groups(incidents []concord.Incident, by concord.Grouping, measure concord.Measure, q url.Values) []group {
	var list []group
	for _, t := range s.total(incidents, by, measure) {
		list = append(list, group{t, listOf(t.Group, by, q)})
	}
	slices.SortStableFunc(list, func(a, b group) int {
		switch by {
		case concord.ByDay, concord.ByWeek, concord.ByMonth:
			return later(a.Group, b.Group)
		}
		return highest(b.Total) - highest(a.Total)
	})
	return list
}

// later puts later times first, and groups that are no times behind them.
func later(a, b string) int {
	x, y := strings.HasPrefix(a, "1") || strings.HasPrefix(a, "2"), strings.HasPrefix(b, "1") || strings.HasPrefix(b, "2")
	switch {
	case x && !y:
		return -1
	case y && !x:
		return 1
	}
	return strings.Compare(b, a)
}

// highest is the upper end of a sum, -1 where there is none.
func highest(t concord.Total) int {
	if t.Sum == nil {
		return -1
	}
	return t.High
}

// listOf is the address of the list of a group's incidents, with what else narrows them.
func listOf(name string, by concord.Grouping, q url.Values) string {
	narrowed := url.Values{}
	for field, values := range q {
		if field != "by" && field != "page" && field != "measure" && field != "rule" && values[0] != "" {
			narrowed[field] = values[:1]
		}
	}
	switch day := concord.Date(name); {
	case name == concord.Undated || name == concord.SeveralDays || name == concord.PlaceUnknown || name == concord.NobodyBlamed:
		return ""
	case by == concord.ByDay || by == concord.ByMonth:
		if _, _, ok := day.Bounds(); !ok {
			return ""
		}
		narrowed.Set("from", name)
		narrowed.Set("to", name)
	case by == concord.ByPlace:
		place, _, _ := strings.Cut(name, ",")
		narrowed.Set("place", place)
	case by == concord.ByActor:
		narrowed.Set("actor", name)
	case by == concord.ByType:
		narrowed.Set("type", name)
	default:
		return ""
	}
	return "/incidents?" + narrowed.Encode()
}
