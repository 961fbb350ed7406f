package web

import (
	"encoding/json"
	"io/fs"
	"net/http"
	"slices"
	"strconv"

	"concord"
)

// mapPage is where and when incidents were, by the filter: a map, a timeline, and a list that says the same.
type mapPage struct {
	Form     filterForm
	Bars     []bar
	Places   []concord.PlaceCount
	Query    string // the filter, as the addresses of other pages take it
	Drawable bool   // the map's scripts were built
	Count    int
	Unplaced int // incidents whose place is not known
}

// spot is one or more incidents on the map. Of several, it holds what they have in common, and the box that they lie in.
type spot struct {
	Count     int               `json:"count"`
	Against   int               `json:"against"` // how many have sources that contradict one another
	Toll      int               `json:"toll"`
	Lat       float64           `json:"lat"`
	Lon       float64           `json:"lon"`
	Box       [4]float64        `json:"box"`
	Precision concord.Precision `json:"precision"`
	Place     string            `json:"place"`
	ID        string            `json:"id,omitempty"`
	Title     string            `json:"title,omitempty"`
	When      string            `json:"when"`
}

// where shows the map page.
func (s *server) where(r *http.Request) (view, error) {
	q := r.URL.Query()
	f, err := filterOf(q)
	if err != nil {
		return view{}, err
	}
	q.Del("page")
	page := mapPage{Form: formOf(q), Query: q.Encode(), Drawable: s.drawable}
	if page.Count, err = s.store.Count(r.Context(), f); err != nil {
		return view{}, err
	}
	days, err := s.store.Days(r.Context(), f)
	if err != nil {
		return view{}, err
	}
	page.Bars = barsOf(days, q)
	f.Limit = mostPlaces + 1
	page.Places, err = s.store.Places(r.Context(), f)
	if i := slices.IndexFunc(page.Places, func(p concord.PlaceCount) bool { return p.Where.Name == "" }); i >= 0 {
		page.Unplaced = page.Places[i].Count
		page.Places = slices.Delete(page.Places, i, i+1)
	}
	page.Places = page.Places[:min(len(page.Places), mostPlaces)]
	return view{"map", languageOf(r).say("nav.map"), page}, err
}

// The bounds of what the map's script may ask for: a cell in degrees, and how many marks one answer holds.
const (
	widestCell = 90
	mostSpots  = 20_000
)

// points answers with the incidents that have a place, gathered into cells of the size that the query asks for.
func (s *server) points(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	f, err := filterOf(q)
	cell := 0.0
	if text := q.Get("cell"); text != "" && err == nil {
		if cell, err = strconv.ParseFloat(text, 64); err != nil || !(cell >= 0 && cell <= widestCell) {
			err = concord.Errorf(concord.Invalid, "cell", "%q is no number of degrees up to %d", text, widestCell)
		}
	}
	if err != nil {
		s.fail(w, r, err)
		return
	}
	f.Limit = mostSpots
	marks, err := s.store.Marks(r.Context(), f, cell)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	l := languageOf(r)
	spots := make([]spot, len(marks))
	for i, m := range marks {
		spots[i] = spot{m.Count, m.Contradicted, m.Toll, m.Lat, m.Lon, m.Bounds, m.Precision, m.Place, m.ID, "", l.when(&concord.When{From: m.From, To: m.To})}
		if m.Type != "" {
			spots[i].Title = l.code("type", m.Type)
		}
	}
	w.Header().Set("Content-Type", "application/json")
	if err := json.NewEncoder(w).Encode(spots); err != nil {
		s.log.Debug("points not sent", "error", err)
	}
}

// mostPlaces is how many places the list names.
const mostPlaces = 60

// built reports whether the map's scripts are among the files.
func built(dist fs.FS) bool {
	for _, name := range [...]string{"dist/map.js", "dist/map.css", "dist/worker.js", "dist/world.json"} {
		if _, err := fs.Stat(dist, name); err != nil {
			return false
		}
	}
	return true
}
