package timeline

import (
	"slices"
	"strings"

	"concord"
)

// Book is the threads of a record that grows. What is added is threaded together with the claims of those threads only that it might
// belong to, or that these might give claims to; all others stay as they are. The threads are the same whatever the order in
// which reports come, and whether they come one by one or all at once.
type Book struct {
	threads []*thread            // by their founders
	talks   map[string][]told    // by report
	holders map[string][]*thread // those that hold claims of a report
	tellers map[string]*thread   // the one that a report tells most of
	ledger  ledger
}

// NewBook returns an empty book.
func NewBook() *Book {
	return &Book{talks: map[string][]told{}, holders: map[string][]*thread{}, tellers: map[string]*thread{}, ledger: newLedger()}
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
	known := func(c concord.IncidentClaim) bool { return b.ledger.beside[reportOf(&c)] != nil }
	if slices.ContainsFunc(claims, known) {
		claims = slices.DeleteFunc(slices.Clone(claims), known)
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
		best := b.tellsMost(report)
		if was := b.tellers[report]; was != best {
			changed[was], changed[best] = true, true
			b.tellers[report] = best
		}
	}
	delete(changed, nil)
	for h := range changed {
		b.talk(h)
	}
}

// tellsMost returns the thread that a report tells most of, the one founded first of equals, nil where it tells of none.
func (b *Book) tellsMost(report string) *thread {
	var best *thread
	for _, h := range b.holders[report] {
		if best == nil || h.reports[report] > best.reports[report] || h.reports[report] == best.reports[report] && earlier(h.founder, best.founder) < 0 {
			best = h
		}
	}
	return best
}

// talk gives a thread the talks of those reports that tell most of it, and has it written anew.
func (b *Book) talk(h *thread) {
	h.talks, h.written = nil, nil
	for report := range h.reports {
		if b.tellers[report] == h {
			h.talks = append(h.talks, slices.DeleteFunc(slices.Clone(b.talks[report]), func(t told) bool { return !h.near(t) })...)
		}
	}
	slices.SortFunc(h.talks, earlier)
}

// Ceasefires returns the ceasefires of the book, by their first day, with the commitments that belong to each.
func (b *Book) Ceasefires() []concord.Ceasefire {
	var list []concord.Ceasefire
	for _, h := range b.threads {
		if !h.told() {
			continue
		}
		if h.written == nil {
			h.written = h.ceasefire(b.ledger.beside)
		}
		c := *h.written
		c.Commitments = b.ledger.of(&c)
		list = append(list, c)
	}
	slices.SortStableFunc(list, func(x, y concord.Ceasefire) int { return strings.Compare(x.ID, y.ID) })
	return list
}
