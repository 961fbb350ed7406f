package extract

import (
	"slices"
	"strings"
	"sync"

	"concord/lexicon"
	"concord/text"
)

// admits reports whether the words of e tell of an event here: many do so only of certain people and things. It may find that they tell
// of another act than their trigger's.
func (r *reader) admits(e *event) bool {
	if e.found.pos == 'n' && (len(e.found.words) == 1 || e.found.act == aid) && (!violence.has(e.found.act) || unrest.has(e.found.act)) && e.found.act != ceasefire && e.found.act != natural && !r.heads(e.head) {
		return false // "crash site", "fire department"
	}
	if r.figurative(e) || r.hyphened(e) {
		return false
	}
	e.topic = e.topic || lasting.has(e.found.act) && e.found.pos == 'v' && r.Tokens[e.head].Rel == text.Amod
	admit := admissions[e.found.act]
	return admit == nil || admit(r, e, e.classes(agent), e.classes(patient))
}

// lasting are the acts whose participle before a noun is a state and no event: "occupied regions", "defected officers", "leaked videos".
var lasting = actsOf(take, surrender, siege, leave, accident, groupChange)

// hyphened reports whether the noun of e is a part of another word: "surrender-or-starve tactics".
func (r *reader) hyphened(e *event) bool {
	i := e.head + 1
	return e.found.pos == 'n' && len(e.found.words) == 1 && i+1 < len(r.Tokens) && r.Tokens[i].Norm == "-" && !r.Tokens[i-1].SpaceAfter &&
		!r.Tokens[i].SpaceAfter && r.Tokens[i+1].POS != text.NUM
}

// admissions say for each act whether words of it tell of an event, by who did it to whom; an act without one always does.
var admissions = [actCount]func(r *reader, e *event, agents, patients classes) bool{
	killing:         (*reader).admitsKilling,
	hostility:       (*reader).admitsHostility,
	clash:           (*reader).admitsClash,
	harm:            (*reader).admitsHarm,
	disrupt:         (*reader).admitsDisruption,
	protest:         (*reader).admitsProtest,
	take:            (*reader).admitsTaking,
	siege:           (*reader).admitsSiege,
	leave:           (*reader).admitsLeaving,
	groupChange:     (*reader).admitsChange,
	airstrike:       (*reader).admitsStrike,
	diplomaticBreak: (*reader).admitsBreak,
	shooting:        (*reader).admitsShooting,
	release:         (*reader).admitsRelease,
	arrest:          (*reader).admitsArrest,
	agreement:       (*reader).admitsDealing,
	talks:           (*reader).admitsTalks,
	mobilise:        (*reader).admitsMustering,
	crime:           (*reader).admitsCrime,
	sanction:        (*reader).admitsSanction,
	impact:          (*reader).admitsImpact,
	displacement:    (*reader).admitsDisplacement,
	accident:        (*reader).admitsAccident,
	mediation:       (*reader).admitsMediation,
	loot:            (*reader).admitsLooting,
	evacuation:      (*reader).admitsEvacuation,
	riot:            (*reader).admitsRiot,
	aid:             (*reader).admitsAid,
}

// bare reports whether e is told by one verb alone.
func (e *event) bare() bool { return e.found.pos == 'v' && len(e.found.words) == 1 }

// become makes e an event of another act than its words' own.
func (e *event) become(other act) {
	e.found.trigger = &trigger{e.found.words, e.found.pos, other, e.found.frame}
}

func (r *reader) admitsKilling(e *event, agents, patients classes) bool {
	things := patients.any(thingsHit|placesTaken) || e.found.words[0] == "execute" && patients.has(noClass)
	return e.found.pos == 'n' || patients.any(persons) || !things
}

// admitsHostility tells "charged the crowd" from "charged the man", which is to accuse.
func (r *reader) admitsHostility(e *event, agents, patients classes) bool {
	return e.found.words[0] != "charge" || len(e.found.words) > 1 || patients.any(armedSides.with(protester))
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
	return !e.bare() || patients.has(arms) || e.cause != nil && violence.has(e.cause.found.act)
}

// admitsProtest passes over troops that march and people who demonstrate a thing.
func (r *reader) admitsProtest(e *event, agents, patients classes) bool {
	switch {
	case e.found.words[0] == "march":
		return !agents.any(armedSides)
	case e.found.words[0] == "demonstrate" && len(e.found.words) == 1:
		return r.Child(e.head, text.Ccomp) < 0 && r.Child(e.head, text.Obj) < 0 && !r.shows(e)
	}
	return true
}

// admitsSiege passes over "the houses surrounding the park" and what men stand around.
func (r *reader) admitsSiege(e *event, agents, patients classes) bool {
	if e.found.pos == 'v' && agents.any(thingsHit) && !agents.any(persons) {
		return false
	}
	if e.found.words[0] != "surround" {
		return true
	}
	if r.Tokens[e.head].Tag == text.VBG && !agents.any(persons) {
		return false // "the streets surrounding Market Square"
	}
	if e.head > 0 {
		switch t := &r.Tokens[e.head-1]; {
		case t.POS == text.DET, t.POS == text.ADP, t.Tag == text.PRPS:
			return false // "in the surrounding of", "in surrounding Gao", "the town and its surrounds"
		}
	}
	return patients == 0 || patients.any(persons|placesTaken) || patients.has(noClass) && r.takesUnknown(e) // not "surrounded the site of the blast"
}

// admitsLeaving passes over what nobody holds: "withdrew from the treaty body".
func (r *reader) admitsLeaving(e *event, agents, patients classes) bool {
	return patients.any(placesTaken) || agents.any(armedSides.with(person)) && !patients.has(organisation)
}

func (r *reader) admitsBreak(e *event, agents, patients classes) bool {
	if (agents | e.classes(party)).any(rebelSide) {
		e.become(groupChange)
	}
	return true
}

func (r *reader) admitsShooting(e *event, agents, patients classes) bool {
	if strings.Join(e.found.words, " ") == "shoot down" && patients.has(arms) {
		e.become(disrupt)
	}
	return true
}

func (r *reader) admitsRelease(e *event, agents, patients classes) bool {
	if i := r.beforeAux(e.head); i > 0 && r.Tokens[i-1].Tag == text.WPS && r.Tokens[i].POS == text.NOUN {
		return false // "a child whose name has not been released", whatever the parser hangs it on
	}
	return !e.bare() || patients.any(persons)
}

// beforeAux returns the token before the auxiliaries and adverbs of verb i.
func (r *reader) beforeAux(i int) int {
	for i--; i >= 0 && (r.Tokens[i].POS == text.AUX || r.Tokens[i].POS == text.PART || r.Tokens[i].POS == text.ADV); i-- {
	}
	return i
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

// admitsMustering asks for troops or arms that are built up: "the credibility that banks built up" is nothing of theirs, nor are nurses whom others reinforce.
func (r *reader) admitsMustering(e *event, agents, patients classes) bool {
	if w := e.found.words[0]; w == "build" || w == "reinforce" || w == "send" {
		return (agents | patients).any(armedSides.with(arms).with(vehicle).with(aircraft))
	}
	return r.admitsDealing(e, agents, patients)
}

// admitsCrime passes over what something is blamed on: "blamed on corruption".
func (r *reader) admitsCrime(e *event, agents, patients classes) bool {
	return e.found.pos != 'n' || r.Tokens[e.head].Rel != text.Obl || r.marker(e.head) != "on"
}

// admitsSanction passes over a state that has long held: "UN-designated groups".
func (r *reader) admitsSanction(e *event, agents, patients classes) bool {
	return e.found.pos != 'v' || r.Tokens[e.head].Rel != text.Amod
}

// admitsTalks passes over needs and targets that are met.
func (r *reader) admitsTalks(e *event, agents, patients classes) bool {
	if o := r.objectAfter(e); o != nil && !o.noun.class.people() && o.name == nil && o.actor == nil && !o.pronoun {
		return false
	}
	return r.admitsDealing(e, agents, patients) || r.someoneOf(e)
}

func (r *reader) admitsImpact(e *event, agents, patients classes) bool {
	return e.classes(instrument).has(arms) || agents.has(arms)
}

// admitsDisplacement passes over fighters who run: only people who bear no arms are displaced.
func (r *reader) admitsDisplacement(e *event, agents, patients classes) bool {
	if agents != 0 && agents&^(armedSides|outlaws) == 0 && !patients.any(persons) {
		return false
	}
	return e.found.pos == 'n' || agents.any(persons) || patients.any(persons)
}

func (r *reader) admitsAccident(e *event, agents, patients classes) bool {
	if r.gunfire(e) {
		e.found.trigger, e.args = &trigger{e.found.words, e.found.pos, shooting, agentPatient}, nil
		r.readArguments(e)
		return true
	}
	if e.cause != nil && e.cause.found.act == ceasefire {
		return false // a truce that collapsed
	}
	if e.found.words[0] == "collapse" && patients.any(classesOf(army, group, government, organisation)) {
		return false // a state that collapsed
	}
	return !r.endsTalks(e) && !r.isPast(e) && (e.found.pos == 'n' || !agents.any(persons))
}

// admitsMediation passes over what only says whose work an accord is: "a truce brokered by Oman".
func (r *reader) admitsMediation(e *event, agents, patients classes) bool {
	t := &r.Tokens[e.head]
	return t.Tag != text.VBN || t.Rel.Main() != text.Acl && t.Rel != text.Amod || !r.isEvent(t.Head)
}

func (r *reader) admitsLooting(e *event, agents, patients classes) bool {
	return e.found.pos == 'n' || !patients.any(classesOf(organisation, group)) && len(e.args) > 0
}

// admitsTaking turns "took" and "seized" into what it was by what was taken: a place, people, arms or goods.
func (r *reader) admitsTaking(e *event, agents, patients classes) bool {
	word := e.found.words[0]
	if word == "force" {
		if !patients.any(armedSides.with(government)) {
			e.become(displacement) // "forced out of their homes"
		}
		return patients.any(persons)
	}
	if word == "drive" || word == "push" || word == "oust" || word == "expel" || word == "dislodge" {
		return e.found.pos == 'v' && patients.any(armedSides|placesTaken) // who is driven out loses the place
	}
	strong := word != "secure" && word != "wrest" || len(e.found.words) > 1
	switch {
	case word == "fall" && e.found.pos == 'v':
		r.swapSides(e)
		return patients.any(armedSides.with(government)) || agents.any(placesTaken)
	case patients.any(persons) && word == "liberate":
		e.become(release)
		return true
	case patients.any(persons) && (slices.Contains(e.found.words, "control") || word == "conquest"):
		return !patients.any(unarmed | classesOf(organisation))
	case patients.any(classesOf(territory, building, post, infrastructure, land)):
		return strong
	case patients.any(classesOf(arms)):
		e.become(disrupt)
		return strong
	case patients.any(classesOf(goods, vehicle, livestock, aircraft)):
		e.become(loot)
		return strong
	case patients.any(persons):
		as := arrest
		if agents&persons != 0 && !agents.any(stateSide) || word == "take" {
			as = abduction
		}
		if word == "recover" {
			return false
		}
		e.become(as)
		return strong
	}
	return (len(e.found.words) > 1 || word != "take" && r.takesUnknown(e)) && e.found.pos == 'v'
}

// swapSides makes the subject of "fell to the rebels" what was taken, and those whom it fell to the takers.
func (r *reader) swapSides(e *event) {
	for i := range e.args {
		switch a := &e.args[i]; a.role {
		case agent:
			a.role = patient
		case patient:
			a.role = agent
		}
	}
}

// takesUnknown reports whether what e takes is a name that nothing is known of: a village that no table has, no photo.
func (r *reader) takesUnknown(e *event) bool {
	return slices.ContainsFunc(e.args, func(a argument) bool {
		return a.role == patient && a.phrase.noun.class == noClass && r.Tokens[a.phrase.head].POS == text.PROPN
	})
}

// admitsStrike reports whether "strike" is a blow and no stoppage of work: it falls on somebody, or forces carry it out.
func (r *reader) admitsStrike(e *event, agents, patients classes) bool {
	if len(e.found.words) > 1 || e.found.words[0] != "strike" {
		return true
	}
	return !agents.any(unarmed) && (patients != 0 || agents.any(armedSides|classesOf(aircraft, government)) || e.has(instrument))
}

// admitsChange reports whether e tells what became of an armed group or a movement.
func (r *reader) admitsChange(e *event, agents, patients classes) bool {
	groups := classesOf(group, organisation)
	if e.found.words[0] == "join" && len(e.found.words) == 1 {
		return patients.any(groups) && agents.any(rebelSide)
	}
	if r.Tokens[e.head].Lemma == "front" && r.opensFront(e.head) {
		e.become(offensive)
		return true
	}
	if e.found.words[0] == "elect" && r.Tokens[e.head].Rel == text.Amod {
		return false // "the newly elected leader"
	}
	if e.found.words[0] == "formation" && r.Tokens[e.head].Tag == text.NNS {
		return false // "armed formations"
	}
	return e.found.pos == 'n' || len(e.found.words) > 1 || patients.any(groups) || agents.any(rebelSide)
}

// opensFront reports whether the front that noun i names is one of a war: it is opened, and no group.
func (r *reader) opensFront(i int) bool {
	h := r.Tokens[i].Head
	return h >= 0 && r.Tokens[i].Rel == text.Obj && (r.Tokens[h].Lemma == "open" || r.Tokens[h].Lemma == "launch")
}

// isPast reports whether e only says what a place or a day is known for: "the site of the disaster", "the anniversary of the crash".
func (r *reader) isPast(e *event) bool {
	p := r.phraseOf(e.head)
	if p == nil || p.first < 2 || r.Tokens[p.first-1].Norm != "of" {
		return false
	}
	switch r.Tokens[p.first-2].Lemma {
	case "site", "scene", "anniversary", "memory", "legacy":
		return true
	}
	return false
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

// shows reports whether "demonstrate" is to prove: its subject is no crowd, as in "as we demonstrated".
func (r *reader) shows(e *event) bool {
	s := r.Child(e.head, text.Nsubj)
	return s >= 0 && r.Tokens[s].Tag == text.PRP && r.Tokens[s].Norm != "they" && r.Child(e.head, text.Obl) < 0
}

// objectAfter returns the noun phrase without "the" that stands right after a form of "meet", as its object does: "meeting basic needs";
// nil where none does.
func (r *reader) objectAfter(e *event) *phrase {
	if i := e.found.last; r.Tokens[e.head].Lemma == "meet" || r.Tokens[e.head].Norm == "meeting" {
		if p := r.phraseOf(i); p != nil && p.first == i && p.head > e.head && r.Tokens[p.head].Sentence == r.Tokens[e.head].Sentence && !r.timeAt[p.head] && p.place < 0 {
			return p
		}
	}
	return nil
}

// someoneOf reports whether the doer of e is a number or a pronoun that stands for people: "the two met again".
func (r *reader) someoneOf(e *event) bool {
	s := r.Child(e.head, text.Nsubj, text.Nummod)
	return s >= 0 && s < e.head && r.Child(e.head, text.Obj) < 0 && (r.Tokens[s].POS == text.NUM || r.Tokens[s].Norm == "they" || r.Tokens[s].Norm == "both")
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

// admitsEvacuation passes over those who dig people out, which belongs to what buried them.
func (r *reader) admitsEvacuation(e *event, agents, patients classes) bool {
	if e.found.words[0] != "rescue" {
		return true
	}
	s := r.Sentences[r.Tokens[e.head].Sentence]
	return !agents.has(rescuer) && !slices.ContainsFunc(r.Tokens[s.First:s.Last], func(t text.Token) bool { return t.Norm == "rubble" || t.Norm == "debris" })
}

// admitsRiot turns a lorry that overturned by itself into an accident.
func (r *reader) admitsRiot(e *event, agents, patients classes) bool {
	if e.found.words[0] == "overturn" && patients == 0 && agents.any(classesOf(vehicle)) && !agents.any(persons) {
		e.become(accident)
	}
	return true
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
