package extract_test

import (
	"strings"
	"testing"

	"concord"
)

// sum writes an account in a line: who < what > whom, with what.
func sum(a *concord.Account) string {
	var who, whom, what []string
	for _, p := range a.Perpetrators {
		who = append(who, p.Mention)
	}
	for _, v := range a.Victims {
		whom = append(whom, v.Mention+" "+v.Effect)
	}
	for _, o := range a.Objects {
		whom = append(whom, o.Mention+" "+o.Effect)
	}
	for _, w := range a.Weapons {
		what = append(what, w.Mention)
	}
	return strings.Join(who, ", ") + " < " + string(a.Type) + " > " + strings.Join(whom, ", ") + " | " + strings.Join(what, ", ")
}

// Who did it, to whom, with what: in the active, the passive, by noun and by light verb.
func TestRoles(t *testing.T) {
	for _, c := range []struct{ proves, words, want string }{
		{"active", "Gunmen killed two farmers in Borno.", "Gunmen < attack > two farmers killed | "},
		{"passive", "Two farmers were killed by gunmen in Borno.", "gunmen < attack > Two farmers killed | "},
		{"a noun", "The murder of a priest by gunmen shocked the town.", "gunmen < attack > priest killed | "},
		{"a light verb", "Rebels carried out an attack on an army base.", "Rebels < armed_clash > army base unknown | "},
		{"a participle", "A mortar shell hit a school, wounding four pupils.", " < shelling > four pupils injured, school unknown | mortar shell"},
		{"the weapon as subject", "A car bomb killed seven soldiers at a checkpoint.", " < bombing > seven soldiers killed | car bomb"},
		{"arms that were hit", "Mortars hit two rocket launchers in Homs.", " < shelling > two rocket launchers unknown | Mortars"},
		{"arms that say what was hit", "Jets bombed an ammunition depot in Homs.", " < air_strike > ammunition depot unknown | Jets, bombed"},
		{"a name with its title", "Gunmen shot dead Colonel Ahmed Rashid on Sunday.", "Gunmen < armed_clash > Colonel Ahmed Rashid killed | shot"},
	} {
		t.Run(c.proves, func(t *testing.T) {
			r := read(t, c.words)
			if len(r.Accounts) == 0 {
				t.Fatalf("%s: no incident", c.words)
			}
			if got := sum(&r.Accounts[0]); got != c.want {
				t.Errorf("%s\n got %s\nwant %s", c.words, got, c.want)
			}
		})
	}
}

// What is planned, feared, denied or demanded has not happened.
func TestModality(t *testing.T) {
	for _, c := range []struct {
		words string
		want  concord.Modality
	}{
		{"The rebels attacked the barracks.", concord.Asserted},
		{"The rebels will attack the barracks.", concord.Planned},
		{"The army is preparing an offensive against the town.", concord.Planned},
		{"The rebels did not attack the barracks.", concord.Denied},
		{"No fewer than 23 villagers were killed in the hamlet.", concord.Asserted},
		{"No villagers were killed in the hamlet.", concord.Denied},
		{"The army denied bombing the village.", concord.Denied},
		{"If the rebels attack the barracks, the truce is over.", concord.Conditional},
		{"The rebels may have attacked the barracks.", concord.Possible},
		{"Residents feared a massacre.", concord.Possible},
		{"The minister demanded the release of the hostages.", concord.Demanded},
	} {
		r := read(t, c.words)
		var got []concord.Modality
		for _, claim := range r.Claims {
			if claim.Event != nil && claim.Type != concord.OtherStrategic {
				got = append(got, claim.Modality)
			}
		}
		if len(got) == 0 || got[0] != c.want {
			t.Errorf("%s: %v, want %s", c.words, got, c.want)
		}
	}
}

// A round-up keeps its incidents apart; one happening that is told again and again stays one.
func TestAccounts(t *testing.T) {
	for _, c := range []struct {
		proves, words string
		kind          concord.EventType
		want          int
	}{
		{"one told four times", "A car bomb exploded at a market in Kirkuk on Monday, killing nine people. The blast wounded 20 others. " +
			"The explosion destroyed several stalls. Nobody has claimed the bombing.", concord.Bombing, 1},
		{"two on two days", "A car bomb exploded at a market in Kirkuk on Monday, killing nine people. On Tuesday a roadside bomb killed two soldiers in Mosul.", concord.Bombing, 2},
		{"a second blast", "A bomb exploded at a market in Kirkuk on Monday, killing nine people. A second bomb exploded at a bus station in Erbil, wounding three men.", concord.Bombing, 2},
		{"five places", "Gunmen killed two farmers in Borno on Monday. In Kaduna, gunmen shot dead a teacher on Tuesday. A trader was stabbed to death in Kano on Wednesday. " +
			"In Sokoto, attackers beheaded a herder on Thursday. A nurse was murdered in Jos on Friday.", concord.AttackOnCivilians, 5},
		{"what was struck is said to have caught fire", "Jets struck a fuel depot in Taiz on Monday, residents said. The depot caught fire, the army said.", concord.ManMadeDisaster, 0},
		{"something else caught fire", "Jets struck a fuel depot in Taiz on Monday, residents said. A ferry caught fire off Aden on Sunday.", concord.ManMadeDisaster, 1},
		{"near a city, and a village beside it", "Shells hit a convoy near Aleppo on Monday, drivers said. Two drivers were killed at Urum al-Kubra on Monday by the shells.", concord.Shelling, 1},
		{"near a city, and a town far from it", "Shells hit a convoy near Aleppo on Monday, drivers said. Shells killed two farmers in Jisr al-Shughur on Monday.", concord.Shelling, 2},
		{"an attack that is only demanded", "The president called for an attack on the rebels.", concord.ArmedClash, 0},
	} {
		t.Run(c.proves, func(t *testing.T) {
			r := read(t, c.words)
			got := 0
			for i := range r.Accounts {
				t.Log(sum(&r.Accounts[i]))
				if r.Accounts[i].Type == c.kind {
					got++
				}
			}
			if got != c.want {
				t.Errorf("%d incidents of %s, want %d: %s", got, c.kind, c.want, c.words)
			}
		})
	}
}

// What points back at violence told before joins it, even where it makes no incident of its own; what tells of other violence does not.
func TestPointsBack(t *testing.T) {
	const told = "Two rockets struck the railway station in Kramatorsk on Friday, killing 52 people, the governor said. "
	for _, c := range []struct {
		proves, words string
		joins         bool
	}{
		{"blame for the attack", "Ukraine's president blamed Russia for the attack.", true},
		{"a denial of the strike", "Russia denied that its forces had carried out the strike.", true},
		{"a denial of what was struck", "Russia denied that it had struck the station.", true},
		{"a denial of another strike", "Russia denied that its forces had carried out a strike on Odesa.", false},
		{"a denial of plans for others", "Russia denied that its forces had planned strikes on hospitals.", false},
		{"an attack that is feared", "Ukraine's president fears an attack on Odesa.", false},
		{"a denial that names what it denies", "Russia denied that it had bombed Odesa.", false},
	} {
		t.Run(c.proves, func(t *testing.T) {
			r := read(t, told+c.words)
			joined := false
			for _, c := range r.Claims {
				joined = joined || c.Start >= len(told) && c.Incident != nil && *c.Incident == r.Accounts[0].ID
			}
			if joined != c.joins {
				t.Errorf("joins the incident: %v, want %v: %s", joined, c.joins, c.words)
			}
		})
	}
}

// TestObjectCounts proves that things hit are counted where a number or the singular says how many, and only there.
func TestObjectCounts(t *testing.T) {
	one := func(n int) *int { return &n }
	for _, c := range []struct {
		words string
		want  *int
	}{
		{"Rebels burned the party's headquarters in Kirkuk on Monday.", one(1)},
		{"Rebels burned three houses in Kirkuk on Monday.", one(3)},
		{"Rebels burned houses in Kirkuk on Monday.", nil},
	} {
		for _, a := range read(t, c.words).Accounts {
			for _, o := range a.Objects {
				if got := o.CountLow; (got == nil) != (c.want == nil) || got != nil && *got != *c.want {
					t.Errorf("%q: %s is counted %v", c.words, o.Mention, got)
				}
			}
			if len(a.Objects) != 1 {
				t.Errorf("%q: %d things hit", c.words, len(a.Objects))
			}
		}
	}
}

// Every claim says which rule made it, and every event what its type and roles rest on.
func TestTraces(t *testing.T) {
	r := read(t, "Gunmen killed two farmers in Borno on Monday, police said.")
	for _, c := range r.Claims {
		if c.Rule == "" || c.Trace.Rule == "" {
			t.Errorf("%s %q has no rule or no trace", c.Kind, c.Text)
		}
		if c.Event != nil && len(c.Trace.Parts) < 3 {
			t.Errorf("%q: its trace has %d parts, want its roles and its type", c.Text, len(c.Trace.Parts))
		}
	}
}

// TestOrganisations proves that people of an organisation and the organisation are told apart, and that neither who was attacked nor who only tells of it is a
// perpetrator.
func TestOrganisations(t *testing.T) {
	for _, c := range []struct{ words, want string }{
		{"Rebels killed two farmers in Borno on Monday.", "Rebels group"},
		{"The armed forces killed two farmers in Borno on Monday.", "armed forces state"},
		{"Members of a drug cartel killed two farmers in Borno on Monday.", "Members of a drug cartel group; drug cartel organisation"},
		{"Four people killed including a child and 25 others hurt in rebel attacks in Gao.", "rebel group"},
		{"The bomber killed four people. The Observatory reported the blast in Gao.", "bomber person"},
		{"An Israeli strike hit the port of Sidon.", "Israeli state"},
		{"Militants carried out a major attack on the fort in Gao.", "Militants group"},
		{"Russian warplanes bombed a bakery in Idlib.", "Russian state"},
		{"A Turkish drone killed two guards in Kobani.", "Turkish state"},
		{"A Hezbollah rocket killed a farmer in Metula.", "Hezbollah organisation"},
		{"Two people were killed by an Israeli missile in Tyre.", "Israeli state"},
		{"An army helicopter bombed a village in Chin.", "army state"},
		{"A Russian-made rocket killed a farmer in Metula.", ""},
		{"Russian or Syrian warplanes bombed a bakery in Idlib.", ""},
		{"A Turkish airliner landed in Kobani, and a bomb killed two guards.", ""},
		{"Georgia accused Russia of bombing the town of Gori.", "Russia state"},
		{"The mayor blamed rebels for killing nine farmers.", "rebels group"},
		{"Both nations accused each other of shelling the town of Gori.", ""},
		{"The army destroyed three rebel vehicles in Gori.", "army state"},
		{"Nine people were killed by Russian or Syrian strikes on Idlib.", ""},
		{"Regime planes bombed a bakery in Idlib.", "Regime state"},
		{"The army killed 18 Boko Haram fighters in Borno.", "army state"},
		{"The army's shells killed seven villagers in Kawkareik.", "army state"},
		{"A US air strike killed four militants near Kismayo.", "US state"},
		{"US-led coalition air strikes killed four militants near Raqqa.", "coalition organisation"},
		{"The Syria strikes killed four militants.", ""},
		{"Families fled raids on the city the Observatory said.", ""},
		{"The militia killed nine guards in Gori and left three soldiers wounded.", "militia organisation"},
		{"Gunmen attacked soldiers near Mosul on Tuesday. The army said two soldiers were killed.", "Gunmen group"},
	} {
		var got []string
		for _, a := range read(t, c.words).Accounts {
			for _, p := range a.Perpetrators {
				got = append(got, p.Mention+" "+p.Kind)
			}
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.words, strings.Join(got, "; "), c.want)
		}
	}
}
