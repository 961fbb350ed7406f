package actor

import (
	"sync"

	"concord"
	"concord/lexicon"
	"concord/text"
)

// states adds the countries that act: those that the gazetteer holds for their governments, and those joined to them in a list.
func (f *finder) states(places []concord.PlaceMention) {
	acting := make([]bool, len(places))
	for i := range places {
		first, last := f.TokensIn(*places[i].Span)
		acting[i] = places[i].Metonym || f.joined(first, last) || places[i].Precision == concord.ToCountry && (f.owns(last) || f.acts(first, last))
	}
	for i := 1; i < len(places); i++ {
		acting[i] = acting[i] || acting[i-1] && f.listed(places, i-1)
	}
	for i := len(places) - 2; i >= 0; i-- {
		acting[i] = acting[i] || acting[i+1] && f.listed(places, i)
	}
	for i := range places {
		p := &places[i]
		first, last := f.TokensIn(*p.Span)
		if !acting[i] || p.Country == "" || f.at[first] > 0 || p.Precision != concord.ToCountry && p.Precision != concord.ToCity {
			continue
		}
		if nm := f.NameAt(first); nm != nil && nm.Last > last && nm.Kind == text.OrganisationName {
			continue // a word in a longer name
		}
		m := concord.ActorMention{Name: lexicon.Country(p.Country), Kind: concord.State, Country: p.Country, Side: concord.Official}
		if f.Words(first, last) != m.Name {
			m.Organisation = m.Name
		}
		f.add(f.article(first), last, m)
	}
}

// joined reports whether a country is named as one of several that do something together: "nations include X", "X-Y relations".
func (f *finder) joined(first, last int) bool {
	if last < len(f.Tokens) && f.Tokens[last].Norm == "-" && !f.Tokens[last-1].SpaceAfter {
		return true
	}
	if first == 0 {
		return false
	}
	switch f.Tokens[first-1].Lemma {
	case "between", "join":
		return true
	case "-":
		return !f.Tokens[first-1].SpaceAfter
	}
	return false
}

// listed reports whether places i and i+1 are countries in one list.
func (f *finder) listed(places []concord.PlaceMention, i int) bool {
	if places[i].Precision != concord.ToCountry || places[i+1].Precision != concord.ToCountry {
		return false
	}
	_, from := f.TokensIn(*places[i].Span)
	to, _ := f.TokensIn(*places[i+1].Span)
	if to-from > 3 || to <= from {
		return false
	}
	for j := from; j < to; j++ {
		switch f.Tokens[j].Norm {
		case ",", "and", "the":
		default:
			return false
		}
	}
	return true
}

// deeds are the nouns of lexicon/deeds.tsv.
var deeds = sync.OnceValue(func() map[string]bool { return lexicon.Set("deeds", "noun") })

// owns reports whether a country before token i is the owner of a deed of its government.
func (f *finder) owns(i int) bool {
	for begin := i; i < min(len(f.Tokens), begin+4); i++ {
		switch t := &f.Tokens[i]; {
		case t.POS == text.NOUN:
			return deeds()[t.Lemma] && f.isHead(i, f.Sentences[t.Sentence].Last)
		case t.Tag != text.Genitive && t.POS != text.ADJ:
			return false
		}
	}
	return false
}

// acts reports whether a country is the subject of a verb that a comma parts from it, or is called somebody: "France is an ally".
func (f *finder) acts(first, last int) bool {
	s := f.Sentences[f.Tokens[first].Sentence]
	if !s.Parsed || last >= s.Last {
		return false
	}
	t := &f.Tokens[last-1]
	if t.Rel != text.Nsubj || t.Head < last {
		return false
	}
	if f.Tokens[last].Norm == "," {
		return f.Tokens[t.Head].POS == text.VERB && f.Child(t.Head, text.AuxPass) < 0
	}
	return f.Tokens[last].Lemma == "be" && f.Child(t.Head, text.Cop) >= 0 && f.Tokens[t.Head].POS == text.NOUN && f.isPeople(t.Head)
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
