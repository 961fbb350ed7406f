package gazetteer

import (
	"archive/zip"
	"cmp"
	"io"
	"os"
	"path/filepath"
	"slices"
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
		err = cmp.Or(err, out.Close())
	}
	if err == nil {
		err = os.Rename(path+".part", path)
	}
	if err != nil {
		return &concord.Error{Code: concord.Unavailable, Op: "import", Message: "cannot write " + path, Err: err}
	}
	return nil
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
