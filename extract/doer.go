package extract

import (
	"concord"
)

// deedBefore returns the deed that is the subject of tokens [first, last), nil where their subject is none.
func (r *reader) deedBefore(first, last int) *phrase {
	for i := first; i < last; i++ {
		if p := r.subjectPhrase(i); p != nil && r.eventOf[p.head] != nil {
			return p
		}
	}
	return nil
}

// accuseDoer makes the claims of tokens [first, last), after which stands who did the deed that is their subject, where that is somebody's
// word or only supposed: "the raid is thought to be the work of Y".
func (r *reader) accuseDoer(a *accusation, first, last int) {
	deed := r.deedBefore(first, last)
	if deed == nil || !violence.has(r.eventOf[deed.head].found.act) || last >= r.sentenceEnd(first) {
		return
	}
	if !r.onlySupposed(first) && (len(r.sourceAt(first)) == 0 || r.Tokens[last-1].Norm == "by") {
		return
	}
	p := r.phraseOf(last)
	if p == nil {
		p = r.phraseOf(last + 1) // after "the" or "either"
	}
	if p == nil || p.first > last+1 || !r.mayAnswer(p) || !r.mayDo(p) {
		return
	}
	before := len(r.blames)
	for _, q := range r.withJoined(p) {
		r.addBlame(concord.Blames, q, first, last, nil, false, "words "+a.words)
	}
	for _, b := range r.blames[before:] {
		if b.event = r.eventOf[deed.head]; r.onlySupposed(first) || r.leftOpen(p) {
			b.claim.Modality = concord.Possible
		}
	}
}
