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

// arm is a row of lexicon/weapons.tsv.
type arm struct {
	kind string
	weak bool // means a weapon only beside a verb of violence
}

// tables are the words of this package, read once and never changed.
type tables struct {
	arms     *lexicon.Phrases[arm]
	models   *lexicon.Words[string]
	times    *lexicon.Words[bool] // "Monday" is no second name
	violence map[string]bool      // lemmas of lexicon/violence.tsv
}

var read = sync.OnceValue(func() *tables {
	t := &tables{arms: lexicon.NewPhrases[arm](), models: lexicon.NewWords[string](), times: lexicon.NewWords[bool](), violence: lexicon.Set("violence", "lemma")}
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

// finder is one pass over a report.
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
	return f.armAt(i, end)
}

// armAt reads a weapon of the table at token i, as at does.
func (f *finder) armAt(i, end int) (last int, kind string) {
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

// counts are quantifiers that are no part of a weapon's name.
var counts = map[string]bool{"all": true, "any": true, "no": true, "more": true, "many": true, "some": true, "several": true, "multiple": true}

// violent reports whether the sentence up to token i speaks of violence.
func (f *finder) violent(i int) bool {
	for j := max(f.Sentences[f.Tokens[i].Sentence].First, i-8); j < min(i+5, len(f.Tokens)); j++ {
		if f.violence[f.Tokens[j].Lemma] {
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
