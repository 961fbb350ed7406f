package reconcile

import (
	"cmp"
	"fmt"
	"slices"

	"concord"
)

// voices tells the independent voices behind claims: the original speaker of each, or the publisher itself. Repetition is not
// corroboration: reports that quote one observatory are one voice.
type voices struct {
	of  []string          // the voice of each claim, folded
	all map[string]string // folded voice → name as first written
	// said are the reports in which a voice speaks, in order
	said map[string][]string
	// independent are the voices that count: speakers, and publishers of reports that name none
	independent map[string]bool
}

// voicesOf gathers the voices of claims. links tell of copies.
func voicesOf(claims []concord.IncidentClaim, links []concord.Link) voices {
	v := voices{of: make([]string, len(claims)), all: map[string]string{}, said: map[string][]string{}, independent: map[string]bool{}}
	wire := copies(claims, links)
	attributed := map[string]bool{} // reports that name a speaker for what they tell of the incident
	for i := range claims {
		if c := &claims[i]; c.Statement == nil && len(c.Source) > 0 {
			attributed[c.ReportID] = true
		}
	}
	for i := range claims {
		c := &claims[i]
		name := voiceOf(c)
		if first, ok := wire[c.ReportID]; ok && len(c.Source) == 0 {
			name = first
		}
		key := fold(name)
		v.of[i] = key
		if c.Statement != nil {
			continue // a statement alone corroborates nothing; the claims within it do
		}
		if _, ok := v.all[key]; !ok {
			v.all[key] = name
		}
		if len(c.Source) > 0 || !attributed[c.ReportID] {
			v.independent[key] = true
		}
		if list := v.said[key]; len(list) == 0 || list[len(list)-1] != c.Report {
			v.said[key] = append(v.said[key], c.Report)
		}
	}
	return v
}

// nearDuplicate is how alike two texts are, by the weight that linking gives it, for one to count as a copy of the other.
const nearDuplicate = 1.0

// copies returns, for each report that is a near-duplicate of one published before it, the voice of the first: a wire that ten outlets
// print is one.
func copies(claims []concord.IncidentClaim, links []concord.Link) map[string]string {
	place, voice := map[string]int{}, map[string]string{}
	var order []string
	for i := range claims {
		if c := &claims[i]; voice[c.ReportID] == "" {
			own := *c
			own.Source = nil
			place[c.ReportID], voice[c.ReportID] = len(order), voiceOf(&own)
			order = append(order, c.ReportID)
		}
	}
	first := map[string]string{} // report → the earliest report whose text it repeats
	for _, l := range links {
		a, b := l.A.Report, l.B.Report
		if a == b {
			continue
		}
		if place[a] > place[b] {
			a, b = b, a
		}
		for _, c := range l.Contributions {
			if c.Name == "near-duplicate text" && c.Weight >= nearDuplicate && (first[b] == "" || place[a] < place[first[b]]) {
				first[b] = a
			}
		}
	}
	found := map[string]string{}
	for report := range first {
		origin := report
		for first[origin] != "" {
			origin = first[origin]
		}
		found[report] = voice[origin]
	}
	return found
}

// voiceOf names who is answerable for a claim: the organisation that the original speaker speaks for, else the speaker, else
// the publisher in its own voice.
func voiceOf(c *concord.IncidentClaim) string {
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
	slices.SortFunc(found, func(a, b concord.Repeat) int {
		return cmp.Or(cmp.Compare(a.Report, b.Report), cmp.Compare(a.Why, b.Why))
	})
	return found
}
