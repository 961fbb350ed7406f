package main

import (
	"cmp"
	"context"
	"strings"

	"concord"
	"concord/pipeline"
)

type commitmentsCommand struct {
	record
	narrow
	JSON bool `help:"Print one JSON object a commitment."`
}

// Run lists the commitments.
func (c *commitmentsCommand) Run(s streams) error {
	f, err := c.filter()
	if err != nil {
		return err
	}
	return list(c.record, s, c.JSON, "no commitment", (*printer).commitment, func(ctx context.Context, store concord.Store) ([]concord.Commitment, error) {
		return pipeline.Commitments(ctx, store, f)
	})
}

// commitment prints a commitment with what became of it.
func (p *printer) commitment(c *concord.Commitment) {
	p.line("%s  %s · %s, %s%s · %s", c.ID, cmp.Or(string(c.Made), "undated"), speakerName([]concord.Speaker{c.Speaker}), c.Act,
		prefixed(", by ", dueName(c.Due)), strings.ReplaceAll(c.Status, "_", " "))
	for _, part := range c.Claim.Content {
		p.quote(part.Text)
	}
	for i := range c.Evidence {
		e := &c.Evidence[i]
		side := "against"
		if e.For {
			side = "for"
		}
		p.line("    %s: %s, %s, %s#%s", side, e.Why, cmp.Or(string(e.Claim.Published.Day()), "undated"), e.Claim.Report, e.Claim.ID)
		p.quote(e.Claim.Quote.Text)
	}
}

func dueName(w *concord.When) string {
	if w == nil {
		return ""
	}
	return whenName(w)
}
