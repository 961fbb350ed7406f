package extract

import (
	"concord/text"
)

// clauseContent takes the cue's clause: "said that the town fell", "what they said".
func (r *reader) clauseContent(s *statement) bool {
	v := s.cue.verb
	for j := range r.Children(v) {
		switch r.Tokens[j].Rel {
		case text.Ccomp:
		case text.Parataxis:
			if j > v {
				continue
			}
		default:
			continue
		}
		s.content = append(s.content, r.withQuotes(r.ownClause(j, v), v))
	}
	if len(s.content) == 1 {
		s.content[0] = r.fullClause(s, s.content[0])
	}
	if len(s.content) > 0 && s.cue.has(toldSlot) {
		r.dropTold(s)
	}
	return len(s.content) > 0
}

// fullClause widens a clause after its cue to what the grammar has cut off: a clause without a verb goes on to the end of
// the sentence, one that must follow its cue begins there, and one goes on with the clause of time or cause after it.
func (r *reader) fullClause(s *statement, p [2]int) [2]int {
	v := s.cue.verb
	if p[0] < s.cue.last || r.quotationOf(p[0]) != nil {
		return p
	}
	if s.cue.has(bareSlot) {
		if first := r.pastTimes(s.cue.last); first < p[0] && r.Tokens[first].POS != text.PUNCT && r.Tokens[first].POS != text.ADP {
			p[0] = first
		}
	}
	if !r.anyVerb(p) || r.Tokens[p[1]-1].Lemma == "be" {
		p[1] = r.beforeNextCue(p[1], r.Sentences[r.Tokens[v].Sentence].Last)
	}
	for j := range r.Children(v) {
		if r.Tokens[j].Rel == text.Advcl && int(r.low[j]) == p[1] && r.hasMarker(j, "after", "because", "if", "unless", "when", "since", "until", "so") {
			p[1] = int(r.high[j])
		}
	}
	return p
}

// beforeNextCue returns where, of the tokens [first, last), a conjunction and another cue of speech begin; last where none do.
func (r *reader) beforeNextCue(first, last int) int {
	for i := first; i < last; i++ {
		if r.Tokens[i].POS != text.VERB || r.quotationOf(i) != nil {
			continue
		}
		if c, ok := r.cueAt(i); ok && c.kind == speech && c.first > first && r.Tokens[c.first-1].POS == text.CCONJ {
			return c.first - 1
		}
	}
	return last
}

// pastTimes returns the first token from i on that is neither a time nor an adverb.
func (r *reader) pastTimes(i int) int {
	for i+1 < len(r.Tokens) && (r.timeAt[i] || r.Tokens[i].POS == text.ADV || r.Tokens[i].POS == text.ADP && r.timeAt[i+1]) {
		i++
	}
	return i
}

// ownClause returns the range of clause j, less what the reporter adds to it: "…, but he said", "…, adding that".
func (r *reader) ownClause(j, v int) [2]int {
	p := r.extent(j)
	if p[0] <= v && v < p[1] {
		return p
	}
	for i := p[0] + 2; i < p[1]; i++ {
		t := &r.Tokens[i]
		if t.POS != text.VERB || r.quotationOf(i) != nil {
			continue
		}
		c, ok := r.cueAt(i)
		if !ok || c.kind != speech {
			continue
		}
		switch start := int(r.low[i]); {
		case t.Tag == text.VBG && c.first > p[0]+1 && r.Tokens[c.first-1].Norm == ",":
			p[1] = c.first - 1
		case t.Rel == text.Conj && r.Child(i, text.Nsubj) < 0 && t.Tag == r.Tokens[v].Tag && c.first > p[0]+1 && r.Tokens[c.first-1].POS == text.CCONJ:
			p[1] = c.first - 1
		case t.Rel == text.Conj && r.Child(i, text.Nsubj) >= 0 && start > p[0]+1 && (r.Tokens[start-1].Norm == "," || r.Tokens[start].POS == text.CCONJ):
			p[1] = start
		}
	}
	return p
}

// dropTold takes whoever is told out of a clause that begins with them.
func (r *reader) dropTold(s *statement) {
	if j := r.Child(s.cue.verb, text.Obj, text.Iobj); j > s.cue.verb {
		told := r.extent(j)
		var content [][2]int
		for _, p := range s.content {
			content = append(content, without(p, told)...)
		}
		s.content = content
	}
}

// asContent takes the clause that an "as" clause comments on: "As the agency reported, the town fell."
func (r *reader) asContent(s *statement) bool {
	v := s.cue.verb
	t := &r.Tokens[v]
	if t.Rel != text.Advcl || t.Head < 0 || !r.hasMarker(v, "as") && r.Tokens[max(int(r.low[v]), 0)].Norm != "as" {
		return false
	}
	s.content = append(s.content, without(r.extent(t.Head), r.extent(v))...)
	return len(s.content) > 0
}

// gerundContent takes a gerund: "denied shelling the market".
func (r *reader) gerundContent(s *statement) bool {
	for j := range r.Children(s.cue.verb) {
		if t := &r.Tokens[j]; j > s.cue.verb && t.Rel == text.Xcomp && t.Tag == text.VBG {
			return r.keep(s, r.extent(j))
		}
	}
	return false
}

// infinitive returns the infinitive that depends on v, or -1.
func (r *reader) infinitive(v int) int {
	for j := range r.Children(v) {
		switch r.Tokens[j].Rel {
		case text.Xcomp, text.Advcl, text.Ccomp:
			if j > v && r.Tokens[r.low[j]].Tag == text.TO || r.Child(j, text.Mark) > v && r.Tokens[r.Child(j, text.Mark)].Tag == text.TO {
				return j
			}
		}
	}
	return -1
}

// infinitiveContent takes an infinitive: "vowed to fight on".
func (r *reader) infinitiveContent(s *statement) bool {
	v := s.cue.verb
	clause := r.infinitive(v)
	if clause < 0 || r.Tokens[clause].Rel == text.Advcl && s.cue.kind != will {
		return false
	}
	p := r.extent(clause)
	if subject := r.Child(v, text.NsubjPass); s.cue.passive && subject >= 0 {
		s.content = [][2]int{r.extent(subject), p}
		return true
	}
	return r.keep(s, p)
}

// restContent takes what follows a cue that must have a clause, where the grammar found none.
func (r *reader) restContent(s *statement) bool {
	if s.cue.passive || s.cue.has(objSlot|newsSlot|toldSlot) || r.Child(s.cue.verb, text.Nsubj) < 0 {
		return false
	}
	end := r.Sentences[r.Tokens[s.cue.verb].Sentence].Last
	first := r.pastTimes(s.cue.last)
	if first+2 >= end || r.Tokens[first].POS == text.PUNCT && r.Tokens[first].Norm != `"` || r.Tokens[first].POS == text.ADP || !r.anyVerb([2]int{first, end}) {
		return false
	}
	return r.keep(s, [2]int{first, end})
}
