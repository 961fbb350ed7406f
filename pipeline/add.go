package pipeline

import (
	"context"
	"iter"

	"concord"
	"concord/reconcile"
)

// Adding says how reports are taken in, and who is told.
type Adding struct {
	Batch int            // reports in one transaction; 0: DefaultBatch
	Rule  reconcile.Rule // that chooses the best figures; the zero Rule: the default
	// Done is told of each report, in their order, once it is settled: that it stands in the record (and stays there,
	// whatever happens next), that it stood there already, or why it cannot be taken in.
	Done func(Taken)
}

// Taken is what became of one report.
type Taken struct {
	Report concord.Report
	Added  bool // false: it was there already, and nothing changed
	Claims int  // of a report that was added
	Err    error
}

// DefaultBatch is how many reports make one transaction: few enough to be acknowledged every second or so.
const DefaultBatch = 64

// longBatch is the length of text in bytes that makes a batch of however few reports, so that long ones do not fill the memory.
const longBatch = 8 << 20

// Add takes reports into the record: what they claim is read on all cores, and written in their order, a batch in one
// transaction together with the incidents that it changes. An interrupted Add is taken up again by running it again. A report that
// the store refuses is told to Done, and the rest goes on; the error returned is of the store as a whole, and ends the work; reports may then still be read up to the end of a batch.
func (p *Reader) Add(ctx context.Context, store concord.Store, reports iter.Seq[concord.Report], how Adding) error {
	if how.Batch <= 0 {
		how.Batch = DefaultBatch
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	for b := range ahead(ctx, p.batches(ctx, store, reports, how.Batch)) {
		if b.err != nil {
			return b.err
		}
		if err := b.take(ctx, store, how); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// batch is some reports in their order, and the readings of those that the record lacks.
type batch struct {
	reports  []concord.Report
	readings map[string]*concord.Reading // by report id
	faults   map[string]error            // of reports that could not be read, by their id
	err      error
}

// batches yields the reports in batches, those that are new read.
func (p *Reader) batches(ctx context.Context, store concord.Store, reports iter.Seq[concord.Report], size int) iter.Seq[batch] {
	return func(yield func(batch) bool) {
		var waiting []concord.Report
		long := 0
		for report := range reports {
			long += len(report.Text)
			if waiting = append(waiting, report); len(waiting) < size && long < longBatch {
				continue
			}
			if !yield(p.batch(ctx, store, waiting)) {
				return
			}
			waiting, long = nil, 0
		}
		if len(waiting) > 0 {
			yield(p.batch(ctx, store, waiting))
		}
	}
}

func (p *Reader) batch(ctx context.Context, store concord.Store, reports []concord.Report) batch {
	ids := make([]string, len(reports))
	for i := range reports {
		ids[i] = reports[i].ID
	}
	known, err := store.Reports(ctx, concord.Filter{IDs: ids})
	if err != nil {
		return batch{err: err}
	}
	settled := make(map[string]bool, len(reports)) // in the record, or met before in this batch
	for _, line := range known {
		settled[line.ID] = true
	}
	b := batch{reports: reports, readings: make(map[string]*concord.Reading, len(reports)), faults: map[string]error{}}
	fresh := func(yield func(concord.Report) bool) {
		for _, report := range reports {
			if !settled[report.ID] && !yield(report) {
				return
			}
			settled[report.ID] = true
		}
	}
	for reading, err := range p.ReadAll(fresh) {
		if err != nil {
			b.faults[reading.Report.ID] = err
			continue
		}
		b.readings[reading.Report.ID] = &reading
	}
	return b
}

// take writes the batch and tells what became of its reports. Where the transaction fails for a reason that lies
// in one of them, each is tried alone.
func (b batch) take(ctx context.Context, store concord.Store, how Adding) error {
	taken, err := b.write(ctx, store, how.Rule)
	if err != nil && (ctx.Err() != nil || concord.CodeOf(err) == concord.Unavailable) {
		return err
	}
	if err != nil && len(b.reports) > 1 {
		for i := range b.reports {
			alone := batch{reports: b.reports[i : i+1], readings: b.readings, faults: b.faults}
			if err := alone.take(ctx, store, how); err != nil {
				return err
			}
		}
		return nil
	}
	if err != nil {
		taken = []Taken{{Report: b.reports[0], Err: err}}
	}
	for _, t := range taken {
		if how.Done != nil {
			how.Done(t)
		}
	}
	return nil
}

// write puts the readings and links their accounts, in one transaction.
func (b batch) write(ctx context.Context, store concord.Store, rule reconcile.Rule) ([]Taken, error) {
	if len(b.readings) == 0 {
		taken := make([]Taken, len(b.reports))
		for i := range b.reports {
			taken[i] = Taken{Report: b.reports[i], Err: b.faults[b.reports[i].ID]}
		}
		return taken, nil
	}
	var taken []Taken
	err := store.Update(ctx, func(tx concord.Tx) error {
		taken = taken[:0]
		var fresh []*concord.Reading
		for i := range b.reports {
			t := Taken{Report: b.reports[i], Err: b.faults[b.reports[i].ID]}
			reading := b.readings[t.Report.ID]
			if reading != nil {
				t.Added, t.Err = tx.Put(ctx, reading)
			}
			if t.Err != nil && reading != nil && concord.CodeOf(t.Err) != concord.Invalid {
				return t.Err
			}
			if t.Added {
				t.Claims = len(reading.Claims)
				fresh = append(fresh, reading)
			}
			taken = append(taken, t)
		}
		return linkAccounts(ctx, tx, fresh, rule)
	})
	return taken, err
}

// ahead yields what values yields, the next one being made while one is used, until ctx ends. It does not wait for a value that is
// still being made, which may need input that never comes; no other is begun then.
func ahead[V any](ctx context.Context, values iter.Seq[V]) iter.Seq[V] {
	return func(yield func(V) bool) {
		made, stop := make(chan V), make(chan struct{})
		defer close(stop)
		go func() {
			defer close(made)
			for v := range values {
				select {
				case made <- v:
				case <-stop:
					return
				}
			}
		}()
		for {
			select {
			case v, more := <-made:
				if !more || !yield(v) {
					return
				}
			case <-ctx.Done():
				return
			}
		}
	}
}
