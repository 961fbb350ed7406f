package actor_test

import (
	"strings"
	"testing"

	"concord"
	"concord/actor"
	"concord/gazetteer"
	"concord/text"
)

func read(t testing.TB, words string) []concord.ActorMention {
	t.Helper()
	engine, err := text.New()
	if err != nil {
		t.Fatal(err)
	}
	r := &concord.Report{Text: words}
	d := engine.Tag(r)
	return actor.Builtin().Find(d, gazetteer.Builtin().Find(d))
}

func TestFindActors(t *testing.T) {
	for _, c := range []struct {
		proves, text, mention, name string
		kind                        concord.ActorKind
	}{
		{"an acronym goes to its full name", "The RSF took the market on Monday.", "The RSF", "Rapid Support Forces", concord.ArmedGroup},
		{"a nationality and a force is a state's", "Israeli troops closed the road to Nablus.", "Israeli troops", "Israel Defense Forces", concord.State},
		{"a nationality and a common noun is a body", "The Chadian government closed the border.", "The Chadian government", "Chadian government", concord.State},
		{"regime forces go to the army of the report's country", "In Homs, Syria, regime forces shelled the old town.", "regime forces", "Syrian Arab Army", concord.State},
		{"people are a group", "Two rockets struck while villagers slept in Bani Zayd.", "villagers", "villagers", concord.OtherActor},
		{"a title belongs to its person", "Foreign Minister Karim Haddad flew to Oslo.", "Foreign Minister Karim Haddad", "Karim Haddad", concord.Person},
		{"an office is a person", "A spokesman declined to comment.", "A spokesman", "spokesman", concord.Person},
		{"an adjective is a nationality", "The Turkish city of Kilis was hit.", "Turkish", "Turkish", concord.Nationality},
		{"a country that speaks is a state", "Moscow rejected the report.", "Moscow", "Russia", concord.State},
	} {
		var got []string
		found := false
		for _, m := range read(t, c.text) {
			mention := m.Of(c.text)
			found = found || mention == c.mention && m.Name == c.name && m.Kind == c.kind
			got = append(got, mention+" = "+m.Name+" ("+string(m.Kind)+")")
		}
		if !found {
			t.Errorf("%s: %q\n got %s\nwant %s = %s (%s)", c.proves, c.text, strings.Join(got, "; "), c.mention, c.name, c.kind)
		}
	}
}

func TestFindNoActors(t *testing.T) {
	for _, c := range []struct{ proves, text, mention string }{
		{"a pronoun is no acronym", "They told us who was there.", "us"},
		{"a place where something happens is no state", "Shelling went on in Syria.", "Syria"},
		{"things are nobody", "The bridge collapsed under the trucks.", "The bridge"},
	} {
		for _, m := range read(t, c.text) {
			if m.Of(c.text) == c.mention {
				t.Errorf("%s: %q in %q is %s (%s)", c.proves, c.mention, c.text, m.Name, m.Kind)
			}
		}
	}
}

func TestOfficeOfAPerson(t *testing.T) {
	for _, c := range []struct{ proves, text, name, role, organisation string }{
		{"before the name", "Defence ministry spokesman Ivan Petrenko spoke to reporters.", "Ivan Petrenko", "defence ministry spokesman", ""},
		{"after it, with whom he speaks for", "Layla Mansour, director of the Syrian Observatory for Human Rights, counted nine dead.", "Layla Mansour", "director", "Syrian Observatory for Human Rights"},
		{"known by name alone", "Lavrov said the truce would hold.", "Sergei Lavrov", "foreign minister", "Russian government"},
	} {
		found := false
		all := read(t, c.text)
		for _, m := range all {
			found = found || m.Name == c.name && m.Role == c.role && m.Organisation == c.organisation
		}
		if !found {
			t.Errorf("%s: %q gives %+v, not %s, %s, %s", c.proves, c.text, all, c.name, c.role, c.organisation)
		}
	}
}
