package extract_test

import (
	"strings"
	"testing"
)

// TestToldAgain proves that what a headline or a lead says and the report then tells in full is one incident, and that another of as many
// is not.
func TestToldAgain(t *testing.T) {
	for _, c := range []struct{ proves, text, want string }{
		{"a lead without a day, and the story", "Shells killed 14 traders in Hajjah province. Fourteen traders were killed when shells hit the market of Abs on Friday, a doctor told Example News.",
			"shelling 2022-03-11 Abs"},
		{"a lead that names a border", "Militants killed 45 guards on the border with Turkey on Friday. In Tell Abyad, militants killed 45 guards on Friday, a monitor said.",
			"armed_clash 2022-03-11 Tell Abyad"},
		{"a headline that leaves out the means", "Attack kills 14 traders in Hajjah province. Shells killed 14 traders at the market of Abs on Friday, a doctor told Example News. The market burned down. The mayor spoke. Rain fell.",
			"shelling 2022-03-11 Abs"},
		{"as many on another day are others", "Shells killed 14 traders in Abs on Thursday. Shells killed 14 traders in Harad on Friday.",
			"shelling 2022-03-10 Abs\nshelling 2022-03-11 Harad"},
		{"as many killed otherwise are others", "Shells killed 14 traders in Abs on Friday. Gunmen shot dead 14 guards in Sanaa on Friday.",
			"shelling 2022-03-11 Abs\narmed_clash 2022-03-11 Sanaa"},
		{"the strike that was told, with another toll", "An air strike killed nine people in Abs on Friday, a doctor said. The monitor said the US-led coalition strike killed seven people in Abs.",
			"air_strike 2022-03-11 Abs"},
		{"the attack told last also did this", "Shells killed nine people in Abs on Friday. The attack also left 20 nurses wounded.", "shelling 2022-03-11 Abs"},
		{"more of those whom it hit", "Two bakers were killed in Abs on Friday. Another 100 people were wounded.", "attack 2022-03-11 Abs"},
		{"more dead where it struck, found later", "An air strike killed nine people in Abs on Thursday. Two more bodies were pulled from the rubble on Friday, a doctor said.", "air_strike 2022-03-10 Abs"},
		{"dead found elsewhere", "An air strike killed nine people in Abs on Thursday. Two bodies were found on Friday by a road in Harad.", "air_strike 2022-03-10 Abs\nattack 2022-03-11 Harad"},
		{"others who were also hurt", "Shells killed nine people in Abs on Friday. Gunmen also shot dead a nurse in Harad.", "shelling 2022-03-11 Abs\nattack 2022-03-11 Harad"},
		{"what those who were fought meant to do", "An army unit clashed on Friday near Abs with rebels who tried to attack the town.", "armed_clash 2022-03-11 Abs"},
		{"and so are as many in another attack", "Shells killed 14 traders in Abs on Friday. In another attack, shells killed 14 traders in Harad on Friday.",
			"shelling 2022-03-11 Abs\nshelling 2022-03-11 Harad"},
	} {
		if got := toldIn(t, c.text); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.proves, got, c.want)
		}
	}
}

// toldIn writes the accounts of a text, one a line.
func toldIn(t *testing.T, text string) string {
	var list []string
	for _, a := range read(t, text).Accounts {
		list = append(list, told(&a))
	}
	return strings.Join(list, "\n")
}
