package extract

import (
	"sync"

	"concord"
	"concord/lexicon"
	"concord/text"
	"concord/timex"
)

// standing is how a ceasefire stands to the word that tells what became of it.
type standing uint8

const (
	asSubject standing = iota
	asObject
	ofNoun
	marked
)

// truceWords are the rows of lexicon/truce.tsv.
type truceWords struct {
	steps   [4]map[string]string // by standing
	through map[string]bool
	brokers map[string]bool            // verbs whose subject mediates
	other   map[string]map[string]bool // verbs by what else the table says of them: witness, accuse, urge, due, seem, watch, vouch
}

var truces = sync.OnceValue(func() *truceWords {
	w := &truceWords{through: map[string]bool{}, brokers: map[string]bool{},
		other: map[string]map[string]bool{"witness": {}, "accuse": {}, "urge": {}, "due": {}, "seem": {}, "watch": {}, "vouch": {}}}
	at := map[string]standing{"subject": asSubject, "object": asObject, "noun": ofNoun, "mark": marked}
	for i := range w.steps {
		w.steps[i] = map[string]string{}
	}
	for _, row := range lexicon.Table("truce") {
		word, step := row.Get("word"), row.Get("step")
		if row.Get("as") == "through" {
			w.through[word] = true
			continue
		}
		if other := w.other[row.Get("as")]; other != nil {
			other[word] = true
			continue
		}
		if step == "mediator" {
			w.brokers[word], step = true, "agreed"
		}
		w.steps[at[row.Get("as")]][word] = step
	}
	return w
})

// truceStep is what a sentence tells of a ceasefire.
type truceStep struct {
	step string // a step of lexicon/truce.tsv, "mentioned" where the ceasefire is only spoken of; empty for other events
	word int    // the token that tells it, -1 where there is none

	due bool // it is yet to come: "due to begin"
}

// event returns the type of the step.
func (s truceStep) event() concord.EventType {
	if s.step == "begun" || s.step == "mentioned" {
		return concord.CeasefireInEffect
	}
	return concord.EventType("ceasefire_" + s.step)
}

// readTruce finds what is told of the ceasefire that e names, and who did it. Its arguments become those of that step.
func (r *reader) readTruce(e *event) {
	step := r.truceStepAt(e.head)
	e.truce = step
	watched := r.keepers(e)
	if step.word < 0 {
		e.args = watched
		return
	}
	defer func() { e.args = append(e.args, watched...) }()
	e.args = nil
	verb := r.verbAbove(step.word)
	switch {
	case step.step == "violated":
		r.giveBreakers(e, step.word, verb)
		if verb >= 0 && truces().other["witness"][r.Tokens[verb].Lemma] {
			if s := r.subject(verb); s >= 0 {
				r.give(e, witness, s, "subject of "+r.Tokens[verb].Lemma)
			}
		}
	case truces().brokers[r.Tokens[step.word].Lemma]:
		r.giveDoer(e, step.word, mediator)
	case r.Tokens[e.head].Head >= 0 && truces().brokers[r.Tokens[r.Tokens[e.head].Head].Lemma] && r.passive(r.Tokens[e.head].Head):
		r.giveDoer(e, r.Tokens[e.head].Head, mediator)
	case verb >= 0 && step.word != verb:
		r.giveOwners(e, step.word, party)
		if rel := r.Tokens[step.word].Rel; len(e.args) == 0 && (rel == text.Obj || rel == text.NsubjPass) {
			r.giveDoer(e, verb, party)
		}
	case verb >= 0 && truces().told(r, asSubject, verb) != "" && r.Under(e.head, r.Child(verb, text.Nsubj)):
	default:
		r.giveDoer(e, step.word, party)
	}
	r.giveSides(e)
}

// truceStepAt looks for the word that tells what became of the ceasefire at token head: first the words above it, nearest first, then
// those that modify it.
func (r *reader) truceStepAt(head int) truceStep {
	w := truces()
	if e := r.eventOf[head]; e != nil && e.found.trigger == breachTruce {
		return truceStep{step: "violated", word: head}
	}
	for t, n := head, 0; n < 5 && r.Tokens[t].Head >= 0; n++ {
		above, rel := r.Tokens[t].Head, r.Tokens[t].Rel
		word := &r.Tokens[above]
		if step, word := w.step(r, above, rel); step != "" {
			if up := r.Tokens[word].Head; step == "in_effect" && r.Tokens[word].Rel == text.Xcomp && up >= 0 && w.steps[asObject][r.Tokens[up].Lemma] == "agreed" {
				return truceStep{step: "agreed", word: up} // "agreed to observe a truce"
			}
			return truceStep{step: step, word: word, due: w.other["due"][r.Tokens[above].Lemma] || step == "begun" && r.Tokens[word-1].Norm == "to"}
		}
		if word.POS == text.VERB && !lightVerbs[word.Lemma] || rel == text.Conj || rel == text.Appos {
			break
		}
		t = above
	}
	for c := range r.Children(head) {
		switch r.Tokens[c].Rel {
		case text.Amod, text.Compound:
			if step := w.steps[marked][r.Tokens[c].Lemma]; step != "" {
				return truceStep{step: step, word: c}
			}
		case text.Acl:
			if step := w.told(r, asObject, c); step != "" && r.Tokens[c].Tag == text.VBN {
				return truceStep{step: step, word: c}
			}
			if w.told(r, asSubject, c) == "ended" { // "after the truce expired", taken for a participle
				return truceStep{step: "ended", word: c}
			}
		}
	}
	if over := r.saidOver(head); over >= 0 {
		return truceStep{step: "ended", word: over}
	}
	if noun := r.nounBefore(head); noun >= 0 {
		return truceStep{step: w.steps[ofNoun][r.Tokens[noun].Lemma], word: noun}
	}
	if step := r.stepBeside(head); step.word >= 0 {
		return step
	}
	return truceStep{step: "mentioned", word: -1}
}

// stepBeside looks for the verb by the words alone: "agreed on Monday to a bilateral ceasefire", "their ceasefire had ended".
func (r *reader) stepBeside(head int) truceStep {
	w := truces()
	s := r.Sentences[r.Tokens[head].Sentence]
	first, preposition := head, false
before:
	for i := head - 1; i >= max(s.First, head-14); i-- {
		t := &r.Tokens[i]
		switch {
		case t.POS == text.VERB:
			if step := w.told(r, asObject, i); step != "" {
				return truceStep{step: step, word: i}
			}
			break before
		case r.timeAt[i], t.POS == text.ADV, t.POS == text.DET, t.POS == text.ADJ, t.POS == text.NUM, t.Tag == text.HYPH:
		case t.POS == text.ADP || t.Norm == "to":
			preposition = true
		case !preposition && (t.POS == text.NOUN || t.POS == text.PROPN || t.POS == text.PRON):
		default:
			break before
		}
		if !preposition && !r.timeAt[i] {
			first = i
		}
	}
	if first > s.First && r.Tokens[first-1].POS == text.ADP {
		return truceStep{step: "mentioned", word: -1}
	}
	return r.stepAfter(head, s.Last)
}

// stepAfter looks for the verb of which the ceasefire at token head is the subject: right after it, but for what helps a verb and for times.
func (r *reader) stepAfter(head, last int) truceStep {
	w := truces()
	passive := false
	for i := head + 1; i < min(last, head+9); i++ {
		switch t := &r.Tokens[i]; {
		case t.POS == text.VERB:
			step := w.told(r, asSubject, i)
			if passive && t.Tag == text.VBN {
				step = w.told(r, asObject, i)
			} else if r.takesEffect(i) {
				step = "begun"
			} else if r.hasObject(i) {
				step = "" // it ended the fighting
			}
			if step == "" {
				return truceStep{step: "mentioned", word: -1}
			}
			return truceStep{step: step, word: i}
		case t.POS == text.AUX:
			passive = t.Lemma == "be"
		case t.POS == text.ADV, t.POS == text.PART, r.timeAt[i], t.POS == text.ADP && i+1 < last && r.timeAt[i+1]:
		default:
			return truceStep{step: "mentioned", word: -1}
		}
	}
	return truceStep{step: "mentioned", word: -1}
}

// nounBefore returns the noun of "breaches of the truce", "end to a fragile truce" by the words alone, or -1: where the grammar errs, these
// still stand together.
func (r *reader) nounBefore(head int) int {
	first := r.Sentences[r.Tokens[head].Sentence].First
	i := head - 1
	for i > first && (r.Tokens[i].POS == text.DET || r.Tokens[i].POS == text.ADJ || r.Tokens[i].POS == text.NOUN || r.Tokens[i].Tag == text.HYPH) {
		i--
	}
	switch r.Tokens[max(i, first)].Norm {
	case "of", "to", "in", "with":
		if i > first && truces().steps[ofNoun][r.Tokens[i-1].Lemma] != "" {
			return i - 1
		}
	}
	return -1
}

// saidOver returns the word in "the truce is over", "the ceasefire was effectively dead", "the truce is in tatters", or -1.
func (r *reader) saidOver(head int) int {
	last := r.Sentences[r.Tokens[head].Sentence].Last
	be := false
	for i := head + 1; i < min(head+5, last); i++ {
		switch t := &r.Tokens[i]; {
		case t.Lemma == "be":
			be = true
		case be && (t.Norm == "over" || t.Norm == "dead" || t.Norm == "finished" || t.Norm == "tatters" || t.Norm == "ruins"):
			return i
		case be && t.Norm == "in":
		case t.POS != text.ADV && t.POS != text.AUX:
			return -1
		}
	}
	return -1
}

// lightVerbs say nothing by themselves: their object or complement does.
var lightVerbs = map[string]bool{"be": true, "have": true, "make": true, "take": true, "come": true, "go": true, "put": true, "bring": true,
	"enter": true, "remain": true, "give": true}

// step returns what the word at token i tells of a ceasefire that stands to it as rel says, and the token that tells it: another one
// only where i says no more than that it is to come.
func (w *truceWords) step(r *reader, i int, rel text.Rel) (string, int) {
	word := &r.Tokens[i]
	switch rel {
	case text.Nsubj:
		return w.subjectStep(r, i)
	case text.NsubjPass, text.Obj:
		return w.told(r, asObject, i), i
	case text.Obl, text.Nmod, text.Compound, text.NmodPoss, text.OblUnmarked, text.Amod:
		if word.POS == text.VERB {
			return w.told(r, asObject, i), i
		}
		return w.steps[ofNoun][word.Lemma], i
	}
	return "", i
}

// endsOther reports whether the verb at token i has an object that is no time: "the truce ended months of
// fighting" tells of no end of the truce.
func (r *reader) endsOther(i int) bool {
	object := r.Child(i, text.Obj)
	return object >= 0 && (!r.timeAt[object] || object+1 < len(r.Tokens) && r.Tokens[object+1].Norm == "of")
}

// told returns what the word at token i tells of a ceasefire that stands to it so, with the word after it if that makes another one of it ("called
// off"); "" where it tells nothing.
func (w *truceWords) told(r *reader, as standing, i int) string {
	lemma := r.Tokens[i].Lemma
	if i+1 < len(r.Tokens) {
		if step := w.steps[as][lemma+" "+r.Tokens[i+1].Norm]; step != "" {
			return step
		}
	}
	return w.steps[as][lemma]
}

// subjectStep is the case of a ceasefire that is the subject of the word at token i.
func (w *truceWords) subjectStep(r *reader, i int) (string, int) {
	word := &r.Tokens[i]
	switch {
	case word.Lemma == "over" || word.Lemma == "dead":
		return "ended", i
	case r.takesEffect(i):
		return "begun", i
	case w.told(r, asSubject, i) == "ended" && r.endsOther(i):
		return "", i
	case w.told(r, asSubject, i) != "":
		return w.told(r, asSubject, i), i
	case word.POS == text.VERB && r.passive(i):
		if c := r.Child(i, text.Conj, text.Ccomp, text.Parataxis, text.Advcl); c >= 0 && r.takesEffect(c) {
			return "begun", i // "a truce brokered by Russia took effect", the participle taken for the verb
		}
		return w.told(r, asObject, i), i
	case w.other["due"][word.Lemma], w.other["seem"][word.Lemma]:
		if c := r.Child(i, text.Xcomp, text.Advcl, text.Ccomp); c >= 0 {
			if r.takesEffect(c) {
				return "begun", c
			}
			return w.told(r, asSubject, c), c
		}
	}
	return "", i
}

// takesEffect reports whether the verb at token i has "effect", "force" or "place" with it: "came into force".
func (r *reader) takesEffect(i int) bool {
	for c := range r.Children(i) {
		switch r.Tokens[c].Norm {
		case "effect", "force", "place":
			if r.Tokens[c].Rel == text.Obj || r.Tokens[c].Rel == text.Obl {
				return true
			}
		}
	}
	return r.Tokens[i].Lemma == "force" || r.Tokens[i].Lemma == "effect" || r.Tokens[i].Lemma == "place"
}

// verbAbove returns token i where it is a verb, else the verb that it is an object or complement of; -1 where there is none.
func (r *reader) verbAbove(i int) int {
	for n := 0; i >= 0 && n < 5; n++ {
		if r.Tokens[i].POS == text.VERB || r.Tokens[i].POS == text.AUX {
			return i
		}
		switch r.Tokens[i].Rel {
		case text.Obj, text.Obl, text.Nmod, text.Compound, text.Nsubj, text.NsubjPass:
			i = r.Tokens[i].Head
		default:
			return -1
		}
	}
	return -1
}

// truceAgain finds what is told of a ceasefire named before, by a pronoun ("broke it", "it held"), as the deal that it is ("the deal takes
// effect"), or by its breaches alone ("no violations were reported").
func (r *reader) truceAgain(s int) {
	w := truces()
	sentence := r.Sentences[s]
	for i := sentence.First; i < sentence.Last; i++ {
		switch t := &r.Tokens[i]; {
		case t.Norm == "it" && t.Head >= 0 && r.eventOf[i] == nil && r.truceBefore(i):
			if step := r.stepOfIt(i); step != "" && step != "proposed" || step == "" && i == sentence.First && r.tellsPurpose(sentence) {
				r.truceAt(i, pronounTruce)
			}
		case t.POS == text.NOUN && w.through[t.Lemma] && r.isKnown(i) && (r.eventOf[i] == nil || r.eventOf[i].found.act == agreement) && r.truceNamed(i, 2):
			if r.eventOf[i] != nil {
				r.eventOf[i].found.trigger = pronounTruce
			} else if r.truceStepAt(i).word >= 0 || r.kept(i) {
				r.truceAt(i, pronounTruce)
			}
		case t.POS == text.NOUN && w.steps[ofNoun][t.Lemma] == "violated" && r.eventOf[i] == nil && r.truceNamed(i, 4) && !r.ofOtherLaw(i):
			r.truceAt(i, breachTruce)
		}
	}
}

// stepOfIt is the step that the verb of the pronoun at token i tells, "" where it tells none.
func (r *reader) stepOfIt(i int) string {
	w, t := truces(), &r.Tokens[i]
	switch t.Rel {
	case text.Obj, text.NsubjPass:
		return w.steps[asObject][r.Tokens[t.Head].Lemma]
	case text.Nsubj:
		if r.takesEffect(t.Head) {
			return "begun"
		}
		if r.hasObject(t.Head) {
			return "" // it broke something
		}
		return w.steps[asSubject][r.Tokens[t.Head].Lemma]
	}
	return ""
}

// truceAt makes an event of the token that stands for a ceasefire.
func (r *reader) truceAt(i int, as *trigger) {
	e := &event{found: found{trigger: as, first: i, last: i + 1, head: i, covers: []int{i}}, head: i, first: i}
	r.events = append(r.events, e)
	r.eventOf[i] = e
}

// isKnown reports whether the noun at token i is spoken of as known: "the deal", "this agreement".
func (r *reader) isKnown(i int) bool {
	for j := i - 1; j >= max(i-3, r.Sentences[r.Tokens[i].Sentence].First); j-- {
		switch t := &r.Tokens[j]; {
		case t.Norm == "the" || t.Norm == "this" || t.Norm == "that":
			return true
		case t.POS != text.ADJ && t.POS != text.NOUN && t.Tag != text.HYPH && t.POS != text.NUM:
			return false
		}
	}
	return false
}

// ofOtherLaw reports whether what is violated at token i is something else: "violations of human rights", "airspace violations".
func (r *reader) ofOtherLaw(i int) bool {
	for c := range r.Children(i) {
		switch t := &r.Tokens[c]; {
		case t.Rel == text.Compound && c < i && t.POS == text.NOUN && r.quantityOf(c) == nil:
			return true
		case t.Rel == text.Nmod && r.marker(c) == "of":
			return true
		}
	}
	return i+1 < len(r.Tokens) && r.Tokens[i+1].Norm == "of"
}

// truceNamed reports whether a ceasefire is named in the sentence before token i or in one of the last ones.
func (r *reader) truceNamed(i, sentences int) bool {
	for j := len(r.events) - 1; j >= 0; j-- {
		if e := r.events[j]; e.found.act == ceasefire && (e.head < i || r.Tokens[e.head].Sentence == r.Tokens[i].Sentence) {
			return r.Tokens[i].Sentence-r.Tokens[e.head].Sentence <= sentences
		}
	}
	return false
}

// inSentence reports whether a span lies in the sentence of token i.
func (r *reader) inSentence(s concord.Span, i int) bool {
	first, _ := r.TokensIn(s)
	return first < len(r.Tokens) && r.Tokens[first].Sentence == r.Tokens[i].Sentence
}

// pronounTruce stands for the words of a ceasefire where a pronoun does.
var pronounTruce = &trigger{words: []string{"it"}, pos: 'n', act: ceasefire}

// breachTruce stands for them where only their breaches are named.
var breachTruce = &trigger{words: []string{"violation"}, pos: 'n', act: ceasefire}

// truceBefore reports whether the last event named before token i, in its sentence or the one before, is a ceasefire.
func (r *reader) truceBefore(i int) bool {
	for j := len(r.events) - 1; j >= 0; j-- {
		e := r.events[j]
		if e.head < i {
			if near := r.Tokens[i].Sentence - r.Tokens[e.head].Sentence; near > 1 {
				return false
			}
			if e.found.act == ceasefire {
				return true
			}
		}
	}
	return false
}

// claimTruce writes the step into the claim of e. A ceasefire only spoken of is in effect as far as is told, and its rule says so.
func (r *reader) claimTruce(e *event) {
	c := &e.claim
	c.Event.Type = e.truce.event()
	c.Rule = "truce/" + e.truce.step
	c.Event.Truce = r.truceTerms(e)
	if e.truce.word < 0 {
		c.Confidence = 0.4
		return
	}
	if t := &r.Tokens[e.truce.word]; t.POS != text.VERB || t.Rel == text.Acl || t.Rel == text.AclRelcl {
		c.Confidence = 0.6 // "the collapse of the truce", "a truce agreed in May" may look back at what came before
	}
	c.Event.When = timex.Of(r.Doc, r.mentions.Times, e.truce.word)
	if e.truce.due {
		c.Modality = concord.Planned
	}
	if modality, why := r.modalityOf(e.truce.word); modality != concord.Asserted {
		c.Modality = modality
		c.Trace.Parts = append(c.Trace.Parts, concord.Trace{Rule: "modality " + string(modality), Why: why})
	}
	last := max(e.truce.word, e.head)
	for o := range r.Children(e.truce.word) {
		if r.Tokens[o].Rel == text.Obj && e.truce.step == "begun" {
			last = max(last, o) // "took effect"
		}
	}
	if w := c.Event.When; c.Modality == concord.Planned && w != nil && w.Precision != concord.ToHour && w.To <= r.Report.Published.Day() {
		c.Event.When = nil // what is to come has not been
	}
	if w := c.Event.When; c.Modality == concord.Asserted && w != nil && w.Span != nil && w.From.Day() > r.Report.Published.Day() && !r.inSentence(*w.Span, e.head) {
		c.Event.When = nil // a day to come, carried over from another sentence
	}
	if w := c.Event.When; e.truce.step == "in_effect" && w != nil && r.Tokens[e.truce.word].Tag != text.VBD && w.Span != nil && w.To < r.Report.Published.Day() {
		c.Event.When = nil // it holds now
	}
	span := r.Span(min(e.truce.word, e.first, e.head), last+1)
	c.Quote = concord.QuoteOf(r.Text, concord.Span{Start: min(span.Start, c.Start), End: max(span.End, c.End)})
	c.Trace.Rule = c.Rule
	c.Trace.Parts = append(c.Trace.Parts, concord.Trace{Rule: "step", Why: r.Tokens[e.truce.word].Lemma})
}
