package main

import "concord/text"

type parseCommand struct {
	Files []string `arg:"" name:"file" help:"Plain text, HTML, mail (.eml), .jsonl with a report a line, a directory of these, or - for standard input."`
}

// Run prints the grammar of each report in CoNLL-U.
func (c *parseCommand) Run(s streams) error {
	engine, err := text.New()
	if err != nil {
		return err
	}
	failed := false
	for report := range reports(c.Files, s, false, &failed) {
		doc := engine.Tag(&report)
		for i := range doc.Sentences {
			engine.Parse(doc, i)
		}
		if err := text.WriteCoNLLU(s.out, report.Name, doc); err != nil {
			return err
		}
	}
	if failed {
		return errPartly
	}
	return nil
}
