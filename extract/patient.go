package extract

// befallen returns those whom a blow befell, by its frame. The nearest words decide first, for the grammar of a long sentence
// is less sure than they are; the grammar decides where those words are far away.
func (r *reader) befallen(h hit) []tally {
	switch h.frame {
	case befallsObject:
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
