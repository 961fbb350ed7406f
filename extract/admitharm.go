package extract

import (
	"strings"
	"sync"

	"concord/lexicon"
	"concord/text"
)

func (r *reader) admitsKilling(e *event, agents, patients classes) bool {
	things := patients.any(thingsHit|placesTaken) || e.found.words[0] == "execute" && patients.has(noClass)
	return e.found.pos == 'n' || patients.any(persons) || !things
}

// admitsDead tells the bodies of the dead from the bodies of an organisation: "the UN body", "the governing body".
func (r *reader) admitsDead(e *event, agents, patients classes) bool {
	p := r.phraseOf(e.head)
	if p == nil || r.Tokens[e.head].Lemma != "body" {
		return true
	}
	for i := p.first; i < e.head; i++ {
		t := &r.Tokens[i]
		if r.actorAt[i] > 0 || t.POS == text.PROPN || governing()[t.Norm] {
			return false
		}
	}
	return true
}

// governing are the words of lexicon/governing.tsv.
var governing = sync.OnceValue(func() map[string]bool { return lexicon.Set("governing", "word") })

// admitsRobbery asks of what is held up that it can be robbed: not "held up signs".
func (r *reader) admitsRobbery(e *event, agents, patients classes) bool {
	return e.found.words[0] != "hold" || patients.any(persons|thingsHit) || r.takesUnknown(e)
}

// admitsDispersal asks for people who are dispersed: not money.
func (r *reader) admitsDispersal(e *event, agents, patients classes) bool {
	return e.found.pos == 'n' || patients.any(persons) || r.Child(e.head, text.Obj, text.NsubjPass) < 0
}

// admitsHostility tells "charged the crowd" from "charged the man", which is to accuse.
func (r *reader) admitsHostility(e *event, agents, patients classes) bool {
	if e.found.words[0] != "charge" || len(e.found.words) > 1 {
		return true
	}
	if s := r.Child(e.head, text.Nsubj); s >= 0 && trials()[r.Tokens[s].Lemma+" c"] {
		return false
	}
	for j := range r.Children(e.head) {
		if r.hasMarker(j, "with", "over") && j > e.head {
			return false
		}
	}
	return patients.any(armedSides.with(protester))
}

// admitsClash passes over those who fight a fire or for a life.
func (r *reader) admitsClash(e *event, agents, patients classes) bool {
	sides := agents | e.classes(party)
	if e.found.pos == 'n' && len(e.found.words) == 1 && !r.heads(e.head) {
		return false // "combat flights"
	}
	return e.found.pos == 'n' || sides == 0 || sides&^classesOf(rescuer, medic, aidWorker) != 0
}

func (r *reader) admitsHarm(e *event, agents, patients classes) bool {
	return e.found.pos == 'n' || !patients.any(thingsHit|placesTaken)
}

func (r *reader) admitsDisruption(e *event, agents, patients classes) bool {
	if e.found.pos == 'v' && (r.Child(e.head, text.Ccomp) >= 0 || e.head+1 < len(r.Tokens) && r.Tokens[e.head+1].Norm == "that") {
		return false // "found that a missile had hit the school"
	}
	cause := violence
	if e.found.words[0] == "find" {
		cause = means // bombs, and not bodies
	}
	return !e.bare() || patients.has(arms) || e.cause != nil && cause.has(e.cause.found.act)
}

func (r *reader) admitsShooting(e *event, agents, patients classes) bool {
	if strings.Join(e.found.words, " ") == "shoot down" && patients.has(arms) {
		e.become(disrupt)
	}
	return true
}

// admitsCrime passes over what something is blamed on: "blamed on corruption".
func (r *reader) admitsCrime(e *event, agents, patients classes) bool {
	return e.found.pos != 'n' || r.Tokens[e.head].Rel != text.Obl || r.marker(e.head) != "on"
}

func (r *reader) admitsImpact(e *event, agents, patients classes) bool {
	return e.classes(instrument).has(arms) || agents.has(arms)
}

func (r *reader) admitsAccident(e *event, agents, patients classes) bool {
	if r.gunfire(e) {
		e.found.trigger, e.args = &trigger{e.found.words, e.found.pos, shooting, agentPatient}, nil
		r.readArguments(e)
		return true
	}
	if s := r.Child(e.head, text.Nsubj); e.found.pos == 'v' && s >= 0 && r.abstract(s) {
		return false // "the economy collapsed"
	}
	if e.found.pos == 'n' && e.found.first > 0 && r.Tokens[e.found.first-1].Norm == "by" {
		return false // "hit a clinic by accident"
	}
	if e.cause != nil && e.cause.found.act == ceasefire || e.found.words[0] == "collapse" && r.truceNamed(e.head, 0) && !patients.any(thingsHit) {
		return false // a truce that collapsed
	}
	if e.found.words[0] == "collapse" && patients.any(classesOf(army, group, government, organisation)) {
		return false // a state that collapsed
	}
	return !r.endsTalks(e) && !r.isPast(e) && (e.found.pos == 'n' || !agents.any(persons))
}

// admitsLooting turns people who are uprooted into displaced ones.
func (r *reader) admitsLooting(e *event, agents, patients classes) bool {
	if e.found.words[0] == "uproot" && patients.any(persons) {
		e.become(displacement)
		return true
	}
	return e.found.pos == 'n' || !patients.any(classesOf(organisation, group)) && len(e.args) > 0
}

// admitsStrike reports whether "strike" is a blow and no stoppage of work: it falls on somebody, or forces carry it out.
func (r *reader) admitsStrike(e *event, agents, patients classes) bool {
	if len(e.found.words) > 1 || e.found.words[0] != "strike" {
		return true
	}
	return !agents.any(unarmed) && (patients != 0 || agents.any(armedSides|classesOf(aircraft, government)) || e.has(instrument))
}

// gunfire reports whether "fire" is that of arms, by who or what is named before it: "rebel fire", "Israeli fire", "missile fire", and where
// somebody or something is under it.
func (r *reader) gunfire(e *event) bool {
	p := r.phraseOf(e.head)
	if p == nil || r.Tokens[e.head].Lemma != "fire" || len(e.found.words) > 1 {
		return false
	}
	if p.first > 0 && r.Tokens[p.first-1].Norm == "under" {
		return true // "under constant fire"
	}
	for i := p.first; i < p.head; i++ {
		land := r.placeAt[i] > 0 && r.mentions.Places[r.placeAt[i]-1].Metonym
		if c := r.modifier(i).noun.class; c.armed() || c == government || c == arms || c == aircraft || land {
			return true
		}
	}
	return false
}

// someoneOf reports whether the doer of e is a number or a pronoun that stands for people: "the two met again".
func (r *reader) someoneOf(e *event) bool {
	s := r.Child(e.head, text.Nsubj, text.Nummod)
	return s >= 0 && s < e.head && r.Child(e.head, text.Obj) < 0 && (r.Tokens[s].POS == text.NUM || r.Tokens[s].Norm == "they" || r.Tokens[s].Norm == "both")
}

// admitsRiot turns a lorry that overturned by itself into an accident.
func (r *reader) admitsRiot(e *event, agents, patients classes) bool {
	if e.found.words[0] == "overturn" && patients == 0 && agents.any(classesOf(vehicle)) && !agents.any(persons) {
		e.become(accident)
	}
	return true
}
