package lexicon

import "sync"

// Country returns the English name of a country by its ISO 3166-1 alpha-2 code, "" for any other code.
func Country(code string) string { return countries()[code] }

var countries = sync.OnceValue(func() map[string]string {
	names := map[string]string{}
	for _, row := range Table("countries") {
		names[row.Get("code")] = row.Get("name")
	}
	return names
})
