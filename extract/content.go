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

// documentContent takes what a document shows: "the poll shows a lead of five points".
func (r *reader) documentContent(s *statement) bool {
	subject := r.Child(s.cue.verb, text.Nsubj)
	if subject < 0 || !documents()[r.Tokens[subject].Lemma] {
		return false
	}
	p := [2]int{}
	for j := range r.Children(s.cue.verb) {
		switch t := &r.Tokens[j]; {
		case j < s.cue.verb:
		case t.Rel == text.Obj, t.Rel == text.Xcomp, t.Rel == text.Advcl, t.Rel == text.Obl && p[0] < p[1] && r.hasMarker(j, "with", "by", "at", "for", "among"):
			p = join(p, r.extent(j))
		}
	}
	return p[0] < p[1] && r.keep(s, p)
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

// quotedContent takes the quotation that follows the cue.
func (r *reader) quotedContent(s *statement) bool {
	if s.cue.passive && !s.cue.has(toldSlot) {
		return false
	}
	q := r.quotationAfter(s.cue.last, s.cue.verb)
	if q != nil {
		s.content = append(s.content, [2]int{q.first, q.last})
	}
	return q != nil
}

// toldReach is how many words whoever is told may take.
const toldReach = 8

// toldContent takes the clause after somebody who is told, where the grammar found none: "told the council that".
func (r *reader) toldContent(s *statement) bool {
	first, end := s.cue.last, r.Sentences[r.Tokens[s.cue.verb].Sentence].Last
	for i := first + 1; i < min(end, first+toldReach); i++ {
		t := &r.Tokens[i]
		switch t.Norm {
		case "that", "whether", "how", "what", "why", "if", "he", "she", "they", "we", "i":
			return r.anyVerb([2]int{i, end}) && r.keep(s, [2]int{i, end})
		}
		if t.POS == text.VERB || t.POS == text.PUNCT && t.Norm != "," {
			return false
		}
	}
	return false
}

// quoteReach is how many words may stand between a cue and its quotation.
const quoteReach = 10

// quotationAfter returns the quotation that begins soon after token i, with no other verb between.
func (r *reader) quotationAfter(i, v int) *quotation {
	last := min(r.Sentences[r.Tokens[v].Sentence].Last, i+quoteReach)
	colon := false
	for ; i < last; i++ {
		t := &r.Tokens[i]
		if q := r.quotationOf(i); q != nil {
			if q.first == i && (q.last-q.first >= longQuote || colon) {
				return q
			}
			return nil
		}
		colon = t.Norm == ":" || t.Norm == ","
		if t.POS == text.VERB && t.Head != v || t.POS == text.SCONJ || t.POS == text.CCONJ {
			return nil
		}
	}
	if i < len(r.Tokens) && i == r.Sentences[r.Tokens[v].Sentence].Last && r.Tokens[i-1].Norm == ":" {
		if q := r.quotationOf(i); q != nil && q.first == i {
			return q
		}
	}
	return nil
}

// objectToContent takes an object with its infinitive: "urged both sides to stop".
func (r *reader) objectToContent(s *statement) bool {
	v := s.cue.verb
	clause := r.infinitive(v)
	if clause < 0 {
		return false
	}
	p := r.extent(clause)
	if subject := r.Child(v, text.NsubjPass); s.cue.passive {
		if subject < 0 {
			return false
		}
		s.content = [][2]int{r.extent(subject), p}
		return true
	}
	object := r.Child(v, text.Obj, text.Iobj)
	if object < 0 || object < v {
		return object >= 0 && r.keep(s, p)
	}
	if r.Tokens[object].POS != text.PRON {
		p[0] = min(p[0], int(r.low[object]))
	}
	return r.keep(s, p)
}

func (r *reader) keep(s *statement, p [2]int) bool {
	s.content = [][2]int{r.withQuotes(p, s.cue.verb)}
	return true
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

// calledContent takes an object with what it is called: "called the raid a crime".
func (r *reader) calledContent(s *statement) bool {
	v := s.cue.verb
	p := [2]int{}
	called := false
	for j := range r.Children(v) {
		if j < v {
			continue
		}
		switch t := &r.Tokens[j]; {
		case t.Rel == text.Obj, t.Rel == text.Iobj:
		case t.Rel == text.Xcomp, t.Rel == text.Ccomp, t.Rel == text.Obl && r.hasMarker(j, "as", "to", "with"), t.Rel == text.Advcl && r.hasMarker(j, "as"):
			called = true
		default:
			continue
		}
		p = join(p, r.extent(j))
	}
	if p[0] >= p[1] {
		q := r.quotationAfter(s.cue.last, v)
		return q != nil && q.last-q.first > 2 && r.keep(s, [2]int{s.cue.last, q.last})
	}
	if object := r.Child(v, text.Obj); object < v {
		return false
	}
	if q := r.quotationOf(p[1]); q != nil && q.first == p[1] {
		p[1], called = q.last, true
	} else if q := r.quotationOf(p[1] - 1); q != nil {
		called = called || q.last >= p[1]-1
	}
	return called && p[0] < p[1] && r.keep(s, p)
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

// complements are the prepositions with which an object goes on: "accused them of", "blamed it on".
var complements = []string{"of", "for", "as", "to", "over", "with", "against", "on", "about", "into", "from", "that"}

// objectContent takes an object and what goes with it: "condemned the raid on the camp".
func (r *reader) objectContent(s *statement) bool {
	v := s.cue.verb
	p := [2]int{}
	if s.cue.passive {
		if subject := r.Child(v, text.NsubjPass); subject >= 0 && r.Child(v, text.OblAgent) >= 0 {
			s.content = [][2]int{r.extent(subject)}
			return true
		}
		return false
	}
	if object := r.Child(v, text.Obj); object > v && !r.isReflexive(object) && !r.timeAt[object] {
		p = r.extent(object)
	} else {
		return false
	}
	for j := range r.Children(v) {
		switch r.Tokens[j].Rel {
		case text.Obl, text.Xcomp, text.Advcl, text.Nmod, text.Ccomp:
			if e := r.extent(j); j > v && e[0] >= p[1] && e[0] <= p[1]+1 && !r.timeAt[j] && r.hasMarker(j, complements...) {
				p[1] = e[1]
			}
		}
	}
	return r.keep(s, p)
}

func (r *reader) isReflexive(i int) bool {
	n := r.Tokens[i].Norm
	return len(n) > 4 && n[len(n)-4:] == "self" || n == "themselves" || n == "ourselves"
}

// countContent takes an object with a number: "recorded 23 raids".
func (r *reader) countContent(s *statement) bool {
	v := s.cue.verb
	if p := r.phraseOf(r.Child(v, text.Obj)); p != nil {
		return p.head > v && p.counted && r.objectContent(s)
	}
	if p := r.phraseOf(v + 1); p != nil && p.counted && r.Tokens[v].Rel == text.Amod {
		return r.keep(s, [2]int{v + 1, p.last})
	}
	return false
}

// putContent takes what is put at a number: "put the toll at 30".
func (r *reader) putContent(s *statement) bool {
	v := s.cue.verb
	object, at := r.Child(v, text.Obj), -1
	for j := range r.Children(v) {
		if j > v && r.Tokens[j].Rel == text.Obl && r.hasMarker(j, "at") {
			at = j
		}
	}
	if object < v || at < 0 || r.phraseOf(at) == nil || !r.phraseOf(at).counted && r.Tokens[at].POS != text.NUM {
		return false
	}
	return r.keep(s, join(r.extent(object), r.extent(at)))
}

// tollContent takes a toll that somebody gives, and its numbers: "raised its toll of the raid to 72 dead", "gave a toll of nine". What a raid
// raises is nobody's word.
func (r *reader) tollContent(s *statement) bool {
	v := s.cue.verb
	object, subject := r.Child(v, text.Obj), r.Child(v, text.Nsubj)
	if t := &r.Tokens[v]; subject < 0 && t.Rel == text.Conj {
		subject = r.Child(t.Head, text.Nsubj) // "confirmed the raid but gave a toll of 12"
	}
	if p := r.phraseOf(v + 1); p != nil && p.first == v+1 {
		object = p.head // whatever the grammar makes of a long one
	}
	if object < v || !r.namesToll(object) || subject < 0 || !r.maySpeak(subject) {
		return false
	}
	p := [2]int{r.phraseOf(object).first, int(r.high[v])}
	for j := range r.Children(v) {
		if r.Tokens[j].Rel == text.Conj && j > object {
			p[1] = min(p[1], int(r.low[j]))
		}
	}
	for i := p[0]; i < p[1]; i++ {
		if r.Tokens[i].POS == text.NUM && !r.timeAt[i] {
			return r.keep(s, p)
		}
	}
	return false
}

// maySpeak reports whether token i heads words for somebody who can say something: people, a body, a document, no thing and no event.
func (r *reader) maySpeak(i int) bool {
	p := r.phraseOf(i)
	if p == nil || r.isEvent(i) || mute.has(p.noun.class) {
		return false
	}
	if p.pronoun || p.noun.class != noClass || p.name != nil || p.actor != nil || documents()[r.Tokens[i].Lemma] {
		return true
	}
	_, known := r.kindIn([2]int{p.first, p.last})
	return known
}

// mute are the things that no report lets speak, as it does a clinic or a city.
var mute = classesOf(vehicle, aircraft, infrastructure, land, livestock, arms, goods)

// prepositionContent takes the complement of a preposition that the cue asks for: "spoke out against the raid".
func (r *reader) prepositionContent(s *statement) bool {
	if len(s.cue.prepositions) == 0 || s.cue.passive {
		return false
	}
	for j := range r.Children(s.cue.verb) {
		if j < s.cue.verb {
			continue
		}
		switch r.Tokens[j].Rel {
		case text.Obl, text.Advcl, text.Nmod:
		default:
			continue
		}
		for k := range r.Children(j) {
			t := &r.Tokens[k]
			if (t.Rel == text.Case || t.Rel == text.Mark) && s.cue.takes(t.Norm) && k < j && !r.timeAt[j] {
				if k == s.cue.last {
					s.cue.last++
				}
				e := r.extent(j)
				return r.keep(s, [2]int{max(e[0], k+1), e[1]})
			}
		}
	}
	return false
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

// withQuotes widens a piece of content to the quotation marks that it begins or ends at, and to the end of a quotation
// that goes on in the next sentences; what stands in a quotation around cue v stays within it.
func (r *reader) withQuotes(p [2]int, v int) [2]int {
	around := r.quotationOf(v)
	if around != nil {
		return [2]int{max(p[0], around.first), min(p[1], around.last-1)}
	}
	if q := r.quotationOf(p[0]); q != nil && q.first == p[0]-1 {
		p[0]--
	}
	for _, i := range [...]int{p[1] - 1, p[1], p[1] + 1} {
		q := r.quotationOf(i)
		if q == nil || q.first >= p[1] || q.last <= p[1] {
			continue
		}
		sentence := r.Sentences[r.Tokens[p[1]-1].Sentence]
		if q.last <= p[1]+2 || p[1]+2 >= sentence.Last {
			p[1] = q.last
		}
		break
	}
	return p
}
