package text

import (
	"strings"
	"testing"

	"concord"
)

func resolved(t *testing.T, text string) *Doc {
	t.Helper()
	e, err := New()
	if err != nil {
		t.Fatal(err)
	}
	d := e.Tag(&concord.Report{Text: text})
	for i := range d.Sentences {
		e.Parse(d, i)
	}
	e.Resolve(d)
	return d
}

func TestShortFormsBelongToTheFullName(t *testing.T) {
	for _, test := range []struct{ name, text, short, full string }{
		{"surname", "Foreign Minister Ivan Petrov spoke in Moscow. Petrov left early.", "Petrov", "Ivan Petrov"},
		{"surname before the full name", "Petrov left early. Foreign Minister Ivan Petrov had spoken in Moscow.", "Petrov", "Ivan Petrov"},
		{"two of one surname", "Mr. Adam Clay met Mrs. Ruth Clay. Mrs. Clay left early.", "Clay", "Ruth Clay"},
		{"acronym", "The Sudan Doctors Network counted nine dead. SDN said so on Monday.", "SDN", "Sudan Doctors Network"},
		{"acronym in brackets", "The National Liberation Army (ELN) denied it. The ELN left.", "ELN", "National Liberation Army"},
	} {
		d := resolved(t, test.text)
		found := false
		for _, n := range d.Names {
			if d.Words(n.First, n.Last) != test.short {
				continue
			}
			full := d.Names[n.Same]
			if found = d.Words(full.First, full.Last) == test.full; found {
				break
			}
		}
		if !found {
			t.Errorf("%s: %q is not tied to %q: %v", test.name, test.short, test.full, nameWords(d))
		}
	}
}

func nameWords(d *Doc) (words []string) {
	for _, n := range d.Names {
		words = append(words, d.Words(n.First, n.Last))
	}
	return words
}

func TestPronounsAndRolesMeanNames(t *testing.T) {
	for _, test := range []struct{ name, text, word, want string }{
		{"he", "Foreign Minister Ivan Petrov arrived in Geneva on Monday. The talks failed, he said.", "he", "Ivan Petrov"},
		{"she, past a man", "Mrs. Ruth Clay met President Adam Odo in Nairobi. She later told reporters that it was over.", "She", "Ruth Clay"},
		{"the minister", "Defence Minister Ivan Petrov met Mr. Adam Odo. The minister denied it.", "minister", "Ivan Petrov"},
		{"the spokesman, an apposition", "Adam Odo, a spokesman for the army, arrived in Nairobi. The spokesman denied it.", "spokesman", "Adam Odo"},
		{"nobody to mean", "The army withdrew. He was tired.", "He", ""},
	} {
		d := resolved(t, test.text)
		got := ""
		for i := range d.Tokens {
			if d.Form(i) == test.word {
				got = "" // the last one counts
				if n, ok := d.Antecedent(i); ok {
					got = d.Words(d.Names[n].First, d.Names[n].Last)
				}
			}
		}
		if got != test.want {
			t.Errorf("%s: %q means %q, not %q: %v", test.name, test.word, got, test.want, nameWords(d))
		}
	}
}

func TestNamesAreFoundWhateverTheirCase(t *testing.T) {
	text := "President Vladimir Orlov met the mayor of London on Monday."
	for _, change := range []func(string) string{strings.Clone, strings.ToUpper, strings.ToLower} {
		d := resolved(t, change(text))
		got := strings.ToLower(strings.Join(nameWords(d), "|"))
		if got != "vladimir orlov|london" {
			t.Errorf("%q has the names %q", change(text), got)
		}
	}
}
