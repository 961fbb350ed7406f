package pipeline

import (
	"context"
	"slices"

	"concord"
	"concord/link"
	"concord/reconcile"
)

// linkAccounts clusters fresh accounts together with the components that they are tied to, and writes the incidents that changed. Only the
// blocks that the fresh accounts look into, and the components that they touch, are read.
func linkAccounts(ctx context.Context, tx concord.Tx, fresh []concord.Sketch, rule reconcile.Rule) error {
	if len(fresh) == 0 {
		return nil
	}
	var looks []int64
	for _, s := range fresh {
		looks = append(looks, s.Looks...)
	}
	slices.Sort(looks)
	candidates, err := tx.Candidates(ctx, slices.Compact(looks))
	if err != nil {
		return err
	}
	ties, err := link.Ties(fresh, candidates)
	if err != nil {
		return err
	}
	tied := map[concord.AccountKey]bool{}
	for _, t := range ties {
		tied[t[0]], tied[t[1]] = true, true
	}
	near := slices.DeleteFunc(candidates, func(s concord.Sketch) bool { return !tied[s.Key] })
	return regroup(ctx, tx, fresh, near, ties, nil, rule)
}

// relink clusters anew the components of these accounts, after a decision on them, and derives their incidents anew.
func relink(ctx context.Context, tx concord.Tx, keys []concord.AccountKey, rule reconcile.Rule) error {
	sketches, err := tx.SketchesOf(ctx, keys)
	if err != nil {
		return err
	}
	return regroup(ctx, tx, nil, sketches, nil, keys, rule)
}

// regroup clusters fresh accounts and the whole components of those near them, and writes what changed; incidents of stale accounts are
// derived anew in any case.
func regroup(ctx context.Context, tx concord.Tx, fresh, near []concord.Sketch, ties []link.Tie, stale []concord.AccountKey, rule reconcile.Rule) error {
	var labels []string
	for _, s := range near {
		labels = append(labels, s.Component)
	}
	slices.Sort(labels)
	members, err := tx.Members(ctx, slices.Compact(labels))
	if err != nil {
		return err
	}
	all := append(members, fresh...)
	keys := make([]concord.AccountKey, len(all))
	for i, s := range all {
		keys[i] = s.Key
	}
	decisions, err := tx.Decisions(ctx, keys)
	if err != nil {
		return err
	}
	clusters, err := link.Group(all, ties, link.BondsOf(decisions))
	if err != nil {
		return err
	}
	return putChanged(ctx, tx, all, clusters, change{stale, decisions, rule})
}

// change is what a derivation depends on beside the accounts.
type change struct {
	stale     []concord.AccountKey // accounts whose incident is derived anew though its members are the same
	decisions []concord.Decision
	rule      reconcile.Rule
}

// putChanged writes the sketches whose component is new and the incidents whose members changed, and removes incidents that have none left or
// that nobody holds to have happened any more.
func putChanged(ctx context.Context, tx concord.Tx, all []concord.Sketch, clusters []link.Cluster, how change) error {
	before := map[concord.AccountKey]concord.Sketch{}
	size := map[string]int{}
	for _, s := range all {
		before[s.Key] = s
		size[s.Incident]++
	}
	var moved []concord.Sketch
	var changed []concord.Incident
	left := map[string]bool{"": true}
	for _, c := range clusters {
		same := size[c.ID] == len(c.Members)
		for _, m := range c.Members {
			same = same && m.Incident == c.ID && !slices.Contains(how.stale, m.Key)
			if before[m.Key].Component != m.Component {
				moved = append(moved, m)
			}
		}
		if !c.Held {
			continue
		}
		left[c.ID] = true
		if same {
			continue
		}
		incident, err := derive(ctx, tx, c, how)
		if err != nil {
			return err
		}
		changed = append(changed, incident)
	}
	if err := tx.PutSketches(ctx, moved); err != nil {
		return err
	}
	var gone []string
	for id := range size {
		if !left[id] {
			gone = append(gone, id)
		}
	}
	slices.Sort(gone)
	return tx.PutIncidents(ctx, changed, gone)
}

// derive makes the incident of a cluster from its accounts' claims, as people decided on them.
func derive(ctx context.Context, tx concord.Tx, c link.Cluster, how change) (concord.Incident, error) {
	keys := make([]concord.AccountKey, len(c.Members))
	for i, m := range c.Members {
		keys[i] = m.Key
	}
	accounts, claims, err := tx.AccountsOf(ctx, keys)
	if err != nil {
		return concord.Incident{}, err
	}
	if claims, err = concord.Reviewed(claims, keys, how.decisions); err != nil {
		return concord.Incident{}, err
	}
	return reconcile.Incident(reconcile.Input{ID: c.ID, Accounts: accounts, Keys: keys, Claims: claims, Links: c.Links, Rule: how.rule}), nil
}
