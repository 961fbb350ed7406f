package extract

import (
	"concord/text"
)

// documentContent takes what a document shows: "the poll shows a lead of five points".
func (r *reader) documentContent(s *statement) bool {
	subject := r.Child(s.cue.verb, text.Nsubj)
	if subject < 0 || !documents()[r.Tokens[subject].Lemma] {
		return false
	}
	p := [2]int{}
	for j := range r.Children(s.cue.verb) {
		switch t := &r.Tokens[j]; {
		case j < s.cue.verb:
		case t.Rel == text.Obj, t.Rel == text.Xcomp, t.Rel == text.Advcl, t.Rel == text.Obl && p[0] < p[1] && r.hasMarker(j, "with", "by", "at", "for", "among"):
			p = join(p, r.extent(j))
		}
	}
	return p[0] < p[1] && r.keep(s, p)
}

// objectToContent takes an object with its infinitive: "urged both sides to stop".
func (r *reader) objectToContent(s *statement) bool {
	v := s.cue.verb
	clause := r.infinitive(v)
	if clause < 0 {
		return false
	}
	p := r.extent(clause)
	if subject := r.Child(v, text.NsubjPass); s.cue.passive {
		if subject < 0 {
			return false
		}
		s.content = [][2]int{r.extent(subject), p}
		return true
	}
	object := r.Child(v, text.Obj, text.Iobj)
	if object < 0 || object < v {
		return object >= 0 && r.keep(s, p)
	}
	if r.Tokens[object].POS != text.PRON {
		p[0] = min(p[0], int(r.low[object]))
	}
	return r.keep(s, p)
}

// calledContent takes an object with what it is called: "called the raid a crime".
func (r *reader) calledContent(s *statement) bool {
	v := s.cue.verb
	p := [2]int{}
	called := false
	for j := range r.Children(v) {
		if j < v {
			continue
		}
		switch t := &r.Tokens[j]; {
		case t.Rel == text.Obj, t.Rel == text.Iobj:
		case t.Rel == text.Xcomp, t.Rel == text.Ccomp, t.Rel == text.Obl && r.hasMarker(j, "as", "to", "with"), t.Rel == text.Advcl && r.hasMarker(j, "as"):
			called = true
		default:
			continue
		}
		p = join(p, r.extent(j))
	}
	if p[0] >= p[1] {
		q := r.quotationAfter(s.cue.last, v)
		return q != nil && q.last-q.first > 2 && r.keep(s, [2]int{s.cue.last, q.last})
	}
	if object := r.Child(v, text.Obj); object < v {
		return false
	}
	if q := r.quotationOf(p[1]); q != nil && q.first == p[1] {
		p[1], called = q.last, true
	} else if q := r.quotationOf(p[1] - 1); q != nil {
		called = called || q.last >= p[1]-1
	}
	return called && p[0] < p[1] && r.keep(s, p)
}

// complements are the prepositions with which an object goes on: "accused them of", "blamed it on".
var complements = []string{"of", "for", "as", "to", "over", "with", "against", "on", "about", "into", "from", "that"}

// objectContent takes an object and what goes with it: "condemned the raid on the camp".
func (r *reader) objectContent(s *statement) bool {
	v := s.cue.verb
	p := [2]int{}
	if s.cue.passive {
		if subject := r.Child(v, text.NsubjPass); subject >= 0 && r.Child(v, text.OblAgent) >= 0 {
			s.content = [][2]int{r.extent(subject)}
			return true
		}
		return false
	}
	if object := r.Child(v, text.Obj); object > v && !r.isReflexive(object) && !r.timeAt[object] {
		p = r.extent(object)
	} else {
		return false
	}
	for j := range r.Children(v) {
		switch r.Tokens[j].Rel {
		case text.Obl, text.Xcomp, text.Advcl, text.Nmod, text.Ccomp:
			if e := r.extent(j); j > v && e[0] >= p[1] && e[0] <= p[1]+1 && !r.timeAt[j] && r.hasMarker(j, complements...) {
				p[1] = e[1]
			}
		}
	}
	return r.keep(s, p)
}

func (r *reader) isReflexive(i int) bool {
	n := r.Tokens[i].Norm
	return len(n) > 4 && n[len(n)-4:] == "self" || n == "themselves" || n == "ourselves"
}

// countContent takes an object with a number: "recorded 23 raids".
func (r *reader) countContent(s *statement) bool {
	v := s.cue.verb
	if p := r.phraseOf(r.Child(v, text.Obj)); p != nil {
		return p.head > v && p.counted && r.objectContent(s)
	}
	if p := r.phraseOf(v + 1); p != nil && p.counted && r.Tokens[v].Rel == text.Amod {
		return r.keep(s, [2]int{v + 1, p.last})
	}
	return false
}

// putContent takes what is put at a number: "put the toll at 30".
func (r *reader) putContent(s *statement) bool {
	v := s.cue.verb
	object, at := r.Child(v, text.Obj), -1
	for j := range r.Children(v) {
		if j > v && r.Tokens[j].Rel == text.Obl && r.hasMarker(j, "at") {
			at = j
		}
	}
	if object < v || at < 0 || r.phraseOf(at) == nil || !r.phraseOf(at).counted && r.Tokens[at].POS != text.NUM {
		return false
	}
	return r.keep(s, join(r.extent(object), r.extent(at)))
}

// tollContent takes a toll that somebody gives, and its numbers: "raised its toll of the raid to 72 dead", "gave a toll of nine". What a raid
// raises is nobody's word.
func (r *reader) tollContent(s *statement) bool {
	v := s.cue.verb
	object, subject := r.Child(v, text.Obj), r.Child(v, text.Nsubj)
	if t := &r.Tokens[v]; subject < 0 && t.Rel == text.Conj {
		subject = r.Child(t.Head, text.Nsubj) // "confirmed the raid but gave a toll of 12"
	}
	if p := r.phraseOf(v + 1); p != nil && p.first == v+1 {
		object = p.head // whatever the grammar makes of a long one
	}
	if object < v || !r.namesToll(object) || subject < 0 || !r.maySpeak(subject) {
		return false
	}
	p := [2]int{r.phraseOf(object).first, int(r.high[v])}
	for j := range r.Children(v) {
		if r.Tokens[j].Rel == text.Conj && j > object {
			p[1] = min(p[1], int(r.low[j]))
		}
	}
	for i := p[0]; i < p[1]; i++ {
		if r.Tokens[i].POS == text.NUM && !r.timeAt[i] {
			return r.keep(s, p)
		}
	}
	return false
}

// maySpeak reports whether token i heads words for somebody who can say something: people, a body, a document, no thing and no event.
func (r *reader) maySpeak(i int) bool {
	p := r.phraseOf(i)
	if p == nil || r.isEvent(i) || mute.has(p.noun.class) {
		return false
	}
	if p.pronoun || p.noun.class != noClass || p.name != nil || p.actor != nil || documents()[r.Tokens[i].Lemma] {
		return true
	}
	_, known := r.kindIn([2]int{p.first, p.last})
	return known
}

// mute are the things that no report lets speak, as it does a clinic or a city.
var mute = classesOf(vehicle, aircraft, infrastructure, land, livestock, arms, goods)

// prepositionContent takes the complement of a preposition that the cue asks for: "spoke out against the raid".
func (r *reader) prepositionContent(s *statement) bool {
	if len(s.cue.prepositions) == 0 || s.cue.passive {
		return false
	}
	for j := range r.Children(s.cue.verb) {
		if j < s.cue.verb {
			continue
		}
		switch r.Tokens[j].Rel {
		case text.Obl, text.Advcl, text.Nmod:
		default:
			continue
		}
		for k := range r.Children(j) {
			t := &r.Tokens[k]
			if (t.Rel == text.Case || t.Rel == text.Mark) && s.cue.takes(t.Norm) && k < j && !r.timeAt[j] {
				if k == s.cue.last {
					s.cue.last++
				}
				e := r.extent(j)
				return r.keep(s, [2]int{max(e[0], k+1), e[1]})
			}
		}
	}
	return false
}
