package extract

import (
	"slices"
	"strconv"

	"concord/text"
)

// roleClasses are what the role model chooses from for a phrase beside an event.
var roleClasses = [...]role{0, agent, patient, instrument}

// candidates calls yield for each phrase of e's sentence that may have a part in it.
func (r *reader) candidates(e *event) func(yield func(*phrase) bool) {
	s := r.Sentences[r.Tokens[e.head].Sentence]
	return func(yield func(*phrase) bool) {
		for i := s.First; i < s.Last; {
			p := r.phraseOf(i)
			if p == nil {
				i++
				continue
			}
			i = p.last
			if r.mayTakePart(e, p) && !yield(p) {
				return
			}
		}
	}
}

// mayTakePart reports whether a phrase is of a kind that acts, is acted upon or is used.
func (r *reader) mayTakePart(e *event, p *phrase) bool {
	if p.pronoun || p.head == e.head || e.covered(p.head) || r.timeAt[p.head] {
		return false
	}
	if r.eventOf[p.head] != nil && p.noun.class != arms {
		return false
	}
	c := p.noun.class
	return c.people() || c == arms || c.thing() && c != territory || c == noClass && r.isNamed(p)
}

// weigh writes the features of phrase p as a part of event e.
func (r *reader) weigh(s *sheet, e *event, p *phrase) {
	s.reset()
	act, c := e.found.act.String(), strconv.Itoa(int(p.noun.class))
	rule := "none"
	for _, a := range e.args {
		if a.phrase == p {
			rule = roleNames[a.role] + " " + kindOfHow(a.how)
			s.add("rule class", roleNames[a.role], c)
		}
	}
	s.add("bias")
	s.add("rule", rule)
	s.add("rule act", rule, act)
	s.add("class", c)
	s.add("act class", act, c)
	s.add("word", r.Tokens[p.head].Lemma)
	before := "after"
	distance := p.first - e.head
	if p.head < e.head {
		before, distance = "before", e.head-p.head
	}
	near := nearness(distance)
	s.add("side", before, near)
	s.add("side act", before, act)
	s.add("side class", before, c)
	prep := r.prepositionOf(p)
	s.add("prep", prep)
	s.add("prep act", prep, act)
	s.add("prep class", prep, c, before)
	voice := r.voice(e)
	s.add("voice side", voice, before, near)
	s.add("voice class", voice, before, c)
	path := r.path(p.head, e.head)
	s.add("path", path)
	s.add("path voice", path, voice)
	s.add("path class", path, c)
	if h := r.Tokens[p.head].Head; h >= 0 {
		s.add("governor", r.Tokens[h].Lemma, r.Tokens[p.head].Rel.String())
	}
	if r.between(e, p) {
		s.add("another event between", before)
	}
	if p.counted {
		s.add("counted", act)
	}
	if p.name != nil {
		s.add("named", strconv.Itoa(int(p.name.Kind)), act)
	}
	if p.definite {
		s.add("definite", c)
	}
}

// kindOfHow returns the grammar of an argument without its words: "subject" of "subject of kill".
func kindOfHow(how string) string {
	for i := range how {
		if how[i] == ' ' && i > 0 && (how[i-1] != 'e' || how[:i] != "passive") && how[:i] != "after" {
			return how[:i]
		}
	}
	return how
}

func nearness(d int) string {
	switch {
	case d <= 1:
		return "1"
	case d <= 3:
		return "3"
	case d <= 6:
		return "6"
	case d <= 12:
		return "12"
	}
	return "far"
}

func (r *reader) voice(e *event) string {
	switch {
	case e.found.pos == 'n' || e.found.pos == 's':
		return "noun"
	case e.found.pos == 'a':
		return "state"
	case e.found.frame == patientSubject:
		return "suffer"
	case r.passive(e.head):
		return "passive"
	}
	return "active"
}

// prepositionOf returns the word before the phrase where it is a preposition or a conjunction.
func (r *reader) prepositionOf(p *phrase) string {
	s := r.Sentences[r.Tokens[p.head].Sentence]
	if p.first == s.First {
		return "start"
	}
	t := &r.Tokens[p.first-1]
	switch t.POS {
	case text.ADP, text.CCONJ, text.SCONJ, text.PUNCT:
		return t.Norm
	}
	return t.POS.String()
}

// path returns the relations that lead from token i up to token j or to what both stand under, and down.
func (r *reader) path(i, j int) string {
	const most = 4
	up := ""
	for n, a := 0, i; n <= most && a >= 0; n++ {
		down := ""
		for m, b := 0, j; m <= most-n && b >= 0; m++ {
			if a == b {
				return up + "/" + down
			}
			down = r.Tokens[b].Rel.String() + " " + down
			b = r.Tokens[b].Head
		}
		up += r.Tokens[a].Rel.String() + " "
		a = r.Tokens[a].Head
	}
	return "long"
}

// between reports whether another event stands between e and p.
func (r *reader) between(e *event, p *phrase) bool {
	from, to := e.found.last, p.first
	if p.head < e.head {
		from, to = p.last, e.found.first
	}
	for i := from; i < to; i++ {
		if r.eventOf[i] != nil && r.eventOf[i] != e {
			return true
		}
	}
	return false
}

// roleExamples are the decisions about roles in the lessons' reports that have a key.
func (models Models) roleExamples(lessons []Lesson) (examples []example) {
	for i := range lessons {
		l := &lessons[i]
		r := models.newReader(l.Doc, l.Mentions)
		r.findEvents()
		s := &sheet{named: true}
		for _, e := range r.events {
			if !learnable.has(e.found.act) {
				continue
			}
			for p := range r.candidates(e) {
				class, share := l.roleOf(r.nameOf(p), r.Words(p.first, p.last))
				if class == 0 && (e.armedPatient(p) || len(l.Keys) == 0) {
					continue // the key leaves out fights between the armed: their being absent teaches nothing
				}
				r.weigh(s, e, p)
				examples = append(examples, example{append([]string(nil), s.names...), class, share})
			}
		}
	}
	return examples
}

// learnable are the acts of which the answer keys tell.
var learnable = violence | againstLaw

// roleOf returns the class of the words in the keys, and the weight of the example.
func (l *Lesson) roleOf(ways ...string) (class int, share float64) {
	for i := range l.Keys {
		k := &l.Keys[i]
		share := 1.0
		if k.Optional {
			share = 0.3
		}
		for _, w := range ways {
			for class, fillers := range [...][][]string{nil, k.Perpetrators, append(k.Victims[:len(k.Victims):len(k.Victims)], k.Objects...), k.Weapons} {
				if fillerOf(fillers, w) >= 0 {
					return class, share
				}
			}
		}
	}
	return 0, 1
}

// armedPatient reports whether the grammar makes p, who bear arms, those to whom e was done.
func (e *event) armedPatient(p *phrase) bool {
	return p.noun.class.armed() && slices.ContainsFunc(e.args, func(a argument) bool { return a.phrase == p && a.role == patient })
}
