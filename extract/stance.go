package extract

import (
	"slices"
	"strings"

	"concord"
)

// stances tells the perpetrators of accounts who is blamed, admits or denies from those whom the report itself names.
func (r *reader) stances() {
	for _, b := range r.blames {
		if b.account == nil || b.claim.Modality != concord.Asserted && b.claim.Modality != concord.Possible {
			continue
		}
		b.account.answer(b, b.claim.Responsibility.Actor.Of(r.Text))
	}
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
