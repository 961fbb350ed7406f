package main

import (
	"cmp"
	"context"

	"concord"
)

type claimsCommand struct {
	record
	narrow
	Kind     string `enum:",event,figure,responsibility,statement" default:"" help:"event, figure, responsibility or statement."`
	Words    string `help:"Words that the claim holds."`
	Report   string `placeholder:"NAME" help:"Of this report, by its name or id."`
	Incident string `placeholder:"ID" help:"About this incident."`
	JSON     bool   `help:"Print one JSON object a claim."`
}

// Run lists the claims.
func (c *claimsCommand) Run(s streams) error {
	f, err := c.filter()
	if err != nil {
		return err
	}
	f.Kind, f.Words, f.Report, f.Incident = concord.ClaimKind(c.Kind), c.Words, c.Report, c.Incident
	return list(c.record, s, c.JSON, "no claim", (*printer).recordClaim, func(ctx context.Context, store concord.Store) ([]concord.IncidentClaim, error) {
		if err := named(ctx, store, f); err != nil {
			return nil, err
		}
		return store.Claims(ctx, f)
	})
}

// named returns an error where the report or the incident that a filter names is not in the record: that nothing is claimed in it says nothing.
func named(ctx context.Context, store concord.Store, f concord.Filter) error {
	if f.Report != "" {
		if _, err := store.Reading(ctx, f.Report); err != nil {
			return err
		}
	}
	if f.Incident == "" {
		return nil
	}
	_, err := store.Incident(ctx, f.Incident)
	return err
}

// recordClaim prints a claim with its report.
func (p *printer) recordClaim(c *concord.IncidentClaim) {
	p.line("%s#%s · %s · %s", c.Report, c.ID, cmp.Or(c.Publisher, "publisher unknown"), cmp.Or(string(c.Published.Day()), "undated"))
	if c.Statement != nil {
		p.line("    %-8s%s", c.Act, speakerName(c.Source))
		for _, part := range c.Content {
			p.quote(part.Text)
		}
		return
	}
	p.claim(&c.Claim)
}
