package timex

import "concord/text"

// tense is the time that a verb speaks of.
type tense uint8

const (
	noTense tense = iota
	pastTense
	presentTense
	futureTense
)

// tenseAt returns the tense that governs token t: that of its verb, but the future under a word that looks ahead ("scheduled for
// Friday", "agreed to meet on Friday").
func (v *vocabulary) tenseAt(d *text.Doc, t int) tense {
	verb := governor(d, t)
	if verb < 0 {
		return noTense
	}
	if w := v.words[d.Tokens[verb].Lemma]; w != nil && w.plans && !past(d, verb) {
		return futureTense
	}
	return v.verbTense(d, verb)
}

// past reports whether a verb stands in the past perfect: what had been planned for Friday, Friday has shown.
func past(d *text.Doc, verb int) bool {
	had := false
	eachAuxiliary(d, verb, func(i int) { had = had || d.Tokens[i].Norm == "had" })
	return had
}

// governor returns the verb that governs token t: by the dependencies where the sentence is parsed, else the nearest one
// before it, else the next one; -1 where there is none.
func governor(d *text.Doc, t int) int {
	s := d.Sentences[d.Tokens[t].Sentence]
	if s.Parsed {
		for v := d.Tokens[t].Head; v >= 0; v = d.Tokens[v].Head {
			if isVerb(d.Tokens[v].Tag) || d.Child(v, text.Cop) >= 0 {
				return v
			}
		}
		return -1
	}
	for v := t - 1; v >= s.First; v-- {
		if isVerb(d.Tokens[v].Tag) {
			return v
		}
	}
	for v := t + 1; v < s.Last; v++ {
		if isVerb(d.Tokens[v].Tag) {
			return v
		}
	}
	return -1
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
	}
	switch d.Tokens[verb].Tag {
	case text.VBD, text.VBN:
		return pastTense
	case text.VBP, text.VBZ:
		return presentTense
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
		if w := v.words[d.Tokens[i].Lemma]; w != nil && w.is&aPlan != 0 && !past(d, i) {
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

// auxiliaries returns what the auxiliaries of a verb say, and whether it is an infinitive with "to".
func auxiliaries(d *text.Doc, verb int) (found tense, infinitive bool) {
	negated, modal := false, false
	consider := func(i int) {
		switch norm := d.Tokens[i].Norm; norm {
		case "to":
			infinitive = true
		case "not", "n't", "neither", "nor":
			negated = true
		case "will", "'ll", "shall", "wo", "would", "'d", "may", "could", "can", "should", "must", "might":
			modal = norm == "could" || norm == "may" || norm == "might" || norm == "must" || norm == "should" || norm == "would"
			found = futureTense
		case "have", "has", "'ve":
			if found != futureTense || modal {
				found = pastTense
			}
		case "was", "were", "had", "did", "been":
			if found != futureTense {
				found = pastTense
			}
		case "is", "are", "am", "'re", "do", "does", "'s":
			if found == noTense && d.Tokens[verb].Tag != text.VBD {
				found = presentTense
			}
		}
		if d.Tokens[i].Norm == "could" {
			modal = true
		}
	}
	eachAuxiliary(d, verb, consider)
	if negated && modal && found == futureTense {
		found = noTense // "could not be reached on Friday"
	}
	return found, infinitive
}

// eachAuxiliary visits the auxiliaries of a verb, in order.
func eachAuxiliary(d *text.Doc, verb int, visit func(int)) {
	s := d.Sentences[d.Tokens[verb].Sentence]
	if !s.Parsed {
		begin := verb
		for begin > s.First && verb-begin < 5 {
			switch d.Tokens[begin-1].Tag {
			case text.MD, text.VB, text.VBD, text.VBP, text.VBZ, text.VBN, text.RB, text.TO:
				if t := d.Tokens[begin-1]; isVerb(t.Tag) && t.POS == text.VERB {
					break
				}
				begin--
				continue
			}
			break
		}
		for i := begin; i < verb; i++ {
			visit(i)
		}
		return
	}
	for c := range d.Children(verb) {
		switch d.Tokens[c].Rel {
		case text.Aux, text.AuxPass, text.Cop, text.Mark, text.Advmod:
			visit(c)
		}
	}
}
