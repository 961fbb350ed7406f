package extract_test

import (
	"slices"
	"testing"

	"concord"
)

// Words of an event tell of one only where somebody can have done or suffered it, and of what happened only where the words around them
// say so.
func TestAdmitted(t *testing.T) {
	for _, c := range []struct {
		words string
		rule  string
		want  concord.Modality // "": no event
	}{
		{"The army built up its troops along the border.", "event/mobilise", concord.Asserted},
		{"He praised the trust that the bankers have built up over decades.", "event/mobilise", ""},
		{"Police said that the gang made millions through fraud.", "event/crime", concord.Asserted},
		{"The collapse was widely blamed on corruption.", "event/crime", ""},
		{"The United Nations sanctioned two generals on Monday.", "event/sanction", concord.Asserted},
		{"The truce leaves out UN-designated groups.", "event/sanction", ""},
		{"An eruption of the volcano drove villagers away.", "event/natural", concord.Asserted},
		{"It was the worst eruption of violence in years.", "event/natural", ""},
		{"The union held a march in Idlib on Friday.", "event/protest", concord.Asserted},
		{"They took the army-held stronghold of Idlib in March.", "event/protest", ""},
		{"A fire destroyed the market.", "event/accident", concord.Asserted},
		{"Troops hit the convoy with precision fire.", "event/accident", ""},
		{"The envoys met on Monday.", "event/talks", concord.Asserted},
		{"The army met with fierce resistance in the hills.", "event/talks", ""},
		{"The army met fierce resistance in the hills.", "event/talks", ""},
		{"Oman mediated between the two sides on Monday.", "event/mediation", concord.Asserted},
		{"A truce brokered by Oman took effect on Monday.", "event/mediation", ""},
		{"A dam collapsed near Latur on Friday.", "event/accident", concord.Asserted},
		{"The Lebanese government collapsed on Friday.", "event/accident", ""},
		{"An open-ended cease-fire took effect at noon.", "event/accident", ""},
		{"An air-strike hit the mill on Monday.", "event/airstrike", concord.Asserted},
		{"The two sides signed an accord on Monday.", "event/agreement", concord.Asserted},
		{"According to residents, the mill was quiet on Monday.", "event/agreement", ""},
		{"The rebels toppled the governor on Sunday.", "event/other", concord.Asserted},
		{"Other groups are made up of rebels fighting to topple the governor.", "event/other", concord.Planned},
		{"Soldiers let the aid convoy into the city.", "event/aid", concord.Asserted},
		{"Soldiers are yet to let the aid convoy into the city.", "event/aid", concord.Denied},
		{"The murder of the judge shocked the town.", "event/killing", concord.Asserted},
		{"He was held on charges of murder.", "event/killing", concord.Possible},
		{"Rebels were forced out of the fort.", "event/take", concord.Asserted},
		{"Families were forced out of their homes.", "event/take", ""},
		{"The army reinforced its troops at the dam.", "event/mobilise", concord.Asserted},
		{"The clinic's nurses were reinforced by volunteers.", "event/mobilise", ""},
		{"The surrender of the fort came at dawn.", "event/surrender", concord.Asserted},
		{"The envoy decried the surrender-or-starve tactic.", "event/surrender", ""},
		{"The rebels announced the formation of a new group.", "event/group", concord.Asserted},
		{"The armed formations of the north cease fire at noon.", "event/group", ""},
		{"Villagers who fled the valley sleep in schools.", "event/displacement", concord.Asserted},
		{"Troops chased the rebels who fled the valley.", "event/displacement", ""},
		{"Families fled the valley.", "event/displacement", concord.Asserted},
		{"A baker who fled last year told the news.", "event/displacement", ""},
		{"The militia cut off the town.", "event/siege", concord.Asserted},
		{"The youths' heads were cut off.", "event/siege", ""},
		{"The power was cut off.", "event/siege", ""},
		{"The king ordered the mobilisation of troops.", "event/mobilise", concord.Asserted},
		{"The mayor hailed the mobilisation of nurses.", "event/mobilise", ""},
		{"The envoys met at a meeting in Vienna.", "event/talks", concord.Asserted},
		{"Families had trouble in meeting basic needs.", "event/talks", ""},
		{"The town hailed the release of the teachers.", "event/release", concord.Asserted},
		{"The party denounced the raid in a press release.", "event/release", ""},
		{"Missile fire hit the depot.", "event/shooting", concord.Asserted},
		{"Missile fire hit the depot.", "event/accident", ""},
		{"The truce brokered by the envoy collapsed.", "event/accident", ""},
		{"The bridge collapsed.", "event/accident", concord.Asserted},
		{"The rebels opened a new front in the north.", "event/offensive", concord.Asserted},
		{"The rebels opened a new front in the north.", "event/group", ""},
		{"The soldiers battled the rebels in the town.", "event/clash", concord.Asserted},
		{"Firefighters battled to save the hall.", "event/clash", ""},
		{"The farmers took up arms.", "event/mobilise", concord.Asserted},
		{"The farmers took up arms.", "event/disrupt", ""},
		{"The army massed in preparation for the liberation of the town.", "event/take", concord.Planned},
		{"Did the army shell the school in Gao?", "event/shelling", concord.Conditional},
		{"Why did the army shell the school in Gao?", "event/shelling", concord.Asserted},
		{"Has the minister seen the reports that ten people were killed in Gao?", "event/killing", concord.Asserted},
		{"Do you expect talks?", "event/talks", concord.Conditional},
		{"Warplanes and aircraft fire hit the plant.", "event/accident", ""},
		{"The pipe leaked.", "event/accident", concord.Asserted},
		{"The leaked video shows the mayor.", "event/accident", ""},
		{"Guards watch the site of the disaster.", "event/accident", ""},
		{"Troops surrounded the town.", "event/siege", concord.Asserted},
		{"Fighting went on in the surrounding of the town.", "event/siege", ""},
		{"Police foil plot to bomb station", "event/disrupt", concord.Asserted},
		{"The foil of the plot is a clerk.", "event/disrupt", ""},
	} {
		var got concord.Modality
		claims := read(t, c.words).Claims
		if i := slices.IndexFunc(claims, func(x concord.Claim) bool { return x.Rule == c.rule }); i >= 0 {
			got = claims[i].Modality
		}
		if got != c.want {
			t.Errorf("%s: %s is %q, want %q", c.words, c.rule, got, c.want)
		}
	}
}
