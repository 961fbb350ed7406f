package gazetteer

import (
	"archive/zip"
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"concord"
)

// extension ends the names of tables in a user's folder.
const extension = ".places"

// Imported says what an import took.
type Imported struct {
	File   string // the table that was written
	Places int
	Names  int // further names of places from a table of alternate names
}

// Import reads a dump of GeoNames (allCountries, one country, or alternateNames; .txt or .zip), and writes its places as a table in
// folder, which it makes where it is missing; an older table of the same dump is replaced. [Open] reads the folder.
// The error says which line is at fault, or that the file is no dump.
func (g *Gazetteer) Import(folder, path string) (Imported, error) {
	in, err := openDump(path)
	if err != nil {
		return Imported{}, &concord.Error{Code: concord.Invalid, Op: "import " + path, Message: "cannot be read", Err: err}
	}
	defer in.Close()
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return Imported{}, &concord.Error{Code: concord.Unavailable, Op: "import", Message: "cannot make the folder of tables", Err: err}
	}
	i := importer{g: g, builder: newLargeBuilder(folder, runSize)}
	defer i.builder.Close()
	if err := i.read(in); err != nil {
		return Imported{}, &concord.Error{Code: concord.Invalid, Op: "import " + path, Message: "not a dump of GeoNames", Err: err}
	}
	name := filepath.Base(path)
	name = strings.TrimSuffix(strings.TrimSuffix(name, ".zip"), ".txt")
	done := Imported{File: filepath.Join(folder, name+extension), Places: i.builder.count, Names: i.names}
	return done, writeTable(done.File, i.builder)
}

// writeTable writes a table under another name first, so that a broken write leaves the old one.
func writeTable(path string, b *Builder) error {
	out, err := os.Create(path + ".part")
	if err == nil {
		_, err = b.WriteTo(out)
		err = firstError(err, out.Close())
	}
	if err == nil {
		err = os.Rename(path+".part", path)
	}
	if err != nil {
		return &concord.Error{Code: concord.Unavailable, Op: "import", Message: "cannot write " + path, Err: err}
	}
	return nil
}

func firstError(a, b error) error {
	if a != nil {
		return a
	}
	return b
}

// openDump opens a dump; of a .zip, as GeoNames publishes them, the largest .txt in it.
func openDump(path string) (io.ReadCloser, error) {
	if !strings.HasSuffix(path, ".zip") {
		return os.Open(path)
	}
	archive, err := zip.OpenReader(path)
	if err != nil {
		return nil, err
	}
	var largest *zip.File
	for _, f := range archive.File {
		if strings.HasSuffix(f.Name, ".txt") && (largest == nil || f.UncompressedSize64 > largest.UncompressedSize64) {
			largest = f
		}
	}
	if largest == nil {
		archive.Close()
		return nil, concord.Errorf(concord.Invalid, "open "+path, "holds no .txt")
	}
	in, err := largest.Open()
	if err != nil {
		archive.Close()
		return nil, err
	}
	return struct {
		io.Reader
		io.Closer
	}{in, archive}, nil
}

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

// Open returns the built-in gazetteer with the tables that [Gazetteer.Import] wrote to a folder; a folder that is missing holds none.
// The tables are mapped, not read, and stay so for the life of the process.
func Open(folder string) (*Gazetteer, error) {
	paths, err := filepath.Glob(filepath.Join(folder, "*"+extension))
	if err != nil {
		return nil, &concord.Error{Code: concord.Invalid, Op: "open gazetteer", Message: "cannot look into " + folder, Err: err}
	}
	if len(paths) == 0 {
		return Builtin(), nil
	}
	slices.Sort(paths)
	tables := make([]string, len(paths))
	for i, path := range paths {
		if tables[i], err = mapFile(path); err != nil {
			return nil, &concord.Error{Code: concord.Unavailable, Op: "open gazetteer", Message: "cannot read " + path, Err: err}
		}
	}
	return New(tables...)
}
