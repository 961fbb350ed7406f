package actor

import (
	"strings"
	"sync"

	"concord"
	"concord/lexicon"
	"concord/text"
)

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
	if e := f.meant(m.Name); e != nil && !f.namesAnother(e) {
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
		if e, n := f.match(i, last); n > 0 && e.kind != concord.Person && !f.onlyTied(i+n, last) {
			return e
		}
	}
	return nil
}

// onlyTied reports whether a hyphen at token i ties the name before it to what says how those after it stand to it, who are others: "al-Qaeda|-linked
// rebels", not "al-Qaeda-led rebels".
func (f *finder) onlyTied(i, last int) bool {
	if i+2 >= last || f.Tokens[i].Norm != "-" || f.Tokens[i-1].SpaceAfter || f.Tokens[i].SpaceAfter || !strings.HasSuffix(f.Tokens[i+1].Norm, "ed") {
		return false
	}
	return f.Tokens[i+1].Norm != "led"
}

// isBody reports whether the noun means several people by itself: "family".
func (f *finder) isBody(i int) bool {
	n, ok := f.noun(i, i)
	return ok && n.body
}

// isPeople reports whether the noun is one for people or a body.
func (f *finder) isPeople(i int) bool {
	n, ok := f.noun(i, i)
	return ok && n.kind != "none"
}

// namesAnother reports whether the report names an armed group of the same country and not e, also an armed group, which plain words alone then do
// not mean: "the guerrillas" in a report about the ELN are not the FARC.
func (f *finder) namesAnother(e *entry) bool {
	if e.kind != concord.ArmedGroup {
		return false
	}
	another := false
	for i := range f.known {
		k := f.known[i].entry
		if k == e {
			return false
		}
		another = another || k != nil && k.kind == concord.ArmedGroup && k.country == e.country
	}
	return another
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
