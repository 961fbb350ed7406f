package extract

import (
	"concord"
	"concord/text"
)

// stateArguments finds who is dead: "20 dead", "the dead man", "left 20 dead", "were found dead", "the body of a man".
func (r *reader) stateArguments(e *event) {
	t := &r.Tokens[e.head]
	how := "who is " + t.Norm
	if t.POS == text.NOUN || t.POS == text.PROPN {
		r.nounArguments(e)
		if p := r.phraseOf(e.head); p != nil && (p.counted || p.head != e.head) {
			e.args = append(e.args, argument{role: patient, phrase: p, how: how})
		}
		return
	}
	switch t.Rel {
	case text.Amod, text.Acl:
		r.give(e, patient, t.Head, how)
		return
	}
	if s := r.Child(e.head, text.Nsubj, text.Nummod, text.Obj); s >= 0 {
		r.give(e, patient, s, how)
	} else if t.Head >= 0 {
		if o := r.Child(t.Head, text.Obj, text.NsubjPass); o >= 0 && o != e.head {
			r.give(e, patient, o, how)
		}
	}
}

func (r *reader) nounArguments(e *event) {
	h := e.head
	for j := range r.Children(h) {
		switch r.Tokens[j].Rel {
		case text.Nmod:
			r.giveNounModifier(e, j, r.marker(j))
		case text.NmodPoss:
			r.giveOwner(e, j)
		}
	}
	r.compounds(e)
	r.governed(e)
}

// giveOwner gives a genitive its role: "his murder", "the rebels' attack".
func (r *reader) giveOwner(e *event, j int) {
	p := r.phraseOf(j)
	if p == nil || p.noun.class == territory {
		return
	}
	as := agent
	if e.found.frame == patientGenitive {
		as = patient
	} else if e.found.frame == twoParties {
		as = party
	}
	r.give(e, as, j, "genitive")
}

// giveNounModifier gives a noun that modifies the event's noun its role.
func (r *reader) giveNounModifier(e *event, j int, with string) {
	p := r.phraseOf(j)
	if p == nil || r.isEvent(j) {
		return
	}
	c := p.noun.class
	if with == "of" {
		switch {
		case e.found.frame == twoParties:
			r.give(e, party, j, `after "of"`)
		case e.found.frame == patientGenitive, !c.body() && c != fighter && c != gunman && c != arms:
			r.give(e, patient, j, `after "of"`)
		case c == arms:
			r.give(e, instrument, j, `after "of"`)
		default:
			r.give(e, agent, j, `after "of"`)
		}
		return
	}
	r.giveOblique(e, j, with, true)
}

// compounds gives the nouns before the event's noun in its own phrase their roles: "rebel attack", "embassy bombing".
func (r *reader) compounds(e *event) {
	p := r.phraseOf(e.head)
	if p == nil {
		return
	}
	for i := p.first; i < p.head; i++ {
		if e.covered(i) || (r.Tokens[i].POS != text.PRON || r.nationOf(i) == nil) && r.Tokens[i].POS != text.NOUN && r.Tokens[i].POS != text.PROPN && r.Tokens[i].POS != text.ADJ {
			continue
		}
		if m := r.nationBefore(e, i); m != nil {
			e.args = append(e.args, argument{role: agent, phrase: m, how: "before the noun"})
			continue
		}
		m := r.modifier(i)
		if i+1 < len(r.Tokens) && r.Tokens[i+1].Norm == "-" && !r.Tokens[i].SpaceAfter {
			continue // "rebel-held"
		}
		if r.Tokens[i].POS == text.ADJ && (!m.noun.class.armed() || m.noun.class == soldier) {
			continue // a "major" or "general" attack is no officer's
		}
		switch c := m.noun.class; {
		case c == arms || c == aircraft:
			e.args = append(e.args, argument{role: instrument, phrase: m, how: "before the noun"})
		case e.found.frame == twoParties && c.people():
			e.args = append(e.args, argument{role: party, phrase: m, how: "before the noun"})
		case e.found.frame == patientGenitive && c.people():
			e.args = append(e.args, argument{role: patient, phrase: m, how: "before the noun"})
		case c.body() || c == fighter || c == soldier || c == police || c == gunman:
			e.args = append(e.args, argument{role: agent, phrase: m, how: "before the noun"})
		case (c == building || c == vehicle || c == infrastructure) && e.found.act.targets():
			e.args = append(e.args, argument{role: patient, phrase: m, how: "before the noun"})
		}
	}
}

// nationBefore returns the phrase for the state whose forces carry e out, where the word for its people stands before the noun: "an
// Israeli strike"; nil where the word may as well say where it happened: "the Nigerian attack".
func (r *reader) nationBefore(e *event, i int) *phrase {
	n := r.nationOf(i)
	if n == nil || n.Kind == concord.OtherActor {
		return nil
	}
	for j := i + 1; j < e.first; j++ {
		if r.modifier(j).noun.class.people() {
			return nil // "Syrian army attack"
		}
	}
	if !actsOf(airstrike, shelling, offensive).has(e.found.act) {
		w := r.places.Of(e.head)
		if e.found.act != hostility && e.found.act != shooting || w == nil || w.Country == "" || w.Country == n.Country {
			return nil
		}
	}
	return r.stateOf(i)
}

// covered reports whether token i belongs to the words of e's trigger.
func (e *event) covered(i int) bool {
	for _, c := range e.found.covers {
		if c == i {
			return true
		}
	}
	return false
}

// modifier returns the phrase of a single noun before another.
func (r *reader) modifier(i int) *phrase {
	p := &phrase{first: i, last: i + 1, head: i, owner: -1, place: -1, low: 1}
	r.classify(p)
	if p.plural = true; p.noun.class.body() { // "rebel attack": some rebels
		p.plural = false
	}
	p.low, p.high = 2, nil
	return p
}
