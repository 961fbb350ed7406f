package timex

import "concord"

// meaning is what an expression says before it is known when it is said.
type meaning interface {
	resolve(n *narrative) result
}

// result is what an expression means where it stands.
type result struct {
	kind  string // DATE, TIME, DURATION, SET
	value string
	first period // the days meant, where known
	last  period
	known bool
	clock string // "14:30" where the hour is known
}

func dated(p period) result {
	return result{kind: "DATE", value: p.value(), first: p, last: p, known: true}
}

func undated(value string) result { return result{kind: "DATE", value: value} }

// when turns the days of a result into the domain's type; nil where they are unknown.
func (r result) when(quote concord.Quote) *concord.When {
	if !r.known {
		return nil
	}
	from, _ := r.first.dates()
	_, to := r.last.dates()
	w := &concord.When{From: from, To: to, Precision: r.first.precision(), Span: &quote.Span, Quote: quote.Text}
	if r.last.grain > r.first.grain {
		w.Precision = r.last.precision()
	}
	if len(r.clock) == len("15:04") && r.clock < "24" {
		w.From, w.To, w.Precision = from+"T"+concord.Date(r.clock), to+"T"+concord.Date(r.clock), concord.ToHour
	}
	return w
}

// exactly is a period known without any context: "2011", "the 1990s".
type exactly struct{ period }

func (m exactly) resolve(*narrative) result { return dated(m.period) }
