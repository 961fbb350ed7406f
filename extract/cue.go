package extract

import (
	"slices"
	"sync"

	"concord"
	"concord/lexicon"
	"concord/text"
)

// cueKind is what a cue says its speaker does with the content.
type cueKind uint8

const (
	speech  cueKind = iota // says it
	thought                // holds it to be so
	will                   // wants it
)

var cueKinds = map[string]cueKind{"speech": speech, "thought": thought, "will": will}

// slot is where a cue's content stands, as lexicon/cues.tsv explains. A set.
type slot uint16

const (
	thatSlot  slot = 1 << iota // a clause or a quotation
	quoteSlot                  // a quotation
	toldSlot                   // somebody who is told stands before the clause
	objSlot                    // the object and what goes with it
	objAsSlot                  // an object and what it is called
	objToSlot                  // an object and its infinitive
	toSlot                     // an infinitive
	putSlot                    // "put the toll at 30"
	docSlot                    // an object, where a document speaks
	newsSlot                   // an object that the speaker brings up: "reported a raid"
	countSlot                  // an object with a number
	bareSlot                   // all that follows
	tollSlot                   // a toll and its number: "raised its toll to 30"
)

var slotNames = map[string]slot{"that": thatSlot, "quote": quoteSlot, "told": toldSlot, "obj": objSlot, "objas": objAsSlot, "objto": objToSlot,
	"to": toSlot, "put": putSlot, "bare": bareSlot, "doc": docSlot, "count": countSlot, "news": newsSlot,
	"toll": tollSlot}

// cueWord is a row of lexicon/cues.tsv or lexicon/cuenouns.tsv.
type cueWord struct {
	slots        slot
	prepositions []string
	act          concord.Act
	kind         cueKind
}

// cueVerbs are the rows of lexicon/cues.tsv.
var cueVerbs = sync.OnceValue(func() *lexicon.Phrases[cueWord] {
	phrases := lexicon.NewPhrases[cueWord]()
	for _, row := range lexicon.Table("cues") {
		c := cueWord{act: concord.Act(row.Get("act")), kind: cueKinds[row.Get("kind")]}
		for _, name := range row.List("frames") {
			if f, ok := slotNames[name]; ok {
				c.slots |= f
			} else {
				c.prepositions = append(c.prepositions, name)
			}
		}
		phrases.Add(row.Get("verb"), c)
	}
	return phrases
})

// cueNouns are the rows of lexicon/cuenouns.tsv.
var cueNouns = sync.OnceValue(func() map[string]cueWord {
	table := map[string]cueWord{}
	for _, row := range lexicon.Table("cuenouns") {
		table[row.Get("noun")] = cueWord{act: concord.Act(row.Get("act")), kind: cueKinds[row.Get("kind")]}
	}
	return table
})

// documents are the rows of lexicon/documents.tsv.
var documents = sync.OnceValue(func() map[string]bool { return lexicon.Set("documents", "noun") })

// cue is a cue found in the text.
type cue struct {
	cueWord
	verb    int // the token that heads it
	first   int // tokens [first, last)
	last    int
	passive bool
	negated bool
}

// cueAt returns the cue whose verb is token i.
func (r *reader) cueAt(i int) (c cue, ok bool) {
	t := &r.Tokens[i]
	if t.POS != text.VERB || i > 0 && r.Tokens[i-1].Tag == text.HYPH || r.opensPhrase(i) || t.Rel == text.Compound || t.Rel == text.Amod && !r.isOnlyVerb(i) {
		return c, false
	}
	end := r.Sentences[t.Sentence].Last
	word := func(k int) string {
		if k == i {
			return r.Tokens[k].Lemma
		}
		return r.Tokens[k].Norm
	}
	found, length := cueVerbs().Match(word, i, end)
	if length == 2 && i+2 < end && r.timeAt[i+2] {
		found, length = cueVerbs().Match(word, i, i+1) // "called on Tuesday"
	}
	if length == 0 {
		return c, false
	}
	if t.Lemma == "claim" && r.takesLives(i) {
		return c, false
	}
	c = cue{cueWord: found, verb: i, first: i, last: i + length, passive: r.heldToBe(i)}
	for j := range r.Children(i) {
		switch r.Tokens[j].Rel {
		case text.AuxPass, text.NsubjPass:
			c.passive = true
		case text.CompoundPrt:
			if j == c.last && r.Tokens[j].Tag == text.RP {
				c.last++
			}
		}
	}
	r.widenCue(&c, i)
	r.takeLight(&c)
	return c, true
}

// heldToBe reports whether the participle at token i says what its noun is held to be, by whomever: "soldiers |believed| to be mercenaries".
func (r *reader) heldToBe(i int) bool {
	t, end := &r.Tokens[i], r.sentenceEnd(i)
	if t.Tag != text.VBN && t.Tag != text.VBD || i+2 >= end || r.Tokens[i+1].Norm != "to" {
		return false
	}
	if to := r.Tokens[i+2].Norm; to != "be" && to != "have" {
		return false
	}
	switch t.Lemma {
	case "believe", "suspect", "think", "presume", "know", "say", "report", "allege", "understand", "rumour", "estimate":
		return true
	}
	return false
}

// takesLives reports whether "life" or "lives" is the object of the verb at token i, so that it says nothing: "the blast claimed nine lives".
func (r *reader) takesLives(i int) bool {
	for j := i + 1; j < min(r.sentenceEnd(i), i+5); j++ {
		switch t := &r.Tokens[j]; {
		case t.Norm == "lives" || t.Norm == "life":
			return true
		case t.POS != text.DET && t.POS != text.NUM && t.POS != text.ADV && t.POS != text.ADJ && t.POS != text.ADP:
			return false
		}
	}
	return false
}

// opensPhrase reports whether participle i is the first word of its sentence and of a noun phrase, which it describes whatever the grammar
// says: "Suspected rebels"; "suspected" after a comma, and after "some of them", opens one too.
func (r *reader) opensPhrase(i int) bool {
	t := &r.Tokens[i]
	if s := r.Sentences[t.Sentence]; i != s.First && (t.Norm != "suspected" || r.Tokens[i-1].Norm != "," && !objectForm[r.Tokens[i-1].Norm]) || i+1 >= s.Last || t.Tag != text.VBN && t.Tag != text.VBD {
		return false
	}
	switch r.Tokens[i+1].POS {
	case text.NOUN, text.PROPN, text.ADJ:
		return true
	}
	return false
}

// objectForm are pronouns that are no subject.
var objectForm = map[string]bool{"them": true, "whom": true, "him": true, "us": true, "me": true}

// isOnlyVerb reports whether participle i must be its sentence's verb, whatever the grammar says: a body stands right
// before it, a number after it, and no other verb anywhere: "The Observatory documented 45 deaths."
func (r *reader) isOnlyVerb(i int) bool {
	s := r.Sentences[r.Tokens[i].Sentence]
	if i == s.First || i+1 == s.Last || r.Tokens[i+1].POS != text.NUM || r.actorAt[i-1] == 0 && r.NameAt(i-1) == nil {
		return false
	}
	return !r.anyVerb([2]int{s.First, i}) && !r.anyVerb([2]int{i + 1, s.Last})
}

// widenCue takes the auxiliaries, negations and adverbs before the cue, which belong to verb head, into it.
func (r *reader) widenCue(c *cue, head int) {
	begin := r.Sentences[r.Tokens[c.verb].Sentence].First
	for c.first > begin {
		t := &r.Tokens[c.first-1]
		if !isVerbGroup(t) || t.Head != head && r.Tokens[max(t.Head, 0)].Head != head {
			break
		}
		c.first--
	}
	for j := c.first; j < c.verb; j++ {
		switch r.Tokens[j].Norm {
		case "not", "n't", "never":
			c.negated = true
		}
		if r.Tokens[j].Lemma == "be" && r.Tokens[c.verb].Tag == text.VBN {
			c.passive = true
		}
	}
}

// carriers are verbs that carry the cue that depends on them along: "went on to say", "began to explain".
var carriers = map[string]bool{"go": true, "continue": true, "begin": true, "start": true}

// takeLight takes a light verb before an infinitive cue into it.
func (r *reader) takeLight(c *cue) {
	t := &r.Tokens[c.verb]
	if t.Rel != text.Xcomp && t.Rel != text.Advcl || t.Head < 0 || t.Head >= c.first || c.first-t.Head > 2 || !carriers[r.Tokens[t.Head].Lemma] {
		return
	}
	c.first = t.Head
	r.widenCue(c, t.Head)
}

// isVerbGroup reports whether a token may stand in a verb's group before it.
func isVerbGroup(t *text.Token) bool {
	switch t.Rel {
	case text.Aux, text.AuxPass:
		return t.POS == text.AUX
	case text.Mark:
		return t.Tag == text.TO
	case text.Advmod:
		return (t.POS == text.ADV || t.POS == text.PART) && t.Tag != text.WRB
	}
	return false
}

// has reports whether the cue takes content in any of the slots.
func (c *cueWord) has(f slot) bool { return c.slots&f != 0 }

// takes reports whether the cue takes content after the preposition.
func (c *cueWord) takes(preposition string) bool { return slices.Contains(c.prepositions, preposition) }
