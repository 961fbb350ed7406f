package extract_test

import "testing"

// A speaker has one name and kind throughout a report, and what is said of him once holds everywhere; a common noun may be another each time.
func TestVoicesAgree(t *testing.T) {
	for _, c := range []struct{ words, name, kind string }{
		{"Marwan Aziz said the road was mined. Governor Marwan Aziz said that troops cleared it.", "Marwan Aziz", "official"},
		{"France said that the truce was broken. Rebels denied it.", "France", "official"},
		{"Bashar al-Assads government shelled the town. Bashar al-Assads said that the army would win.", "Bashar al-Assad", "official"},
	} {
		heard := false
		for _, claim := range read(t, c.words).Claims {
			for _, s := range claim.Source {
				if s.Name == c.name {
					heard = true
					if string(s.Kind) != c.kind {
						t.Errorf("%s: %s is %s, want %s", c.words, s.Name, s.Kind, c.kind)
					}
				}
			}
		}
		if !heard {
			t.Errorf("%s: nobody is named %s", c.words, c.name)
		}
	}
}
