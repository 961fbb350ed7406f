package actor

import (
	"strings"

	"concord"
	"concord/text"
)

// noun reads the head noun of tokens [first, head] in the tables: the longest words that end in it.
func (f *finder) noun(first, head int) (noun, bool) {
	for i := max(first, head-3); i <= head; i++ {
		for _, word := range [...]func(int) string{f.lemma, f.norm} {
			if n, length := f.nouns.Match(func(j int) string {
				if j == head {
					return word(j)
				}
				return f.norm(j)
			}, i, head+1); length > 0 && i+length == head+1 {
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
	first = f.unnumbered(first, head)
	m := concord.ActorMention{Name: f.bare(first, head+1), Kind: n.kind, Side: n.side, Country: f.countryIn(first, head+1)}
	if tag := f.Tokens[head].Tag; !n.body && (tag == text.NN || tag == text.NNP) && f.Tokens[head].Norm != "police" {
		m.Kind = concord.Person
		m.Role = strings.ToLower(f.role(first, head+1))
	}
	if e := f.meant(m.Name); e != nil {
		m.Name, m.Kind, m.Country, m.Side = e.name, e.kind, e.country, e.side
	}
	f.add(first, head+1, m)
	return true
}

// unnumbered returns where the phrase begins without the number and the words that hedge it: "at least 12 |villagers".
func (f *finder) unnumbered(first, head int) int {
	for i := head - 1; i >= first; i-- {
		if f.Tokens[i].POS == text.NUM {
			return i + 1
		}
	}
	return first
}

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
	m := concord.ActorMention{Name: f.Words(first, last), Kind: concord.Nationality, Country: code, Side: concord.OtherSpeaker}
	t := &f.Tokens[last-1]
	if t.POS != text.ADJ && f.isHead(last-1, f.Sentences[t.Sentence].Last) {
		m.Kind = concord.OtherActor
		first = f.article(first)
	} else if nm := f.NameAt(first); nm != nil && nm.Kind != text.NationalityName && nm.Last-nm.First > last-first {
		return
	}
	f.add(first, last, m)
}

// states adds the countries that act.
func (f *finder) states(places []concord.PlaceMention) {
	for i := range places {
		p := &places[i]
		if !p.Metonym || p.Country == "" {
			continue
		}
		first, last := f.TokensIn(*p.Span)
		if f.at[first] > 0 {
			continue
		}
		f.add(f.article(first), last, concord.ActorMention{Name: f.places[p.Country], Kind: concord.State, Country: p.Country, Side: concord.Official})
	}
}
