package extract

import (
	"concord"
	"concord/text"
	"concord/timex"
)

// tellStory gives a report that tells of nothing the program knows one event all the same: what its first sentence with a subject and a
// verb says happened, of the type that stands for everything else. Reports of one such happening can then be laid beside one another.
func (r *reader) tellStory() {
	for _, a := range r.accounts {
		if a.Modality == concord.Asserted || a.Modality == concord.Denied && a.Type.Violent() {
			return
		}
	}
	verb := r.leadVerb()
	kind, sure := r.storyKind(verb)
	if verb < 0 && sure >= surelyStory {
		verb = r.firstRoot()
	}
	if verb < 0 || r.eventOf[verb] != nil && r.eventOf[verb].account != nil {
		return
	}
	modality, _ := r.modalityOf(verb)
	e := &event{head: verb, claim: concord.Claim{
		Kind:       concord.EventClaim,
		Quote:      concord.QuoteOf(r.Text, r.sentenceSpan(r.Tokens[verb].Sentence)),
		Source:     r.sourceAt(verb),
		Modality:   modality,
		Rule:       "event/story",
		Confidence: 0.3,
		Event: &concord.Event{Type: kind, When: timex.Of(r.Doc, r.mentions.Times, verb),
			Where: r.places.Of(verb), Participants: []concord.Participant{}},
	}}
	e.claim.Trace = concord.Trace{Rule: e.claim.Rule, Why: "first verb with a subject: " + r.Form(verb)}
	e.account = &account{Account: concord.Account{Type: kind, When: e.claim.When, Where: e.claim.Where, Modality: modality,
		Perpetrators: []concord.Perpetrator{}, Victims: []concord.Victim{}, Objects: []concord.ObjectHit{}, Weapons: []concord.WeaponUsed{}}}
	r.events = append(r.events, e)
	r.accounts = append(r.accounts, e.account)
}

// surelyStory is the probability of a kind that makes a story of a report without a sentence: a headline.
const surelyStory = 0.3

// storyKind returns the kind of happening that the model holds the first sentence told, or that of the verb, for, and how surely. Where
// its words tell of what did not happen, or may not have, it is none of the kinds that the program knows.
func (r *reader) storyKind(verb int) (concord.EventType, float64) {
	model, root := r.models["kind"], verb
	if root < 0 {
		root = r.firstRoot()
	}
	if model == nil || root < 0 || len(r.accounts) > 0 {
		return concord.OtherStrategic, 0
	}
	sentence := r.Tokens[root].Sentence
	for _, e := range r.events {
		if r.Tokens[e.head].Sentence == sentence && e.claim.Modality != concord.Asserted {
			return concord.OtherStrategic, 0
		}
	}
	var s sheet
	r.weighKind(&s, nil, concord.OtherStrategic, sentence)
	k, sure := r.likeliestKind(model, &s)
	if len(r.Sentences) > shortReport && sure < surelyOther {
		return concord.OtherStrategic, sure
	}
	return kindClasses[k].usual, sure
}

// firstRoot returns the word that the first sentence told hangs on, its first verb or noun where it was not parsed; -1 where there is none.
func (r *reader) firstRoot() int {
	for _, s := range r.Sentences {
		if !r.Paragraphs[s.Paragraph].Kind.Told() {
			continue
		}
		for i := s.First; i < s.Last; i++ {
			if t := &r.Tokens[i]; s.Parsed && t.Rel == text.Root || !s.Parsed && (t.POS == text.VERB || t.POS == text.NOUN) {
				return i
			}
		}
		return -1
	}
	return -1
}

// leadVerb returns the first verb that heads a sentence and has a subject, -1 where there is none.
func (r *reader) leadVerb() int {
	for _, s := range r.Sentences {
		if !r.Paragraphs[s.Paragraph].Kind.Told() || r.Tokens[s.Last-1].Norm == "?" {
			continue
		}
		for i := s.First; i < s.Last; i++ {
			if t := &r.Tokens[i]; t.Rel == text.Root && t.POS == text.VERB && r.Child(i, text.Nsubj, text.NsubjPass) >= 0 {
				return i
			}
		}
	}
	return -1
}

// sentenceSpan returns the bytes of a sentence without its full stop.
func (r *reader) sentenceSpan(sentence int) concord.Span {
	s := r.Sentences[sentence]
	last := s.Last
	for last > s.First+1 && r.Tokens[last-1].POS == text.PUNCT {
		last--
	}
	return r.Span(s.First, last)
}
