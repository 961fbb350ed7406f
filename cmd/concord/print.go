package main

import (
	"cmp"
	"fmt"
	"io"
	"strings"
	"unicode"

	"concord"
)

// printReading prints a report for a person: incidents with their figures side by side by source, statements, ceasefire steps,
// each with the quoted words.
func printReading(out io.Writer, r *concord.Reading) error {
	p := printer{out: out}
	title := cmp.Or(r.Report.Title, r.Report.Name)
	p.line("%s", title)
	p.line("%s", strings.Repeat("=", min(len([]rune(title)), 100)))
	p.line("%s · %s · %s", cmp.Or(r.Report.Publisher, "publisher unknown"), cmp.Or(string(r.Report.Published), "undated"), r.Report.ID[:19])
	for i := range r.Accounts {
		p.account(r, &r.Accounts[i])
	}
	p.loose(r)
	p.statements(r)
	p.line("")
	return p.err
}

// printer writes lines until the first error.
type printer struct {
	out io.Writer
	err error
}

func (p *printer) line(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintln(p.out, harmless(fmt.Sprintf(format, args...)))
	}
}

// harmless replaces the characters of a report that would steer a terminal (control codes but line ends and tabs) or reorder the text around them.
func harmless(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			return unicode.ReplacementChar
		}
		return r
	}, text)
}

func (p *printer) account(r *concord.Reading, a *concord.Account) {
	p.line("\n%s  %s%s · %s · %s", a.ID, typeName(a.Type), modalityName(a.Modality), whenName(a.When), whereName(a.Where))
	if len(a.Perpetrators) > 0 {
		names := make([]string, len(a.Perpetrators))
		for i, who := range a.Perpetrators {
			names[i] = fmt.Sprintf("%s (%s)", who.Name, who.Stance)
		}
		p.line("    by      %s", strings.Join(names, ", "))
	}
	for i := range r.Claims {
		if c := &r.Claims[i]; c.Incident != nil && *c.Incident == a.ID {
			p.claim(c)
		}
	}
}

func (p *printer) claim(c *concord.Claim) {
	switch {
	case c.Figure != nil:
		p.line("    figure  %-28s %s %s %s (%s%s)%s", speakerName(c.Source), concord.Range(c.Low, c.High), c.Counted.Text, c.Measure, c.Qualifier, scopeName(c.Scope), modalityName(c.Modality))
	case c.Responsibility != nil:
		p.line("    blame   %-28s %s %s", speakerName(c.Source), c.Stance, c.Responsibility.Actor.Name)
	case c.Event != nil:
		p.line("    event   %-28s %s%s", speakerName(c.Source), typeName(c.Event.Type), modalityName(c.Modality))
	default:
		return
	}
	p.quote(c.Quote.Text)
}

func (p *printer) quote(words string) {
	words = strings.Join(strings.Fields(words), " ")
	if runes := []rune(words); len(runes) > 160 {
		words = string(runes[:159]) + "…"
	}
	p.line("            “%s”", words)
}

// loose prints claims that belong to no incident of the report.
func (p *printer) loose(r *concord.Reading) {
	first := true
	for i := range r.Claims {
		c := &r.Claims[i]
		if c.Incident != nil || c.Statement != nil {
			continue
		}
		if first {
			p.line("\nnot tied to an incident")
			first = false
		}
		p.claim(c)
	}
}

func (p *printer) statements(r *concord.Reading) {
	first := true
	for i := range r.Claims {
		c := &r.Claims[i]
		if c.Statement == nil {
			continue
		}
		if first {
			p.line("\nstatements")
			first = false
		}
		p.line("    %-8s%s", c.Act, speakerName(c.Source))
		for _, part := range c.Content {
			p.quote(part.Text)
		}
	}
}

func typeName(t concord.EventType) string { return strings.ReplaceAll(string(t), "_", " ") }

func modalityName(m concord.Modality) string {
	if m == concord.Asserted || m == "" {
		return ""
	}
	return " [" + string(m) + "]"
}

func scopeName(s concord.Scope) string {
	if s == concord.ScopeIncident || s == "" {
		return ""
	}
	return ", of the " + string(s)
}

func whenName(w *concord.When) string {
	switch {
	case w == nil || w.From == "":
		return "day unknown"
	case w.To == "" || w.To == w.From:
		return string(w.From)
	}
	return string(w.From) + " to " + string(w.To)
}

func whereName(w *concord.Where) string {
	if w == nil || w.Name == "" {
		return "place unknown"
	}
	name := w.Name
	if w.Precision == concord.Near {
		name = "near " + name
	}
	if w.Country != "" && w.Precision != concord.ToCountry {
		name += ", " + w.Country
	}
	return name
}

// speakerName prints a chain of speakers, the original one first.
func speakerName(chain []concord.Speaker) string {
	if len(chain) == 0 {
		return "the publisher"
	}
	names := make([]string, len(chain))
	for i, s := range chain {
		names[i] = cmp.Or(s.Name, s.Organisation, string(s.Kind))
	}
	return strings.Join(names, ", reported by ")
}
