package extract

import (
	"slices"

	"concord/text"
)

// admitsSiege passes over "the houses surrounding the park" and what men stand around.
func (r *reader) admitsSiege(e *event, agents, patients classes) bool {
	if e.found.pos == 'v' && agents.any(thingsHit) && !agents.any(persons) {
		return false
	}
	switch e.found.words[0] {
	case "cut":
		return patients.any(persons|placesTaken) || r.takesUnknown(e) // no heads, no power
	case "surround":
	default:
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

// admitsMustering asks for troops or arms that are built up: "the credibility that banks built up" is nothing of theirs, nor are nurses whom others reinforce.
func (r *reader) admitsMustering(e *event, agents, patients classes) bool {
	if w := e.found.words[0]; w == "build" || w == "reinforce" || w == "send" {
		return (agents | patients).any(armedSides.with(arms).with(vehicle).with(aircraft))
	}
	if e.found.pos == 'n' && patients.any(persons) && !patients.any(armedSides) {
		return false // "the mobilisation of nurses"
	}
	return r.admitsDealing(e, agents, patients)
}

// admitsDisplacement passes over fighters who run: only people who bear no arms are displaced.
func (r *reader) admitsDisplacement(e *event, agents, patients classes) bool {
	if agents != 0 && agents&^(armedSides|outlaws) == 0 && !patients.any(persons) {
		return false
	}
	return e.found.pos == 'n' || !r.oneAlone(e) && (agents.any(persons) || patients.any(persons))
}

// oneAlone reports whether those who move are one person: "an activist who fled last year", "she fled".
func (r *reader) oneAlone(e *event) bool {
	alone := false
	for _, a := range e.args {
		if a.role != agent && a.role != patient {
			continue
		}
		p := a.phrase
		first, head := r.Tokens[p.first].Norm, &r.Tokens[p.head]
		one := (first == "a" || first == "an") && !p.plural && p.noun.class.people() && !p.noun.class.body() && !manyOf()[head.Lemma] && !groups()[head.Lemma]
		if !one && head.Norm != "he" && head.Norm != "she" && (p.name == nil || p.name.Kind != text.PersonName) {
			return false
		}
		alone = true
	}
	return alone
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
	if s := r.Child(e.head, text.Nsubj); word == "take" && s >= 0 && r.Tokens[s].Norm == "it" && r.Child(e.head, text.Xcomp, text.Ccomp, text.Csubj, text.Advcl) >= 0 {
		return false // "it took police hours to come"
	}
	if word == "take" && len(e.found.words) == 1 && patients.any(classesOf(infrastructure)) && !agents.any(armedSides|outlaws|classesOf(government)) {
		return false // "took another road"
	}
	strong := word != "secure" && word != "wrest" || len(e.found.words) > 1
	switch {
	case word == "fall" && e.found.pos == 'n':
		return patients.any(placesTaken) || r.takesUnknown(e) // not the fall of a king
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

// admitsEvacuation passes over those who dig people out, which belongs to what buried them.
func (r *reader) admitsEvacuation(e *event, agents, patients classes) bool {
	if e.found.words[0] != "rescue" {
		return true
	}
	s := r.Sentences[r.Tokens[e.head].Sentence]
	return !agents.has(rescuer) && !slices.ContainsFunc(r.Tokens[s.First:s.Last], func(t text.Token) bool { return t.Norm == "rubble" || t.Norm == "debris" })
}
