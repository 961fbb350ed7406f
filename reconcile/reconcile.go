// Package reconcile sets side by side what the sources of one incident report: figures by who said them, who blames whom,
// and how the sources stand to one another. Disagreement is kept, never resolved. It is pure.
package reconcile

import (
	"cmp"
	"slices"
	"strings"

	"concord"
)

// Input is what an incident is made of.
type Input struct {
	ID       string
	Accounts []concord.Account // of its reports, in the order of Keys
	// Corrected are the same accounts as people corrected them; nil: nobody did.
	Corrected []concord.Account
	Keys      []concord.AccountKey
	Claims    []concord.IncidentClaim // all claims of these accounts
	Links     []concord.Link
	Rule      Rule // the zero Rule: the default
}

// Incident derives the incident.
func Incident(in Input) concord.Incident {
	rule := in.Rule
	if rule.best == nil {
		rule = Rules[0]
	}
	claims := slices.Clone(in.Claims)
	slices.SortStableFunc(claims, func(a, b concord.IncidentClaim) int {
		return cmp.Or(cmp.Compare(a.Published, b.Published), cmp.Compare(a.ReportID, b.ReportID), cmp.Compare(a.Start, b.Start))
	})
	incident := concord.Incident{ID: in.ID, Accounts: in.Keys, Links: in.Links, Claims: claims}
	read, now := in.held()
	incident.Type = common(read, now, commonType, func(a, b concord.EventType) bool { return a == b })
	incident.When = common(read, now, commonWhen, func(a, b *concord.When) bool {
		return a == b || a != nil && b != nil && a.From == b.From && a.To == b.To
	})
	incident.Where = common(read, now, commonWhere, func(a, b *concord.Where) bool { return a == b || a != nil && b != nil && a.Name == b.Name })
	incident.Reports = reportNames(claims)
	voices := voicesOf(claims, in.Links)
	incident.IndependentSources = len(voices.independent)
	incident.Figures = tallies(claims, voices, rule)
	incident.Blame = blames(claims, voices)
	incident.Agreement = agreement(&incident, voices)
	incident.Repeats = voices.repeats()
	return incident
}

// held returns the accounts that do not deny what they tell of, as they were read and as people corrected them.
func (in *Input) held() (read, now []concord.Account) {
	all := in.Corrected
	if all == nil {
		all = in.Accounts
	}
	for i := range in.Accounts {
		if in.Accounts[i].Modality != concord.Denied {
			read, now = append(read, in.Accounts[i]), append(now, all[i])
		}
	}
	return read, now
}

// reportNames names the reports of the claims, in their order.
func reportNames(claims []concord.IncidentClaim) []string {
	var names []string
	seen := map[string]bool{}
	for i := range claims {
		if c := &claims[i]; !seen[c.ReportID] {
			seen[c.ReportID] = true
			names = append(names, c.Report)
		}
	}
	return names
}

// fold makes names alike that differ in case, articles and hyphens.
func fold(name string) string {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return r == ' ' || r == '-' || r == '’' || r == '\'' })
	kept := words[:0]
	for _, w := range words {
		if w != "the" && w != "al" && w != "el" {
			kept = append(kept, w)
		}
	}
	return strings.Join(kept, " ")
}
