package gazetteer

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"concord"
)

// importer fills a table from a dump.
type importer struct {
	g       *Gazetteer
	builder *Builder
	known   []numbered    // places of the gazetteer, for alternate names
	copied  map[int32]int // those of them that the new table holds, by number
	names   int
}

// Columns of the two kinds of dump.
const (
	mainColumns      = 19
	alternateColumns = 4 // and more
)

// read adds the places or the names of all lines. The error names the line.
func (i *importer) read(in io.Reader) error {
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, longestLine)
	number := 1
	for ; lines.Scan(); number++ {
		line := lines.Text()
		switch columns := strings.Count(line, "\t") + 1; {
		case line == "":
		case columns == mainColumns:
			if err := i.town(line); err != nil {
				return concord.Errorf(concord.Invalid, "line "+strconv.Itoa(number), "%v. Fetch the file anew, or mend the line", err)
			}
		case columns >= alternateColumns && columns < mainColumns:
			i.alternate(strings.SplitN(line, "\t", alternateColumns+1))
		default:
			return concord.Errorf(concord.Invalid, "line "+strconv.Itoa(number), "%d columns, not the %d of a table of places nor those of alternateNames", columns, mainColumns)
		}
	}
	if err := lines.Err(); errors.Is(err, bufio.ErrTooLong) {
		return concord.Errorf(concord.Invalid, "line "+strconv.Itoa(number), "longer than %d bytes: no line of a dump is", longestLine)
	} else if err != nil {
		return concord.Errorf(concord.Invalid, "after line "+strconv.Itoa(number-1), "the file breaks off: %v. Fetch it anew", err)
	}
	if i.builder.count == 0 {
		return concord.Errorf(concord.Invalid, "read to the end", "no place in it")
	}
	return nil
}

// longestLine is far above the longest of allCountries, whose places bear hundreds of names.
const longestLine = 1 << 20

// town adds the place of a line of 19 columns, where Concord has a use for it.
func (i *importer) town(line string) error {
	t, ok := ParseTown(line)
	if !ok {
		return unreadable(line)
	}
	if math.Abs(t.Lat) > 90 || math.Abs(t.Lon) > 180 {
		return fmt.Errorf("latitude %v and longitude %v are no point on the earth", t.Lat, t.Lon)
	}
	if district, ok := i.g.states[t.Country+"."+t.Admin1]; ok && t.Kind != District {
		t.Place.Parent = encodeForeign(int(district.at))
	}
	i.builder.Add(t.Place, t.Others...)
	return nil
}

// unreadable says what is wrong in a line of a place that Concord has a use for; nil for other features, rivers' mouths and roads.
func unreadable(line string) error {
	cells := strings.Split(line, "\t")
	if _, wanted := kindOfFeature(cells[6], cells[7]); !wanted {
		return nil
	}
	return fmt.Errorf("number %q, name %q, latitude %q, longitude %q: not those of a place", cells[0], cells[1], cells[4], cells[5])
}

// alternate adds a name of alternateNames to a copy of the place that it is a name of.
func (i *importer) alternate(cells []string) {
	id, err := strconv.Atoi(cells[1])
	if err != nil || len(cells[2]) > 3 || !written(cells[3]) { // longer than a language: a link, a code
		return
	}
	if i.known == nil {
		i.known, i.copied = i.g.numbered(), map[int32]int{}
	}
	k, ok := slices.BinarySearchFunc(i.known, id, func(n numbered, id int) int { return cmp.Compare(int(n.id), id) })
	if !ok {
		return
	}
	at, ok := i.copied[int32(id)]
	if !ok {
		r := i.known[k].ref
		p := i.g.place(r)
		if p.Parent >= 0 && r.layer == 1 {
			p.Parent = encodeForeign(p.Parent)
		} else if p.Parent >= 0 {
			p.Parent = -1
		}
		at = i.builder.Add(p)
		i.copied[int32(id)] = at
	}
	i.builder.Name(at, cells[3], false)
	i.names++
}

// numbered is a place with its number in GeoNames.
type numbered struct {
	id int32
	ref
}

// numbered returns all places of the gazetteer by their number in GeoNames; of several, the one of the first layer comes first.
func (g *Gazetteer) numbered() []numbered {
	total := 0
	for _, l := range g.layers {
		total += l.places
	}
	found := make([]numbered, 0, total)
	for n, l := range g.layers {
		for at := range l.places {
			if id := int32(l.u32(l.atPlaces + at*placeSize)); id != 0 {
				found = append(found, numbered{id, ref{uint8(n), int32(at)}})
			}
		}
	}
	slices.SortFunc(found, func(x, y numbered) int {
		return cmp.Or(cmp.Compare(x.id, y.id), cmp.Compare(x.layer, y.layer), cmp.Compare(x.at, y.at))
	})
	return found
}
