package extract_test

import (
	"testing"

	"concord"
)

// TestStory proves that a report without any known event still tells of one thing, and that no other report gets one more.
func TestStory(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       []concord.EventType
	}{
		{"the opening of a museum", "The new museum opened its doors to visitors on Friday. Tickets cost five euros.", []concord.EventType{concord.OtherStrategic}},
		{"a strike tells of itself alone", "An air strike killed four people in Aleppo on Friday. The market opened again on Saturday.", []concord.EventType{concord.AirStrike}},
		{"a list of names tells of nothing", "Names, numbers, addresses.", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []concord.EventType
			for _, a := range read(t, test.text).Accounts {
				got = append(got, a.Type)
			}
			if len(got) != len(test.want) || len(got) > 0 && got[0] != test.want[0] {
				t.Errorf("accounts %v, want %v", got, test.want)
			}
		})
	}
}
