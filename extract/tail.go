package extract

import "concord/text"

// tail returns the tokens between the last comma and the cue of a sentence that ends with the cue and whoever is told, where they name who
// speaks: "…, |a nurse and two farmers| told the agency". ok is false where a verb stands in them, or they name nobody.
func (r *reader) tail(c *cue) (p [2]int, ok bool) {
	s := r.Sentences[r.Tokens[c.verb].Sentence]
	if c.kind != speech || s.Last-c.last > 8 {
		return p, false
	}
	for i := c.last; i < s.Last; i++ {
		if t := &r.Tokens[i]; t.POS == text.VERB || t.POS == text.AUX || t.POS == text.SCONJ || t.Norm == ":" || t.Norm == `"` {
			return p, false
		}
	}
	for j := c.first - 1; j > s.First; j-- {
		t := &r.Tokens[j]
		if t.Norm == "," {
			p = [2]int{j + 1, c.first}
			break
		}
		if t.POS == text.VERB || t.POS == text.AUX || t.POS == text.SCONJ || t.POS == text.PRON {
			return p, false
		}
	}
	who := r.phraseOf(p[0])
	return p, p[0] > 0 && who != nil && who.first >= p[0] && who.last <= p[1] && r.maySpeak(who.head) && r.anyVerb([2]int{s.First, p[0]})
}

// tailContent takes what stands before the comma in front of a speaker and a cue that end the sentence, whatever the grammar makes of them.
func (r *reader) tailContent(s *statement) bool {
	p, ok := r.tail(&s.cue)
	if !ok || s.cue.passive {
		return false
	}
	return r.keep(s, [2]int{r.Sentences[r.Tokens[s.cue.verb].Sentence].First, p[0] - 1})
}

// withTrailing adds to a content before its cue the participle that goes on with it after the cue: "shells hit the port, the mayor said,
// |killing nine|". One that tells what somebody says goes on with the speaker.
func (r *reader) withTrailing(s *statement, content [][2]int) [][2]int {
	end := r.Sentences[r.Tokens[s.cue.verb].Sentence].Last
	last := content[len(content)-1]
	if s.cue.kind != speech || last[1] > s.cue.first || s.slot&(thatSlot|quoteSlot|bareSlot) == 0 || r.Tokens[last[0]].Sentence != r.Tokens[s.cue.verb].Sentence {
		return content
	}
	at := max(s.cue.last, s.source[1])
	if at+1 >= end || r.Tokens[at].Norm != "," || r.Tokens[at+1].Tag != text.VBG {
		return content
	}
	if _, says := r.cueAt(at + 1); says {
		return content
	}
	if h, ok := r.hitAt(at+1, end); !ok || !h.tells() {
		return content
	}
	if p := r.trim([2]int{at + 1, end}); p[0] < p[1] {
		return append(content, p)
	}
	return content
}
