package extract

import (
	"cmp"
	"slices"
	"strings"

	"concord"
	"concord/text"
)

// blamesIn makes claims of the agents of e where a speaker tells of it: what somebody says was done by Y blames Y, or
// admits it where it is the speaker's own doing.
func (r *reader) blamesIn(e *event) {
	source := r.sourceAt(e.head)
	if over := r.statementAt[e.head]; over != nil && (over.claim.Act == concord.Deny || over.claim.Act == concord.Reject) {
		return
	}
	if violence.has(e.found.act) && e.claim.Modality == concord.Denied {
		r.deniesIn(e, source)
	}
	if !violence.has(e.found.act) || r.habitual(e) || r.unproven(e.head) != "" || e.claim.Modality != concord.Asserted && e.claim.Modality != concord.Possible {
		return
	}
	if p := r.speakerDoing(e); p != nil && len(source) > 0 {
		actor := r.answerer(p)
		if p.place < 0 {
			actor.Name = source[0].Name
		}
		r.addAgent(e, concord.Admits, e.claim.Modality, p, actor, source)
	}
	for _, p := range r.doers(e) {
		stance, source := concord.Blames, source
		modality, actors := e.claim.Modality, r.alternatives(p)
		supposed := r.supposed(e, p)
		if len(source) == 0 && !supposed {
			continue
		}
		if len(source) > 0 && r.speaksOfItself(source, p) {
			if stance = concord.Admits; r.ordered(e) {
				if stance, source = concord.Blames, source[1:]; len(source) == 0 {
					continue // "he ordered his men to fire" is another's word
				}
			} else if r.owned(p) {
				actors = []concord.Actor{ownForces(source[0], actors[0])}
			}
		}
		if len(actors) > 1 || r.leftOpen(p) || supposed {
			modality = concord.Possible
		}
		for _, actor := range actors {
			r.addAgent(e, stance, modality, p, actor, source)
		}
	}
}

// ordered reports whether e is what a speaker demands.
func (r *reader) ordered(e *event) bool {
	s := r.statementAt[e.head]
	return s != nil && s.claim.Act == concord.Demand
}

// owned reports whether a pronoun says whose the people of p are: "its fighters".
func (r *reader) owned(p *phrase) bool {
	return slices.ContainsFunc(r.Tokens[p.first:p.head], func(t text.Token) bool { return t.Tag == text.PRPS })
}

// ownForces names those whose forces did what the speaker admits: "its fighters" are the group's that says so.
func ownForces(s concord.Speaker, forces concord.Actor) concord.Actor {
	kind := map[concord.SpeakerKind]string{concord.ArmedGroupSpeaker: "organisation", concord.ArmedForce: "state", concord.Official: "state"}[s.Kind]
	if kind != "" && isName(cmp.Or(s.Organisation, s.Name)) {
		forces.Name, forces.Kind = cmp.Or(s.Organisation, s.Name), kind
	}
	return forces
}

// supposed reports whether p, named after "by", is only supposed to have done e: "a mine believed to have been laid by rebels".
func (r *reader) supposed(e *event, p *phrase) bool {
	return p.first > 0 && r.Tokens[p.first-1].Norm == "by" && r.onlySupposed(p.first-1)
}

// onlySupposed reports whether a verb soon before token i says that what stands there is only supposed: "believed to have been |carried out".
func (r *reader) onlySupposed(i int) bool {
	for floor := max(0, i-7); i > floor && r.Tokens[i].POS != text.NOUN && r.Tokens[i].POS != text.PUNCT; i-- {
		if g, ok := r.governorAt(i); ok && g.modality == concord.Possible {
			return true
		}
	}
	return false
}

// speakerDoing returns the speaker who says that he did e, as a pronoun for its subject tells: "the group said it had fired the rockets";
// nil where another did it, or where it is nobody with arms.
func (r *reader) speakerDoing(e *event) *phrase {
	if r.isHabit(e.head) {
		return nil
	}
	if p := r.subjectPhrase(e.head); e.found.pos != 'n' && p != nil && p.noun.class != aircraft && (p.noun.class == arms || r.weaponKind(p) != "other") && r.owned(p) && !r.passive(e.head) {
		if teller := r.tellerAt(e.head); teller != nil {
			return teller // "its guns had shelled the town"
		}
	}
	for _, x := range e.args {
		if x.role == agent && (e.found.pos != 'n' || strings.HasPrefix(x.how, withVerb)) {
			if p := r.tellerMeant(e.head, x.phrase); p != nil {
				return p
			}
		}
	}
	return nil
}

// isHabit reports whether the verb at token i tells what somebody does in general: "it only targets soldiers".
func (r *reader) isHabit(i int) bool {
	if tag := r.Tokens[i].Tag; tag != text.VBZ && tag != text.VBP && tag != text.NNS || i == 0 {
		return false
	}
	switch r.Tokens[i-1].Norm {
	case "only", "never", "always":
		return true
	}
	return false
}

// tellerMeant returns the speaker of the statement over token i whom q, a pronoun or "the group", stands for; nil where it is another, or
// nobody with arms.
func (r *reader) tellerMeant(i int, q *phrase) *phrase {
	if p := r.tellerAt(i); p != nil && (r.meansSpeaker(q, p, r.statementAt[i]) || q.definite && q.name == nil && r.Tokens[q.head].Lemma == "group" && p.noun.class.body()) {
		return p
	}
	return nil
}

// tellerAt returns the speaker of the statement over token i, or for whom he speaks; nil where that is nobody with arms.
func (r *reader) tellerAt(i int) *phrase {
	s := r.statementAt[i]
	if s == nil || s.head < 0 || s.cue.kind != speech {
		return nil
	}
	p := r.principal(r.phraseOf(s.head))
	if p == nil || !r.mayDo(p) && r.countryOf(p) == "" && (p.actor == nil || p.actor.Side != concord.ArmedGroupSpeaker && p.actor.Side != concord.ArmedForce) {
		return nil
	}
	return p
}

// meansSpeaker reports whether pronoun q, in what p says, stands for p: nothing else in the statement goes before it.
func (r *reader) meansSpeaker(q, p *phrase, s *statement) bool {
	if !q.pronoun || q.head != q.first {
		return false
	}
	switch r.Tokens[q.head].Norm {
	case "we", "i":
		return true
	case "it":
		return !p.plural && q.first <= s.content[0][0]+1
	case "they":
		return (p.plural || p.noun.class.body()) && q.first <= s.content[0][0]+1
	}
	return false
}

// doers returns those whom the report has do e, aircraft and those named after "by" among them.
func (r *reader) doers(e *event) []*phrase {
	var list []*phrase
	add := func(p *phrase) {
		if p != nil && !r.isNumber(p) && !r.halfWord(p) && (r.namesSomebody(p) || len(r.alternatives(p)) > 1) && r.mayDo(p) && !slices.Contains(list, p) && !r.speaks(p.head) && !r.isAlternative(p) && !r.suffers(e, p) {
			list = append(list, p)
		}
	}
	for _, x := range e.args {
		if x.role == agent && (x.how != whoseArms || !slices.ContainsFunc(list, func(p *phrase) bool { return p.first <= x.phrase.head && x.phrase.head < p.last })) {
			add(x.phrase)
		}
	}
	if e.found.pos == 'v' && !r.auxPassive(e.head) {
		if p := r.subjectPhrase(e.head); p != nil && p.noun.class == aircraft {
			add(p)
		}
	}
	if e.found.pos == 'n' || r.auxPassive(e.head) {
		for _, p := range r.agentsAfter(e.found.last) {
			add(p)
		}
	}
	return list
}

// isNumber reports whether p only numbers people, or is whom a number counts: "the number of rebels killed".
func (r *reader) isNumber(p *phrase) bool {
	return r.Tokens[p.head].Lemma == "number" || p.first > 1 && r.Tokens[p.first-1].Norm == "of" && r.Tokens[p.first-2].Lemma == "number"
}

// speaksOfItself reports whether the phrase means the speaker or its own forces.
func (r *reader) speaksOfItself(source []concord.Speaker, p *phrase) bool {
	for i := p.first; i <= p.head && hasArms[source[0].Kind]; i++ {
		switch r.Tokens[i].Norm {
		case "its", "our", "we", "his", "their":
			return true
		}
	}
	name := strings.ToLower(r.nameOf(p))
	own := strings.ToLower(source[0].Organisation)
	return strings.EqualFold(source[0].Name, name) || own != "" && (strings.Contains(own, name) || strings.Contains(name, own))
}

// hasArms are the kinds of speakers who may have forces of their own.
var hasArms = map[concord.SpeakerKind]bool{concord.ArmedForce: true, concord.ArmedGroupSpeaker: true, concord.Official: true, concord.OtherSpeaker: true}

// addAgent makes the claim that the actor did e.
func (r *reader) addAgent(e *event, stance concord.Stance, modality concord.Modality, p *phrase, actor concord.Actor, source []concord.Speaker) {
	span := r.eventSpan(e)
	span = concord.Span{Start: min(span.Start, actor.Start), End: max(span.End, actor.End)}
	b := &blame{head: e.head, event: e}
	b.claim = concord.Claim{Kind: concord.ResponsibilityClaim, Quote: concord.QuoteOf(r.Text, span), Source: source, Modality: modality,
		Rule: "responsibility/agent", Confidence: 0.7, Responsibility: &concord.Responsibility{Actor: actor, Stance: stance}}
	b.claim.Trace = concord.Trace{Rule: b.claim.Rule, Why: r.Words(e.found.first, e.found.last), Parts: []concord.Trace{{Rule: "agent", Why: r.Words(p.first, p.last)}}}
	if !r.saidAlready(b) {
		r.blames = append(r.blames, b)
	}
}

// mayDo reports whether a phrase stands for somebody with arms, and not for one of those who report of them.
func (r *reader) mayDo(p *phrase) bool {
	if p.actor != nil {
		switch p.actor.Side {
		case concord.Media, concord.Monitor, concord.Rescue, concord.MedicalVoice, concord.NGO, concord.UN, concord.Witness, concord.Unnamed:
			return false
		}
	}
	switch p.noun.class {
	case army, group, government, aircraft:
		return true
	case fighter, soldier, police:
		return p.plural || p.name != nil || p.actor != nil && p.actor.Kind == concord.State // "the military", "the police"
	}
	return p.actor != nil && (p.actor.Kind == concord.State || p.actor.Kind == concord.ArmedGroup) || p.name != nil && p.name.Kind == text.PersonName || r.nationAt(p.head) != nil
}

// suffers reports whether e befell those whom p names: they are counted as its victims, or died in it.
func (r *reader) suffers(e *event, p *phrase) bool {
	return slices.ContainsFunc(r.struck, func(f *figure) bool {
		diedIn := e.found.pos == 'n' && r.marker(e.head) == "in" && f.event != nil && r.Tokens[e.head].Head == f.event.head
		return f.tally.head == p.head && (f.event == e || diedIn)
	})
}

// speaks reports whether token i stands in the words for the speaker of a statement.
func (r *reader) speaks(i int) bool {
	return slices.ContainsFunc(r.statements, func(s *statement) bool { return s.source[0] <= i && i < s.source[1] })
}
