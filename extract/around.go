package extract

import (
	"concord/text"
)

// aroundContent takes the clause that the cue stands in or after: "The town, he said, fell".
func (r *reader) aroundContent(s *statement) bool {
	v := s.cue.verb
	t := &r.Tokens[v]
	if t.Rel != text.Parataxis && t.Rel != text.Discourse || t.Head < 0 {
		return false
	}
	group := r.group(s)
	whole := r.extent(t.Head)
	if t.Head > v && group[0] <= whole[0] {
		whole[0] = group[1]
	}
	before := [2]int{whole[0], group[0]}
	after := [2]int{group[1], whole[1]}
	if t.Head > v {
		before = [2]int{}
	} else if before[1]-before[0] < 1 || !r.parted(group[0]) {
		return false
	}
	if before[0] < before[1] {
		s.content = append(s.content, r.withQuotes(before, v))
	}
	if after[0] < after[1] && r.goesOn(after, v) {
		s.content = append(s.content, r.withQuotes(after, v))
	}
	return len(s.content) > 0
}

// goesOn reports whether what follows the cue's words belongs to the clause around it: it is parted by a comma, or quoted.
func (r *reader) goesOn(p [2]int, v int) bool {
	i := p[0]
	for i < p[1] && r.Tokens[i].Norm == "," {
		i++
	}
	return i < p[1] && (i > p[0] || r.Tokens[i].Norm == `"`) && !r.Under(i, v)
}

// group returns the range of the cue with what stands below its verb, less clauses.
func (r *reader) group(s *statement) [2]int {
	v := s.cue.verb
	g := [2]int{s.cue.first, s.cue.last}
	for j := range r.Children(v) {
		switch r.Tokens[j].Rel {
		case text.Punct, text.Ccomp, text.Parataxis:
			continue
		}
		e := r.extent(j)
		g[0], g[1] = min(g[0], e[0]), max(g[1], e[1])
	}
	return g
}

// parted reports whether a comma, a dash or a quotation mark stands before token i.
func (r *reader) parted(i int) bool {
	if i <= 0 {
		return false
	}
	switch r.Tokens[i-1].Norm {
	case ",", `"`, "'", "-", "--", "?", "!", "...":
		return true
	}
	return false
}
