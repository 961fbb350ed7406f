package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"concord"
	"concord/reconcile"
)

type totalsCommand struct {
	record
	narrow
	By        string `default:"day" enum:"day,week,month,place,actor,type" placeholder:"GROUP" help:"day, week, month, place, actor (whoever is blamed: an incident for which several are blamed counts for each) or type (default: ${default})."`
	Measure   string `default:"killed" placeholder:"CODE" help:"What is summed: killed, injured, displaced … (default: ${default})."`
	Rule      string `placeholder:"NAME" help:"Which rule chooses the best figure: majority, latest_of_most_sources, most_conservative, ucdp."`
	AsKnownOn string `name:"as-known-on" placeholder:"DATE" help:"Only what had been published by this day."`
	JSON      bool   `help:"Print one JSON object a group."`
}

// Help is what concord totals --help prints below the usage.
func (totalsCommand) Help() string {
	return "Sums go over incidents, from what is reported at the least to what is reported at the most. Tolls of a day, a period or a whole conflict are never added; what is left out is counted."
}

// Run prints the totals.
func (c *totalsCommand) Run(s streams) error {
	f, err := c.filter()
	if err != nil {
		return err
	}
	rule, err := reconcile.RuleNamed(c.Rule)
	if err != nil {
		return err
	}
	measure := concord.Measure(c.Measure)
	if !slices.Contains(reconcile.Measures, measure) {
		return concord.Errorf(concord.Invalid, "--measure "+c.Measure, "is no measure; the measures are %s", join(reconcile.Measures))
	}
	day := concord.Date(c.AsKnownOn)
	if _, _, ok := day.Bounds(); day != "" && !ok {
		return concord.Errorf(concord.Invalid, "--as-known-on "+c.AsKnownOn, "is no date; write it as 2016-09-23")
	}
	return c.look(s, func(ctx context.Context, store concord.Store, out io.Writer) error {
		incidents, err := store.Incidents(ctx, f)
		if err != nil {
			return err
		}
		incidents = knownBy(incidents, day, rule)
		if len(incidents) == 0 && !c.JSON {
			_, err := fmt.Fprintln(out, "no incident")
			return err
		}
		return printEach(out, c.JSON, reconcile.Totals(incidents, concord.Grouping(c.By), measure), func(p *printer, t *concord.Total) {
			p.total(t, concord.Grouping(c.By))
		})
	})
}

// knownBy derives incidents anew by a rule, and from what had been published by a day where one is given.
func knownBy(incidents []concord.Incident, day concord.Date, rule reconcile.Rule) []concord.Incident {
	var known []concord.Incident
	for _, in := range incidents {
		if then, ok := knownOn(in, day, rule); ok {
			known = append(known, then)
		}
	}
	return known
}

// knownOn derives an incident anew by a rule, and from what had been published by a day where one is given; ok is false where nothing had.
func knownOn(in concord.Incident, day concord.Date, rule reconcile.Rule) (then concord.Incident, ok bool) {
	if day == "" {
		return reconcile.ByRule(in, rule), true
	}
	return reconcile.AsKnownOn(in, day, rule)
}

func join[T ~string](list []T) string {
	words := make([]string, len(list))
	for i, s := range list {
		words[i] = string(s)
	}
	return strings.Join(words, ", ")
}

// total prints a group's line. Who is blamed is not said to have done it.
func (p *printer) total(t *concord.Total, by concord.Grouping) {
	group := t.Group
	if by == concord.ByActor && group != concord.NobodyBlamed {
		group = "blamed: " + group
	}
	var left []string
	for _, out := range []struct {
		n   int
		why string
	}{{t.LeftOut.NoFigure, "without a figure"}, {t.LeftOut.OtherScope, "with tolls of other scope only"}, {t.LeftOut.Undated, "undated"}} {
		if out.n > 0 {
			left = append(left, fmt.Sprintf("%d %s", out.n, out.why))
		}
	}
	p.line("%-36s %s: %s · %s%s", group, t.Measure, sumName(t.Sum), counted(t.Incidents, "incident"), prefixed(" · left out: ", strings.Join(left, ", ")))
}

func sumName(s *concord.Sum) string {
	if s == nil {
		return "unknown"
	}
	open := ""
	if s.Open > 0 {
		open = fmt.Sprintf(" or more (%d open)", s.Open)
	}
	return fmt.Sprintf("%d to %d%s, best %d", s.Low, s.High, open, s.Best)
}
