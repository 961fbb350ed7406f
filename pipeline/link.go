package pipeline

import (
	"context"
	"slices"

	"concord"
	"concord/link"
	"concord/reconcile"
)

// linkAccounts files fresh sketches, gathers the accounts that may tell of the same incidents, clusters them anew, and writes the incidents
// that changed. Only the blocks that the fresh accounts touch are read.
func linkAccounts(ctx context.Context, tx concord.Tx, fresh []concord.Sketch, rule reconcile.Rule) error {
	if len(fresh) == 0 {
		return nil
	}
	if err := tx.PutSketches(ctx, fresh); err != nil {
		return err
	}
	var blocks []string
	for _, s := range fresh {
		blocks = append(blocks, s.Blocks...)
	}
	slices.Sort(blocks)
	near, err := tx.Candidates(ctx, slices.Compact(blocks))
	if err != nil {
		return err
	}
	return regroup(ctx, tx, append(near, fresh...), rule)
}

// regroup clusters sketches, together with all other members of the incidents that they stand in, and writes what changed.
func regroup(ctx context.Context, tx concord.Tx, sketches []concord.Sketch, rule reconcile.Rule) error {
	var incidents []string
	for _, s := range sketches {
		if s.Incident != "" {
			incidents = append(incidents, s.Incident)
		}
	}
	slices.Sort(incidents)
	incidents = slices.Compact(incidents)
	members, err := tx.Members(ctx, incidents)
	if err != nil {
		return err
	}
	all := unique(append(members, sketches...))
	keys := make([]concord.AccountKey, len(all))
	for i, s := range all {
		keys[i] = s.Key
	}
	decisions, err := tx.Decisions(ctx, keys)
	if err != nil {
		return err
	}
	clusters, err := link.Group(all, link.BondsOf(decisions))
	if err != nil {
		return err
	}
	return putChanged(ctx, tx, incidents, all, clusters, rule)
}

func unique(sketches []concord.Sketch) []concord.Sketch {
	seen := make(map[concord.AccountKey]bool, len(sketches))
	return slices.DeleteFunc(sketches, func(s concord.Sketch) bool {
		had := seen[s.Key]
		seen[s.Key] = true
		return had
	})
}

// putChanged writes the incidents whose members changed and removes those that have none left.
func putChanged(ctx context.Context, tx concord.Tx, before []string, all []concord.Sketch, clusters []link.Cluster, rule reconcile.Rule) error {
	size := map[string]int{}
	for _, s := range all {
		size[s.Incident]++
	}
	var changed []concord.Incident
	left := map[string]bool{}
	for _, c := range clusters {
		left[c.ID] = true
		same := size[c.ID] == len(c.Members)
		for _, m := range c.Members {
			same = same && m.Incident == c.ID
		}
		if same {
			continue
		}
		incident, err := derive(ctx, tx, c, rule)
		if err != nil {
			return err
		}
		changed = append(changed, incident)
	}
	gone := slices.DeleteFunc(slices.Clone(before), func(id string) bool { return left[id] })
	return tx.PutIncidents(ctx, changed, gone)
}

// derive makes the incident of a cluster from its accounts' claims.
func derive(ctx context.Context, tx concord.Tx, c link.Cluster, rule reconcile.Rule) (concord.Incident, error) {
	keys := make([]concord.AccountKey, len(c.Members))
	for i, m := range c.Members {
		keys[i] = m.Key
	}
	accounts, claims, err := tx.AccountsOf(ctx, keys)
	if err != nil {
		return concord.Incident{}, err
	}
	return reconcile.Incident(reconcile.Input{ID: c.ID, Accounts: accounts, Keys: keys, Claims: claims, Links: c.Links, Rule: rule}), nil
}
