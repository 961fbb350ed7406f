package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"maps"
	"slices"

	"concord"
	"concord/intake"
)

type readCommand struct {
	tables
	JSON     bool     `help:"Print one JSON object a report."`
	Mentions bool     `help:"Print the times, places, actors, weapons and quantities too."`
	Files    []string `arg:"" name:"file" help:"Plain text, HTML, mail (.eml), .jsonl with a report a line, a directory of these, or - for standard input."`
}

// Run reads the files and prints a reading for each report, in their order.
func (c *readCommand) Run(s streams) error {
	reader, err := c.reader(defaultRecord())
	if err != nil {
		return err
	}
	bar := newProgress(s.err, "reports")
	defer bar.end()
	out := bufio.NewWriterSize(bar.above(s.out), 1<<16)
	defer out.Flush()
	s.err = bar.above(s.err)
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	failed := false
	for reading, fault := range reader.ReadAll(reports(c.Files, s, !c.JSON, &failed)) {
		bar.add(1)
		if fault != nil {
			fmt.Fprintln(s.err, "concord:", fault)
			failed = true
			continue
		}
		if !c.Mentions {
			reading.Mentions = nil
		}
		if c.JSON {
			err = encoder.Encode(reading)
		} else {
			err = printReading(out, &reading)
		}
		if err != nil {
			return err
		}
	}
	if err := out.Flush(); err != nil {
		return err
	}
	if failed {
		return errPartly
	}
	return nil
}

// reports yields the reports of the files; errors, and notes where wanted, go to standard error, and failed is set for errors.
func reports(files []string, s streams, notes bool, failed *bool) iter.Seq[concord.Report] {
	return func(yield func(concord.Report) bool) {
		said := repeated{}
		defer said.rest(s.err)
		for item := range intake.Reports(files, s.in, s.now()) {
			if item.Err != nil {
				fmt.Fprintln(s.err, "concord:", item.Err)
				*failed = true
				continue
			}
			for _, note := range item.Notes {
				if notes {
					said.note(s.err, item.Place, note)
				}
			}
			if !yield(item.Report) {
				return
			}
		}
	}
}

// mostAlike is how often one note is printed.
const mostAlike = 3

// repeated counts notes that are alike, by their words.
type repeated map[string]int

// note prints a note on what stands at a place, unless there were enough of its words.
func (r repeated) note(out io.Writer, place, note string) {
	if r[note]++; r[note] <= mostAlike {
		fmt.Fprintf(out, "concord: %s: note: %s\n", place, note)
	}
}

// rest says how many more there were.
func (r repeated) rest(out io.Writer) {
	for _, note := range slices.Sorted(maps.Keys(r)) {
		if more := r[note] - mostAlike; more > 0 {
			fmt.Fprintf(out, "concord: note on %s more: %s\n", counted(more, "report"), note)
		}
	}
}
