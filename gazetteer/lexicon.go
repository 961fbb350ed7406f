package gazetteer

import (
	"strconv"

	"concord"
	"concord/lexicon"
)

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
		kind, ok := kindOf(row.Get("kind"))
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
