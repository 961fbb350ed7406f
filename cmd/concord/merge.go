package main

import (
	"context"
	"slices"
	"strings"

	"concord"
)

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
