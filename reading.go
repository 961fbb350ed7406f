package concord

import "fmt"

// Reading is all that was made of one report.
type Reading struct {
	Report   Report    `json:"report"`
	Claims   []Claim   `json:"claims"`
	Accounts []Account `json:"incidents"`
	Mentions *Mentions `json:"mentions,omitempty"`
}

// CodePoints turns every offset of the reading from bytes into Unicode code points. Call it once,
// when reading is done.
func (r *Reading) CodePoints() {
	at := codePoints(r.Report.Text)
	if at == nil {
		return
	}
	seen := make(map[*Span]bool) // optional spans may be shared between values
	r.eachSpan(func(s *Span) {
		if s == nil || seen[s] {
			return
		}
		seen[s] = true
		s.Start, s.End = at(s.Start), at(s.End)
	})
	r.Report.Layout = nil
}

// Check returns an error where a span leaves the text or a quote is not its span; offsets are code points.
func (r *Reading) Check() error {
	runes := []rune(r.Report.Text)
	var err error
	r.eachSpan(func(s *Span) {
		if s != nil && err == nil && (s.Start < 0 || s.End < s.Start || s.End > len(runes)) {
			err = fmt.Errorf("report %s: span %d–%d leaves the text of %d code points", r.Report.Name, s.Start, s.End, len(runes))
		}
	})
	if err != nil {
		return err
	}
	quotes := func(q Quote) {
		if err == nil && string(runes[q.Start:q.End]) != q.Text {
			err = fmt.Errorf("report %s: %d–%d is %q, not the quote %q", r.Report.Name, q.Start, q.End, string(runes[q.Start:q.End]), q.Text)
		}
	}
	for i := range r.Claims {
		c := &r.Claims[i]
		quotes(c.Quote)
		if c.Statement != nil {
			quotes(c.Statement.Cue)
			for _, part := range c.Content {
				quotes(part)
			}
		}
	}
	return err
}

// eachSpan visits every span of the reading.
func (r *Reading) eachSpan(visit func(*Span)) {
	when := func(w *When) {
		if w != nil {
			visit(w.Span)
		}
	}
	where := func(w *Where) {
		if w != nil {
			visit(w.Span)
		}
	}
	for i := range r.Claims {
		c := &r.Claims[i]
		visit(&c.Quote.Span)
		for j := range c.Source {
			visit(c.Source[j].Span)
		}
		if c.Event != nil {
			when(c.Event.When)
			where(c.Event.Where)
			for j := range c.Participants {
				visit(&c.Participants[j].Span)
			}
			if c.Truce != nil {
				when(c.Truce.From)
				when(c.Truce.Until)
			}
		}
		if c.Figure != nil {
			visit(&c.Counted.Span)
		}
		if c.Responsibility != nil {
			visit(&c.Responsibility.Actor.Span)
		}
		if c.Statement != nil {
			visit(&c.Cue.Span)
			for j := range c.Content {
				visit(&c.Content[j].Span)
			}
		}
	}
	for i := range r.Accounts {
		a := &r.Accounts[i]
		when(a.When)
		where(a.Where)
		for j := range a.Perpetrators {
			visit(&a.Perpetrators[j].Span)
		}
		for j := range a.Victims {
			visit(&a.Victims[j].Span)
		}
		for j := range a.Objects {
			visit(&a.Objects[j].Span)
		}
		for j := range a.Weapons {
			visit(&a.Weapons[j].Span)
		}
	}
	if r.Mentions != nil {
		r.Mentions.eachSpan(visit)
	}
}

func (m *Mentions) eachSpan(visit func(*Span)) {
	for i := range m.Times {
		visit(&m.Times[i].Span)
	}
	for i := range m.Places {
		visit(m.Places[i].Where.Span)
	}
	for i := range m.Actors {
		visit(&m.Actors[i].Span)
	}
	for i := range m.Weapons {
		visit(&m.Weapons[i].Span)
	}
	for i := range m.Quantities {
		visit(&m.Quantities[i].Span)
	}
}
