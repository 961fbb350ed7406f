package main

import (
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"

	"concord/actor"
	"concord/gazetteer"
	"concord/pipeline"
)

// tables are a user's own places and actors.
type tables struct {
	Gazetteer string `env:"CONCORD_GAZETTEER" placeholder:"DIR" help:"Your own places, as concord gazetteer import writes them (default: concord.gazetteer beside the record)."`
	Lexicon   string `env:"CONCORD_LEXICON" placeholder:"DIR" help:"Your own actors: a folder with actors.tsv or leaders.tsv, tables of the same columns as those in lexicon/."`
}

// folder returns where the places are that belong to a record.
func (t tables) folder(db string) string {
	switch {
	case t.Gazetteer != "":
		return t.Gazetteer
	case strings.Contains(db, "://"):
		return "concord.gazetteer"
	}
	return filepath.Join(filepath.Dir(db), "concord.gazetteer")
}

// readingGarbage is how much garbage may gather before it is collected, in hundredths of what is kept. Reading makes much and keeps
// little: thrice Go's usual share costs 20 to 40 MB and spares some of the time.
const readingGarbage = 300

// firstGarbage puts the first collection off until there is as much as later ones find: until then hardly anything is garbage but the
// tables' text. It is a share of the 4 MB that Go holds to be kept at least.
const firstGarbage = 1200

// letGarbageGather sets both, where GOGC does not.
func letGarbageGather() {
	if os.Getenv("GOGC") != "" {
		return
	}
	debug.SetGCPercent(firstGarbage)
	runtime.AddCleanup(new([16]byte), func(percent int) { debug.SetGCPercent(percent) }, readingGarbage)
}

// reader returns a reader with these tables, for a record.
func (t tables) reader(db string) (*pipeline.Reader, error) {
	letGarbageGather()
	pipeline.Open()
	places, err := gazetteer.Open(t.folder(db))
	if err != nil {
		return nil, err
	}
	actors := actor.Builtin()
	if t.Lexicon != "" {
		if actors, err = actor.Open(t.Lexicon); err != nil {
			return nil, err
		}
	}
	return pipeline.ReaderWith(pipeline.Tables{Places: places, Actors: actors})
}

// defaultRecord is the record whose places a command uses that works on none.
func defaultRecord() string {
	if db := os.Getenv("CONCORD_DB"); db != "" {
		return db
	}
	return "concord.db"
}
