// Package gazetteer knows the places of the world by their names: it finds them in a report's text ([Gazetteer.Find]) and
// tells which place a name means there; [Gazetteer.Of] says where an event happened.
//
// The built-in table holds GeoNames' towns, first-level districts and counties of the United States (geonames.org, CC BY 4.0);
// the lexicon adds countries, regions and spellings that reporters use; a user's own GeoNames files add villages.
package gazetteer

//go:generate go run ./build gazetteer.bin

import (
	_ "embed"
	"sort"
	"strconv"
	"sync"

	"concord"
	"concord/lexicon"
)

//go:embed gazetteer.bin
var builtIn string

// Gazetteer is a stack of tables. It is read-only once made: one serves any number of goroutines.
type Gazetteer struct {
	layers    []*layer // the lexicon's places first, then the built-in table, then those of the user
	countries map[string]ref
	states    map[string]ref
	words     *words
}

// ref names a place: a layer and an index in it.
type ref struct {
	layer uint8
	at    int32
}

// New returns the gazetteer of the built-in tables and of others, each as [Builder.WriteTo] wrote it.
func New(others ...string) (*Gazetteer, error) {
	base, err := openLayer(builtIn)
	if err != nil {
		return nil, err
	}
	g := &Gazetteer{layers: []*layer{nil, base}, countries: map[string]ref{}, words: newWords()}
	for _, data := range others {
		l, err := openLayer(data)
		if err != nil {
			return nil, err
		}
		g.layers = append(g.layers, l)
	}
	g.states = base.districts()
	return g, g.addLexicon()
}

// Builtin returns the gazetteer of the built-in tables alone.
var Builtin = sync.OnceValue(func() *Gazetteer {
	g, err := New()
	if err != nil {
		panic(err)
	}
	return g
})

// districts returns the first-level districts by country and code ("SY.12").
func (l *layer) districts() map[string]ref {
	found := map[string]ref{}
	for i := range l.places {
		p := l.place(i)
		if p.Kind != District {
			break
		}
		found[p.Country+"."+p.Code] = ref{1, int32(i)}
	}
	return found
}

// addLexicon makes the first layer of the lexicon's tables.
func (g *Gazetteer) addLexicon() error {
	b := NewBuilder()
	for _, row := range lexicon.Table("countries") {
		p := Place{ID: number(row, "geonames"), Name: row.Get("name"), Kind: Country, Country: row.Get("code"), Parent: -1,
			Point: concord.Point{Lat: decimal(row, "lat"), Lon: decimal(row, "lon")}}
		at := ref{0, int32(b.Add(p, row.List("aliases")...))}
		g.countries[p.Country] = at
	}
	for _, row := range lexicon.Table("states") {
		if r, ok := g.states[row.Get("country")+"."+row.Get("code")]; ok {
			p := g.place(r)
			p.Parent, p.Point = -1, concord.Point{Lat: decimal(row, "lat"), Lon: decimal(row, "lon")}
			b.Add(p, row.List("aliases")...)
		}
	}
	for _, row := range lexicon.Table("regions") {
		kind, ok := KindOf(row.Get("kind"))
		if !ok {
			return concord.Errorf(concord.Internal, "read regions.tsv", "%s has no kind %q", row.Get("name"), row.Get("kind"))
		}
		names := append([]string{row.Get("name")}, row.List("aliases")...)
		p := Place{Name: names[0], Kind: kind, Country: row.Get("country"), Parent: -1,
			Point: concord.Point{Lat: decimal(row, "lat"), Lon: decimal(row, "lon")}}
		g.identify(&p, names)
		b.Add(p, names[1:]...)
	}
	lex, err := openLayer(string(b.bytes()))
	g.layers[0] = lex
	return err
}

// identify gives a place of the lexicon the number, district and population of the same place in the built-in table: one of
// its names, of a like kind, near by.
func (g *Gazetteer) identify(p *Place, names []string) {
	near := 25.0
	if !p.Kind.Town() {
		near = 200
	}
	for _, name := range names {
		first, last, _ := g.layers[1].find(keyOf(name))
		for i := first; i < last; i++ {
			at, _ := g.layers[1].posting(i)
			known := g.layers[1].place(at)
			same := known.Kind.Town() == p.Kind.Town() && known.Country == p.Country
			if d := known.Point.Kilometres(p.Point); same && d < near {
				near = d
				p.ID, p.Population, p.Code = known.ID, known.Population, known.Code
				p.Parent = encodeForeign(known.Parent)
			}
		}
	}
}

// A place of the lexicon may have its parent in the built-in table: then Parent is below -1.
func encodeForeign(parent int) int {
	if parent < 0 {
		return -1
	}
	return -2 - parent
}

func number(row lexicon.Row, column string) int {
	n, _ := strconv.Atoi(row.Get(column))
	return n
}

func decimal(row lexicon.Row, column string) float64 {
	f, err := strconv.ParseFloat(row.Get(column), 64)
	if err != nil {
		panic("lexicon: " + column + ": " + err.Error())
	}
	return f
}

func (g *Gazetteer) place(r ref) Place { return g.layers[r.layer].place(int(r.at)) }

// parent returns the smallest district that holds a place of this layer; ok is false where none is known.
func (g *Gazetteer) parent(layer uint8, parent int) (up ref, ok bool) {
	switch {
	case parent >= 0 && parent < g.layers[layer].places:
		return ref{layer, int32(parent)}, true
	case parent < -1 && -2-parent < g.layers[1].places:
		return ref{1, int32(-2 - parent)}, true
	}
	return ref{}, false
}

// district returns the first-level district that holds the place, or is it.
func (g *Gazetteer) district(r ref, p *Place) (ref, bool) {
	if p.Kind == District {
		if r.layer != 1 {
			known, ok := g.states[p.Country+"."+p.Code]
			return known, ok
		}
		return r, true
	}
	layer, parent := r.layer, p.Parent
	for range 3 {
		up, ok := g.parent(layer, parent)
		if !ok {
			return up, false
		}
		above := g.place(up)
		if above.Kind == District {
			return up, true
		}
		layer, parent = up.layer, above.Parent
	}
	return ref{}, false
}

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
