package extract

import (
	"fmt"
	"slices"
	"strings"

	"concord/text"
)

// How sure the role model must be to give a role that the grammar did not, to take one away that it gave, and to
// make it another.
const (
	sureOfRole   = 0.65
	sureOfNoRole = 0.9
	sureOfChange = 0.9
)

// chooseRoles lets the role model correct what the grammar gave: the parser errs, and some roles are told across clauses.
func (r *reader) chooseRoles() {
	model := r.models["role"]
	if model == nil {
		return
	}
	var s sheet
	p := make([]float64, model.classes)
	for _, e := range r.events {
		if !learnable.has(e.found.act) || e.found.frame == twoParties {
			continue
		}
		for phrase := range r.candidates(e) {
			r.weigh(&s, e, phrase)
			model.scores(&s, p)
			softmax(p)
			r.choose(e, phrase, p)
		}
	}
}

// choose gives, changes or takes away the role of a phrase by the probabilities of the role classes. Who tells of it did not do it.
func (r *reader) choose(e *event, p *phrase, probability []float64) {
	best := 0
	for c := range probability {
		if probability[c] > probability[best] {
			best = c
		}
	}
	at := slices.IndexFunc(e.args, func(a argument) bool { return a.phrase == p })
	how := fmt.Sprintf("learned, %.2f", probability[best])
	switch {
	case at < 0 && r.inDaysAfter(e, r.Span(p.first, p.last)):
	case roleClasses[best] == agent && best > 0 && (r.speaks(p.head) || r.doesElse(p) || r.hitBefore(e, p)):
	case at < 0 && best > 0 && probability[best] >= sureOfRole:
		e.args = append(e.args, argument{role: roleClasses[best], phrase: p, how: how})
	case at >= 0 && best == 0 && probability[0] >= sureOfNoRole && !e.armedPatient(p) && p.noun.class != aircraft && !e.hitBySomething(&e.args[at]):
		e.args = slices.Delete(e.args, at, at+1)
	case at >= 0 && best > 0 && e.args[at].role != roleClasses[best] && e.args[at].role != party && !e.args[at].plain() && probability[best] >= sureOfChange:
		e.args[at].role, e.args[at].how = roleClasses[best], how
	}
}

// doesElse reports whether p is named after "by" as who does something that is no event: "a convoy escorted by the army".
func (r *reader) doesElse(p *phrase) bool {
	t := &r.Tokens[p.head]
	if t.Rel != text.OblAgent && (t.Rel != text.Obl || r.marker(p.head) != "by") || t.Head < 0 || r.eventOf[t.Head] != nil {
		return false
	}
	_, carries := r.governorAt(t.Head)
	return !carries || r.Tokens[t.Head].Lemma == "hold" // "the raid on a town held by rebels"
}

// hitBefore reports whether e is a participle of which p, hit by the verb above it, is not the subject: "repelled |the militia|, killing four".
func (r *reader) hitBefore(e *event, p *phrase) bool {
	t := &r.Tokens[e.head]
	if t.Tag != text.VBG || t.Rel != text.Advcl || t.Head < 0 {
		return false
	}
	over := r.eventOf[t.Head]
	return over != nil && over != e && slices.ContainsFunc(over.args, func(a argument) bool { return a.phrase == p && a.role == patient && a.plain() })
}

// plain reports whether the grammar alone gives the role beyond doubt: the subject of the event's verb, or its object.
func (a *argument) plain() bool {
	return strings.HasPrefix(a.how, "subject ") || strings.HasPrefix(a.how, "object ") || strings.HasPrefix(a.how, "passive ")
}

// hitBySomething reports whether the argument is a thing that the grammar alone lets a blast, a strike or a shell hit: "the strike hit a
// clinic".
func (e *event) hitBySomething(a *argument) bool {
	return a.role == patient && a.plain() && a.phrase.noun.class.thing() && (e.cause != nil && means.has(e.cause.found.act) || e.has(instrument))
}
