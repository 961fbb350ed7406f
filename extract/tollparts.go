package extract

import (
	"slices"

	"concord/text"
)

// countNouns are nouns for a number of people that may be said to include others.
var countNouns = map[string]bool{"toll": true, "count": true, "figure": true, "number": true, "total": true, "tally": true}

// partClimb is how many words above a part of a toll the verb that includes it may stand.
const partClimb = 6

// isPartOfToll reports whether the word at token i stands below what a toll is said to include: "the new count includes 15 people killed in the
// village and 11 killed in the town".
func (r *reader) isPartOfToll(i int) bool {
	for range partClimb {
		if i = r.Tokens[i].Head; i < 0 {
			return false
		}
		if t := &r.Tokens[i]; t.Lemma == "include" && t.POS == text.VERB {
			s := r.Child(i, text.Nsubj)
			return s >= 0 && countNouns[r.Tokens[s].Lemma]
		}
	}
	return false
}

// partsOfTolls marks the figures that the toll before them is said to count, and those that a sentence after it calls earlier.
func (r *reader) partsOfTolls(list []*figure) {
	for _, f := range list {
		if r.greaterBefore(f) == nil {
			continue
		}
		if r.isPartOfToll(f.head) {
			f.tally.subset = true
		} else if f.tally.stated && r.heldAtFirst(f) {
			f.earlier = true
		}
	}
}

// tollReach is how many sentences back a toll may stand of which parts, or what it was before, are told.
const tollReach = 2

// greaterBefore returns the last figure of a sentence before f that counts more of the same, nil where none does.
func (r *reader) greaterBefore(f *figure) *figure {
	at := r.Tokens[f.head].Sentence
	for _, g := range slices.Backward(r.struck) {
		s := r.Tokens[g.head].Sentence
		switch {
		case at-s > tollReach:
			return nil
		case s < at && g.measure == f.measure && g.tally.people() && !g.tally.subset && !g.earlier && g.tally.low > f.tally.low:
			return g
		}
	}
	return nil
}

// accountOfToll returns the account of the toll of which e tells a part, or what it was before; nil where e tells of neither.
func (r *reader) accountOfToll(e *event) *account {
	for _, f := range r.struck {
		if f.event != e || !f.earlier && !r.isPartOfToll(f.head) {
			continue
		}
		if g := r.greaterBefore(f); g != nil && g.event != nil {
			return g.event.account
		}
	}
	return nil
}
