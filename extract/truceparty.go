package extract

import (
	"slices"

	"concord/text"
)

// giveDoer gives the role to the subject of an active verb, or to the agent of a passive one. Whoever only wants it done does not do it.
func (r *reader) giveDoer(e *event, verb int, as role) {
	t := &r.Tokens[verb]
	if t.Head >= 0 && (t.Rel == text.Xcomp || t.Rel == text.Advcl || t.Rel == text.Ccomp) && truces().other["urge"][r.Tokens[t.Head].Lemma] {
		return
	}
	if t.POS != text.VERB {
		r.giveOwners(e, verb, as)
		return
	}
	if r.passive(verb) {
		if by := r.Child(verb, text.OblAgent); by >= 0 {
			r.giveAt(e, as, by, "agent of "+t.Lemma)
			return
		}
		if by := r.oblique(verb, "by"); by >= 0 {
			r.giveAt(e, as, by, "by, of "+t.Lemma)
		}
		return
	}
	if truce := &r.Tokens[e.head]; truce.Head == verb && truce.Rel == text.Nsubj {
		return // "the truce took effect"
	}
	own := false
	for s := range r.Children(verb) {
		if r.Tokens[s].Rel == text.Nsubj && !r.Under(e.head, s) && s < verb {
			r.giveAt(e, as, r.speakerBehind(s, verb), "subject of "+t.Lemma)
			own = true
		}
	}
	if s := r.subject(verb); !own && s >= 0 && !r.Under(e.head, s) {
		r.giveAt(e, as, s, "subject of "+t.Lemma)
	}
}

// speakerBehind returns the subject of the verb of speech above a clause whose subject is a pronoun for it: "Armenia denied that it had
// broken the truce"; else the subject itself.
func (r *reader) speakerBehind(subject, verb int) int {
	t := &r.Tokens[verb]
	if r.Tokens[subject].POS != text.PRON || t.Rel != text.Ccomp || t.Head < 0 {
		return subject
	}
	if _, known := r.Antecedent(subject); known {
		return subject
	}
	if s := r.Child(t.Head, text.Nsubj); s >= 0 && r.Tokens[s].POS != text.PRON {
		return s
	}
	return subject
}

// oblique returns the dependent of token i that the preposition marks, or -1.
func (r *reader) oblique(i int, preposition string) int {
	for c := range r.Children(i) {
		switch r.Tokens[c].Rel {
		case text.Obl, text.OblAgent, text.Nmod:
			if r.marker(c) == preposition {
				return c
			}
		}
	}
	return -1
}

// giveOwners gives the role to whoever a noun is said to be of: "the army's violations", "breaches by the rebels".
func (r *reader) giveOwners(e *event, noun int, as role) {
	if p := r.phraseOf(noun); p != nil && p.owner >= 0 && !r.phrases[p.owner].holds(e.head) {
		r.giveBody(e, as, &r.phrases[p.owner], "owner of "+r.Tokens[noun].Lemma)
		return
	}
	if by := r.oblique(noun, "by"); by >= 0 {
		r.giveAt(e, as, by, "by, of "+r.Tokens[noun].Lemma)
		return
	}
	after := max(noun, e.head) + 1
	if after+1 < r.Sentences[r.Tokens[noun].Sentence].Last && r.Tokens[after].Norm == "by" {
		if p := r.phraseOf(after + 1); p != nil {
			r.giveBody(e, as, p, "after by")
		}
	}
}

// giveBreakers gives the agent's role to those who are said to have broken the ceasefire: the accused where somebody accuses.
func (r *reader) giveBreakers(e *event, word, verb int) {
	r.giveOwners(e, word, agent)
	if len(e.args) > 0 || verb < 0 {
		return
	}
	top := verb
	for r.Tokens[top].Head >= 0 && (r.Tokens[top].Rel == text.Advcl || r.Tokens[top].Rel == text.Acl || r.Tokens[top].Rel == text.Xcomp) {
		top = r.Tokens[top].Head
	}
	if truces().other["accuse"][r.Tokens[top].Lemma] {
		if o := r.Child(top, text.Obj, text.NsubjPass); o >= 0 {
			r.giveAt(e, agent, o, "object of "+r.Tokens[top].Lemma)
		}
		return
	}
	if word == verb {
		r.giveDoer(e, verb, agent)
	} else if commits[r.Tokens[verb].Lemma] {
		r.giveDoer(e, verb, agent)
	}
}

// commits are the verbs whose subject does what their object names.
var commits = map[string]bool{"commit": true, "carry": true, "continue": true, "perpetrate": true, "make": true, "deny": true}

// giveAt gives a role in a ceasefire to the phrase at token i, and those joined to it by "and", where they can be parties.
func (r *reader) giveAt(e *event, as role, i int, how string) {
	p := r.phraseOf(i)
	if p == nil || r.beforeDash(i) {
		return
	}
	r.giveBody(e, as, p, how)
	for j := range r.Children(i) {
		if r.Tokens[j].Rel == text.Conj && !r.isEvent(j) {
			r.giveAt(e, as, j, how+", and")
		}
	}
}

// giveBody gives a role in a ceasefire to a phrase that can be a party: people, a body, a state.
func (r *reader) giveBody(e *event, as role, p *phrase, how string) {
	named := p.name != nil && p.name.Kind != text.OtherName
	if c := p.noun.class; (c.people() || c.body() || p.actor != nil || named || p.place >= 0 || p.pronoun) && !e.holds(p) && p.head != e.head {
		e.args = append(e.args, argument{role: as, phrase: p, how: how})
	}
}

// holds reports whether token i stands in the phrase.
func (p *phrase) holds(i int) bool { return p.first <= i && i < p.last }

// beforeDash reports whether token i stands before the dash of a dateline that its sentence goes on after: "MINSK, 12 February 2015 - Both …".
func (r *reader) beforeDash(i int) bool {
	s := r.Sentences[r.Tokens[i].Sentence]
	for j := s.First; j < min(s.Last, s.First+16); j++ {
		switch t := &r.Tokens[j]; {
		case t.Norm == "-" && j > s.First && r.Tokens[j-1].SpaceAfter:
			return i < j
		case t.POS == text.VERB:
			return false
		}
	}
	return false
}

// giveSides gives the sides of "a truce between the army and the rebels", "a truce with the rebels".
func (r *reader) giveSides(e *event) {
	for c := range r.Children(e.head) {
		if r.Tokens[c].Rel == text.Acl && c != e.truce.word && truces().brokers[r.Tokens[c].Lemma] {
			r.giveDoer(e, c, mediator)
		}
		if r.Tokens[c].Rel != text.Nmod {
			continue
		}
		switch m := r.marker(c); m {
		case "between", "with", "among":
			r.giveAt(e, party, c, m)
			if m == "between" {
				r.giveOtherSide(e, c)
			}
		}
	}
	if e.truce.word < 0 || e.truce.step == "violated" || r.Tokens[e.truce.word].POS != text.VERB {
		return
	}
	if with := r.oblique(e.truce.word, "with"); with >= 0 {
		r.giveAt(e, party, with, "with, of "+r.Tokens[e.truce.word].Lemma)
	}
}

// giveOtherSide gives the second side of "between the Government of National Accord and the Libyan National Army" where the grammar has found but one.
func (r *reader) giveOtherSide(e *event, side int) {
	p := r.phraseOf(side)
	sides := slices.DeleteFunc(slices.Clone(e.args), func(a argument) bool { return a.role != party })
	if p == nil || len(sides) != 1 {
		return
	}
	last := r.Sentences[r.Tokens[side].Sentence].Last
	for i := p.last; i < min(last, p.last+6); i++ {
		if r.Tokens[i].Norm == "and" && i+1 < last {
			if other := r.phraseOf(i + 1); other != nil {
				r.giveBody(e, party, other, "between, and")
			}
			return
		}
	}
}

// keepers returns those who are said to watch over the ceasefire of e, or to vouch for it: subjects and agents of such verbs in its sentence
// that have it, or a word for it, as their object.
func (r *reader) keepers(e *event) []argument {
	own := e.args
	e.args = nil
	s := r.Sentences[r.Tokens[e.head].Sentence]
	for i := s.First; i < s.Last; i++ {
		as := r.keeping(i)
		switch {
		case as == 0 || i == e.head || e.truce.step == "violated":
		case r.Tokens[i].POS == text.VERB && r.keeps(i, e.head):
			r.giveDoer(e, i, as)
		case r.Tokens[i].POS == text.NOUN && r.Child(i, text.Nsubj) >= 0:
			r.giveAt(e, as, r.Child(i, text.Nsubj), "said to be "+r.Tokens[i].Lemma)
		}
	}
	own, e.args = e.args, own
	return own
}

// keeping is the role that the word at token i gives to those who do it or are it, 0 for none.
func (r *reader) keeping(i int) role {
	switch other := truces().other; {
	case other["watch"][r.Tokens[i].Lemma]:
		return watcher
	case other["vouch"][r.Tokens[i].Lemma]:
		return guarantor
	}
	return 0
}

// keeps reports whether the verb at token i has the ceasefire at token head, or a pronoun, for its object, or is said of it in the passive.
func (r *reader) keeps(i, head int) bool {
	if r.passive(i) || r.Tokens[i].Tag == text.VBN {
		return true
	}
	o := r.Child(i, text.Obj)
	return o >= 0 && (o == head || r.Under(o, head) || r.Under(head, o) || r.Tokens[o].POS == text.PRON || truces().through[r.Tokens[o].Lemma])
}

// kept reports whether the sentence of token i says who watches over something or vouches for it.
func (r *reader) kept(i int) bool {
	s := r.Sentences[r.Tokens[i].Sentence]
	for j := s.First; j < s.Last; j++ {
		if r.keeping(j) != 0 || truces().brokers[r.Tokens[j].Lemma] {
			return true
		}
	}
	return false
}
