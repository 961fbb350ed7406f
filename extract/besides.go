package extract

import (
	"concord/text"
)

// besideArguments takes the nouns on both sides of a verb that the tagger did not know for one.
func (r *reader) besideArguments(e *event) {
	before, after := agent, patient
	switch e.found.frame {
	case twoParties:
		before, after = party, party
	case patientSubject:
		before, after = patient, 0
	}
	for i := e.first - 1; i >= max(0, e.first-2); i-- {
		if p := r.phraseOf(i); p != nil && p.head < e.first && p.head != e.head {
			e.args = append(e.args, argument{role: before, phrase: p, how: "before the words"})
			break
		}
	}
	for i := e.found.last; after != 0 && i < min(len(r.Tokens), e.found.last+3); i++ {
		if p := r.phraseOf(i); p != nil && p.head > e.head && !e.holds(p) {
			e.args = append(e.args, argument{role: after, phrase: p, how: "after the words"})
			break
		}
	}
}

// reach is how far from a trigger its arguments are looked for where the grammar gave none.
const reach = 12

// nearArguments looks for a missing patient in the words beside the trigger: after a verb in the active voice, before a passive.
func (r *reader) nearArguments(e *event) {
	if !e.found.act.targets() && e.found.act != arrest && e.found.act != take || e.found.pos == 's' || e.has(patient) || e.cause != nil {
		return
	}
	s := r.Sentences[r.Tokens[e.head].Sentence]
	if e.found.pos == 'v' && e.found.frame != patientSubject && !r.passive(e.head) {
		r.nearAfter(e, s)
		return
	}
	if e.found.pos == 'v' {
		for i := e.first - 1; i >= max(s.First, e.first-reach); i-- {
			if p := r.phraseOf(i); p != nil && p.noun.class.people() && !r.isEvent(p.head) {
				if !e.holds(p) {
					e.args = append(e.args, argument{role: patient, phrase: p, how: "before the words"})
				}
				return
			}
		}
	}
}

func (r *reader) nearAfter(e *event, s text.Sentence) {
	for i := e.found.last; i < min(s.Last, e.found.last+4); i++ {
		if r.Tokens[i].POS == text.PUNCT || r.Tokens[i].POS == text.ADP || r.Tokens[i].POS == text.VERB {
			return
		}
		if p := r.phraseOf(i); p != nil {
			if (p.noun.class.people() || p.noun.class.thing()) && !e.holds(p) && !r.isEvent(p.head) {
				e.args = append(e.args, argument{role: patient, phrase: p, how: "after the words"})
			}
			return
		}
	}
}
