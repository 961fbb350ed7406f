package extract

import (
	"slices"
	"strings"

	"concord"
	"concord/text"
)

// stances tells the perpetrators of accounts who is blamed, admits or denies from those whom the report itself names.
func (r *reader) stances() {
	for _, b := range r.blames {
		if b.account == nil || b.claim.Modality != concord.Asserted && b.claim.Modality != concord.Possible {
			continue
		}
		b.account.answer(b, b.claim.Responsibility.Actor.Of(r.Text))
	}
	for _, a := range r.accounts {
		for i := range a.Perpetrators {
			if p := &a.Perpetrators[i]; p.Stance == "asserted" {
				p.Stance = r.stanceOf(a, p)
			}
		}
	}
}

// stanceOf returns how the report holds p, whom nobody blames by name, to have done what a tells: asserted, only blamed where it leaves that open,
// denied where it did not happen.
func (r *reader) stanceOf(a *account, p *concord.Perpetrator) string {
	switch a.Modality {
	case concord.Denied:
		return "denied"
	case concord.Possible:
		return "blamed"
	}
	alleged := false
	for _, e := range a.events {
		for _, x := range e.args {
			if x.role != agent || !r.Span(x.phrase.first, x.phrase.last).Overlaps(p.Span) {
				continue
			}
			if !r.alleged(e) {
				return "asserted"
			}
			alleged = true
		}
	}
	if alleged {
		return "blamed"
	}
	return "asserted"
}

// alleged reports whether the report says only that it is held of somebody that he did e: "soldiers |allegedly| shot", "|it is alleged| that they shot".
func (r *reader) alleged(e *event) bool {
	if e.claim.Modality == concord.Possible {
		return true
	}
	for j := range r.Children(e.head) {
		if _, ok := hedges()["hearsay"][r.Tokens[j].Norm]; ok && r.Tokens[j].Rel == text.Advmod {
			return true
		}
	}
	t := &r.Tokens[e.head]
	if t.Rel != text.Ccomp || t.Head < 0 {
		return false
	}
	g, ok := r.governorAt(t.Head)
	it := r.Child(t.Head, text.NsubjPass, text.Expl)
	return ok && g.modality == concord.Possible && it >= 0 && r.Tokens[it].Norm == "it"
}

// perpetratorStance is what a responsibility claim makes of a perpetrator.
var perpetratorStance = map[concord.Stance]string{concord.Blames: "blamed", concord.Admits: "admitted", concord.Denies: "denied"}

// answer notes b among the account's perpetrators.
func (a *account) answer(b *blame, mention string) {
	stance := perpetratorStance[b.claim.Stance]
	if stance == "" {
		return
	}
	actor := b.claim.Responsibility.Actor
	if slices.ContainsFunc(a.Victims, func(v concord.Victim) bool { return v.Name != nil && sameWords(*v.Name, actor.Name) }) {
		return
	}
	known := false
	for i := range a.Perpetrators {
		p := &a.Perpetrators[i]
		within := actor.Span.Contains(p.Span)      // "Russian warplanes"
		whose := within && actor.Kind == "unknown" // "regime warplanes"
		if !strings.EqualFold(p.Name, actor.Name) && !whose {
			continue
		}
		if known = true; b.claim.Stance == concord.Admits || p.Stance == "asserted" && within || p.Stance == "denied" && stance == "blamed" {
			p.Stance = stance
		}
	}
	if known || actor.Kind == "unknown" || actor.Kind == "person" && b.claim.Stance == concord.Denies {
		return // a spokesman who denies it did nothing himself
	}
	a.Perpetrators = append(a.Perpetrators, concord.Perpetrator{Name: actor.Name, Mention: mention, Kind: actor.Kind, Span: actor.Span, Stance: stance})
}
