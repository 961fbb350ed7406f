package extract

import "concord/text"

// taggedContent takes what stands before a cue that is only tagged on to it: `"We won," he said.`, "The town fell, said the
// mayor of the town." It goes by commas and quotation marks: such sentences are hard on the grammar.
func (r *reader) taggedContent(s *statement) bool {
	v := s.cue.verb
	sentence := r.Sentences[r.Tokens[v].Sentence]
	tag, ok := r.tag(s)
	if !ok {
		return r.closingContent(s, tag)
	}
	left := tag[0]
	if r.Tokens[left-1].Norm == "," && left-2 >= 0 && isQuoteEnd(r, left-2) {
		left--
	}
	if q := r.quotationOf(left - 1); q != nil && q.last == left && (q.first < sentence.First || q.first == sentence.First || q.last-q.first >= longQuote) && r.closedByMark(q, tag[0]) {
		piece := [2]int{q.first, q.last}
		if q.first > sentence.First {
			piece[0] = sentence.First // half a quotation: the whole sentence so far
		}
		s.tag = tag
		s.content = [][2]int{piece}
		if q := r.quotationAfterTag(tag[1]); q != nil {
			s.content = append(s.content, [2]int{q.first, q.last})
		}
		return true
	}
	if r.quotationAfter(tag[1], v) != nil {
		if tag[1] == s.cue.last && r.Tokens[tag[1]].Norm == "," {
			s.tag = tag
		}
		return false
	}
	if rest, ok := r.interrupted(s, tag); ok {
		s.content = [][2]int{{sentence.First, left}, rest}
		return true
	}
	if left-sentence.First < 4 || s.cue.kind != speech || !r.isFree(s, tag[1]) || !r.anyVerb([2]int{sentence.First, left}) {
		return false
	}
	s.content = [][2]int{{sentence.First, left}}
	return true
}

// closingContent takes the sentence before a cue that ends it, though no comma parts them: some collections have lost theirs.
// The speaker must be known as one.
func (r *reader) closingContent(s *statement, tag [2]int) bool {
	sentence := r.Sentences[r.Tokens[s.cue.verb].Sentence]
	voice := r.voiceBefore(s.cue.first)
	if voice > sentence.First && r.Tokens[voice-1].POS != text.ADP {
		tag[0] = voice // "… near the town a monitor said": the grammar took another for the subject
	}
	end := r.pastTimes(tag[1])
	passive := s.cue.passive && (voice < 0 || r.auxPassive(s.cue.verb))
	if tag[1] != s.cue.last || passive || s.cue.kind != speech || tag[0]-sentence.First < 5 || end < sentence.Last-1 || tag[0] != voice && !r.isVoice([2]int{tag[0], s.cue.first}) {
		return false
	}
	before := [2]int{sentence.First, tag[0]}
	if !r.anyVerb(before) || r.Tokens[tag[0]-1].POS == text.ADP || r.Tokens[tag[0]-1].POS == text.SCONJ || r.Tokens[tag[0]-1].POS == text.VERB {
		return false
	}
	s.tag, s.cue.passive = tag, false
	s.content = [][2]int{before}
	return true
}

// voiceBefore returns where a phrase for one who is known to speak begins that ends right before token i; -1 where none does.
func (r *reader) voiceBefore(i int) int {
	if p := r.phraseOf(i - 1); p != nil && p.last == i {
		if r.isVoice([2]int{p.first, p.last}) {
			return p.first
		}
		return -1
	}
	if _, known := r.kindIn([2]int{max(i-1, 0), i}); known && i > 1 && r.Tokens[i-2].POS == text.DET {
		return i - 2 // whatever the tagger takes it for
	}
	return -1
}

// interrupted returns what follows a tag that stands between two commas: "The road, he said, is closed."
func (r *reader) interrupted(s *statement, tag [2]int) ([2]int, bool) {
	end := r.Sentences[r.Tokens[s.cue.verb].Sentence].Last
	i := r.pastTimes(tag[1])
	if i+3 >= end || r.Tokens[i].Norm != "," || r.Tokens[tag[0]-1].Norm != "," || s.cue.kind != speech || tag[1] != s.cue.last {
		return [2]int{}, false
	}
	next := &r.Tokens[i+1]
	if next.Tag == text.VBG || next.Tag == text.VBN || next.Norm == `"` || next.Tag == text.WP || next.Tag == text.WDT || next.POS == text.SCONJ {
		return [2]int{}, false
	}
	rest := [2]int{i + 1, end}
	return rest, r.anyVerb(rest)
}

func isQuoteEnd(r *reader, i int) bool {
	q := r.quotationOf(i)
	return q != nil && q.last == i+1
}

// closedByMark reports whether a comma or the like ends the quotation, inside or after it.
func (r *reader) closedByMark(q *quotation, tag int) bool {
	return q.last < tag || q.last-q.first > 2 && r.Tokens[q.last-2].POS == text.PUNCT
}

// tag returns the range of the cue with its speaker where a comma, dash or quotation mark parts them from what stands before.
func (r *reader) tag(s *statement) ([2]int, bool) {
	v, begin := s.cue.verb, r.Sentences[r.Tokens[s.cue.verb].Sentence].First
	tag := [2]int{s.cue.first, s.cue.last}
	if form := r.Tokens[v].Tag; form == text.VBG || form == text.VB || form == text.VBN && r.Tokens[v].Lemma != "say" {
		return tag, false
	}
	if around := r.quotationOf(v); s.cue.passive || around != nil && around.last > v+1 && around.first < v {
		return tag, false
	}
	subject := r.Child(v, text.Nsubj)
	if first := r.described(s.cue.first, begin); first > 0 {
		tag[0] = first
		return tag, true
	}
	if p := r.phraseOf(s.cue.first - 1); p != nil && p.last == s.cue.first && subject < v {
		tag[0] = p.first
		if np := r.phraseOf(subject); subject >= begin && np != nil && np.first < p.first && !r.quoteBetween(np.first, p.first) {
			tag[0] = np.first // the words between describe the speaker
		}
	} else if subject >= begin && subject < v && r.phraseOf(subject) != nil && !r.quoteBetween(subject, v) {
		tag[0] = r.phraseOf(subject).first
	} else if p := r.phraseOf(s.cue.last); p != nil && p.first == s.cue.last {
		tag[1] = max(p.last, min(int(r.high[p.head]), r.Sentences[r.Tokens[v].Sentence].Last))
	} else {
		return tag, false
	}
	return tag, tag[0] > begin && r.parted(tag[0])
}

// longestDescription is how many words may describe a speaker between a quotation and its cue.
const longestDescription = 30

// described returns where a speaker begins that a comma closes before the cue at first, right after a quotation: `…," Ana
// Odo, a nurse from the camp, said`; 0 where none does.
func (r *reader) described(first, begin int) int {
	if first-1 <= begin || r.Tokens[first-1].Norm != "," {
		return 0
	}
	for i := first - 2; i > max(begin, first-longestDescription); i-- {
		if isQuoteEnd(r, i) {
			if p := r.phraseOf(i + 1); p != nil && p.first == i+1 && p.last < first {
				return i + 1
			}
			return 0
		}
	}
	return 0
}

func (r *reader) quoteBetween(first, last int) bool {
	for i := first; i < last; i++ {
		if r.Tokens[i].Norm == `"` {
			return true
		}
	}
	return false
}

// quotationAfterTag returns the quotation that goes on after the tag: `"We won," he said, "at last."`
func (r *reader) quotationAfterTag(i int) *quotation {
	for k := i; k < min(i+quoteReach, len(r.Tokens)) && r.Tokens[k].Sentence == r.Tokens[i-1].Sentence; k++ {
		if q := r.quotationOf(k); q != nil && q.first == k {
			return q
		}
		if r.Tokens[k].POS == text.VERB {
			break
		}
	}
	return nil
}

// isFree reports whether nothing that the cue could attribute follows it.
func (r *reader) isFree(s *statement, i int) bool {
	v := s.cue.verb
	for j := range r.Children(v) {
		if j > v && (r.Tokens[j].Rel == text.Ccomp || r.Tokens[j].Rel == text.Xcomp) {
			return false
		}
	}
	if i >= len(r.Tokens) || r.Tokens[i].Sentence != r.Tokens[v].Sentence || s.cue.has(toldSlot) || r.timeAt[i] {
		return true
	}
	switch t := &r.Tokens[i]; t.POS {
	case text.PUNCT, text.ADP, text.ADV:
		return t.Norm != ":"
	case text.SCONJ:
		return t.Norm != "that" && t.Norm != "if" && t.Norm != "whether"
	}
	return false
}

func (r *reader) anyVerb(p [2]int) bool {
	for i := p[0]; i < p[1]; i++ {
		if pos := r.Tokens[i].POS; pos == text.VERB || pos == text.AUX {
			return true
		}
	}
	return false
}
