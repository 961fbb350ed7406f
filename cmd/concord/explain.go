package main

import (
	"bufio"
	"fmt"
	"strings"

	"concord"
)

type explainCommand struct {
	tables
	Claim string   `arg:"" help:"Id of the claim, as read prints it (c12)."`
	Files []string `arg:"" name:"file" help:"The report that holds it."`
}

// Run reads the report anew, since reading is pure, and prints the tree of rules behind the claim.
func (c *explainCommand) Run(s streams) error {
	reader, err := c.reader(defaultRecord())
	if err != nil {
		return err
	}
	out := bufio.NewWriter(s.out)
	defer out.Flush()
	failed, found := false, false
	for reading, fault := range reader.ReadAll(reports(c.Files, s, true, &failed)) {
		if fault != nil {
			return fault
		}
		for i := range reading.Claims {
			if claim := &reading.Claims[i]; claim.ID == c.Claim {
				found = true
				fmt.Fprintf(out, "%s  %s  %s  confidence %.2f\n“%s”\n", harmless(reading.Report.Name), claim.ID, claim.Kind, claim.Confidence, harmless(claim.Quote.Text))
				fmt.Fprintf(out, "said by %s\n", harmless(speakerName(claim.Source)))
				printTrace(out, claim.Trace, 0)
			}
		}
	}
	switch {
	case failed:
		return errPartly
	case !found:
		return concord.Errorf(concord.NotFound, "explain "+c.Claim, "no such claim in these reports. concord read --json FILE lists them")
	}
	return out.Flush()
}

func printTrace(out *bufio.Writer, t concord.Trace, depth int) {
	fmt.Fprintf(out, "%s%s", strings.Repeat("  ", depth), t.Rule)
	if t.Why != "" {
		fmt.Fprintf(out, ": %s", harmless(t.Why))
	}
	fmt.Fprintln(out)
	for _, part := range t.Parts {
		printTrace(out, part, depth+1)
	}
}
