package extract

import (
	"concord/text"
)

// deedObject reports whether the noun phrase at token i, right after a verb or "behind", names a deed of violence, and no clause of its own
// begins there: "the blast", not "the blast killed ten".
func (r *reader) deedObject(i int) bool {
	p := r.startsAt(i, r.sentenceEnd(i-1))
	if p == nil {
		return false
	}
	e := r.eventOf[p.head]
	return e != nil && (e.found.pos == 'n' || r.Tokens[p.head].POS == text.NOUN) && violence.has(e.found.act) && r.Tokens[p.head].Rel != text.Nsubj && r.Tokens[p.head].Rel != text.NsubjPass
}

// mayAnswer reports whether a phrase stands for somebody who can be held answerable: named, or of a kind that is known.
func (r *reader) mayAnswer(p *phrase) bool {
	if p == nil || r.timeAt[p.head] || r.halfWord(p) {
		return false
	}
	c := p.noun.class
	return p.actor != nil || c.people() || c == aircraft || p.place >= 0 || p.name != nil && p.name.Kind != text.OtherName || p.pronoun
}

// withJoined returns p and the phrases joined to it by "and" or "or".
func (r *reader) withJoined(p *phrase) []*phrase {
	if p == nil {
		return nil
	}
	list := []*phrase{p}
	end := r.sentenceEnd(p.head)
	for at := p.last; at+1 < end; {
		switch r.Tokens[at].Norm {
		case "and", "or", ",", "nor":
		default:
			return list
		}
		q := r.phraseOf(at + 1)
		if q == nil || q.first > at+2 || !r.mayAnswer(q) || r.hasVerb(q.last) && r.Tokens[at].Norm != "or" {
			return list
		}
		list = append(list, q)
		at = q.last
	}
	return list
}

// turns are words that begin another clause, which does not say whom the one before accuses.
var turns = map[string]bool{"though": true, "although": true, "while": true, "whereas": true, "but": true, ";": true}

// accused returns whom the verb that ends before token last accuses.
func (r *reader) accused(a *accusation, last int, passive bool, subject *phrase) []*phrase {
	end := r.sentenceEnd(last - 1)
	if p := r.startsAt(last, end); a.frame == "onto" && !passive && r.mayAnswer(p) && p.last < end && r.Tokens[p.last].Norm == "for" {
		return r.withJoined(p) // "blamed rebels for shots on the road to the port"
	}
	if passive && subject != nil && last < end && r.Tokens[last].Norm == "for" {
		return r.withJoined(subject) // "they were blamed for the blast on the airliner"
	}
	if a.frame == "onto" {
		for i := last; i < end && i < last+14 && !turns[r.Tokens[i].Norm]; i++ {
			if w := r.Tokens[i].Norm; w == "on" || w == "to" || w == "at" {
				if p := r.phraseOf(i + 1); i+1 < end && r.mayAnswer(p) && !r.timeAt[p.head] && r.eventOf[p.head] == nil {
					return r.withJoined(p)
				}
			}
		}
	}
	if passive {
		if by := r.agentsAfter(last); a.frame == "onto" && subject != nil && r.eventOf[subject.head] != nil {
			return by
		}
		return r.withJoined(subject)
	}
	for i := last; i < end && i < last+4; i++ {
		p := r.phraseOf(i)
		if p == nil {
			continue
		}
		if !r.mayAnswer(p) {
			return nil
		}
		return r.withJoined(p)
	}
	return nil
}

// startsAt returns the phrase that begins at token i before token end, nil where none does.
func (r *reader) startsAt(i, end int) *phrase {
	if i >= end {
		return nil
	}
	if p := r.phraseOf(i); p != nil && p.first == i {
		return p
	}
	return nil
}

// agentsAfter returns those named by a "by" after token i.
func (r *reader) agentsAfter(i int) []*phrase {
	end := r.sentenceEnd(i - 1)
	for j := i; j+1 < end && (j < i+8 || j < i+farAgent && r.onlyPlacesAndTimes(i, j)) && (r.Tokens[j].Tag != text.VB || r.Tokens[j].POS == text.AUX); j++ {
		if r.describesOther(j, i) {
			return nil
		}
		if r.Tokens[j].Norm == "by" {
			p := r.phraseOf(j + 1)
			if p != nil && r.halfWord(p) {
				p = r.phraseOf(p.last + 2) // "by |al-Qaeda|-linked fighters"
			}
			if r.mayAnswer(p) {
				return r.withJoined(p)
			}
		}
	}
	return nil
}

// describesOther reports whether verb j belongs to a clause that describes a noun after token i, so that who stands after its "by" did not do what
// the words before token i tell: "the raid on a town |held| by rebels".
func (r *reader) describesOther(j, i int) bool {
	if r.Tokens[j].POS != text.VERB {
		return false
	}
	if r.Tokens[j].Lemma == "hold" {
		return true // whatever the grammar makes of it: nobody holds an attack
	}
	for r.Tokens[j].Head > i && r.Tokens[j].Rel == text.Xcomp {
		j = r.Tokens[j].Head
	}
	t := &r.Tokens[j]
	return t.Rel == text.Acl && t.Head >= i && r.eventOf[t.Head] == nil
}

// farAgent is how many tokens after a verb "by" may stand where only where and when come between.
const farAgent = 24

// onlyPlacesAndTimes reports whether tokens [first, last) tell only where and when: "killed |overnight from Sunday to Monday in the Lala camp| by".
func (r *reader) onlyPlacesAndTimes(first, last int) bool {
	for i := first; i < last; i++ {
		switch t := &r.Tokens[i]; t.POS {
		case text.ADP, text.DET, text.ADV, text.PUNCT, text.PROPN, text.NUM, text.ADJ:
			if t.Norm == ";" || t.Norm == ":" || t.POS == text.ADV && t.Tag == text.WRB {
				return false
			}
		case text.NOUN:
			if p := r.phraseOf(i); !r.timeAt[i] && r.placeAt[i] == 0 && p != nil && p.noun.class != territory && p.noun.class != building && p.noun.class != infrastructure {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// answerable returns who "is responsible", or is held so and by whom.
func (r *reader) answerable(i int) (actors []*phrase, speaker *phrase) {
	s := r.Sentences[r.Tokens[i].Sentence]
	for j := i - 1; j >= s.First && j >= i-12; j-- {
		switch t := &r.Tokens[j]; {
		case t.Lemma == "hold" && t.POS == text.VERB && !r.auxPassive(j):
			if p := r.phraseOf(j + 1); r.mayAnswer(p) && p.last <= i {
				return r.withJoined(p), r.subjectPhrase(j)
			}
			return nil, nil
		case t.Lemma == "be" || t.Lemma == "hold":
			if p := r.endingBefore(j); r.mayAnswer(p) {
				return r.backJoined(p), nil
			}
			return nil, nil
		case t.POS == text.VERB || t.POS == text.NOUN:
			return nil, nil
		}
	}
	return nil, nil
}

// endingBefore returns the phrase that ends right before token i, auxiliaries and adverbs aside.
func (r *reader) endingBefore(i int) *phrase {
	first := r.Sentences[r.Tokens[i].Sentence].First
	for j := i - 1; j >= first; j-- {
		if p := r.phraseOf(j); p != nil {
			return p
		}
		if t := &r.Tokens[j]; t.POS != text.AUX && t.POS != text.ADV && t.POS != text.PART {
			return nil
		}
	}
	return nil
}

// backJoined returns p and what "and" or "or" joins to it from before.
func (r *reader) backJoined(p *phrase) []*phrase {
	list := []*phrase{p}
	for p.first >= 2 {
		if w := r.Tokens[p.first-1].Norm; w != "and" && w != "or" {
			break
		}
		q := r.phraseOf(p.first - 2)
		if q == nil || q.last != p.first-1 || !r.mayAnswer(q) {
			break
		}
		list = append([]*phrase{q}, list...)
		p = q
	}
	return list
}
