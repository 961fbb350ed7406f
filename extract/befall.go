package extract

import (
	"strings"

	"concord"
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
}

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
