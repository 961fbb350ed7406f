package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"concord"
	"concord/export"
	"concord/reconcile"
)

type exportCommand struct {
	record
	narrow
	Table   string   `enum:"incidents,figures" default:"incidents" help:"What a line is: incidents, or figures as each source gave them (${default})."`
	Format  string   `enum:",csv,parquet,geojson,json" default:"" placeholder:"FORMAT" help:"csv, parquet, geojson for maps, or json with an incident a line, claims and all (as FILE ends, else csv)."`
	Out     string   `short:"o" placeholder:"FILE" help:"Where to write; without it, standard output."`
	Rule    string   `placeholder:"NAME" help:"Which rule chooses the best figure: majority, latest_of_most_sources, most_conservative, ucdp."`
	Release []string `enum:"names,places" placeholder:"WHAT" help:"Publish what is withheld otherwise: names, places."`
}

// Help is what concord export --help prints below the usage.
func (exportCommand) Help() string {
	return "Made for publication: names of victims, witnesses, minors and others without an office, and names and exact positions of hospitals, shelters, camps and convoys are withheld, " +
		"in quotes too, unless they are released. The column withheld says where that was done."
}

// Run writes the incidents that the filters leave.
func (c *exportCommand) Run(s streams) error {
	f, err := c.filter()
	if err != nil {
		return err
	}
	c.Format = cmp.Or(c.Format, formatOf(c.Out))
	if c.Format == "geojson" && c.Table == "figures" {
		return concord.Errorf(concord.Invalid, "--format geojson", "figures have no place of their own: export incidents, or figures as csv, parquet or json")
	}
	rule, err := reconcile.RuleNamed(c.Rule)
	if err != nil {
		return err
	}
	var release export.Release
	for _, what := range c.Release {
		release.Names = release.Names || what == "names"
		release.Places = release.Places || what == "places"
	}
	ctx := context.Background()
	store, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	publisher := export.NewPublisher(store, release)
	published := incidentPages(ctx, store, f, func(in concord.Incident) (export.Incident, error) {
		if c.Rule != "" {
			in = reconcile.ByRule(in, rule)
		}
		return publisher.Publish(ctx, in)
	})
	if c.Out == "" {
		return c.write(s.out, published)
	}
	return writeFile(c.Out, func(w io.Writer) error { return c.write(w, published) })
}

// formatOf returns the format that a file's name ends in, csv where it ends in none.
func formatOf(name string) string {
	switch ending := strings.TrimPrefix(strings.ToLower(filepath.Ext(name)), "."); ending {
	case "parquet", "geojson", "json":
		return ending
	}
	return "csv"
}

// eachIncident calls its argument for every incident to be published.
type eachIncident func(func(*export.Incident) error) error

// pageSize is how many incidents are held in memory at once.
const pageSize = 500

func incidentPages(ctx context.Context, store concord.Store, f concord.Filter, publish func(concord.Incident) (export.Incident, error)) eachIncident {
	most := f.Limit
	return func(use func(*export.Incident) error) error {
		for f.Offset = 0; ; f.Offset += pageSize {
			f.Limit = pageSize
			if most > 0 {
				f.Limit = min(pageSize, most-f.Offset)
			}
			if f.Limit <= 0 {
				return nil
			}
			page, err := store.Incidents(ctx, f)
			if err != nil {
				return err
			}
			for _, in := range page {
				published, err := publish(in)
				if err == nil {
					err = use(&published)
				}
				if err != nil {
					return err
				}
			}
			if len(page) < f.Limit {
				return nil
			}
		}
	}
}

// write writes incidents in the format that was asked for.
func (c *exportCommand) write(w io.Writer, all eachIncident) error {
	out := bufio.NewWriterSize(w, 1<<16)
	var err error
	switch {
	case c.Format == "json":
		encoder := json.NewEncoder(out)
		encoder.SetEscapeHTML(false)
		err = all(func(in *export.Incident) error { return encoder.Encode(in) })
	case c.Format == "geojson":
		err = writeTable(export.NewGeoJSON(out), all, export.IncidentRows)
	case c.Table == "figures":
		err = writeTable(table[export.FigureRow](c.Format, out), all, export.FigureRows)
	default:
		err = writeTable(table[export.IncidentRow](c.Format, out), all, export.IncidentRows)
	}
	if err != nil {
		return err
	}
	return out.Flush()
}

func table[R any](format string, w io.Writer) export.Table[R] {
	if format == "parquet" {
		return export.NewParquet[R](w)
	}
	return export.NewCSV[R](w)
}

func writeTable[R any](t export.Table[R], all eachIncident, rows func(*export.Incident) []R) error {
	err := all(func(in *export.Incident) error { _, err := t.Write(rows(in)); return err })
	if err != nil {
		return err
	}
	return t.Close()
}

// writeFile writes a file whole or not at all: what stood there before stays until the new one is complete.
func writeFile(path string, write func(io.Writer) error) error {
	failed := func(err error) error {
		var system syscall.Errno
		if !errors.As(err, &system) {
			return err
		}
		// Not the system's whole error, which names a file that nobody asked for.
		return &concord.Error{Code: concord.Unavailable, Op: "write " + path, Message: "see that the directory is there and may be written, and that the disk has room", Err: system}
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".concord-*")
	if err != nil {
		return failed(err)
	}
	defer os.Remove(f.Name()) // does nothing once it is renamed
	defer f.Close()
	if err := write(f); err != nil {
		return failed(err)
	}
	if err := f.Sync(); err != nil {
		return failed(err)
	}
	if err := f.Close(); err != nil {
		return failed(err)
	}
	if err := os.Chmod(f.Name(), 0o644); err != nil {
		return failed(err)
	}
	return failed(os.Rename(f.Name(), path))
}
