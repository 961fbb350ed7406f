package web

import (
	"cmp"
	"net/http"
	"slices"
	"time"

	"concord"
)

// truce is a ceasefire as it is drawn: a band of days, its steps upon it, alleged violations below.
type truce struct {
	concord.Ceasefire
	Days     []dayTick
	Held     *band // from the day it took effect, nil where none is told
	Lasting  bool  // no end is told: the band goes on
	Steps    []stepMark
	Breaches []stepMark
	Sides    []side
}

// stepMark is a step or a violation on its day.
type stepMark struct {
	At    percent
	State concord.EventType
}

// side is what somebody alleges: how often, and against whom.
type side struct {
	AllegedBy string // empty: the publisher itself
	Accused   []string
	Claims    []concord.Violation
}

// trucesPage is a page of the ceasefires that the filter leaves.
type trucesPage struct {
	Form   filterForm
	Truces []truce
	Count  int
	Paging paging
}

// ceasefires shows the threads of ceasefires that the filter leaves, those with the latest steps first.
func (s *server) ceasefires(r *http.Request) (view, error) {
	q := r.URL.Query()
	f, err := filterOf(q)
	if err != nil {
		return view{}, err
	}
	var window concord.Filter
	number, err := pageOf(q, &window)
	if err != nil {
		return view{}, err
	}
	page := trucesPage{Form: formOf(q)}
	if s.threads.Ceasefires != nil {
		found, err := s.threads.Ceasefires(r.Context(), f)
		if err != nil {
			return view{}, err
		}
		slices.SortStableFunc(found, func(x, y concord.Ceasefire) int { return cmp.Compare(lastDay(y), lastDay(x)) })
		page.Count = len(found)
		found, page.Paging = paged(found[min(len(found), window.Offset):], number, r.URL)
		for _, c := range found {
			page.Truces = append(page.Truces, drawTruce(c))
		}
	}
	return view{"ceasefires", languageOf(r).say("nav.ceasefires"), page}, nil
}

// lastDay is the day of a ceasefire's last step.
func lastDay(c concord.Ceasefire) concord.Date {
	var last concord.Date
	for _, s := range c.Steps {
		if s.When != nil {
			last = max(last, s.When.From)
		}
	}
	return last
}

// drawTruce lays a ceasefire out on the days from its first step to its last.
func drawTruce(c concord.Ceasefire) truce {
	t := truce{Ceasefire: c, Sides: sidesOf(c.Violations)}
	var days []time.Time
	note := func(w *concord.When) {
		if day, ok := firstDay(w); ok {
			days = append(days, day)
		}
	}
	note(c.Effective)
	note(c.Ended)
	for i := range c.Steps {
		note(c.Steps[i].When)
	}
	for i := range c.Violations {
		note(c.Violations[i].When)
	}
	if len(days) == 0 {
		return t
	}
	slices.SortFunc(days, time.Time.Compare)
	first, length := days[0], max(days[len(days)-1].Sub(days[0]), 24*time.Hour)
	at := func(day time.Time) percent { return percent(6 + 86*float64(day.Sub(first))/float64(length)) }
	t.place(at)
	for _, day := range days {
		t.Days = addTick(t.Days, at(day), concord.DateOf(day))
	}
	return t
}

// place puts the band, the steps and the violations on their days.
func (t *truce) place(at func(time.Time) percent) {
	if from, ok := firstDay(t.Effective); ok {
		t.Held = &band{At: at(from), Width: 98 - at(from)}
		if to, ended := firstDay(t.Ended); ended {
			t.Held.Width = max(at(to)-at(from), 1)
		} else {
			t.Lasting = true
		}
	}
	for i := range t.Ceasefire.Steps {
		if day, ok := firstDay(t.Ceasefire.Steps[i].When); ok {
			t.Steps = append(t.Steps, stepMark{at(day), t.Ceasefire.Steps[i].State})
		}
	}
	for i := range t.Violations {
		if day, ok := firstDay(t.Violations[i].When); ok {
			t.Breaches = append(t.Breaches, stepMark{at(day), t.Violations[i].Kind})
		}
	}
}

func firstDay(w *concord.When) (time.Time, bool) {
	if w == nil {
		return time.Time{}, false
	}
	first, _, ok := w.From.Bounds()
	return first, ok
}

// sidesOf gathers violations by who alleges them.
func sidesOf(violations []concord.Violation) []side {
	var sides []side
	for _, v := range violations {
		by := v.AllegedBy
		if len(by) == 0 {
			by = []string{""}
		}
		for _, name := range by {
			i := slices.IndexFunc(sides, func(s side) bool { return s.AllegedBy == name })
			if i < 0 {
				i = len(sides)
				sides = append(sides, side{AllegedBy: name})
			}
			sides[i].Claims = append(sides[i].Claims, v)
			for _, accused := range v.Accused {
				if !slices.Contains(sides[i].Accused, accused) {
					sides[i].Accused = append(sides[i].Accused, accused)
				}
			}
		}
	}
	return sides
}
