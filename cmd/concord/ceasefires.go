package main

import (
	"cmp"
	"context"
	"io"
	"slices"
	"strings"

	"concord"
	"concord/export"
	"concord/pipeline"
)

type ceasefiresCommand struct {
	record
	From  string `placeholder:"DATE" help:"Made of claims not before this day, month or year."`
	To    string `placeholder:"DATE" help:"Made of claims not after it."`
	Place string `help:"A place, a district or a country."`
	JSON  bool   `help:"Print one JSON object a ceasefire."`
	CSV   bool   `help:"Print a table with a line a party, in the columns of the ETH/PRIO Civil Conflict Ceasefire dataset."`
}

// Run lists the ceasefires.
func (c *ceasefiresCommand) Run(s streams) error {
	f, err := narrow{From: c.From, To: c.To, Place: c.Place}.filter()
	if err != nil {
		return err
	}
	fetch := func(ctx context.Context, store concord.Store) ([]concord.Ceasefire, error) {
		return pipeline.Ceasefires(ctx, store, f)
	}
	if !c.CSV {
		return list(c.record, s, c.JSON, "no ceasefire", (*printer).ceasefireLine, fetch)
	}
	return c.look(s, func(ctx context.Context, store concord.Store, out io.Writer) error {
		found, err := fetch(ctx, store)
		if err != nil {
			return err
		}
		return export.Ceasefires(out, found)
	})
}

type ceasefireCommand struct {
	record
	ID   string `arg:"" help:"Id of the ceasefire, as \"concord ceasefires\" prints it."`
	JSON bool   `help:"Print a JSON object."`
}

// Run shows one ceasefire.
func (c *ceasefireCommand) Run(s streams) error {
	return c.look(s, func(ctx context.Context, store concord.Store, out io.Writer) error {
		list, err := pipeline.Ceasefires(ctx, store, concord.Filter{})
		if err != nil {
			return err
		}
		at := slices.IndexFunc(list, func(one concord.Ceasefire) bool { return one.ID == c.ID })
		if at < 0 {
			return concord.Errorf(concord.NotFound, "ceasefire "+c.ID, "is not in the record. concord ceasefires lists them")
		}
		return printEach(out, c.JSON, list[at:at+1], (*printer).ceasefire)
	})
}

// ceasefireLine prints a ceasefire in two lines of a list.
func (p *printer) ceasefireLine(c *concord.Ceasefire) {
	p.line("%s  %s", c.ID, c.Name)
	p.line("    %s · said to take effect %s · said to have ended %s · %s, %s alleged", cmp.Or(strings.Join(c.Parties, ", "), "parties unknown"), whenName(c.Effective),
		whenName(c.Ended), counted(len(c.Steps), "step"), counted(len(c.Violations), "violation"))
}

// ceasefire prints a ceasefire whole.
func (p *printer) ceasefire(c *concord.Ceasefire) {
	p.line("%s · %s", c.Name, strings.ReplaceAll(c.Purpose, "_", " "))
	p.line("between %s%s%s%s", cmp.Or(strings.Join(c.Parties, ", "), "parties unknown"), prefixed(" · brokered by ", strings.Join(c.Mediators, ", ")),
		prefixed(" · guaranteed by ", strings.Join(c.Guarantors, ", ")),
		prefixed(" · watched by ", strings.Join(c.Monitors, ", ")))
	p.line("announced %s · said to take effect %s · said to have ended %s", whenName(c.Announced), whenName(c.Effective), whenName(c.Ended))
	p.line("%s%s%s\n", written(c), prefixed(" · agreed: ", termNames(c.Terms, false))+prefixed(" · extended: ", termNames(c.Terms, true)), prefixed(" · to end ", dueName(c.Expires)))
	for _, s := range c.States {
		p.line("%-30s %s, %s (%s)", s.Party, typeName(s.State), whenName(s.When), s.Claim)
	}
	p.line("\nsteps")
	for i := range c.Steps {
		s := &c.Steps[i]
		p.line("%-12s %s%s%s, %s#%s", whenName(s.When), typeName(s.State), prefixed(", ", modalityName(s.Claim.Modality)),
			prefixed(" by ", strings.Join(s.By, ", ")), s.Claim.Report, s.Claim.ID)
		p.quote(s.Claim.Quote.Text)
	}
	p.line("\nviolations alleged")
	for i := range c.Violations {
		p.violation(&c.Violations[i])
	}
	p.line("\nsaid of it")
	for i := range c.Statements {
		p.recordClaim(&c.Statements[i])
	}
	for i := range c.Commitments {
		p.commitment(&c.Commitments[i])
	}
}

func written(c *concord.Ceasefire) string {
	if c.Written {
		return "written"
	}
	return "not known to be written"
}

// termNames writes how long a ceasefire was agreed to last, or its extensions: "72 h, then until 2018-01-12".
func termNames(terms []concord.Term, extensions bool) string {
	var names []string
	for _, t := range terms {
		if t.Extension == extensions {
			names = append(names, t.String())
		}
	}
	return strings.Join(names, ", then ")
}

func (p *printer) violation(v *concord.Violation) {
	by := cmp.Or(strings.Join(v.AllegedBy, ", "), v.Claim.Publisher)
	if v.Monitor {
		by += " (monitor)"
	}
	number := ""
	if v.High == nil || *v.High != 1 || v.Low != 1 {
		number = concord.Range(v.Low, v.High) + ", "
	}
	p.line("%-12s %s%s, by %s, as %s says%s, %s#%s", whenName(v.When), number, typeName(v.Kind), cmp.Or(strings.Join(v.Accused, ", "), "nobody named"),
		cmp.Or(by, "the report"), prefixed("; denied by ", strings.Join(v.DeniedBy, ", ")), v.Claim.Report, v.Claim.ID)
	p.quote(v.Claim.Quote.Text)
}
