package extract

import (
	"strings"

	"concord"
	"concord/lexicon"
	"concord/text"
)

// armsBefore returns the arms that a verb has for its subject past a participle with those who sent them, for which the grammar misses
// it: "a bomb believed to have been planted by rebels killed ten"; nil where there are none.
func (r *reader) armsBefore(verb int) *phrase {
	by := r.endingBefore(verb)
	if by == nil || by.first < 2 || r.Tokens[by.first-1].Norm != "by" {
		return nil
	}
	for i := by.first - 2; i >= r.Sentences[r.Tokens[verb].Sentence].First; i-- {
		if p := r.phraseOf(i); p != nil {
			if p.noun.class == arms && r.senderOf(p) == by.head {
				return p
			}
			return nil
		}
	}
	return nil
}

// lays are verbs of setting arms in place, besides those of launching them.
var lays = map[string]bool{"plant": true, "lay": true, "throw": true, "hurl": true, "set": true, "place": true, "rig": true}

// senderOf returns the noun for who laid, fired or threw the arms p, as a participle after them tells: "a mine believed to have been
// laid by the rebels"; -1 where none does.
func (r *reader) senderOf(p *phrase) int {
	end := min(r.sentenceEnd(p.head), p.last+8)
	for i := p.last; i+1 < end; i++ {
		switch t := &r.Tokens[i]; {
		case t.Norm == "by" && r.Tokens[i-1].Tag == text.VBN && (launches[r.Tokens[i-1].Lemma] || lays[r.Tokens[i-1].Lemma]):
			if by := r.phraseOf(i + 1); by != nil && by.noun.class.people() {
				return by.head
			}
			return -1
		case t.POS != text.VERB && t.POS != text.AUX && t.POS != text.PART && t.POS != text.ADV && t.Norm != "which" && t.Norm != "that":
			return -1
		}
	}
	return -1
}

// halfWord reports whether a hyphen ties p to a participle, so that it only describes what follows: "a government|-held town".
func (r *reader) halfWord(p *phrase) bool {
	i := p.last
	return i+1 < len(r.Tokens) && r.Tokens[i].Norm == "-" && !r.Tokens[i-1].SpaceAfter && !r.Tokens[i].SpaceAfter && (r.Tokens[i+1].Tag == text.VBN || r.Tokens[i+1].Tag == text.VBD)
}

// whoseArms marks who acts because the arms are theirs.
const whoseArms = "whose arms"

// bearer returns whose arms p are, where its words name a force or a nation and p does or serves violence: "Russian warplanes", "a
// Hezbollah rocket"; nil where they tell who made them, "a Russian-made rocket", or where p are no arms.
func (r *reader) bearer(e *event, as role, p *phrase) *phrase {
	if c := p.noun.class; as != agent && (as != instrument || c == vehicle) || c != arms && c != aircraft && c != vehicle || !violence.has(e.found.act) {
		return nil
	}
	if p.first > 0 && r.Tokens[p.first-1].Norm == "or" {
		return nil // "Russian or regime warplanes"
	}
	for i := p.first; i < p.head; i++ {
		if r.Tokens[i].POS == text.DET || r.Tokens[i+1].Norm == "-" || r.actorAt[i] > 0 && r.actorAt[i] == r.actorAt[p.head] && r.nationAt(i) == nil {
			continue
		}
		if p.noun.class == aircraft && r.Tokens[i].Lemma == "fighter" {
			continue // "a fighter jet"
		}
		m := r.modifier(i)
		switch c := m.noun.class; {
		case c == army || c == group || c == fighter || c == government && r.nationAt(i) == nil || m.actor != nil && m.actor.Kind == concord.ArmedGroup:
			return m
		case r.nationOf(i) != nil && r.nationOf(i).Kind != concord.OtherActor:
			return r.stateOf(i)
		}
	}
	return nil
}

// nationOf returns the mention of a nation at token i, before a noun, where a country's abbreviation stands for its adjective: "a US
// strike". A name in full says where it happened: "the Syria strikes".
func (r *reader) nationOf(i int) *concord.ActorMention {
	if n := r.nationAt(i); n != nil || r.placeAt[i] == 0 || i+1 >= len(r.Tokens) {
		return n
	}
	p := &r.mentions.Places[r.placeAt[i]-1]
	if p.Precision != concord.ToCountry || r.Tokens[i+1].Norm == "-" || p.Span == nil || len(p.Quote) > 4 || strings.ToUpper(p.Quote) != p.Quote {
		return nil
	}
	return &concord.ActorMention{Span: *p.Span, Name: p.Name, Kind: concord.State, Country: p.Country}
}

// stateOf returns the phrase of the word for a nation at token i, as that of its state.
func (r *reader) stateOf(i int) *phrase {
	m, state := r.modifier(i), *r.nationOf(i)
	state.Kind, state.Side = concord.State, concord.Official
	if name := lexicon.Country(state.Country); name != "" {
		state.Name = name
	}
	m.noun, m.actor = noun{government, concord.Anyone}, &state
	return m
}
