package extract

import (
	"cmp"
	"fmt"
	"slices"

	"concord"
	"concord/text"
)

// account is an account in the making.
type account struct {
	concord.Account
	events []*event

	perpetrators, objects []*phrase   // the words of each entry of the lists above
	sufferers             []*sufferer // and of the victims
}

// readAccounts gathers the events that are one happening, and says what kind of happening, who, whom and where.
func (r *reader) readAccounts() {
	r.gather()
	r.drop()
	slices.SortStableFunc(r.accounts, func(a, b *account) int { return cmp.Compare(b.weight(r), a.weight(r)) })
	r.settleKinds()
	for _, e := range r.events {
		r.typeEvent(e)
	}
}

// gather puts every event into an account and fills the accounts.
func (r *reader) gather() {
	r.manner = r.mannerOf()
	wars := r.warTolls()
	for _, e := range r.events {
		if !wars[e] && !r.habitual(e) && !r.amongViolations(e) {
			r.place(e)
		}
	}
	for _, a := range r.accounts {
		r.fill(a)
	}
	r.mergeTolls()
}

// habitual reports whether e tells of no one happening but of what goes on again and again: in the present with a time such as "every day", in
// the present after what somebody said, "it said it attacks only soldiers", or by a word such as "repeatedly": "has repeatedly
// shelled the town".
func (r *reader) habitual(e *event) bool {
	if e.found.pos == 'v' && (r.habit(e.head) || r.anybodys(e.head) || r.goesOnSince(e)) || r.onlyFeared(e) || r.usual(e) {
		return true
	}
	if tag := r.Tokens[e.head].Tag; tag != text.VBP && tag != text.VBZ {
		return false
	}
	return r.generalTruth(e.head) || slices.ContainsFunc(r.mentions.Times, func(m concord.TimeMention) bool {
		return m.Type == "SET" && r.verbOf(r.TokenAt(m.Start)) == e.head
	})
}

// goesOnSince reports whether e's verb tells, of no day, what has been going on until now: "rebels have been advancing in recent months".
func (r *reader) goesOnSince(e *event) bool {
	if r.Tokens[e.head].Tag != text.VBG || !r.perfect(e.head) || e.claim.When != nil && e.claim.When.Span != nil && exact(e.claim.When) && r.told(e, e.claim.When.Span) {
		return false
	}
	for j := range r.Children(e.head) {
		if r.Tokens[j].Norm == "been" {
			return true
		}
	}
	return false
}

// usual reports whether e's noun is what somebody is said to do again and again: "such |attacks| are usually carried out by rebels".
func (r *reader) usual(e *event) bool {
	t := &r.Tokens[e.head]
	if e.found.pos != 'n' || t.Head < 0 {
		return false
	}
	switch t.Rel {
	case text.Nsubj, text.NsubjPass, text.Obj:
		return r.habit(t.Head)
	}
	return false
}

// anybodys reports whether verb i says what anybody may do: "you cannot bomb your way to peace".
func (r *reader) anybodys(i int) bool {
	s := r.Child(i, text.Nsubj)
	return s >= 0 && r.Tokens[s].Norm == "you"
}

// onlyFeared reports whether e's noun names what may come, of no time and place: "for fear of reprisals".
func (r *reader) onlyFeared(e *event) bool {
	return e.found.pos == 'n' && e.claim.Modality == concord.Possible && r.Tokens[e.head].Tag == text.NNS && !r.definite(e) && len(e.args) == 0
}

// habit reports whether an adverb says of verb i, or of a verb above it, in the present or the perfect, that it is done again and again.
func (r *reader) habit(i int) bool {
	for range 3 {
		often, lasts := false, r.Tokens[i].Tag == text.VBP || r.Tokens[i].Tag == text.VBZ
		for j := range r.Children(i) {
			_, known := hedges()["habit"][r.Tokens[j].Norm]
			often = often || known && r.Tokens[j].Rel == text.Advmod
			t := &r.Tokens[j]
			lasts = lasts || t.Rel == text.Aux && (t.Norm == "has" || t.Norm == "have") || t.Rel == text.AuxPass && (t.Tag == text.VBP || t.Tag == text.VBZ)
		}
		if often && lasts {
			return true
		}
		rel := r.Tokens[i].Rel
		if i = r.Tokens[i].Head; i < 0 || rel != text.Ccomp && rel != text.Xcomp && rel != text.Advcl {
			return false
		}
	}
	return false
}

// generalTruth reports whether verb i, in the present and with a pronoun for its subject, is what somebody said, in the past.
func (r *reader) generalTruth(i int) bool {
	t, s := &r.Tokens[i], r.Child(i, text.Nsubj)
	if t.Rel != text.Ccomp || t.Head < 0 || s < 0 || r.Tokens[s].Tag != text.PRP {
		return false
	}
	above := r.Tokens[t.Head].Tag
	return above == text.VBD || above == text.VBN
}

// warTolls returns the events that tell only what a whole war has cost: "more than 200,000 people have been killed since 2011". They are no
// incident, and none of those told beside them.
func (r *reader) warTolls() map[*event]bool {
	wars := map[*event]bool{}
	for _, f := range r.struck {
		if e := f.event; e != nil && f.claim.Figure != nil && (f.ofWar() || f.claim.Scope == concord.ScopePeriod && r.sinceThen(e)) && cost.has(e.found.act) && e.cause == nil &&
			(e.claim.When == nil || e.claim.When.Precision != concord.ToDay || !r.told(e, e.claim.When.Span) || r.sinceThen(e)) {
			wars[e] = true
		}
	}
	counted := map[int]bool{}
	for e := range wars {
		counted[r.Tokens[e.head].Sentence] = true
	}
	for _, e := range r.events {
		if t := &r.Tokens[e.head]; cost.has(e.found.act) && (t.Rel == text.Conj && wars[r.eventOf[t.Head]] || e.cause != nil && wars[e.cause] || e.found.act == displacement && counted[t.Sentence]) {
			wars[e] = true
		}
	}
	return wars
}

// cost are the acts by which a war is counted.
var cost = actsOf(killing, dead, harm, displacement)

// place puts e into the account that it fits best, or into a new one.
func (r *reader) place(e *event) {
	var best *account
	var top float64
	for _, a := range r.accounts {
		if score := r.fit(a, e); score > top {
			best, top = a, score
		}
	}
	if a := r.accountOfToll(e); a != nil {
		best, top = a, 1
	}
	switch {
	case best != nil:
		e.account = best
		best.events = append(best.events, e)
		e.claim.Trace.Parts = append(e.claim.Trace.Parts, concord.Trace{Rule: "same incident", Why: fmt.Sprintf("score %.1f", top)})
	case r.tellsOne(e):
		a := &account{events: []*event{e}}
		e.account = a
		r.accounts = append(r.accounts, a)
	}
}

// tellsOne reports whether e tells of one happening, and not of what happens in general.
func (r *reader) tellsOne(e *event) bool {
	if e.topic || e.purpose && !(violence|againstLaw).has(e.found.act) || (e.claim.Modality != concord.Asserted || e.found.act == displacement) && r.meantBy(e) {
		return false
	}
	switch e.claim.Modality {
	case concord.Conditional, concord.Demanded:
		return false
	case concord.Denied:
		if !violence.has(e.found.act) && e.found.act != ceasefire {
			return false // what was not done is no happening; who denies an attack speaks of one
		}
	}
	if (e.found.act == otherAct || e.found.act == clash && !r.set(e)) && e.claim.Modality != concord.Asserted {
		return false // "the will to fight militants"
	}
	if e.found.pos == 'v' || len(e.args) > 0 || e.claim.When != nil || e.claim.Where != nil {
		return true
	}
	return r.Tokens[e.head].Tag != text.NNS
}

// meantBy reports whether e stands in a relative clause that says what those in another event meant to do: "killed rebels who tried to storm
// the post".
func (r *reader) meantBy(e *event) bool {
	for i := e.head; r.Tokens[i].Head >= 0; i = r.Tokens[i].Head {
		if r.Tokens[i].Rel != text.AclRelcl {
			continue
		}
		who := r.phraseOf(r.Tokens[i].Head)
		return who != nil && slices.ContainsFunc(r.events, func(x *event) bool {
			return x != e && violence.has(x.found.act) && slices.ContainsFunc(x.args, func(a argument) bool { return a.phrase == who })
		})
	}
	return false
}

// set reports whether e's sentence says when or where it is to be.
func (r *reader) set(e *event) bool {
	when, where := e.claim.When, e.claim.Where
	return when != nil && r.told(e, when.Span) || where != nil && r.told(e, where.Span)
}

// domain is the family of acts within which events can be one.
func (a act) domain() int {
	switch {
	case violence.has(a), a == protest, a == take:
		return 1
	case a == agreement || a == talks || a == talksFail || a == mediation:
		return 2
	}
	return 10 + int(a)
}

// weight says how much of the report an account is: the main one comes early, in a main clause, and is told most.
func (a *account) weight(r *reader) float64 {
	first := r.Tokens[a.events[0].head].Sentence
	w := float64(len(a.events))/4 - float64(first)
	if a.Modality == concord.Asserted {
		w++
	}
	depth := 8
	for _, e := range a.events {
		if r.Tokens[e.head].Sentence == first {
			depth = min(depth, r.depthOf(e.head))
		}
	}
	return w - 0.3*float64(depth)
}

// depthOf counts the clauses and phrases above token i; what is joined by "and" stands as high as the first.
func (r *reader) depthOf(i int) (depth int) {
	for r.Tokens[i].Head >= 0 && depth < 8 {
		switch r.Tokens[i].Rel {
		case text.Conj, text.Ccomp, text.Parataxis, text.Nsubj, text.NsubjPass, text.Obj:
		default:
			depth++
		}
		i = r.Tokens[i].Head
	}
	return depth
}

// fill gathers type, time, place and roles of an account from its events.
func (r *reader) fill(a *account) {
	p := r.picture(a.events)
	a.Type, _ = p.typed()
	if truce := a.events[0].truce; truce.step != "" {
		a.Type = truce.event()
	}
	a.Modality = a.events[0].claim.Modality
	for _, e := range a.events {
		if e.claim.Modality == concord.Asserted {
			a.Modality = concord.Asserted
		}
	}
	r.setTimeAndPlace(a)
	a.Perpetrators, a.Victims = []concord.Perpetrator{}, []concord.Victim{}
	a.Objects, a.Weapons = []concord.ObjectHit{}, []concord.WeaponUsed{}
	r.fillRoles(a)
	r.fillWeapons(a)
	r.fillVictims(a)
}

// nearScene is how many sentences after its first the words of an account may still say what kind of happening it was; later ones
// name weapons only, since what they tell is often of another.
const nearScene = 2
