package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"

	"concord"
	"concord/intake"
	"concord/pipeline"
)

type rebuildCommand struct {
	record
	tables
}

// Help is what concord rebuild --help prints below the usage.
func (rebuildCommand) Help() string {
	return "Reads all reports of the record anew, as this version and your tables read them, and links them anew. Reports and decisions stay as they are, and decisions " +
		"take effect again; those on what is not read any more are named. Others can read the record meanwhile, not write to it; on the disk it needs as much room again as the record takes. Where it is interrupted, nothing has changed. " +
		"A workspace that is being served is to be started again afterwards."
}

// Run rebuilds the record.
func (c *rebuildCommand) Run(s streams) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	store, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	reader, err := c.reader(c.DB)
	if err != nil {
		return err
	}
	bar := newProgress(s.err, "reports")
	warn := bar.above(s.err)
	reports, claims, kept := 0, 0, 0
	lost, err := reader.Rebuild(ctx, store, pipeline.Rebuilding{LayOut: intake.LayOut, Done: func(t pipeline.Taken) {
		bar.add(1)
		reports++
		claims += t.Claims
		if t.Err != nil {
			kept++
			fmt.Fprintln(warn, "concord:", t.Err)
		}
	}})
	bar.end()
	switch {
	case errors.Is(err, context.Canceled):
		return concord.Errorf(concord.Unavailable, "rebuild", "interrupted: nothing has changed")
	case err != nil:
		return err
	}
	fmt.Fprintf(s.out, "%s read anew, %s\n", counted(reports, "report"), counted(claims, "claim"))
	if err := printLost(s, lost); err != nil {
		return err
	}
	if kept > 0 {
		return errPartly
	}
	return nil
}

// printLost names the decisions that have no effect any more.
func printLost(s streams, lost []concord.Decision) error {
	if len(lost) == 0 {
		return nil
	}
	fmt.Fprintf(s.out, "%s on what is not read any more; kept, without effect:\n", counted(len(lost), "decision"))
	return printEach(s.out, false, lost, (*printer).decision)
}

// outdated says, on a line of its own, where an earlier version has read reports of the record.
func (r record) outdated(ctx context.Context, store concord.Store, s streams) error {
	n, err := store.Outdated(ctx)
	if n > 0 {
		fmt.Fprintf(s.err, "concord: note: %s of this record were read by an earlier version: \"concord rebuild --db %s\" reads and links all anew\n", counted(n, "report"), harmless(r.DB))
	}
	return err
}
