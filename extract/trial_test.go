package extract_test

import (
	"strings"
	"testing"
)

// TestTrials proves that the day and the place of a trial are not those of what somebody is tried for, beside what only looks like a trial.
func TestTrials(t *testing.T) {
	for _, c := range []struct{ proves, text, want string }{
		{"charged with", "A man was charged on Friday with killing a nurse in Homs.", "attack Homs"},
		{"the crime's own day", "A jury on Tuesday convicted a man of murdering a nurse in June 2005.", "other_strategic 2022-03-08; attack 2005-06"},
		{"its year at the end, after the trial's day", "A court in Kaduna on Friday sentenced three men to death for the killing of 22 worshippers at a church in 2020.", "other_strategic 2022-03-11 Kaduna; attack 2020"},
		{"pleaded guilty to", "On Friday, an officer pleaded guilty to the murder of a journalist in Valletta.", "attack Valletta"},
		{"indicted over", "Prosecutors on Monday indicted two officers over a massacre of villagers.", "other_strategic 2022-03-14; attack"},
		{"who did what he is tried for", "A jury on Tuesday convicted a man who killed a nurse in 2005.", "other_strategic 2022-03-08; attack 2005"},
		{"on suspicion of", "Police on Friday held a man on suspicion of bombing a market in Aden in May.", "bombing possible 2021-05 Aden; other_strategic 2022-03-11 Aden"},
		{"what came before a trial has a day where it is told so", "Four men were jailed on Friday after they attacked a bus in Homs.", "arrest 2022-03-11 Homs; attack 2022-03-11 Homs"},
		{"a court that charges soldiers is no assault", "A court on Thursday charged ten soldiers with killing 12 farmers in Gao in 2008.", "attack 2008 Gao"},
		{"what is not tried has its day", "On Friday a man killed a nurse in Homs, police said.", "attack 2022-03-11 Homs"},
		{"a crowd that is charged is not tried", "Troops charged the crowd in Homs on Friday, killing two men.", "excessive_force_against_protesters 2022-03-11 Homs"},
		{"nor is one who tried others", "On Friday gunmen killed a judge in Homs who had sat for ten years.", "attack 2022-03-11 Homs"},
		{"what is ruled has not happened", "The court on Friday ruled that the killer be put to death.", "other_strategic 2022-03-11"},
		{"what was done has", "The killer was put to death in Tehran on Friday.", "attack 2022-03-11 Tehran"},
	} {
		r := read(t, c.text)
		var list []string
		for i := range r.Accounts {
			list = append(list, told(&r.Accounts[i]))
		}
		if got := strings.Join(list, "; "); got != c.want {
			t.Errorf("%s: %q, want %q", c.proves, got, c.want)
		}
	}
}
