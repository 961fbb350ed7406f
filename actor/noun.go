package actor

import (
	"concord"
	"concord/lexicon"
	"concord/text"
)

// noun is what a head noun says of a noun phrase.
type noun struct {
	kind concord.ActorKind // of several of them, or of a body
	side concord.SpeakerKind
	body bool // one is a body too: "the army", "a council"
}

// noun reads the head noun of tokens [first, head] in the tables: the longest words that end in it.
func (f *finder) noun(first, head int) (noun, bool) {
	for i := max(first, head-3); i <= head; i++ {
		if pos := f.Tokens[i].POS; i < head && (pos == text.DET || pos == text.NUM || pos == text.ADP || pos == text.PUNCT) {
			continue
		}
		for j, word := range [...]func(int) string{f.lemma, f.norm} {
			if j > 0 && f.Tokens[head].Lemma == f.Tokens[head].Norm {
				break
			}
			if n, length := f.nouns.Match(func(k int) string {
				if k == head {
					return word(k)
				}
				return f.norm(k)
			}, i, head+1); length > 0 && i+length == head+1 {
				if length > 1 { // "army unit" is one as "unit" is
					last, _ := f.nouns.Match(f.lemma, head, head+1)
					n.body = n.body || last.body
				}
				return n, true
			}
		}
	}
	return noun{}, false
}

// classes says what the classes of lexicon/nouns.tsv are as actors.
var classes = map[string]noun{
	"soldier": {kind: concord.State, side: concord.ArmedForce}, "army": {kind: concord.State, side: concord.ArmedForce, body: true},
	"police":  {kind: concord.State, side: concord.ArmedForce},
	"fighter": {kind: concord.ArmedGroup, side: concord.ArmedGroupSpeaker}, "group": {kind: concord.ArmedGroup, side: concord.ArmedGroupSpeaker, body: true},
	"gunman": {kind: concord.ArmedGroup, side: concord.ArmedGroupSpeaker}, "criminal": {kind: concord.OtherActor, side: concord.OtherSpeaker},
	"protester": {kind: concord.OtherActor, side: concord.OtherSpeaker}, "mob": {kind: concord.OtherActor, side: concord.OtherSpeaker, body: true},
	"civilian": {kind: concord.OtherActor, side: concord.Witness}, "child": {kind: concord.OtherActor, side: concord.Witness},
	"woman": {kind: concord.OtherActor, side: concord.Witness}, "person": {kind: concord.OtherActor, side: concord.OtherSpeaker},
	"official": {kind: concord.OtherActor, side: concord.Official}, "government": {kind: concord.State, side: concord.Official, body: true},
	"medic": {kind: concord.OtherActor, side: concord.MedicalVoice}, "aid": {kind: concord.OtherActor, side: concord.NGO},
	"rescuer": {kind: concord.OtherActor, side: concord.Rescue}, "journalist": {kind: concord.OtherActor, side: concord.Media},
	"prisoner": {kind: concord.OtherActor, side: concord.OtherSpeaker},
}

// addNouns adds the rows of lexicon/bodies.tsv and those of lexicon/nouns.tsv that mean actors.
func (x *Lexicon) addNouns() {
	for _, row := range lexicon.Table("bodies") {
		x.nouns.Add(row.Get("noun"), noun{concord.ActorKind(row.Get("kind")), concord.SpeakerKind(row.Get("side")), row.Get("body") == "body"})
	}
	for _, row := range lexicon.Table("nouns") {
		if n, ok := classes[row.Get("class")]; ok {
			x.nouns.Add(row.Get("noun"), n)
		}
	}
}
