package extract

import (
	"slices"

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
	actors, speaker := r.answering(a, first, last)
	stance := a.stance
	if r.negated(first) {
		if a.frame != "is" && a.frame != "behind" {
			return
		}
		stance = concord.Denies
	}
	r.hold(a, stance, actors, speaker, first, last)
}

// answering returns who is answerable, as tokens [first, last) say, and who says so, nil where that is said by nobody named or by those who
// answer. What more it says of others it claims at once.
func (r *reader) answering(a *accusation, first, last int) (actors []*phrase, speaker *phrase) {
	t := &r.Tokens[first]
	voice := r.auxPassive(first) || first > 0 && r.Tokens[first-1].Lemma == "stand" || t.Rel == text.Acl && t.Tag == text.VBN && !r.hasObject(first)
	speaker = r.accuser(first)
	switch a.frame {
	case "claimed":
		if voice && r.deedClaimed(first) {
			return slices.DeleteFunc(r.agentsAfter(last), func(p *phrase) bool { return !r.mayDo(p) }), nil
		}
		if !voice && speaker != nil && r.mayDo(speaker) && r.deedObject(last) {
			return r.withJoined(speaker), nil
		}
	case "helping":
		if r.Tokens[last-1].Tag == text.VBG {
			return r.withJoined(speaker), nil
		}
	case "self":
		if voice {
			return r.agentsAfter(last), nil
		}
		return r.withJoined(speaker), nil
	case "deed", "charge":
		return r.ownDeed(a, first, last, speaker), nil
	case "object", "onto", "deedof":
		return r.accusedBy(a, first, last, voice, speaker)
	case "behind":
		if r.deedObject(last) {
			return r.answerable(first)
		}
	case "is":
		return r.answerable(first)
	}
	return nil, nil
}

// deedClaimed reports whether what is claimed at verb i, in the passive, is a deed: "|the attack|, claimed by", "the bombing, which was claimed by".
func (r *reader) deedClaimed(i int) bool {
	what := r.Child(i, text.NsubjPass)
	if t := &r.Tokens[i]; t.Head >= 0 && (t.Rel == text.Acl || t.Rel == text.AclRelcl) {
		what = t.Head
	}
	return what >= 0 && r.eventOf[what] != nil && violence.has(r.eventOf[what].found.act)
}

// ownDeed returns those who deny or admit a deed of their own; what they deny or admit of others it claims.
func (r *reader) ownDeed(a *accusation, first, last int, speaker *phrase) []*phrase {
	if !r.deedFollows(a, last) {
		if p := r.chargedBefore(first, last, speaker); p != nil && a.stance == concord.Denies && !r.negated(first) {
			r.addBlame(a.stance, p, first, last, nil, true, "words "+a.words)
		}
		return nil
	}
	if other := r.doerDenied(a, first); other != nil {
		r.addBlame(a.stance, other, first, last, speaker, false, "words "+a.words)
		return nil
	}
	return r.withJoined(speaker)
}

// accusedBy returns whom the speaker accuses; those who accuse each other it claims.
func (r *reader) accusedBy(a *accusation, first, last int, voice bool, speaker *phrase) ([]*phrase, *phrase) {
	if r.mutual(last) {
		r.accuseEachOther(a, first, last)
		return nil, nil
	}
	if r.accusedOfElse(last) {
		return nil, nil
	}
	actors := r.accused(a, last, voice, speaker)
	switch {
	case len(actors) == 0:
		speaker = nil
	case voice:
		speaker = r.accusedByWhom(first, actors[len(actors)-1].last)
	}
	if a.frame == "deedof" && !r.deedOfFollows(actors, last) {
		return nil, nil
	}
	return actors, speaker
}

// hold makes the claim that each of the actors answers, or that they say so of themselves.
func (r *reader) hold(a *accusation, stance concord.Stance, actors []*phrase, speaker *phrase, first, last int) {
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
