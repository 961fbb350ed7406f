package gazetteer

import (
	"strings"

	"concord/lexicon"
)

// class is what a word says of a place beside it; a word may be of several.
type class uint16

const (
	within       class = 1 << iota // "in": hardly anything but a place follows
	along                          // "from": a place may follow
	nearBy                         // "near": the place is only near
	direction                      // "northern"
	ofKind                         // "city" in "city of X"
	afterKind                      // "County" in "X County"
	beforeKind                     // "Lake" in "Lake X"
	title                          // a person follows
	organisation                   // the name is an organisation's
	struck                         // "captured": what armies do to places oftener than to persons
	nowhere                        // "May", "Telegram": no place without more words
	parley                         // "talks"
	ship                           // "INS": a ship's name follows
)

var classes = map[string]class{"within": within, "along": along, "near": nearBy, "direction": direction, "of": ofKind,
	"after": afterKind, "before": beforeKind, "title": title, "organisation": organisation, "struck": struck, "nowhere": nowhere, "parley": parley, "ship": ship}

// words are the tables that recognition reads, by lower-case word.
type words struct {
	class     map[string]class
	after     map[string]Kind // kind of the place whose name a word ends
	before    map[string]Kind
	demonyms  *lexicon.Phrases[string] // country's code by demonym
	countries map[key]bool             // names of one word
	stops     map[key]bool             // abbreviations that end in a full stop
	capitals  map[key]bool             // names that are written in capitals: "DRC"
	actors    *lexicon.Phrases[bool]   // names of actors, which may hold a place's ("Islamic State of Iraq and the Levant") or sound like one; true: in capitals
}

// newWords reads the tables.
func newWords() *words {
	w := &words{class: map[string]class{}, after: map[string]Kind{}, before: map[string]Kind{}, demonyms: lexicon.NewPhrases[string](),
		stops: map[key]bool{}, countries: map[key]bool{}, capitals: map[key]bool{}, actors: lexicon.NewPhrases[bool]()}
	for _, row := range lexicon.Table("placewords") {
		w.learn(row.Get("word"), classes[row.Get("class")], row.Get("kind"))
	}
	for _, row := range lexicon.Table("countries") {
		w.countries[keyOf(row.Get("name"))] = true
		for _, demonym := range row.List("demonyms") {
			w.demonyms.Add(Plain(demonym), row.Get("code"))
		}
	}
	for _, table := range []string{"countries", "regions", "states"} {
		for _, row := range lexicon.Table(table) {
			w.learnAliases(row.List("aliases"), table == "states")
		}
	}
	for _, row := range lexicon.Table("actors") {
		for _, name := range append(row.List("aliases"), row.Get("name")) {
			name, local := strings.CutSuffix(strings.TrimPrefix(name, "the "), "?")
			if !local {
				w.actors.Add(name, name == strings.ToUpper(name))
			}
		}
	}
	return w
}

// learn adds a row of placewords.tsv.
func (w *words) learn(word string, c class, kind string) {
	w.class[word] |= c
	if k, ok := kindOf(kind); ok && c == afterKind {
		w.after[word] = k
	} else if ok {
		w.before[word] = k
	}
}

// learnAliases adds other names of a place: those in capitals, and of states those that end in a full stop.
func (w *words) learnAliases(names []string, ofState bool) {
	for _, name := range names {
		if name == strings.ToUpper(name) {
			w.capitals[keyOf(name)] = true
		}
		if ofState && strings.HasSuffix(name, ".") {
			w.stops[keyOf(name)] = true
		}
	}
}
