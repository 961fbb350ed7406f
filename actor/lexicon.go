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

// alias is a name of an actor as the tables write it.
type alias struct {
	*entry
	written  string
	capitals bool // counts in capitals only
	mixed    bool // counts as written only: "LeT"
	local    bool // counts in a report that names its country only: "AFC"
}

func newAlias(e *entry, name string) alias {
	name, local := strings.CutSuffix(strings.TrimPrefix(name, "the "), "?")
	name, written := strings.CutSuffix(name, "!")
	a := alias{entry: e, written: name, capitals: name == strings.ToUpper(name) && len(name) <= 5, local: local}
	a.mixed = !a.capitals && len(name) <= 5 && strings.ToLower(name[1:]) != name[1:] && !strings.ContainsAny(name, " -'.")
	a.mixed = a.mixed || written
	return a
}

// homonyms are the actors that one name may mean: "ADF" in Congo, in Cameroon.
type homonyms struct{ all []alias }

// of returns the actor that the name means: among those that may be written so, the one written just so, else the one of a country that
// the report names, the oftener the better, else the first. ok is false where none may be.
func (h *homonyms) of(form string, countries map[string]int) (best alias, ok bool) {
	rank := -1
	for _, a := range h.all {
		switch common := form == strings.ToLower(form) && strings.Contains(form, " "); {
		case a.written == form && !a.local:
		case a.capitals && form != strings.ToUpper(form), a.mixed && a.written != form, a.local && countries[a.country] == 0:
			continue
		case common: // "on the southern front"
			continue
		}
		r := countries[a.country]
		if a.written == form {
			r += 1000
		}
		if r > rank {
			best, rank = a, r
		}
	}
	return best, rank >= 0
}

// noun is what a head noun says of a noun phrase.
type noun struct {
	kind concord.ActorKind // of several of them, or of a body
	side concord.SpeakerKind
	body bool // one is a body too: "the army", "a council"
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

func (x *Lexicon) addActors(rows []lexicon.Row) {
	for _, row := range rows {
		e := &entry{name: row.Get("name"), kind: concord.ActorKind(row.Get("kind")), country: row.Get("country"), side: concord.SpeakerKind(row.Get("side"))}
		x.addNames(e, row)
		for _, words := range row.List("plain") {
			x.plain[words] = append(x.plain[words], e)
		}
	}
}

func (x *Lexicon) addLeaders(rows []lexicon.Row) {
	for _, row := range rows {
		x.addNames(&entry{name: row.Get("name"), kind: concord.Person, country: row.Get("country"), side: concord.SpeakerKind(row.Get("side")),
			role: row.Get("role"), organisation: row.Get("organisation")}, row)
	}
}

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

func (x *Lexicon) addName(a alias) {
	words := strings.Join(lexicon.Tokens(a.written), " ")
	if x.words[words] == nil {
		x.words[words] = &homonyms{}
		x.named.Add(words, x.words[words])
	}
	x.words[words].all = append(x.words[words].all, a)
}

// classes says what the classes of lexicon/nouns.tsv are as actors.
var classes = map[string]noun{
	"soldier": {kind: concord.State, side: concord.ArmedForce}, "army": {kind: concord.State, side: concord.ArmedForce, body: true},
	"police":  {kind: concord.State, side: concord.ArmedForce},
	"fighter": {kind: concord.ArmedGroup, side: concord.ArmedGroupSpeaker}, "group": {kind: concord.ArmedGroup, side: concord.ArmedGroupSpeaker, body: true},
	"gunman": {kind: concord.ArmedGroup, side: concord.ArmedGroupSpeaker}, "criminal": {kind: concord.OtherActor, side: concord.OtherSpeaker},
	"protester": {kind: concord.OtherActor, side: concord.OtherSpeaker}, "mob": {kind: concord.OtherActor, side: concord.OtherSpeaker, body: true},
	"civilian": {kind: concord.OtherActor, side: concord.Witness}, "child": {kind: concord.OtherActor, side: concord.Witness},
	"woman": {kind: concord.OtherActor, side: concord.Witness}, "person": {kind: concord.OtherActor, side: concord.OtherSpeaker},
	"official": {kind: concord.OtherActor, side: concord.Official}, "government": {kind: concord.State, side: concord.Official, body: true},
	"medic": {kind: concord.OtherActor, side: concord.MedicalVoice}, "aid": {kind: concord.OtherActor, side: concord.NGO},
	"rescuer": {kind: concord.OtherActor, side: concord.Rescue}, "journalist": {kind: concord.OtherActor, side: concord.Media},
	"prisoner": {kind: concord.OtherActor, side: concord.OtherSpeaker},
}

func (x *Lexicon) addNouns() {
	for _, row := range lexicon.Table("bodies") {
		x.nouns.Add(row.Get("noun"), noun{concord.ActorKind(row.Get("kind")), concord.SpeakerKind(row.Get("side")), row.Get("body") == "body"})
	}
	for _, row := range lexicon.Table("nouns") {
		if n, ok := classes[row.Get("class")]; ok {
			x.nouns.Add(row.Get("noun"), n)
		}
	}
}
