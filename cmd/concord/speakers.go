package main

import (
	"cmp"
	"context"
	"io"
	"strings"

	"concord"
	"concord/pipeline"
)

type speakersCommand struct {
	record
	narrow
	JSON bool `help:"Print one JSON object a speaker."`
}

// Run lists who is heard, those with most claims first.
func (c *speakersCommand) Run(s streams) error {
	f, err := c.filter()
	if err != nil {
		return err
	}
	return list(c.record, s, c.JSON, "no speaker", (*printer).speakerLine, func(ctx context.Context, store concord.Store) ([]concord.SpeakerLine, error) {
		return store.Speakers(ctx, f)
	})
}

func (p *printer) speakerLine(l *concord.SpeakerLine) {
	days := string(l.First.Day())
	if l.Last.Day() != l.First.Day() {
		days += " to " + string(l.Last.Day())
	}
	p.line("%s · %s · %s in %s · %s", l.Name, l.Kind, counted(l.Claims, "claim"), counted(l.Reports, "report"), cmp.Or(days, "undated"))
}

type speakerCommand struct {
	record
	Name string `arg:"" help:"The speaker's name, or a part of it; or the body spoken for."`
	JSON bool   `help:"Print a JSON object."`
}

// Run shows the record of a speaker.
func (c *speakerCommand) Run(s streams) error {
	return c.look(s, func(ctx context.Context, store concord.Store, out io.Writer) error {
		record, err := pipeline.Speaker(ctx, store, c.Name)
		if err != nil {
			return err
		}
		return printEach(out, c.JSON, []concord.SpeakerRecord{record}, (*printer).speakerRecord)
	})
}

// speakerRecord prints what a speaker is reported to have said.
func (p *printer) speakerRecord(r *concord.SpeakerRecord) {
	p.line("%s%s", r.Name, prefixed(" · ", strings.Join(r.Roles, "; ")))
	for i := range r.Reversals {
		v := &r.Reversals[i]
		p.line("\n%s", v.Why)
		for _, c := range []*concord.IncidentClaim{&v.Before, &v.After} {
			p.line("    %s, %s#%s", cmp.Or(string(c.Published.Day()), "undated"), c.Report, c.ID)
			p.quote(c.Quote.Text)
		}
	}
	for _, claims := range [][]concord.IncidentClaim{r.Responsibility, r.Statements} {
		for i := range claims {
			p.recordClaim(&claims[i])
		}
	}
	for i := range r.Commitments {
		p.commitment(&r.Commitments[i])
	}
}
