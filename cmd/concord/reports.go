package main

import (
	"cmp"
	"context"
	"strings"

	"concord"
)

type reportsCommand struct {
	record
	narrow
	JSON bool `help:"Print one JSON object a report."`
}

// Run lists the reports.
func (c *reportsCommand) Run(s streams) error {
	f, err := c.filter()
	if err != nil {
		return err
	}
	return listReports(c.record, s, c.JSON, f)
}

type searchCommand struct {
	record
	narrow
	JSON  bool     `help:"Print one JSON object a report."`
	Words []string `arg:"" help:"Words that must all be there; several in quotation marks must stand together."`
}

// Run lists the reports that hold the words, with a passage of each.
func (c *searchCommand) Run(s streams) error {
	f, err := c.filter()
	if err != nil {
		return err
	}
	f.Words = searched(c.Words)
	return listReports(c.record, s, c.JSON, f)
}

// searched joins the arguments; one that holds spaces was put in quotation marks by the user, and stands together.
func searched(words []string) string {
	for i, w := range words {
		if len(words) > 1 && strings.Contains(w, " ") {
			words[i] = `"` + w + `"`
		}
	}
	return strings.Join(words, " ")
}

func listReports(r record, s streams, asJSON bool, f concord.Filter) error {
	return list(r, s, asJSON, "no report", (*printer).reportLine, func(ctx context.Context, store concord.Store) ([]concord.ReportLine, error) {
		return store.Reports(ctx, f)
	})
}

func (p *printer) reportLine(l *concord.ReportLine) {
	p.line("%s · %s · %s · %s, %s", l.Name, cmp.Or(l.Publisher, "publisher unknown"), cmp.Or(string(l.Published.Day()), "undated"),
		counted(l.Claims, "claim"), counted(l.Incidents, "incident"))
	if l.Title != "" {
		p.line("    %s", l.Title)
	}
	if l.Passage != "" {
		p.quote(l.Passage)
	}
}
