package extract

import (
	"cmp"
	"slices"
	"strings"
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

// accidents are the rows of lexicon/accidents.tsv.
var accidents = sync.OnceValue(func() *lexicon.Phrases[bool] {
	phrases := lexicon.NewPhrases[bool]()
	for _, row := range lexicon.Table("accidents") {
		phrases.Add(row.Get("words"), true)
	}
	return phrases
})

// readBlames finds who is held answerable, by whom: in words for it, and in what speakers say was done by whom.
func (r *reader) readBlames() {
	for s := range r.Sentences {
		if r.Paragraphs[r.Sentences[s].Paragraph].Kind.Told() {
			r.blamesOf(s)
			r.apposedDenials(s)
			r.accidentsOf(s)
		}
	}
	for _, e := range r.events {
		r.blamesIn(e)
	}
	r.blames = slices.DeleteFunc(r.blames, func(b *blame) bool { return b.claim.Responsibility == nil })
	for _, b := range r.blames {
		if b.event != nil {
			b.account = b.event.account
		}
	}
	r.stances()
}

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
	if a.frame == "is" || a.frame == "behind" {
		return t.POS == text.ADJ || t.POS == text.ADP || t.POS == text.PART
	}
	return t.POS == text.VERB && !r.opensPhrase(i)
}

// accuse makes the claims of tokens [first, last), which say a.
func (r *reader) accuse(a *accusation, first, last int) {
	if a.stance == concord.Admits && r.nobody(first) {
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
		if teller := r.tellerMeant(first, p); teller != nil && stance == concord.Blames {
			r.addBlame(concord.Admits, teller, first, last, nil, true, "words "+a.words) // "the group said it was behind the blast"
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

// ownFrames are the frames in which the actor speaks of itself.
var ownFrames = map[string]bool{"self": true, "deed": true, "charge": true, "claimed": true}

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

// deedObject reports whether the noun phrase at token i, right after a verb or "behind", names a deed of violence, and no clause of its own
// begins there: "the blast", not "the blast killed ten".
func (r *reader) deedObject(i int) bool {
	p := r.startsAt(i, r.sentenceEnd(i-1))
	if p == nil {
		return false
	}
	e := r.eventOf[p.head]
	return e != nil && e.found.pos == 'n' && violence.has(e.found.act) && r.Tokens[p.head].Rel != text.Nsubj && r.Tokens[p.head].Rel != text.NsubjPass
}

// doerDenied returns who, as the verb at token i denies or admits, did it, where that is another than the speaker: "the police denied
// that soldiers had killed anybody", "the minister admitted that troops had"; nil where the speaker answers for himself.
func (r *reader) doerDenied(a *accusation, i int) *phrase {
	clause := r.Child(i, text.Ccomp)
	if clause < 0 || r.auxPassive(clause) {
		return nil
	}
	s := r.Child(clause, text.Nsubj)
	if s < 0 {
		return nil
	}
	if p := r.phraseOf(s); p != nil && !p.pronoun && r.mayDo(p) && (a.stance == concord.Denies || forces.has(p.noun.class)) {
		for j := p.first; j < p.head; j++ {
			if r.Tokens[j].Tag == text.PRPS {
				return nil // "its forces"
			}
		}
		return p
	}
	return nil
}

// chargedBefore returns who, in this sentence or the one before, is said to have done what the speaker denies with "it" after the verb that
// ends before token last: "Kyiv said Russia shelled the port. Moscow denied it"; nil where that was somebody else.
func (r *reader) chargedBefore(first, last int, speaker *phrase) *phrase {
	if speaker == nil || last >= r.sentenceEnd(first) {
		return nil
	}
	switch r.Tokens[last].Norm {
	case "it", "this", "that":
	default:
		return nil
	}
	if last+1 < r.sentenceEnd(first) && r.Tokens[last+1].POS != text.PUNCT {
		return nil
	}
	for _, b := range slices.Backward(r.blames) {
		q := r.phraseOf(r.TokenAt(b.claim.Actor.Start))
		if r.Tokens[b.head].Sentence >= r.Tokens[first].Sentence-1 && b.claim.Stance == concord.Blames && q != nil && r.sameSide(speaker, q) {
			return q
		}
	}
	for _, e := range slices.Backward(r.events) {
		if e.head > first || r.Tokens[e.head].Sentence < r.Tokens[first].Sentence-1 || !violence.has(e.found.act) {
			continue
		}
		for _, p := range r.doers(e) {
			if r.sameSide(speaker, p) {
				return p
			}
		}
	}
	return nil
}

// sameSide reports whether p, who speaks, is the actor q or speaks for it: the same name or country, or "the group" of an armed group.
func (r *reader) sameSide(p, q *phrase) bool {
	if c := r.countryOf(p); c != "" && c == r.countryOf(q) || strings.EqualFold(r.nameOf(p), r.nameOf(q)) {
		return true
	}
	return p.definite && p.name == nil && (p.noun.class.body() || r.Tokens[p.head].Lemma == "group") && (q.noun.class == group || q.actor != nil && q.actor.Kind == concord.ArmedGroup)
}

// countryOf returns the country whose state or capital p names, empty where it names neither.
func (r *reader) countryOf(p *phrase) string {
	if n := r.nationAt(p.head); n != nil {
		return n.Country
	}
	if p.place >= 0 && r.mentions.Places[p.place].Metonym {
		return r.mentions.Places[p.place].Country
	}
	return ""
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

// nobody reports whether the subject of token i is nobody: "no group has claimed responsibility".
func (r *reader) nobody(i int) bool {
	s := r.Sentences[r.Tokens[i].Sentence]
	for j := i - 1; j >= s.First && j >= i-8; j-- {
		switch r.Tokens[j].Norm {
		case "no", "nobody", "none", "neither", "not", "n't", "yet":
			return true
		case ",", ";", "but", "and":
			return false
		}
	}
	return false
}

// negated reports whether "not" stands with token i.
func (r *reader) negated(i int) bool {
	s := r.Sentences[r.Tokens[i].Sentence]
	for j := i - 1; j >= s.First && j >= i-3; j-- {
		switch r.Tokens[j].Norm {
		case "not", "n't", "never", "nor":
			return true
		}
	}
	return false
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

// mayAnswer reports whether a phrase stands for somebody who can be held answerable: named, or of a kind that is known.
func (r *reader) mayAnswer(p *phrase) bool {
	if p == nil || r.timeAt[p.head] || r.halfWord(p) {
		return false
	}
	c := p.noun.class
	return p.actor != nil || c.people() || c == aircraft || p.place >= 0 || p.name != nil && p.name.Kind != text.OtherName || p.pronoun
}

// withJoined returns p and the phrases joined to it by "and" or "or".
func (r *reader) withJoined(p *phrase) []*phrase {
	if p == nil {
		return nil
	}
	list := []*phrase{p}
	end := r.sentenceEnd(p.head)
	for at := p.last; at+1 < end; {
		switch r.Tokens[at].Norm {
		case "and", "or", ",", "nor":
		default:
			return list
		}
		q := r.phraseOf(at + 1)
		if q == nil || q.first > at+2 || !r.mayAnswer(q) || r.hasVerb(q.last) && r.Tokens[at].Norm != "or" {
			return list
		}
		list = append(list, q)
		at = q.last
	}
	return list
}

// turns are words that begin another clause, which does not say whom the one before accuses.
var turns = map[string]bool{"though": true, "although": true, "while": true, "whereas": true, "but": true, ";": true}

// accused returns whom the verb that ends before token last accuses.
func (r *reader) accused(a *accusation, last int, passive bool, subject *phrase) []*phrase {
	end := r.sentenceEnd(last - 1)
	if p := r.startsAt(last, end); a.frame == "onto" && !passive && r.mayAnswer(p) && p.last < end && r.Tokens[p.last].Norm == "for" {
		return r.withJoined(p) // "blamed rebels for shots on the road to the port"
	}
	if passive && subject != nil && last < end && r.Tokens[last].Norm == "for" {
		return r.withJoined(subject) // "they were blamed for the blast on the airliner"
	}
	if a.frame == "onto" {
		for i := last; i < end && i < last+14 && !turns[r.Tokens[i].Norm]; i++ {
			if w := r.Tokens[i].Norm; w == "on" || w == "to" || w == "at" {
				if p := r.phraseOf(i + 1); i+1 < end && r.mayAnswer(p) && !r.timeAt[p.head] && r.eventOf[p.head] == nil {
					return r.withJoined(p)
				}
			}
		}
	}
	if passive {
		if by := r.agentsAfter(last); a.frame == "onto" && subject != nil && r.eventOf[subject.head] != nil {
			return by
		}
		return r.withJoined(subject)
	}
	for i := last; i < end && i < last+4; i++ {
		p := r.phraseOf(i)
		if p == nil {
			continue
		}
		if !r.mayAnswer(p) {
			return nil
		}
		return r.withJoined(p)
	}
	return nil
}

// startsAt returns the phrase that begins at token i before token end, nil where none does.
func (r *reader) startsAt(i, end int) *phrase {
	if i >= end {
		return nil
	}
	if p := r.phraseOf(i); p != nil && p.first == i {
		return p
	}
	return nil
}

// agentsAfter returns those named by a "by" after token i.
func (r *reader) agentsAfter(i int) []*phrase {
	end := r.sentenceEnd(i - 1)
	for j := i; j+1 < end && j < i+8 && (r.Tokens[j].Tag != text.VB || r.Tokens[j].POS == text.AUX); j++ {
		if r.Tokens[j].Norm == "by" {
			if p := r.phraseOf(j + 1); r.mayAnswer(p) {
				return r.withJoined(p)
			}
		}
	}
	return nil
}

// answerable returns who "is responsible", or is held so and by whom.
func (r *reader) answerable(i int) (actors []*phrase, speaker *phrase) {
	s := r.Sentences[r.Tokens[i].Sentence]
	for j := i - 1; j >= s.First && j >= i-12; j-- {
		switch t := &r.Tokens[j]; {
		case t.Lemma == "hold" && t.POS == text.VERB && !r.auxPassive(j):
			if p := r.phraseOf(j + 1); r.mayAnswer(p) && p.last <= i {
				return r.withJoined(p), r.subjectPhrase(j)
			}
			return nil, nil
		case t.Lemma == "be" || t.Lemma == "hold":
			if p := r.endingBefore(j); r.mayAnswer(p) {
				return r.backJoined(p), nil
			}
			return nil, nil
		case t.POS == text.VERB || t.POS == text.NOUN:
			return nil, nil
		}
	}
	return nil, nil
}

// endingBefore returns the phrase that ends right before token i, auxiliaries and adverbs aside.
func (r *reader) endingBefore(i int) *phrase {
	first := r.Sentences[r.Tokens[i].Sentence].First
	for j := i - 1; j >= first; j-- {
		if p := r.phraseOf(j); p != nil {
			return p
		}
		if t := &r.Tokens[j]; t.POS != text.AUX && t.POS != text.ADV && t.POS != text.PART {
			return nil
		}
	}
	return nil
}

// backJoined returns p and what "and" or "or" joins to it from before.
func (r *reader) backJoined(p *phrase) []*phrase {
	list := []*phrase{p}
	for p.first >= 2 {
		if w := r.Tokens[p.first-1].Norm; w != "and" && w != "or" {
			break
		}
		q := r.phraseOf(p.first - 2)
		if q == nil || q.last != p.first-1 || !r.mayAnswer(q) {
			break
		}
		list = append([]*phrase{q}, list...)
		p = q
	}
	return list
}

// charges are nouns for what may be denied or admitted besides deeds.
var charges = map[string]bool{"responsibility": true, "involvement": true, "role": true, "accusation": true, "allegation": true, "charge": true,
	"claim": true, "report": true, "blame": true, "complicity": true, "part": true, "participation": true, "mistake": true, "error": true, "guilt": true, "link": true, "finding": true}

// deedFollows reports whether an event, or an accusation, is what the verb before token i is about.
func (r *reader) deedFollows(a *accusation, i int) bool {
	end := r.sentenceEnd(i - 1)
	for j := i; j < end && j < i+10; j++ {
		t := &r.Tokens[j]
		switch {
		case t.Norm == ";" || t.Norm == ",":
			return false
		case charges[t.Lemma] && (t.POS == text.NOUN) && (a.frame == "deed" || t.Lemma == "accusation" || t.Lemma == "allegation" || t.Lemma == "charge" || t.Lemma == "claim" || t.Lemma == "finding"):
			return true
		case a.frame == "deed" && r.eventOf[j] != nil && violence.has(r.eventOf[j].found.act):
			return a.stance != concord.Admits || t.Lemma != "death" && t.Lemma != "casualty" && t.Lemma != "fatality"
		}
	}
	return false
}

// deedOfFollows reports whether "for" and a deed of violence follow the actors: "condemned Y for shelling the town".
func (r *reader) deedOfFollows(actors []*phrase, last int) bool {
	if len(actors) == 0 {
		return false
	}
	at := actors[len(actors)-1].last
	end := r.sentenceEnd(last - 1)
	if at >= end || r.Tokens[at].Norm != "for" && r.Tokens[at].Norm != "over" {
		return false
	}
	for j := at; j < end && j < at+6; j++ {
		if e := r.eventOf[j]; e != nil && violence.has(e.found.act) {
			return true
		}
	}
	return false
}

// addBlame makes the claim that p is answerable, as tokens [first, last) say; speaker says so where the sentence names one, p
// itself where the words are its own.
func (r *reader) addBlame(stance concord.Stance, p *phrase, first, last int, speaker *phrase, own bool, why string) {
	if stance != concord.Denies && !r.namesSomebody(p) {
		return
	}
	from, to := min(first, p.first), max(last, p.last)
	if speaker != nil && speaker.last <= first {
		from = min(from, speaker.first)
	}
	e := r.eventAbout(first, last, p)
	if e != nil && r.Tokens[e.head].Sentence == r.Tokens[first].Sentence {
		to = max(to, e.found.last)
	}
	source := r.sourceAt(first)
	if cued := r.cuedAt(first); cued != nil {
		source = r.chain(cued)
	}
	if len(source) > 0 && (source[0].Name == "who" || source[0].Name == "which") {
		source = source[1:]
	}
	actor := r.answerer(p)
	switch {
	case own && p.pronoun && len(source) > 0:
		actor.Name = source[0].Name // "it denied killing anybody"
	case own:
		source = r.spokenBy(p, source)
	case speaker != nil && speaker != p && len(source) == 0:
		source = r.spokenBy(speaker, source)
	case speaker != nil && speaker != p && strings.EqualFold(source[0].Name, r.nameOf(p)):
		source = r.spokenBy(speaker, source[1:]) // "they blamed each other"
	}
	modality, _ := r.modalityOf(first)
	if modality == concord.Denied {
		modality = concord.Asserted
	}
	b := &blame{head: first, event: e}
	span := r.Span(from, to)
	b.claim = concord.Claim{Kind: concord.ResponsibilityClaim, Quote: concord.QuoteOf(r.Text, span), Source: source, Modality: modality,
		Rule: "responsibility/" + string(stance), Confidence: 0.8,
		Responsibility: &concord.Responsibility{Actor: actor, Stance: stance}}
	b.claim.Trace = concord.Trace{Rule: b.claim.Rule, Why: r.Words(first, last), Parts: []concord.Trace{{Rule: why}, {Rule: "actor", Why: r.Words(p.first, p.last)}}}
	if !r.saidAlready(b) {
		r.blames = append(r.blames, b)
	}
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
	return append([]concord.Speaker{speaker}, source...)
}

// namesSomebody reports whether p says who it was: "gunmen" and "attackers" are nobody.
func (r *reader) namesSomebody(p *phrase) bool {
	if p.pronoun {
		_, ok := r.Antecedent(p.head)
		return ok
	}
	switch p.noun.class {
	case gunman, criminal, mobster:
		return p.name != nil
	}
	if p.actor != nil || p.name != nil || p.place >= 0 {
		return true
	}
	switch p.noun.class {
	case person, civilian, child, woman, protester, arms, noClass:
		return false
	}
	if p.noun.class == aircraft {
		return r.Tokens[p.first].Tag != text.PRPS && r.Tokens[p.first].POS != text.DET && p.head > p.first
	}
	return true
}

// saidAlready reports whether the same source has said the same of the same actor about the same event, or in the same sentence about
// another of the same happening.
func (r *reader) saidAlready(b *blame) bool {
	return slices.ContainsFunc(r.blames, func(c *blame) bool {
		same := c.event == b.event || c.event != nil && b.event != nil && c.event.account == b.event.account && r.Tokens[c.head].Sentence == r.Tokens[b.head].Sentence
		return same && c.claim.Stance == b.claim.Stance && strings.EqualFold(c.claim.Responsibility.Actor.Name, b.claim.Responsibility.Actor.Name) &&
			sameSource(c.claim.Source, b.claim.Source)
	})
}

// eventAbout returns the event that tokens [first, last) hold the actor p answerable for: the next one in the sentence, else
// the last one before, else the last one of violence before the sentence.
func (r *reader) eventAbout(first, last int, p *phrase) *event {
	s := r.Sentences[r.Tokens[first].Sentence]
	for i := last; i < s.Last; i++ {
		if e := r.eventOf[i]; e != nil && (i < p.first || i >= p.last) {
			return e
		}
	}
	for i := first - 1; i >= s.First; i-- {
		if e := r.eventOf[i]; e != nil && (i < p.first || i >= p.last) {
			return e
		}
	}
	return r.eventBefore(s.First)
}

// blamesIn makes claims of the agents of e where a speaker tells of it: what somebody says was done by Y blames Y, or
// admits it where it is the speaker's own doing.
func (r *reader) blamesIn(e *event) {
	source := r.sourceAt(e.head)
	if over := r.statementAt[e.head]; over != nil && (over.claim.Act == concord.Deny || over.claim.Act == concord.Reject) {
		return
	}
	if !violence.has(e.found.act) || e.claim.Modality != concord.Asserted && e.claim.Modality != concord.Possible {
		return
	}
	if p := r.speakerDoing(e); p != nil && len(source) > 0 {
		r.addAgent(e, concord.Admits, e.claim.Modality, p, concord.Actor{Name: source[0].Name, Kind: r.kindOf(p), Span: r.mentionSpan(p)}, source)
	}
	for _, p := range r.doers(e) {
		stance, source := concord.Blames, source
		modality, actors := e.claim.Modality, r.alternatives(p)
		supposed := r.supposed(e, p)
		if len(source) == 0 && !supposed {
			continue
		}
		if len(source) > 0 && r.speaksOfItself(source, p) {
			if stance = concord.Admits; r.ordered(e) {
				if stance, source = concord.Blames, source[1:]; len(source) == 0 {
					continue // "he ordered his men to fire" is another's word
				}
			} else if r.owned(p) {
				actors = []concord.Actor{ownForces(source[0], actors[0])}
			}
		}
		if len(actors) > 1 || r.leftOpen(p) || supposed {
			modality = concord.Possible
		}
		for _, actor := range actors {
			r.addAgent(e, stance, modality, p, actor, source)
		}
	}
}

// ordered reports whether e is what a speaker demands.
func (r *reader) ordered(e *event) bool {
	s := r.statementAt[e.head]
	return s != nil && s.claim.Act == concord.Demand
}

// owned reports whether a pronoun says whose the people of p are: "its fighters".
func (r *reader) owned(p *phrase) bool {
	return slices.ContainsFunc(r.Tokens[p.first:p.head], func(t text.Token) bool { return t.Tag == text.PRPS })
}

// ownForces names those whose forces did what the speaker admits: "its fighters" are the group's that says so.
func ownForces(s concord.Speaker, forces concord.Actor) concord.Actor {
	kind := map[concord.SpeakerKind]string{concord.ArmedGroupSpeaker: "organisation", concord.ArmedForce: "state", concord.Official: "state"}[s.Kind]
	if kind != "" && isName(cmp.Or(s.Organisation, s.Name)) {
		forces.Name, forces.Kind = cmp.Or(s.Organisation, s.Name), kind
	}
	return forces
}

// supposed reports whether p, named after "by", is only supposed to have done e: "a mine believed to have been laid by rebels".
func (r *reader) supposed(e *event, p *phrase) bool {
	if p.first == 0 || r.Tokens[p.first-1].Norm != "by" {
		return false
	}
	for i := p.first - 2; i > max(0, p.first-8) && r.Tokens[i].POS != text.NOUN && r.Tokens[i].POS != text.PUNCT; i-- {
		if g, ok := r.governorAt(i); ok && g.modality == concord.Possible {
			return true
		}
	}
	return false
}

// speakerDoing returns the speaker who says that he did e, as a pronoun for its subject tells: "the group said it had fired the rockets";
// nil where another did it, or where it is nobody with arms.
func (r *reader) speakerDoing(e *event) *phrase {
	if e.found.pos == 'n' || r.isHabit(e.head) {
		return nil
	}
	for _, x := range e.args {
		if x.role == agent {
			if p := r.tellerMeant(e.head, x.phrase); p != nil {
				return p
			}
		}
	}
	return nil
}

// isHabit reports whether the verb at token i tells what somebody does in general: "it only targets soldiers".
func (r *reader) isHabit(i int) bool {
	if tag := r.Tokens[i].Tag; tag != text.VBZ && tag != text.VBP && tag != text.NNS || i == 0 {
		return false
	}
	switch r.Tokens[i-1].Norm {
	case "only", "never", "always":
		return true
	}
	return false
}

// tellerMeant returns the speaker of the statement over token i whom pronoun q stands for; nil where it is another, or nobody with arms.
func (r *reader) tellerMeant(i int, q *phrase) *phrase {
	s := r.statementAt[i]
	if s == nil || s.head < 0 || s.cue.kind != speech {
		return nil
	}
	if p := r.phraseOf(s.head); p != nil && r.mayDo(p) && r.meansSpeaker(q, p, s) {
		return p
	}
	return nil
}

// meansSpeaker reports whether pronoun q, in what p says, stands for p: nothing else in the statement goes before it.
func (r *reader) meansSpeaker(q, p *phrase, s *statement) bool {
	if !q.pronoun || q.head != q.first {
		return false
	}
	switch r.Tokens[q.head].Norm {
	case "we", "i":
		return true
	case "it":
		return !p.plural && q.first <= s.content[0][0]+1
	case "they":
		return (p.plural || p.noun.class.body()) && q.first <= s.content[0][0]+1
	}
	return false
}

// doers returns those whom the report has do e, aircraft and those named after "by" among them.
func (r *reader) doers(e *event) []*phrase {
	var list []*phrase
	add := func(p *phrase) {
		if p != nil && !r.halfWord(p) && r.namesSomebody(p) && r.mayDo(p) && !slices.Contains(list, p) && !r.speaks(p.head) && !r.isAlternative(p) && !r.suffers(e, p) {
			list = append(list, p)
		}
	}
	for _, x := range e.args {
		if x.role == agent && (x.how != whoseArms || !slices.ContainsFunc(list, func(p *phrase) bool { return p.first <= x.phrase.head && x.phrase.head < p.last })) {
			add(x.phrase)
		}
	}
	if e.found.pos == 'v' && !r.auxPassive(e.head) {
		if p := r.subjectPhrase(e.head); p != nil && p.noun.class == aircraft {
			add(p)
		}
	}
	if e.found.pos == 'n' || r.auxPassive(e.head) {
		for _, p := range r.agentsAfter(e.found.last) {
			add(p)
		}
	}
	return list
}

// speaksOfItself reports whether the phrase means the speaker or its own forces.
func (r *reader) speaksOfItself(source []concord.Speaker, p *phrase) bool {
	for i := p.first; i <= p.head; i++ {
		switch r.Tokens[i].Norm {
		case "its", "our", "we", "his", "their":
			return true
		}
	}
	name := strings.ToLower(r.nameOf(p))
	own := strings.ToLower(source[0].Organisation)
	return strings.EqualFold(source[0].Name, name) || own != "" && (strings.Contains(own, name) || strings.Contains(name, own))
}

// addAgent makes the claim that the actor did e.
func (r *reader) addAgent(e *event, stance concord.Stance, modality concord.Modality, p *phrase, actor concord.Actor, source []concord.Speaker) {
	span := r.eventSpan(e)
	span = concord.Span{Start: min(span.Start, actor.Start), End: max(span.End, actor.End)}
	b := &blame{head: e.head, event: e}
	b.claim = concord.Claim{Kind: concord.ResponsibilityClaim, Quote: concord.QuoteOf(r.Text, span), Source: source, Modality: modality,
		Rule: "responsibility/agent", Confidence: 0.7, Responsibility: &concord.Responsibility{Actor: actor, Stance: stance}}
	b.claim.Trace = concord.Trace{Rule: b.claim.Rule, Why: r.Words(e.found.first, e.found.last), Parts: []concord.Trace{{Rule: "agent", Why: r.Words(p.first, p.last)}}}
	if !r.saidAlready(b) {
		r.blames = append(r.blames, b)
	}
}

// mayDo reports whether a phrase stands for somebody with arms, and not for one of those who report of them.
func (r *reader) mayDo(p *phrase) bool {
	if p.actor != nil {
		switch p.actor.Side {
		case concord.Media, concord.Monitor, concord.Rescue, concord.MedicalVoice, concord.NGO, concord.UN, concord.Witness, concord.Unnamed:
			return false
		}
	}
	switch p.noun.class {
	case army, group, government, aircraft:
		return true
	case fighter, soldier, police:
		return p.plural || p.name != nil
	}
	return p.actor != nil && (p.actor.Kind == concord.State || p.actor.Kind == concord.ArmedGroup) || p.name != nil && p.name.Kind == text.PersonName || r.nationAt(p.head) != nil
}

// suffers reports whether e befell those whom p names.
func (r *reader) suffers(e *event, p *phrase) bool {
	return slices.ContainsFunc(r.struck, func(f *figure) bool { return f.event == e && f.tally.head == p.head })
}

// speaks reports whether token i stands in the words for the speaker of a statement.
func (r *reader) speaks(i int) bool {
	return slices.ContainsFunc(r.statements, func(s *statement) bool { return s.source[0] <= i && i < s.source[1] })
}

// isAlternative reports whether "or" joins a phrase that only names a nation to the phrase after it: "Russian or Syrian jets".
func (r *reader) isAlternative(p *phrase) bool {
	return p.last+1 < r.sentenceEnd(p.head) && r.Tokens[p.last].Norm == "or" && r.nationAt(p.head) != nil && r.nationAt(p.last+1) != nil
}

// nationAt returns the mention of a nation or a state's forces that token i stands in, or nil.
func (r *reader) nationAt(i int) *concord.ActorMention {
	if r.actorAt[i] == 0 {
		return nil
	}
	if a := &r.mentions.Actors[r.actorAt[i]-1]; a.Country != "" && (a.Kind == concord.Nationality || a.Kind == concord.State || a.Kind == concord.OtherActor) {
		return a
	}
	return nil
}

// alternatives returns the actors that a phrase leaves open: "Russian or Syrian warplanes", "warplanes either Russian or
// Syrian"; the one that it names where it leaves nothing open.
func (r *reader) alternatives(p *phrase) []concord.Actor {
	var list []concord.Actor
	begin, end := p.first, min(r.sentenceEnd(p.head), p.last+4)
	if begin >= 2 && r.Tokens[begin-1].Norm == "or" {
		begin -= 2
	}
	or := false
	for i := begin; i < end; i++ {
		or = or || r.Tokens[i].Norm == "or"
		if n := r.nationAt(i); n != nil && (len(list) == 0 || list[len(list)-1].Span != n.Span) {
			list = append(list, concord.Actor{Name: stateName(n), Kind: "state", Span: n.Span})
		}
	}
	if or && len(list) > 1 {
		return list
	}
	return []concord.Actor{r.answerer(p)}
}

// answerer returns p as one who answers for a deed: for aircraft the state whose they are, where their words name it.
func (r *reader) answerer(p *phrase) concord.Actor {
	found := concord.Actor{Name: r.nameOf(p), Kind: r.kindOf(p), Span: r.mentionSpan(p)}
	if p.noun.class != aircraft {
		return found
	}
	for i := p.first; i < p.head; i++ {
		if n := r.nationAt(i); n != nil && r.Tokens[i+1].Norm != "-" {
			found.Name, found.Kind = stateName(n), "state"
			break
		}
	}
	return found
}

// stateName returns the state's own name for a word for its people, the actor's name for its government and forces.
func stateName(n *concord.ActorMention) string {
	if country := lexicon.Country(n.Country); country != "" && n.Kind != concord.State {
		return country
	}
	return n.Name
}

// accidentsOf reads the words of a sentence that say a deed was not meant.
func (r *reader) accidentsOf(sentence int) {
	s, words := r.Sentences[sentence], accidents()
	for i := s.First; i < s.Last; i++ {
		if _, length := words.Match(r.norm, i, s.Last); length > 0 {
			r.unmeant(i, i+length)
			return
		}
	}
}

// unmeant makes the claim that tokens [first, last) say the nearest deed of the sentence was not meant.
func (r *reader) unmeant(first, last int) {
	e := r.deedNear(first)
	if e == nil {
		return
	}
	for _, x := range e.args {
		if x.role == agent && (r.namesSomebody(x.phrase) || x.phrase.pronoun) {
			r.addUnmeant(e, x.phrase, first, last)
		}
	}
}

// deedNear returns the event of violence with somebody who did it that stands nearest to token i in its sentence.
func (r *reader) deedNear(i int) *event {
	var near *event
	for _, e := range r.events {
		if r.Tokens[e.head].Sentence != r.Tokens[i].Sentence || !violence.has(e.found.act) || !slices.ContainsFunc(e.args, func(x argument) bool { return x.role == agent }) {
			continue
		}
		if near == nil || distance(e.head, i) < distance(near.head, i) {
			near = e
		}
	}
	return near
}

func (r *reader) addUnmeant(e *event, p *phrase, first, last int) {
	b := &blame{head: first, event: e}
	span := r.Span(min(first, e.found.first, p.first), max(last, e.found.last))
	b.claim = concord.Claim{Kind: concord.ResponsibilityClaim, Quote: concord.QuoteOf(r.Text, span), Source: r.sourceAt(first), Modality: concord.Asserted,
		Rule: "responsibility/unintentional", Confidence: 0.7,
		Responsibility: &concord.Responsibility{Actor: r.answerer(p), Stance: concord.Unintentional}}
	b.claim.Trace = concord.Trace{Rule: b.claim.Rule, Why: r.Words(first, last), Parts: []concord.Trace{{Rule: "actor", Why: r.Words(p.first, p.last)}}}
	if !r.saidAlready(b) {
		r.blames = append(r.blames, b)
	}
}

// stances tells the perpetrators of accounts who is blamed, admits or denies from those whom the report itself names.
func (r *reader) stances() {
	for _, b := range r.blames {
		if b.account == nil || b.claim.Modality != concord.Asserted && b.claim.Modality != concord.Possible {
			continue
		}
		b.account.answer(b, b.claim.Responsibility.Actor.Of(r.Text))
	}
}

// perpetratorStance is what a responsibility claim makes of a perpetrator.
var perpetratorStance = map[concord.Stance]string{concord.Blames: "blamed", concord.Admits: "admitted", concord.Denies: "denied"}

// answer notes b among the account's perpetrators.
func (a *account) answer(b *blame, mention string) {
	stance := perpetratorStance[b.claim.Stance]
	if stance == "" {
		return
	}
	actor := b.claim.Responsibility.Actor
	if slices.ContainsFunc(a.Victims, func(v concord.Victim) bool { return v.Name != nil && sameWords(*v.Name, actor.Name) }) {
		return
	}
	known := false
	for i := range a.Perpetrators {
		p := &a.Perpetrators[i]
		within := actor.Span.Contains(p.Span)      // "Russian warplanes"
		whose := within && actor.Kind == "unknown" // "regime warplanes"
		if !strings.EqualFold(p.Name, actor.Name) && !whose {
			continue
		}
		if known = true; b.claim.Stance == concord.Admits || p.Stance == "asserted" && within || p.Stance == "denied" && stance == "blamed" {
			p.Stance = stance
		}
	}
	if known || actor.Kind == "unknown" || actor.Kind == "person" && b.claim.Stance == concord.Denies {
		return // a spokesman who denies it did nothing himself
	}
	a.Perpetrators = append(a.Perpetrators, concord.Perpetrator{Name: actor.Name, Mention: mention, Kind: actor.Kind, Span: actor.Span, Stance: stance})
}
