package timex

import "concord/text"

// auxiliaries returns what the auxiliaries of a verb say, and whether it is an infinitive with "to".
func auxiliaries(d *text.Doc, verb int) (found tense, infinitive bool) {
	var seen auxiliary
	eachAuxiliary(d, verb, func(i int) { seen |= auxiliaryWords[d.Tokens[i].Norm] })
	if seen&modal != 0 && neither(d, verb) {
		seen |= negation
	}
	switch {
	case seen&will != 0:
		return futureTense, false
	case seen&modal != 0 && seen&(have|negation) != 0: // "may have fled", "could not be reached"
		return pastTense, false
	case seen&modal != 0:
		return futureTense, false
	case seen&(was|have) != 0:
		return pastTense, seen&to != 0
	case seen&is != 0 && seen&to != 0:
		return futureTense, false // "is to resume"
	case seen&is != 0 && d.Tokens[verb].Tag != text.VBD:
		return presentTense, seen&to != 0
	}
	return noTense, seen&to != 0
}

// neither reports whether the subject of a verb denies it: "neither man could be found".
func neither(d *text.Doc, verb int) bool {
	for i := verb - 1; i >= d.Sentences[d.Tokens[verb].Sentence].First; i-- {
		switch d.Tokens[i].Norm {
		case "neither", "none", "nobody", "no-one", "nothing":
			return true
		case ",", ";", "that":
			return false
		}
	}
	return false
}

// auxiliary is a set of what words beside a verb say of its time.
type auxiliary uint8

const (
	to auxiliary = 1 << iota
	negation
	will
	modal
	have
	was
	is
)

var auxiliaryWords = map[string]auxiliary{"to": to, "not": negation, "n't": negation, "neither": negation, "nor": negation,
	"will": will, "'ll": will, "shall": will, "wo": will, "would": modal, "'d": modal, "may": modal, "could": modal, "can": modal, "ca": modal,
	"should": modal, "must": modal, "might": modal, "have": have, "has": have, "'ve": have, "had": was, "was": was, "were": was, "did": was,
	"been": was, "is": is, "are": is, "am": is, "'re": is, "'s": is, "do": is, "does": is}

// eachAuxiliary visits the words beside a verb that may be its auxiliaries, in order.
func eachAuxiliary(d *text.Doc, verb int, visit func(int)) {
	s := d.Sentences[d.Tokens[verb].Sentence]
	if s.Parsed {
		for c := range d.Children(verb) {
			switch d.Tokens[c].Rel {
			case text.Aux, text.AuxPass, text.Cop, text.Mark, text.Advmod:
				visit(c)
			}
		}
		return
	}
	begin := verb
	for begin > s.First && verb-begin < 5 && besideVerb(&d.Tokens[begin-1]) {
		begin--
	}
	for i := begin; i < verb; i++ {
		visit(i)
	}
}

// besideVerb reports whether a word can stand between an auxiliary and its verb.
func besideVerb(t *text.Token) bool {
	return t.Tag == text.MD || t.Tag == text.RB || t.Tag == text.TO || isVerb(t.Tag) && t.POS != text.VERB
}
