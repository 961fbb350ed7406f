package extract

import (
	"strings"

	"concord"
	"concord/text"
)

// sensible reports whether what is counted can be befallen so: people are killed, houses are destroyed.
func (r *reader) sensible(f *figure) bool {
	if f.hit.words == "lose" && !r.loses(f) {
		return false
	}
	t := &f.tally
	if word := r.Tokens[t.head].Norm; word == "which" || word == "that" {
		return false
	}
	if r.countsNobody(t.first) {
		return false
	}
	if p := r.phraseOf(t.head); p != nil && !t.stated && (p.noun.class.body() || p.noun.class == territory) {
		return false
	}
	if f.frame == deedOn && t.stated && t.head == f.hit.verb && r.Tokens[t.head].Lemma == "massacre" {
		f.measure = concord.Attacks // in each of which several died
	}
	named := t.name != nil || r.nameless(f)
	known := r.knownNoun(t)
	switch f.measure {
	case concord.Attacks:
		t.status = concord.AnAttack
		return t.stated && t.low >= 2 && t.qualifier != concord.Some && (f.frame != shotNoun || r.launched(f))
	case concord.Destroyed, concord.Damaged:
		if !known && !named && t.stated && t.name == nil {
			t.status = concord.Object
		}
		return !t.people() && r.Tokens[t.head].POS != text.PROPN
	case concord.Killed, concord.Injured, concord.Casualties:
		return t.people() && (known || named || f.frame == tollOf || r.personLike(t.head))
	case concord.Displaced:
		if f.frame == befallsSubject && (t.low < 20 || t.status == concord.Combatant) {
			return false
		}
	}
	return t.people() && (known || named)
}

// nameless reports whether f does not name those it counts: by the number itself, a pronoun, or what befell them.
func (r *reader) nameless(f *figure) bool {
	i := f.tally.head
	t := &r.Tokens[i]
	if t.POS == text.NUM || t.POS == text.PRON {
		return true
	}
	h, ok := r.hitAt(i, i+1)
	return ok && (h.frame == stateOf || h.frame == befallsObject || f.hit.first <= i && i < f.hit.last) || r.quantityOf(i) != nil && r.quantityOf(i).Counted.Len() == 0
}

// knownNoun reports whether the noun that t counts is one of the table, or a name.
func (r *reader) knownNoun(t *tally) bool {
	if p := r.phraseOf(t.head); p != nil && (p.noun.class != noClass || p.actor != nil || p.name != nil && p.name.Kind == text.NationalityName) {
		return true
	}
	_, length := r.wordStatus(t.head, t.head)
	return length > 0
}

// personLike reports whether an unknown noun is formed as words for people are: "looter", "motorist".
func (r *reader) personLike(i int) bool {
	lemma := r.Tokens[i].Lemma
	for _, suffix := range [...]string{"er", "or", "ist", "ian", "man", "men", "ee", "ite"} {
		if strings.HasSuffix(lemma, suffix) {
			return true
		}
	}
	return r.Tokens[i].POS == text.PROPN
}

// launched reports whether the sentence has rockets and the like fired, dropped or come down.
func (r *reader) launched(f *figure) bool {
	s := r.Sentences[r.Tokens[f.head].Sentence]
	for i := s.First; i < s.Last; i++ {
		if r.Tokens[i].POS == text.VERB && launches[r.Tokens[i].Lemma] {
			return true
		}
	}
	return false
}

var launches = map[string]bool{"fire": true, "launch": true, "drop": true, "land": true, "hit": true, "strike": true, "fall": true, "rain": true,
	"lob": true, "explode": true, "shell": true, "pound": true, "target": true, "slam": true, "intercept": true, "shoot": true, "use": true, "send": true, "loose": true, "detonate": true}
