package concord_test

import (
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
