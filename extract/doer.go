package extract

import (
	"concord"
)

// accuseDoer makes the claims of tokens [first, last), after which stands who did the deed that is their subject, where that is somebody's
// word or only supposed: "the raid is thought to be the work of Y".
func (r *reader) accuseDoer(a *accusation, first, last int) {
	deed := r.subjectPhrase(first)
	for i := first; deed == nil && i < last; i++ {
		deed = r.subjectPhrase(i)
	}
	if deed == nil || r.eventOf[deed.head] == nil || !violence.has(r.eventOf[deed.head].found.act) || last+1 >= r.sentenceEnd(first) {
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
