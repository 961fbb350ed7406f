package extract

import (
	"slices"
	"strings"

	"concord"
)

// resolveParts finds who is one of a group that is counted too, and what then became of the rest of those who were shot.
func (r *reader) resolveParts(list []*sufferer) []*sufferer {
	taken := map[*sufferer]int{}
	for _, s := range list {
		if whole := r.wholeOf(list, s, taken); whole != nil {
			s.partOf = whole
			taken[whole] += s.low
		}
	}
	for _, whole := range slices.Clone(list) {
		if rest := r.restOf(list, whole); rest != nil {
			list = append(list, rest)
		}
	}
	return list
}

// wholeOf returns the group that already counts s, nil where none does.
func (r *reader) wholeOf(list []*sufferer, s *sufferer, taken map[*sufferer]int) *sufferer {
	if s.figure != nil && s.figure.part != nil {
		for _, whole := range list {
			if whole.figure == s.figure.part {
				return whole
			}
		}
	}
	for _, whole := range list {
		if whole == s || whole.single() || whole.partOf != nil || whole.low <= s.low && whole.high != nil || whole.qualifier == concord.Some || whole.armed != s.armed {
			continue
		}
		if !compatible(whole.status, s.status) || r.opposed(whole, s) || whole.high != nil && taken[whole]+s.low > *whole.high || r.sameTelling(whole, s) {
			continue
		}
		if whole.effect == s.effect || whole.effect == "casualties" || whole.effect == "unknown" || whole.effect == "injured" && s.effect == "killed" && r.weak(whole) && s.head > whole.head || s.effect == "unknown" {
			return whole
		}
	}
	return nil
}

// sameTelling reports whether one verb befell both, so that neither is part of the other: "killed four soldiers and a nurse".
func (r *reader) sameTelling(a, b *sufferer) bool {
	if a.figure == nil || b.figure == nil || b.figure.part == a.figure || a.figure.part == b.figure {
		return false
	}
	return a.figure.hit.first == b.figure.hit.first
}

// weak reports whether the words for what befell s leave open whether they lived: "shot".
func (r *reader) weak(s *sufferer) bool {
	return s.figure != nil && s.figure.weak()
}

// weak reports whether the words for what befell those whom f counts leave open whether they lived.
func (f *figure) weak() bool {
	for _, word := range [...]string{"shoot", "stab", "hit", "strike", "with a wound", "suffer a wound", "in critical", "in serious", "in grave"} {
		if strings.HasPrefix(f.hit.words, word) {
			return true
		}
	}
	return false
}

// restOf returns those of a group that was shot whose fate follows from that of the others, nil where nothing follows.
func (r *reader) restOf(list []*sufferer, whole *sufferer) *sufferer {
	if whole.effect != "injured" || whole.single() || !r.weak(whole) || whole.qualifier != concord.Exact {
		return nil
	}
	dead, hurt := 0, 0
	for _, s := range list {
		if s.partOf == whole {
			if s.effect == "killed" {
				dead += s.low
			} else {
				hurt += s.low
			}
		}
	}
	if dead == 0 {
		return nil
	}
	whole.effect = "casualties"
	left := whole.low - dead - hurt
	if left <= 0 {
		return nil
	}
	rest := *whole
	rest.low, rest.high, rest.effect, rest.partOf, rest.implied = left, &left, "injured", whole, true
	return &rest
}
