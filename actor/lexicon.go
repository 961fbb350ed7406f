// Package actor finds who acts or is acted upon in a report: persons with their office, organisations, armed groups, states and
// their forces, nationalities, groups of people. A lexicon of names tells what kind each is and which country it belongs to;
// plain words ("the rebels", "regime forces") go to an actor where the report's country says which.
package actor

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"concord"
	"concord/lexicon"
)

// Lexicon is what is known of actors by name. It is read-only once made: one serves any number of goroutines.
type Lexicon struct {
	named  *lexicon.Phrases[*homonyms]
	words  map[string]*homonyms     // the same by their words
	plain  map[string][]*entry      // entries by plain words
	nouns  *lexicon.Phrases[noun]   // head nouns of people and bodies
	people *lexicon.Phrases[string] // country's code by demonym
	units  *lexicon.Phrases[formation]
}

// entry is one actor of the tables.
type entry struct {
	name, country, role, organisation string
	kind                              concord.ActorKind
	side                              concord.SpeakerKind
}

// Builtin returns the lexicon of the built-in tables.
var Builtin = sync.OnceValue(func() *Lexicon {
	x := &Lexicon{named: lexicon.NewPhrases[*homonyms](), words: map[string]*homonyms{}, plain: map[string][]*entry{}, nouns: lexicon.NewPhrases[noun](),
		people: lexicon.NewPhrases[string](), units: formations()}
	x.addActors(lexicon.Table("actors"))
	x.addLeaders(lexicon.Table("leaders"))
	x.addNouns()
	for _, row := range lexicon.Table("countries") {
		for _, demonym := range row.List("demonyms") {
			x.people.Add(demonym, row.Get("code"))
		}
	}
	return x
})

// Open returns the built-in lexicon with a user's tables before it: actors.tsv and leaders.tsv in the directory, of the same columns
// as the built-in ones; either may be missing. The error names the file and what is wrong in it.
func Open(dir string) (*Lexicon, error) {
	built := Builtin()
	x := &Lexicon{named: lexicon.NewPhrases[*homonyms](), words: map[string]*homonyms{}, plain: map[string][]*entry{}, nouns: built.nouns, people: built.people, units: built.units}
	found := false
	for _, table := range []struct {
		file string
		add  func([]lexicon.Row)
		need []string
	}{{"actors.tsv", x.addActors, []string{"name", "aliases", "kind", "country", "side", "plain"}},
		{"leaders.tsv", x.addLeaders, []string{"name", "aliases", "country", "side", "role", "organisation"}}} {
		path := filepath.Join(dir, table.file)
		data, err := os.ReadFile(path)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, &concord.Error{Code: concord.Invalid, Op: "read lexicon", Message: "cannot read " + path, Err: err}
		}
		rows, err := lexicon.Parse(string(data))
		if err == nil && len(rows) > 0 {
			err = rows[0].Lacks(table.need...)
		}
		if err != nil {
			return nil, &concord.Error{Code: concord.Invalid, Op: "read lexicon " + path, Message: "not a table of actors", Err: err}
		}
		found = true
		table.add(rows)
	}
	if !found {
		return nil, concord.Errorf(concord.NotFound, "read lexicon", "%s holds neither actors.tsv nor leaders.tsv", dir)
	}
	x.addActors(lexicon.Table("actors"))
	x.addLeaders(lexicon.Table("leaders"))
	return x, nil
}

// addActors adds the rows of a table like lexicon/actors.tsv.
func (x *Lexicon) addActors(rows []lexicon.Row) {
	for _, row := range rows {
		e := &entry{name: row.Get("name"), kind: concord.ActorKind(row.Get("kind")), country: row.Get("country"), side: concord.SpeakerKind(row.Get("side"))}
		x.addNames(e, row)
		for _, words := range row.List("plain") {
			x.plain[words] = append(x.plain[words], e)
		}
	}
}

// addLeaders adds the rows of a table like lexicon/leaders.tsv.
func (x *Lexicon) addLeaders(rows []lexicon.Row) {
	for _, row := range rows {
		x.addNames(&entry{name: row.Get("name"), kind: concord.Person, country: row.Get("country"), side: concord.SpeakerKind(row.Get("side")),
			role: row.Get("role"), organisation: row.Get("organisation")}, row)
	}
}

// addNames adds the name and the aliases of a row, and with each the genitive that lost its apostrophe.
func (x *Lexicon) addNames(e *entry, row lexicon.Row) {
	for _, name := range append([]string{row.Get("name")}, row.List("aliases")...) {
		a := newAlias(e, name)
		x.addName(a)
		if !strings.HasSuffix(a.written, "s") && !strings.HasSuffix(strings.ToLower(a.written), "force") { // a genitive that lost its apostrophe: "ISILs fighters"
			a.written, a.mixed = a.written+"s", true
			x.addName(a)
		}
	}
}

// addName adds one name; what bears the same words are homonyms.
func (x *Lexicon) addName(a alias) {
	words := strings.Join(lexicon.Tokens(a.written), " ")
	if x.words[words] == nil {
		x.words[words] = &homonyms{}
		x.named.Add(words, x.words[words])
	}
	x.words[words].all = append(x.words[words].all, a)
}
