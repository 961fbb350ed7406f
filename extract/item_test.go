package extract_test

import (
	"testing"

	"concord"
)

// TestItems proves that the items of a list, the entries of a live blog and the questions of a transcript keep their incidents apart, and
// that a toll told twice is one incident.
func TestItems(t *testing.T) {
	for _, c := range []struct {
		proves, text string
		kind         concord.EventType
		want         int
	}{
		{"bullets", "• Gunmen killed four traders near Bunia on 12 March.\n• Gunmen killed two nurses.\n• The road is closed.", concord.AttackOnCivilians, 2},
		{"a story without bullets goes on", "Gunmen killed four traders near Bunia on 12 March.\nThe gunmen killed the traders at dawn.", concord.AttackOnCivilians, 1},
		{"a live blog", "13:10 GMT\nShells hit Kherson and wounded two people.\n\n12:41 GMT\nShells hit a clinic in Kherson and wounded four people.", concord.Shelling, 2},
		{"a summary and what it sums up", "• At least 23 civilians were killed in an attack on the camp in Bunia on 10 March.\n• The road is closed.\n\nOn 10 March, armed men attacked the camp in Bunia. The mayor reports 23 people killed.", concord.AttackOnCivilians, 1},
		{"another toll is another attack", "• At least 23 civilians were killed in an attack on the camp in Bunia on 10 March.\n• The road is closed.\n\nOn 11 March, armed men attacked the camp in Bunia. The mayor reports 23 people killed.", concord.AttackOnCivilians, 2},
		{"a strike without a toll", "The mayor spoke on Monday. The market was open. Rain fell. Nobody came. An Israeli strike hit a clinic in Sidon.", concord.AirStrike, 1},
		{"sieges in general", "Two towns gave up on Monday. Other towns gave up after long army sieges.", concord.Siege, 0},
		{"a siege", "Two towns gave up on Monday. The siege of Homs went on.", concord.Siege, 1},
		{"a deal that is only mentioned", "Two towns gave up on Monday. Rain fell. The market was open. Nobody came. He praised the deal.", concord.AgreementMade, 0},
		{"those who fight to topple somebody", "Two towns gave up on Monday. He spoke of people fighting to overthrow the governor.", concord.OtherStrategic, 0},
		{"late news of a live blog", "13:10 GMT\nThe market is open.\n\n12:41 GMT\nRain fell. Nobody came. The mayor spoke.\n\n11:20 GMT\nFour nurses were killed by gunmen in Nyala.", concord.AttackOnCivilians, 1},
		{"the headlines of a bulletin", "Mali: Soldiers killed\n\nA mine killed nine soldiers near Gao on Friday.\n\nNiger: Convoy hit\n\nA mine wounded four soldiers in Diffa.", concord.Bombing, 2},
		{"a monitor's points by place", "Idlib: The army shelled the edge of Kansafra with 12 rounds.\n\nAleppo: A shell wounded two men in Al-Bab.\n\nHoms province: Soldiers shelled the market of Talbiseh.", concord.Shelling, 3},
		{"a log by the hour", "14:55 Shells hit three houses in Sidon.\n\n14:10 The mayor spoke.\n\n13:30 Shells hit a clinic in Tyre.", concord.Shelling, 2},
		{"a log by day and hour counts what was heard", "03 Mar 2022, 08:12: 4 explosions near Zolote.\n03 Mar 2022, 09:40: 11 explosions near Vodiane.", concord.Bombing, 2},
		{"one paragraph that begins with its hour is no log", "14:55 Shells hit three houses in Sidon.\n\nThe shells wounded four people.", concord.Shelling, 1},
		{"a headline that names no place", "A mine killed nine soldiers on a road near Gao on Friday.\n\nRoads are mined\n\nThe mine wounded four soldiers.", concord.Bombing, 1},
		{"another month", "Two farmers were hurt by rockets in Homs on Monday. Last month two farmers were hurt by rockets in Homs.", concord.Shelling, 2},
		{"strikes in general", "The mayor spoke on Monday. The market was open. Rain fell. Nobody came. He fears strikes.", concord.AirStrike, 0},
	} {
		got := 0
		for _, a := range read(t, c.text).Accounts {
			if a.Type == c.kind {
				got++
			}
		}
		if got != c.want {
			t.Errorf("%s: %d incidents of %s, want %d", c.proves, got, c.kind, c.want)
		}
	}
}
