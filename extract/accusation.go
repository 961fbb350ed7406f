package extract

import (
	"sync"

	"concord"
	"concord/lexicon"
	"concord/text"
)

// accusation is a row of lexicon/blame.tsv: words that say who is answerable.
type accusation struct {
	words  string
	stance concord.Stance
	frame  string // where the actor stands; lexicon/blame.tsv explains the frames
}

var accusations = sync.OnceValue(func() *lexicon.Phrases[*accusation] {
	phrases := lexicon.NewPhrases[*accusation]()
	for _, row := range lexicon.Table("blame") {
		a := &accusation{row.Get("words"), concord.Stance(row.Get("stance")), row.Get("frame")}
		phrases.Add(a.words, a)
	}
	return phrases
})

// blamesOf reads the words of one sentence that say who is answerable.
func (r *reader) blamesOf(sentence int) {
	s, words, form := r.Sentences[sentence], accusations(), r.dictionaryForm
	for i := s.First; i < s.Last; i++ {
		a, length := words.Match(form, i, s.Last)
		if length == 0 || !r.accuses(a, i) {
			continue
		}
		r.accuse(a, i, i+length)
		i += length - 1
	}
}

// accuses reports whether token i is used as the words of a ask: a verb, or what is said of a subject.
func (r *reader) accuses(a *accusation, i int) bool {
	t := &r.Tokens[i]
	switch a.frame {
	case "doer":
		return true
	case "is", "behind":
		return t.POS == text.ADJ || t.POS == text.ADP || t.POS == text.PART
	}
	return t.POS == text.VERB && !r.opensPhrase(i)
}

// accuse makes the claims of tokens [first, last), which say a.
func (r *reader) accuse(a *accusation, first, last int) {
	if a.stance == concord.Admits && r.nobody(first) {
		return
	}
	switch a.frame {
	case "doer":
		r.accuseDoer(a, first, last)
		return
	case "undone":
		r.undone(a, first, last)
		return
	}
	var actors []*phrase
	voice := r.auxPassive(first) || first > 0 && r.Tokens[first-1].Lemma == "stand"
	speaker := r.accuser(first)
	switch a.frame {
	case "claimed":
		if voice || speaker == nil || !r.mayDo(speaker) || !r.deedObject(last) {
			return
		}
		actors, speaker = r.withJoined(speaker), nil
	case "helping":
		if r.Tokens[last-1].Tag != text.VBG || r.negated(first) {
			return
		}
		actors, speaker = r.withJoined(speaker), nil
	case "self":
		actors, speaker = r.withJoined(speaker), nil
		if voice {
			actors = r.agentsAfter(last)
		}
	case "deed", "charge":
		if !r.deedFollows(a, last) {
			if p := r.chargedBefore(first, last, speaker); p != nil && a.stance == concord.Denies && !r.negated(first) {
				r.addBlame(a.stance, p, first, last, nil, true, "words "+a.words)
			}
			return
		}
		if other := r.doerDenied(a, first); other != nil {
			r.addBlame(a.stance, other, first, last, speaker, false, "words "+a.words)
			return
		}
		actors, speaker = r.withJoined(speaker), nil
	case "object", "onto", "deedof":
		if r.mutual(last) {
			r.accuseEachOther(a, first, last)
			return
		}
		if r.accusedOfElse(last) {
			return
		}
		if actors = r.accused(a, last, voice, speaker); voice || len(actors) == 0 {
			speaker = nil
		}
		if a.frame == "deedof" && !r.deedOfFollows(actors, last) {
			return
		}
	case "behind":
		if !r.deedObject(last) {
			return
		}
		actors, speaker = r.answerable(first)
	case "is":
		actors, speaker = r.answerable(first)
	}
	stance := a.stance
	if r.negated(first) {
		if a.frame != "is" && a.frame != "behind" {
			return
		}
		stance = concord.Denies
	}
	for _, p := range actors {
		if teller := r.tellerMeant(first, p); teller != nil && stance != concord.Admits {
			own := stance
			if own == concord.Blames {
				own = concord.Admits // "the group said it was behind the blast"
			}
			r.addBlame(own, teller, first, last, nil, true, "words "+a.words)
			continue
		}
		own, body := ownFrames[a.frame], r.principal(p)
		if own && body != p {
			own, speaker = false, p
		}
		r.addBlame(stance, body, first, last, speaker, own, "words "+a.words)
	}
}

// accusedOfElse reports whether what somebody is accused of, in a clause that begins after token last, is no deed of violence nor tells of
// one: "accused the army of hiding the toll".
func (r *reader) accusedOfElse(last int) bool {
	end := r.sentenceEnd(last - 1)
	for i := last; i+1 < min(end, last+10); i++ {
		if r.Tokens[i].Norm != "of" || r.Tokens[i+1].Tag != text.VBG && r.Tokens[i+1].POS != text.ADV {
			continue
		}
		for j := i + 1; j < end && r.Tokens[j].Norm != ";"; j++ {
			if r.eventOf[j] != nil {
				return false
			}
		}
		return true
	}
	return false
}

// ownFrames are the frames in which the actor speaks of itself.
var ownFrames = map[string]bool{"self": true, "deed": true, "charge": true, "claimed": true, "helping": true}

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
