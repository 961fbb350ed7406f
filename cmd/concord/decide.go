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

type mergeCommand struct {
	decider
	First  string `arg:"" name:"incident" help:"An incident's id."`
	Second string `arg:"" name:"other" help:"The id of the incident that is the same."`
}

// Run holds two incidents to be one, whatever linking says.
func (c *mergeCommand) Run(s streams) error {
	return c.decide(s, func(ctx context.Context, store concord.Store) ([]concord.Decision, error) {
		first, err := store.Incident(ctx, c.First)
		if err != nil {
			return nil, err
		}
		second, err := store.Incident(ctx, c.Second)
		if err != nil {
			return nil, err
		}
		if first.ID == second.ID {
			return nil, concord.Errorf(concord.Invalid, "merge "+c.First, "name two incidents, not one twice")
		}
		return []concord.Decision{first.With(&second)}, nil
	})
}

type splitCommand struct {
	decider
	ID      string   `arg:"" name:"incident" help:"An incident's id."`
	Reports []string `arg:"" name:"report" help:"Names of the reports that tell of another incident."`
}

// Run takes reports' accounts out of an incident.
func (c *splitCommand) Run(s streams) error {
	return c.decide(s, func(ctx context.Context, store concord.Store) ([]concord.Decision, error) {
		in, err := store.Incident(ctx, c.ID)
		if err != nil {
			return nil, err
		}
		var out []concord.AccountKey
		for _, name := range c.Reports {
			at := slices.IndexFunc(in.Claims, func(claim concord.IncidentClaim) bool { return claim.Report == name || claim.ReportID == name })
			if at < 0 {
				return nil, concord.Errorf(concord.NotFound, "split "+c.ID, "no report %q tells of it; there are %s", name, strings.Join(in.Reports, ", "))
			}
			for _, key := range in.Accounts {
				if key.Report == in.Claims[at].ReportID {
					out = append(out, key)
				}
			}
		}
		return in.Without(out)
	})
}

type sameCommand struct {
	decider
	Accounts []string `arg:"" name:"report#account" help:"Accounts by report and id, as read prints them: 01-convoy-wire.txt#i1."`
}

// Run holds accounts to be of one incident.
func (c *sameCommand) Run(s streams) error { return c.bind(s, concord.SameIncident, c.Accounts) }

type differentCommand struct {
	decider
	Accounts []string `arg:"" name:"report#account" help:"The first is held apart from all others."`
}

// Run holds an account apart from others.
func (c *differentCommand) Run(s streams) error {
	return c.bind(s, concord.DifferentIncident, c.Accounts)
}

// bind records a decision on accounts.
func (c *decider) bind(s streams, kind concord.Verdict, names []string) error {
	return c.decide(s, func(ctx context.Context, store concord.Store) ([]concord.Decision, error) {
		d := concord.Decision{Kind: kind}
		for _, name := range names {
			report, account, ok := strings.Cut(name, "#")
			reading, err := store.Reading(ctx, report)
			if err != nil {
				return nil, err
			}
			if !ok || !slices.ContainsFunc(reading.Accounts, func(a concord.Account) bool { return a.ID == account }) {
				return nil, concord.Errorf(concord.NotFound, name, "report %s has no such account; write REPORT#ACCOUNT, as in %s#i1", report, report)
			}
			d.Accounts = append(d.Accounts, concord.AccountKey{Report: reading.Report.ID, Account: account})
		}
		if len(d.Accounts) < 2 {
			return nil, concord.Errorf(concord.Invalid, string(kind), "name two accounts or more")
		}
		return []concord.Decision{d}, nil
	})
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
