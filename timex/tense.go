package timex

import "concord/text"

// tense is the time that a verb speaks of.
type tense uint8

const (
	noTense tense = iota
	pastTense
	presentTense
	scheduled // the simple present: "the envoy leaves on Monday"
	futureTense
	unsure // what had been planned, or lasted until then: the day nearest to that of publication
)

// looksAhead are the prepositions that tie a plan to its time.
var looksAhead = map[string]bool{"for": true, "until": true, "till": true, "to": true, "by": true, "through": true, "from": true}

// bounded is the tense of a verb whose time ends it: what is so now lasts until a time to come, what was may have ended.
func bounded(d *text.Doc, verb int, before string, t tense) tense {
	if before != "until" && before != "till" && before != "through" {
		return t
	}
	switch {
	case t == presentTense || t == scheduled || present(d, verb):
		return futureTense
	case t == pastTense:
		return unsure
	}
	return t
}

// present reports whether a verb stands in the present or the present perfect.
func present(d *text.Doc, verb int) bool {
	now := d.Tokens[verb].Tag == text.VBP || d.Tokens[verb].Tag == text.VBZ
	eachAuxiliary(d, verb, func(i int) {
		now = now || auxiliaryWords[d.Tokens[i].Norm]&(have|is) != 0
	})
	return now
}

// asPlanned reports whether a verb only compares: "began as previously planned on Friday".
func asPlanned(d *text.Doc, verb int) bool {
	first := d.Sentences[d.Tokens[verb].Sentence].First
	return verb > first && d.Tokens[verb-1].Norm == "as" || verb > first+1 && d.Tokens[verb-2].Norm == "as" && d.Tokens[verb-1].Tag == text.RB
}

// governorOfTime is the verb that governs a time: the one just before it, whatever the parser makes of the two ("police said on Friday
// that …"), else the one its grammar gives.
func governorOfTime(d *text.Doc, t int, before string) int {
	v := t - 1
	if before == "on" {
		v--
	}
	if v >= d.Sentences[d.Tokens[t].Sentence].First && governs(d, v) && d.Tokens[v].POS == text.VERB {
		return v
	}
	return governor(d, t)
}

// past reports whether a verb stands in the past perfect: what had been planned for Friday, Friday has shown.
func past(d *text.Doc, verb int) bool {
	for i := verb - 1; i >= max(verb-3, d.Sentences[d.Tokens[verb].Sentence].First); i-- {
		if d.Tokens[i].Norm == "had" {
			return true
		}
		if d.Tokens[i].Norm != "been" && d.Tokens[i].Tag != text.RB {
			return false
		}
	}
	return false
}

// governor returns the verb that governs token t: by the dependencies where the sentence is parsed, else the nearest one
// before it, else the next one; -1 where there is none.
func governor(d *text.Doc, t int) int {
	s := d.Sentences[d.Tokens[t].Sentence]
	if s.Parsed {
		for v := d.Tokens[t].Head; v >= 0; v = d.Tokens[v].Head {
			if governs(d, v) || d.Child(v, text.Cop) >= 0 {
				return v
			}
		}
		return -1
	}
	for v := t - 1; v >= s.First; v-- {
		if governs(d, v) {
			return v
		}
	}
	for v := t + 1; v < s.Last; v++ {
		if governs(d, v) {
			return v
		}
	}
	return -1
}

// governs reports whether token v is a verb. A bare one right behind a verb is that one's object: "take hold". One that a preposition goes
// with is a noun, whatever the tagger makes of it: "with his top aides".
func governs(d *text.Doc, v int) bool {
	bare := d.Tokens[v].Tag == text.VB && v > 0 && d.Tokens[v-1].POS == text.VERB
	noun := d.Tokens[v].Tag == text.VBZ && d.Child(v, text.Case) >= 0
	return isVerb(d.Tokens[v].Tag) && !bare && !noun
}

func isVerb(t text.Tag) bool { return t >= text.VB && t <= text.VBZ }

// verbTense reads the tense off a verb and its auxiliaries. An infinitive looks ahead only under a word that does.
func (v *vocabulary) verbTense(d *text.Doc, verb int) tense {
	found, infinitive := auxiliaries(d, verb)
	switch {
	case found != noTense:
		return found
	case infinitive:
		return v.infinitiveTense(d, verb)
	case d.Tokens[verb].Tag != text.VBZ && d.Tokens[verb].Rel != text.Xcomp && v.words.Get(d.Tokens[verb].Norm) != nil && v.words.Get(d.Tokens[verb].Norm).is&unvaried != 0:
		return pastTense // "rockets hit the town on Monday"
	}
	switch d.Tokens[verb].Tag {
	case text.VBD, text.VBN:
		return pastTense
	case text.VBP, text.VBZ:
		if d.Tokens[verb].POS == text.VERB {
			return scheduled
		}
		return presentTense
	case text.VB:
		if r := d.Tokens[verb].Rel; r == text.Root || r == text.Parataxis || d.Sentences[d.Tokens[verb].Sentence].Parsed && d.Child(verb, text.Nsubj) >= 0 {
			return scheduled // "both sides meet on Monday"
		}
	case text.VBG:
		if above := governor(d, verb); above >= 0 && above < verb && d.Tokens[above].Tag != text.VBG {
			return v.verbTense(d, above)
		}
	}
	return noTense
}

// infinitiveTense is that of the verb above: "failed to agree on Friday", but "will try to", "agreed to meet on Friday".
func (v *vocabulary) infinitiveTense(d *text.Doc, verb int) tense {
	first := d.Sentences[d.Tokens[verb].Sentence].First
	for i := verb - 1; i >= max(first, verb-6); i-- {
		if w := v.words.Get(d.Tokens[i].Lemma); w != nil && w.is&aPlan != 0 && (i == verb-2 || d.Tokens[i].POS != text.NOUN) {
			if past(d, i) {
				return pastTense // "it had been due to expire"
			}
			return futureTense
		}
	}
	above := governor(d, verb)
	if above < 0 || above > verb {
		return noTense
	}
	if t := d.Tokens[above].Norm; above >= verb-2 && (t == "is" || t == "are") {
		return futureTense // "is to resume on Monday"
	}
	if d.Sentences[d.Tokens[verb].Sentence].Parsed || d.Tokens[above].Tag != text.VB {
		return v.verbTense(d, above)
	}
	return futureTense
}

func isNoun(t text.Tag) bool { return t == text.NN || t == text.NNS }

// tenseAt returns the tense that governs the time that begins at token t: that of its verb, but the future under a word that looks
// ahead ("scheduled for Friday", "agreed to meet on Friday") and the past after "since".
func (v *vocabulary) tenseAt(d *text.Doc, t int) tense {
	first := d.Sentences[d.Tokens[t].Sentence].First
	before := ""
	if t > first {
		before = d.Tokens[t-1].Norm
	}
	switch {
	case before == "since":
		return pastTense
	case before == "effective":
		return unsure
	case before == "until" && t > first+1 && d.Tokens[t-2].Lemma == "have":
		return futureTense // "they had until Monday to leave"
	case auxiliaryWords[before]&(will|modal) != 0:
		return futureTense // "they will one day return"
	}
	verb := governorOfTime(d, t, before)
	if verb < 0 {
		return noTense
	}
	w := v.words.Get(d.Tokens[verb].Lemma)
	if w == nil || !w.plans || past(d, verb) || w.dated && !looksAhead[before] && !present(d, verb) || asPlanned(d, verb) {
		return bounded(d, verb, before, v.verbTense(d, verb))
	}
	if next := t + 1; (d.Tokens[verb].Rel == text.Acl || !d.Sentences[d.Tokens[verb].Sentence].Parsed) && next < d.Sentences[d.Tokens[t].Sentence].Last && d.Tokens[next].Tag == text.VBD {
		return unsure // "talks planned for Friday were called off"
	}
	return futureTense
}
