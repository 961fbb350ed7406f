package extract

import (
	"concord"
	"concord/lexicon"
)

// isAlternative reports whether "or" joins a phrase that only names a nation to the phrase after it: "Russian or Syrian jets".
func (r *reader) isAlternative(p *phrase) bool {
	return p.last+1 < r.sentenceEnd(p.head) && r.Tokens[p.last].Norm == "or" && r.nationAt(p.head) != nil && r.nationAt(p.last+1) != nil
}

// nationAt returns the mention of a nation or a state's forces that token i stands in, or nil.
func (r *reader) nationAt(i int) *concord.ActorMention {
	if r.actorAt[i] == 0 {
		return nil
	}
	if a := &r.mentions.Actors[r.actorAt[i]-1]; a.Country != "" && (a.Kind == concord.Nationality || a.Kind == concord.State || a.Kind == concord.OtherActor) {
		return a
	}
	return nil
}

// alternatives returns the actors that a phrase leaves open: "Russian or Syrian warplanes", "warplanes either Russian or
// Syrian"; the one that it names where it leaves nothing open.
func (r *reader) alternatives(p *phrase) []concord.Actor {
	var list []concord.Actor
	begin, end := p.first, min(r.sentenceEnd(p.head), p.last+4)
	if g, ok := r.governorAt(min(p.last, len(r.Tokens)-1)); ok && g.modality == concord.Possible {
		end = min(r.sentenceEnd(p.head), p.last+7) // "warplanes believed to be either Russian or Syrian"
	}
	if begin >= 2 && r.Tokens[begin-1].Norm == "or" {
		begin -= 2
	}
	or := false
	for i := begin; i < end; i++ {
		or = or || r.Tokens[i].Norm == "or"
		if n := r.nationAt(i); n != nil && (len(list) == 0 || list[len(list)-1].Span != n.Span) {
			list = append(list, concord.Actor{Name: stateName(n), Kind: "state", Span: n.Span})
		}
	}
	if or && len(list) > 1 {
		return list
	}
	return []concord.Actor{r.answerer(p)}
}

// answerer returns p as one who answers for a deed: for aircraft the state whose they are, where their words name it.
func (r *reader) answerer(p *phrase) concord.Actor {
	found := concord.Actor{Name: r.nameOf(p), Kind: r.kindOf(p), Span: r.mentionSpan(p)}
	if p.noun.class != aircraft {
		return found
	}
	for i := p.first; i < p.head; i++ {
		if n := r.nationAt(i); n != nil && r.Tokens[i+1].Norm != "-" {
			found.Name, found.Kind = stateName(n), "state"
			break
		}
	}
	return found
}

// stateName returns the state's own name for a word for its people, the actor's name for its government and forces.
func stateName(n *concord.ActorMention) string {
	if country := lexicon.Country(n.Country); country != "" && n.Kind != concord.State {
		return country
	}
	return n.Name
}
