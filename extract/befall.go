package extract

import (
	"cmp"
	"slices"
	"strings"

	"concord"
	"concord/text"
)

// effects are what a figure's measure says became of those it counts.
var effects = map[concord.Measure]string{concord.Killed: "killed", concord.Injured: "injured", concord.Casualties: "casualties",
	concord.Missing: "missing", concord.Detained: "detained", concord.Abducted: "abducted", concord.Destroyed: "destroyed", concord.Damaged: "damaged"}

// befall makes those whom figures count victims of the events whose tolls they are.
func (r *reader) befall() {
	for _, f := range r.figures {
		effect := effects[f.measure]
		p := r.phraseOf(f.head)
		if f.event == nil || effect == "" || p == nil || f.tally.qualifier == concord.None || f.claim.Scope == concord.ScopePeriod || f.claim.Scope == concord.ScopeConflict {
			continue
		}
		f.event.strike(p, effect, f.claim.Rule)
	}
	for _, e := range r.events {
		if (bodily | actsOf(abduction, shooting)).has(e.found.act) {
			r.befallListed(e)
		}
	}
}

// befallListed gives what befell a named person to those named beside him in a list: "A, B and C were killed".
func (r *reader) befallListed(e *event) {
	for _, x := range slices.Clone(e.args) {
		if x.role != patient || !r.isNamed(x.phrase) {
			continue
		}
		others := r.listedAfter(e, x.phrase)
		for i := r.Sentences[r.Tokens[e.head].Sentence].First; i < x.phrase.first; i++ {
			if p := r.phraseOf(i); p != nil && p.first == i && r.isNamed(p) && slices.Contains(r.listedAfter(e, p), x.phrase) {
				others = append(others, p)
			}
		}
		for _, p := range others {
			if !e.holds(p) {
				e.args = append(e.args, argument{role: patient, phrase: p, how: "in a list", effect: cmp.Or(x.effect, e.effect())})
			}
		}
	}
}

// isNamed reports whether p names a person, by a name that is known for one or by two proper nouns that are nothing else.
func (r *reader) isNamed(p *phrase) bool {
	return p.name != nil && p.name.Kind == text.PersonName && !p.plural || r.properName(p) < p.last
}

// properName returns the first of the proper nouns that end p where, in a text of capitals, they can only be a person's name that
// was not told for one; p.last where they are not.
func (r *reader) properName(p *phrase) int {
	if p.name != nil || p.common || p.pronoun || p.actor != nil || p.place >= 0 || p.noun.class != noClass || p.counted {
		return p.last
	}
	first := p.last
	for first > p.first && r.Tokens[first-1].Tag == text.NNP && r.actorAt[first-1] == 0 && r.placeAt[first-1] == 0 && r.eventOf[first-1] == nil && len(r.Tokens[first-1].Norm) > 1 && !strings.ContainsAny(r.Tokens[first-1].Norm, ".0123456789-") {
		first--
	}
	if p.last-first < 2 || strings.ToUpper(r.Words(first, p.last)) != r.Words(first, p.last) {
		return p.last
	}
	return first
}

// listedAfter returns the named persons who follow p in a list that e's words are about; "and" joins its last.
func (r *reader) listedAfter(e *event, p *phrase) (list []*phrase) {
	end, joint, whole := min(r.sentenceEnd(p.head), p.last+listGap), "", 0
	for i := p.last; i < end; {
		q := r.phraseOf(i)
		switch t := &r.Tokens[i]; {
		case t.Norm == "and":
			joint = "and"
			i++
		case t.Norm == "," || t.Norm == ";":
			joint = cmp.Or(joint, ",")
			i++
		case t.POS == text.NUM || t.Norm == "-" || t.Lemma == "year" || t.Norm == "old":
			i++
		case t.Norm == "of" && r.phraseOf(i+1) != nil:
			i = r.phraseOf(i + 1).last
		case q != nil && joint != "" && r.isNamed(q) && !r.speaks(q.head) && !r.subjectOfOther(e, q):
			list = append(list, q)
			if joint == "and" {
				whole = len(list)
			}
			i, joint, end = q.last, "", min(r.sentenceEnd(p.head), q.last+listGap)
		case q != nil && joint != "" && q.noun.class.people() && !q.plural && !r.isNamed(q):
			i, joint = q.last, "" // who the one before is
		default:
			return list[:whole]
		}
	}
	return list[:whole]
}

// subjectOfOther reports whether p is the subject of another verb than e's.
func (r *reader) subjectOfOther(e *event, p *phrase) bool {
	for i := p.first; i < p.last; i++ {
		if t := &r.Tokens[i]; (t.Rel == text.Nsubj || t.Rel == text.NsubjPass) && t.Head != e.head {
			return true
		}
	}
	return false
}

// listGap is how many tokens may part two persons of a list: ages, and who they are.
const listGap = 14

// strike gives e a patient, or says what became of one that it has.
func (e *event) strike(p *phrase, effect, how string) {
	for i := range e.args {
		if e.args[i].phrase == p && e.args[i].role == agent && strings.HasPrefix(e.args[i].how, "subject") {
			return
		}
		if e.args[i].phrase == p {
			e.args[i].role, e.args[i].effect = patient, effect
			return
		}
	}
	e.args = append(e.args, argument{role: patient, phrase: p, how: how, effect: effect})
}
