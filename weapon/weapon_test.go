package weapon_test

import (
	"testing"

	"concord"
	"concord/text"
	"concord/weapon"
)

func TestFind(t *testing.T) {
	engine, err := text.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ proves, text, mention, kind string }{
		{"the whole noun phrase", "A heavy machine gun opened up on the convoy.", "A heavy machine gun", "firearm"},
		{"the last noun decides", "They found rocket launchers in the cellar.", "rocket launchers", "missile"},
		{"a model by letters and number", "Two Su-25 jets circled above the town.", "Su-25 jets", "aircraft"},
		{"a prefix keeps its hyphen", "An anti-tank missile destroyed the car.", "An anti-tank missile", "missile"},
		{"its number is no part of it", "Helicopters dropped 14 barrel bombs on Kafr Nour.", "barrel bombs", "bomb"},
		{"a compound is named by itself", "The mortar attack killed a nurse.", "mortar", "artillery"},
		{"a weak word in a sentence of violence", "Police were pelted with stones.", "stones", "other"},
		{"gas", "Medics treated people for exposure to chlorine gas.", "chlorine gas", "chemical"},
	} {
		got := weapon.Find(engine.Tag(&concord.Report{Text: c.text}))
		found := false
		for _, m := range got {
			found = found || m.Of(c.text) == c.mention && m.Kind == c.kind
		}
		if !found {
			t.Errorf("%s: %q gives %+v, not %q (%s)", c.proves, c.text, got, c.mention, c.kind)
		}
	}
}

func TestFindNothing(t *testing.T) {
	engine, err := text.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ proves, text string }{
		{"a club that plays", "The club bought a striker from Lyon."},
		{"a mine that is dug", "The copper mine employs 900 people."},
		{"a stone that is built with", "The house was made of stone."},
		{"arms that are limbs", "She ran with the child in her hands."},
	} {
		if got := weapon.Find(engine.Tag(&concord.Report{Text: c.text})); len(got) > 0 {
			t.Errorf("%s: %q gives %q", c.proves, c.text, got[0].Of(c.text))
		}
	}
}
