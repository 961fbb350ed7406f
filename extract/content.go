package extract

import (
	"slices"

	"concord/text"
)

// findContent finds what the cue of a statement attributes; false where it attributes nothing.
func (r *reader) findContent(s *statement) bool {
	c := &s.cue
	tries := []struct {
		slot slot
		find func(*statement) bool
	}{
		{thatSlot | quoteSlot, r.taggedContent},
		{thatSlot, r.clauseContent},
		{thatSlot | quoteSlot, r.aroundContent},
		{thatSlot, r.asContent},
		{thatSlot | quoteSlot, r.quotedContent},
		{thatSlot, r.tailContent},
		{toldSlot, r.toldContent},
		{objToSlot, r.objectToContent},
		{toSlot, r.infinitiveContent},
		{objAsSlot, r.calledContent},
		{newsSlot, r.objectContent},
		{newsSlot | countSlot, r.countContent},
		{objSlot, r.objectContent},
		{objSlot | newsSlot, r.gerundContent},
		{docSlot, r.documentContent},
		{putSlot, r.putContent},
		{tollSlot, r.tollContent},
		{bareSlot, r.restContent},
	}
	for _, try := range tries {
		if c.has(try.slot) && try.find(s) {
			s.slot = try.slot & c.slots
			return true
		}
	}
	return r.prepositionContent(s)
}

func (r *reader) keep(s *statement, p [2]int) bool {
	s.content = [][2]int{r.withQuotes(p, s.cue.verb)}
	return true
}

// join returns the least range that holds both; an empty one counts for nothing.
func join(a, b [2]int) [2]int {
	if a[0] >= a[1] {
		return b
	}
	return [2]int{min(a[0], b[0]), max(a[1], b[1])}
}

// hasMarker reports whether a preposition or conjunction of token j is one of the words.
func (r *reader) hasMarker(j int, words ...string) bool {
	for k := range r.Children(j) {
		t := &r.Tokens[k]
		if (t.Rel == text.Case || t.Rel == text.Mark) && slices.Contains(words, t.Norm) {
			return true
		}
	}
	return false
}
