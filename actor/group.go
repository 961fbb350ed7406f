package actor

import (
	"strings"
	"sync"

	"concord"
	"concord/lexicon"
	"concord/text"
)

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

// group adds the actor that a noun phrase with a common noun means: people, a body of people, one person by his office.
func (f *finder) group(first, head int) bool {
	n, ok := f.noun(first, head)
	if !ok && f.substantive(head, head+1) {
		n, ok = noun{kind: concord.OtherActor, side: concord.OtherSpeaker}, true
	}
	if !ok {
		return false
	}
	if place := f.NameAt(head); place != nil && place.Kind == text.PlaceName {
		return false
	}
	if n.kind == "none" {
		return false
	}
	first = f.unnumbered(f.paired(f.whole(first), head), head)
	m := concord.ActorMention{Name: f.bare(first, head+1), Kind: n.kind, Side: n.side, Country: f.countryIn(first, head+1)}
	if tag := f.Tokens[head].Tag; !n.body && (tag == text.NN || tag == text.NNP) && f.Tokens[head].Norm != "police" {
		m.Kind = concord.Person
		if f.predicate(first) || f.lone(first, head) {
			return false
		}
		m.Role = strings.ToLower(f.role(first, head+1))
	}
	end := f.complement(head, n)
	if e := f.meant(m.Name); e != nil {
		m.Name, m.Kind, m.Country, m.Side, m.Organisation = e.name, e.kind, e.country, e.side, f.voice(e)
	} else if old := f.calledInFull(m.Name); old != nil {
		m.Name, m.Kind, m.Country, m.Side, m.Organisation = old.Name, old.Kind, old.Country, old.Side, old.Organisation
	} else if e := f.entryIn(first, end); e != nil {
		f.belong(&m, e)
	}
	f.add(first, end, m)
	return true
}

// calledInFull returns the last actor before that has a name of which a lone noun for an alliance is the last word: "the coalition" after "the
// Saudi-led coalition"; nil where none has.
func (f *finder) calledInFull(noun string) *mention {
	if !alliances()[noun] {
		return nil
	}
	for i := len(f.found) - 1; i >= 0; i-- {
		if m := &f.found[i]; !m.gone && m.Kind != concord.Person && strings.HasSuffix(strings.ToLower(m.Name), " "+noun) {
			return m
		}
	}
	return nil
}

// alliances are the nouns of lexicon/collectives.tsv.
var alliances = sync.OnceValue(func() map[string]bool { return lexicon.Set("collectives", "word") })

// belong lets a group or a person be one of an actor that the phrase names: "SDF fighters" are the SDF, a "Hamas official" speaks for Hamas.
func (f *finder) belong(m *concord.ActorMention, e *entry) {
	m.Organisation = e.name
	if m.Country == "" {
		m.Country = e.country
	}
	if m.Kind == concord.ArmedGroup || m.Kind == concord.State {
		m.Name, m.Kind, m.Side = e.name, e.kind, e.side
	} else if m.Kind == concord.Person {
		m.Side = e.side
	}
}

// entryIn returns the first actor of the tables named in tokens [first, last), nil where none is; persons do not count.
func (f *finder) entryIn(first, last int) *entry {
	for i := first; i < last; i++ {
		if e, n := f.match(i, last); n > 0 && e.kind != concord.Person {
			return e
		}
	}
	return nil
}

// whole returns where a phrase begins that would cut a name of the tables in two: "|Shining Path members".
func (f *finder) whole(first int) int {
	for i := max(f.Sentences[f.Tokens[first].Sentence].First, first-4); i < first; i++ {
		if _, n := f.match(i, len(f.Tokens)); n > 0 && i+n > first {
			return i
		}
	}
	return first
}

// paired returns where a phrase begins with the adjective that shares its noun with the first of it: "|local and provincial councils".
func (f *finder) paired(first, head int) int {
	if first == head || first-2 < f.Sentences[f.Tokens[head].Sentence].First || f.Tokens[first].POS != text.ADJ || f.Tokens[first-1].POS != text.CCONJ {
		return first
	}
	if t := &f.Tokens[first-2]; t.POS == text.ADJ && (t.Rel == text.Amod && t.Head == head || f.isPeoples(first-2) && f.isPeoples(first)) {
		return f.Chunk(first - 2)
	}
	return first
}

// predicate reports whether the phrase at token first only says what somebody is: "he was |a colonel".
func (f *finder) predicate(first int) bool {
	return first > f.Sentences[f.Tokens[first].Sentence].First && f.Tokens[first-1].Lemma == "be" && f.Tokens[first].Norm != "the"
}

// lone reports whether a lone singular noun within a sentence means nobody in particular: "taken |prisoner", "|fighter and bomber crews".
func (f *finder) lone(first, head int) bool {
	begin := f.Sentences[f.Tokens[head].Sentence].First
	return first == head && head > begin && f.Tokens[head-1].POS != text.NUM && f.Form(head) == f.Tokens[head].Norm && f.Tokens[head].Tag == text.NN
}

// complement returns the end of the phrase with this head and the "of" phrase that says whose or who they are: "the families of
// the victims|", "minister for energy|".
func (f *finder) complement(head int, n noun) int {
	last, end := head+1, f.Sentences[f.Tokens[head].Sentence].Last
	if f.inOneBreath(head, end) {
		return last + 2
	}
	if last+1 >= end || f.Tokens[last].Norm != "of" && (f.Tokens[last].Norm != "for" || n.side != concord.Official && !(f.capital(head) && f.capital(last+1))) {
		return last
	}
	for i := last + 1; i < min(end, last+7); i++ {
		if e := f.placed[i]; e > 0 && !f.isPeoples(i) {
			return e
		}
		if unit := f.unitEnd(i, end); unit > i {
			return unit
		}
		if _, n := f.match(i, end); n > 1 && i <= last+2 {
			return i + n
		}
		if t := &f.Tokens[i]; t.POS == text.NOUN || t.POS == text.PROPN {
			if f.isHead(i, end) && f.Chunk(i) == last+1 {
				if nm := f.NameAt(i); t.POS == text.NOUN && !f.isPeople(i) && f.Form(i) == t.Norm || nm != nil && nm.Kind == text.PersonName && !f.isPeople(i) {
					return last
				}
				return i + 1
			}
		}
	}
	return last
}

// inOneBreath reports whether the people of this head are named with others by a bare noun each: "family and friends", "allies and partners".
func (f *finder) inOneBreath(head, end int) bool {
	other := head + 2
	if other >= end || f.Tokens[head+1].Norm != "and" || f.capital(other) || f.Tokens[other].Tag != text.NNS || f.Tokens[head].Tag != text.NNS && !f.isBody(head) {
		return false
	}
	return f.isHead(other, end) && f.isPeople(other) && (other+1 == end || f.Tokens[other+1].Norm != "of")
}

// isBody reports whether the noun means several people by itself: "family".
func (f *finder) isBody(i int) bool {
	n, ok := f.noun(i, i)
	return ok && n.body
}

// capital reports whether token i begins with a capital letter.
func (f *finder) capital(i int) bool {
	c := f.Text[f.Tokens[i].Start]
	return c >= 'A' && c <= 'Z'
}

// isPeople reports whether the noun is one for people or a body.
func (f *finder) isPeople(i int) bool {
	n, ok := f.noun(i, i)
	return ok && n.kind != "none"
}

// unnumbered returns where the phrase begins without its number and the words that hedge it: "at least 12 |villagers", "all |parties".
func (f *finder) unnumbered(first, head int) int {
	if f.Tokens[first].POS == text.DET && f.Tokens[first].Norm != "some" {
		return first
	}
	for i := head - 1; i >= first; i-- {
		if f.Tokens[i].POS == text.NUM && !isOrdinal(f.Tokens[i].Norm) {
			if _, n := f.match(i, i+1); n > 0 {
				return i // a short form that was taken for a number: "12 |SDF fighters"
			}
			return i + 1
		}
	}
	for first < head && loose[f.Tokens[first].Norm] {
		first++
	}
	return first
}

// loose are quantifiers that are no part of a group's name.
var loose = map[string]bool{"any": true, "no": true, "more": true, "many": true, "some": true, "several": true, "multiple": true,
	"most": true, "few": true, "fewer": true, "numerous": true, "every": true, "each": true}

// bare returns the words of tokens [first, last) without an article or owner's pronoun.
func (f *finder) bare(first, last int) string {
	for first < last-1 && (f.Tokens[first].POS == text.DET || f.Tokens[first].Tag == text.PRPS) {
		first++
	}
	return f.Words(first, last)
}

// meant returns the actor that plain words mean in a report about its country, nil where none does.
func (f *finder) meant(words string) *entry {
	for _, e := range f.plain[strings.ToLower(words)] {
		if e.country == f.country {
			return e
		}
	}
	return nil
}

// countryIn returns the country whose people or name stands in tokens [first, last).
func (f *finder) countryIn(first, last int) string {
	for i := first; i < last; i++ {
		if code, n := f.people.Match(f.norm, i, last); n > 0 {
			return code
		}
	}
	return ""
}

// nationality adds a demonym: an adjective as a nationality, a noun as a group of people.
func (f *finder) nationality(first, last int, code string) {
	if f.placed[first] > last {
		return // "Saudi Arabia"
	}
	m := concord.ActorMention{Name: f.Words(first, last), Kind: concord.Nationality, Country: code, Side: concord.OtherSpeaker}
	t := &f.Tokens[last-1]
	if t.POS != text.ADJ && f.isHead(last-1, f.Sentences[t.Sentence].Last) {
		m.Kind, m.People = concord.OtherActor, true
		first = f.article(first)
	} else if nm := f.NameAt(first); nm != nil && nm.Kind != text.NationalityName && nm.Last-nm.First > last-first {
		return
	}
	f.add(first, last, m)
}
