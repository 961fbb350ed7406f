package extract_test

import "testing"

// TestSetting proves that a pact is not made in the country of one who makes it, and that what had happened before has no day of its own, and that a clock
// which stamps a line is no time of what the line tells.
func TestSetting(t *testing.T) {
	for _, c := range []struct{ proves, text, rule, want string }{
		{"a deal of states", "The deal was announced by the US and Russia on Saturday.", "event/agreement", "2022-03-12 "},
		{"a deal and its place", "The US and Russia made a deal in Geneva on Saturday.", "event/agreement", "2022-03-12 Geneva"},
		{"what happened", "Gunmen killed the judge in Gao.", "event/killing", "2022-03-13 Gao"},
		{"what had happened before", "Gunmen killed the judge, who had been kidnapped in Gao.", "event/abduction", " Gao"},
		{"what had happened on a day", "Gunmen killed the judge, who had been kidnapped in Gao on Friday.", "event/abduction", "2022-03-11 Gao"},
		{"what somebody says had happened", "The mayor said that a nurse had been kidnapped in Gao.", "event/abduction", "2022-03-13 Gao"},
		{"a video's length", "01:49 Gunmen killed the judge in Gao.", "event/killing", "2022-03-13 Gao"},
		{"a line's stamp and a day", "01:49 Gunmen killed the judge in Gao on Friday.", "event/killing", "2022-03-11 Gao"},
		{"the hour of a deed", "At 01:49 gunmen killed the judge in Gao.", "event/killing", "2022-03-14T01:49 Gao"},
		{"what has happened is not to come", "The mayor said that gunmen should have killed nobody, but had killed the judge in Gao on Tuesday.", "event/killing", "2022-03-08 Gao"},
		{"but for what the words say", "Gunmen killed the judge in Gao on 16 May 2022.", "event/killing", "2022-05-16 Gao"},
		{"what is planned may be", "Gunmen plan to kill the judge in Gao on Tuesday.", "event/killing", "2022-03-15 Gao"},
		{"the hour of a deed, last", "Gunmen killed the judge in Gao at 01:49.", "event/killing", "2022-03-14T01:49 Gao"},
	} {
		got := "no event"
		for _, e := range read(t, c.text).Claims {
			if e.Rule != c.rule {
				continue
			}
			got = " "
			if e.When != nil {
				got = string(e.When.From) + got
			}
			if e.Where != nil {
				got += e.Where.Name
			}
			break
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.proves, got, c.want)
		}
	}
}
