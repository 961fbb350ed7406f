package extract

import (
	"cmp"
	"slices"
	"strings"

	"concord"
	"concord/text"
)

// gravity orders what may be said of the same person: of two the graver is what became of them.
var gravity = map[string]int{"unknown": 0, "none": 1, "missing": 2, "detained": 3, "abducted": 4, "casualties": 5, "injured": 6, "killed": 7}

// fillVictims says whom the events of an account befell, each of them once: figures and roles tell of the same people
// again and again.
func (r *reader) fillVictims(a *account) {
	list := r.merged(r.sufferers(a))
	r.fate(a, list)
	list = r.resolveParts(list)
	for _, s := range list {
		r.correct(s)
	}
	a.sufferers, a.Victims = list, r.victims(list)
}

// fate says that the only victim of a shooting that is called deadly died.
func (r *reader) fate(a *account, list []*sufferer) {
	if !slices.ContainsFunc(a.events, r.isDeadly) {
		return
	}
	var victim *sufferer
	for _, s := range list {
		switch {
		case s.effect == "killed" || victim != nil:
			return
		case s.effect == "injured" && !s.single() || s.effect == "injured" && (s.figure == nil || !s.figure.weak()):
			return
		case s.single() && !s.armed:
			victim = s
		}
	}
	if victim != nil {
		victim.effect = "killed"
	}
}

// isDeadly reports whether the words of an event say that somebody died: "a fatal shooting", "the homicide".
func (r *reader) isDeadly(e *event) bool {
	switch r.Tokens[e.head].Lemma {
	case "homicide", "murder", "slaying", "manslaughter":
		return e.claim.Modality == concord.Asserted && (e.head == 0 || r.Tokens[e.head-1].Norm != "attempted")
	}
	p := r.phraseOf(e.head)
	if p == nil {
		return false
	}
	for i := p.first; i < p.head; i++ {
		switch r.Tokens[i].Norm {
		case "fatal", "deadly", "lethal":
			return true
		}
	}
	return false
}

// correct takes back that somebody who was shot was hurt, where the report tells that he died: "shot" alone leaves it open.
func (r *reader) correct(s *sufferer) {
	for _, f := range s.figures {
		if f.measure != concord.Injured || !f.weak() || s.implied {
			continue
		}
		switch {
		case s.effect == "killed" && s.single():
			f.void = true
		case s.effect == "casualties" && f.claim.Figure != nil:
			f.measure, f.claim.Figure.Measure = concord.Casualties, concord.Casualties
		}
	}
}

// sufferers returns all mentions of those to whom the account's events did something, in the order of the text.
func (r *reader) sufferers(a *account) []*sufferer {
	var list []*sufferer
	seen := map[int]bool{}
	for _, f := range r.struck {
		effect := effects[f.measure]
		if f.event == nil || f.event.account != a {
			continue
		}
		if effect == "" && violence.has(f.event.found.act) || f.claim.Figure != nil && wider(f.claim.Scope, concord.ScopeDay) {
			seen[f.tally.head] = true
		}
		if !f.tally.people() || !victimEffect(a, effect) || f.earlier || f.tally.qualifier == concord.None || !f.tally.known && f.claim.Scope != concord.ScopeIncident || !likely(f.claim.Modality) {
			continue
		}
		seen[f.tally.head] = true
		if r.isAnybody(&f.tally) {
			continue
		}
		list = append(list, r.sufferer(f.tally, effect, f))
	}
	for _, e := range a.events {
		for _, x := range e.args {
			if x.role != patient || seen[x.phrase.head] || !r.isVictim(x.phrase) || r.speaks(x.phrase.head) || !likely(e.claim.Modality) {
				continue
			}
			if h, ok := r.hitAt(e.found.first, e.found.last); ok && h.tells() && x.effect == "" {
				continue // whom it befell is read already
			}
			if x.effect == "" && (r.mayBePlace(e, x.phrase) || strings.HasPrefix(x.how, "learned") && r.befellElsewhere(a, x.phrase)) {
				continue
			}
			if t, ok := r.tallyAt(x.phrase.head); ok && t.people() && victimEffect(a, e.effect()) && !x.phrase.noun.class.thing() && !r.isTheDead(&t) {
				seen[x.phrase.head] = true
				list = append(list, r.sufferer(t, e.effect(), nil))
			}
		}
	}
	slices.SortStableFunc(list, func(x, y *sufferer) int { return cmp.Compare(x.head, y.head) })
	return list
}

// befellElsewhere reports whether those whom p counts died or were hurt in what another account tells.
func (r *reader) befellElsewhere(a *account, p *phrase) bool {
	return slices.ContainsFunc(r.struck, func(f *figure) bool {
		return f.tally.head == p.head && f.event != nil && f.event.account != nil && f.event.account != a
	})
}

// mayBePlace reports whether what e hit is a name of which nothing says that it is a person's: hit by fire from afar, "shells hit
// al-Maydan", or named where places are, "the quarters of Zafra and Hisham".
func (r *reader) mayBePlace(e *event, p *phrase) bool {
	if p.name == nil || p.name.Kind != text.PersonName || p.plural || p.counted {
		return false
	}
	if known := r.profiles[p.name.Same]; known.role != "" || known.organisation != "" || r.titled(p).class != person {
		return false
	}
	return actsOf(airstrike, shelling, explosion, offensive, hostility).has(e.found.act) || r.besidePlaces(p, 3)
}

// besidePlaces reports whether the words before p, or before those that "and" joins to it, say that it is a place: "near", "the towns of".
func (r *reader) besidePlaces(p *phrase, steps int) bool {
	i := p.first - 1
	if steps == 0 || i < 1 || r.Tokens[i].Sentence != r.Tokens[p.head].Sentence {
		return false
	}
	q := r.phraseOf(i - 1)
	switch r.Tokens[i].Norm {
	case "near", "in", "around", "outside", "inside":
		return true
	case "of":
		return q != nil && q.noun.class == territory
	case "and", ",":
		return q != nil && (q.place >= 0 || r.besidePlaces(q, steps-1))
	}
	return false
}

// isTheDead reports whether t is those whom an event befell, whoever they are: "pulling out the dead".
func (r *reader) isTheDead(t *tally) bool {
	switch r.Tokens[t.head].Norm {
	case "dead", "wounded", "injured", "deceased":
		return t.known
	}
	return false
}

// isAnybody reports whether t is people in general: "killing people".
func (r *reader) isAnybody(t *tally) bool {
	return t.qualifier == concord.Some && t.first == t.head && (r.Tokens[t.head].Norm == "people" || r.Tokens[t.head].Norm == "persons")
}

// likely reports whether what is said so may be held to have happened.
func likely(m concord.Modality) bool {
	return m == "" || m == concord.Asserted || m == concord.Possible
}

// victimEffect reports whether an effect makes victims in this kind of account: an arrest after an attack does not.
func victimEffect(a *account, effect string) bool {
	switch effect {
	case "":
		return false
	case "detained":
		return a.Type == concord.Arrest
	}
	return true
}

// isVictim reports whether a phrase stands for people.
func (r *reader) isVictim(p *phrase) bool {
	return p.noun.class.people() && !p.noun.class.body() && !(p.place >= 0 && !p.common) || r.isNamed(p) && p.place < 0 || p.pronoun
}

// victims writes the list as it is published.
func (r *reader) victims(list []*sufferer) []concord.Victim {
	victims := make([]concord.Victim, 0, len(list))
	for _, s := range list {
		span := r.describedSpan(s)
		v := concord.Victim{Mention: span.Of(r.Text), Kind: "person", Status: s.status, CountLow: lowOf(s.low, s.high), CountHigh: s.high, Effect: s.effect, Span: span}
		if !s.single() {
			v.Kind = "group"
		}
		if s.name != nil && s.single() {
			full := r.Names[r.root(s.name)]
			name := r.Words(full.First, full.Last)
			v.Name = &name
		} else if p := r.phraseOf(s.head); p != nil && s.single() && r.properName(p) < p.last {
			name := r.Words(r.properName(p), p.last)
			v.Name = &name
		}
		if s.partOf != nil {
			at := slices.Index(list, s.partOf)
			v.PartOf = &at
		}
		victims = append(victims, v)
	}
	return victims
}

// describedSpan returns the words for s; for a person of whom they give the name alone, the first words of the report that say with the
// name who it is.
func (r *reader) describedSpan(s *sufferer) concord.Span {
	span := r.sufferersSpan(s)
	if s.name == nil || !s.single() || span.Len() > r.Span(s.name.First, s.name.Last).Len() {
		return span
	}
	for i := range r.Names {
		n := &r.Names[i]
		p := r.phraseOf(n.Last - 1)
		if p == nil || p.plural || p.name != n || n.Kind != text.PersonName || r.root(n) != r.root(s.name) {
			continue
		}
		if full := r.mention(p); full.Len() > r.Span(n.First, n.Last).Len() {
			return full
		}
	}
	return span
}

// sufferersSpan returns the words for s: its phrase as a role has it, without article, or its number alone.
func (r *reader) sufferersSpan(s *sufferer) concord.Span {
	p := r.phraseOf(s.head)
	if p == nil || p.head > s.head && r.quantityOf(s.head) == nil {
		return r.Span(s.first, s.last)
	}
	span := r.mention(p)
	if q := r.quantityOf(s.head); q != nil {
		span.Start = q.Number.Start
	}
	return span
}
