package extract

import (
	"slices"
	"sync"

	"concord"
	"concord/lexicon"
)

// accidents are the rows of lexicon/accidents.tsv.
var accidents = sync.OnceValue(func() *lexicon.Phrases[bool] {
	phrases := lexicon.NewPhrases[bool]()
	for _, row := range lexicon.Table("accidents") {
		phrases.Add(row.Get("words"), true)
	}
	return phrases
})

// accidentsOf reads the words of a sentence that say a deed was not meant.
func (r *reader) accidentsOf(sentence int) {
	s, words := r.Sentences[sentence], accidents()
	for i := s.First; i < s.Last; i++ {
		if _, length := words.Match(r.norm, i, s.Last); length > 0 {
			r.unmeant(i, i+length)
			return
		}
	}
}

// unmeant makes the claim that tokens [first, last) say the nearest deed of the sentence was not meant.
func (r *reader) unmeant(first, last int) {
	r.admittedUnmeant(first, last)
	e := r.deedNear(first)
	if e == nil {
		return
	}
	for _, x := range e.args {
		if x.role == agent && (r.namesSomebody(x.phrase) || x.phrase.pronoun) {
			r.addUnmeant(e, x.phrase, first, last)
		}
	}
}

// admittedUnmeant makes the claim that what somebody admits in the sentence was not meant, as tokens [first, last) say: "the army said its guns
// had hit the school in error".
func (r *reader) admittedUnmeant(first, last int) {
	for _, b := range slices.Clone(r.blames) {
		if r.Tokens[b.head].Sentence != r.Tokens[first].Sentence || b.claim.Stance != concord.Admits {
			continue
		}
		c := *b
		answer := *b.claim.Responsibility
		answer.Stance = concord.Unintentional
		c.head, c.claim.Responsibility, c.claim.Rule, c.claim.Confidence = first, &answer, "responsibility/unintentional", 0.7
		span := r.Span(first, last)
		c.claim.Quote = concord.QuoteOf(r.Text, concord.Span{Start: min(span.Start, b.claim.Start), End: max(span.End, b.claim.End)})
		c.claim.Trace = concord.Trace{Rule: c.claim.Rule, Why: r.Words(first, last), Parts: []concord.Trace{{Rule: "actor", Why: answer.Actor.Name}}}
		if !r.saidAlready(&c) {
			r.blames = append(r.blames, &c)
		}
	}
}

// deedNear returns the event of violence with somebody who did it that stands nearest to token i in its sentence.
func (r *reader) deedNear(i int) *event {
	var near *event
	for _, e := range r.events {
		if r.Tokens[e.head].Sentence != r.Tokens[i].Sentence || !violence.has(e.found.act) || !slices.ContainsFunc(e.args, func(x argument) bool { return x.role == agent }) {
			continue
		}
		if near == nil || distance(e.head, i) < distance(near.head, i) {
			near = e
		}
	}
	return near
}

func (r *reader) addUnmeant(e *event, p *phrase, first, last int) {
	b := &blame{head: first, event: e}
	span := r.Span(min(first, e.found.first, p.first), max(last, e.found.last))
	b.claim = concord.Claim{Kind: concord.ResponsibilityClaim, Quote: concord.QuoteOf(r.Text, span), Source: r.sourceAt(first), Modality: concord.Asserted,
		Rule: "responsibility/unintentional", Confidence: 0.7,
		Responsibility: &concord.Responsibility{Actor: r.answerer(p), Stance: concord.Unintentional}}
	b.claim.Trace = concord.Trace{Rule: b.claim.Rule, Why: r.Words(first, last), Parts: []concord.Trace{{Rule: "actor", Why: r.Words(p.first, p.last)}}}
	if !r.saidAlready(b) {
		r.blames = append(r.blames, b)
	}
}
