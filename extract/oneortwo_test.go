package extract_test

import (
	"strings"
	"testing"
)

// TestOneOrTwo proves what is one happening and what another, each beside a text that differs in what decides.
func TestOneOrTwo(t *testing.T) {
	for _, c := range []struct{ proves, text, incidents, doers, blames string }{
		{"a day's toll is no attack's", "A rocket hit a bakery in Homs on Friday, killing nine people. The bodies of 60 people were brought to clinics in the past 24 hours.", "shelling 2022-03-11 Homs; attack 2022-03-13 Homs", "", ""},
		{"a similar strike is another", "A jet bombed a mill in Idlib on Friday, killing six. Last month, four people were killed in a similar strike on a mill in Saraqib.", "air_strike 2022-03-11 Idlib; air_strike 2022-02 Saraqib", "", ""},
		{"a bombing that was taken up long ago is another", "Shells hit a mill in Homs on Friday. The army resumed its bombardment on 2 February.", "shelling 2022-03-11 Homs; shelling 2022-02-02 Homs", "", ""},
		{"what was taken up that day is the same", "Shells hit a mill in Homs on Friday. The army resumed its bombardment on Friday.", "shelling 2022-03-11 Homs", "army asserted", ""},
		{"who comes to help did not strike", "A second missile struck as rescuers arrived in Homs, killing two.", "shelling 2022-03-13 Homs", "", ""},
		{"who accuses did not do it", "The army-aligned mayor of Homs, Ali Odo, accused rebels of firing the shells that hit a mill in Homs on Friday.", "shelling 2022-03-11 Homs", "rebels blamed", "Ali Odo blames Syrian opposition"},
		{"each accuses the other", "Within hours both the army and the rebels accused each other of shelling Homs.", "armed_clash 2022-03-13 Homs", "rebels blamed; army blamed", "Syrian Arab Army blames Syrian opposition; rebels blames Syrian Arab Army"},
		{"it was they who did it", "The spokesman rejected the charge and said it was government-allied militias, known as the Hawks, that had attacked first, killing two villagers.", "attack 2022-03-13", "Hawks asserted; government-allied militias blamed", "spokesman denies spokesman; spokesman blames government-allied militias"},
		{"what is done again and again is no incident", "Shells hit a mill in Homs on Friday, killing two. The ministry has repeatedly denied targeting civilians. It said it attacks only soldiers.", "shelling 2022-03-11 Homs", "", "ministry denies ministry"},
		{"what was done again and again on a day is one", "The army repeatedly shelled Homs on Friday, killing nine people.", "shelling 2022-03-11 Homs", "army asserted", ""},
		{"a spell that cost thousands is no incident", "Gunmen ambushed traders near Djibo on Friday, killing six. More than 2,000 people have died in violence in the country this year.", "armed_clash 2022-03-11 Djibo", "Gunmen asserted", ""},
		{"nobody's word admits nothing", "Gunmen killed six traders near Djibo on Friday. No group has said it carried out that attack.", "attack 2022-03-11 Djibo", "Gunmen asserted", ""},
		{"a verb with a tense of its own is not denied", "The mayor did not answer calls but said later that rebels bombed a mill in Homs on Friday.", "bombing 2022-03-11 Homs", "rebels blamed", "mayor blames Syrian opposition"},
		{"who backs those who shelled did not", "US-backed Iraqi forces shelled Mosul on Friday.", "shelling 2022-03-11 Mosul", "US-backed Iraqi forces asserted", ""},
		{"where those who attacked sit is no doer", "The Pakistan-based group Jaish-e-Mohammad attacked a base in Pulwama on Friday.", "armed_clash 2022-03-11 Pulwama", "Pakistan-based group Jaish-e-Mohammad asserted", ""},
		{"to whom those who attacked are linked is no doer", "Al-Qaeda-linked rebels attacked a base in Hama on Friday.", "armed_clash 2022-03-11 Hama", "Al-Qaeda-linked rebels asserted", ""},
		{"who leads those who attacked is", "Hamas-led gunmen attacked a base in Sderot on Friday.", "armed_clash 2022-03-11 Sderot", "Hamas-led gunmen asserted; Hamas-led gunmen asserted", ""},
		{"who backs those who say that they fired does not admit it", "The Iran-backed Houthis said they fired a missile at Jeddah on Friday.", "shelling 2022-03-11 Jeddah", "Iran-backed Houthis admitted", "Houthis admits Houthis"},
		{"an army by name is no state's", "The Arakan Army seized two posts near Kyaukphyu on Friday.", "non_state_actor_overtakes_territory 2022-03-11 Kyaukphyu", "Arakan Army asserted", ""},
		{"the army is a state's", "The army seized two posts near Kyaukphyu on Friday.", "government_regains_territory 2022-03-11 Kyaukphyu", "army asserted", ""},
		{"who says that they took a town did", "Rebels said on Friday they had captured Gao.", "non_state_actor_overtakes_territory 2022-03-11 Gao", "Rebels asserted", ""},
		{"what takes long is taken by nobody", "Gunmen killed six farmers near Gao on Friday. A group said that it took police more than 12 hours to respond to calls.", "attack 2022-03-11 Gao", "Gunmen asserted", ""},
		{"a town that was bombed is an incident late in a report too", "A flood killed two people in Odesa on Friday. Roads were closed. The mayor spoke. People went home. Jets bombed Vovchansk.", "natural_disaster 2022-03-11 Odesa; air_strike 2022-03-11 Vovchansk", "", ""},
		{"how many died in a town is an incident, undated and late in a report too", "A flood killed two people in Odesa on Friday. Roads were closed. The mayor spoke. People went home. Troops killed three bandits in Birnin Gwari.", "natural_disaster 2022-03-11 Odesa; armed_clash 2022-03-11 Birnin Gwari", "", ""},
		{"who takes a road that way conquers none", "Shells hit a mill in Homs on Friday. A team that took another road came under fire.", "shelling 2022-03-11 Homs", "", ""},
		{"a town that is named, where another is only near", "Air raids near Damascus killed 42 people on Friday. The air raids on Friday hit Douma, killing 42 people, medics said.", "air_strike 2022-03-11 Douma", "", ""},
		{"who condemns did not strike", "The Syrian Coalition condemned the deadly air strikes on Idlib on Friday. Some 35 people were killed in the strikes.", "air_strike 2022-03-11 Idlib", "", ""},
		{"what an inquiry found out is no find of arms", "An inquiry found that a missile had hit a school in Minab on Friday, killing nine pupils.", "shelling 2022-03-11 Minab", "", ""},
		{"what police found is", "Police found a bomb in a car in Homs on Friday.", "disrupted_weapons_use 2022-03-11 Homs", "Police asserted", ""},
		{"that it is bombed often is none", "A flood killed two people in Odesa on Friday. Roads were closed. The mayor spoke. People went home. Jets have often bombed Vovchansk.", "natural_disaster 2022-03-11 Odesa", "", ""},
		{"whose revolt began has no hand in the worst attack since", "In the worst raid since the revolt began, 30 people were killed in Gao on Friday.", "attack 2022-03-11 Gao", "", ""},
		{"the gunmen of one day are not those of another", "Gunmen shot dead nine farmers in Djibo on Friday. In June last year, 130 people were killed in an attack on Solhan.", "attack 2022-03-11 Djibo; attack 2021-06 Solhan", "Gunmen asserted", ""},
		{"herders of a people are somebody", "Residents blamed Fulani herders for the raid on a village near Gao on Friday.", "attack 2022-03-11 Gao", "Fulani herders blamed", "Residents blames Fulani herders"},
		{"drones shot down beside those that hit", "Drones hit a block in Odesa on Friday, killing three. The air force said it had downed 31 of 38 drones.", "air_strike 2022-03-11 Odesa; disrupted_weapons_use 2022-03-11 Odesa", "", ""},
	} {
		r := read(t, c.text)
		var list []string
		for i := range r.Accounts {
			list = append(list, told(&r.Accounts[i]))
		}
		if got := strings.Join(list, "; "); got != c.incidents {
			t.Errorf("%s: incidents %q, want %q", c.proves, got, c.incidents)
		}
		if got := perpetrators(r); got != c.doers {
			t.Errorf("%s: doers %q, want %q", c.proves, got, c.doers)
		}
		if got := blames(r); got != c.blames {
			t.Errorf("%s: blames %q, want %q", c.proves, got, c.blames)
		}
	}
}
