package web

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"net/http"
	"slices"

	"concord"
)

// mapPage is where and when incidents were, by the filter: a map, a timeline, and a list that says the same.
type mapPage struct {
	Form     filterForm
	Bars     []bar
	Places   []placeCount
	Query    string // the filter, as the addresses of other pages take it
	Drawable bool   // the map's scripts were built
	Count    int
	Unplaced int  // incidents whose place is not known
	Cut      bool // more match than are shown
}

// placeCount is a place with the number of its incidents.
type placeCount struct {
	Where concord.Where
	Count int
}

// mostMarks is how many incidents a map and a timeline show.
const mostMarks = 100_000

// spot is an incident on the map.
type spot struct {
	ID        string            `json:"id"`
	Title     string            `json:"title"`
	Place     string            `json:"place"`
	Precision concord.Precision `json:"precision"`
	Lat       float64           `json:"lat"`
	Lon       float64           `json:"lon"`
	From      string            `json:"from"`
	Agreement concord.Agreement `json:"agreement"`
	Toll      int               `json:"toll"`
}

// found returns the incidents that the request's filter leaves.
func (s *server) found(ctx context.Context, r *http.Request) ([]concord.Mark, bool, error) {
	f, err := filterOf(r.URL.Query())
	if err != nil {
		return nil, false, err
	}
	f.Limit = mostMarks + 1
	marks, err := s.store.Marks(ctx, f)
	return marks[:min(len(marks), mostMarks)], len(marks) > mostMarks, err
}

// where shows the map page.
func (s *server) where(r *http.Request) (view, error) {
	marks, cut, err := s.found(r.Context(), r)
	if err != nil {
		return view{}, err
	}
	q := r.URL.Query()
	q.Del("page")
	page := mapPage{Form: formOf(q), Bars: barsOf(marks, q), Query: q.Encode(), Drawable: s.drawable, Count: len(marks), Cut: cut}
	page.Places, page.Unplaced = placesOf(marks)
	return view{"map", languageOf(r).say("nav.map"), page}, nil
}

// points answers with the incidents that have a place, as the map's script reads them.
func (s *server) points(w http.ResponseWriter, r *http.Request) {
	marks, _, err := s.found(r.Context(), r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	l := languageOf(r)
	spots := make([]spot, 0, len(marks))
	for _, m := range marks {
		if m.Where != nil && m.Where.Point != nil {
			spots = append(spots, spot{m.ID, l.code("type", m.Type), m.Where.Name, m.Where.Precision, m.Where.Lat, m.Where.Lon,
				l.when(m.When), m.Agreement, m.Toll})
		}
	}
	w.Header().Set("Content-Type", "application/json")
	if err := json.NewEncoder(w).Encode(spots); err != nil {
		s.log.Debug("points not sent", "error", err)
	}
}

// mostPlaces is how many places the list names.
const mostPlaces = 60

// placesOf counts incidents by place, the most frequent first.
func placesOf(marks []concord.Mark) (list []placeCount, unplaced int) {
	counts := make(map[string]*placeCount)
	for _, m := range marks {
		if m.Where == nil || m.Where.Name == "" {
			unplaced++
			continue
		}
		key := fmt.Sprint(m.Where.Name, "\n", m.Where.Admin1, "\n", m.Where.Country)
		if counts[key] == nil {
			counts[key] = &placeCount{Where: *m.Where}
		}
		counts[key].Count++
	}
	for _, p := range counts {
		list = append(list, *p)
	}
	slices.SortFunc(list, func(x, y placeCount) int {
		return cmp.Or(cmp.Compare(y.Count, x.Count), cmp.Compare(x.Where.Name, y.Where.Name), cmp.Compare(x.Where.Admin1, y.Where.Admin1))
	})
	return list[:min(len(list), mostPlaces)], unplaced
}

// built reports whether the map's scripts are among the files.
func built(dist fs.FS) bool {
	for _, name := range [...]string{"dist/map.js", "dist/map.css", "dist/worker.js", "dist/world.json"} {
		if _, err := fs.Stat(dist, name); err != nil {
			return false
		}
	}
	return true
}
