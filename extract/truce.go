package extract

import (
	"concord"
	"concord/text"
	"concord/timex"
)

// readTruce finds what is told of the ceasefire that e names, and who did it. Its arguments become those of that step.
func (r *reader) readTruce(e *event) {
	step := r.truceStepAt(e.head)
	e.truce = step
	watched := r.keepers(e)
	if step.word < 0 {
		e.args = watched
		return
	}
	defer func() { e.args = append(e.args, watched...) }()
	e.args = nil
	verb := r.verbAbove(step.word)
	switch {
	case step.step == "violated":
		r.giveBreakers(e, step.word, verb)
		if verb >= 0 && truces().other["witness"][r.Tokens[verb].Lemma] {
			if s := r.subject(verb); s >= 0 {
				r.give(e, witness, s, "subject of "+r.Tokens[verb].Lemma)
			}
		}
	case truces().brokers[r.Tokens[step.word].Lemma]:
		r.giveDoer(e, step.word, mediator)
	case r.Tokens[e.head].Head >= 0 && truces().brokers[r.Tokens[r.Tokens[e.head].Head].Lemma] && r.passive(r.Tokens[e.head].Head):
		r.giveDoer(e, r.Tokens[e.head].Head, mediator)
	case verb >= 0 && step.word != verb:
		r.giveOwners(e, step.word, party)
		if rel := r.Tokens[step.word].Rel; len(e.args) == 0 && (rel == text.Obj || rel == text.NsubjPass) {
			r.giveDoer(e, verb, party)
		}
	case verb >= 0 && truces().told(r, asSubject, verb) != "" && r.Under(e.head, r.Child(verb, text.Nsubj)):
	default:
		r.giveDoer(e, step.word, party)
	}
	r.giveSides(e)
}

// inSentence reports whether a span lies in the sentence of token i.
func (r *reader) inSentence(s concord.Span, i int) bool {
	first, _ := r.TokensIn(s)
	return first < len(r.Tokens) && r.Tokens[first].Sentence == r.Tokens[i].Sentence
}

// claimTruce writes the step into the claim of e. A ceasefire only spoken of is in effect as far as is told, and its rule says so.
func (r *reader) claimTruce(e *event) {
	c := &e.claim
	c.Event.Type = e.truce.event()
	c.Rule = "truce/" + e.truce.step
	c.Event.Truce = r.truceTerms(e)
	if e.truce.word < 0 {
		c.Confidence = 0.4
		return
	}
	if t := &r.Tokens[e.truce.word]; t.POS != text.VERB || t.Rel == text.Acl || t.Rel == text.AclRelcl {
		c.Confidence = 0.6 // "the collapse of the truce", "a truce agreed in May" may look back at what came before
	}
	c.Event.When = timex.Of(r.Doc, r.mentions.Times, e.truce.word)
	if e.truce.due {
		c.Modality = concord.Planned
	}
	if modality, why := r.modalityOf(e.truce.word); modality != concord.Asserted {
		c.Modality = modality
		c.Trace.Parts = append(c.Trace.Parts, concord.Trace{Rule: "modality " + string(modality), Why: why})
	}
	last := max(e.truce.word, e.head)
	for o := range r.Children(e.truce.word) {
		if r.Tokens[o].Rel == text.Obj && e.truce.step == "begun" {
			last = max(last, o) // "took effect"
		}
	}
	if w := c.Event.When; c.Modality == concord.Planned && w != nil && w.Precision != concord.ToHour && w.To <= r.Report.Published.Day() {
		c.Event.When = nil // what is to come has not been
	}
	if w := c.Event.When; c.Modality == concord.Asserted && w != nil && w.Span != nil && w.From.Day() > r.Report.Published.Day() && !r.inSentence(*w.Span, e.head) {
		c.Event.When = nil // a day to come, carried over from another sentence
	}
	if w := c.Event.When; e.truce.step == "in_effect" && w != nil && r.Tokens[e.truce.word].Tag != text.VBD && w.Span != nil && w.To < r.Report.Published.Day() {
		c.Event.When = nil // it holds now
	}
	span := r.Span(min(e.truce.word, e.first, e.head), last+1)
	c.Quote = concord.QuoteOf(r.Text, concord.Span{Start: min(span.Start, c.Start), End: max(span.End, c.End)})
	c.Trace.Rule = c.Rule
	c.Trace.Parts = append(c.Trace.Parts, concord.Trace{Rule: "step", Why: r.Tokens[e.truce.word].Lemma})
}
