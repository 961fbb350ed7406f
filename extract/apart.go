package extract

import (
	"cmp"
	"slices"
	"sync"

	"concord/lexicon"
	"concord/text"
)

// toldApart reports whether e, whatever it has in common with account a, is told as another happening: on the next day of a chronicle, at the next
// place or in the next item of a round-up, as one of long ago, after "separately", or as what another was measured by.
func (r *reader) toldApart(a *account, e *event) bool {
	return r.opensDay(a, e) || r.opensPlace(a, e) || r.opensItem(a, e) || r.opensOther(a, e) || r.longAgo(a, e) || r.measures(a, e) || r.repays(a, e) || r.unlike(a, e)
}

// repays reports whether what a tells is said to be the answer to e: "shelled the town in retaliation for strikes on its port".
func (r *reader) repays(a *account, e *event) bool {
	p := r.phraseOf(e.head)
	if e.found.pos != 'n' || p == nil || p.first < 2 || r.Tokens[p.first-1].POS != text.ADP || !answers()[r.Tokens[p.first-2].Lemma] {
		return false
	}
	return slices.ContainsFunc(a.events, func(x *event) bool { return r.Tokens[x.head].Sentence == r.Tokens[e.head].Sentence })
}

// answers are the nouns of lexicon/answers.tsv.
var answers = sync.OnceValue(func() map[string]bool { return lexicon.Set("answers", "noun") })

// another reports whether e's words set it apart: "a second blast", "another attack", "meanwhile".
func (r *reader) another(e *event) bool {
	s := r.Sentences[r.Tokens[e.head].Sentence]
	for i := s.First; i < min(s.First+4, s.Last); i++ {
		if x := r.eventOf[i]; x != nil && r.definite(x) && x.first <= s.First+1 {
			break // "the attack also left three people dead"
		}
		if r.Tokens[i].Norm == "also" && e.cause != nil && r.definite(e.cause) {
			break // "seven were also hurt in the raid"
		}
		if w := r.Tokens[i].Norm; apartWords()[w] && (w != "another" || r.Tokens[min(i+1, s.Last-1)].POS != text.NUM) {
			return true // but "another 20 people" are more of them
		}
	}
	if p := r.phraseOf(e.head); p != nil && e.found.pos != 'v' && r.setsApart(p) {
		return true
	}
	for j := range r.Children(e.head) {
		if p := r.phraseOf(j); p != nil && r.Tokens[j].Rel == text.Obl && r.marker(j) == "in" && r.setsApart(p) {
			return true // "twelve were killed in a similar strike"
		}
	}
	return slices.ContainsFunc(e.args, func(a argument) bool { return a.role == instrument && r.setsApart(a.phrase) })
}

// setsApart reports whether words before the phrase's noun tell it from one told before.
func (r *reader) setsApart(p *phrase) bool {
	for i := p.first; i < p.head; i++ {
		if apartWords()[r.Tokens[i].Norm] {
			return true
		}
	}
	return false
}

// apartWords are the rows of lexicon/apart.tsv: they set an event apart from those told before.
var apartWords = sync.OnceValue(func() map[string]bool { return lexicon.Set("apart", "word") })

// farDays is how many days part two happenings for certain, whatever else they have in common.
const farDays = 10

// daysApart returns how many days lie between the times that the words of two events name, 0 where they meet or name none.
func (r *reader) daysApart(a, e *event) int {
	from, _, ok1 := a.claim.When.From.Bounds()
	_, to, ok2 := cmp.Or(a.claim.When.To, a.claim.When.From).Bounds()
	from2, _, ok3 := e.claim.When.From.Bounds()
	_, to2, ok4 := cmp.Or(e.claim.When.To, e.claim.When.From).Bounds()
	if !ok1 || !ok2 || !ok3 || !ok4 {
		return 0
	}
	return int(max(from.Sub(to2), from2.Sub(to)).Hours() / 24)
}
