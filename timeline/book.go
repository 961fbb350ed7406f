package timeline

import (
	"cmp"
	"maps"
	"slices"
	"sort"

	"concord"
)

// Book is the threads of a record that grows. What is added is threaded together with the claims of those threads only that it might
// belong to, or that these might give claims to; all others stay as they are. The threads are the same whatever the order in
// which reports come, and whether they come one by one or all at once.
type Book struct {
	threads []*thread // by their founders
	beside  map[string][]*concord.IncidentClaim
	talks   map[string][]told    // by report
	holders map[string][]*thread // those that hold claims of a report
	tellers map[string]*thread   // the one that a report tells most of
	ledger  ledger
}

// NewBook returns an empty book.
func NewBook() *Book {
	return &Book{beside: map[string][]*concord.IncidentClaim{}, talks: map[string][]told{}, holders: map[string][]*thread{}, tellers: map[string]*thread{},
		ledger: newLedger()}
}

// Ceasefires returns the ceasefires that the claims tell of, by their first day. Besides the claims about ceasefires themselves it uses those
// on places (for the country of their report), figures of attacks counted beside a violation, denials of responsibility, and what named
// speakers promised: give it all claims of every report that tells of a ceasefire.
func Ceasefires(claims []concord.IncidentClaim) []concord.Ceasefire {
	b := NewBook()
	b.Add(claims)
	return b.Ceasefires()
}

// Add takes the claims of reports in, all those of a report at once. Reports that are there already change nothing.
func (b *Book) Add(claims []concord.IncidentClaim) {
	known := func(c concord.IncidentClaim) bool { return b.beside[reportOf(&c)] != nil }
	if slices.ContainsFunc(claims, known) {
		claims = slices.DeleteFunc(slices.Clone(claims), known)
	}
	for i := range claims {
		report := reportOf(&claims[i])
		b.beside[report] = append(b.beside[report], &claims[i])
	}
	for _, t := range chronicle(claims, isTalk) {
		b.talks[t.report()] = append(b.talks[t.report()], t)
	}
	b.ledger.add(claims)
	fresh := chronicle(claims, aboutTruce)
	if len(fresh) == 0 {
		return
	}
	touched, others := b.touched(fresh)
	for _, h := range touched {
		fresh = append(append(fresh, h.steps...), h.breaches...)
	}
	slices.SortStableFunc(fresh, earlier)
	var threads []*thread
	for _, t := range fresh {
		threads = place(threads, t)
	}
	b.threads = append(others, threads...)
	slices.SortFunc(b.threads, func(x, y *thread) int { return earlier(x.founder, y.founder) })
	b.joinTalks(touched, threads)
}

// touched parts the threads into those that fresh claims might change, by themselves or by way of others, and the rest. A thread that on
// the first day of the fresh claims had ended or been silent for long stays as it is.
func (b *Book) touched(fresh []told) (touched, others []*thread) {
	open := func(h *thread) bool {
		return fresh[0].day.Sub(h.last) <= silence || h.ended.IsZero() && fresh[0].day.Sub(h.last) <= standing
	}
	reach := &scene{countries: map[string]int{}, names: map[string]bool{}}
	homeless := false // some report names no country: its claims may belong anywhere
	include := func(s *scene) {
		reach.joins(s)
		homeless = homeless || len(s.countries) == 0
	}
	for _, t := range fresh {
		include(t.scene)
	}
	others = b.threads
	for grown := true; grown; {
		grown = false
		rest := make([]*thread, 0, len(others))
		for _, h := range others {
			if open(h) && (homeless || h.countries[""] > 0 || reach.meets(h.scene)) {
				touched, grown = append(touched, h), true
				include(h.scene)
				homeless = homeless || h.countries[""] > 0
			} else {
				rest = append(rest, h)
			}
		}
		others = rest
	}
	return touched, others
}

// joinTalks adds talks to the thread that their report tells most of, where they fall in its time or two weeks around it: those of the reports of
// threads that are gone and of the new ones in their place.
func (b *Book) joinTalks(gone, made []*thread) {
	reports, changed := map[string]bool{}, map[*thread]bool{}
	for _, h := range gone {
		for report := range h.reports {
			reports[report] = true
			b.holders[report] = slices.DeleteFunc(b.holders[report], func(x *thread) bool { return x == h })
		}
	}
	for _, h := range made {
		changed[h] = true
		for report := range h.reports {
			reports[report] = true
			b.holders[report] = append(b.holders[report], h)
		}
	}
	for report := range reports {
		var best *thread
		for _, h := range b.holders[report] {
			if best == nil || h.reports[report] > best.reports[report] || h.reports[report] == best.reports[report] && earlier(h.founder, best.founder) < 0 {
				best = h
			}
		}
		if was := b.tellers[report]; was != best {
			changed[was], changed[best] = true, true
			b.tellers[report] = best
		}
	}
	delete(changed, nil)
	for h := range changed {
		h.talks, h.written = nil, nil
		for report := range h.reports {
			if b.tellers[report] == h {
				h.talks = append(h.talks, slices.DeleteFunc(slices.Clone(b.talks[report]), func(t told) bool { return !h.near(t) })...)
			}
		}
		slices.SortFunc(h.talks, earlier)
	}
}

// Ceasefires returns the ceasefires of the book, by their first day, with the commitments that belong to each.
func (b *Book) Ceasefires() []concord.Ceasefire {
	var list []concord.Ceasefire
	for _, h := range b.threads {
		if !h.told() {
			continue
		}
		if h.written == nil {
			h.written = h.ceasefire(b.beside)
		}
		c := *h.written
		c.Commitments = b.ledger.of(&c)
		list = append(list, c)
	}
	sort.SliceStable(list, func(i, j int) bool { return list[i].ID < list[j].ID })
	return list
}

// ledger is the commitments of a record that grows, and the events by which they come about or fail.
type ledger struct {
	beside   map[string][]*concord.IncidentClaim
	promises map[string][]*promise // by country, in order of time
	events   map[string][]told     // by country, in order of time; all of them under ""
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

func (l *ledger) add(claims []concord.IncidentClaim) {
	for i := range claims {
		report := reportOf(&claims[i])
		l.beside[report] = append(l.beside[report], &claims[i])
	}
	fresh := map[string][]told{}
	for _, e := range chronicle(claims, func(c *concord.IncidentClaim) bool { return c.Event != nil }) {
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
	made := map[string][]*promise{}
	for _, t := range chronicle(claims, commits) {
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
