package pipeline

import (
	"context"
	"slices"
	"strconv"

	"concord"
	"concord/reconcile"
)

// Decide appends what a person decided and, in the same transaction, links anew the accounts that it binds and derives their
// incidents anew. Nothing that was read or decided before is changed.
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

// boundBy returns the accounts whose incidents a decision changes: those that it joins or parts, those of the report whose claim it
// judges, or those that the decision which it undoes changed.
func boundBy(ctx context.Context, store concord.Store, d concord.Decision) ([]concord.AccountKey, error) {
	if d.Kind == concord.UndoDecision {
		undone, err := store.Decisions(ctx, concord.Filter{IDs: []string{strconv.FormatInt(d.Undoes, 10)}})
		if err != nil || len(undone) == 0 {
			return nil, err
		}
		d = undone[0]
	}
	switch d.Kind {
	case concord.SameIncident, concord.DifferentIncident:
		return d.Accounts, nil
	case concord.AcceptClaim, concord.RejectClaim, concord.CorrectClaim, concord.AddClaim:
		reading, err := store.Reading(ctx, d.Report)
		keys := slices.Clone(d.Accounts)
		for i := range reading.Accounts {
			keys = append(keys, concord.AccountKey{Report: reading.Report.ID, Account: reading.Accounts[i].ID})
		}
		return keys, err
	}
	return nil, nil
}
