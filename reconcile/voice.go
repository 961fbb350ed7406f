package reconcile

import (
	"fmt"
	"sort"

	"concord"
)

// voices tells the independent voices behind claims: the original speaker of each, or the publisher itself. Repetition is not
// corroboration: reports that quote one observatory are one voice.
type voices struct {
	of  []string          // the voice of each claim, folded
	all map[string]string // folded voice → name as first written
	// said are the reports in which a voice speaks, in order
	said map[string][]string
}

func voicesOf(claims []concord.IncidentClaim) voices {
	v := voices{of: make([]string, len(claims)), all: map[string]string{}, said: map[string][]string{}}
	for i := range claims {
		name := VoiceOf(&claims[i])
		key := fold(name)
		v.of[i] = key
		if claims[i].Statement != nil {
			continue // a statement alone corroborates nothing; the claims within it do
		}
		if _, ok := v.all[key]; !ok {
			v.all[key] = name
		}
		if list := v.said[key]; len(list) == 0 || list[len(list)-1] != claims[i].Report {
			v.said[key] = append(v.said[key], claims[i].Report)
		}
	}
	return v
}

// VoiceOf names who is answerable for a claim: the organisation that the original speaker speaks for, else the speaker, else
// the publisher in its own voice.
func VoiceOf(c *concord.IncidentClaim) string {
	if len(c.Source) > 0 {
		switch s := &c.Source[0]; {
		case s.Organisation != "":
			return s.Organisation
		case s.Name != "":
			return s.Name
		case s.Role != "":
			return s.Role
		default:
			return "unnamed " + string(s.Kind)
		}
	}
	if c.Publisher != "" {
		return c.Publisher
	}
	return c.Report
}

// repeats says which reports give what another one gave before, by the same original speaker.
func (v voices) repeats() []concord.Repeat {
	var found []concord.Repeat
	for key, reports := range v.said {
		seen := map[string]bool{reports[0]: true}
		for _, r := range reports[1:] {
			if !seen[r] {
				seen[r] = true
				found = append(found, concord.Repeat{Report: r, Of: reports[0], Why: fmt.Sprintf("same original speaker: %s", v.all[key])})
			}
		}
	}
	sort.Slice(found, func(i, j int) bool {
		if found[i].Report != found[j].Report {
			return found[i].Report < found[j].Report
		}
		return found[i].Why < found[j].Why
	})
	return found
}
