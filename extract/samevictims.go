package extract

import (
	"cmp"
	"slices"
	"strings"

	"concord"
	"concord/text"
)

// merged joins the mentions of the same people.
func (r *reader) merged(mentions []*sufferer) []*sufferer {
	var list []*sufferer
	for _, s := range mentions {
		if old := r.knownAs(list, s); old != nil {
			r.absorb(old, s)
			continue
		}
		if s.name == nil && s.single() && r.Tokens[s.head].POS == text.PRON {
			if s.named == nil {
				continue // "he": nobody known
			}
			s.name = s.named
		}
		if !s.known || s.single() || !allOf(list, s) {
			list = append(list, s)
		}
	}
	return list
}

// allOf gives what befell "both" or "the victims" to the persons of the list, where they are several; false where they are not.
func allOf(list []*sufferer, s *sufferer) bool {
	var persons []*sufferer
	for _, old := range list {
		if old.single() && compatible(old.status, s.status) && !old.armed {
			persons = append(persons, old)
		}
	}
	if len(persons) < 2 || s.qualifier != concord.Some && len(persons) != s.low {
		return false
	}
	for _, old := range persons {
		old.figures = append(old.figures, s.figures...)
		if gravity[s.effect] > gravity[old.effect] {
			old.effect = s.effect
		}
	}
	return true
}

// knownAs returns whoever of the list s is, nil where s is new. The last spoken of come first, named ones before all.
func (r *reader) knownAs(list []*sufferer, s *sufferer) *sufferer {
	if name := cmp.Or(s.name, s.named); name != nil {
		for _, old := range list {
			if old.name != nil && r.sameName(old.name, name) {
				return old
			}
		}
	}
	for _, old := range slices.Backward(list) {
		if s.fresh && !newButSame(list, old, s) {
			continue
		}
		if r.sameSufferers(old, s) {
			return old
		}
	}
	return nil
}

// sameName reports whether two names are of one bearer, or one is the other with words left out in front.
func (r *reader) sameName(a, b *text.Name) bool {
	if r.root(a) == r.root(b) {
		return true
	}
	long, short := a, b
	if long.Last-long.First < short.Last-short.First {
		long, short = short, long
	}
	return strings.HasSuffix(strings.ToLower(r.Words(long.First, long.Last)), strings.ToLower(r.Words(short.First, short.Last)))
}

// root returns the index of the fullest name of a's bearer.
func (r *reader) root(n *text.Name) int {
	for i := range r.Names {
		if &r.Names[i] == n {
			return r.Names[i].Same
		}
	}
	return -1
}

// sameSufferers reports whether two mentions may be of the same people and nothing speaks against it.
func (r *reader) sameSufferers(old, s *sufferer) bool {
	switch {
	case old.implied || old.figure != nil && s.figure != nil && old.figure.hit.first == s.figure.hit.first:
		return false
	case old.name != nil && s.name != nil, r.opposed(old, s):
		return false
	case old.armed != s.armed && (old.armed || s.known && s.armed):
		return false
	case !compatible(old.status, s.status) || old.gender != "" && s.gender != "" && old.gender != s.gender || old.age != "" && s.age != "" && old.age != s.age:
		return false
	}
	if old.single() != s.single() {
		return false
	}
	if old.single() {
		return sameFate(old.effect, s.effect)
	}
	if old.subset != s.subset && !s.known && !old.samePart(s) {
		return false // "most of them women" are not all of them
	}
	if s.known || old.samePart(s) || s.qualifier == concord.Some || old.qualifier == concord.Some {
		return old.effect == s.effect || s.effect == "unknown" || old.effect == "unknown"
	}
	return (old.effect == s.effect || s.effect == "unknown" || old.effect == "unknown") && !old.subset && !s.subset && (s.low == old.low || r.revises(old, s))
}

// opposed reports whether the nouns for old and s are of two sides: soldiers and rebels.
func (r *reader) opposed(old, s *sufferer) bool {
	p, q := r.phraseOf(old.head), r.phraseOf(s.head)
	if p == nil || q == nil || !armedSides.has(p.noun.class) || !armedSides.has(q.noun.class) {
		return false
	}
	return forces.has(p.noun.class) != forces.has(q.noun.class)
}

// samePart reports whether s counts as many of the same kind as old, one of them as a part: "three children killed … including three children".
func (old *sufferer) samePart(s *sufferer) bool {
	return (old.subset || s.subset) && old.low == s.low && sameNumber(old.high, s.high) && old.status == s.status && s.status != concord.Anyone &&
		(old.partOf == nil || s.partOf == nil || old.partOf == s.partOf)
}

// newButSame reports whether "another" or "a second" may be somebody told of further above by what befell him, where two
// have been told of: "one dead, one hurt … the second man died".
func newButSame(list []*sufferer, old, s *sufferer) bool {
	singles := 0
	for _, other := range list {
		if other.single() {
			singles++
		}
	}
	return singles > 1 && old.effect == s.effect && old.single()
}

// revises reports whether the number of s is another word on the same people as old: from another source, or a toll.
func (r *reader) revises(old, s *sufferer) bool {
	if old.figure == nil || s.figure == nil {
		return false
	}
	return s.figure.frame == tollOf || old.figure.frame == tollOf || !sameSource(old.figure.claim.Source, s.figure.claim.Source) ||
		r.Tokens[old.head].Sentence != r.Tokens[s.head].Sentence && s.low > old.low
}

// sameFate reports whether two things may have befallen one person in one incident.
func sameFate(a, b string) bool {
	if a == b || a == "unknown" || b == "unknown" {
		return true
	}
	return a == "injured" && b == "killed" || a == "killed" && b == "injured" || a == "abducted" || b == "abducted"
}

// compatible reports whether people of one status may be those of the other.
func compatible(a, b concord.Status) bool {
	if a == b || a == concord.Anyone || b == concord.Anyone {
		return true
	}
	civil := func(s concord.Status) bool { return s != concord.Combatant && s != concord.Detainee }
	return a == concord.Civilian && civil(b) || b == concord.Civilian && civil(a)
}

// absorb adds to old what s says of the same people.
func (r *reader) absorb(old, s *sufferer) {
	if old.name == nil && s.name != nil {
		old.name = s.name
		if r.Tokens[s.head].POS != text.PRON && s.tally.name != nil {
			old.first, old.last, old.head = s.first, s.last, s.head
		}
	}
	old.gender, old.age = cmp.Or(old.gender, s.gender), cmp.Or(old.age, s.age)
	old.figures = append(old.figures, s.figures...)
	if gravity[s.effect] > gravity[old.effect] {
		old.effect = s.effect
	}
	if old.status == concord.Anyone && (old.single() || s.known || s.effect != "unknown" && s.qualifier != concord.Some) {
		old.status = s.status // "it hit rebels" does not say who the five dead are
	}
	if old.single() || s.known {
		return
	}
	if old.qualifier == concord.Some {
		old.low, old.high, old.qualifier, old.figure = s.low, s.high, s.qualifier, s.figure
		old.first, old.last, old.head = s.first, s.last, s.head
		return
	}
	if s.qualifier == concord.Some {
		return
	}
	old.low = min(old.low, s.low)
	if old.high != nil && (s.high == nil || *s.high > *old.high) {
		old.high = s.high
	}
}
