package pipeline

import (
	"context"
	"strconv"

	"concord"
	"concord/reconcile"
)

// Decide appends what a person decided and, in the same transaction, links anew the accounts that it binds.
func Decide(ctx context.Context, store concord.Store, d concord.Decision) (concord.Decision, error) {
	bound, err := boundBy(ctx, store, d)
	if err != nil {
		return d, err
	}
	err = store.Update(ctx, func(tx concord.Tx) error {
		if d, err = tx.Decide(ctx, d); err != nil || len(bound) == 0 {
			return err
		}
		return relink(ctx, tx, bound, reconcile.Rules[0])
	})
	return d, err
}

// boundBy returns the accounts whose incidents a decision changes: those that it joins or parts, or that the decision
// which it undoes did.
func boundBy(ctx context.Context, store concord.Store, d concord.Decision) ([]concord.AccountKey, error) {
	if d.Kind == concord.UndoDecision {
		undone, err := store.Decisions(ctx, concord.Filter{IDs: []string{strconv.FormatInt(d.Undoes, 10)}})
		if err != nil || len(undone) == 0 {
			return nil, err
		}
		d = undone[0]
	}
	if d.Kind == concord.SameIncident || d.Kind == concord.DifferentIncident {
		return d.Accounts, nil
	}
	return nil, nil
}
