package pipeline

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"

	"concord"
)

// recall learns what people decided. No decision is made from now on, until the record is rebuilt.
func (r *rebuilding) recall(ctx context.Context, tx concord.Tx) error {
	decisions, err := tx.Decisions(ctx, nil)
	r.standing, r.given, r.on = concord.Standing(decisions), idsGiven(decisions), map[string][]concord.Decision{}
	for _, d := range r.standing {
		if d.Report != "" {
			r.on[d.Report] = append(r.on[d.Report], d)
		}
	}
	return err
}

// holds reports whether a reading holds the claim that a decision is on, or the account that the claim which it adds is about.
func holds(reading *concord.Reading, d concord.Decision) bool {
	if account, about := accountAddedTo(d); about {
		return slices.ContainsFunc(reading.Accounts, func(a concord.Account) bool { return a.ID == account })
	}
	return d.Claim == "" || slices.ContainsFunc(reading.Claims, func(c concord.Claim) bool { return c.ID == d.Claim })
}

// accountAddedTo returns the account that the claim which a decision adds is about.
func accountAddedTo(d concord.Decision) (account string, about bool) {
	var c concord.Claim
	if d.Kind != concord.AddClaim || json.Unmarshal([]byte(d.Value), &c) != nil || c.Incident == nil {
		return "", false
	}
	return *c.Incident, true
}

// bond links anew what people held to be one or different, now that all of it is there.
func (r *rebuilding) bond(ctx context.Context, tx concord.Tx) error {
	for _, d := range r.standing {
		if d.Kind != concord.SameIncident && d.Kind != concord.DifferentIncident {
			continue
		}
		there, err := tx.SketchesOf(ctx, d.Accounts)
		if err != nil {
			return err
		}
		if len(there) < len(d.Accounts) {
			r.lost = append(r.lost, d)
		}
		var keys []concord.AccountKey
		for _, s := range there {
			keys = append(keys, s.Key)
		}
		if err := relink(ctx, tx, keys, r.Rule); err != nil {
			return err
		}
	}
	return nil
}

// incidentsGone adds the decisions on incidents that are there no more, and returns all that were lost in the order in which they were made.
func (r *rebuilding) incidentsGone(ctx context.Context, store concord.Store) ([]concord.Decision, error) {
	for _, d := range r.standing {
		if len(d.Accounts) > 0 || len(d.Incidents) == 0 {
			continue
		}
		there, err := store.Count(ctx, concord.Filter{IDs: d.Incidents})
		if err != nil {
			return nil, err
		}
		if there == 0 {
			r.lost = append(r.lost, d)
		}
	}
	slices.SortFunc(r.lost, func(a, b concord.Decision) int { return cmp.Compare(a.ID, b.ID) })
	return r.lost, nil
}

// idsGiven returns the ids of claims and accounts that decisions name, by report: those of what is not read any more are not to be given to
// anything else.
func idsGiven(decisions []concord.Decision) map[string][]string {
	given := map[string][]string{}
	for _, d := range decisions {
		given[d.Report] = append(given[d.Report], d.Claim)
		for _, key := range d.Accounts {
			given[key.Report] = append(given[key.Report], key.Account)
		}
		if account, about := accountAddedTo(d); about {
			given[d.Report] = append(given[d.Report], account)
		}
	}
	return given
}
