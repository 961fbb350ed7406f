package main

import (
	"context"
	"fmt"
	"os/user"
	"slices"
	"strings"
	"time"

	"concord"
	"concord/pipeline"
)

// decider is what commands share by which a person decides.
type decider struct {
	record
	Who  string `env:"CONCORD_WHO" placeholder:"NAME" help:"Who decides (default: the user who is logged in)."`
	Note string `placeholder:"WORDS" help:"Why."`
}

// decide records decisions and derives anew what they bear on.
func (c *decider) decide(s streams, decisions func(ctx context.Context, store concord.Store) ([]concord.Decision, error)) error {
	ctx := context.Background()
	store, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	list, err := decisions(ctx, store)
	if err != nil {
		return err
	}
	for _, d := range list {
		d.Who, d.Note, d.At = c.who(), c.Note, s.now().UTC().Truncate(time.Second)
		kept, err := pipeline.Decide(ctx, store, d)
		if err != nil {
			return err
		}
		fmt.Fprintf(s.out, "decision %d by %s: %s. concord undo %d takes it back\n", kept.ID, kept.Who, kept.Kind, kept.ID)
	}
	return nil
}

// who names who decides: as the command line or the environment says, else whoever is logged in.
func (c *decider) who() string {
	if c.Who != "" {
		return c.Who
	}
	if u, err := user.Current(); err == nil && u.Username != "" {
		return u.Username
	}
	return "unnamed"
}

type undoCommand struct {
	decider
	Number int64 `arg:"" name:"decision" help:"The decision's number."`
}

// Run takes a decision back, by another one.
func (c *undoCommand) Run(s streams) error {
	return c.decide(s, func(ctx context.Context, store concord.Store) ([]concord.Decision, error) {
		made, err := store.Decisions(ctx, concord.Filter{IDs: []string{fmt.Sprint(c.Number)}})
		if err != nil {
			return nil, err
		}
		if len(made) == 0 {
			return nil, concord.Errorf(concord.NotFound, fmt.Sprintf("undo %d", c.Number), "no such decision. concord decisions lists them")
		}
		d := made[0]
		all, err := store.Decisions(ctx, concord.Filter{})
		if err != nil {
			return nil, err
		}
		if slices.ContainsFunc(all, func(have concord.Decision) bool { return have.Undoes == d.ID }) {
			return nil, concord.Errorf(concord.Conflict, fmt.Sprintf("undo %d", c.Number), "it is undone already")
		}
		return []concord.Decision{{Kind: concord.UndoDecision, Undoes: d.ID, Report: d.Report, Claim: d.Claim, Incidents: d.Incidents, Accounts: d.Accounts}}, nil
	})
}

type decisionsCommand struct {
	record
	JSON bool `help:"Print one JSON object a decision."`
}

// Run lists who decided what and when.
func (c *decisionsCommand) Run(s streams) error {
	return list(c.record, s, c.JSON, "no decision", (*printer).decision, func(ctx context.Context, store concord.Store) ([]concord.Decision, error) {
		return store.Decisions(ctx, concord.Filter{})
	})
}

func (p *printer) decision(d *concord.Decision) {
	about := strings.Join(d.Incidents, ", ")
	if d.Claim != "" {
		about = d.Claim + " of " + d.Report
	}
	if d.Kind == concord.UndoDecision {
		about = fmt.Sprintf("decision %d", d.Undoes)
	}
	p.line("%4d  %s  %-16s %s %s%s%s", d.ID, d.At.Format("2006-01-02 15:04"), d.Who, d.Kind, about, prefixed(" ", d.Field+prefixed(" → ", d.Value)), prefixed(" · ", d.Note))
}
