package muc4

import (
	"strings"
	"time"
)

// Days returns the first and the last day of a key's incident, zero where the key does not say: "- 30 DEC 89" is no later than that day.
func (k *Key) Days() (from, to time.Time) {
	if len(k.Lines[Date]) == 0 {
		return from, to
	}
	line := strings.Trim(k.Lines[Date][0], "? ")
	line, _, _ = strings.Cut(line, " / ")
	first, last, between := strings.Cut(line, "- ")
	if !between {
		last = first
	}
	return day(first), day(last)
}

// day reads "30 DEC 89".
func day(s string) time.Time {
	d, err := time.Parse("02 Jan 06", strings.TrimSpace(s))
	if err != nil {
		return time.Time{}
	}
	return d
}

// Place returns the country, and the department or province and the town of a key's incident, empty where the key does not say.
func (k *Key) Place() (country, province, town string) {
	if len(k.Lines[Location]) == 0 {
		return "", "", ""
	}
	line, _, _ := strings.Cut(strings.ReplaceAll(k.Lines[Location][0], "?", ""), " / ")
	parts := strings.Split(line, ": ")
	for _, part := range parts[1:] {
		name, kind, _ := strings.Cut(strings.TrimSpace(part), " (")
		switch kind {
		case "DEPARTMENT)", "PROVINCE)":
			province = name
		case "CITY)", "TOWN)":
			town = name
		}
	}
	return strings.TrimSpace(parts[0]), province, town
}
