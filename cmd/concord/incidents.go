package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"strings"

	"concord"
	"concord/reconcile"
)

type incidentsCommand struct {
	record
	narrow
	Words     string `help:"Words that its claims hold."`
	Agreement string `enum:",agree,differ,contradict,single_source" default:"" placeholder:"HOW" help:"How its sources stand to one another: agree, differ, contradict, single_source."`
	Toll      bool   `help:"The highest number of killed first."`
	JSON      bool   `help:"Print one JSON object an incident."`
}

// Run lists the incidents.
func (c *incidentsCommand) Run(s streams) error {
	f, err := c.filter()
	if err != nil {
		return err
	}
	f.Words, f.Agreement = c.Words, concord.Agreement(c.Agreement)
	if c.Toll {
		f.Order = "toll"
	}
	return list(c.record, s, c.JSON, "no incident", (*printer).incidentLine, func(ctx context.Context, store concord.Store) ([]concord.Incident, error) {
		if err := c.outdated(ctx, store, s); err != nil {
			return nil, err
		}
		return store.Incidents(ctx, f)
	})
}

type incidentCommand struct {
	record
	ID   string `arg:"" help:"Id of the incident, as \"concord incidents\" prints it."`
	Rule string `placeholder:"NAME" help:"Which rule chooses the best figure: majority, latest_of_most_sources, most_conservative, ucdp."`
	JSON bool   `help:"Print a JSON object."`
}

// Run shows one incident.
func (c *incidentCommand) Run(s streams) error {
	rule, err := reconcile.RuleNamed(c.Rule)
	if err != nil {
		return err
	}
	return c.look(s, func(ctx context.Context, store concord.Store, out io.Writer) error {
		incident, err := store.Incident(ctx, c.ID)
		if err != nil {
			return err
		}
		if c.Rule != "" {
			incident = reconcile.ByRule(incident, rule)
		}
		return printEach(out, c.JSON, []concord.Incident{incident}, (*printer).incident)
	})
}

// incidentLine prints an incident in two lines of a list.
func (p *printer) incidentLine(in *concord.Incident) {
	p.line("%s  %s · %s · %s", in.ID, whenName(in.When), whereName(in.Where), typeName(in.Type))
	var tolls []string
	for _, f := range in.Figures {
		if f.Scope == concord.ScopeIncident || f.Scope == "" {
			tolls = append(tolls, fmt.Sprintf("%s %s%s", spread(&f), f.Measure, statusName(f.Status)))
		}
	}
	if len(tolls) > 3 {
		tolls = append(tolls[:3], fmt.Sprintf("%d more", len(tolls)-3))
	}
	p.line("              %s · %s · %s%s", counted(len(in.Reports), "report"), counted(in.IndependentSources, "independent source"),
		agreementName(in.Agreement), prefixed(" · ", strings.Join(tolls, ", ")))
}

// incident prints an incident whole.
func (p *printer) incident(in *concord.Incident) {
	p.line("%s · %s · %s", typeName(in.Type), whenName(in.When), whereName(in.Where))
	p.line("%s · %s · %s", counted(len(in.Reports), "report"), counted(in.IndependentSources, "independent source"), agreementName(in.Agreement))
	for i := range in.Figures {
		p.tally(&in.Figures[i])
	}
	for _, b := range in.Blame {
		p.line("\n%s", b.Actor)
		for _, who := range []struct{ verb, names string }{
			{"blamed by", strings.Join(b.BlamedBy, ", ")}, {"denied by", strings.Join(b.DeniedBy, ", ")},
			{"called unintended by", strings.Join(b.Unintentional, ", ")},
		} {
			if who.names != "" {
				p.line("    %s %s", who.verb, who.names)
			}
		}
		if b.Admitted {
			p.line("    admitted by itself")
		}
	}
	for _, r := range in.Repeats {
		p.line("\n%s repeats %s: %s", r.Report, r.Of, r.Why)
	}
	p.line("\nclaims")
	for i := range in.Claims {
		p.recordClaim(&in.Claims[i])
	}
}

func (p *printer) tally(t *concord.Tally) {
	p.line("\n%s%s%s: %s, best %d (%s)", t.Measure, statusName(t.Status), scopeName(t.Scope), spread(t), t.Best, t.BestRule)
	for _, r := range t.BySource {
		note := ""
		if r.SupersededBy != nil {
			note = ", superseded by " + *r.SupersededBy
		}
		if len(r.RepeatedBy) > 0 {
			note += ", repeated by " + strings.Join(r.RepeatedBy, ", ")
		}
		p.line("    %-34s %-12s %s, %s#%s%s", r.Source, concord.Range(r.Low, r.High), cmp.Or(string(r.Said.Day()), "undated"), r.Report, r.Claim, note)
		if r.Quote != "" {
			p.quote(r.Quote)
		}
	}
}

// spread prints from the lowest to the highest that is reported.
func spread(t *concord.Tally) string {
	switch {
	case t.Highest == nil:
		return fmt.Sprintf("%d or more", t.Lowest)
	case *t.Highest == t.Lowest:
		return fmt.Sprint(t.Lowest)
	}
	return fmt.Sprintf("%d to %d", t.Lowest, *t.Highest)
}

func statusName(s concord.Status) string {
	if s == concord.Anyone || s == concord.AnAttack || s == "" {
		return "" // the measure says it
	}
	return " (" + strings.ReplaceAll(string(s), "_", " ") + ")"
}

func agreementName(a concord.Agreement) string {
	switch a {
	case concord.Agreed:
		return "sources agree"
	case concord.Differ:
		return "sources differ"
	case concord.Contradict:
		return "sources contradict one another"
	}
	return "single source"
}

// prefixed is s after a prefix, or nothing where s is empty.
func prefixed(prefix, s string) string {
	if s == "" {
		return ""
	}
	return prefix + s
}
