package lexicon

import (
	"strings"
	"sync"
)

// Country returns the English name of a country by its ISO 3166-1 alpha-2 code, "" for any other code.
func Country(code string) string { return countries()[code] }

var countries = sync.OnceValue(func() map[string]string {
	names := map[string]string{}
	for _, row := range Table("countries") {
		names[row.Get("code")] = row.Get("name")
	}
	return names
})

// CountryCode returns the ISO 3166-1 alpha-2 code of the country of this name, or code, in whatever case; "" where it is none.
func CountryCode(name string) string {
	if len(name) > 4 && strings.EqualFold(name[:4], "the ") {
		name = name[4:]
	}
	for _, row := range Table("countries") {
		for _, known := range append(row.List("aliases"), row.Get("name"), row.Get("code")) {
			if strings.EqualFold(known, name) {
				return row.Get("code")
			}
		}
	}
	return ""
}
