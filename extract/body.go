package extract

import (
	"slices"
	"strings"

	"concord"
	"concord/text"
)

// generic are nouns that stand for a body named before, and the sides of those that each may mean besides bodies with the noun in their
// name: "the group", "the Britain-based agency".
var generic = map[string][]concord.SpeakerKind{
	"group":        {concord.Monitor, concord.NGO, concord.ArmedGroupSpeaker},
	"organisation": {concord.Monitor, concord.NGO, concord.UN}, "organization": {concord.Monitor, concord.NGO, concord.UN},
	"agency":   {concord.Media, concord.UN},
	"watchdog": {concord.Monitor, concord.NGO}, "monitor": {concord.Monitor}, "charity": {concord.NGO, concord.MedicalVoice},
	"network": {concord.Monitor, concord.Media}, "outlet": {concord.Media}, "newspaper": {concord.Media},
	"institute": nil, "institution": nil, "centre": nil, "center": nil, "observatory": nil, "commission": nil, "mission": nil, "council": nil,
	"federation": nil, "union": nil, "league": nil, "association": nil, "society": nil, "foundation": nil, "corps": nil, "service": nil,
	"committee": nil, "office": nil, "front": nil, "movement": {concord.ArmedGroupSpeaker},
}

// How many sentences back a body may have spoken, or been named, whom a noun stands for.
const (
	spokenReach = 6
	namedReach  = 2
)

// bodyMeant returns the head of the words that name the body which the noun at token i stands for: one that spoke before, else one
// named before; -1 where the noun stands for none.
func (r *reader) bodyMeant(i int) int {
	p, here := r.phraseOf(i), r.Tokens[i].Sentence
	sides, ok := generic[r.Tokens[i].Lemma]
	if !ok || p == nil || p.head != i || !p.definite && (p.first == 0 || r.Tokens[p.first-1].Norm != "based") || p.owner >= 0 || p.plural || r.withOf(p) > p.last {
		return -1
	}
	for j := p.first; j < p.head; j++ {
		if r.Tokens[j].POS == text.PROPN && r.Tokens[j+1].Norm != "-" {
			return -1 // it has a name of its own: "the Marwan news agency"
		}
	}
	for _, said := range slices.Backward(r.statements) {
		if said.head >= 0 && said.head < p.first && here-r.Tokens[said.head].Sentence <= spokenReach && r.isBodyOf(said.head, r.Tokens[i].Lemma, sides) {
			return said.head
		}
	}
	for j := p.first - 1; j >= 0 && here-r.Tokens[j].Sentence <= namedReach; j-- {
		if q := r.phraseOf(j); q != nil && q.head == j && r.isBodyOf(j, r.Tokens[i].Lemma, sides) {
			return j
		}
	}
	return -1
}

// isBodyOf reports whether token i names a body whose name holds the noun, or one of these sides.
func (r *reader) isBodyOf(i int, noun string, sides []concord.SpeakerKind) bool {
	if k := r.actorAt[i]; k > 0 {
		a := &r.mentions.Actors[k-1]
		return (a.Kind == concord.Organisation || a.Kind == concord.ArmedGroup) && isName(a.Name) && (slices.Contains(sides, a.Side) || holdsWord(a.Name, noun))
	}
	n := r.NameAt(i)
	return n != nil && n.Kind == text.OrganisationName && holdsWord(r.Words(n.First, n.Last), noun)
}

func holdsWord(name, word string) bool {
	return slices.Contains(strings.Fields(strings.ToLower(name)), word)
}

// lastSubject returns the head of the subject of the sentence before token i, where that is one body, -1 where it is not: "The group called
// for calm. |It| counted nine raids."
func (r *reader) lastSubject(i int) int {
	here := r.Tokens[i].Sentence
	if here == 0 {
		return -1
	}
	s := r.Sentences[here-1]
	for j := s.First; j < s.Last; j++ {
		if r.Tokens[j].Head >= 0 {
			continue
		}
		subject := r.Child(j, text.Nsubj)
		if p := r.phraseOf(subject); p != nil && !p.plural && !p.pronoun && (p.noun.class.body() || generic[r.Tokens[subject].Lemma] != nil) {
			return subject
		}
		return -1
	}
	return -1
}
