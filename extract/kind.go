package extract

import (
	"fmt"
	"slices"
	"sync"

	"concord"
	"concord/lexicon"
	"concord/text"
)

// kind is a family of types that the model tells apart: the usual type, and others of which the rules may say that it is one.
type kind struct {
	usual  concord.EventType
	others []concord.EventType
}

func (k *kind) has(t concord.EventType) bool { return t == k.usual || slices.Contains(k.others, t) }

// kindClasses are the classes of the model, in the order of its weights.
var kindClasses = [...]kind{
	{usual: concord.ArmedClash}, {usual: concord.GovernmentRegainsTerritory}, {usual: concord.NonStateActorOvertakesTerritory},
	{usual: concord.AirStrike}, {usual: concord.Shelling}, {usual: concord.SuicideBomb}, {usual: concord.Bombing}, {usual: concord.Grenade},
	{usual: concord.ChemicalWeapon}, {usual: concord.AttackOnCivilians}, {usual: concord.SexualViolence}, {usual: concord.Abduction},
	{usual: concord.PeacefulProtest}, {usual: concord.ProtestWithIntervention}, {usual: concord.ExcessiveForceAgainstProtesters},
	{usual: concord.ViolentDemonstration}, {usual: concord.MobViolence}, {usual: concord.Arrest}, {usual: concord.ChangeToGroup},
	{usual: concord.DisruptedWeaponsUse}, {usual: concord.BaseEstablished}, {usual: concord.NonViolentTransferOfTerritory},
	{usual: concord.NaturalDisaster}, {usual: concord.ManMadeDisaster},
	{concord.AgreementMade, []concord.EventType{concord.Talks, concord.PrisonerRelease, concord.CeasefireAgreed, concord.CeasefireDeclared,
		concord.CeasefireInEffect, concord.CeasefireExtended}},
	{concord.LootingOrDestruction, []concord.EventType{concord.Arson, concord.Robbery, concord.Hijacking}},
	{concord.OrganisedCrime, []concord.EventType{concord.Robbery, concord.Hijacking}},
	{concord.Sanction, []concord.EventType{concord.DiplomaticBreak, concord.Mediation, concord.TalksFailed, concord.CeasefireProposed}},
	{concord.OtherStrategic, []concord.EventType{concord.Mobilisation, concord.Displacement, concord.Siege, concord.Evacuation,
		concord.AidDelivered, concord.AidBlocked, concord.CeasefireViolated, concord.CeasefireSuspended, concord.CeasefireEnded}},
}

// kindOfType returns the class of the model whose usual type t is, else the first that has it; -1 where none has.
func kindOfType(t concord.EventType) int {
	if i := slices.IndexFunc(kindClasses[:], func(k kind) bool { return k.usual == t }); i >= 0 {
		return i
	}
	return slices.IndexFunc(kindClasses[:], func(k kind) bool { return k.has(t) })
}

// settleKinds gives what the report tells first the type that the model of kinds holds for likeliest: the rules of typing.go know the
// words of lexicon/triggers.tsv, the model weighs all words and what the rules made of them.
func (r *reader) settleKinds() {
	if len(r.accounts) == 0 {
		return
	}
	a := r.accounts[0]
	at := r.Tokens[a.events[0].head].Sentence
	if a.Modality != concord.Asserted || a.events[0].found.act == ceasefire || r.typedByWord(a) {
		return
	}
	model := r.models["kind"]
	if model == nil {
		return
	}
	var s sheet
	r.weighKind(&s, a.events, a.Type, at)
	if k, p := r.likeliestKind(model, &s); !kindClasses[k].has(a.Type) && (p >= surelyOther || len(r.Sentences) <= shortReport && p >= maybeOther) {
		r.explainKind(model, a, at, k, p)
		a.Type = kindClasses[k].usual
	}
}

// typedByWord reports whether the words for what an account tells leave no doubt of its type: a hijacking is one whatever else is said of it,
// and so are air strikes that a longer report tells of.
func (r *reader) typedByWord(a *account) bool {
	if !slices.ContainsFunc(a.events, func(e *event) bool { return !r.isTrial(e.head) }) {
		return true
	}
	main := r.picture(a.events).main
	return main == hijack || main == airstrike && a.Type == concord.AirStrike && len(r.Sentences) > shortReport
}

// explainKind writes into the trace of an account's first event why it is held to be of class k: the features that counted most.
func (r *reader) explainKind(model *weights, a *account, sentence, k int, probability float64) {
	s := sheet{named: true}
	r.weighKind(&s, a.events, a.Type, sentence)
	why := fmt.Sprintf("probability %.2f, not %s", probability, a.Type)
	a.events[0].because("kind "+string(kindClasses[k].usual), why, model.reasons(&s, k), func(weight float64) float64 { return weight })
}

// likeliestKind returns the likeliest class of a sheet of which some word of the report gives evidence, with its probability.
func (r *reader) likeliestKind(model *weights, s *sheet) (int, float64) {
	var p [len(kindClasses)]float64
	model.scores(s, p[:])
	softmax(p[:])
	told := r.toldByWords()
	for k := range kindClasses {
		if some, needs := ownWords[kindClasses[k].usual]; needs && !told.any(some) && (some != conquest || len(r.accounts) > 0) {
			p[k] = 0
		}
	}
	best := likeliest(p[:])
	return best, p[best]
}

// ownWords are the acts of one of which a word must stand in a report of such a kind, whatever the model has learned of all others.
var ownWords = map[concord.EventType]acts{concord.AirStrike: actsOf(airstrike), concord.SuicideBomb: actsOf(suicide), concord.ChemicalWeapon: actsOf(chemical),
	concord.NaturalDisaster: actsOf(natural), concord.GovernmentRegainsTerritory: conquest, concord.NonStateActorOvertakesTerritory: conquest}

// conquest are the acts of which one is told where land changes hands. A headline that tells of none may say so without: "plants flag in Daraa".
var conquest = actsOf(take, leave, offensive, siege, surrender)

// toldByWords returns the acts that words of the report tell of, in whatever sense.
func (r *reader) toldByWords() (told acts) {
	table := triggers()
	for i := range r.Tokens {
		for _, word := range [...]string{r.Tokens[i].Lemma, r.Tokens[i].Norm} {
			for _, t := range table.Get(word) {
				told = told.with(t.act)
			}
		}
	}
	return told
}

// weighKind writes the features that tell what kind of happening the events in a sentence are: what the rules make of them, and the words
// of the sentence and of the next with what they stand for.
func (r *reader) weighKind(s *sheet, events []*event, rule concord.EventType, sentence int) {
	s.reset()
	s.add("bias")
	s.add("rule", string(rule))
	p := r.picture(events)
	s.add("main", p.main.String())
	for a := noAct + 1; a < actCount; a++ {
		if p.acts.has(a) {
			s.add("act", a.String())
		}
		if p.signals.has(a) {
			s.add("signal", a.String())
		}
	}
	for c := range classCount {
		if p.agents.has(c) {
			s.add("agent", className(c))
			s.add("main agent", p.main.String(), className(c))
		}
		if p.patients.has(c) {
			s.add("patient", className(c))
			s.add("main patient", p.main.String(), className(c))
		}
		if p.parties.has(c) {
			s.add("party", className(c))
		}
		if p.instruments.has(c) {
			s.add("instrument", className(c))
		}
	}
	for _, e := range r.events {
		if r.Tokens[e.head].Sentence == sentence {
			s.add("told", e.found.act.String())
		}
	}
	r.weighWords(s, "", sentence)
	r.weighPhrases(s, sentence)
	r.weighSenses(s, sentence)
	if next := sentence + 1; next < len(r.Sentences) && r.Sentences[next].Paragraph == r.Sentences[sentence].Paragraph {
		r.weighWords(s, "next ", next)
	}
}

// weighWords notes the words of a sentence, each two that stand side by side, and who and what its verbs go with.
func (r *reader) weighWords(s *sheet, where string, sentence int) {
	before := "^"
	for i := r.Sentences[sentence].First; i < r.Sentences[sentence].Last; i++ {
		word := r.kindWord(i)
		if word == "" || word == before {
			continue
		}
		s.add(where+"word", word)
		s.add(where+"words", before, word)
		before = word
		if r.Tokens[i].POS == text.VERB {
			r.weighVerb(s, where, i)
		}
	}
}

// senses are the rows of lexicon/senses.tsv: what a word stands for.
var senses = sync.OnceValue(func() *lexicon.Phrases[string] {
	phrases := lexicon.NewPhrases[string]()
	for _, row := range lexicon.Table("senses") {
		phrases.Add(row.Get("words"), row.Get("sense"))
	}
	return phrases
})

// mostSenses is how many of a sentence's words and things are put in pairs.
const mostSenses = 16

// weighSenses notes what the words of a sentence stand for, by lexicon/senses.tsv or as people and things, and each two of these in their
// order: "soldiers … take … from … rebels" in whatever words.
func (r *reader) weighSenses(s *sheet, sentence int) {
	var list [mostSenses]string
	n := 0
	lemma := func(i int) string { return r.Tokens[i].Lemma }
	for i, last := r.Sentences[sentence].First, r.Sentences[sentence].Last; i < last && n < mostSenses; i++ {
		sense, length := senses().Match(lemma, i, last)
		if length > 0 {
			s.add("sense", sense)
			i += length - 1
		} else if p := r.phraseOf(i); p != nil && p.head == i && p.noun.class != noClass {
			sense = className(p.noun.class)
		}
		if sense == "" || n > 0 && list[n-1] == sense {
			continue
		}
		if n > 0 {
			s.add("senses", list[n-1], sense)
		}
		for _, before := range list[:n] {
			s.add("pair", before, sense)
		}
		list[n] = sense
		n++
	}
}

// weighPhrases notes what kinds of people, things and weapons a sentence names, and the words beside them.
func (r *reader) weighPhrases(s *sheet, sentence int) {
	in := r.Sentences[sentence]
	for i := in.First; i < in.Last; i++ {
		p := r.phraseOf(i)
		if p == nil || p.head != i || p.noun.class == noClass {
			continue
		}
		c := className(p.noun.class)
		s.add("class", c)
		if p.first > in.First {
			s.add("before class", r.kindWord(p.first-1), c)
		}
		if p.last < in.Last {
			s.add("after class", c, r.kindWord(p.last))
		}
	}
	span := r.Span(in.First, in.Last)
	for i := range r.mentions.Weapons {
		if w := &r.mentions.Weapons[i]; w.Start >= span.Start && w.End <= span.End {
			s.add("weapon", string(w.Kind))
		}
	}
}

// weighVerb notes what kinds of things are the subject and the object of verb i.
func (r *reader) weighVerb(s *sheet, where string, i int) {
	verb := r.Tokens[i].Lemma
	if j := r.subject(i); j >= 0 {
		if p := r.phraseOf(j); p != nil {
			side := "subject"
			if r.passive(i) {
				side = "object"
			}
			s.add(where+side, verb, className(p.noun.class))
		}
	}
	if p := r.phraseOf(r.Child(i, text.Obj)); p != nil {
		s.add(where+"object", verb, className(p.noun.class))
	}
}

// kindWord returns the lemma of token i, what kind of name it is where it is one, or nothing for times, numbers and stops.
func (r *reader) kindWord(i int) string {
	t := &r.Tokens[i]
	switch {
	case t.POS == text.PUNCT || t.POS == text.NUM || r.timeAt[i]:
		return ""
	case r.placeAt[i] > 0:
		return "PLACE"
	}
	if n := r.NameAt(i); n != nil && n.Kind == text.PersonName {
		return "PERSON"
	}
	if k := r.actorAt[i]; k > 0 && t.POS == text.PROPN {
		return "ACTOR " + string(r.mentions.Actors[k-1].Kind)
	}
	return t.Lemma
}

// className returns the name of a class as lexicon/nouns.tsv writes it.
func className(c class) string { return classWords[c] }

var classWords = func() (words [classCount]string) {
	for name, c := range classNames {
		words[c] = name
	}
	words[organisation] = "organisation"
	return words
}()

// A report of at most shortReport sentences is like those that the model learned from: there it overrules the rules where it holds another kind for
// likely enough; in longer ones it must be sure, and is asked about what they tell first only.
const (
	shortReport = 4
	maybeOther  = 0.2
	surelyOther = 0.95
)
