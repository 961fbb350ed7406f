package pipeline

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"

	"concord"
	"concord/reconcile"
)

// Rebuilding says how a record is rebuilt, and who is told.
type Rebuilding struct {
	Rule reconcile.Rule // that chooses the best figures; the zero Rule: the default
	// LayOut tells the parts of a report's text from one another, as was done when it was taken in; the record does not keep them.
	LayOut func(*concord.Report)
	// Done is told of each report, in the order in which they were taken in: how many claims are read in it now, or why it keeps those it had.
	Done func(Taken)
}

// Rebuild reads all reports of the record anew and derives from them and from people's decisions whatever is derived, in one transaction.
// Claims, accounts and incidents that are found again keep their ids, so that decisions hold. It returns the standing decisions on what is not found any
// more: they are kept, and hold again should it be found again. Where reading fails by a fault of ours, the report keeps what was read before.
func (p *Reader) Rebuild(ctx context.Context, store concord.Store, how Rebuilding) (lost []concord.Decision, err error) {
	decisions, err := store.Decisions(ctx, concord.Filter{})
	if err != nil {
		return nil, err
	}
	r := rebuilding{Rebuilding: how, reader: p, standing: concord.Standing(decisions), given: idsGiven(decisions)}
	err = store.Rebuild(ctx, func(tx concord.Tx, reports []concord.Reading) error {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if len(reports) == 0 {
			return r.bond(ctx, tx)
		}
		return r.again(ctx, tx, reports)
	})
	if err != nil {
		return nil, err
	}
	return r.incidentsGone(ctx, store)
}

// rebuilding is a record being rebuilt.
type rebuilding struct {
	Rebuilding
	reader   *Reader
	standing []concord.Decision
	given    map[string][]string // ids of claims and accounts that decisions name, by report
	lost     []concord.Decision
}

// again reads reports anew and puts them in the place of what was read before.
func (r *rebuilding) again(ctx context.Context, tx concord.Tx, reports []concord.Reading) error {
	anew := func(yield func(concord.Report) bool) {
		for i := range reports {
			if !yield(r.laidOut(reports[i].Report)) {
				return
			}
		}
	}
	var readings []*concord.Reading
	for reading, fault := range r.reader.ReadAll(anew) {
		was := &reports[len(readings)]
		if fault != nil {
			reading = *was
		} else {
			keepIDs(was, &reading, r.given[reading.Report.ID])
		}
		if _, err := tx.Put(ctx, &reading); err != nil {
			return err
		}
		readings = append(readings, &reading)
		r.done(&reading, fault)
	}
	return linkAccounts(ctx, tx, readings, r.Rule)
}

// laidOut returns the report with its parts. Nothing else of it changes.
func (r *rebuilding) laidOut(report concord.Report) concord.Report {
	if r.LayOut != nil {
		laid := report
		r.LayOut(&laid)
		report.Layout = laid.Layout
	}
	return report
}

// done tells of a report that was read anew, and notes which decisions are on what it does not hold any more.
func (r *rebuilding) done(reading *concord.Reading, fault error) {
	for _, d := range r.standing {
		if d.Report == reading.Report.ID && !holds(reading, d) {
			r.lost = append(r.lost, d)
		}
	}
	if r.Done != nil {
		r.Done(Taken{Report: reading.Report, Claims: len(reading.Claims), Err: fault})
	}
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
