package concord_test

import (
	"strings"
	"testing"

	"concord"
)

// TestNamed holds that a people is an actor alone, and that words without a number are no quantity to a reader.
func TestNamed(t *testing.T) {
	span := func(start, end int) *concord.Span { return &concord.Span{Start: start, End: end} }
	m := &concord.Mentions{ // "The Turks left Turkey, one of many"
		Places:     []concord.PlaceMention{{Where: concord.Where{Span: span(4, 9)}, Metonym: true}, {Where: concord.Where{Span: span(15, 21)}}},
		Actors:     []concord.ActorMention{{Span: *span(0, 9), Kind: concord.OtherActor, People: true}},
		Quantities: []concord.QuantityMention{{Span: *span(23, 26), Unsaid: true}, {Span: *span(30, 34)}},
	}
	named := m.Named()
	if len(named.Places) != 1 || named.Places[0].Span.Start != 15 || len(named.Quantities) != 1 || named.Quantities[0].Start != 30 || len(named.Actors) != 1 {
		t.Errorf("named are %+v", named)
	}
	if len(m.Places) != 2 || len(m.Quantities) != 2 {
		t.Error("the mentions themselves were changed")
	}
}

// TestNamesWithinActors holds that a word in the name of an army or an armed group is no place.
func TestNamesWithinActors(t *testing.T) {
	words := "The Syrian army and the Islamic State of Iraq left Turkish soil."
	at := func(part string) *concord.Span {
		start := strings.Index(words, part)
		return &concord.Span{Start: start, End: start + len(part)}
	}
	place := func(part string, demonym bool) concord.PlaceMention {
		return concord.PlaceMention{Where: concord.Where{Span: at(part)}, Metonym: demonym, Demonym: demonym}
	}
	m := &concord.Mentions{
		Places: []concord.PlaceMention{place("Syrian", true), place("Iraq", false), place("Turkish", true)},
		Actors: []concord.ActorMention{{Span: *at("The Syrian army"), Kind: concord.State}, {Span: *at("the Islamic State of Iraq"), Kind: concord.ArmedGroup}, {Span: *at("Turkish"), Kind: concord.Nationality}},
	}
	if named := m.Named(); len(named.Places) != 1 || named.Places[0].Span.Of(words) != "Turkish" {
		t.Errorf("named are %+v", named.Places)
	}
}
