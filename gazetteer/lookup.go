package gazetteer

import (
	"sort"

	"concord"
)

// Candidate is a place that a name may mean.
type Candidate struct {
	Place
	District string // name of its first-level district
	Own      bool   // the name is the place's own, not another spelling or another language's
	Folded   bool   // found only by what spellings have in common
	Score    float64
	Reasons  []concord.Contribution
}

// Lookup returns the places that a name may mean where nothing else is known, the likeliest first. Where none bears the name
// it returns those whose names are spelt alike in another transliteration.
func (g *Gazetteer) Lookup(name string) []Candidate {
	options := g.options(keyOf(name), nil)
	if len(options) == 0 {
		if k, ok := foldKey(name); ok {
			options = g.options(k, nil)
			for i := range options {
				options[i].folded = true
			}
		}
	}
	out := make([]Candidate, len(options))
	for i := range options {
		o := &options[i]
		out[i] = Candidate{Place: o.Place, Own: o.own, Folded: o.folded}
		if district, ok := g.district(o.ref, &o.Place); ok {
			out[i].District = g.place(district).Name
		}
		out[i].Score = o.prior(func(name string, weight float64, why string) {
			out[i].Reasons = append(out[i].Reasons, concord.Contribution{Name: name, Weight: weight, Why: why})
		})
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Score > out[j].Score })
	return out
}
