package weapon_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"concord"
	"concord/pagetest"
	"concord/text"
	"concord/weapon"
)

var engine = sync.OnceValue(func() *text.Engine {
	e, err := text.New()
	if err != nil {
		panic(err)
	}
	return e
})

// example is a text with one weapon in brackets and its kind; without brackets none must be found in it.
type example struct{ proves, text, kind string }

var examples = []example{
	{"the whole noun phrase", "[A heavy machine gun] opened up on the convoy.", "firearm"},
	{"the last noun decides", "They found [rocket launchers] in the cellar.", "missile"},
	{"a model by letters and number", "Two [Su-25 jets] circled above the town.", "aircraft"},
	{"a model with its maker's name", "[An MQ-9 Reaper] circled above the town.", "drone"},
	{"several words, whatever their kind", "The camp was hit by [remotely piloted aircraft].", "drone"},
	{"a prefix keeps its hyphen", "[An anti-tank missile] destroyed the car.", "missile"},
	{"its number is no part of it", "Helicopters dropped 14 [barrel bombs] on Kafr Nour.", "bomb"},
	{"a compound is named by itself", "The [mortar] attack killed a nurse.", "artillery"},
	{"a weak word in a sentence of violence", "Police were pelted with [stones].", "other"},
	{"gas", "Medics treated people for exposure to [chlorine gas].", "chemical"},
	{"a drone by its maker's name", "[A Shahed drone] hit the depot.", "drone"},
	{"fire", "Youths threw [petrol bombs] at the gate.", "bomb"},
	{"armour", "Three [armoured vehicles] were burnt.", "vehicle"},
	{"a warship by its letters", "[HMS Farthing] left port on Monday.", "vehicle"},
	{"a warship's name is one without what it is", "The aircraft carrier [USS Juniper] turned south.", "vehicle"},
	{"names in capitals", "[A POWERFUL DYNAMITE CHARGE] EXPLODED NEAR THE BANK.", "explosive"},

	{"a club that plays", "The club bought a striker from Lyon.", ""},
	{"a mine that is dug", "The copper mine employs 900 people.", ""},
	{"a stone that is built with", "The house was made of stone.", ""},
	{"no arms at all", "She ran with the child in her hands.", ""},
}

func TestExamples(t *testing.T) {
	for _, x := range examples {
		before, rest, marked := strings.Cut(x.text, "[")
		mention, after, _ := strings.Cut(rest, "]")
		words := before + mention + after
		all := weapon.Find(engine().Tag(&concord.Report{Text: words}))
		if !marked && len(all) > 0 {
			t.Errorf("%s: %q gives %q", x.proves, words, all[0].Of(words))
		}
		found := !marked
		for _, m := range all {
			found = found || m.Start == len(before) && m.Of(words) == mention && m.Kind == x.kind
		}
		if !found {
			t.Errorf("%s: %q gives %+v, not %q (%s)", x.proves, words, all, mention, x.kind)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, x := range examples {
		f.Add(x.text)
	}
	f.Fuzz(func(t *testing.T, words string) {
		for _, m := range weapon.Find(engine().Tag(&concord.Report{Text: words})) {
			if m.Start < 0 || m.End > len(words) || m.Start >= m.End || m.Kind == "" {
				t.Fatalf("%+v is not in the text", m)
			}
		}
	})
}

// TestPage holds that docs/weapons.md shows the examples; go test ./weapon -run TestPage -update writes it.
func TestPage(t *testing.T) {
	pagetest.Holds(t, "../docs/weapons.md", page())
}

func page() string {
	var b strings.Builder
	b.WriteString("# Weapons\n\nThe noun phrases of a report that name weapons, munitions and platforms, in brackets, and what kind each is. The words are in\n" +
		"`lexicon/weapons.tsv`, letters of models in `models.tsv`. Words that mean a weapon only in company (\"stone\", \"club\") count in a\nsentence of violence.\n\n" +
		"This page is written from the examples in `weapon/weapon_test.go` by `go test ./weapon -run TestPage -update`.\n\n" +
		"| sentence | kind | shows |\n| --- | --- | --- |\n")
	for _, x := range examples {
		if strings.Contains(x.text, "[") {
			fmt.Fprintf(&b, "| %s | %s | %s |\n", x.text, x.kind, x.proves)
		}
	}
	b.WriteString("\nNo weapons:\n\n")
	for _, x := range examples {
		if !strings.Contains(x.text, "[") {
			fmt.Fprintf(&b, "- %s\n", x.text)
		}
	}
	return b.String()
}
