package timeline

import (
	"cmp"
	"maps"
	"slices"

	"concord"
)

// ledger is the commitments of a record that grows, and the events by which they come about or fail.
type ledger struct {
	beside   map[string][]*concord.IncidentClaim // all claims, by report
	promises map[string][]*promise               // by country, in order of time
	events   map[string][]told                   // by country, in order of time; all of them under ""
}

// promise is a commitment, worked out when it is asked for.
type promise struct {
	told
	truce bool                // it speaks of a ceasefire
	out   *concord.Commitment // nil until it is asked for, and again when an event may change it
}

func newLedger() ledger {
	return ledger{beside: map[string][]*concord.IncidentClaim{}, promises: map[string][]*promise{}, events: map[string][]told{}}
}

// add takes the claims of reports in, all those of a report at once. A promise that fresh events may bear on is worked out anew.
func (l *ledger) add(claims []concord.IncidentClaim) {
	for i := range claims {
		report := reportOf(&claims[i])
		l.beside[report] = append(l.beside[report], &claims[i])
	}
	l.addEvents(chronicle(claims, func(c *concord.IncidentClaim) bool { return c.Event != nil }))
	l.addPromises(chronicle(claims, commits))
}

// addEvents takes fresh events in, which are in order of time.
func (l *ledger) addEvents(events []told) {
	fresh := map[string][]told{}
	for _, e := range events {
		fresh[""] = append(fresh[""], e)
		if e.country != "" {
			fresh[e.country] = append(fresh[e.country], e)
		}
	}
	for country, events := range fresh {
		l.events[country] = merged(l.events[country], events)
		for _, p := range l.promises[country] {
			if p.out != nil && events[len(events)-1].day.After(p.day) {
				p.out = nil
			}
		}
	}
}

// addPromises takes fresh commitments in; a warning is one where it is of what the speaker's own side would do.
func (l *ledger) addPromises(claims []told) {
	made := map[string][]*promise{}
	for _, t := range claims {
		if t.Act == concord.Warn && !threatens(t, l.beside[t.report()]) {
			continue
		}
		made[t.country] = append(made[t.country], &promise{told: t, truce: speaksOfTruce(t.Quote.Text)})
	}
	for country, promises := range made {
		l.promises[country] = append(l.promises[country], promises...)
		slices.SortStableFunc(l.promises[country], func(x, y *promise) int { return earlier(x.told, y.told) })
	}
}

// commitment works a promise out.
func (l *ledger) commitment(p *promise) concord.Commitment {
	if p.out == nil {
		c := commitmentOf(p.told, l.beside[p.report()], l.events[p.country])
		p.out = &c
	}
	return *p.out
}

// of returns the commitments that belong to a ceasefire: made between its first step and its last, about one, in its country.
func (l *ledger) of(c *concord.Ceasefire) []concord.Commitment {
	list := []concord.Commitment{}
	from, to := span(c)
	for _, p := range l.promises[c.Country] {
		if made := p.Published.Day(); p.truce && made >= from && (to == "" || made <= to) {
			list = append(list, l.commitment(p))
		}
	}
	return list
}

// all returns all commitments in order of time.
func (l *ledger) all() []concord.Commitment {
	promises := slices.Concat(slices.Collect(maps.Values(l.promises))...)
	slices.SortStableFunc(promises, func(x, y *promise) int { return earlier(x.told, y.told) })
	list := make([]concord.Commitment, len(promises))
	for i, p := range promises {
		list[i] = l.commitment(p)
	}
	return list
}

// merged puts fresh claims among those that stand in order.
func merged(list, fresh []told) []told {
	from, _ := slices.BinarySearchFunc(list, fresh[0], earlier)
	tail := append(slices.Clone(list[from:]), fresh...)
	slices.SortStableFunc(tail, earlier)
	return append(list[:from], tail...)
}

// earlier orders claims by the day they are about, then by where they stand.
func earlier(a, b told) int {
	return cmp.Or(a.day.Compare(b.day), cmp.Compare(a.Published, b.Published), cmp.Compare(a.report(), b.report()), cmp.Compare(a.Start, b.Start),
		cmp.Compare(a.ID, b.ID))
}
