package extract

import (
	"slices"

	"concord"
	"concord/text"
)

// accordingTo adds the statement of "according to" or "per" at token i.
func (r *reader) accordingTo(i int) {
	last := 0
	switch n := len(r.Tokens); {
	case r.Tokens[i].Norm == "according" && i+2 < n && r.Tokens[i+1].Norm == "to":
		last = i + 2
	default:
		return
	}
	head := r.nounAfter(last)
	if head < 0 {
		return
	}
	s := &statement{cue: cue{verb: i, first: i, last: last, cueWord: cueWord{act: concord.Say}}, head: head, slot: thatSlot, rule: "statement/according-to"}
	s.source = r.trim([2]int{last, int(r.high[head])})
	clause := r.Tokens[head].Head
	for clause >= 0 && !r.headsClause(clause) && r.Tokens[clause].Head >= 0 {
		clause = r.Tokens[clause].Head
	}
	if clause < 0 {
		clause = head // the grammar took the speaker for the head of the sentence
		if p := r.phraseOf(head); p != nil {
			s.source[1] = p.last
		}
	}
	if i > 0 && r.Tokens[i-1].Norm == "," && s.source[1]+1 >= r.sentenceEnd(i) {
		clause = r.mainOf(clause)
	}
	whole := r.extent(clause)
	if over := r.quoting(i); over != nil {
		for _, p := range over.content {
			if i >= p[0] && i < p[1] {
				whole = [2]int{max(whole[0], p[0]), min(whole[1], p[1])}
			}
		}
	}
	begin := r.Sentences[r.Tokens[i].Sentence].First
	if i <= begin+1 {
		whole[0] = s.source[1]
	}
	for _, p := range without(whole, [2]int{i, s.source[1]}) {
		s.content = append(s.content, r.withQuotes(p, i))
	}
	if after := s.source[1]; !slices.ContainsFunc(s.content, r.anyVerb) && after < whole[1] && r.Tokens[after].Norm == "," {
		s.content = [][2]int{{after, whole[1]}}
	}
	r.addStatement(s)
}

// mainOf returns the clause whose time the clause that token i heads only tells: "|nine were killed| since the siege began, according to the
// mayor"; i itself where it tells no time.
func (r *reader) mainOf(i int) int {
	v := i
	if t := &r.Tokens[v]; t.Rel == text.Conj && t.Head >= 0 {
		v = t.Head // "since fighting began"
	}
	if t := &r.Tokens[v]; t.Rel != text.Advcl || t.Head < 0 || t.Head > v {
		return i
	}
	if mark := r.Child(v, text.Mark); mark >= 0 {
		switch r.Tokens[mark].Norm {
		case "since", "when", "after", "before", "until":
			return r.Tokens[v].Head
		}
	}
	return i
}

// nounAfter returns the head of the noun phrase that begins at token i, or -1.
func (r *reader) nounAfter(i int) int {
	if p := r.phraseOf(i); p != nil && p.first <= i {
		return p.head
	}
	if head := r.Tokens[i].Head; head > i {
		return head
	}
	return -1
}

// headsClause reports whether token i heads a clause.
func (r *reader) headsClause(i int) bool {
	t := &r.Tokens[i]
	return t.POS == text.VERB || t.Rel == text.Root || r.Child(i, text.Nsubj, text.NsubjPass, text.Cop) >= 0
}

// nounStatement adds the statement that noun i makes: "his claim that …", "their call for a truce".
func (r *reader) nounStatement(i int) {
	t := &r.Tokens[i]
	word, ok := cueNouns()[t.Lemma]
	if t.Rel == text.Compound {
		return
	}
	if r.namesToll(i) {
		r.ownToll(i)
		return
	}
	if !ok {
		return
	}
	s := &statement{cue: cue{cueWord: word, verb: i, first: i, last: i + 1}, head: -1, rule: "statement/noun"}
	for j := range r.Children(i) {
		switch c := &r.Tokens[j]; {
		case c.Rel == text.NmodPoss:
			s.head = j
		case j < i:
		case (c.Rel == text.Acl || c.Rel == text.Ccomp || c.Rel == text.AclRelcl) && (r.hasMarker(j, "that", "to", "whether") || r.Tokens[r.low[j]].Norm == "that"):
			s.slot, s.content = thatSlot, [][2]int{r.extent(j)}
		case c.Rel == text.Nmod && r.hasMarker(j, "by", "from") && s.head < 0:
			s.head = j
		case c.Rel == text.Nmod && r.hasMarker(j, "for", "of", "about", "against") && s.content == nil:
			s.slot, s.content = objSlot, [][2]int{{int(r.low[j]), int(r.high[j])}}
		}
	}
	if s.head < 0 || s.content == nil {
		return
	}
	s.source = r.extent(s.head)
	for s.source[0] < s.head && r.Tokens[s.source[0]].Rel == text.Case {
		s.source[0]++
	}
	r.addStatement(s)
}

// ownToll adds the statement of a toll that somebody keeps: "the ministry's count stands at 40", "killed 11, by the police's count".
func (r *reader) ownToll(i int) {
	owner, clause := r.Child(i, text.NmodPoss), r.Tokens[i].Head
	if owner < 0 || !r.maySpeak(owner) || r.Tokens[owner].Tag == text.PRPS || clause < 0 || !r.headsClause(clause) {
		return
	}
	by := r.hasMarker(i, "by")
	if rel := r.Tokens[i].Rel; rel != text.Nsubj && !by {
		return
	}
	s := &statement{cue: cue{cueWord: cueWord{act: concord.Say}, verb: i, first: i, last: i + 1}, head: owner, slot: thatSlot, rule: "statement/toll"}
	s.source = r.extent(owner)
	whole := r.extent(clause)
	if by {
		whole[1] = min(whole[1], int(r.low[i]))
	} else {
		whole[0] = i
	}
	s.content = [][2]int{whole}
	r.addStatement(s)
}

// headline adds the statement of a headline or caption that sets its speaker apart with a colon: "Truce holds: monitors".
func (r *reader) headline(sentence int) {
	s := r.Sentences[sentence]
	if s.Last-s.First > 30 || isFinal(r.Tokens[s.Last-1].Norm) {
		return
	}
	for i := s.First + 1; i < s.Last-1; i++ {
		if r.Tokens[i].Norm != ":" {
			continue
		}
		before, after := [2]int{s.First, i}, [2]int{i + 1, s.Last}
		switch {
		case r.isVoice(after) && before[1]-before[0] > 3:
			r.addHeadline(i, after, before)
		case r.isVoice(before) && after[1]-after[0] > 3:
			r.addHeadline(i, before, after)
		}
		return
	}
}

func isFinal(norm string) bool { return norm == "." || norm == "?" || norm == "!" }

// isVoice reports whether a few words are a speaker: they name or describe one, and hold no verb.
func (r *reader) isVoice(p [2]int) bool {
	if p[1]-p[0] > 7 {
		return false
	}
	for i := p[0]; i < p[1]; i++ {
		if pos := r.Tokens[i].POS; pos == text.VERB || pos == text.AUX || pos == text.NUM || pos == text.ADP {
			return false
		}
	}
	_, known := r.kindIn(p)
	n := r.NameAt(p[1] - 1)
	return known || n != nil && n.First <= p[0]+1 && (n.Kind == text.PersonName || n.Kind == text.OrganisationName)
}

func (r *reader) addHeadline(colon int, source [2]int, content ...[2]int) {
	r.addStatement(&statement{cue: cue{verb: colon, first: colon, last: colon + 1, cueWord: cueWord{act: concord.Say}}, head: source[1] - 1,
		source: source, content: content, slot: thatSlot, rule: "statement/colon"})
}
