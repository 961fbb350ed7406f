package extract

import "concord/text"

// befallen returns those whom a blow befell, by its frame. The nearest words decide first, for the grammar of a long sentence
// is less sure than they are; the grammar decides where those words are far away.
func (r *reader) befallen(h hit) []tally {
	switch h.frame {
	case befallsObject:
		if r.shootsAt(h) {
			return nil
		}
		return r.whole(h, r.befallenObject(h))
	case befallsSubject:
		return r.whole(h, r.befallenSubject(h))
	case stateOf:
		return r.whole(h, r.befallenState(h))
	case deedOn, victimNoun:
		return r.befallenDeed(h)
	case attackNoun, shotNoun:
		return r.counting(h)
	}
	return nil
}

// shootsAt reports whether h is a shooting, in the active, at somebody, so that those before it shot: "two men shot at farmers", not "two men shot at a
// wedding".
func (r *reader) shootsAt(h hit) bool {
	if h.words != "shoot" || h.last+1 >= r.sentenceEnd(h.verb) || r.Tokens[h.last].Norm != "at" || r.Tokens[h.verb].Tag != text.VBD || r.passive(h.verb) {
		return false
	}
	p := r.phraseOf(h.last + 1)
	return p != nil && p.noun.class.people()
}
