package extract

import (
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
	e.topic = e.topic || r.isState(e)
	admit := admissions[e.found.act]
	return admit == nil || admit(r, e, e.classes(agent), e.classes(patient))
}

// lasting are the acts whose participle beside a noun is a state and no event: "occupied regions", "defected officers", "leaked videos".
var lasting = actsOf(take, surrender, siege, leave, accident, groupChange)

// isState reports whether e's participle only describes the noun that it stands before or, without a time of its own, after: "the fields
// captured by the rebels". In a headline it tells the news.
func (r *reader) isState(e *event) bool {
	t := &r.Tokens[e.head]
	if !lasting.has(e.found.act) || e.found.pos != 'v' {
		return false
	}
	described := t.Rel == text.Acl && t.Tag == text.VBN && e.bare() && !r.hasObject(e.head) && r.Tokens[t.Head].Rel != text.Root
	return t.Rel == text.Amod || described && !r.timed(e.head)
}

// timed reports whether a time hangs on verb i.
func (r *reader) timed(i int) bool {
	for c := range r.Children(i) {
		if r.timeAt[c] {
			return true
		}
	}
	return false
}

// hyphened reports whether the noun of e is a part of another word: "surrender-or-starve tactics".
func (r *reader) hyphened(e *event) bool {
	i := e.head + 1
	return e.found.pos == 'n' && len(e.found.words) == 1 && i+1 < len(r.Tokens) && r.Tokens[i].Norm == "-" && !r.Tokens[i-1].SpaceAfter &&
		!r.Tokens[i].SpaceAfter && r.Tokens[i+1].POS != text.NUM
}

// admissions say for each act whether words of it tell of an event, by who did it to whom; an act without one always does.
var admissions = [actCount]func(r *reader, e *event, agents, patients classes) bool{
	killing:         (*reader).admitsKilling,
	dead:            (*reader).admitsDead,
	robbery:         (*reader).admitsRobbery,
	dispersal:       (*reader).admitsDispersal,
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

// beforeAux returns the token before the auxiliaries and adverbs of verb i.
func (r *reader) beforeAux(i int) int {
	for i--; i >= 0 && (r.Tokens[i].POS == text.AUX || r.Tokens[i].POS == text.PART || r.Tokens[i].POS == text.ADV); i-- {
	}
	return i
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
