package pipeline

import (
	"context"

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
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	r := rebuilding{Rebuilding: how, reader: p}
	err = store.Rebuild(ctx, func(tx concord.Tx, reports []concord.Reading) error {
		if r.given == nil {
			if err := r.recall(ctx, tx); err != nil {
				return err
			}
		}
		before := r.underWay
		r.underWay = r.begin(ctx, reports)
		if err := r.put(ctx, tx, before); err != nil || len(reports) > 0 {
			return err
		}
		return r.bond(ctx, tx)
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
	on       map[string][]concord.Decision // of those standing, by the report that they are on
	given    map[string][]string           // ids of claims and accounts that decisions name, by report
	underWay *rereading
	lost     []concord.Decision
}

// rereading is some reports being read anew, while those before them are written.
type rereading struct {
	was, is []concord.Reading
	faults  []error       // one for each of is, nil where it was read
	done    chan struct{} // closed when all are read
}

// begin begins to read reports anew, on all cores.
func (r *rebuilding) begin(ctx context.Context, reports []concord.Reading) *rereading {
	b := &rereading{was: reports, done: make(chan struct{})}
	anew := func(yield func(concord.Report) bool) {
		for i := range reports {
			if ctx.Err() != nil || !yield(r.laidOut(reports[i].Report)) {
				return
			}
		}
	}
	go func() {
		defer close(b.done)
		for reading, fault := range r.reader.ReadAll(anew) {
			b.is, b.faults = append(b.is, reading), append(b.faults, fault)
		}
	}()
	return b
}

// put waits for reports that are read anew, and puts them in the place of what was read before.
func (r *rebuilding) put(ctx context.Context, tx concord.Tx, b *rereading) error {
	if b == nil {
		return nil
	}
	if <-b.done; ctx.Err() != nil {
		return ctx.Err()
	}
	readings := make([]*concord.Reading, len(b.is))
	for i := range b.is {
		reading, was := &b.is[i], &b.was[i]
		if b.faults[i] != nil {
			reading = was
		} else {
			keepIDs(was, reading, r.given[reading.Report.ID])
		}
		if _, err := tx.Put(ctx, reading); err != nil {
			return err
		}
		readings[i] = reading
		r.done(reading, b.faults[i])
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
	for _, d := range r.on[reading.Report.ID] {
		if !holds(reading, d) {
			r.lost = append(r.lost, d)
		}
	}
	if r.Done != nil {
		r.Done(Taken{Report: reading.Report, Claims: len(reading.Claims), Err: fault})
	}
}
