package gazetteer

import (
	"cmp"
	"math"
	"slices"
)

// option is a place that a name of the text may mean.
type option struct {
	Place
	ref
	district ref // first-level district, zero where unknown
	own      bool
	folded   bool
	score    float64 // in this report, but for the company it keeps
	p        float64 // how likely the name means it, by score
}

// options appends to list the places of all layers that bear a name, each once.
func (g *Gazetteer) options(k key, list []option) []option {
	for n, l := range g.layers {
		first, last, _ := l.find(k)
		list = slices.Grow(list, max(last-first, 0))
		for i := first; i < last; i++ {
			at, own := l.posting(i)
			o := option{Place: l.place(at), ref: ref{uint8(n), int32(at)}, own: own}
			if !known(list, &o) {
				list = append(list, o)
			}
		}
	}
	return list
}

// most is how many options of a name are weighed in a report: of hundreds of villages of one name the largest.
const most = 32

// scored returns the likeliest options of a name with their scores and districts.
func (g *Gazetteer) scored(list []option) []option {
	for i := range list {
		list[i].score = list[i].prior(nil)
	}
	if len(list) > most {
		slices.SortStableFunc(list, func(a, b option) int { return cmp.Compare(b.score, a.score) })
		list = list[:most]
	}
	for i := range list {
		list[i].district, _ = g.district(list[i].ref, &list[i].Place)
	}
	return list
}

// large is the number of people from which a town is known to reports of other countries.
const large = 100_000

// small reports whether it is a town of the built-in table that reports of other countries hardly mean.
func (o *option) small() bool {
	return o.layer == 1 && o.Kind.Town() && o.Kind != Quarter && o.Population < large
}

// known reports whether the list holds the place already, from a layer before.
func known(list []option, o *option) bool {
	for i := range list {
		if list[i].ID == o.ID && o.ID != 0 {
			list[i].own = list[i].own || o.own
			return true
		}
	}
	return false
}

// prior scores a place by itself: how likely a report means it when nothing else is known. Each reason is told to note,
// where that is not nil.
func (o *option) prior(note func(name string, weight float64, why string)) float64 {
	total := 0.0
	add := func(name string, weight float64) {
		total += weight
		if note != nil && weight != 0 {
			note(name, weight, "")
		}
	}
	add(o.Kind.String(), kindWeight[o.Kind])
	if o.Kind.Town() || o.Kind == County {
		add("population", populationWeight(o.Population))
	}
	if !o.own {
		add("another spelling", -0.5)
	}
	if o.layer == 0 && o.Kind.Town() {
		add("named in reports of conflicts", 0.7)
	}
	if o.folded {
		add("spelt alike only", -1)
	}
	return total
}

var kindWeight = [...]float64{Village: 0, Quarter: -0.5, Seat: 0.3, Capital1: 0.8, Capital: 1.5, County: 1, District: 3.5,
	Country: 7.5, Region: 3, Continent: 9, Water: 2, Landform: 2, Site: 2}

func populationWeight(n int) float64 {
	if n < 100 {
		return 0
	}
	return 0.85 * (math.Log10(float64(n)) - 2)
}
