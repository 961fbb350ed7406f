package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/signal"

	"concord"
	"concord/pipeline"
)

type addCommand struct {
	record
	tables
	JSON  bool     `help:"Print one JSON object a report: what became of it."`
	Quiet bool     `short:"q" help:"Print errors only."`
	Batch int      `default:"${batch}" placeholder:"N" help:"Reports in one transaction: what was printed is kept, whatever happens next (${default})."`
	Files []string `arg:"" name:"file" help:"Plain text, HTML, mail (.eml), .jsonl with a report a line, a directory of these, or - for standard input."`
}

// Help is what concord add --help prints below the usage.
func (addCommand) Help() string {
	return "Taking the same text in again changes nothing. A report that cannot be read is named with the reason, and the rest goes on. " +
		"An interrupted add is taken up again by running the same command."
}

// outcome is a line of the command's JSON.
type outcome struct {
	Report string `json:"report"`
	ID     string `json:"id"`
	Added  bool   `json:"added"`
	Claims int    `json:"claims"`
	Error  string `json:"error,omitempty"`
}

// Run takes the files' reports into the record.
func (c *addCommand) Run(s streams) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	store, err := c.make(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	if err := c.outdated(ctx, store, s); err != nil {
		return err
	}
	reader, err := c.reader(c.DB)
	if err != nil {
		return err
	}
	bar := newProgress(s.err, "reports")
	t := taking{command: c, out: bufio.NewWriter(bar.above(s.out)), progress: bar}
	defer t.out.Flush()
	s.err = t.progress.above(s.err)
	unreadable := false
	err = reader.Add(ctx, store, reports(c.Files, s, !c.JSON && !c.Quiet, &unreadable), pipeline.Adding{Batch: c.Batch, Done: func(taken pipeline.Taken) { t.done(s, taken) }})
	t.progress.end()
	if err == nil && t.err != nil {
		err = t.err
	}
	if errors.Is(err, context.Canceled) {
		err = concord.Errorf(concord.Unavailable, "add", "interrupted: what was printed is kept; run the same command again for the rest")
	}
	if sum := t.summary(); sum != "" && !c.JSON && !c.Quiet {
		fmt.Fprintln(t.out, sum)
	}
	switch {
	case err != nil:
		return err
	case unreadable || t.refused > 0:
		return errPartly
	}
	return t.out.Flush()
}

// taking prints what becomes of reports, and counts them.
type taking struct {
	command                       *addCommand
	out                           *bufio.Writer
	progress                      *progress
	added, known, refused, claims int
	err                           error
}

// done prints what became of a report, and sends the line at once.
func (t *taking) done(s streams, taken pipeline.Taken) {
	t.progress.add(1)
	line := outcome{Report: taken.Report.Name, ID: taken.Report.ID, Added: taken.Added, Claims: taken.Claims}
	text := fmt.Sprintf("%s: taken in, %s", harmless(line.Report), counted(line.Claims, "claim"))
	switch {
	case taken.Err != nil:
		t.refused++
		line.Error = taken.Err.Error()
		fmt.Fprintln(s.err, "concord:", taken.Err)
		text = ""
	case taken.Added:
		t.added++
		t.claims += taken.Claims
	default:
		t.known++
		text = harmless(line.Report) + ": taken in already, nothing changed"
	}
	var err error
	switch {
	case t.command.JSON:
		err = json.NewEncoder(t.out).Encode(line)
	case text != "" && !t.command.Quiet:
		_, err = fmt.Fprintln(t.out, text)
	}
	if err == nil {
		err = t.out.Flush() // a line that was printed is a promise kept already
	}
	if err != nil && t.err == nil {
		t.err = err
	}
}

// summary is the last line, "" where there was one report or none.
func (t *taking) summary() string {
	if t.added+t.known < 2 {
		return ""
	}
	text := fmt.Sprintf("%s taken in, %s", counted(t.added, "report"), counted(t.claims, "claim"))
	if t.known > 0 {
		text += fmt.Sprintf("; %d there already", t.known)
	}
	return text
}

// counted is a number with its noun: "1 claim", "2 claims".
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
