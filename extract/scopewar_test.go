package extract_test

import "testing"

// TestScopesOfWars proves which tolls are a war's or a spell's for the clause that says so, and which one attack's for all the days that are named.
func TestScopesOfWars(t *testing.T) {
	for _, c := range []struct{ proves, text, want string }{
		{"a war killed them, whatever the tense", "The insurgency killed 6,000 people.", "killed 6000 person conflict"},
		{"and those of a clause about it", "The conflict, which has left 3,000 dead, goes on.", "killed 3000 person conflict"},
		{"violence of a day is no war", "Violence killed four people in Jos on Friday.", "killed 4 person"},
		{"it, after since when the war is fought", "Mali has been fighting a rebellion since 2012. It has claimed 8,000 lives.", "killed 8000 person conflict"},
		{"it, after no war", "A bomb went off at a kiosk in Homs on Friday. It has killed three people.", "killed 3 person"},
		{"since a coup of long ago", "At least 3,200 people have been killed by the security forces since the coup of February 2021, monitors said.", "killed 3200+ person conflict"},
		{"since an offensive began", "More than 700 civilians have died since the army and its allies started a push on the province.", "killed 701+ civilian period"},
		{"since a war began", "Some 700 civilians have died since the war broke out.", "killed 700 civilian conflict"},
		{"since a town was taken", "The fever has killed 30 children in the town since rebels seized the airport.", "killed 30 child period"},
		{"since a house fell, of one happening", "Two people have died since the house collapsed.", "killed 2 person"},
		{"since fighting erupted", "Shells have killed 33 people in the town since fighting erupted on 7 March.", "killed 33 person period"},
		{"more of them", "The ministry said 29 more of its soldiers had been killed.", "killed 29 combatant"},
		{"burned to death, with the number between", "Bandits burned 23 of the passengers to death near Gidan.", "killed 23 civilian"},
		{"in one attack on some day of a few", "Gunmen killed 40 villagers in an attack near Djibo over the weekend, while a priest put the number of dead at 61.", "killed 40 civilian; killed 61 person"},
		{"a few days in one town", "More than 300 people were killed in Ardamata between 4 and 6 March, elders said.", "killed 301+ person"},
		{"a week in a town, or a few days in a province", "More than 300 people were killed in Ardamata between 2 and 8 March. Some 40 people died in Idlib province between 4 and 6 March.", "killed 301+ person period; killed 40 person period"},
		{"a weekday that lost its apostrophe", "Thursdays air raids on Douma killed 42 people.", "killed 42 person"},
		{"every such weekday", "Air raids kill 42 people on Thursdays.", "killed 42 person period"},
		{"in many attacks", "Gunmen killed 40 villagers in attacks near Djibo over the weekend.", "killed 40 civilian period"},
		{"a part of them in one", "Gunmen have killed 40 villagers this month, five of them in an attack on a well.", "killed 40 civilian period; killed 5 person period part"},
		{"a date that runs into a headline is nobody", "Wed Nov 23 2016 70 Killed in Airstrikes on a Camp in Homs.", ""},
		{"a day's massacre counts nobody", "No group has claimed Saturday's massacre.", ""},
		{"that of villagers counts some", "The mayor of Gao wept over the massacre of 12 herders.", "killed 12 person"},
	} {
		if got := figures(read(t, c.text)); got != c.want {
			t.Errorf("%s: %q, want %q", c.proves, got, c.want)
		}
	}
}
