package extract

import (
	"sync"

	"concord"
	"concord/lexicon"
	"concord/text"
)

func (r *reader) participants(e *event) []concord.Participant {
	list := []concord.Participant{}
	for _, a := range e.args {
		role := roleNames[a.role]
		if a.role == patient && a.phrase.noun.class.thing() {
			role = "object"
		}
		if a.role == scene {
			continue
		}
		list = append(list, concord.Participant{Role: role, Name: r.nameOf(a.phrase), Kind: r.kindOf(a.phrase), Span: r.mentionSpan(a.phrase)})
	}
	return list
}

// nameOf returns the full name of what the phrase stands for, else its words without article.
func (r *reader) nameOf(p *phrase) string {
	if p.actor != nil && p.actor.Name != "" && !r.ofPeople(p) {
		if p.actor.Kind == concord.Nationality {
			return stateName(p.actor)
		}
		return p.actor.Name
	}
	if name, ok := r.Antecedent(p.head); ok && p.pronoun {
		full := r.Names[r.Names[name].Same]
		return r.Words(full.First, full.Last)
	}
	if p.name != nil {
		full := r.Names[p.name.Same]
		return r.Words(full.First, full.Last)
	}
	if n := r.calledAfter(p); n != nil {
		return r.Words(n.First, n.Last)
	}
	first := p.first
	if r.Tokens[first].POS == text.DET && first < p.head {
		first++
	}
	return r.Words(first, p.last)
}

// ofPeople reports whether p is one or some of a people, who are not their state: "a Palestinian", "two Israelis".
func (r *reader) ofPeople(p *phrase) bool {
	if p.actor == nil || p.actor.Kind != concord.Nationality {
		return false
	}
	switch r.Tokens[p.first].Norm {
	case "a", "an", "another", "some", "several":
		return true
	}
	return p.counted
}

// calledAfter returns the name that follows p with "known as", "called" or "named": "a bandit known as Kura"; nil where none does.
func (r *reader) calledAfter(p *phrase) *text.Name {
	i, end := p.last, r.sentenceEnd(p.head)
	if p.pronoun || p.plural || !p.noun.class.people() || i+1 >= end {
		return nil
	}
	switch w := r.Tokens[i].Norm; {
	case w == "known" && r.Tokens[i+1].Norm == "as" && i+2 < end:
		return r.NameAt(i + 2)
	case w == "called" || w == "named":
		return r.NameAt(i + 1)
	}
	return nil
}

// kindOf returns person, group, organisation, state or unknown. A common noun for people stands for some of them, whatever they
// belong to: "guerrillas", "a guerrilla group".
func (r *reader) kindOf(p *phrase) string {
	c := p.noun.class
	switch {
	case r.ofPeople(p) && p.plural:
		return "group"
	case r.ofPeople(p):
		return "person"
	case r.organised(p) && forces.has(c):
		return "state"
	case r.organised(p) && (c == group || c == criminal):
		return "organisation"
	case p.actor != nil && (c == noClass || c == organisation || c == army || c == government):
		switch p.actor.Kind {
		case concord.Person:
			return "person"
		case concord.ArmedGroup, concord.Organisation:
			return "organisation"
		case concord.State:
			return "state"
		}
	case c == government, c == army, p.place >= 0 && r.mentions.Places[p.place].Where.Precision == concord.ToCountry:
		return "state"
	case c == organisation, c == group && !p.common:
		return "organisation"
	case p.actor != nil && p.actor.Kind == concord.ArmedGroup && c == group && !p.plural && isName(p.actor.Name):
		return "organisation" // "the Islamic State group"
	case p.name != nil && p.name.Kind == text.PersonName && !(p.common && p.plural):
		return "person"
	case c.people() && (p.plural || c.body()):
		return "group"
	case c.people():
		return "person"
	}
	return "unknown"
}

// organisedNouns are the rows of lexicon/organised.tsv.
var organisedNouns = sync.OnceValue(func() *lexicon.Phrases[bool] {
	phrases := lexicon.NewPhrases[bool]()
	for word := range lexicon.Set("organised", "word") {
		phrases.Add(word, true)
	}
	return phrases
})

// organised reports whether the noun of p stands for an organisation of the armed, and not for some of its people.
func (r *reader) organised(p *phrase) bool {
	for i := max(p.first, p.head-1); i <= p.head; i++ {
		if _, length := organisedNouns().Match(r.norm, i, p.head+1); length > 0 && i+length == p.head+1 {
			return p.name == nil || p.name.Kind != text.PersonName
		}
	}
	return false
}

// mentionSpan returns the bytes of the phrase with what belongs to its name, without article.
func (r *reader) mentionSpan(p *phrase) concord.Span {
	first := p.first
	for first < p.head && (r.Tokens[first].POS == text.DET || r.eventOf[first] != nil && r.eventOf[first].found.words[0] == "shoot") {
		first++
	}
	return r.Span(first, p.last)
}
