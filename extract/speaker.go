package extract

import (
	"slices"
	"strings"
	"sync"

	"concord"
	"concord/lexicon"
	"concord/text"
)

// speakerKinds are the rows of lexicon/speakers.tsv.
var speakerKinds = sync.OnceValue(func() *lexicon.Phrases[concord.SpeakerKind] {
	phrases := lexicon.NewPhrases[concord.SpeakerKind]()
	for _, row := range lexicon.Table("speakers") {
		phrases.Add(row.Get("words"), concord.SpeakerKind(row.Get("kind")))
	}
	return phrases
})

// profile is what a report tells of a person by name.
type profile struct{ role, organisation string }

// nameHead returns the head of the actor's name that token i stands in: of "Office for Legal Aid" the office.
func (r *reader) nameHead(i int) int {
	for at := r.Tokens[i].Head; at >= 0 && r.actorAt[i] > 0 && r.actorAt[at] == r.actorAt[i]; at = r.Tokens[at].Head {
		i = at
	}
	return i
}

// readProfiles gathers the roles and organisations of the persons that the report names.
func (r *reader) readProfiles() {
	r.profiles = map[int]profile{}
	for i := range r.Names {
		n := &r.Names[i]
		if n.Kind != text.PersonName {
			continue
		}
		known := r.profiles[n.Same]
		for _, found := range [...]profile{r.roleBefore(n), r.roleAfter(n), r.roleAround(n)} {
			if known.role == "" {
				known.role = found.role
			}
			if known.organisation == "" {
				known.organisation = found.organisation
			}
		}
		r.profiles[n.Same] = known
	}
}

// roleBefore reads "White House spokesman" before a name.
func (r *reader) roleBefore(n *text.Name) profile {
	p := r.phraseOf(n.First)
	if p == nil || p.first >= n.First {
		return profile{}
	}
	return r.roleIn([2]int{p.first, n.First})
}

// roleAround reads "the regional head" before a name that commas set off: "the regional head, Ana Odo, said".
func (r *reader) roleAround(n *text.Name) profile {
	if n.First < 2 || n.Last >= len(r.Tokens) || r.Tokens[n.First-1].Norm != "," || r.Tokens[n.Last].Norm != "," || r.Tokens[n.First-2].Sentence != r.Tokens[n.Last].Sentence {
		return profile{}
	}
	p := r.phraseOf(n.First - 2)
	if p == nil || p.last != n.First-1 || p.plural || !p.definite || p.name != nil {
		return profile{}
	}
	if _, known := r.kindIn([2]int{p.first, p.last}); !known && !p.noun.class.people() && r.Tokens[n.First].Rel != text.Appos || p.noun.class.body() || p.noun.class.thing() {
		return profile{}
	}
	return r.roleIn([2]int{p.first, p.last})
}

// roleAfter reads ", the director of the hospital," after a name.
func (r *reader) roleAfter(n *text.Name) profile {
	if n.Last+1 >= len(r.Tokens) || r.Tokens[n.Last].Norm != "," || r.Tokens[n.Last].Sentence != r.Tokens[n.Last+1].Sentence {
		return profile{}
	}
	p := r.phraseOf(n.Last + 1)
	if p != nil && r.Tokens[p.head].POS == text.NUM && p.last+1 < len(r.Tokens) && r.Tokens[p.last].Norm == "," {
		p = r.phraseOf(p.last + 1) // "Ana Odo, 34, a farmer"
	}
	if p == nil || p.first > n.Last+3 || r.Tokens[p.head].POS == text.NUM || p.name != nil && p.name.Kind == text.PersonName {
		return profile{}
	}
	if rel := r.Tokens[p.head].Rel; rel != text.Appos && rel != text.Conj && rel != text.Nmod && rel != text.Flat {
		return profile{}
	}
	found := r.roleIn([2]int{p.first, p.last})
	if found.role == "" || found.organisation != "" {
		return found
	}
	if i := p.last; i+1 < len(r.Tokens) {
		switch r.Tokens[i].Norm {
		case "of", "for", "at", "in", "with", "to":
			if next := r.phraseOf(i + 1); next != nil {
				found.organisation = r.plainly([2]int{next.first, next.last})
			}
		}
	}
	return found
}

// roleIn parts a description into whom somebody speaks for, a name at its head, and the role that follows.
func (r *reader) roleIn(p [2]int) profile {
	var found profile
	first := p[0]
	for i := p[0]; i < p[1]; i++ {
		if n := r.NameAt(i); n != nil && n.Kind != text.PersonName {
			if n.Kind != text.NationalityName && n.Last < p[1] {
				found.organisation = r.Words(n.First, n.Last)
			}
			i = n.Last - 1
			first = n.Last
		} else if t := &r.Tokens[i]; t.Tag == text.Genitive || t.POS == text.DET || t.Tag == text.PRPS || t.POS == text.PUNCT && t.Norm != "-" {
			first = i + 1
		}
	}
	if first < p[1] && p[1]-first <= longestRole {
		found.role = r.Words(first, p[1])
	}
	return found
}

// longestRole is how many words may say what somebody is.
const longestRole = 6

// plainly returns the words of a phrase without articles before it.
func (r *reader) plainly(p [2]int) string {
	for p[0] < p[1]-1 && (r.Tokens[p[0]].POS == text.DET || r.isSign(p[0]) || r.Tokens[p[0]].POS == text.PUNCT || r.Tokens[p[0]].Tag == text.PRPS || r.Tokens[p[0]].Tag == text.Genitive || r.timeAt[p[0]]) {
		p[0]++
	}
	for p[1]-1 > p[0] && r.timeAt[p[1]-1] {
		p[1]--
	}
	return r.Words(p[0], p[1])
}

// speaker returns the speaker of a statement, resolved to a person, an office and an organisation.
func (r *reader) speaker(s *statement) concord.Speaker {
	span := r.Span(s.source[0], s.source[1])
	found := concord.Speaker{Span: &span}
	r.identify(&found, s, s.head, 0)
	if found.Name == "" {
		found.Name = r.plainly(s.source)
	}
	if found.Kind == "" {
		found.Kind = r.voiceKind(&found, s)
	}
	return found
}

// identify fills name, role and organisation from the noun phrase that token head heads.
func (r *reader) identify(found *concord.Speaker, s *statement, head, depth int) {
	if depth > 3 {
		return
	}
	if k := r.actorAt[head]; k > 0 {
		a := &r.mentions.Actors[k-1]
		found.Name, found.Role, found.Organisation = a.Name, a.Role, a.Organisation
		if a.Side != concord.OtherSpeaker {
			found.Kind = a.Side
		}
		if kind, ok := kindOfWords(a.Organisation); ok && kind == concord.UN && a.Side == concord.Official {
			found.Kind = kind // "UN officials"
		}
	}
	if !isName(found.Name) {
		if body := r.bodyMeant(head); body >= 0 {
			*found = concord.Speaker{Span: found.Span}
			r.identify(found, s, body, depth+1)
			return
		}
	}
	if n := r.personIn(s.source, head); n != nil {
		r.bear(found, n.Same)
		return
	}
	t := &r.Tokens[head]
	switch t.Norm {
	case "who", "which", "that":
		r.identifyRelative(found, s, head, depth)
		return
	case "i", "we", "my", "our":
		if s.embedded != nil && s.embedded.head >= 0 {
			r.identify(found, s.embedded, s.embedded.head, depth+1)
		}
		return
	}
	if n, ok := r.Antecedent(head); ok {
		r.bear(found, n)
		return
	}
	if t.Tag == text.PRP {
		said := s.embedded // "the ministry said it condemned"
		if said == nil || said.head < 0 {
			said = r.lastBody(s, t.Norm)
			if subject := r.lastSubject(head); t.Norm == "it" && subject >= 0 && (said == nil || subject > said.head) {
				r.identify(found, s, subject, depth+1)
				return
			}
		}
		if said != nil {
			r.identify(found, said, said.head, depth+1)
		}
		return
	}
	if n := r.NameAt(head); n != nil {
		found.Name = r.inFull(&r.Names[n.Same])
		return
	}
	r.identifyNoun(found, s, head)
}

// identifyRelative fills in whom "who" stands for.
func (r *reader) identifyRelative(found *concord.Speaker, s *statement, head, depth int) {
	noun := r.relativeOf(head)
	if noun < 0 || noun == head {
		return
	}
	r.identify(found, s, noun, depth+1)
	if p := r.phraseOf(noun); found.Name == "" && p != nil {
		found.Name = r.plainly([2]int{p.first, p.last})
	}
}

// identifyNoun fills in the words of a noun phrase that names nobody.
func (r *reader) identifyNoun(found *concord.Speaker, s *statement, head int) {
	p := r.phraseOf(head)
	if p == nil || r.Tokens[head].POS == text.PRON {
		return
	}
	if k := r.actorAt[head]; k > 0 && found.Name != "" {
		a := &r.mentions.Actors[k-1]
		if a.Start < r.Tokens[p.first].Start || a.Kind == concord.Organisation && a.End > r.Tokens[p.last-1].End && len(a.Name) > p.last-p.first {
			return // the phrase is a part of a known name: "the United | Nations", "the International Federation | of Red Cross …"
		}
	}
	words := [2]int{p.first, p.last}
	switch {
	case head < p.head:
		words[1] = head + 1 // whose something it is: "the mayor's claim"
	case s.head == head && s.source[0] < p.first && s.source[1] == p.last && p.last-s.source[0] < longestLabel:
		words[0] = s.source[0] // the tagger has taken a part of the name for something else
	}
	if q := r.phraseOf(p.last + 1); words[1] == p.last && q != nil && q.first == p.last+1 && r.Tokens[p.last].Norm == "of" && r.capital(p.head) && r.capital(q.first) {
		words[1] = q.last // "Institute of Justice"
	}
	found.Name = r.plainly(words)
}

// capital reports whether token i begins with a capital.
func (r *reader) capital(i int) bool {
	c := r.Text[r.Tokens[i].Start]
	return c >= 'A' && c <= 'Z'
}

// inFull returns the words of a name with those of the actor's name that it is part of: the names' model cuts "Syrian" off.
func (r *reader) inFull(n *text.Name) string {
	span := r.Span(n.First, n.Last)
	if k := r.actorAt[n.First]; k > 0 && r.mentions.Actors[k-1].Contains(span) {
		span = r.mentions.Actors[k-1].Span
	}
	if p := r.phraseOf(n.Last - 1); p != nil && n.Kind == text.OrganisationName {
		for i := n.Last; i < p.last && r.Tokens[i].Start <= span.End+1 && r.capital(i); i++ {
			span.End = r.Tokens[i].End // "Human Rights |Monitor"
		}
	}
	return strings.TrimPrefix(strings.TrimPrefix(span.Of(r.Text), "The "), "the ")
}

// bodyReach is how many sentences back "it" and "they" may point to who spoke last.
const bodyReach = 2

// lastBody returns the statement before s whose speaker "it" or "they" stands for: a body or a document, or several
// people; nil where there is none near.
func (r *reader) lastBody(s *statement, pronoun string) *statement {
	here := r.Tokens[s.cue.verb].Sentence
	for _, said := range slices.Backward(r.statements) {
		if said.cue.verb >= s.cue.verb || said.head < 0 || said == s {
			continue
		}
		t := &r.Tokens[said.head]
		if here-t.Sentence > bodyReach {
			break
		}
		if t.POS == text.PRON || r.personIn(said.source, said.head) != nil {
			continue
		}
		p := r.phraseOf(said.head)
		body := p != nil && (p.noun.class.body() || t.Lemma == "source" || p.actor != nil && p.actor.Kind != concord.Person || documents()[t.Lemma] || kindOfClass[p.noun.class] == "" && t.POS == text.PROPN)
		switch plural := t.Tag == text.NNS || t.Tag == text.NNPS; pronoun {
		case "it":
			if body && !plural {
				return said
			}
		case "they":
			if plural || body {
				return said
			}
		case "he", "she":
			if !plural && !body && t.Sentence >= here-1 && p != nil && kindOfClass[p.noun.class] != "" {
				return said // "a spokeswoman said"
			}
		}
	}
	return nil
}

// bear fills in the person or body of a name.
func (r *reader) bear(found *concord.Speaker, name int) {
	full := r.Names[name]
	found.Name = r.Words(full.First, full.Last)
	known := r.profiles[name]
	if found.Role == "" {
		found.Role = known.role
	}
	if found.Organisation == "" {
		found.Organisation = known.organisation
	}
}

// personIn returns the person that the speaker's words name: at their head, or beside it.
func (r *reader) personIn(p [2]int, head int) *text.Name {
	if n := r.NameAt(head); n != nil && n.Kind == text.PersonName {
		return n
	}
	for i := p[0]; i < p[1]; i++ {
		n := r.NameAt(i)
		if n == nil || n.Kind != text.PersonName {
			continue
		}
		if r.namesHead(n, p, head) {
			return n
		}
	}
	return nil
}

// namesHead reports whether a name in the speaker's words names their head: the grammar says so, or it stands beside it, as
// in "the envoy, Ana Odo" and "a resident named Yusuf".
func (r *reader) namesHead(n *text.Name, p [2]int, head int) bool {
	for k := n.First; k < n.Last; k++ {
		if t := &r.Tokens[k]; t.Head == head && (t.Rel == text.Appos || t.Rel == text.Flat || t.Rel == text.Compound) {
			return true
		}
	}
	if n.First <= p[0] {
		return false
	}
	switch before := r.Tokens[n.First-1].Norm; before {
	case ",", "named":
		return n.Last == p[1] || r.Tokens[n.Last].POS == text.PUNCT
	}
	return n.First == head+1
}

// relativeOf returns the noun that the relative pronoun stands for, or -1.
func (r *reader) relativeOf(pronoun int) int {
	for i := r.Tokens[pronoun].Head; i >= 0; i = r.Tokens[i].Head {
		if r.Tokens[i].Rel == text.AclRelcl || r.Tokens[i].Rel == text.Acl {
			return r.Tokens[i].Head
		}
	}
	return -1
}

// voiceKind returns the kind of voice that the speaker's words, role and organisation speak of.
func (r *reader) voiceKind(found *concord.Speaker, s *statement) concord.SpeakerKind {
	for _, words := range [...]string{found.Organisation, found.Role} {
		if kind, ok := kindOfWords(words); ok {
			return kind
		}
	}
	p := r.phraseOf(s.head)
	if p != nil {
		if kind, ok := r.kindIn([2]int{p.first, p.last}); ok {
			return kind
		}
	}
	if kind, ok := kindOfWords(found.Name); ok {
		return kind
	}
	if p != nil {
		if kind, ok := kindOfClass[p.noun.class]; ok {
			return kind
		}
	}
	if kind, ok := r.kindIn(s.source); ok {
		return kind
	}
	if k := r.placeAt[max(0, s.head)]; k > 0 && r.mentions.Places[k-1].Precision == concord.ToCountry {
		return concord.Official // "France said"
	}
	return concord.OtherSpeaker
}

var kindOfClass = map[class]concord.SpeakerKind{soldier: concord.ArmedForce, army: concord.ArmedForce, police: concord.ArmedForce,
	fighter: concord.ArmedGroupSpeaker, group: concord.ArmedGroupSpeaker, official: concord.Official, government: concord.Official,
	medic: concord.MedicalVoice, aidWorker: concord.NGO, rescuer: concord.Rescue, journalist: concord.Media, civilian: concord.Witness}

// kindIn returns the kind that the words of the tokens speak of: that of the longest match, of equals the last.
func (r *reader) kindIn(p [2]int) (kind concord.SpeakerKind, ok bool) {
	return kindOfRun(func(i int) string { return r.Tokens[p[0]+i].Norm }, p[1]-p[0])
}

func kindOfWords(words string) (concord.SpeakerKind, bool) {
	if words == "" {
		return "", false
	}
	list := strings.Fields(strings.ToLower(words))
	return kindOfRun(func(i int) string { return list[i] }, len(list))
}

func kindOfRun(word func(int) string, n int) (kind concord.SpeakerKind, ok bool) {
	longest := 0
	for i := range n {
		if k, length := speakerKinds().Match(word, i, n); length >= longest && length > 0 {
			kind, longest = k, length
		}
	}
	return kind, longest > 0
}
