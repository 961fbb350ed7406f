package reconcile

import (
	"testing"

	"concord"
)

// TestCommonType proves of which type an incident is that its accounts type in several ways.
func TestCommonType(t *testing.T) {
	for _, c := range []struct {
		proves   string
		accounts []concord.EventType
		want     concord.EventType
	}{
		{"what most say", []concord.EventType{concord.Shelling, concord.AirStrike, concord.AirStrike}, concord.AirStrike},
		{"that there was violence does not speak against a kind of it", []concord.EventType{concord.AttackOnCivilians, concord.AttackOnCivilians, concord.AirStrike}, concord.AirStrike},
		{"unless far more say no more", []concord.EventType{concord.ArmedClash, concord.ArmedClash, concord.ArmedClash, concord.Grenade}, concord.ArmedClash},
		{"what is no violence counts as any", []concord.EventType{concord.AttackOnCivilians, concord.AttackOnCivilians, concord.NaturalDisaster}, concord.AttackOnCivilians},
		{"the more special of equals", []concord.EventType{concord.OtherStrategic, concord.Talks}, concord.Talks},
	} {
		var accounts []concord.Account
		for _, kind := range c.accounts {
			accounts = append(accounts, concord.Account{Type: kind})
		}
		if got := commonType(accounts); got != c.want {
			t.Errorf("%s: %s, want %s", c.proves, got, c.want)
		}
	}
}
