package extract

import "concord/text"

// findSource finds who speaks.
func (r *reader) findSource(s *statement) {
	if s.tag[0] < s.cue.first {
		if p := r.firstPhrase(s.tag[0], s.cue.first); p != nil {
			s.head, s.source = p.head, [2]int{p.first, s.cue.first}
			if !r.hasComma(s.source) || r.Tokens[s.cue.first-1].Norm != "," {
				s.source = r.trim(s.source)
			}
			return
		}
	}
	head := r.subjectOf(s)
	if head < 0 || covers(s.content, head) {
		if head = r.besideCue(s); head < 0 {
			p, ok := r.tail(&s.cue)
			if !ok {
				return
			}
			head = r.phraseOf(p[0]).head // "…, the mission in Mali (MINUSMA) said"
		}
	}
	if beside := r.besideCue(s); !r.maySpeak(head) && beside >= 0 && r.maySpeak(beside) {
		head = beside // "the convoy was hit after the army declared": the grammar may err, a convoy declares nothing
	}
	if after := r.inverted(s, head); after >= 0 {
		head = after
	} else if voice := s.cue.first - 1; r.mistagged(voice) {
		head = voice
	}
	s.head = head
	s.source = r.sourceSpan(s, head)
	if p, ok := r.tail(&s.cue); ok && p[0] < s.source[0] && s.source[1] <= p[1] && r.Tokens[s.source[0]-1].Norm == "and" {
		s.head, s.source = r.phraseOf(p[0]).head, p // "a nurse and two farmers told the agency"
	}
}

// inverted returns the head of who stands right after the cue, where the noun before it is only a preposition's: "in the port said the
// governor"; -1 where the noun may be who speaks.
func (r *reader) inverted(s *statement, head int) int {
	p, after := r.phraseOf(head), r.phraseOf(s.cue.last)
	if p == nil || after == nil || head > s.cue.first || after.first != s.cue.last || p.first == 0 || s.cue.passive || s.cue.has(toldSlot) || s.content[0][0] > s.cue.verb {
		return -1
	}
	if r.Tokens[p.first-1].POS != text.ADP || r.Tokens[p.first-1].Sentence != r.Tokens[head].Sentence || !r.maySpeak(after.head) || r.timeAt[after.head] {
		return -1
	}
	return after.head
}

// mistagged reports whether token i is a word for a voice that the tagger takes for a verb: "the monitor said".
func (r *reader) mistagged(i int) bool {
	if i < 1 || r.Tokens[i].POS != text.VERB || r.Tokens[i-1].Sentence != r.Tokens[i].Sentence {
		return false
	}
	before := &r.Tokens[i-1]
	_, known := r.kindIn([2]int{i, i + 1})
	return known && (before.POS == text.DET || before.POS == text.ADJ || before.POS == text.NOUN || before.Tag == text.VBN && !r.underPreposition(i))
}

// articleOf returns where the words for a voice that is mistagged at token i begin: at the article before, where only words that describe it
// stand between; at i where none does.
func (r *reader) articleOf(i int) int {
	for j := i - 1; j > max(i-6, r.Sentences[r.Tokens[i].Sentence].First-1); j-- {
		switch t := &r.Tokens[j]; {
		case t.POS == text.DET:
			return j
		case t.POS != text.ADJ && t.POS != text.PROPN && t.Tag != text.VBN && t.Norm != "-":
			return i
		}
	}
	return i
}

// underPreposition reports whether a preposition stands before the words that end at token i: "a clerk |of the Paris-based| monitor".
func (r *reader) underPreposition(i int) bool {
	first := r.Sentences[r.Tokens[i].Sentence].First
	for i--; i > first && (r.Tokens[i].Tag == text.VBN || r.Tokens[i].POS == text.PROPN || r.Tokens[i].Norm == "-" || r.Tokens[i].POS == text.DET); i-- {
	}
	return r.Tokens[i].POS == text.ADP
}

// firstPhrase returns the first noun phrase in a range of tokens that names no time, nil where there is none.
func (r *reader) firstPhrase(first, last int) *phrase {
	for i := first; i < last; i++ {
		if p := r.phraseOf(i); p != nil && p.last <= last && !r.timeAt[p.head] {
			return p
		}
	}
	return nil
}

// besideCue returns the head of the noun phrase right before a cue, or right after one whose content stands before it; -1
// where there is none.
func (r *reader) besideCue(s *statement) int {
	before := s.cue.first - 1
	if before < r.Sentences[r.Tokens[s.cue.verb].Sentence].First || s.cue.passive {
		return -1
	}
	if form := r.Tokens[s.cue.verb].Tag; form == text.VBG || form == text.VB {
		return r.mainSubject(s.cue.verb)
	}
	if p := r.phraseOf(before); p != nil && p.last == s.cue.first && !r.timeAt[p.head] && !covers(s.content, p.head) {
		return p.head
	}
	if _, known := r.kindIn([2]int{before, before + 1}); known && (!covers(s.content, before) || r.mistagged(before)) {
		return before // whatever the tagger takes it for
	}
	if p := r.phraseOf(s.cue.last); p != nil && p.first == s.cue.last && !r.timeAt[p.head] && s.content[0][0] < s.cue.verb && !s.cue.has(toldSlot) {
		return p.head
	}
	return -1
}

// subjectOf returns the head of the speaker of a verb, or -1.
func (r *reader) subjectOf(s *statement) int {
	v := s.cue.verb
	if s.cue.passive {
		return r.Child(v, text.OblAgent)
	}
	for range 4 {
		if j := r.Child(v, text.Nsubj); j >= 0 && !r.timeAt[j] {
			return j
		}
		t := &r.Tokens[v]
		if t.Head < 0 {
			return -1
		}
		switch t.Rel {
		case text.Acl:
			if main := r.mainSubject(v); main >= 0 && r.Tokens[v].Tag == text.VBG && !r.maySay(t.Head) {
				return main // "confirmed the deaths in the port, adding that"
			}
			return r.issuer(s, r.nameHead(t.Head))
		case text.Conj, text.Xcomp, text.Advcl:
			if h := &r.Tokens[t.Head]; t.Rel == text.Conj && h.Rel == text.Ccomp && h.Head >= 0 && r.Tokens[h.Head].Tag == t.Tag {
				if _, ok := r.cueAt(h.Head); ok {
					v = h.Head // "said that … and added"
					continue
				}
			}
			if object := r.Child(t.Head, text.Obj); object >= 0 && object < v && (t.Rel == text.Xcomp || r.quotesAs(v)) {
				return object // "the agency quoted the minister as saying"
			}
			if p := r.Child(t.Head, text.NsubjPass); p >= 0 {
				return p
			}
			v = t.Head
		default:
			return -1
		}
	}
	return -1
}

// quotesAs reports whether the clause of verb v is what somebody is quoted with: "quoted him |as saying|".
func (r *reader) quotesAs(v int) bool {
	t, as := &r.Tokens[v], r.Child(v, text.Mark, text.Case)
	if t.Rel != text.Advcl || t.Tag != text.VBG || as < 0 || r.Tokens[as].Norm != "as" {
		return false
	}
	above := r.Tokens[t.Head].Lemma
	return above == "quote" || above == "cite"
}

// maySay reports whether the noun at token i is somebody, or a document, who may say what a participle after it says.
func (r *reader) maySay(i int) bool {
	p := r.phraseOf(i)
	if _, ok := cueNouns()[r.Tokens[i].Lemma]; ok || p == nil || documents()[r.Tokens[i].Lemma] {
		return true
	}
	if r.abstract(i) {
		return false // "claimed responsibility, saying that"
	}
	return p.noun.class.people() || p.actor != nil || p.noun.class == noClass
}

// mainSubject returns the subject of the clause around a participle or infinitive, or of the sentence; -1 where there is none.
func (r *reader) mainSubject(v int) int {
	for i := r.Tokens[v].Head; i >= 0; i = r.Tokens[i].Head {
		if j := r.Child(i, text.Nsubj, text.NsubjPass); j >= 0 && j < v {
			return j
		}
	}
	return -1
}

// issuer returns who issued the document that noun names, where its clause says so ("released a statement saying"), and
// then takes the words between into the cue; else the noun itself.
func (r *reader) issuer(s *statement, noun int) int {
	t := &r.Tokens[noun]
	if _, ok := cueNouns()[t.Lemma]; !ok || t.Rel != text.Obj || t.Head < 0 {
		return noun
	}
	subject := r.Child(t.Head, text.Nsubj)
	if subject < 0 || subject > t.Head || t.Head > s.cue.first {
		return noun
	}
	s.cue.first = t.Head
	r.widenCue(&s.cue, t.Head)
	return subject
}

// sourceSpan returns the tokens of the noun phrase that head heads, less the cue and the content.
func (r *reader) sourceSpan(s *statement, head int) [2]int {
	p := r.extent(head)
	if np := r.phraseOf(head); np != nil && r.Tokens[head].Rel != text.OblAgent {
		p = [2]int{np.first, max(p[1], np.last)}
	}
	if r.mistagged(head) {
		p[0] = min(p[0], r.articleOf(head))
	}
	if n := r.NameAt(head); n != nil {
		p = [2]int{min(p[0], n.First), max(p[1], n.Last)}
	}
	p[1] = max(p[1], r.titledName(p[1], s.cue.first))
	for k := range r.Children(head) {
		if k > head && s.cue.verb >= k && r.Under(s.cue.verb, k) && p[1] > int(r.low[k]) && int(r.low[k]) > head {
			p[1] = int(r.low[k]) // the clause in which somebody speaks is no part of who it is
		}
	}
	holes := append([][2]int{{s.cue.first, s.cue.last}}, s.content...)
	for _, rest := range without(p, holes...) {
		if head >= rest[0] && head < rest[1] {
			p = rest
		}
	}
	if r.Tokens[head].Rel == text.OblAgent {
		for k := range r.Children(head) {
			if r.Tokens[k].Rel == text.Case && k == p[0] {
				p[0]++
			}
		}
	}
	for p[0] < head && (r.Tokens[p[0]].POS == text.PUNCT || r.Tokens[p[0]].POS == text.CCONJ || r.timeAt[p[0]]) {
		p[0]++ // "Thursday evening the minister said"
	}
	for p[1]-1 > head && (r.Tokens[p[1]-1].POS == text.CCONJ || r.Tokens[p[1]-1].POS == text.PUNCT && r.Tokens[p[1]-1].Norm != ")" && r.Tokens[p[1]-1].Norm != `"`) {
		p[1]--
	}
	if p[0] >= s.cue.last && p[1]+1 < len(r.Tokens) && r.Tokens[p[1]].Norm == "," {
		if n := r.NameAt(p[1] + 1); n != nil && n.Kind == text.PersonName && n.First == p[1]+1 && n.Last < len(r.Tokens) && r.Tokens[n.Last].POS == text.PUNCT {
			p[1] = n.Last // "said the envoy, Ana Odo."
		}
	}
	if p[1]+1 == s.cue.first && r.Tokens[p[1]].Norm == "," && r.hasComma(p) {
		p[1]++ // it closes the description
	}
	return p
}

// titledName returns the end of a person's name that fills the words from a noun to the cue but for a rank: "army spokesman |Lt-Col Ana Odo|
// said"; 0 where it is not so.
func (r *reader) titledName(first, cue int) int {
	n := r.NameAt(cue - 1)
	if cue <= first || n == nil || n.Kind != text.PersonName || n.First < first {
		return 0
	}
	for i := first; i < n.First; i++ {
		if t := &r.Tokens[i]; t.Norm != "-" && !text.IsTitle(t.Norm) {
			return 0
		}
	}
	return n.Last
}

func (r *reader) hasComma(p [2]int) bool {
	for i := p[0]; i < p[1]; i++ {
		if r.Tokens[i].Norm == "," {
			return true
		}
	}
	return false
}
