// Package gazetteer knows the places of the world by their names: it finds them in a report's text ([Gazetteer.Find]) and
// tells which place a name means there; [Gazetteer.Of] says where an event happened.
//
// The built-in table holds GeoNames' towns, first-level districts and counties of the United States (geonames.org, CC BY 4.0);
// the lexicon adds countries, regions and spellings that reporters use; a user's own GeoNames files add villages.
package gazetteer

//go:generate go run ./build gazetteer.bin

import (
	_ "embed"
	"sync"
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
