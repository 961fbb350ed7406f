package extract

import (
	"slices"
	"strings"

	"concord"
	"concord/gazetteer"
	"concord/text"
	"concord/timex"
)

// readEvents finds the words that tell of events, who took part, and whether they happened.
func (r *reader) readEvents() {
	r.findEvents()
	r.chooseRoles()
	for _, e := range r.events {
		r.claimEvent(e)
	}
}

// findEvents finds the words that tell of events, and who took part by the grammar of their sentences.
func (r *reader) findEvents() {
	for s := range r.Sentences {
		if r.Paragraphs[r.Sentences[s].Paragraph].Kind.Told() {
			r.eventsOf(s)
			r.truceAgain(s)
		}
	}
	for _, e := range r.events {
		r.readArguments(e)
	}
	kept := r.events[:0]
	for _, e := range r.events {
		if r.admits(e) {
			kept = append(kept, e)
			continue
		}
		for _, i := range e.found.covers {
			r.eventOf[i] = nil
		}
	}
	r.events = kept
	for _, e := range r.events {
		if e.cause != nil && r.eventOf[e.cause.head] != e.cause {
			e.cause = nil
		}
	}
}

// eventsOf makes an event of each trigger of a sentence; signals only where the sentence has no trigger of violence.
func (r *reader) eventsOf(s int) {
	sentence := r.Sentences[s]
	list := r.triggersIn(sentence.First, sentence.Last)
	told, signals := false, acts(0)
	list = slices.DeleteFunc(list, func(f found) bool { return f.act == idle })
	for _, f := range list {
		told = told || f.pos != 's'
		if f.pos == 's' {
			signals = signals.with(f.act)
		}
	}
	for _, f := range list {
		if f.pos == 's' && (told || f.act == dispersal || f.act == protest) {
			continue
		}
		if f.pos == 's' {
			told = true
		}
		e := &event{found: f, head: f.head, first: f.first, signals: signals}
		r.events = append(r.events, e)
		for _, i := range f.covers {
			r.eventOf[i] = e
		}
	}
}

// admits reports whether the words of e tell of an event here: many verbs do so only of certain things.
func (r *reader) admits(e *event) bool {
	patients := e.classes(patient)
	if e.found.pos == 'n' && len(e.found.words) == 1 && (!violence.has(e.found.act) || unrest.has(e.found.act)) && e.found.act != ceasefire && e.found.act != natural && !r.heads(e.head) {
		return false // "crash site", "fire department"
	}
	if r.figurative(e) {
		return false
	}
	switch e.found.act {
	case killing:
		things := patients&(thingsHit|placesTaken) != 0 || e.found.words[0] == "execute" && patients.has(noClass)
		return e.found.pos == 'n' || patients.any(persons) || !things
	case hostility:
		return e.found.words[0] != "charge" || len(e.found.words) > 1 || patients.any(armedSides.with(protester)) // to charge is to accuse as well
	case harm:
		return e.found.pos == 'n' || !patients.any(thingsHit|placesTaken)
	case disrupt:
		return e.found.pos != 'v' || len(e.found.words) > 1 || patients.any(classesOf(arms)) || e.cause != nil && violence.has(e.cause.found.act)
	case protest:
		if e.found.words[0] == "march" && e.classes(agent).any(armedSides) {
			return false // troops march too
		}
		return e.found.words[0] != "demonstrate" || len(e.found.words) > 1 || r.Child(e.head, text.Ccomp) < 0 && r.Child(e.head, text.Obj) < 0 && !r.shows(e)
	case take:
		return r.admitsTaking(e, patients)
	case siege:
		if e.found.pos == 'v' && e.classes(agent).any(thingsHit) && !e.classes(agent).any(persons) {
			return false // "the houses surrounding the park"
		}
		e.topic = e.found.pos == 'v' && r.Tokens[e.head].Rel == text.Amod // "the besieged town": a state, no event
		return true
	case leave:
		if patients.has(organisation) && !patients.any(placesTaken) {
			return false // "withdrew from the treaty body"
		}
		return e.classes(agent).any(armedSides.with(person).with(government)) || patients.any(placesTaken)
	case groupChange:
		return r.admitsChange(e, patients)
	case airstrike:
		return len(e.found.words) > 1 || e.found.words[0] != "strike" || r.admitsStrike(e, patients)
	case diplomaticBreak:
		if (e.classes(agent) | e.classes(party)).any(rebelSide) {
			e.found.trigger = &trigger{e.found.words, e.found.pos, groupChange, e.found.frame}
		}
		return true
	case shooting:
		if strings.Join(e.found.words, " ") == "shoot down" && patients.any(classesOf(arms)) {
			e.found.trigger = &trigger{e.found.words, e.found.pos, disrupt, e.found.frame}
		}
		return true
	case release:
		return e.found.pos == 'n' || len(e.found.words) > 1 || patients.any(persons)
	case abduction:
		return true
	case arrest:
		return e.found.pos == 'n' || !patients.any(thingsHit)
	case agreement, talks, mobilise:
		return e.found.pos == 'n' || len(e.found.words) > 1 || e.classes(agent).any(persons) || e.classes(party).any(persons) ||
			e.found.act == talks && r.someoneOf(e)
	case impact:
		return e.classes(instrument).any(classesOf(arms)) || e.classes(agent).any(classesOf(arms))
	case displacement:
		return e.found.pos == 'n' || e.classes(agent).any(persons) || patients.any(persons)
	case accident:
		if r.gunfire(e) {
			e.found.trigger, e.args = &trigger{e.found.words, e.found.pos, shooting, agentPatient}, nil
			r.readArguments(e)
			return true
		}
		return !r.endsTalks(e) && (e.found.pos == 'n' || !e.classes(agent).any(persons))
	case loot:
		return e.found.pos == 'n' || !patients.any(classesOf(organisation, group)) && len(e.args) > 0
	}
	return true
}

// gunfire reports whether "fire" is that of arms, by who is named before it: "rebel fire", "Israeli fire".
func (r *reader) gunfire(e *event) bool {
	p := r.phraseOf(e.head)
	if p == nil || r.Tokens[e.head].Lemma != "fire" || len(e.found.words) > 1 {
		return false
	}
	for i := p.first; i < p.head; i++ {
		land := r.placeAt[i] > 0 && r.mentions.Places[r.placeAt[i]-1].Metonym
		if c := r.modifier(i).noun.class; c.armed() || c == government || land {
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

// someoneOf reports whether the doer of e is a number or a pronoun that stands for people: "the two met again".
func (r *reader) someoneOf(e *event) bool {
	s := r.Child(e.head, text.Nsubj, text.Nummod)
	return s >= 0 && s < e.head && r.Child(e.head, text.Obj) < 0 && (r.Tokens[s].POS == text.NUM || r.Tokens[s].Norm == "they" || r.Tokens[s].Norm == "both")
}

// admitsTaking turns "took" and "seized" into what it was by what was taken: a place, people, arms or goods.
func (r *reader) admitsTaking(e *event, patients classes) bool {
	word := e.found.words[0]
	if word == "drive" || word == "push" || word == "oust" || word == "expel" || word == "dislodge" {
		return e.found.pos == 'v' && patients.any(armedSides|placesTaken) // who is driven out loses the place
	}
	strong := word != "secure" && word != "wrest" || len(e.found.words) > 1
	switch {
	case patients.any(classesOf(territory, building, post, infrastructure, land)):
		return strong
	case patients.any(classesOf(arms)):
		e.found.trigger = &trigger{e.found.words, e.found.pos, disrupt, e.found.frame}
		return strong
	case patients.any(classesOf(goods, vehicle, livestock, aircraft)):
		e.found.trigger = &trigger{e.found.words, e.found.pos, loot, e.found.frame}
		return strong
	case patients.any(persons):
		as := arrest
		if agents := e.classes(agent); agents&persons != 0 && !agents.any(stateSide) || word == "take" {
			as = abduction
		}
		if word == "recover" {
			return false
		}
		e.found.trigger = &trigger{e.found.words, e.found.pos, as, e.found.frame}
		return strong
	}
	return (len(e.found.words) > 1 || word != "take" && r.takesUnknown(e)) && e.found.pos == 'v'
}

// takesUnknown reports whether what e takes is a name that nothing is known of: a village that no table has, no photo.
func (r *reader) takesUnknown(e *event) bool {
	return slices.ContainsFunc(e.args, func(a argument) bool {
		return a.role == patient && a.phrase.noun.class == noClass && r.Tokens[a.phrase.head].POS == text.PROPN
	})
}

// admitsStrike reports whether "strike" is a blow and no stoppage of work: it falls on somebody, or forces carry it out.
func (r *reader) admitsStrike(e *event, patients classes) bool {
	agents := e.classes(agent)
	return !agents.any(unarmed) && (patients != 0 || agents.any(armedSides|classesOf(aircraft)) || e.has(instrument))
}

// admitsChange reports whether e tells what became of an armed group or a movement.
func (r *reader) admitsChange(e *event, patients classes) bool {
	groups := classesOf(group, organisation)
	if e.found.words[0] == "join" && len(e.found.words) == 1 {
		return patients.any(groups) && e.classes(agent).any(rebelSide)
	}
	return e.found.pos == 'n' || len(e.found.words) > 1 || patients.any(groups) || e.classes(agent).any(rebelSide)
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

// claimEvent writes the claim of e, without its type.
func (r *reader) claimEvent(e *event) {
	if e.found.act == ceasefire {
		r.readTruce(e)
		defer r.claimTruce(e)
	}
	e.topic = e.topic || r.isTopic(e)
	modality, why := r.modalityOf(e.head)
	e.claim = concord.Claim{
		Kind:       concord.EventClaim,
		Quote:      concord.QuoteOf(r.Text, r.eventSpan(e)),
		Source:     r.sourceAt(e.head),
		Modality:   modality,
		Rule:       "event/" + e.found.act.String(),
		Confidence: 0.8,
		Event:      &concord.Event{When: timex.Of(r.Doc, r.mentions.Times, e.head), Where: gazetteer.Of(r.Doc, r.mentions.Places, e.head), Participants: r.participants(e)},
	}
	e.claim.Trace = concord.Trace{Rule: e.claim.Rule, Why: strings.Join(e.found.words, " ")}
	if why != "" {
		e.claim.Trace.Parts = append(e.claim.Trace.Parts, concord.Trace{Rule: "modality " + string(modality), Why: why})
	}
	for _, a := range e.args {
		e.claim.Trace.Parts = append(e.claim.Trace.Parts, concord.Trace{Rule: roleNames[a.role], Why: r.Words(a.phrase.first, a.phrase.last) + ", " + a.how})
	}
}

// isTopic reports whether e is what a protest, talks or a statement is about: "protested against the killing of".
func (r *reader) isTopic(e *event) bool {
	t := &r.Tokens[e.head]
	if e.found.act == clash && t.Tag == text.VBG && t.Rel == text.Acl {
		return true // "rebels fighting in the south": who they are, not what happened
	}
	if e.found.pos != 'n' || t.Head < 0 || t.Rel != text.Obl && t.Rel != text.Nmod {
		return false
	}
	if at := r.phraseOf(e.head); at != nil && at.first >= 2 {
		if x := r.eventOf[at.first-2]; x != nil && x.found.act == protest && r.Tokens[at.first-1].POS == text.ADP {
			return true
		}
	}
	over := r.eventOf[t.Head]
	if over == nil || over == e || over.found.act != protest && over.found.act != talks && over.found.act != agreement && over.found.act != dispersal {
		return false
	}
	switch r.marker(e.head) {
	case "over", "against", "about", "for", "on", "with", "following", "after", "to":
		return true
	}
	return false
}

// eventSpan returns the words of the event: its trigger and whatever of its arguments stands in the same clause.
func (r *reader) eventSpan(e *event) concord.Span {
	first, last := e.found.first, e.found.last
	for _, a := range e.args {
		if a.phrase.first >= first-reach && a.phrase.last <= last+reach && r.Tokens[a.phrase.head].Sentence == r.Tokens[e.head].Sentence {
			first, last = min(first, a.phrase.first), max(last, a.phrase.last)
		}
	}
	return r.Span(first, last)
}

func (r *reader) participants(e *event) []concord.Participant {
	list := []concord.Participant{}
	for _, a := range e.args {
		role := roleNames[a.role]
		if a.role == patient && a.phrase.noun.class.thing() {
			role = "object"
		}
		if a.role == scene {
			continue
		}
		list = append(list, concord.Participant{Role: role, Name: r.nameOf(a.phrase), Kind: r.kindOf(a.phrase), Span: r.mentionSpan(a.phrase)})
	}
	return list
}

// nameOf returns the full name of what the phrase stands for, else its words without article.
func (r *reader) nameOf(p *phrase) string {
	if p.actor != nil && p.actor.Name != "" {
		return p.actor.Name
	}
	if name, ok := r.Antecedent(p.head); ok && p.pronoun {
		full := r.Names[r.Names[name].Same]
		return r.Words(full.First, full.Last)
	}
	if p.name != nil {
		full := r.Names[p.name.Same]
		return r.Words(full.First, full.Last)
	}
	first := p.first
	if r.Tokens[first].POS == text.DET && first < p.head {
		first++
	}
	return r.Words(first, p.last)
}

// kindOf returns person, group, organisation, state or unknown. A common noun for people stands for some of them, whatever they
// belong to: "guerrillas", "a guerrilla group".
func (r *reader) kindOf(p *phrase) string {
	c := p.noun.class
	switch {
	case p.actor != nil && (c == noClass || c == organisation || c == army || c == government):
		switch p.actor.Kind {
		case concord.Person:
			return "person"
		case concord.ArmedGroup, concord.Organisation:
			return "organisation"
		case concord.State:
			return "state"
		}
	case c == government, c == army, p.place >= 0 && r.mentions.Places[p.place].Where.Precision == concord.ToCountry:
		return "state"
	case c == organisation, c == group && !p.common:
		return "organisation"
	case p.name != nil && p.name.Kind == text.PersonName:
		return "person"
	case c.people() && (p.plural || c.body()):
		return "group"
	case c.people():
		return "person"
	}
	return "unknown"
}

// mentionSpan returns the bytes of the phrase with what belongs to its name, without article.
func (r *reader) mentionSpan(p *phrase) concord.Span {
	first := p.first
	for first < p.head && (r.Tokens[first].POS == text.DET || r.eventOf[first] != nil && r.eventOf[first].found.words[0] == "shoot") {
		first++
	}
	return r.Span(first, p.last)
}

// told reports whether the words of a time or place stand in the event's own sentence.
func (r *reader) told(e *event, words *concord.Span) bool {
	s := r.Sentences[r.Tokens[e.head].Sentence]
	return words != nil && r.Span(s.First, s.Last).Contains(*words)
}

// classes returns the kinds of things that have the role in e.
func (e *event) classes(as role) (set classes) {
	for _, a := range e.args {
		if a.role == as {
			set = set.with(a.phrase.noun.class)
		}
	}
	return set
}
