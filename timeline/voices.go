package timeline

import (
	"slices"

	"concord"
)

// voices returns the names of those who say it, the original speaker first; empty for the publisher's own voice.
func voices(c *concord.IncidentClaim) []string {
	names := []string{}
	for _, s := range c.Source {
		if s.Name != "" {
			names = append(names, s.Name)
		} else if s.Organisation != "" {
			names = append(names, s.Organisation)
		}
	}
	return names
}

// voicesIn is voices; where the speaker is only a pronoun it is the one who spoke last before in the report.
func voicesIn(c *concord.IncidentClaim, beside []*concord.IncidentClaim) []string {
	names := slices.DeleteFunc(voices(c), func(name string) bool { return !named(name) })
	if len(names) > 0 || len(c.Source) == 0 {
		return names
	}
	var last *concord.IncidentClaim
	for _, b := range beside {
		if b.End <= c.Start && len(b.Source) > 0 && named(b.Source[0].Name) && (last == nil || b.Start > last.Start) {
			last = b
		}
	}
	if last != nil && c.Start-last.End < 2*near {
		return voices(last)
	}
	return names
}
