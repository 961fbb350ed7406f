package extract

import (
	"slices"
	"strings"
	"sync"

	"concord/lexicon"
	"concord/text"
)

// abstracts are the rows of lexicon/abstract.tsv.
var abstracts = sync.OnceValue(func() map[string]bool { return lexicon.Set("abstract", "noun") })

// physical are the acts that somebody or something must suffer bodily.
var physical = violence | againstLaw | actsOf(offensive, take, siege, natural)

// figurative reports whether the words of e are meant otherwise than of force: what they are done to is nothing that could suffer it, as
// in "fight inflation", "the Senate killed the bill", "prices exploded" and "an outbreak of fighting".
func (r *reader) figurative(e *event) bool {
	if s := r.Child(e.head, text.Nsubj); e.found.act == harm && s >= 0 && r.abstract(s) && !r.isEvent(s) {
		return true // "the tax hurts people"
	}
	if p := r.phraseOf(e.head); e.found.act == natural && p != nil && p.first > 1 && r.Tokens[p.first-1].Norm == "of" && onTheWay[r.Tokens[p.first-2].Norm] {
		return true // "on the brink of famine"
	}
	if (bodily | actsOf(hostility)).has(e.found.act) && e.found.pos == 'v' && r.byNothing(e) {
		return true
	}
	if !physical.has(e.found.act) || e.classes(patient).any(persons|thingsHit|placesTaken) {
		return false
	}
	if e.found.pos != 'v' && !r.verbal(e.head) {
		return r.besideAbstract(e) || r.overAbstract(e, e.head, text.Nmod)
	}
	if object := r.Child(e.head, text.Obj, text.NsubjPass); object >= 0 {
		return r.abstract(object) || slices.Contains(e.found.covers, object) && r.overAbstract(e, object, text.Nmod) // "took control of the budget"
	}
	if s := r.Child(e.head, text.Nsubj); s >= 0 && e.found.frame == weaponSubject && r.abstract(s) {
		return true
	}
	if e.classes(agent).any(armedSides | outlaws) {
		return false
	}
	return r.besideAbstract(e) || r.overAbstract(e, e.head, text.Obl)
}

// onTheWay are nouns of what may come and has not.
var onTheWay = map[string]bool{"brink": true, "verge": true, "edge": true, "risk": true, "threat": true, "spectre": true, "specter": true, "danger": true}

// byNothing reports whether what does e is nothing that could, or e is done to itself: "was struck by the scale of it", "tariffs hit the town", "shot
// itself in the foot".
func (r *reader) byNothing(e *event) bool {
	if by := r.Child(e.head, text.OblAgent); by >= 0 && r.abstract(by) {
		return true
	}
	if s := r.Child(e.head, text.Nsubj); s >= 0 && e.found.act == hostility && r.abstract(s) && !r.isEvent(s) {
		return true
	}
	object := r.Child(e.head, text.Obj)
	return object >= 0 && r.Tokens[object].Norm == "itself"
}

// besideAbstract reports whether an abstract noun stands right before that of e, or after its "-ing": "the inflation fight", "fighting poverty".
func (r *reader) besideAbstract(e *event) bool {
	named := func(i int) bool {
		return r.Tokens[i].POS == text.NOUN && r.eventOf[i] == nil && (abstracts()[r.Tokens[i].Lemma] || abstracts()[r.Tokens[i].Norm])
	}
	s := r.Sentences[r.Tokens[e.head].Sentence]
	after := e.found.last < s.Last && strings.HasSuffix(r.Tokens[e.head].Norm, "ing") && named(e.found.last)
	return e.found.act == clash && (after || e.found.first > s.First && named(e.found.first-1))
}

// overAbstract reports whether a noun that hangs on token i by a preposition is abstract, or another event that broke out.
func (r *reader) overAbstract(e *event, i int, rel text.Rel) bool {
	for j := range r.Children(i) {
		if r.Tokens[j].Rel == rel && towards(r.marker(j)) && (r.abstract(j) || e.found.act == natural && r.isEvent(j)) {
			return true
		}
	}
	return false
}

// towards reports whether the noun after a preposition is what the words before it are done to, or about.
func towards(with string) bool {
	switch with {
	case "of", "on", "against", "over", "at", "for", "about", "with":
		return true
	}
	return false
}

// abstract reports whether token i heads a phrase that stands for nothing that a weapon can hit or a force can hold.
func (r *reader) abstract(i int) bool {
	p := r.phraseOf(i)
	if p == nil {
		return false
	}
	head := &r.Tokens[p.head]
	return p.noun.class == noClass && p.name == nil && p.actor == nil && p.place < 0 && (abstracts()[head.Lemma] || abstracts()[head.Norm])
}
