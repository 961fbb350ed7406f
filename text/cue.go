package text

import (
	"sync"

	"concord/lexicon"
)

// cue is what tables know of a word, as a set.
type cue uint8

const (
	titleCue        cue = 1 << iota // a person's name follows: "minister", "gen."
	givenCue                        // a first name
	organisationCue                 // heads or ends the name of an organisation
	placeCue                        // heads or ends the name of a place
	peopleCue                       // a nationality
	countryCue
	womanCue // a woman's first name
)

var cueNames = map[string]cue{"title": titleCue, "given": givenCue, "organisation": organisationCue, "place": placeCue, "woman": givenCue | womanCue}

// nameCues are the rows of lexicon/namecues.tsv, and what lexicon/countries.tsv says of words.
var nameCues = sync.OnceValue(func() *lexicon.Words[cue] {
	cues := lexicon.NewWords[cue]()
	note := func(word string, c cue) { cues.Set(word, cues.Get(word)|c) }
	for _, row := range lexicon.Table("namecues") {
		note(row.Get("word"), cueNames[row.Get("cue")])
	}
	for _, row := range lexicon.Table("countries") {
		for _, word := range row.List("demonyms") {
			note(plain(word), peopleCue)
		}
		note(plain(row.Get("name")), countryCue)
	}
	return cues
})
