package extract

import (
	"strings"
	"sync"

	"concord"
	"concord/lexicon"
)

// speakerKinds are the rows of lexicon/speakers.tsv.
var speakerKinds = sync.OnceValue(func() *lexicon.Phrases[concord.SpeakerKind] {
	phrases := lexicon.NewPhrases[concord.SpeakerKind]()
	for _, row := range lexicon.Table("speakers") {
		phrases.Add(row.Get("words"), concord.SpeakerKind(row.Get("kind")))
	}
	return phrases
})

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
