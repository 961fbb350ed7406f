package extract

import (
	"slices"
	"strings"

	"concord"
	"concord/text"
)

// doerDenied returns who, as the verb at token i denies or admits, did it, where that is another than the speaker: "the police denied
// that soldiers had killed anybody", "the minister admitted that troops had"; nil where the speaker answers for himself.
func (r *reader) doerDenied(a *accusation, i int) *phrase {
	clause := r.Child(i, text.Ccomp)
	if clause < 0 || r.auxPassive(clause) {
		return nil
	}
	s := r.Child(clause, text.Nsubj)
	if s < 0 {
		return nil
	}
	if p := r.phraseOf(s); p != nil && !p.pronoun && r.mayDo(p) && (a.stance == concord.Denies || forces.has(p.noun.class)) {
		for j := p.first; j < p.head; j++ {
			if r.Tokens[j].Tag == text.PRPS {
				return nil // "its forces"
			}
		}
		return p
	}
	return nil
}

// chargedBefore returns who, in this sentence or the one before, is said to have done what the speaker denies with "it" after the verb that
// ends before token last: "Kyiv said Russia shelled the port. Moscow denied it"; nil where that was somebody else.
func (r *reader) chargedBefore(first, last int, speaker *phrase) *phrase {
	if speaker == nil || last >= r.sentenceEnd(first) {
		return nil
	}
	switch r.Tokens[last].Norm {
	case "it", "this", "that":
	default:
		return nil
	}
	if last+1 < r.sentenceEnd(first) && r.Tokens[last+1].POS != text.PUNCT {
		return nil
	}
	for _, b := range slices.Backward(r.blames) {
		q := r.phraseOf(r.TokenAt(b.claim.Actor.Start))
		if r.Tokens[b.head].Sentence >= r.Tokens[first].Sentence-1 && b.claim.Stance == concord.Blames && q != nil && r.sameSide(speaker, q) {
			return q
		}
	}
	for _, e := range slices.Backward(r.events) {
		if e.head > first || r.Tokens[e.head].Sentence < r.Tokens[first].Sentence-1 || !violence.has(e.found.act) {
			continue
		}
		for _, p := range r.doers(e) {
			if r.sameSide(speaker, p) {
				return p
			}
		}
	}
	return nil
}

// sameSide reports whether p, who speaks, is the actor q or speaks for it: the same name or country, or "the group" of an armed group.
func (r *reader) sameSide(p, q *phrase) bool {
	if c := r.countryOf(p); c != "" && c == r.countryOf(q) || strings.EqualFold(r.nameOf(p), r.nameOf(q)) {
		return true
	}
	return p.definite && p.name == nil && (p.noun.class.body() || r.Tokens[p.head].Lemma == "group") && (q.noun.class == group || q.actor != nil && q.actor.Kind == concord.ArmedGroup)
}

// countryOf returns the country whose state or capital p names, empty where it names neither.
func (r *reader) countryOf(p *phrase) string {
	if n := r.nationAt(p.head); n != nil {
		return n.Country
	}
	if p.place >= 0 && r.mentions.Places[p.place].Metonym {
		return r.mentions.Places[p.place].Country
	}
	return ""
}

// deniesIn makes the claim of a speaker that he, or forces of his, did not do e: "the army said its planes had not bombed the port".
func (r *reader) deniesIn(e *event, source []concord.Speaker) {
	if e.found.pos == 'n' || len(source) == 0 {
		return
	}
	teller := r.speakerDoing(e)
	if p := r.subjectPhrase(e.head); teller == nil && p != nil && p.noun.class == aircraft && r.owned(p) {
		teller = r.tellerAt(e.head)
	}
	if teller != nil {
		r.addAgent(e, concord.Denies, concord.Asserted, teller, r.answerer(teller), source)
	}
}

// undone makes the claim of tokens [first, last) that somebody had no part in a deed: "Y said it did not take part in the raid".
func (r *reader) undone(a *accusation, first, last int) {
	p, source := r.subjectPhrase(first), r.sourceAt(first)
	if p == nil {
		p = r.endingBefore(first)
	}
	if p == nil || len(source) == 0 || !r.negated(first) || r.auxPassive(first) || !r.deedFollows(a, last) {
		return
	}
	if teller := r.tellerMeant(first, p); teller != nil {
		p = teller
	} else if teller := r.tellerAt(first); teller != nil && r.owned(p) {
		p = teller
	}
	if r.mayAnswer(p) && r.mayDo(p) || r.countryOf(p) != "" {
		r.addBlame(concord.Denies, p, first, last, nil, false, "words "+a.words)
	}
}

// nobody reports whether the subject of token i is nobody: "no group has claimed responsibility".
func (r *reader) nobody(i int) bool {
	s := r.Sentences[r.Tokens[i].Sentence]
	for j := i - 1; j >= s.First && j >= i-8; j-- {
		switch r.Tokens[j].Norm {
		case "no", "nobody", "none", "neither", "not", "n't", "yet":
			return true
		case ",", ";", "but", "and":
			return false
		}
	}
	return false
}

// negated reports whether "not" stands with token i.
func (r *reader) negated(i int) bool {
	s := r.Sentences[r.Tokens[i].Sentence]
	for j := i - 1; j >= s.First && j >= i-3; j-- {
		switch r.Tokens[j].Norm {
		case "not", "n't", "never", "nor":
			return true
		}
	}
	return false
}

// charges are nouns for what may be denied or admitted besides deeds.
var charges = map[string]bool{"responsibility": true, "involvement": true, "role": true, "accusation": true, "allegation": true, "charge": true,
	"claim": true, "report": true, "blame": true, "complicity": true, "part": true, "participation": true, "mistake": true, "error": true, "guilt": true, "link": true, "finding": true}

// deedFollows reports whether an event, or an accusation, is what the verb before token i is about.
func (r *reader) deedFollows(a *accusation, i int) bool {
	end := r.sentenceEnd(i - 1)
	for j := i; j < end && j < i+10; j++ {
		t := &r.Tokens[j]
		switch {
		case t.Norm == ";" || t.Norm == ",":
			return false
		case charges[t.Lemma] && (t.POS == text.NOUN) && (a.frame == "deed" || t.Lemma == "accusation" || t.Lemma == "allegation" || t.Lemma == "charge" || t.Lemma == "claim" || t.Lemma == "finding"):
			return true
		case (a.frame == "deed" || a.frame == "undone") && r.eventOf[j] != nil && violence.has(r.eventOf[j].found.act):
			return a.stance != concord.Admits || t.Lemma != "death" && t.Lemma != "casualty" && t.Lemma != "fatality"
		}
	}
	return false
}

// deedOfFollows reports whether "for" and a deed of violence follow the actors: "condemned Y for shelling the town".
func (r *reader) deedOfFollows(actors []*phrase, last int) bool {
	if len(actors) == 0 {
		return false
	}
	at := actors[len(actors)-1].last
	end := r.sentenceEnd(last - 1)
	if at >= end || r.Tokens[at].Norm != "for" && r.Tokens[at].Norm != "over" {
		return false
	}
	for j := at; j < end && j < at+6; j++ {
		if e := r.eventOf[j]; e != nil && violence.has(e.found.act) {
			return true
		}
	}
	return false
}
