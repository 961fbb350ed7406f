// Package weapon finds the noun phrases of a report that name weapons, munitions and platforms, by a table of head words.
package weapon

import (
	"strings"
	"sync"

	"concord"
	"concord/lexicon"
	"concord/text"
)

// Find returns the weapons that d names, in the order of the text, each with its whole noun phrase ("a heavy machine gun").
// It needs tokens, tags and lemmas.
func Find(d *text.Doc) []concord.WeaponMention {
	f := finder{Doc: d, tables: read()}
	f.lemma = func(i int) string { return d.Tokens[i].Lemma }
	f.norm = func(i int) string { return d.Tokens[i].Norm }
	found := []concord.WeaponMention{}
	for s := range d.Sentences {
		end := d.Sentences[s].Last
		for i := d.Sentences[s].First; i < end; {
			last, kind := f.at(i, end)
			if last == 0 {
				i++
				continue
			}
			if m := f.mention(i, last, kind); len(found) == 0 || !m.Overlaps(found[len(found)-1].Span) {
				found = append(found, m)
			} else {
				found[len(found)-1] = m // the head of the phrase comes last
			}
			i = last
		}
	}
	return found
}

type arm struct {
	kind string
	weak bool // means a weapon only beside a verb of violence
}

type tables struct {
	arms   *lexicon.Phrases[arm]
	models *lexicon.Words[string]
	times  *lexicon.Words[bool] // "Monday" is no second name
}

var read = sync.OnceValue(func() *tables {
	t := &tables{arms: lexicon.NewPhrases[arm](), models: lexicon.NewWords[string](), times: lexicon.NewWords[bool]()}
	for _, row := range lexicon.Table("times") {
		t.times.Set(row.Get("word"), true)
	}
	for _, row := range lexicon.Table("weapons") {
		t.arms.Add(row.Get("words"), arm{row.Get("kind"), row.Get("strength") == "weak"})
	}
	for _, row := range lexicon.Table("models") {
		t.models.Set(row.Get("letters"), row.Get("kind"))
	}
	return t
})

type finder struct {
	*text.Doc
	*tables
	lemma, norm func(int) string
}

// at reads a weapon's words from token i: the token after them and their kind, 0 where none begins.
func (f *finder) at(i, end int) (last int, kind string) {
	switch f.Tokens[i].POS {
	case text.PUNCT, text.DET, text.ADP, text.PRON, text.AUX, text.CCONJ, text.SCONJ, text.PART, text.INTJ:
		return 0, ""
	}
	if kind, n := f.model(i, end); n > 0 {
		n += f.byname(i+n, end)
		if i+n < end && f.Tokens[i+n].POS == text.NOUN { // "Su-25 jets"
			if _, m := f.arms.Match(f.lemma, i+n, end); m > 0 {
				n += m
			}
		}
		return i + n, kind
	}
	if n := f.ship(i, end); n > 0 {
		return i + n, "vehicle"
	}
	a, n := f.arms.Match(f.lemma, i, end)
	if n > 0 || f.Tokens[i].POS == text.ADV || f.Tokens[i].Lemma != f.Tokens[i].Norm {
		if b, m := f.arms.Match(f.norm, i, end); m > n {
			a, n = b, m
		}
	}
	if n == 0 || n == 1 && f.Tokens[i].POS == text.ADV {
		return 0, ""
	}
	last = i + n
	if nm := f.NameAt(i); nm != nil && nm.Kind == text.OrganisationName && nm.Last > last {
		return 0, "" // a word in a unit's name
	}
	if n == 1 && !a.weak && f.Form(i) == strings.ToUpper(f.Form(i)) && len(f.Form(i)) > 2 {
		return last, a.kind // an acronym, whatever the tagger makes of it
	}
	if pos := f.Tokens[last-1].POS; pos != text.NOUN && pos != text.PROPN || a.weak && !f.violent(i) {
		return 0, ""
	}
	return last, a.kind
}

// summits are groups of states that are written as models of arms are.
var summits = map[string]bool{"g-7": true, "g-8": true, "g-20": true, "g-77": true, "p-5": true}

// model reads a model of arms by its letters and number: "Su - 25", "AK - 47s".
func (f *finder) model(i, end int) (kind string, n int) {
	kind = f.models.Get(f.Tokens[i].Norm)
	if kind == "" || i+2 >= end || f.Tokens[i+1].Norm != "-" || f.Tokens[i].SpaceAfter {
		return "", 0
	}
	if c := f.Tokens[i+2].Norm[0]; c < '0' || c > '9' || summits[f.Tokens[i].Norm+"-"+f.Tokens[i+2].Norm] {
		return "", 0
	}
	return kind, 3
}

// byname counts the words of a model's second name at token i: "MQ-9 |Reaper", "F-16 |Fighting Falcon". It may be a weapon's word too
// ("AH-64 |Apache| helicopters").
func (f *finder) byname(i, end int) (n int) {
	for i+n < end && n < 2 && f.Tokens[i+n].Sentence == f.Tokens[i-1].Sentence && f.Tokens[i+n-1].SpaceAfter {
		t := &f.Tokens[i+n]
		if c := f.Text[t.Start]; t.POS != text.PROPN && t.Tag != text.VBG || c < 'A' || c > 'Z' || f.times.Get(t.Norm) {
			break
		}
		n++
	}
	return n
}

// counts are quantifiers that are no part of a weapon's name.
var counts = map[string]bool{"all": true, "any": true, "no": true, "more": true, "many": true, "some": true, "several": true, "multiple": true}

// ships are the letters before the name of a warship.
var ships = map[string]bool{"uss": true, "hms": true, "fs": true, "ins": true, "rfs": true, "hmas": true, "hmcs": true}

// ship reads the name of a warship at token i: "USS Example".
func (f *finder) ship(i, end int) (n int) {
	if !ships[f.Tokens[i].Norm] {
		return 0
	}
	for n = 1; i+n < end && f.Tokens[i+n].POS == text.PROPN; n++ {
	}
	if nm := f.NameAt(i + 1); n > 1 && nm != nil && nm.First <= i+1 && nm.Last < end {
		return max(n, nm.Last-i)
	}
	if n == 1 {
		return 0
	}
	return n
}

// violent reports whether the sentence up to token i speaks of violence.
func (f *finder) violent(i int) bool {
	for j := max(f.Sentences[f.Tokens[i].Sentence].First, i-8); j < min(i+5, len(f.Tokens)); j++ {
		switch f.Tokens[j].Lemma {
		case "attack", "throw", "hurl", "beat", "hit", "strike", "fire", "kill", "wound", "injure", "explode", "land", "lay", "plant", "clear",
			"lob", "pelt", "destroy", "blow", "drop", "launch", "detonate", "land-mine", "sink", "hang", "shoot", "tank", "rocket", "missile", "bomb":
			return true
		}
	}
	return false
}

// mention widens the words to their noun phrase; where nouns follow that do not name a weapon ("tank crew", "rocket attack") it
// keeps to the words alone, and so does a warship's name ("the frigate |HMS Farthing").
func (f *finder) mention(first, last int, kind string) concord.WeaponMention {
	if ships[f.Tokens[first].Norm] && f.ship(first, last) == last-first {
		return concord.WeaponMention{Span: f.Span(first, last), Kind: kind}
	}
	if last < len(f.Tokens) && f.Tokens[last].POS == text.NOUN && f.Tokens[last].Sentence == f.Tokens[first].Sentence {
		return concord.WeaponMention{Span: f.Span(first, last), Kind: kind}
	}
	begin := f.Chunk(last - 1)
	for begin < first && (f.Tokens[begin].POS == text.NUM || counts[f.Tokens[begin].Norm]) {
		begin++
	}
	for i := begin; i < first; i++ { // an owner is not a part of the weapon
		if f.Tokens[i].Tag == text.Genitive {
			begin = i + 1
		}
	}
	return concord.WeaponMention{Span: f.Span(min(begin, first), last), Kind: kind}
}
