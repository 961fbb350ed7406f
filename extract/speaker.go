package extract

import (
	"slices"
	"strings"

	"concord"
	"concord/text"
)

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
		if said := r.lastBody(s, t.Norm); said != nil && (t.Norm == "he" || t.Norm == "she") && r.lastNamed(n, head) < said.head {
			r.identify(found, said, said.head, depth+1)
			return
		}
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
		if begin := r.TokenAt(a.Start); begin > p.first && isName(a.Name) && (a.Kind == concord.Organisation || a.Kind == concord.ArmedGroup) && r.tiedBefore(p.first, begin) {
			return // "the Iran-backed |Hezbollah|"
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

// tiedBefore reports whether the words from token first up to token end are no more than an article and what a hyphen ties to a participle.
func (r *reader) tiedBefore(first, end int) bool {
	if r.Tokens[first].POS == text.DET {
		first++
	}
	tied := r.tiedAdjective(first, r.sentenceEnd(first))
	return tied > first && tied+1 == end
}

// capital reports whether token i begins with a capital.
func (r *reader) capital(i int) bool {
	c := r.Text[r.Tokens[i].Start]
	return c >= 'A' && c <= 'Z'
}

// inFull returns the words of a name with those of the actor's name that it is part of: the names' model cuts "Syrian" off.
func (r *reader) inFull(n *text.Name) string {
	first := n.First
	for first < n.Last-1 && r.timeAt[first] {
		first++ // "Saturday |police"
	}
	span := r.Span(first, n.Last)
	if k := r.actorAt[n.First]; k > 0 && r.mentions.Actors[k-1].Contains(span) {
		span = r.mentions.Actors[k-1].Span
		for !r.capital(r.TokenAt(span.Start)) && span.Start < r.Tokens[first].Start {
			span.Start = r.Tokens[r.TokenAt(span.Start)+1].Start // "the paramilitary |Example Forces"
		}
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
		_, common := generic[t.Lemma]
		body := p != nil && (p.noun.class.body() || common || t.Lemma == "source" || p.actor != nil && p.actor.Kind != concord.Person || documents()[t.Lemma] || kindOfClass[p.noun.class] == "" && t.POS == text.PROPN)
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
			if _, voice := r.kindIn([2]int{said.head, said.head + 1}); !plural && !body && t.Sentence >= here-1 && p != nil && (voice || kindOfClass[p.noun.class] != "") {
				return said // "a spokeswoman said"
			}
		}
	}
	return nil
}

// lastNamed returns the last token before the given one at which the person or body of a name is named, -1 where none is.
func (r *reader) lastNamed(name, before int) int {
	for _, n := range slices.Backward(r.Names) {
		if n.Last <= before && n.Same == name {
			return n.First
		}
	}
	return -1
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
	return n.First == head+1 || n.Last == p[1] && r.titledName(head+1, p[1]) > 0
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
