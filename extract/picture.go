package extract

import (
	"slices"
	"strings"

	"concord"
)

// picture sums up what is told of an account for typing.
func (r *reader) picture(events []*event) *picture {
	p := &picture{}
	var words strings.Builder
	rank, first := -1, -1
	sure := slices.ContainsFunc(events, func(e *event) bool { return e.claim.Modality == concord.Asserted })
	for _, e := range events {
		if sure && e.claim.Modality != concord.Asserted {
			continue
		}
		at := r.Tokens[e.head].Sentence
		if first < 0 {
			first = at
		}
		if at > first+nearScene && !means.has(e.found.act) {
			continue
		}
		p.acts = p.acts.with(e.found.act)
		p.signals |= e.signals
		p.agents |= e.classes(agent)
		p.patients |= e.classes(patient) | r.armedHolders(e)
		p.parties |= e.classes(party)
		p.instruments |= e.classes(instrument)
		if k := e.found.act.rank(); k > rank {
			rank, p.main = k, e.found.act
		}
		s := r.Sentences[r.Tokens[e.head].Sentence]
		for i := s.First; i < s.Last; i++ {
			words.WriteByte(' ')
			words.WriteString(r.Tokens[i].Norm)
		}
		words.WriteByte(' ')
		p.retaken = p.retaken || retakes()[e.found.words[0]]
	}
	p.words = words.String()
	p.eachOther = strings.Contains(p.words, " each other ") || strings.Contains(p.words, " rival ") || strings.Contains(p.words, " one another ")
	p.townsfolk = r.townsfolk(events)
	p.foreign = r.foreign(events)
	p.shotInAir = strings.Contains(p.words, " in the air ") || strings.Contains(p.words, " into the air ") || strings.Contains(p.words, " warning shots ")
	p.unopposed = strings.Contains(p.words, " without a fight ") || strings.Contains(p.words, " without clashes ") || strings.Contains(p.words, " without fighting ") || strings.Contains(p.words, " without resistance ") ||
		strings.Contains(p.words, " peacefully ") || strings.Contains(p.words, " unopposed ")
	return p
}

// armedHolders returns the class of a post where what e hits is said to belong to the armed: "rebel positions", "gatherings of fighters".
func (r *reader) armedHolders(e *event) classes {
	for _, a := range e.args {
		p := a.phrase
		if a.role != patient || p.noun.class != territory && p.noun.class != noClass {
			continue
		}
		for i := p.first; i < p.head; i++ {
			if r.modifier(i).noun.class.armed() {
				return classesOf(post)
			}
		}
		if p.last+1 < len(r.Tokens) && r.Tokens[p.last].Norm == "of" {
			if q := r.phraseOf(p.last + 1); q != nil && q.noun.class.armed() {
				return classesOf(post)
			}
		}
	}
	return 0
}

// townsfolk reports whether the agents are several people of a place, and none of them armed.
func (r *reader) townsfolk(events []*event) bool {
	for _, e := range events {
		for _, a := range e.args {
			if c := a.phrase.noun.class; a.role == agent && (c == civilian || c == mobster) && a.phrase.plural && r.eventOf[a.phrase.head] == nil {
				return true
			}
		}
	}
	return false
}

// foreign reports whether an agent is of another country than the one where it happened, and no armed group.
func (r *reader) foreign(events []*event) bool {
	for _, e := range events {
		w := e.claim.Where
		if w == nil || w.Country == "" {
			continue
		}
		for _, a := range e.args {
			if c := a.phrase.actor; a.role == agent && c != nil && c.Country != "" && c.Country != w.Country {
				return true
			}
		}
	}
	return false
}
