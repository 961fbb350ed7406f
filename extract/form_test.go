package extract_test

import (
	"strings"
	"testing"
)

// TestForms proves what is read of records kept line by line, beside lines of the same look that are none.
func TestForms(t *testing.T) {
	const form = "Incident date: 4 March 2022\n\nLocation: Rastan, Homs governorate\n\nType of strike: Airstrike\n\nCivilians reported killed: 6–9\n\nChildren killed: 3\n\nInjured: 14\n\nSuspected attacker: Saudi-led coalition"
	for _, c := range []struct{ proves, text, incidents, figures, blames string }{
		{"lines of one form are one incident, of its day and place", form, "air_strike 2022-03-04 Rastan",
			"killed 6–9 civilian; killed 3 child part; injured 14 person", "- blames Saudi-led coalition"},
		{"what is told below of that day and place is the same", form + "\n\nOn 4 March 2022 a jet bombed a bakery in Rastan, the mayor said.", "air_strike 2022-03-04 Rastan",
			"killed 6–9 civilian; killed 3 child part; injured 14 person", "- blames Saudi-led coalition"},
		{"of the next day, another", form + "\n\nOn 5 March 2022 a jet bombed a bakery in Rastan, the mayor said.", "air_strike 2022-03-04 Rastan; air_strike 2022-03-05 Rastan",
			"killed 6–9 civilian; killed 3 child part; injured 14 person", "- blames Saudi-led coalition"},
		{"what is told first anew begins another form", "Date: 9 March 2022\nPlace: Djibo, Burkina Faso\nIncident type: ambush on a convoy\nFatalities: 22\nClaimed by: JNIM\n\nDate: 10 March 2022\nPlace: Kaya, Burkina Faso\nIncident type: abduction\nAbducted: 4 nurses\nResponsible: unknown gunmen",
			"attack 2022-03-09 Djibo; abduction 2022-03-10 Kaya", "killed 22 person; abducted 4 medical", "Jama'at Nusrat al-Islam wal-Muslimin admits Jama'at Nusrat al-Islam wal-Muslimin"},
		{"a place that no table holds", "Date: 9 March 2022\nLocation: Deir Hanun\nKilled: 9\nWeapon: rocket", "shelling 2022-03-09 Deir Hanun", "killed 9 person", ""},
		{"an unknown place is none", "Date: 9 March 2022\nLocation: unknown\nKilled: 9\nWeapon: rocket", "shelling 2022-03-09", "killed 9 person", ""},
		{"nobody is none, and unknown is no number", "Date: 9 March 2022\nPlace: Homs\nEvent: Shelling\nKilled: none\nInjured: unknown", "shelling 2022-03-09 Homs", "killed 0 person", ""},
		{"a line may be a sentence", "Where: Homs\n\nWhen: Friday\n\nWhat: Shells killed five bakers, the mayor said.\n\nWho: No group has claimed the attack.", "shelling 2022-03-11 Homs", "killed 5 civilian", ""},
		{"speakers are no labels", "Ali: We heard an air raid on Friday.\n\nHuda: They bombed the market in Rastan. Two people died.\n\nOmar: I saw three graves.", "air_strike 2022-03-11 Rastan", "killed 2 person", ""},
		{"nor is one line a form", "Location: Geneva\n\nShells killed 12 people in Rastan on Friday, monitors said.", "shelling 2022-03-11 Rastan", "killed 12 person", ""},
	} {
		r := read(t, c.text)
		var list []string
		for i := range r.Accounts {
			list = append(list, told(&r.Accounts[i]))
		}
		if got := strings.Join(list, "; "); got != c.incidents {
			t.Errorf("%s: incidents %q, want %q", c.proves, got, c.incidents)
		}
		if got := figures(r); got != c.figures {
			t.Errorf("%s: figures %q, want %q", c.proves, got, c.figures)
		}
		if got := blames(r); got != c.blames {
			t.Errorf("%s: blames %q, want %q", c.proves, got, c.blames)
		}
	}
}

// TestFormsSayTheirDay proves that the day of a form is said, with its words, though a dateline would stand where the form begins: of what no words
// date, only the day of publication is known.
func TestFormsSayTheirDay(t *testing.T) {
	for text, want := range map[string]string{
		"Date: 4 March 2022\nLocation: Rastan, Homs\nKilled: 3\nSummary: Jets bombed a bakery last week too.": "4 March 2022",
		"RASTAN, March 4 — Jets bombed a bakery and killed three people.":                                     "",
	} {
		r := read(t, text)
		if len(r.Accounts) == 0 || r.Accounts[0].When == nil || r.Accounts[0].When.Quote != want {
			t.Errorf("%s: %v, want the day said as %q", text, r.Accounts, want)
		}
	}
}
