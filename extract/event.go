package extract

import (
	"slices"
	"strings"
	"sync"

	"concord"
	"concord/lexicon"
	"concord/text"
)

// readEvents finds the words that tell of events, who took part, and whether they happened.
func (r *reader) readEvents() {
	r.findEvents()
	r.chooseRoles()
	for _, e := range r.events {
		r.claimEvent(e)
	}
}

// findEvents finds the words that tell of events, and who took part by the grammar of their sentences.
func (r *reader) findEvents() {
	for s := range r.Sentences {
		if r.Paragraphs[r.Sentences[s].Paragraph].Kind.Told() {
			r.eventsOf(s)
			r.truceAgain(s)
		}
	}
	for _, e := range r.events {
		if f := r.fieldOf(r.Tokens[e.head].Sentence); f == nil || f.tells() {
			r.readArguments(e)
		}
	}
	kept := r.events[:0]
	for _, e := range r.events {
		if r.admits(e) {
			kept = append(kept, e)
			continue
		}
		for _, i := range e.found.covers {
			r.eventOf[i] = nil
		}
	}
	r.events = kept
	r.partsInForm()
	for _, e := range r.events {
		if e.cause != nil && r.eventOf[e.cause.head] != e.cause {
			e.cause = nil
		}
	}
}

// eventsOf makes an event of each trigger of a sentence; signals only where the sentence has no trigger of violence.
func (r *reader) eventsOf(s int) {
	sentence := r.Sentences[s]
	if f := r.fieldOf(s); f != nil && !f.tells() {
		r.eventsOfField(f)
		return
	} else if f != nil {
		sentence.First = f.first
	}
	list := r.triggersIn(sentence.First, sentence.Last)
	told, signals := false, acts(0)
	list = slices.DeleteFunc(list, func(f found) bool { return f.act == idle })
	for _, f := range list {
		told = told || f.pos != 's'
		if f.pos == 's' {
			signals = signals.with(f.act)
		}
	}
	for _, f := range list {
		if f.pos == 's' && (told || f.act == dispersal || f.act == protest || means.has(f.act) && !r.wielded(f.head)) {
			continue
		}
		if f.pos == 's' {
			told = true
		}
		e := &event{found: f, head: f.head, first: f.first, signals: signals}
		r.events = append(r.events, e)
		for _, i := range f.covers {
			r.eventOf[i] = e
		}
	}
}

// wielded reports whether arms at token i, of which nothing else tells, are used in an attack: the verb above them says so, or there is none, as in a
// headline. "The navy showed a missile" tells of no attack.
func (r *reader) wielded(i int) bool {
	v := r.verbOf(i)
	return v < 0 || wielding()[r.Tokens[v].Lemma]
}

// wielding are the verbs of lexicon/wields.tsv.
var wielding = sync.OnceValue(func() map[string]bool { return lexicon.Set("wields", "verb") })

// claimEvent writes the claim of e, without its type.
func (r *reader) claimEvent(e *event) {
	if e.found.act == ceasefire {
		r.readTruce(e)
		defer r.claimTruce(e)
	}
	e.topic = e.topic || r.isTopic(e) || r.isOrigin(e)
	modality, why := r.modalityOf(e.head)
	e.purpose = modality == concord.Planned && r.onlyPurpose(e.head)
	e.claim = concord.Claim{
		Kind:       concord.EventClaim,
		Quote:      concord.QuoteOf(r.Text, r.eventSpan(e)),
		Source:     r.sourceAt(e.head),
		Modality:   modality,
		Rule:       "event/" + e.found.act.String(),
		Confidence: 0.8,
		Event:      &concord.Event{When: r.notAhead(r.whenOf(e), modality), Where: r.whereOf(e), Participants: r.participants(e)},
	}
	e.claim.Trace = concord.Trace{Rule: e.claim.Rule, Why: strings.Join(e.found.words, " ")}
	if why != "" {
		e.claim.Trace.Parts = append(e.claim.Trace.Parts, concord.Trace{Rule: "modality " + string(modality), Why: why})
	}
	for _, a := range e.args {
		e.claim.Trace.Parts = append(e.claim.Trace.Parts, concord.Trace{Rule: roleNames[a.role], Why: r.Words(a.phrase.first, a.phrase.last) + ", " + a.how})
	}
}

// isTopic reports whether e is what a protest, talks or a statement is about: "protested against the killing of".
func (r *reader) isTopic(e *event) bool {
	t := &r.Tokens[e.head]
	if e.found.act == clash && t.Tag == text.VBG && (t.Rel == text.Acl || t.Rel == text.Advcl && r.Child(e.head, text.Obj, text.Mark) < 0) {
		return true // "rebels fighting in the south", "fighting for years, they": who they are, not what happened
	}
	if e.found.act == clash && e.found.pos == 'n' && t.Lemma == "fight" && r.isStruggle(e) {
		return true
	}
	if e.found.act == agreement && e.found.pos == 'v' && r.agreesTruce(e) {
		return true // "agreed to a ceasefire": the ceasefire is what happened
	}
	if e.found.pos != 'n' || t.Head < 0 || t.Rel != text.Obl && t.Rel != text.Nmod {
		return false
	}
	if at := r.phraseOf(e.head); at != nil && at.first >= 2 {
		if x := r.eventOf[at.first-2]; x != nil && x.found.act == protest && r.Tokens[at.first-1].POS == text.ADP {
			return true
		}
	}
	over := r.eventOf[t.Head]
	if over == nil || over == e || over.found.act == agreement && r.agreesTruce(over) {
		return false
	}
	if over.found.act != protest && over.found.act != talks && over.found.act != agreement && over.found.act != dispersal {
		return false
	}
	switch r.marker(e.head) {
	case "over", "against", "about", "for", "on", "with", "following", "after", "to":
		return true
	}
	return false
}

// agreesTruce reports whether what the verb of e agrees on is a ceasefire.
func (r *reader) agreesTruce(e *event) bool {
	for j := range r.Children(e.head) {
		if x := r.eventOf[j]; x == nil || x.found.act != ceasefire {
			continue
		}
		switch with := r.marker(j); {
		case r.Tokens[j].Rel == text.Obj, r.Tokens[j].Rel == text.Obl && (with == "to" || with == "on" || with == "upon"):
			return true
		}
	}
	return false
}

// isStruggle reports whether a fight is the long one against somebody: "the fight against terrorism", "rebels in their fight against the king".
func (r *reader) isStruggle(e *event) bool {
	p := r.phraseOf(e.head)
	if p == nil || p.last >= len(r.Tokens) || r.Tokens[p.last].Norm != "against" {
		return false
	}
	first := &r.Tokens[p.first]
	return first.Tag == text.PRPS || first.Norm == "the" || p.owner >= 0 || p.first == p.head
}

// isOrigin reports whether e, a protest or what met it, only says how a war of old began: "since the war began in 2011 with protests".
func (r *reader) isOrigin(e *event) bool {
	if !unrest.has(e.found.act) {
		return false
	}
	war, begun := false, false
	s := r.Sentences[r.Tokens[e.head].Sentence]
	for i := s.First; i < s.Last; i++ {
		switch origins()[r.Tokens[i].Lemma] {
		case "war":
			war = true
		case "begin":
			begun = true
		}
		begun = begun || r.Tokens[i].Norm == "since"
	}
	return war && begun && r.oldTimeIn(s)
}

// oldTimeIn reports whether a sentence names a time a year or more before the report.
func (r *reader) oldTimeIn(s text.Sentence) bool {
	now, _, known := r.Report.Published.Bounds()
	span := r.Span(s.First, s.Last)
	return known && slices.ContainsFunc(r.mentions.Times, func(m concord.TimeMention) bool {
		if m.When == nil || !span.Contains(m.Span) {
			return false
		}
		from, _, ok := m.When.From.Bounds()
		return ok && now.Sub(from).Hours() > 24*300
	})
}

// origins are the rows of lexicon/origins.tsv: words by kind.
var origins = sync.OnceValue(func() map[string]string {
	table := map[string]string{}
	for _, row := range lexicon.Table("origins") {
		table[row.Get("word")] = row.Get("kind")
	}
	return table
})

// eventSpan returns the words of the event: its trigger and whatever of its arguments stands in the same clause.
func (r *reader) eventSpan(e *event) concord.Span {
	first, last := e.found.first, e.found.last
	for _, a := range e.args {
		if a.phrase.first >= first-reach && a.phrase.last <= last+reach && r.Tokens[a.phrase.head].Sentence == r.Tokens[e.head].Sentence {
			first, last = min(first, a.phrase.first), max(last, a.phrase.last)
		}
	}
	return r.Span(first, last)
}

// told reports whether the words of a time or place stand in the event's own sentence, or in the form that it is told in.
func (r *reader) told(e *event, words *concord.Span) bool {
	at := r.Tokens[e.head].Sentence
	if f := r.formAt[at]; f != nil && words != nil {
		return r.formAt[r.Tokens[r.TokenAt(words.Start)].Sentence] == f
	}
	s := r.Sentences[at]
	return words != nil && r.Span(s.First, s.Last).Contains(*words)
}

// classes returns the kinds of things that have the role in e.
func (e *event) classes(as role) (set classes) {
	for _, a := range e.args {
		if a.role == as {
			set = set.with(a.phrase.noun.class)
		}
	}
	return set
}
