package extract

import (
	"cmp"
	"slices"

	"concord"
)

// quoting returns the statement whose content holds token i.
func (r *reader) quoting(i int) *statement {
	for _, s := range slices.Backward(r.statements) {
		if covers(s.content, i) {
			return s
		}
	}
	return nil
}

// statementOver returns the innermost statement other than s whose content holds token i.
func (r *reader) statementOver(i int, s *statement) (over *statement) {
	least := len(r.Tokens) + 1
	for _, other := range r.statements {
		if other != s && covers(other.content, i) && size(other.content) < least {
			over, least = other, size(other.content)
		}
	}
	return over
}

// nest finds for each statement the one that it stands in, and for each token the statement that answers for it.
func (r *reader) nest() {
	for _, s := range r.statements {
		s.embedded = r.statementOver(s.cue.verb, s)
		for over, steps := s.embedded, 0; over != nil; over, steps = over.embedded, steps+1 {
			if over == s || steps > len(r.statements) {
				s.embedded = nil
				break
			}
		}
	}
	r.statementAt = make([]*statement, len(r.Tokens))
	bySize := slices.Clone(r.statements)
	slices.SortStableFunc(bySize, func(a, b *statement) int { return cmp.Compare(size(b.content), size(a.content)) })
	for _, s := range bySize {
		if !r.answers(s) {
			continue
		}
		for _, p := range s.content {
			for i := p[0]; i < p[1]; i++ {
				r.statementAt[i] = s
			}
		}
	}
}

// sourceAt returns who says what stands at token i: the original speaker first; nil where it is the publisher itself.
func (r *reader) sourceAt(i int) []concord.Speaker {
	if i < 0 || i >= len(r.statementAt) || r.statementAt[i] == nil {
		return []concord.Speaker{}
	}
	s := r.statementAt[i]
	list := r.chain(s)
	if len(list) == 1 && r.isPublisher(s, list[0].Name) {
		return []concord.Speaker{}
	}
	return list
}

// chain returns a statement's speaker and those who report it. Who rejects or praises what another says does not report it.
func (r *reader) chain(s *statement) []concord.Speaker {
	list := []concord.Speaker{}
	for inner := s; s != nil; s = s.embedded {
		if s.source[0] >= s.source[1] || s != inner && !r.answers(s) {
			continue
		}
		speaker := r.speaker(s)
		if n := len(list); n > 0 && list[n-1].Name == speaker.Name {
			continue
		}
		list = append(list, speaker)
	}
	return list
}
