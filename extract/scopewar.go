package extract

import (
	"concord"
	"concord/text"
)

// scopeOfWar reads the scope of f from tokens [first, last) where a clause says since what it was counted, "since the army began its offensive", or
// where a war did it: "the insurgency has killed 2,000 people"; and with "it" of a war that was told of right before.
func (r *reader) scopeOfWar(f *figure, first, last int) (concord.Scope, string) {
	for i := first; i < last; i++ {
		if r.Tokens[i].Norm != "since" || r.ranked(first, i) {
			continue
		}
		if began, war := r.courseAfter(i, last); began > i {
			if war {
				return concord.ScopeConflict, r.Words(i, began+1)
			}
			return concord.ScopePeriod, r.Words(i, began+1)
		}
		if m := r.timeAfterNoun(i+1, last); m != nil && r.since(m) == concord.ScopeConflict {
			return concord.ScopeConflict, r.Words(i, i+1) + " " + m.Of(r.Text)
		}
	}
	v := r.verbOf(f.hit.verb)
	if v < 0 {
		return "", ""
	}
	s := r.Child(v, text.Nsubj)
	if s >= 0 && r.Tokens[s].POS == text.PRON && r.Tokens[v].Rel == text.AclRelcl {
		s = r.Tokens[v].Head // "the war, which has cost 900 lives"
	}
	switch {
	case s < 0:
	case wars[r.Tokens[s].Lemma], origins()[r.Tokens[s].Lemma] == "war" && r.perfect(v):
		return concord.ScopeConflict, r.Words(min(s, v), max(s, v)+1)
	case r.Tokens[s].Norm == "it" && r.perfect(v) && first == r.Sentences[r.Tokens[v].Sentence].First && r.tellsOfWar(r.Tokens[v].Sentence-1):
		return concord.ScopeConflict, r.Words(s, v+1)
	}
	return "", ""
}

// wars are what kills over years, whatever the tense.
var wars = map[string]bool{"war": true, "conflict": true, "insurgency": true, "rebellion": true}

// timeAfterNoun returns the time that the noun phrase from token i on, before token last, says its noun was of: "the coup of |February 2021|"; nil where
// it says none.
func (r *reader) timeAfterNoun(i, last int) *concord.TimeMention {
	for j := i; j < min(last, i+7) && r.Tokens[j].POS != text.VERB && r.Tokens[j].POS != text.PUNCT; j++ {
		if !r.timeAt[j] {
			continue
		}
		for k := range r.mentions.Times {
			if m := &r.mentions.Times[k]; r.TokenAt(m.Start) == j && m.Type == "DATE" {
				return m
			}
		}
	}
	return nil
}

// courseAfter returns the verb of the clause after "since" at token i where it says that what lasts began, "the war broke out", "rebels seized the
// airport", and whether that was a war; -1 where it says no such thing.
func (r *reader) courseAfter(i, last int) (verb int, war bool) {
	for i++; i < last && r.Tokens[i].POS != text.PUNCT; i++ {
		t := &r.Tokens[i]
		war = war || origins()[t.Lemma] == "war"
		if t.POS != text.VERB || t.Tag == text.VBG {
			continue
		}
		if e := r.eventOf[i]; origins()[t.Lemma] == "begin" || e != nil && actsOf(take, offensive, siege).has(e.found.act) {
			return i, war
		}
		break
	}
	return -1, false
}

// startsSpell reports whether e began a spell by which its sentence counts: "31 have been killed since |Israel launched its operation| on Friday". It is
// an incident of its own.
func (r *reader) startsSpell(e *event) bool {
	s := r.Sentences[r.Tokens[e.head].Sentence]
	for i := e.head - 1; i >= s.First; i-- {
		if r.Tokens[i].Norm == "since" {
			began, _ := r.courseAfter(i, s.Last)
			return e.head <= began || began >= 0 && r.Tokens[e.head].Head == began
		}
	}
	return false
}

// sinceThen reports whether the time of e is one since when its sentence counts, as its words say: "31 have been killed since they struck on |Friday|".
func (r *reader) sinceThen(e *event) bool {
	w := e.claim.When
	if w == nil || w.Span == nil || !r.told(e, w.Span) {
		return false
	}
	for i := r.TokenAt(w.Start); i > e.head; i-- {
		if r.Tokens[i].Norm == "since" {
			return true
		}
	}
	return false
}

// perfect reports whether verb v, active or passive, tells of what has been until now: "has killed".
func (r *reader) perfect(v int) bool {
	for j := range r.Children(v) {
		if t := &r.Tokens[j]; t.Rel == text.Aux && t.Lemma == "have" && t.Norm != "had" {
			return true
		}
	}
	return false
}

// tellsOfWar reports whether a sentence tells of a war, and since when it is fought.
func (r *reader) tellsOfWar(sentence int) bool {
	if sentence < 0 {
		return false
	}
	s, war, since := r.Sentences[sentence], false, false
	for i := s.First; i < s.Last; i++ {
		war = war || origins()[r.Tokens[i].Lemma] == "war"
		since = since || r.Tokens[i].Norm == "since"
	}
	return war && since
}

// inOneAttack reports whether f is the toll of one attack, so that days that the words name are those on one of which it happened: "were killed in an
// attack over the weekend".
func (r *reader) inOneAttack(f *figure) bool {
	v := r.verbOf(f.hit.verb)
	s := r.Sentences[r.Tokens[f.head].Sentence]
	for j := s.First; j < s.Last; j++ {
		if t := &r.Tokens[j]; t.POS == text.NUM && j > max(v, f.head) {
			return false // "38 have been killed, five of them in an attack"
		} else if e := r.eventOf[j]; e != nil && t.Rel == text.Obl && t.Tag == text.NN && (means | actsOf(hostility)).has(e.found.act) && (t.Head == v || f.frame == tollOf) {
			return true
		}
	}
	return false
}
