package text

import (
	"slices"
	"testing"
)

// TestNamesAreSpelledOut proves that a long name is one where an abbreviation follows it in brackets, and that a bracket joins nothing else.
func TestNamesAreSpelledOut(t *testing.T) {
	for _, test := range []struct{ sentence, want string }{
		{"The Front for the Rescue of the North (FRN) shelled a mill.", "Front for the Rescue of the North"},
		{"The Group for the Defence of Islam and Land (JDI) shelled a mill.", "Group for the Defence of Islam and Land"},
		{"Members of the Coast and River Union (CRU) shelled a mill.", "Coast and River Union"},
		{"Ana Odo (UN) spoke to the Coast Bank.", "Ana Odo"},
	} {
		d := parseText(engineOf(t), test.sentence)
		var names []string
		for i := range d.Names {
			names = append(names, d.Words(d.Names[i].First, d.Names[i].Last))
		}
		if !slices.Contains(names, test.want) {
			t.Errorf("%q: names %q, want %q among them", test.sentence, names, test.want)
		}
	}
}
