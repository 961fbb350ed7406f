// Package intake turns bytes (plain text, HTML, mail, lines of JSON) into reports. It knows nothing of meaning: it tells the
// headline, the date line, captions and bylines from the body, and leaves the words as they are.
package intake

import (
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"time"

	"concord"
)

// MaxReport is the size in bytes above which one report is refused: no news report is that long, and reading it
// whole would take the memory of thousands.
const MaxReport = 16 << 20

// Item is what came of one file, or of one line of a .jsonl file: a report with notes on what its reader should know,
// or an error that names the place and the mend.
type Item struct {
	Report concord.Report
	Notes  []string // "no date of publication: relative dates stay unresolved"
	Err    error    // of type *concord.Error
	Place  string   // "syria.jsonl, line 7"
}

// Reports yields what the named files hold, in order. A directory stands for the reports below it, in
// order of their paths; "-" for in. A file that cannot be read yields one Item with an error, and the rest goes on.
func Reports(names []string, in io.Reader, now time.Time) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		for _, name := range names {
			for item := range one(name, in) {
				if item.Err == nil {
					item.Notes = append(item.Notes, openNotes(&item.Report, now)...)
				}
				if !yield(item) {
					return
				}
			}
		}
	}
}

// openNotes says what a report's language and date of publication leave open.
func openNotes(r *concord.Report, now time.Time) []string {
	var notes []string
	if r.Language != "en" {
		notes = append(notes, "does not seem to be in English: kept and found by its words, but no claims are read in it")
	}
	first, _, ok := r.Published.Bounds()
	switch {
	case !ok:
		notes = append(notes, "no date of publication: relative dates (“on Friday”) stay unresolved")
	case first.After(now.AddDate(0, 0, 1)):
		notes = append(notes, fmt.Sprintf("published %s, which lies in the future", r.Published))
	}
	return notes
}

// one yields the reports of a file, a directory or standard input.
func one(name string, in io.Reader) iter.Seq[Item] {
	if name == "-" {
		return stream("-", "standard input", in)
	}
	info, err := os.Stat(name)
	if err != nil {
		return failed(name, "cannot be opened: %s. Check the path", cause(err))
	}
	if info.IsDir() {
		return directory(name)
	}
	return func(yield func(Item) bool) {
		file, err := os.Open(name)
		if err != nil {
			failed(name, "cannot be opened: %s. Check its permissions", cause(err))(yield)
			return
		}
		defer file.Close()
		stream(filepath.Base(name), name, file)(yield)
	}
}

// extensions are the names' endings that a directory is searched for.
var extensions = map[string]bool{".txt": true, ".html": true, ".htm": true, ".jsonl": true, ".ndjson": true, ".text": true, ".eml": true}

// directory yields the reports of the files below a directory, in order of their paths, and at last an error on what was passed over.
func directory(name string) iter.Seq[Item] {
	var found []string
	left := leftOut{}
	err := filepath.WalkDir(name, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil || !entry.Type().IsRegular():
		case extensions[strings.ToLower(filepath.Ext(path))]:
			found = append(found, path)
		default:
			left.note(path)
		}
		return err
	})
	if err != nil {
		return failed(name, "cannot be searched: %s. Check its permissions", cause(err))
	}
	if len(found) == 0 && left.err() == nil {
		return failed(name, "holds no report: looked for files that end in .txt, .html, .htm, .jsonl, .ndjson, .eml. Name the files themselves if they are called otherwise")
	}
	return func(yield func(Item) bool) {
		for _, path := range found {
			for item := range one(path, nil) {
				if !yield(item) {
					return
				}
			}
		}
		if err := left.err(); err != nil {
			failed(name, "%s", err)(yield)
		}
	}
}

// failed yields one error.
func failed(place, format string, args ...any) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		yield(Item{Err: concord.Errorf(concord.Invalid, place, format, args...), Place: place})
	}
}

// cause returns the reason of a file error without the path, which the message names already.
func cause(err error) error {
	if path, ok := err.(*fs.PathError); ok {
		return path.Err
	}
	return err
}
