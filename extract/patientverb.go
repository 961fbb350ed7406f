package extract

import (
	"concord"
	"concord/text"
)

// befallenObject reads "killed 12", "12 were killed", "12 killed", "killing 12 and wounding 30", "the 12 killed".
func (r *reader) befallenObject(h hit) []tally {
	v := &r.Tokens[h.verb]
	if t, ok := r.ofThem(h); ok {
		return []tally{t}
	}
	if t, ok := r.within(h); ok {
		return []tally{t}
	}
	if v.Tag == text.VBN || v.Tag == text.VBD || v.POS == text.ADJ || v.POS == text.NOUN {
		if r.auxPassive(h.verb) {
			return r.subjectsOf(h)
		}
		if t, ok := r.tallyEnding(h.first); ok && (t.stated || v.Tag == text.VBN) && !r.objectFollows(h.last) {
			if whole, ok := r.relatedBefore(t.first); ok {
				return []tally{whole} // "the man whom police shot"
			}
			return r.joinedBefore(t)
		}
	}
	if r.isCompound(h) {
		return nil
	}
	if list := r.tallsAfter(h.last); len(list) > 0 {
		return list
	}
	if v.Tag == text.VBN || v.Tag == text.VBD && r.Child(h.verb, text.Obj) < 0 && r.passiveByParse(h.verb) {
		return r.subjectsOf(h)
	}
	return nil
}

// isCompound reports whether the harm stands before a noun as part of its name: "a shooting suspect", "the killing spree".
func (r *reader) isCompound(h hit) bool {
	if r.Tokens[h.verb].Tag != text.VBG || h.last >= len(r.Tokens) || r.quantityOf(h.last) != nil {
		return false
	}
	next := &r.Tokens[h.last]
	return next.Tag == text.NN && next.Sentence == r.Tokens[h.verb].Sentence
}

// within returns the tally whose noun phrase holds the blow itself: "12 wounded soldiers".
func (r *reader) within(h hit) (tally, bool) {
	q := r.quantityOf(h.first)
	if q == nil || q.Counted.Len() == 0 {
		return tally{}, false
	}
	first, last := r.TokensIn(q.Counted)
	if h.first < first || h.last > last {
		return tally{}, false
	}
	t := r.numbered(q)
	if h.last == last { // "the 20 wounded": the blow is all that is named
		t.status = concord.Anyone
	}
	return t, true
}

// auxPassive reports whether a form of "be" or "get" before token i makes it a passive.
func (r *reader) auxPassive(i int) bool {
	first := r.Sentences[r.Tokens[i].Sentence].First
	for j := i - 1; j >= first && j >= i-4; j-- {
		switch t := &r.Tokens[j]; {
		case isBe(t.Norm):
			return true
		case t.POS != text.ADV && t.POS != text.PART && !r.joinsPassive(j):
			return false
		}
	}
	return false
}

// joinsPassive reports whether token j is "and" or the participle before it: "were shot and killed".
func (r *reader) joinsPassive(j int) bool {
	t := &r.Tokens[j]
	return t.Norm == "and" || t.Norm == "or" || t.Tag == text.VBN && j > 0 && (isBe(r.Tokens[j-1].Norm) || r.Tokens[j+1].Norm == "and" || r.Tokens[j+1].Norm == "or")
}

func isBe(word string) bool {
	switch word {
	case "was", "were", "been", "being", "be", "is", "are", "am", "get", "got", "gets", "getting", "'s", "'re":
		return true
	}
	return false
}

// passiveByParse reports whether the grammar takes participle i for a passive.
func (r *reader) passiveByParse(i int) bool {
	return r.Sentences[r.Tokens[i].Sentence].Parsed && r.passive(i)
}
