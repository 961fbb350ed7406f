package extract_test

import "testing"

// TestSpokenOf proves that a deal, talks, a truce or a siege is an incident where something is said to become of it, and none where it is only
// spoken of; and that what is only the purpose of something, or was not done, is none.
func TestSpokenOf(t *testing.T) {
	const news = "A mine hurt two nurses in Gao on Friday. "
	const mine = "bombing 2022-03-11 Gao"
	for _, c := range []struct{ proves, text, want string }{
		{"a deal that was made", news + "The two sides reached a deal in Oran on Saturday.", mine + "\nagreement 2022-03-12 Oran"},
		{"a deal that somebody speaks of", news + "The envoy said that any deal on Mali must last.", mine},
		{"a deal of old that explains another thing", news + "The convoy left Menaka under a deal with the rebels.", mine},
		{"accords that an attack violates", news + "The envoy called it a violation of international accords.", mine},
		{"a truce that others once put in place", news + "The rebels used the truce put in place by the envoys to recruit men.", mine},
		{"talks that somebody sits in", news + "The people must accept the terms in the Geneva negotiations.", mine},
		{"talks that were held", news + "Talks held in Oran on Saturday ended without a word.", mine + "\ntalks 2022-03-12 Oran"},
		{"talks that took place before something else", news + "After talks in Oran on Saturday, the envoys flew home.", mine + "\ntalks 2022-03-12 Oran"},
		{"talks that somebody wants back", news + "France pleaded for a revival of the peace talks in Oran.", mine},
		{"a truce that began", news + "A ceasefire took effect in Kidal on Saturday.", mine + "\nceasefire_in_effect 2022-03-12 Kidal"},
		{"a truce that is named beside something else", news + "The worst violence since the 2015 ceasefire in Kidal drove up prices.", mine},
		{"a siege that was lifted", news + "Soldiers lifted the siege of Menaka on Saturday.", mine + "\nsiege 2022-03-12 Menaka"},
		{"a siege that was broken", news + "Soldiers broke the siege of Menaka on Saturday.", mine + "\nsiege 2022-03-12 Menaka"},
		{"what the besieged go through", news + "The people of Menaka are trapped under a blockade.", mine + "\nsiege 2022-03-11 Menaka"},
		{"years of siege", news + "The mayor told of years of siege in Menaka.", mine},
		{"a well that others hold", news + "The wells captured by the rebels near Menaka are deep.", mine},
		{"a headline of the same form", "Fort captured by rebels near Menaka", "non_state_actor_overtakes_territory 2022-03-13 Menaka"},
		{"what soldiers cleared a road for", news + "Soldiers cleared the road near Menaka to let aid into the town.", mine},
		{"what an operation is aimed at", news + "The operation is aimed at forcing people out of their homes.", mine},
		{"a plan", news + "The army has a plan to retake Menaka.", mine + "\ngovernment_regains_territory planned 2022-03-11 Menaka"},
		{"what was not done", news + "The rebels did not release the prisoners.", mine},
		{"what was", news + "The rebels released the prisoners in Kidal on Saturday.", mine + "\nprisoner_release 2022-03-12 Kidal"},
		{"an attack that somebody denies", "The army did not shell the school in Gao on Friday.", "shelling denied 2022-03-11 Gao"},
	} {
		if got := toldIn(t, c.text); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.proves, got, c.want)
		}
	}
}
