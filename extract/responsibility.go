package extract

import (
	"slices"
	"strings"

	"concord"
	"concord/text"
)

// readBlames finds who is held answerable, by whom: in words for it, and in what speakers say was done by whom.
func (r *reader) readBlames() {
	for s := range r.Sentences {
		if r.Paragraphs[r.Sentences[s].Paragraph].Kind.Told() {
			r.blamesInForm(s)
			r.blamesOf(s)
			r.apposedDenials(s)
		}
	}
	for _, e := range r.events {
		r.blamesIn(e)
	}
	for s := range r.Sentences {
		if r.Paragraphs[r.Sentences[s].Paragraph].Kind.Told() {
			r.accidentsOf(s)
		}
	}
	r.blames = slices.DeleteFunc(r.blames, func(b *blame) bool { return b.claim.Responsibility == nil })
	for _, b := range r.blames {
		if b.event != nil {
			b.account = b.event.account
		}
	}
	r.stances()
}

// addBlame makes the claim that p is answerable, as tokens [first, last) say; speaker says so where the sentence names one, p
// itself where the words are its own.
func (r *reader) addBlame(stance concord.Stance, p *phrase, first, last int, speaker *phrase, own bool, why string) {
	if stance != concord.Denies && !r.namesSomebody(p) {
		return
	}
	from, to := min(first, p.first), max(last, p.last)
	if speaker != nil && speaker.last <= first {
		from = min(from, speaker.first)
	}
	e := r.eventAbout(first, last, p)
	if e != nil && r.Tokens[e.head].Sentence == r.Tokens[first].Sentence {
		to = max(to, e.found.last)
	}
	source := r.sourceAt(first)
	if cued := r.cuedAt(first); cued != nil {
		source = r.chain(cued)
	}
	if len(source) > 0 && (source[0].Name == "who" || source[0].Name == "which") {
		source = source[1:]
	}
	actor := r.answerer(p)
	switch {
	case own && p.pronoun && len(source) > 0:
		actor.Name = source[0].Name // "it denied killing anybody"
	case own:
		source = r.spokenBy(p, source)
	case speaker != nil && speaker != p && len(source) == 0:
		source = r.spokenBy(speaker, source)
	case speaker != nil && speaker != p && (strings.EqualFold(source[0].Name, r.nameOf(p)) || source[0].Span != nil && source[0].Overlaps(r.Span(p.first, p.last))):
		source = r.spokenBy(speaker, source[1:]) // "they blamed each other"
	}
	modality, _ := r.modalityOf(first)
	if modality == concord.Denied {
		modality = concord.Asserted
	}
	b := &blame{head: first, event: e}
	span := r.Span(from, to)
	b.claim = concord.Claim{Kind: concord.ResponsibilityClaim, Quote: concord.QuoteOf(r.Text, span), Source: source, Modality: modality,
		Rule: "responsibility/" + string(stance), Confidence: 0.8,
		Responsibility: &concord.Responsibility{Actor: actor, Stance: stance}}
	b.claim.Trace = concord.Trace{Rule: b.claim.Rule, Why: r.Words(first, last), Parts: []concord.Trace{{Rule: why}, {Rule: "actor", Why: r.Words(p.first, p.last)}}}
	if !r.saidAlready(b) {
		r.blames = append(r.blames, b)
	}
}

// namesSomebody reports whether p says who it was: "gunmen" and "attackers" are nobody.
func (r *reader) namesSomebody(p *phrase) bool {
	if p.pronoun {
		_, ok := r.Antecedent(p.head)
		return ok
	}
	for i := p.first; i < p.head; i++ {
		if r.Tokens[i].POS == text.PROPN {
			return true // "Fulani herders"
		}
	}
	switch p.noun.class {
	case gunman, criminal, mobster:
		return p.name != nil
	}
	if p.actor != nil || p.name != nil || p.place >= 0 {
		return true
	}
	switch p.noun.class {
	case person, civilian, child, woman, protester, arms, noClass:
		return false
	}
	if p.noun.class == aircraft {
		return r.Tokens[p.first].Tag != text.PRPS && r.Tokens[p.first].POS != text.DET && p.head > p.first
	}
	return true
}

// saidAlready reports whether the same source has said the same of the same actor about the same event, or in the same sentence about
// another of the same happening.
func (r *reader) saidAlready(b *blame) bool {
	return slices.ContainsFunc(r.blames, func(c *blame) bool {
		same := c.event == b.event || c.event != nil && b.event != nil && c.event.account == b.event.account && r.Tokens[c.head].Sentence == r.Tokens[b.head].Sentence
		return same && c.claim.Stance == b.claim.Stance && strings.EqualFold(c.claim.Responsibility.Actor.Name, b.claim.Responsibility.Actor.Name) &&
			sameSource(c.claim.Source, b.claim.Source)
	})
}

// eventAbout returns the event that tokens [first, last) hold the actor p answerable for: the next one in the sentence, else
// the last one before, else the last one of violence before the sentence.
func (r *reader) eventAbout(first, last int, p *phrase) *event {
	s := r.Sentences[r.Tokens[first].Sentence]
	for i := last; i < s.Last; i++ {
		if e := r.eventOf[i]; e != nil && (i < p.first || i >= p.last) && e.truce.step != "mentioned" {
			return e
		}
	}
	for i := first - 1; i >= s.First; i-- {
		if e := r.eventOf[i]; e != nil && (i < p.first || i >= p.last) && e.truce.step != "mentioned" {
			return e
		}
	}
	return r.eventBefore(s.First)
}
