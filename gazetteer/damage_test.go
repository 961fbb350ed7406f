package gazetteer

import "testing"

// FuzzDamagedTable holds that a table with bytes changed on disk is refused or read without a fault.
func FuzzDamagedTable(f *testing.F) {
	b := NewBuilder()
	district := b.Add(Place{Name: "Upper Vale", Kind: District, Country: "SY", Parent: -1})
	b.Add(Place{Name: "Kafr Nour", Kind: Village, Country: "SY", Parent: district}, "Kufr Noor")
	table := string(b.bytes())
	f.Add(30, byte(200))
	f.Add(16, byte(255))
	f.Fuzz(func(t *testing.T, at int, value byte) {
		damaged := []byte(table)
		if at < 0 || at >= len(damaged) {
			return
		}
		damaged[at] = value
		g, err := New(string(damaged))
		if err != nil {
			return
		}
		for _, name := range []string{"Kafr Nour", "Kufr Noor", "Upper Vale", "Kofr Nur"} {
			g.Lookup(name)
		}
	})
}
