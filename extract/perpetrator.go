package extract

import (
	"cmp"
	"strings"

	"concord"
	"concord/text"
)

// addPerpetrator adds the phrase, and the organisation that its words name: "FMLN guerrillas", "members of the Taliban".
func (r *reader) addPerpetrator(a *account, p *phrase) {
	a.addPerpetrator(r.Text, r.nameOf(p), r.kindOf(p), r.mention(p), p)
	for i := p.first; i < r.withOf(p); i++ {
		actor := r.organisationAt(i, p)
		switch {
		case actor == nil:
		case actor.Kind == concord.State:
			a.addPerpetrator(r.Text, actor.Name, "state", actor.Span, p)
		default:
			a.addPerpetrator(r.Text, bodyName(actor), "organisation", actor.Span, p)
		}
	}
	r.addTheirs(a, p)
}

// organisationAt returns the organisation or state that token i names besides the people of phrase p; nil where it names none.
func (r *reader) organisationAt(i int, p *phrase) *concord.ActorMention {
	k := r.actorAt[i]
	if k == 0 || i == p.head || p.name != nil && p.name.Kind == text.PersonName {
		return nil
	}
	actor := &r.mentions.Actors[k-1]
	if actor.Kind != concord.ArmedGroup && actor.Kind != concord.Organisation && actor.Kind != concord.State {
		return nil
	}
	if last := r.TokenAt(actor.End-1) + 1; last < p.head && r.tiedAdjective(last-1, p.last) >= last {
		return nil // "US-backed forces"
	}
	if actor == p.actor {
		if !organisedKind(r.kindOf(p)) && r.namedBy(actor) {
			return actor
		}
		return nil
	}
	if q := r.phraseOf(i); actor.Contains(r.mention(p)) || q != nil && q != p && q.actor == actor && !organisedKind(r.kindOf(q)) {
		return nil // "a group of armed men"
	}
	return actor
}

// bodyName returns the name of the body that an actor is or belongs to: "rebels of the Red Front" are the front's.
func bodyName(actor *concord.ActorMention) string {
	if isName(actor.Name) {
		return actor.Name
	}
	return cmp.Or(actor.Organisation, actor.Name)
}

// namedBy reports whether the words of an actor hold its name and more: "Shining Path fighters".
func (r *reader) namedBy(actor *concord.ActorMention) bool {
	words := strings.Fields(strings.ToLower(actor.Of(r.Text)))
	name := strings.Fields(strings.ToLower(actor.Name))
	return len(words) > len(name) && strings.Contains(strings.Join(words[:len(words)-1], " "), strings.Join(name, " "))
}

// addTheirs adds the organisation whose people p are, where the report calls it by name elsewhere: "the rebels" of a front.
func (r *reader) addTheirs(a *account, p *phrase) {
	if p.actor == nil || organisedKind(r.kindOf(p)) || p.actor.Kind != concord.ArmedGroup && p.actor.Kind != concord.State {
		return
	}
	for i := range r.phrases {
		if q := &r.phrases[i]; q.actor != nil && q.actor.Name == p.actor.Name && organisedKind(r.kindOf(q)) {
			a.addPerpetrator(r.Text, q.actor.Name, r.kindOf(q), r.mentionSpan(q), p)
			return
		}
	}
}

// organisedKind reports whether a kind of perpetrator is an organisation or a state.
func organisedKind(kind string) bool { return kind == "organisation" || kind == "state" }

// addPerpetrator adds an entry to the list unless it stands there, be it one of them or several; an armed group and people of it are two,
// a state's army and its troops are one.
func (a *account) addPerpetrator(text, name, kind string, span concord.Span, p *phrase) {
	for i := range a.Perpetrators {
		q := &a.Perpetrators[i]
		if sameWords(singular(q.Name), singular(name)) && (organisedKind(q.Kind) == organisedKind(kind) || q.Kind == "state" || kind == "state") {
			return
		}
	}
	a.Perpetrators = append(a.Perpetrators, concord.Perpetrator{Name: name, Mention: span.Of(text), Kind: kind, Span: span, Stance: "asserted"})
	a.perpetrators = append(a.perpetrators, p)
}
