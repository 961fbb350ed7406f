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

// findSource finds who speaks.
func (r *reader) findSource(s *statement) {
	if s.tag[0] < s.cue.first {
		if p := r.firstPhrase(s.tag[0], s.cue.first); p != nil {
			s.head, s.source = p.head, [2]int{p.first, s.cue.first}
			if !r.hasComma(s.source) || r.Tokens[s.cue.first-1].Norm != "," {
				s.source = r.trim(s.source)
			}
			return
		}
	}
	head := r.subjectOf(s)
	if head < 0 || covers(s.content, head) {
		if head = r.besideCue(s); head < 0 {
			return
		}
	}
	s.head = head
	s.source = r.sourceSpan(s, head)
}

// firstPhrase returns the first noun phrase in a range of tokens that names no time, nil where there is none.
func (r *reader) firstPhrase(first, last int) *phrase {
	for i := first; i < last; i++ {
		if p := r.phraseOf(i); p != nil && p.last <= last && !r.timeAt[p.head] {
			return p
		}
	}
	return nil
}

// besideCue returns the head of the noun phrase right before a cue, or right after one whose content stands before it; -1
// where there is none.
func (r *reader) besideCue(s *statement) int {
	before := s.cue.first - 1
	if before < r.Sentences[r.Tokens[s.cue.verb].Sentence].First || s.cue.passive {
		return -1
	}
	if form := r.Tokens[s.cue.verb].Tag; form == text.VBG || form == text.VB {
		return r.mainSubject(s.cue.verb)
	}
	if p := r.phraseOf(before); p != nil && p.last == s.cue.first && !r.timeAt[p.head] && !covers(s.content, p.head) {
		return p.head
	}
	if _, known := r.kindIn([2]int{before, before + 1}); known && !covers(s.content, before) {
		return before // whatever the tagger takes it for
	}
	if p := r.phraseOf(s.cue.last); p != nil && p.first == s.cue.last && !r.timeAt[p.head] && s.content[0][0] < s.cue.verb {
		return p.head
	}
	return -1
}

// subjectOf returns the head of the speaker of a verb, or -1.
func (r *reader) subjectOf(s *statement) int {
	v := s.cue.verb
	if s.cue.passive {
		return r.Child(v, text.OblAgent)
	}
	for range 4 {
		if j := r.Child(v, text.Nsubj); j >= 0 && !r.timeAt[j] {
			return j
		}
		t := &r.Tokens[v]
		if t.Head < 0 {
			return -1
		}
		switch t.Rel {
		case text.Acl:
			return r.issuer(s, r.nameHead(t.Head))
		case text.Conj, text.Xcomp, text.Advcl:
			if h := &r.Tokens[t.Head]; t.Rel == text.Conj && h.Rel == text.Ccomp && h.Head >= 0 && r.Tokens[h.Head].Tag == t.Tag {
				if _, ok := r.cueAt(h.Head); ok {
					v = h.Head // "said that … and added"
					continue
				}
			}
			if object := r.Child(t.Head, text.Obj); t.Rel == text.Xcomp && object >= 0 && object < v {
				return object
			}
			if p := r.Child(t.Head, text.NsubjPass); p >= 0 {
				return p
			}
			v = t.Head
		default:
			return -1
		}
	}
	return -1
}

// mainSubject returns the subject of the clause around a participle or infinitive, or of the sentence; -1 where there is none.
func (r *reader) mainSubject(v int) int {
	for i := r.Tokens[v].Head; i >= 0; i = r.Tokens[i].Head {
		if j := r.Child(i, text.Nsubj, text.NsubjPass); j >= 0 && j < v {
			return j
		}
	}
	return -1
}

// issuer returns who issued the document that noun names, where its clause says so ("released a statement saying"), and
// then takes the words between into the cue; else the noun itself.
func (r *reader) issuer(s *statement, noun int) int {
	t := &r.Tokens[noun]
	if _, ok := cueNouns()[t.Lemma]; !ok || t.Rel != text.Obj || t.Head < 0 {
		return noun
	}
	subject := r.Child(t.Head, text.Nsubj)
	if subject < 0 || subject > t.Head || t.Head > s.cue.first {
		return noun
	}
	s.cue.first = t.Head
	r.widenCue(&s.cue, t.Head)
	return subject
}

// nameHead returns the head of the actor's name that token i stands in: of "Office for Legal Aid" the office.
func (r *reader) nameHead(i int) int {
	for at := r.Tokens[i].Head; at >= 0 && r.actorAt[i] > 0 && r.actorAt[at] == r.actorAt[i]; at = r.Tokens[at].Head {
		i = at
	}
	return i
}

// sourceSpan returns the tokens of the noun phrase that head heads, less the cue and the content.
func (r *reader) sourceSpan(s *statement, head int) [2]int {
	p := r.extent(head)
	if np := r.phraseOf(head); np != nil && r.Tokens[head].Rel != text.OblAgent {
		p = [2]int{np.first, max(p[1], np.last)}
	}
	if n := r.NameAt(head); n != nil {
		p = [2]int{min(p[0], n.First), max(p[1], n.Last)}
	}
	for k := range r.Children(head) {
		if k > head && s.cue.verb >= k && r.Under(s.cue.verb, k) && p[1] > int(r.low[k]) && int(r.low[k]) > head {
			p[1] = int(r.low[k]) // the clause in which somebody speaks is no part of who it is
		}
	}
	holes := append([][2]int{{s.cue.first, s.cue.last}}, s.content...)
	for _, rest := range without(p, holes...) {
		if head >= rest[0] && head < rest[1] {
			p = rest
		}
	}
	if r.Tokens[head].Rel == text.OblAgent {
		for k := range r.Children(head) {
			if r.Tokens[k].Rel == text.Case && k == p[0] {
				p[0]++
			}
		}
	}
	for p[0] < head && (r.Tokens[p[0]].POS == text.PUNCT || r.Tokens[p[0]].POS == text.CCONJ || r.timeAt[p[0]]) {
		p[0]++ // "Thursday evening the minister said"
	}
	for p[1]-1 > head && (r.Tokens[p[1]-1].POS == text.CCONJ || r.Tokens[p[1]-1].POS == text.PUNCT && r.Tokens[p[1]-1].Norm != ")" && r.Tokens[p[1]-1].Norm != `"`) {
		p[1]--
	}
	if p[0] >= s.cue.last && p[1]+1 < len(r.Tokens) && r.Tokens[p[1]].Norm == "," {
		if n := r.NameAt(p[1] + 1); n != nil && n.Kind == text.PersonName && n.First == p[1]+1 && n.Last < len(r.Tokens) && r.Tokens[n.Last].POS == text.PUNCT {
			p[1] = n.Last // "said the envoy, Ana Odo."
		}
	}
	if p[1]+1 == s.cue.first && r.Tokens[p[1]].Norm == "," && r.hasComma(p) {
		p[1]++ // it closes the description
	}
	return p
}

func (r *reader) hasComma(p [2]int) bool {
	for i := p[0]; i < p[1]; i++ {
		if r.Tokens[i].Norm == "," {
			return true
		}
	}
	return false
}

// accordingTo adds the statement of "according to" or "per" at token i.
func (r *reader) accordingTo(i int) {
	last := 0
	switch n := len(r.Tokens); {
	case r.Tokens[i].Norm == "according" && i+2 < n && r.Tokens[i+1].Norm == "to":
		last = i + 2
	default:
		return
	}
	head := r.nounAfter(last)
	if head < 0 {
		return
	}
	s := &statement{cue: cue{verb: i, first: i, last: last, cueWord: cueWord{act: concord.Say}}, head: head, slot: thatSlot, rule: "statement/according-to"}
	s.source = r.trim([2]int{last, int(r.high[head])})
	clause := r.Tokens[head].Head
	for clause >= 0 && !r.headsClause(clause) && r.Tokens[clause].Head >= 0 {
		clause = r.Tokens[clause].Head
	}
	if clause < 0 {
		return
	}
	whole := r.extent(clause)
	if over := r.quoting(i); over != nil {
		for _, p := range over.content {
			if i >= p[0] && i < p[1] {
				whole = [2]int{max(whole[0], p[0]), min(whole[1], p[1])}
			}
		}
	}
	begin := r.Sentences[r.Tokens[i].Sentence].First
	if i <= begin+1 {
		whole[0] = s.source[1]
	}
	for _, p := range without(whole, [2]int{i, s.source[1]}) {
		s.content = append(s.content, r.withQuotes(p, i))
	}
	if after := s.source[1]; !slices.ContainsFunc(s.content, r.anyVerb) && after < whole[1] && r.Tokens[after].Norm == "," {
		s.content = [][2]int{{after, whole[1]}}
	}
	r.addStatement(s)
}

// nounAfter returns the head of the noun phrase that begins at token i, or -1.
func (r *reader) nounAfter(i int) int {
	if p := r.phraseOf(i); p != nil && p.first <= i {
		return p.head
	}
	if head := r.Tokens[i].Head; head > i {
		return head
	}
	return -1
}

// headsClause reports whether token i heads a clause.
func (r *reader) headsClause(i int) bool {
	t := &r.Tokens[i]
	return t.POS == text.VERB || t.Rel == text.Root || r.Child(i, text.Nsubj, text.NsubjPass, text.Cop) >= 0
}

// nounStatement adds the statement that noun i makes: "his claim that …", "their call for a truce".
func (r *reader) nounStatement(i int) {
	t := &r.Tokens[i]
	word, ok := cueNouns()[t.Lemma]
	if !ok || t.Rel == text.Compound {
		return
	}
	s := &statement{cue: cue{cueWord: word, verb: i, first: i, last: i + 1}, head: -1, rule: "statement/noun"}
	for j := range r.Children(i) {
		switch c := &r.Tokens[j]; {
		case c.Rel == text.NmodPoss:
			s.head = j
		case j < i:
		case (c.Rel == text.Acl || c.Rel == text.Ccomp || c.Rel == text.AclRelcl) && (r.hasMarker(j, "that", "to", "whether") || r.Tokens[r.low[j]].Norm == "that"):
			s.slot, s.content = thatSlot, [][2]int{r.extent(j)}
		case c.Rel == text.Nmod && r.hasMarker(j, "by", "from") && s.head < 0:
			s.head = j
		case c.Rel == text.Nmod && r.hasMarker(j, "for", "of", "about", "against") && s.content == nil:
			s.slot, s.content = objSlot, [][2]int{{int(r.low[j]), int(r.high[j])}}
		}
	}
	if s.head < 0 || s.content == nil {
		return
	}
	s.source = r.extent(s.head)
	for s.source[0] < s.head && r.Tokens[s.source[0]].Rel == text.Case {
		s.source[0]++
	}
	r.addStatement(s)
}

// label adds the statement of a paragraph that begins with its speaker and a colon, as transcripts have it: "Q: Who fired?"
func (r *reader) label(p text.Paragraph) {
	first, last := r.Sentences[p.First].First, r.Sentences[p.Last-1].Last
	for i := first + 1; i < min(first+longestLabel, last-2); i++ {
		if r.Tokens[i].Norm != ":" {
			continue
		}
		form := r.Form(first)
		if n := r.NameAt(i - 1); n != nil && n.Kind == text.PersonName && n.First <= first+1 || i == first+1 && (form == "Q" || form == "A" || len(form) > 2 && strings.ToUpper(form) == form && r.Tokens[first].POS == text.PROPN) {
			r.addHeadline(i, [2]int{first, i}, [2]int{i + 1, last})
		}
		return
	}
}

// longestLabel is how many words may name the speaker before a colon.
const longestLabel = 5

// headline adds the statement of a headline or caption that sets its speaker apart with a colon: "Truce holds: monitors".
func (r *reader) headline(sentence int) {
	s := r.Sentences[sentence]
	if s.Last-s.First > 30 || isFinal(r.Tokens[s.Last-1].Norm) {
		return
	}
	for i := s.First + 1; i < s.Last-1; i++ {
		if r.Tokens[i].Norm != ":" {
			continue
		}
		before, after := [2]int{s.First, i}, [2]int{i + 1, s.Last}
		switch {
		case r.isVoice(after) && before[1]-before[0] > 3:
			r.addHeadline(i, after, before)
		case r.isVoice(before) && after[1]-after[0] > 3:
			r.addHeadline(i, before, after)
		}
		return
	}
}

func isFinal(norm string) bool { return norm == "." || norm == "?" || norm == "!" }

// isVoice reports whether a few words are a speaker: they name or describe one, and hold no verb.
func (r *reader) isVoice(p [2]int) bool {
	if p[1]-p[0] > 5 {
		return false
	}
	for i := p[0]; i < p[1]; i++ {
		if pos := r.Tokens[i].POS; pos == text.VERB || pos == text.AUX || pos == text.NUM || pos == text.ADP {
			return false
		}
	}
	_, known := r.kindIn(p)
	n := r.NameAt(p[1] - 1)
	return known || n != nil && n.First <= p[0]+1 && (n.Kind == text.PersonName || n.Kind == text.OrganisationName)
}

func (r *reader) addHeadline(colon int, source, content [2]int) {
	r.addStatement(&statement{cue: cue{verb: colon, first: colon, last: colon + 1, cueWord: cueWord{act: concord.Say}}, head: source[1] - 1,
		source: source, content: [][2]int{content}, slot: thatSlot, rule: "statement/colon"})
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
		for _, found := range [...]profile{r.roleBefore(n), r.roleAfter(n)} {
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

// roleAfter reads ", the director of the hospital," after a name.
func (r *reader) roleAfter(n *text.Name) profile {
	if n.Last+1 >= len(r.Tokens) || r.Tokens[n.Last].Norm != "," || r.Tokens[n.Last].Sentence != r.Tokens[n.Last+1].Sentence {
		return profile{}
	}
	p := r.phraseOf(n.Last + 1)
	if p == nil || p.first > n.Last+1 || p.name != nil && p.name.Kind == text.PersonName {
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
	for p[0] < p[1]-1 && (r.Tokens[p[0]].POS == text.DET || r.Tokens[p[0]].POS == text.PUNCT || r.Tokens[p[0]].Tag == text.PRPS) {
		p[0]++
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
	}
	if n := r.personIn(s.source, head); n != nil {
		r.bear(found, n.Same)
		return
	}
	t := &r.Tokens[head]
	switch t.Norm {
	case "who", "which", "that":
		if noun := r.relativeOf(head); noun >= 0 && noun != head {
			r.identify(found, s, noun, depth+1)
			if found.Name == "" {
				if p := r.phraseOf(noun); p != nil {
					found.Name = r.plainly([2]int{p.first, p.last})
				}
			}
		}
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
	if s.embedded != nil && s.embedded.head >= 0 && t.Tag == text.PRP {
		r.identify(found, s.embedded, s.embedded.head, depth+1) // "the ministry said it condemned"
		return
	}
	if t.Tag == text.PRP {
		if said := r.lastBody(s, t.Norm); said != nil {
			r.identify(found, said, said.head, depth+1)
			return
		}
	}
	if n := r.NameAt(head); n != nil {
		found.Name = r.inFull(&r.Names[n.Same])
		return
	}
	if p := r.phraseOf(head); p != nil && t.POS != text.PRON {
		words := [2]int{p.first, p.last}
		switch {
		case head < p.head:
			words[1] = head + 1 // whose something it is: "the mayor's claim"
		case s.head == head && s.source[0] < p.first && s.source[1] == p.last && p.last-s.source[0] < longestLabel:
			words[0] = s.source[0] // the tagger has taken a part of the name for something else
		}
		found.Name = r.plainly(words)
	}
}

// inFull returns the words of a name with those of the actor's name that it is part of: the names' model cuts "Syrian" off.
func (r *reader) inFull(n *text.Name) string {
	span := r.Span(n.First, n.Last)
	if k := r.actorAt[n.First]; k > 0 && r.mentions.Actors[k-1].Contains(span) {
		span = r.mentions.Actors[k-1].Span
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
		body := p != nil && (p.noun.class.body() || p.actor != nil && p.actor.Kind != concord.Person || documents()[t.Lemma] || kindOfClass[p.noun.class] == "" && t.POS == text.PROPN)
		switch plural := t.Tag == text.NNS || t.Tag == text.NNPS; pronoun {
		case "it":
			if body && !plural {
				return said
			}
		case "they":
			if plural || body {
				return said
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
	if kind, ok := r.kindIn(s.source); ok {
		return kind
	}
	if kind, ok := kindOfWords(found.Name); ok {
		return kind
	}
	if p := r.phraseOf(s.head); p != nil {
		if kind, ok := kindOfClass[p.noun.class]; ok {
			return kind
		}
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
