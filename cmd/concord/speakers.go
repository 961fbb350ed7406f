package main

import (
	"cmp"
	"context"

	"concord"
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
