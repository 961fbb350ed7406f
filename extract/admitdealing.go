package extract

import (
	"sync"

	"concord/lexicon"
	"concord/text"
)

// admitsProtest passes over troops that march and people who demonstrate a thing.
func (r *reader) admitsProtest(e *event, agents, patients classes) bool {
	switch {
	case e.found.words[0] == "stop":
		return agents.any(persons) // lifts stop working too
	case e.found.words[0] == "march":
		return !agents.any(armedSides)
	case e.found.words[0] == "demonstrate" && len(e.found.words) == 1:
		return r.Child(e.head, text.Ccomp) < 0 && r.Child(e.head, text.Obj) < 0 && !r.shows(e)
	}
	return true
}

func (r *reader) admitsBreak(e *event, agents, patients classes) bool {
	if (agents | e.classes(party)).any(rebelSide) {
		e.become(groupChange)
	}
	return true
}

func (r *reader) admitsRelease(e *event, agents, patients classes) bool {
	if i := r.beforeAux(e.head); i > 0 && r.Tokens[i-1].Tag == text.WPS && r.Tokens[i].POS == text.NOUN {
		return false // "a child whose name has not been released", whatever the parser hangs it on
	}
	return !e.bare() || patients.any(persons)
}

func (r *reader) admitsArrest(e *event, agents, patients classes) bool {
	return e.found.pos == 'n' || !patients.any(thingsHit)
}

// admitsDealing asks for somebody who agrees, meets or musters.
func (r *reader) admitsDealing(e *event, agents, patients classes) bool {
	if e.found.act == agreement && e.found.pos == 'n' && r.saysTruce(e) {
		return false // the truce is told already: "the cessation of hostilities agreement"
	}
	return !e.bare() || agents.any(persons) || e.classes(party).any(persons)
}

// saysTruce reports whether words for a truce stand in the phrase of e's noun, or right before it.
func (r *reader) saysTruce(e *event) bool {
	first := r.Sentences[r.Tokens[e.head].Sentence].First
	for i := e.first - 1; i >= first && i >= e.first-saysTruceReach; i-- {
		if x := r.eventOf[i]; x != nil && x.found.act == ceasefire && r.Tokens[i].Rel != text.Root {
			return true
		}
		if t := &r.Tokens[i]; t.POS != text.NOUN && t.POS != text.ADJ && t.Norm != "of" && t.Norm != "-" {
			return false
		}
	}
	return false
}

// saysTruceReach is how many words before an agreement may name it a truce.
const saysTruceReach = 3

// admitsSanction passes over a state that has long held: "UN-designated groups".
func (r *reader) admitsSanction(e *event, agents, patients classes) bool {
	return e.found.pos != 'v' || r.Tokens[e.head].Rel != text.Amod
}

// admitsTalks passes over needs and targets that are met.
func (r *reader) admitsTalks(e *event, agents, patients classes) bool {
	if t := &r.Tokens[e.head]; t.Tag == text.NN && t.Lemma == "talk" && r.heads(e.head) {
		return false // "there is talk of it"
	}
	if o := r.objectAfter(e); o != nil && !o.noun.class.people() && o.name == nil && o.actor == nil && !o.pronoun {
		return false
	}
	return r.admitsDealing(e, agents, patients) || r.someoneOf(e)
}

// admitsMediation passes over what only says whose work an accord is: "a truce brokered by Oman".
func (r *reader) admitsMediation(e *event, agents, patients classes) bool {
	t := &r.Tokens[e.head]
	return t.Rel.Main() != text.Acl && t.Rel != text.Amod || t.Tag != text.VBN && t.Rel != text.Amod || !r.isEvent(t.Head)
}

// endsTalks turns talks that are the subject of "collapsed" into failed ones.
func (r *reader) endsTalks(e *event) bool {
	if e.cause == nil || e.cause.found.act != talks || e.found.words[0] != "collapse" {
		return false
	}
	old := e.cause.found
	e.cause.found.trigger = &trigger{old.words, old.pos, talksFail, old.frame}
	return true
}

// heads reports whether token i heads its noun phrase.
func (r *reader) heads(i int) bool {
	p := r.phraseOf(i)
	return p == nil || p.head == i
}

// admitsAid asks of aid that is only named for a verb by which it gets to people: "a lifeline for humanitarian aid" tells of none.
func (r *reader) admitsAid(e *event, agents, patients classes) bool {
	if e.found.pos != 'n' || e.found.frame != patientGenitive {
		return true
	}
	switch r.Tokens[e.head].Lemma {
	case "aid", "assistance", "supply":
		verb := r.verbOf(e.head)
		return verb >= 0 && deliveries()[r.Tokens[verb].Lemma]
	}
	return true
}

// deliveries are the rows of lexicon/deliveries.tsv.
var deliveries = sync.OnceValue(func() map[string]bool { return lexicon.Set("deliveries", "verb") })
