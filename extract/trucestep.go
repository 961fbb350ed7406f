package extract

import (
	"concord"
	"concord/text"
)

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
			if step == "agreed" && r.goingOn(word) {
				step = "proposed"
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
	if step := r.stepAfterInsertion(head); step.word >= 0 {
		return step
	}
	return truceStep{step: "mentioned", word: -1}
}

// insertionReach is how many words at most an insertion takes after a noun.
const insertionReach = 12

// stepAfterInsertion returns the step that a verb tells past words between commas: "a truce, the first since 2016, |began|". The parser seldom
// ties the two.
func (r *reader) stepAfterInsertion(head int) truceStep {
	none, end := truceStep{word: -1}, min(r.sentenceEnd(head), head+insertionReach)
	if head+1 >= end || r.Tokens[head+1].Norm != "," {
		return none
	}
	for i := head + 2; i+1 < end; i++ {
		if r.Tokens[i].Norm != "," {
			continue
		}
		if step := truces().told(r, asSubject, i+1); step != "" && r.Tokens[i+1].Tag == text.VBD {
			return truceStep{step: step, word: i + 1}
		}
		return none
	}
	return none
}

// goingOn reports whether verb i tells of what is still being done: "are negotiating", "is being negotiated".
func (r *reader) goingOn(i int) bool {
	if being := r.Child(i, text.AuxPass); being >= 0 {
		return r.Tokens[being].Norm == "being"
	}
	be := r.Child(i, text.Aux)
	return r.Tokens[i].Tag == text.VBG && be >= 0 && r.Tokens[be].Lemma == "be"
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
