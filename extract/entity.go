package extract

import (
	"slices"
	"strconv"
	"strings"

	"concord"
	"concord/text"
)

// entity is somebody or something that a report speaks of, by the phrases that name it alike.
type entity struct {
	mentions []*phrase
}

// head returns the first phrase for x.
func (x *entity) head() *phrase { return x.mentions[0] }

// entities returns those who may have a part in a happening, in the order of the text.
func (r *reader) entities() []*entity {
	known := map[string]*entity{}
	var list []*entity
	for i := range r.phrases {
		p := &r.phrases[i]
		if !r.mayBePart(p) {
			continue
		}
		key := r.keyOf(p)
		if known[key] == nil {
			known[key] = &entity{}
			list = append(list, known[key])
		}
		known[key].mentions = append(known[key].mentions, p)
	}
	return list
}

// mayBePart reports whether a phrase is of a kind that acts or is acted upon, and names no event itself.
func (r *reader) mayBePart(p *phrase) bool {
	if p.pronoun || p.place >= 0 && !p.common && p.actor == nil || r.timeAt[p.head] || r.eventOf[p.head] != nil || !r.Paragraphs[r.Sentences[r.Tokens[p.head].Sentence].Paragraph].Kind.Told() {
		return false
	}
	c := p.noun.class
	return c.people() || c.thing() && c != territory && c != arms || c == noClass && r.isNamed(p)
}

// keyOf returns what phrases for one entity have in common: a name, else noun and number.
func (r *reader) keyOf(p *phrase) string {
	switch {
	case p.actor != nil && organisedKind(r.kindOf(p)):
		return "actor " + strings.ToLower(p.actor.Name)
	case p.name != nil && p.name.Kind == text.PersonName && !p.plural:
		return "name " + strconv.Itoa(r.root(p.name))
	case r.properName(p) < p.last:
		return "name " + strings.ToLower(r.Words(r.properName(p), p.last))
	case p.noun.class.thing() && p.name != nil:
		return "thing " + strings.ToLower(r.Words(p.first, p.last))
	}
	return r.Tokens[p.head].Lemma + " " + strconv.FormatBool(p.plural) + " " + strconv.Itoa(p.low)
}

// filledAs returns the part that x has in an account already.
func (r *reader) filledAs(a *account, x *entity) part {
	for _, p := range x.mentions {
		name := r.nameOf(p)
		switch {
		case slices.ContainsFunc(a.Perpetrators, func(o concord.Perpetrator) bool { return r.begins(p, o.Span) || sameWords(o.Name, name) }):
			return perpetratorPart
		case slices.ContainsFunc(a.Victims, func(o concord.Victim) bool { return r.begins(p, o.Span) || o.Name != nil && sameWords(*o.Name, name) }):
			return victimPart
		case slices.ContainsFunc(a.Objects, func(o concord.ObjectHit) bool { return r.begins(p, o.Span) }):
			return objectPart
		}
	}
	return noPart
}

// begins reports whether phrase p holds the first word of a span.
func (r *reader) begins(p *phrase, s concord.Span) bool {
	at := r.TokenAt(s.Start)
	return p.first <= at && at < p.last
}
