package web

import (
	"cmp"
	"net/http"
	"slices"
	"time"

	"concord"
)

// decided is a decision as it is shown: undone ones are struck out.
type decided struct {
	concord.Decision
	Undone bool
	Was    string // of a correction: what the field held before
}

// decidedOn returns decisions, the latest first, with those that later ones undid.
func decidedOn(decisions []concord.Decision) []decided {
	list := make([]decided, 0, len(decisions))
	for _, d := range slices.Backward(decisions) {
		undone := slices.ContainsFunc(decisions, func(by concord.Decision) bool { return by.Undoes == d.ID && d.ID != 0 })
		list = append(list, decided{Decision: d, Undone: undone})
	}
	return list
}

// standing returns those of a list that hold: neither undone nor themselves undoing.
func standing(list []decided) []decided {
	return slices.DeleteFunc(slices.Clone(list), func(d decided) bool { return d.Undone || d.Kind == concord.UndoDecision })
}

// logPage is everything that people decided.
type logPage struct {
	Decisions []decided
	People    []person
	Paging    paging
}

// person is how much somebody decided, on how many incidents and reports, and when last.
type person struct {
	Name               string
	Count              int
	Incidents, Reports int
	Last               time.Time
}

// decisions lists all decisions, latest first, and how many each person made.
func (s *server) decisions(r *http.Request) (view, error) {
	var window concord.Filter
	number, err := pageOf(r.URL.Query(), &window)
	if err != nil {
		return view{}, err
	}
	all, err := s.store.Decisions(r.Context(), concord.Filter{})
	if err != nil {
		return view{}, err
	}
	list := decidedOn(all)
	list = list[min(window.Offset, len(list)):min(window.Offset+window.Limit, len(list))]
	list, at := paged(list, number, r.URL)
	return view{"decisions", languageOf(r).say("decisions.title"), logPage{list, peopleOf(all), at}}, nil
}

// peopleOf counts decisions by person, the busiest first.
func peopleOf(decisions []concord.Decision) []person {
	var people []person
	type matter struct{ who, what, id string }
	seen := make(map[matter]bool)
	fresh := func(m matter) int {
		if m.id == "" || seen[m] {
			return 0
		}
		seen[m] = true
		return 1
	}
	for _, d := range decisions {
		i := slices.IndexFunc(people, func(p person) bool { return p.Name == d.Who })
		if i < 0 {
			i = len(people)
			people = append(people, person{Name: d.Who})
		}
		p := &people[i]
		p.Count++
		p.Last = d.At
		p.Reports += fresh(matter{d.Who, "report", d.Report})
		for _, id := range d.Incidents {
			p.Incidents += fresh(matter{d.Who, "incident", id})
		}
	}
	slices.SortStableFunc(people, func(x, y person) int { return cmp.Compare(y.Count, x.Count) })
	return people
}
