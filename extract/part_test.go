package extract_test

import (
	"strings"
	"testing"

	"concord"
)

// partsOf writes who has a part in the first account of violence: perpetrators < victims | things hit.
func partsOf(r concord.Reading) string {
	for _, a := range r.Accounts {
		if !a.Type.Violent() {
			continue
		}
		var who, whom, what []string
		for _, p := range a.Perpetrators {
			who = append(who, p.Mention)
			if p.Stance == "denied" {
				who[len(who)-1] += " (denied)"
			}
		}
		for _, v := range a.Victims {
			whom = append(whom, v.Mention)
		}
		for _, o := range a.Objects {
			what = append(what, o.Mention)
		}
		return strings.Join(who, ", ") + " > " + strings.Join(whom, ", ") + " | " + strings.Join(what, ", ")
	}
	return "no account"
}

// TestParts proves who has a part in an incident by what is told sentences away from it, and who has none.
func TestParts(t *testing.T) {
	const (
		bomb    = "A bomb exploded outside a bank in Quetta on Sunday, killing two guards.\n\n"
		farmers = "Four farmers were murdered near Beni on Sunday.\n\n"
		traders = "Gunmen killed three traders near Jos on Sunday.\n\n"
		strike  = "An air strike killed nine people in Saada on Sunday.\n\n"
	)
	for _, c := range []struct{ proves, text, want string }{
		{"who planted it", bomb + "The Baloch Liberation Army planted the bomb, the police said.", "Baloch Liberation Army > two guards | bank"},
		{"who claims it", "A car bomb killed nine people in Kabul on Sunday.\n\nIslamic State claimed the attack.", "Islamic State > nine people | "},
		{"what and who else was hit", "Guerrillas attacked the town of Toribio on Sunday.\n\nThe police station and the church were destroyed. " +
			"Two nuns and a policeman died.", "Guerrillas > Two nuns, policeman | police station, church"},
		{"what was damaged", "A bomb went off in Lima on Sunday.\n\nA pharmacy and two cars were damaged.", " >  | pharmacy, two cars"},
		{"who denies it", "A shell killed two women in Horlivka on Sunday.\n\nThe army denied that it had shelled the town.", "army (denied) > two women | "},
		{"who condemns it has none", bomb + "President Ali Khan condemned the attack and flew to the town.", " > two guards | bank"},
		{"nor who looks into it", bomb + "Detectives searched the market and questioned a shopkeeper.", " > two guards | bank"},
		{"nor who is asked for help", farmers + "The mayor, Jean Kambale, asked the army for help.", " > Four farmers | "},
		{"nor who comes later", traders + "Soldiers arrived an hour later and closed the road.", "Gunmen > three traders | "},
		{"nor who fights there otherwise", traders + "Boko Haram has fought the government since 2009.", "Gunmen > three traders | "},
		{"nor who did and suffered something else", traders + "In another attack on Monday, bandits kidnapped a priest in Minna.", "Gunmen > three traders | "},
		{"nor where the dead and the wounded are taken", traders + "The bodies were taken to a hospital in the city.", "Gunmen > three traders | "},
		{"nor where they are treated", strike + "Doctors treated the wounded in a school.", " > nine people | "},
		{"nor who calls for peace", strike + "The United Nations called for a truce.", " > nine people | "},
	} {
		if got := partsOf(read(t, c.text)); got != c.want {
			t.Errorf("%s: %q\n got %s\nwant %s", c.proves, c.text, got, c.want)
		}
	}
}
