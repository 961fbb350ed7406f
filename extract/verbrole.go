package extract

import (
	"concord/text"
)

func (r *reader) verbArguments(e *event) {
	h := e.head
	passive := r.passive(h) || bodily.has(e.found.act) && r.passiveGoesOn(h)
	if s := r.subject(h); s >= 0 && s != h {
		r.giveSubject(e, s, passive)
	} else if p := r.armsBefore(e.first); p != nil {
		r.give(e, instrument, p.head, "subject of "+r.Tokens[h].Lemma)
	}
	for j := range r.Children(h) {
		switch r.Tokens[j].Rel {
		case text.Obj, text.Iobj:
			r.giveObject(e, j)
		case text.Obl, text.OblAgent:
			r.giveOblique(e, j, r.marker(j), passive)
		case text.Advcl:
			if r.Tokens[j].Lemma == "use" {
				r.give(e, instrument, r.Child(j, text.Obj), "using")
			}
		case text.Ccomp, text.Xcomp:
			if passive || e.found.frame == patientSubject {
				continue
			}
			if s := r.Child(j, text.Nsubj); s >= 0 && r.Tokens[j].POS == text.ADJ {
				r.give(e, patient, s, "object of "+r.Tokens[h].Lemma)
			}
		}
	}
}

// giveSubject gives the subject of e's verb its role.
func (r *reader) giveSubject(e *event, s int, passive bool) {
	how := "subject of " + r.Tokens[e.head].Lemma
	if other := r.eventOf[s]; other != nil && other != e {
		e.cause = other
		return
	}
	p := r.phraseOf(s)
	switch {
	case p == nil || r.pairedOff(p):
	case passive || e.found.frame == patientSubject:
		r.give(e, patient, s, "passive "+how)
	case e.found.frame == twoParties:
		r.give(e, party, s, how)
	case p.noun.class == arms || e.found.frame == weaponSubject && !r.hasObject(e.head) && !p.noun.class.people():
		r.give(e, instrument, s, how)
	default:
		r.give(e, agent, s, how)
	}
}

// pairedOff reports whether p is the second of two between whom something is, which the grammar takes for a subject: "fighting between the
// army and the rebels has killed 40".
func (r *reader) pairedOff(p *phrase) bool {
	first := r.Sentences[r.Tokens[p.head].Sentence].First
	if p.first-2 < first || r.Tokens[p.first-1].Norm != "and" {
		return false
	}
	q := r.phraseOf(p.first - 2)
	return q != nil && q.first > first && r.Tokens[q.first-1].Norm == "between"
}

func (r *reader) hasObject(i int) bool { return r.Child(i, text.Obj) >= 0 }

// giveObject gives an object of e's verb its role.
func (r *reader) giveObject(e *event, j int) {
	how := "object of " + r.Tokens[e.head].Lemma
	if r.phraseOf(j) == nil {
		if of := r.Child(j, text.Nmod, text.Obl); of > j && r.marker(of) == "of" {
			j = of // "most of the town"
		}
	}
	p := r.phraseOf(j)
	for _, c := range e.found.covers {
		if c == j { // "set fire", "opened fire": the object is part of the words of the event
			for k := range r.Children(j) {
				if r.Tokens[k].Rel == text.Nmod {
					r.giveOblique(e, k, r.marker(k), false)
				}
			}
			return
		}
	}
	switch {
	case p == nil:
	case p.noun.class == arms && means.has(e.found.act):
		r.give(e, instrument, j, how)
	case e.found.frame == twoParties:
		r.give(e, party, j, how)
	default:
		r.give(e, patient, j, how)
	}
}

// giveOblique gives a noun after a preposition its role in e.
func (r *reader) giveOblique(e *event, j int, with string, passive bool) {
	how := `after "` + with + `"`
	p := r.phraseOf(j)
	if other := r.eventOf[j]; other != nil && other != e {
		switch with {
		case "in", "during", "by", "after", "from", "following", "when", "as", "amid", "with", "due":
			e.cause = other
		}
		return
	}
	if p == nil {
		return
	}
	c := p.noun.class
	switch with {
	case "by":
		if passive && c == arms {
			r.give(e, instrument, j, how)
		} else if passive || r.Tokens[j].Rel == text.OblAgent || c.people() {
			r.give(e, agent, j, how)
		}
	case "on", "at", "against", "upon", "towards", "toward", "into", "onto":
		switch {
		case e.found.frame == twoParties:
			r.give(e, party, j, how)
		case e.found.act.targets() && (c.people() || c.thing() && c != territory):
			r.give(e, patient, j, how)
		}
	case "with":
		switch {
		case e.found.frame == twoParties && c.people():
			r.give(e, party, j, how)
		case c == arms:
			r.give(e, instrument, j, how)
		}
	case "between", "among":
		if e.found.frame == twoParties {
			r.give(e, party, j, how)
		}
	case "from":
		if c == arms || c == aircraft {
			r.give(e, instrument, j, how)
		} else if e.found.act == take || e.found.act == leave {
			r.give(e, party, j, how)
		}
	case "of", "to", "over":
		if e.found.act == take || e.found.act == leave || e.found.act == burning {
			r.give(e, patient, j, how)
		}
	case "in", "inside", "near", "outside", "under":
		if c == building || c == vehicle || c == infrastructure {
			r.give(e, scene, j, how)
		}
	}
}

// targets reports whether "on", "at" and "against" after words of this act name whom or what it is done to.
func (a act) targets() bool {
	return violence.has(a) || againstLaw.has(a) || a == disrupt || a == siege || a == sanction
}

// withVerb begins how a role is known from the verb that the event's noun depends on.
const withVerb = "with "

// governed reads the verb that the event's noun depends on: "carried out a strike", "two blasts rocked the market".
func (r *reader) governed(e *event) {
	t := &r.Tokens[e.head]
	v := t.Head
	if v < 0 || r.Tokens[v].POS != text.VERB {
		return
	}
	how := withVerb + r.Tokens[v].Lemma
	switch t.Rel {
	case text.Obj, text.Obl:
		g, ok := r.governorAt(v)
		if !ok || g.subject == 0 || r.eventOf[v] != nil && t.Rel != text.Obj || r.clauseBetween(e.head, v) {
			return
		}
		as := g.subject
		if e.found.frame == twoParties {
			as = party
		}
		if s := r.subject(v); s >= 0 && !r.passive(v) {
			r.give(e, as, s, how)
		}
		r.verbObliques(e, v)
	case text.NsubjPass:
		if !r.askedWhether(v) {
			r.verbObliques(e, v)
		}
	case text.Nsubj:
		if other := r.eventOf[v]; other == nil || other == e {
			if o := r.Child(v, text.Obj); o >= 0 && e.found.act.targets() {
				r.give(e, patient, o, how)
			}
		}
	}
}

// clauseBetween reports whether the clause of verb v begins after token i: "the worst attack |since| the revolt began".
func (r *reader) clauseBetween(i, v int) bool {
	for ; i < v; i++ {
		switch r.Tokens[i].Norm {
		case "since", "before", "after", "until":
			return true
		}
	}
	return false
}

// verbObliques reads the prepositional phrases that a light verb took from its noun: "carried out an attack on the post".
func (r *reader) verbObliques(e *event, v int) {
	g, carries := r.governorAt(v)
	for j := range r.Children(v) {
		if r.Tokens[j].Rel == text.OblAgent && !(carries && g.subject == agent) && r.eventOf[v] != e {
			continue // "the raid was condemned by the army"
		}
		if rel := r.Tokens[j].Rel; (rel == text.Obl || rel == text.OblAgent) && j != e.head {
			r.giveOblique(e, j, r.marker(j), true)
		}
	}
}

// askedWhether reports whether "if" or "whether" leaves the clause of verb v open: "unclear whether the raid was carried out by the army".
func (r *reader) askedWhether(v int) bool {
	mark := r.Child(v, text.Mark)
	return mark >= 0 && (r.Tokens[mark].Norm == "if" || r.Tokens[mark].Norm == "whether")
}
