package intake

import "testing"

// TestLanguage proves what language a text is taken for.
func TestLanguage(t *testing.T) {
	for _, c := range []struct{ proves, text, want string }{
		{"English", "The mayor said that two shells had hit the market in the morning and that nobody was hurt by them at all.", "en"},
		{"a form has few words without labels, in English", "Date: 9 March\nPlace: Djibo, Burkina Faso\nIncident type: ambush on convoy\nFatalities: 22, 17 soldiers, 5 civilians\nWounded: 8\nClaimed by: JNIM\nResponsible: JNIM", "en"},
		{"French is not", "Le maire a dit que deux obus avaient touché le marché dans la matinée et que personne n'avait été blessé par ces tirs.", "und"},
		{"nor is a form in French", "Date: 9 mars\nLieu: Djibo, Burkina Faso\nNature: embuscade contre un convoi\nMorts: 22, dont 17 soldats et 5 civils\nBlessés: 8\nRevendiquée: JNIM\nAuteurs: JNIM, selon armée", "und"},
		{"Arabic, by its letters", "قال رئيس البلدية إن قذيفتين أصابتا السوق", "ar"},
		{"Ukrainian, by its own letters", "Мер сказав, що два снаряди влучили в ринок і ніхто не постраждав", "uk"},
		{"Russian, by its letters", "Мэр сказал, что два снаряда попали в рынок и никто не пострадал", "ru"},
		{"what is too short to tell is taken for English", "Djibo, Kaya", "en"},
	} {
		if got := language(c.text); got != c.want {
			t.Errorf("%s: %q, want %q", c.proves, got, c.want)
		}
	}
}
