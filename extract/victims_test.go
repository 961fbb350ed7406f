package extract_test

import (
	"fmt"
	"strings"
	"testing"

	"concord"
)

// victimsOf writes the victims of the first account of violence: "2 injured", with the name of whoever is named, and "of 1" for a
// part of the first.
func victimsOf(r concord.Reading) string {
	for _, a := range r.Accounts {
		if !a.Type.Violent() {
			continue
		}
		var list []string
		for _, v := range a.Victims {
			words := "some " + v.Effect
			if v.CountLow != nil {
				words = concord.Range(*v.CountLow, v.CountHigh) + " " + v.Effect
			}
			if v.Name != nil {
				words += " " + *v.Name
			}
			if v.PartOf != nil {
				words += fmt.Sprintf(" of %d", *v.PartOf+1)
			}
			list = append(list, words)
		}
		return strings.Join(list, "; ")
	}
	return "no account"
}

func TestVictims(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"named further down", "A farmer was shot dead near Tel Rifa on Monday. Police named the farmer as Huda Karam. Karam died at the gate.",
			"1 killed Huda Karam"},
		{"hurt, then dead", "Gunmen shot Ivan Petrenko in Odesa on Monday. Petrenko died in hospital.", "1 killed Ivan Petrenko"},
		{"a part of the number", "Shells killed 12 people in Odesa on Monday, including four children.", "12 killed; 4 killed of 1"},
		{"a part told with of", "Shells killed six people in Odesa on Monday, two of them children.", "6 killed; 2 killed of 1"},
		{"a part of those abducted", "A gang abducted seven people in Odesa on Monday, two of them children.", "7 abducted; 2 abducted of 1"},
		{"the same number again", "Shells killed 12 people in Odesa on Monday. The 12 people were killed in a market.", "12 killed"},
		{"a man and a woman are two", "Gunmen in Odesa killed a man and wounded a woman on Monday.", "1 killed; 1 injured"},
		{"those who lived", "Gunmen shot three men in Odesa on Monday, one fatally.", "3 casualties; 1 killed of 1; 2 injured of 1"},
		{"no number is told", "Gunmen shot dead several farmers near Tel Rifa on Monday.", "some killed"},
		{"nobody", "Shells hit a market in Odesa on Monday. There were no casualties.", ""},
		{"a war's dead are not the strike's", "Shells killed six people in Odesa on Monday. The war has killed 40,000 people since 2014.", "6 killed"},
		{"another is somebody else", "Gunmen in Odesa killed a man on Monday. Another man was killed at the port.", "1 killed; 1 killed"},
		{"most of them are not all", "Shells killed 12 people in Odesa on Monday, most of them women. Medics said 12 people died.", "12 killed; some killed of 1"},
		{"a part told twice", "Shells killed nine people in Odesa on Monday, including two children. The two dead children were taken away. Shells killed two children.", "9 killed; 2 killed of 1"},
		{"soldiers are no rebels", "Rebels killed nine soldiers in Odesa on Monday. The army said it killed three rebels.", "9 killed; 3 killed"},
		{"a name where places are", "Shells killed nine farmers in Odesa on Monday. Rebels attacked the village of Yusuf Hassan.", "9 killed"},
		{"a town whose name might be a person's", "Shelling of Maarat al-Numan. Shells hit a market. 5 killed, 3 injured.", "5 killed; 3 injured"},
		{"all of a list", "Ivan Petrenko, Olha Kovalenko and Taras Melnyk were killed in Odesa on Monday.",
			"1 killed Ivan Petrenko; 1 killed Olha Kovalenko; 1 killed Taras Melnyk"},
		{"who stands after a list", "Ivan Petrenko was killed in Odesa on Monday, Olha Kovalenko said.", "1 killed Ivan Petrenko"},
	} {
		if got := victimsOf(read(t, c.text)); got != c.want {
			t.Errorf("%s: %q\n got %s\nwant %s", c.name, c.text, got, c.want)
		}
	}
}

// TestVictimDescribed proves that a victim of whom a sentence gives the name alone is described by the words that say who it is.
func TestVictimDescribed(t *testing.T) {
	r := read(t, "Gunmen killed Ivan Petrenko in Odesa on Monday. Mayor Ivan Petrenko had left his home.")
	for _, a := range r.Accounts {
		for _, v := range a.Victims {
			if v.Mention == "Mayor Ivan Petrenko" {
				return
			}
		}
	}
	t.Errorf("nobody is described as the mayor: %s", victimsOf(r))
}
