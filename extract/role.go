package extract

import (
	"strings"

	"sync"

	"concord"
	"concord/gazetteer"
	"concord/lexicon"
	"concord/text"
)

// role is what somebody or something is to an event.
type role uint8

// The roles.
const (
	agent role = iota + 1
	patient
	instrument
	party
	mediator
	witness // who saw it or counted it
	scene   // where it happened, by grammar: "in a bus"
	watcher // who watches that a ceasefire is kept
	guarantor
)

var roleNames = [...]string{"", "perpetrator", "victim", "weapon", "party", "mediator", "speaker", "scene", "monitor", "guarantor"}

// argument is a phrase with its role in an event.
type argument struct {
	role   role
	phrase *phrase
	how    string // the grammar that gave it
	effect string // what became of it, where a figure says so
}

// governor is a row of lexicon/governors.tsv.
type governor struct {
	subject  role // of the event that the verb governs, 0 for none
	modality concord.Modality
}

// governors are the verbs that govern events, by lemma.
var governors = sync.OnceValue(func() *lexicon.Phrases[governor] {
	roles := map[string]role{"agent": agent, "patient": patient}
	phrases := lexicon.NewPhrases[governor]()
	for _, row := range lexicon.Table("governors") {
		phrases.Add(row.Get("verb"), governor{roles[row.Get("subject")], concord.Modality(row.Get("modality"))})
	}
	return phrases
})

// governorAt returns the row of the verb at token i.
func (r *reader) governorAt(i int) (governor, bool) {
	g, length := r.governorOf(i)
	return g, length > 0
}

// governorOf returns the row of the words that begin with the verb at token i, and how many they are.
func (r *reader) governorOf(i int) (governor, int) {
	s := r.Sentences[r.Tokens[i].Sentence]
	return governors().Match(func(i int) string { return r.Tokens[i].Lemma }, i, s.Last)
}

// readArguments finds who and what took part in e.
func (r *reader) readArguments(e *event) {
	switch {
	case !r.Sentences[r.Tokens[e.head].Sentence].Parsed:
	case e.found.pos == 'a':
		r.stateArguments(e)
	case e.found.pos == 'v' && !r.verbal(e.head) && r.Tokens[e.head].POS != text.AUX:
		r.besideArguments(e)
	case e.found.pos == 'v' || r.verbal(e.head):
		r.verbArguments(e)
	default:
		r.nounArguments(e)
	}
	r.nearArguments(e)
}

// verbal reports whether token i is used as a verb.
func (r *reader) verbal(i int) bool { return r.Tokens[i].POS == text.VERB }

// give adds the phrase of token i, and those joined to it by "and", to e.
func (r *reader) give(e *event, as role, i int, how string) {
	p := r.phraseOf(i)
	if p == nil || p.head == e.head || e.holds(p) || r.halfWord(p) {
		return
	}
	e.args = append(e.args, argument{role: as, phrase: p, how: how})
	if as == instrument {
		if by := r.senderOf(p); by >= 0 {
			r.give(e, agent, by, "who sent it")
		}
	}
	if b := r.bearer(e, as, p); b != nil {
		e.args = append(e.args, argument{role: agent, phrase: b, how: whoseArms})
	}
	for j := range r.Children(i) {
		if r.Tokens[j].Rel == text.Conj && r.phraseOf(j) != nil && !r.isEvent(j) {
			r.give(e, as, j, how+", and")
		}
	}
}

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

// holds reports whether e has the phrase already.
func (e *event) holds(p *phrase) bool {
	for _, a := range e.args {
		if a.phrase == p {
			return true
		}
	}
	return false
}

// passive reports whether verb i is in the passive, or a past participle that stands for one.
func (r *reader) passive(i int) bool {
	if r.Child(i, text.AuxPass, text.NsubjPass) >= 0 {
		return true
	}
	t := &r.Tokens[i]
	if t.Tag != text.VBN && t.Tag != text.VBD {
		return false
	}
	switch t.Rel {
	case text.Acl, text.Amod:
		return t.Tag == text.VBN && r.Child(i, text.Obj) < 0
	case text.Conj:
		return t.Tag == text.VBN && r.Child(i, text.Nsubj, text.Aux, text.Obj) < 0 && r.passive(t.Head)
	}
	return t.Tag == text.VBN && r.Child(i, text.Aux, text.Obj) < 0
}

// subject returns the subject of verb i, its own or the one it shares; -1 where there is none.
func (r *reader) subject(i int) int {
	for range 4 {
		if s := r.Child(i, text.Nsubj, text.NsubjPass, text.Csubj); s >= 0 {
			return r.antecedent(s, i)
		}
		t := &r.Tokens[i]
		switch t.Rel {
		case text.Conj, text.Xcomp, text.Advcl, text.Parataxis, text.Ccomp:
			if t.Head < 0 || t.Rel == text.Ccomp && t.Tag != text.VBG || t.Rel == text.Parataxis && t.Tag != text.VBG {
				return -1
			}
			if o := r.Child(t.Head, text.Obj); o >= 0 && (t.Rel == text.Xcomp || r.chargedWith(i, o)) {
				return o
			}
			i = t.Head
		case text.Acl, text.AclRelcl:
			return t.Head
		default:
			return -1
		}
	}
	return -1
}

// chargedWith reports whether the clause of verb i says for what somebody accused, blamed, jailed or thanked the people of noun o, so that
// they did it: "accused Russia of bombing".
func (r *reader) chargedWith(i, o int) bool {
	if i < 1 || r.Tokens[i].Tag != text.VBG || o > i || r.Tokens[i-1].Norm != "of" && r.Tokens[i-1].Norm != "for" {
		return false
	}
	p := r.phraseOf(o)
	return r.Tokens[o].Norm == "other" || r.mayAnswer(p) && r.eventOf[p.head] == nil
}

// antecedent returns what a relative pronoun stands for: the noun that its clause modifies.
func (r *reader) antecedent(i, verb int) int {
	t := &r.Tokens[i]
	if t.Tag != text.WP && t.Tag != text.WDT && !(t.Norm == "that" && t.POS == text.PRON) {
		return i
	}
	for range 4 {
		v := &r.Tokens[verb]
		if v.Rel == text.AclRelcl || v.Rel == text.Acl {
			return v.Head
		}
		if v.Head < 0 {
			break
		}
		verb = v.Head
	}
	return i
}

// marker returns the preposition of token i: "by" of "by the rebels".
func (r *reader) marker(i int) string {
	if c := r.Child(i, text.Case); c >= 0 {
		return r.Tokens[c].Norm
	}
	return ""
}

func (r *reader) verbArguments(e *event) {
	h := e.head
	passive := r.passive(h)
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
		w := gazetteer.Of(r.Doc, r.mentions.Places, e.head)
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

// governed reads the verb that the event's noun depends on: "carried out a strike", "two blasts rocked the market".
func (r *reader) governed(e *event) {
	t := &r.Tokens[e.head]
	v := t.Head
	if v < 0 || r.Tokens[v].POS != text.VERB {
		return
	}
	how := "with " + r.Tokens[v].Lemma
	switch t.Rel {
	case text.Obj, text.Obl:
		g, ok := r.governorAt(v)
		if !ok || g.subject == 0 || r.eventOf[v] != nil && t.Rel != text.Obj {
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
		r.verbObliques(e, v)
	case text.Nsubj:
		if other := r.eventOf[v]; other == nil || other == e {
			if o := r.Child(v, text.Obj); o >= 0 && e.found.act.targets() {
				r.give(e, patient, o, how)
			}
		}
	}
}

// verbObliques reads the prepositional phrases that a light verb took from its noun: "carried out an attack on the post".
func (r *reader) verbObliques(e *event, v int) {
	for j := range r.Children(v) {
		if rel := r.Tokens[j].Rel; (rel == text.Obl || rel == text.OblAgent) && j != e.head {
			r.giveOblique(e, j, r.marker(j), true)
		}
	}
}

// besideArguments takes the nouns on both sides of a verb that the tagger did not know for one.
func (r *reader) besideArguments(e *event) {
	before, after := agent, patient
	switch e.found.frame {
	case twoParties:
		before, after = party, party
	case patientSubject:
		before, after = patient, 0
	}
	for i := e.first - 1; i >= max(0, e.first-2); i-- {
		if p := r.phraseOf(i); p != nil && p.head < e.first && p.head != e.head {
			e.args = append(e.args, argument{role: before, phrase: p, how: "before the words"})
			break
		}
	}
	for i := e.found.last; after != 0 && i < min(len(r.Tokens), e.found.last+3); i++ {
		if p := r.phraseOf(i); p != nil && p.head > e.head && !e.holds(p) {
			e.args = append(e.args, argument{role: after, phrase: p, how: "after the words"})
			break
		}
	}
}

// reach is how far from a trigger its arguments are looked for where the grammar gave none.
const reach = 12

// nearArguments looks for a missing patient in the words beside the trigger: after a verb in the active voice, before a passive.
func (r *reader) nearArguments(e *event) {
	if !e.found.act.targets() && e.found.act != arrest && e.found.act != take || e.found.pos == 's' || e.has(patient) || e.cause != nil {
		return
	}
	s := r.Sentences[r.Tokens[e.head].Sentence]
	if e.found.pos == 'v' && e.found.frame != patientSubject && !r.passive(e.head) {
		r.nearAfter(e, s)
		return
	}
	if e.found.pos == 'v' {
		for i := e.first - 1; i >= max(s.First, e.first-reach); i-- {
			if p := r.phraseOf(i); p != nil && p.noun.class.people() && !r.isEvent(p.head) {
				if !e.holds(p) {
					e.args = append(e.args, argument{role: patient, phrase: p, how: "before the words"})
				}
				return
			}
		}
	}
}

func (r *reader) nearAfter(e *event, s text.Sentence) {
	for i := e.found.last; i < min(s.Last, e.found.last+4); i++ {
		if r.Tokens[i].POS == text.PUNCT || r.Tokens[i].POS == text.ADP || r.Tokens[i].POS == text.VERB {
			return
		}
		if p := r.phraseOf(i); p != nil {
			if (p.noun.class.people() || p.noun.class.thing()) && !e.holds(p) && !r.isEvent(p.head) {
				e.args = append(e.args, argument{role: patient, phrase: p, how: "after the words"})
			}
			return
		}
	}
}

// isEvent reports whether token i names an event.
func (r *reader) isEvent(i int) bool { return r.eventOf[i] != nil }

func (e *event) has(as role) bool {
	for _, a := range e.args {
		if a.role == as {
			return true
		}
	}
	return false
}
