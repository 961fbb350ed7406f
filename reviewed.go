package concord

import (
	"encoding/json"
	"fmt"
	"slices"
)

// Standing returns the decisions that hold: those that no other decision undoes, and that undo none.
func Standing(decisions []Decision) []Decision {
	undone := make(map[int64]bool)
	for _, d := range slices.Backward(decisions) { // from the latest: an undo may itself be undone
		if d.Kind == UndoDecision && !undone[d.ID] {
			undone[d.Undoes] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(decisions), func(d Decision) bool { return d.Kind == UndoDecision || undone[d.ID] })
}

// Reviewed returns claims as people decided on them: rejected ones are left out, accepted ones are certain, corrected ones carry
// the corrected values, and claims that a person added to an account of keys (to any report, where keys is nil) stand at the end.
// What was given stays as it was.
func Reviewed(claims []IncidentClaim, keys []AccountKey, decisions []Decision) ([]IncidentClaim, error) {
	reviewed := slices.Clone(claims)
	for _, d := range Standing(decisions) {
		if d.Kind == AddClaim {
			added, err := d.added(claims, keys)
			if err != nil {
				return nil, err
			}
			reviewed = append(reviewed, added...)
		}
	}
	rejected := make(map[[2]string]bool)
	for _, d := range Standing(decisions) {
		i := slices.IndexFunc(reviewed, func(c IncidentClaim) bool { return c.ReportID == d.Report && c.ID == d.Claim && d.Claim != "" })
		if i < 0 {
			continue
		}
		switch d.Kind {
		case AcceptClaim:
			reviewed[i].Confidence = 1
		case RejectClaim:
			rejected[[2]string{d.Report, d.Claim}] = true
		case CorrectClaim:
			if err := reviewed[i].correct(d); err != nil {
				return nil, err
			}
		}
	}
	return slices.DeleteFunc(reviewed, func(c IncidentClaim) bool { return rejected[[2]string{c.ReportID, c.ID}] }), nil
}

// AddedID is the id of a claim that a decision added to a report.
func (d Decision) AddedID() string { return fmt.Sprintf("d%d", d.ID) }

// added returns the claim that the decision adds, where it is about an account of keys; its report is told by a claim of the same one.
func (d Decision) added(claims []IncidentClaim, keys []AccountKey) ([]IncidentClaim, error) {
	var c IncidentClaim
	if err := json.Unmarshal([]byte(d.Value), &c.Claim); err != nil {
		return nil, &Error{Code: Invalid, Op: fmt.Sprintf("decision %d", d.ID), Message: "the claim it adds cannot be read", Err: err}
	}
	if keys != nil && (c.Incident == nil || !slices.Contains(keys, AccountKey{Report: d.Report, Account: *c.Incident})) {
		return nil, nil
	}
	c.ReportID, c.ID = d.Report, d.AddedID()
	if i := slices.IndexFunc(claims, func(c IncidentClaim) bool { return c.ReportID == d.Report }); i >= 0 {
		c.Report, c.Publisher, c.Published = claims[i].Report, claims[i].Publisher, claims[i].Published
	}
	return []IncidentClaim{c}, nil
}

// correct puts the decision's value into the field that it names. Fields that the claim shares with others are copied first.
func (c *Claim) correct(d Decision) error {
	c.detach()
	oneDay := c.Event != nil && c.Event.When.From == c.Event.When.To
	exact := c.Figure != nil && c.High != nil && *c.High == c.Low
	target := c.field(d.Field)
	if target == nil {
		return Errorf(Invalid, fmt.Sprintf("decision %d", d.ID), "a %s claim has no field %q", c.Kind, d.Field)
	}
	if err := json.Unmarshal([]byte(d.Value), target); err != nil {
		return &Error{Code: Invalid, Op: fmt.Sprintf("decision %d", d.ID), Message: d.Field + " cannot hold " + d.Value, Err: err}
	}
	switch d.Field {
	case "low":
		if c.High != nil && (exact || *c.High < c.Low) {
			*c.High = c.Low // an exact figure stays exact
		}
		c.requalify()
	case "high":
		if c.High != nil {
			c.Low = min(c.Low, *c.High)
		}
		c.requalify()
	case "when.from":
		if w := c.Event.When; oneDay || w.To < w.From {
			w.To = w.From // a day stays a day
		}
		c.Event.When.respan()
	case "when.to":
		if w := c.Event.When; w.From == "" || w.To < w.From {
			w.From = w.To
		}
		c.Event.When.respan()
	case "where.name":
		c.Event.Where = &Where{Name: c.Event.Where.Name, Precision: Unknown} // its point was another place's
	}
	return nil
}

// respan sets the precision that the dates have.
func (w *When) respan() {
	w.Precision = ToDay
	switch len(w.From.Day()) {
	case len("2006-01"):
		w.Precision = ToMonth
	case len("2006"):
		w.Precision = ToYear
	}
}

// requalify sets the qualifier that a figure's bounds have.
func (f *Figure) requalify() {
	switch {
	case f.High == nil:
		f.Qualifier = AtLeast
	case *f.High == f.Low:
		f.Qualifier = Exact
	default:
		f.Qualifier = Between
	}
}

// detach copies what c may share with other copies of the claim.
func (c *Claim) detach() {
	c.Source = slices.Clone(c.Source)
	if c.Figure != nil {
		f := *c.Figure
		if f.High != nil {
			high := *f.High
			f.High = &high
		}
		c.Figure = &f
	}
	if c.Responsibility != nil {
		r := *c.Responsibility
		c.Responsibility = &r
	}
	if c.Statement != nil {
		s := *c.Statement
		c.Statement = &s
	}
	if c.Event != nil {
		e := *c.Event
		c.Event = &e
		when, where := When{Precision: Unknown}, Where{Precision: Unknown}
		if e.When != nil {
			when = *e.When
		}
		if e.Where != nil {
			where = *e.Where
		}
		c.Event.When, c.Event.Where = &when, &where
	}
}

// field returns where a field that can be corrected is kept, nil where the claim has none of that name.
func (c *Claim) field(name string) any {
	switch {
	case name == "modality":
		return &c.Modality
	case name == "source.name":
		if len(c.Source) == 0 {
			c.Source = []Speaker{{Kind: OtherSpeaker}}
		}
		return &c.Source[0].Name
	case c.Figure != nil:
		return map[string]any{"low": &c.Low, "high": &c.High, "measure": &c.Measure, "counted.status": &c.Counted.Status, "scope": &c.Scope}[name]
	case c.Event != nil:
		return map[string]any{"type": &c.Type, "when.from": &c.Event.When.From, "when.to": &c.Event.When.To, "where.name": &c.Event.Where.Name}[name]
	case c.Responsibility != nil:
		return map[string]any{"stance": &c.Stance, "actor.name": &c.Responsibility.Actor.Name}[name]
	case c.Statement != nil && name == "act":
		return &c.Act
	}
	return nil
}
