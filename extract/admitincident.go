package extract

import (
	"fmt"
	"math"
	"slices"

	"concord"
	"concord/text"
)

// An account is an incident of its own where the model holds it for one with at least this probability: surelyNone where it says enough.
const (
	surelyNone = 0.05
	likelyOne  = 0.25
)

// substantial reports whether an account says enough of one happening to stand whatever the model holds: whom it befell, on
// which day, and where; of fire from afar also how many with one of these, or what it hit there. The keys that the model learned from tell
// of no such wars.
func (r *reader) substantial(a *account) bool {
	when, where, aimed := false, false, false
	for _, e := range a.events {
		aimed = aimed || e.has(patient)
		when = when || e.claim.When != nil && e.claim.When.Precision == concord.ToDay && r.told(e, e.claim.When.Span)
		where = where || e.claim.Where != nil && r.told(e, e.claim.Where.Span)
	}
	hits := len(a.Victims)+len(a.Objects) > 0
	return when && where && (hits || remote(a)) || a.Modality == concord.Asserted && (r.leads(a) || remote(a) && ((when || where) && counts(a) || where && aimed))
}

// listed reports whether an account stands in an item of its own, as the news of a list, a live blog or a transcript do, and says how many
// it befell, or what happened there.
func (r *reader) listed(a *account) bool {
	if a.Modality != concord.Asserted || r.itemOf(a.events[0].head) == 0 {
		return false
	}
	where := slices.ContainsFunc(a.events, func(e *event) bool { return e.claim.Where != nil && r.told(e, e.claim.Where.Span) })
	aimed := slices.ContainsFunc(a.events, func(e *event) bool { return e.has(patient) })
	counted := slices.ContainsFunc(a.events, func(e *event) bool { p := r.phraseOf(e.head); return p != nil && p.counted && e.found.pos == 'n' })
	return counts(a) || where && (counted || len(a.Victims)+len(a.Objects) > 0 || remote(a) || aimed && a.Type == concord.Bombing)
}

// recorded reports whether an account says all that a record of casualties asks for: how many, when and where.
func (r *reader) recorded(a *account) bool {
	if a.Modality == concord.Asserted && counts(a) && a.Where != nil && coarseness(a.Where) <= 1 && a.Where.Span != nil && r.countsThere(a) {
		return true
	}
	if a.Modality != concord.Asserted || !counts(a) || a.Where == nil || a.When == nil {
		return false
	}
	if a.Where.Span != nil && r.tells(a, a.Where.Span) && r.dated(a) && a.When.Precision != concord.ToYear {
		return true
	}
	return onOneDay(a.When) && a.When.Span != nil && r.tells(a, a.When.Span)
}

// countsThere reports whether one sentence names a's place and how many were killed or taken.
func (r *reader) countsThere(a *account) bool {
	at := r.Tokens[r.TokenAt(a.Where.Span.Start)].Sentence
	return slices.ContainsFunc(a.sufferers, func(x *sufferer) bool {
		return x.figure != nil && x.stated && gravity[x.effect] >= gravity["abducted"] && r.Tokens[x.figure.head].Sentence == at
	})
}

// counts reports whether an account says how many were killed, hurt or taken.
func counts(a *account) bool {
	return slices.ContainsFunc(a.sufferers, func(x *sufferer) bool { return x.figure != nil && x.stated && gravity[x.effect] >= gravity["abducted"] })
}

// remote reports whether an account tells of fire from afar, which is an incident though nobody says whom it hit.
func remote(a *account) bool {
	return a.Type == concord.AirStrike || a.Type == concord.Shelling || a.Type == concord.ChemicalWeapon
}

// inGeneral reports whether e's noun tells of no happening of its own: a thing that is only spoken of, or a plural without a day, place or side,
// such as "after long army sieges", and where the report is about something else any aid or release without them.
func (r *reader) inGeneral(e *event) bool {
	if r.onlySpokenOf(e) {
		return true
	}
	p := r.phraseOf(e.head)
	if e.found.pos != 'n' || p == nil || p.counted || e.found.act == ceasefire || slices.ContainsFunc(e.args, func(a argument) bool { return a.how != "before the noun" }) || r.set(e) {
		return false
	}
	late := r.Tokens[e.head].Sentence >= leadAccount && !violence.has(e.found.act) && e.found.act != natural && e.found.act != accident
	return late || r.Tokens[e.head].Tag == text.NNS && !p.definite
}

// leadAccount is how many sentences of a report tell what it is about.
const leadAccount = 3

// leads reports whether the report begins with an account, and tells whom it killed, hurt or took.
func (r *reader) leads(a *account) bool {
	return r.Tokens[a.events[0].head].Sentence < leadAccount && slices.ContainsFunc(a.Victims, func(v concord.Victim) bool { return gravity[v.Effect] >= gravity["abducted"] })
}

// explainIncident writes into the trace of an account's first event why it is held to be an incident: the features that counted most.
func (r *reader) explainIncident(model *weights, a *account) {
	s := sheet{named: true}
	r.weighAccount(&s, a)
	a.events[0].because("incident", fmt.Sprintf("probability %.2f", model.probability(&s)), model.reasons(&s, 0), math.Abs)
}

// drop takes away the accounts that the incident model holds to be none; their events stay as claims.
func (r *reader) drop() {
	model := r.models["incident"]
	if model == nil {
		return
	}
	var s sheet
	kept := r.accounts[:0:0]
	for _, a := range r.accounts {
		is, decided := r.surelyIncident(a)
		if decided && !is {
			r.dissolve(a, kept)
			continue
		}
		if decided {
			kept = append(kept, a)
			continue
		}
		least := likelyOne
		if r.substantial(a) {
			least = surelyNone
		}
		r.weighAccount(&s, a)
		if model.probability(&s) >= least {
			kept = append(kept, a)
			r.explainIncident(model, a)
			continue
		}
		r.dissolve(a, kept)
	}
	r.accounts = kept
}

// surelyIncident reports whether rules alone decide whether a is an incident, and which way: what is only spoken of is none; a short report
// tells of one; and the answer keys, being of plain stories, leave out lists, histories and fights between the armed, so that the model has
// seen none of these.
func (r *reader) surelyIncident(a *account) (is, decided bool) {
	switch {
	case !slices.ContainsFunc(a.events, func(e *event) bool { return !r.inGeneral(e) }):
		return false, true
	case r.describesOnly(a), r.recalls(a):
		return false, true
	case r.formOf(a.events[0]) != nil, !taught(a.Type), a.Modality == concord.Asserted && len(r.Sentences) <= 3, r.listed(a), r.recorded(a):
		return true, true
	}
	if a.Modality == concord.Asserted && remote(a) && slices.ContainsFunc(a.events, r.hitsTown) {
		return true, true
	}
	named := a.When != nil && r.tells(a, a.When.Span) || a.Where != nil && r.tells(a, a.Where.Span)
	if a.Modality == concord.Denied && named && r.Tokens[a.events[0].head].Sentence < leadAccount && slices.ContainsFunc(a.events, func(e *event) bool { return violence.has(e.found.act) && e.has(patient) }) {
		return true, true // "its planes did not strike the convoy near Aleppo": others hold that they did
	}
	return true, a.Type.Group() == concord.Battles && named
}

// hitsTown reports whether the object of verb e is a town, and no words say that it was hit again and again: "jets bombed Homs", not "jets have
// often bombed Homs".
func (r *reader) hitsTown(e *event) bool {
	o := r.Child(e.head, text.Obj)
	if e.found.pos != 'v' || o < 0 || r.placeAt[o] == 0 || r.perfect(e.head) && (e.claim.When == nil || !exact(e.claim.When)) {
		return false
	}
	for j := range r.Children(e.head) {
		if _, often := hedges()["habit"][r.Tokens[j].Norm]; often && r.Tokens[j].Rel == text.Advmod {
			return false
		}
	}
	w := &r.mentions.Places[r.placeAt[o]-1]
	return !w.Metonym && coarseness(&w.Where) <= 1
}

// recalls reports whether a, late in a report and of no day or place of its own, tells what led to the news: "opponents of the king took up arms".
func (r *reader) recalls(a *account) bool {
	switch a.Type {
	case concord.Mobilisation, concord.ChangeToGroup, concord.PeacefulProtest, concord.ProtestWithIntervention, concord.OtherStrategic:
	default:
		return false
	}
	return r.Tokens[a.events[0].head].Sentence >= leadSentences && (a.When == nil || a.When.Span == nil || !r.tells(a, a.When.Span)) && (a.Where == nil || a.Where.Span == nil || !r.tells(a, a.Where.Span))
}

// describesOnly reports whether what a tells, no violence, is only said to describe somebody: "families |fleeing| the fighting were fed", of no day of
// its own.
func (r *reader) describesOnly(a *account) bool {
	if taught(a.Type) || a.Type == concord.Arrest || a.Type.Group() == concord.Battles || a.Type.Group() == concord.Ceasefires {
		return false
	}
	return !slices.ContainsFunc(a.events, func(e *event) bool {
		own := r.timeWithin(int(r.low[e.head]), int(r.high[e.head]))
		return own != nil && own.Precision != concord.Unknown && own.Precision != concord.ToYear || e.found.pos == 'n' || !r.adnominal(e.head)
	})
}

// adnominal reports whether verb i stands in a clause that describes a noun.
func (r *reader) adnominal(i int) bool {
	for ; r.Tokens[i].Head >= 0; i = r.Tokens[i].Head {
		switch r.Tokens[i].Rel {
		case text.AclRelcl, text.Acl, text.Amod:
			return true
		case text.Conj, text.Xcomp, text.Obl, text.Obj, text.Nmod:
		default:
			return false
		}
	}
	return false
}

// dissolve takes a's events out of it; they stay as claims. What points back ("the attack") goes with the violence told last before, where nothing that
// a tells is of another day.
func (r *reader) dissolve(a *account, before []*account) {
	for _, e := range a.events {
		e.account = nil
		if b := r.toldLast(e, before); b != nil && violence.has(e.found.act) && r.pointsBack(e) && !r.countsDay(b, e) &&
			!slices.ContainsFunc(a.events, func(x *event) bool { return otherThan(b, x, r.sameDay) }) {
			e.account = b
		}
	}
}

// toldLast returns the account of violence that was told last before e, nil where none was.
func (r *reader) toldLast(e *event, before []*account) *account {
	for _, b := range slices.Backward(before) {
		if b.Modality == concord.Asserted && taught(b.Type) && b.events[0].head < e.head {
			return b
		}
	}
	return nil
}
