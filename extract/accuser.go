package extract

import (
	"strings"

	"concord"
	"concord/text"
)

// accuseEachOther makes the claims of two who blame each other, as tokens [first, last) say, where both are named.
func (r *reader) accuseEachOther(a *accusation, first, last int) {
	p := r.endingBefore(first)
	if !r.mayAnswer(p) {
		return
	}
	if both := r.backJoined(p); len(both) == 2 {
		r.addBlame(a.stance, both[1], first, last, both[0], false, "words "+a.words)
		r.addBlame(a.stance, both[0], first, last, both[1], false, "words "+a.words)
	}
}

// mutual reports whether "each other" begins at token i.
func (r *reader) mutual(i int) bool {
	if i+1 >= len(r.Tokens) {
		return false
	}
	words := r.Tokens[i].Norm + " " + r.Tokens[i+1].Norm
	return words == "each other" || words == "one another"
}

// accuser returns who says what the verb at token i says: its subject, and the noun before a clause where that is "which" or "who"; nil for a
// deed or a weapon, of which it is only told: "a bomb blamed on the front".
func (r *reader) accuser(i int) *phrase {
	p := r.subjectPhrase(i)
	if before := r.relativeNoun(i); before != nil {
		p = before
	}
	if p == nil || r.eventOf[p.head] != nil || p.noun.class == arms || i > 0 && r.Tokens[i-1].Norm == "by" {
		return nil // "taken by suspected rebels"
	}
	return p
}

// accusedByWhom returns who accuses in the passive of the verb at token i, "was blamed |on Y| by X", whom the grammar may hang on Y, which ends before
// token last; nil where nobody is named.
func (r *reader) accusedByWhom(i, last int) *phrase {
	if p := r.phraseOf(r.Child(i, text.OblAgent)); p != nil {
		return p
	}
	if last+1 >= r.sentenceEnd(i) || r.Tokens[last].Norm != "by" || last < i {
		return nil
	}
	if p := r.startsAt(last+1, r.sentenceEnd(i)); r.mayAnswer(p) {
		return p
	}
	return nil
}

// relativeNoun returns what "who" or "which", as the subject right before the verb at token i, stands for; nil where neither stands there.
func (r *reader) relativeNoun(i int) *phrase {
	for i--; i > 1 && (r.Tokens[i].POS == text.AUX || r.Tokens[i].POS == text.ADV); i-- {
	}
	if i < 2 || r.Tokens[i].Norm != "who" && r.Tokens[i].Norm != "which" {
		return nil
	}
	if i--; r.Tokens[i].Norm == "," {
		i--
	}
	return r.phraseOf(i)
}

// principal returns for whom p speaks, where p is a spokesman of somebody named: "a spokesman for the front"; else p.
func (r *reader) principal(p *phrase) *phrase {
	if p == nil || p.actor == nil || p.actor.Organisation == "" || p.name != nil && p.name.Kind == text.PersonName {
		return p
	}
	switch r.Tokens[p.head].Lemma {
	case "spokesman", "spokeswoman", "spokesperson":
		body, q := *p.actor, *p
		body.Name, body.Kind = body.Organisation, concord.Organisation
		q.actor, q.noun = &body, noun{organisation, concord.Anyone}
		return &q
	}
	return p
}

// subjectPhrase returns the subject of the verb at token i, or of the verb that the word hangs on; nil where there is none.
func (r *reader) subjectPhrase(i int) *phrase {
	if r.Sentences[r.Tokens[i].Sentence].Parsed {
		if s := r.subject(i); s >= 0 && s != i {
			return r.phraseOf(s)
		}
	}
	s := r.Sentences[r.Tokens[i].Sentence]
	for j := i - 1; j >= s.First && j >= i-12; j-- {
		if t := &r.Tokens[j]; t.Norm == ";" || t.Norm == `"` {
			break
		}
		if p := r.phraseOf(j); p != nil && r.mayAnswer(p) && !r.afterPreposition(p.first) {
			return p
		}
	}
	return nil
}

// cuedAt returns the statement whose cue holds token i, or nil.
func (r *reader) cuedAt(i int) *statement {
	for _, s := range r.statements {
		if s.cue.first <= i && i < s.cue.last {
			return s
		}
	}
	return nil
}

// spokenBy puts the speaker that a phrase names before those who report what is said there.
func (r *reader) spokenBy(p *phrase, source []concord.Speaker) []concord.Speaker {
	name := r.nameOf(p)
	if len(source) > 0 && (strings.EqualFold(source[0].Name, name) || strings.HasSuffix(source[0].Name, " "+name)) {
		return source
	}
	if len(source) > 0 && source[0].Organisation == name {
		source = source[1:] // "the IRA" by its full name
	}
	span := r.mentionSpan(p)
	speaker := concord.Speaker{Name: name, Kind: concord.OtherSpeaker, Span: &span}
	if p.actor != nil {
		speaker.Role, speaker.Organisation = p.actor.Role, p.actor.Organisation
		if p.actor.Side != "" {
			speaker.Kind = p.actor.Side
		}
	}
	if p.pronoun {
		r.identify(&speaker, &statement{head: p.head, source: [2]int{p.first, p.last}, cue: cue{verb: p.head}}, p.head, 0)
	}
	return append([]concord.Speaker{speaker}, source...)
}
