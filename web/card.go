package web

import (
	"fmt"
	"strings"

	"concord"
)

// card is what the forms beside a claim need.
type card struct {
	frame
	ID      string
	Report  string
	Decided []decided // standing decisions on the claim
	Full    bool      // with the fields that can be corrected
	Fields  []correctable
}

// correctable is a field of a claim as it is now.
type correctable struct {
	Field string
	Now   string
	Codes []string // the values it may have, nil for free text
}

func cardOf(f frame, report string, c *concord.Claim, on []decided, full bool) card {
	k := card{frame: f, ID: c.ID, Report: report, Decided: on, Full: full}
	if full {
		for _, field := range fieldsOf(c.Kind) {
			k.Fields = append(k.Fields, correctable{field, valueOf(c, field), codesOf(field)})
		}
	}
	return k
}

// valueOf returns what a field of a claim holds.
func valueOf(c *concord.Claim, field string) string {
	switch field {
	case "modality":
		return string(c.Modality)
	case "source.name":
		return strings.Join(chain(c.Source)[:min(1, len(c.Source))], "")
	}
	switch {
	case c.Figure != nil:
		return figureValue(c.Figure, field)
	case c.Event != nil:
		return eventValue(c.Event, field)
	case c.Responsibility != nil && field == "stance":
		return string(c.Stance)
	case c.Responsibility != nil:
		return c.Responsibility.Actor.Name
	case c.Statement != nil:
		return string(c.Act)
	}
	return ""
}

func figureValue(f *concord.Figure, field string) string {
	switch field {
	case "low":
		return fmt.Sprint(f.Low)
	case "high":
		if f.High == nil {
			return ""
		}
		return fmt.Sprint(*f.High)
	case "measure":
		return string(f.Measure)
	case "counted.status":
		return string(f.Counted.Status)
	}
	return string(f.Scope)
}

func eventValue(e *concord.Event, field string) string {
	switch {
	case field == "type":
		return string(e.Type)
	case field == "where.name" && e.Where != nil:
		return e.Where.Name
	case field == "when.from" && e.When != nil:
		return string(e.When.From)
	case field == "when.to" && e.When != nil:
		return string(e.When.To)
	}
	return ""
}

// family is the family of words that says the codes of a field.
func family(field string) string {
	return strings.TrimPrefix(field, "counted.")
}

// history is what the list of decisions needs.
type history struct {
	frame
	Decisions []decided
}

func historyOf(f frame, decisions []decided) history { return history{f, decisions} }
