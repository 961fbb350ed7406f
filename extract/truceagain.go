package extract

import (
	"concord/text"
)

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
