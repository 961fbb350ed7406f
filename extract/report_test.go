package extract_test

import (
	"strings"
	"testing"

	"concord"
)

// told writes an account in a line: type, how sure, day, place.
func told(a *concord.Account) string {
	words := []string{string(a.Type)}
	if a.Modality != concord.Asserted {
		words = append(words, string(a.Modality))
	}
	if a.When != nil {
		words = append(words, string(a.When.From))
	}
	if a.Where != nil {
		words = append(words, a.Where.Name)
	}
	return strings.Join(words, " ")
}

// TestReports proves on whole reports of each style what they tell of, and who is held answerable.
func TestReports(t *testing.T) {
	for _, c := range []struct{ proves, text, incidents, blames string }{
		{"a transcript tells of what is said to have happened, not of what is asked", `MR. HOLLIS: Good morning.

Q: Is there any update on the hostage talks?

MR. HOLLIS: If there is a ceasefire, more aid could enter.

Q: Has the Secretary seen the reports that 40 people were killed in the strike on Deir al-Balah on Sunday?

MR. HOLLIS: We have seen those reports.

Q: And do you expect sanctions?

MR. HOLLIS: We condemn the attack by Hezbollah on Tyre, which killed nine people.`,
			"air_strike 2022-03-13 Deir al-Balah\nattack 2022-03-13 Tyre", "HOLLIS blames Hezbollah"},
		{"a sitrep's points are incidents of their own, and its overview tells of one of them again", `• At least 23 civilians were killed in an attack on the camp in Bunia on 10 March.
• Two nurses were abducted near Komanda on 11 March.

On 10 March, armed men attacked the camp in Bunia. Local authorities report 23 people killed, including 13 children.`,
			"attack 2022-03-10 Bunia\nabduction 2022-03-11 Komanda", ""},
		{"a live blog's entries are kept apart, and who says that it did it admits it", `13:10 GMT
Hamas said it fired dozens of rockets at Ashkelon. Two people were hurt.

12:41 GMT
An Israeli strike hit a clinic in Rafah, two security officials said.

11:02 GMT
Two guards were killed by gunmen in Nablus.`,
			"shelling 2022-03-13 Ashqelon\nair_strike 2022-03-13 Rafah\narmed_clash 2022-03-13 Nablus", "Hamas admits Hamas; two security officials blames Israel"},
	} {
		r := read(t, c.text)
		var list []string
		for i := range r.Accounts {
			list = append(list, told(&r.Accounts[i]))
		}
		if got := strings.Join(list, "\n"); got != c.incidents {
			t.Errorf("%s:\n%s\nwant\n%s", c.proves, got, c.incidents)
		}
		if got := blames(r); got != c.blames {
			t.Errorf("%s:\n%s\nwant\n%s", c.proves, got, c.blames)
		}
	}
}
