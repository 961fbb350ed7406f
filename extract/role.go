package extract

import (
	"concord/text"
)

// role is what somebody or something is to an event.
type role uint8

// The roles.
const (
	agent role = iota + 1
	patient
	instrument
	party
	mediator
	witness // who saw it or counted it
	scene   // where it happened, by grammar: "in a bus"
	watcher // who watches that a ceasefire is kept
	guarantor
)

var roleNames = [...]string{"", "perpetrator", "victim", "weapon", "party", "mediator", "speaker", "scene", "monitor", "guarantor"}

// argument is a phrase with its role in an event.
type argument struct {
	role   role
	phrase *phrase
	how    string // the grammar that gave it
	effect string // what became of it, where a figure says so
}

// readArguments finds who and what took part in e.
func (r *reader) readArguments(e *event) {
	switch {
	case !r.Sentences[r.Tokens[e.head].Sentence].Parsed:
	case e.found.pos == 'a':
		r.stateArguments(e)
	case e.found.pos == 'v' && !r.verbal(e.head) && r.Tokens[e.head].POS != text.AUX:
		r.besideArguments(e)
	case e.found.pos == 'v' || r.verbal(e.head):
		r.verbArguments(e)
	default:
		r.nounArguments(e)
	}
	r.nearArguments(e)
}

// verbal reports whether token i is used as a verb.
func (r *reader) verbal(i int) bool { return r.Tokens[i].POS == text.VERB }

// give adds the phrase of token i, and those joined to it by "and", to e.
func (r *reader) give(e *event, as role, i int, how string) {
	p := r.phraseOf(i)
	if p == nil || p.head == e.head || e.holds(p) || r.halfWord(p) {
		return
	}
	e.args = append(e.args, argument{role: as, phrase: p, how: how})
	if as == instrument {
		if by := r.senderOf(p); by >= 0 {
			r.give(e, agent, by, "who sent it")
		}
	}
	if b := r.bearer(e, as, p); b != nil {
		e.args = append(e.args, argument{role: agent, phrase: b, how: whoseArms})
	}
	for j := range r.Children(i) {
		if r.Tokens[j].Rel == text.Conj && r.phraseOf(j) != nil && !r.isEvent(j) {
			r.give(e, as, j, how+", and")
		}
	}
}

// holds reports whether e has the phrase already.
func (e *event) holds(p *phrase) bool {
	for _, a := range e.args {
		if a.phrase == p {
			return true
		}
	}
	return false
}

// isEvent reports whether token i names an event.
func (r *reader) isEvent(i int) bool { return r.eventOf[i] != nil }

func (e *event) has(as role) bool {
	for _, a := range e.args {
		if a.role == as {
			return true
		}
	}
	return false
}
