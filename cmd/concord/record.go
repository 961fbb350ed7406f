package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"

	"concord"
	"concord/sqlstore"
)

// record says which record a command works on.
type record struct {
	DB string `name:"db" env:"CONCORD_DB" default:"concord.db" placeholder:"URL" help:"The record: the path of a file, or postgres://user@host/database (default: ${default})."`
}

// open opens the record for looking; it must be there.
func (r record) open(ctx context.Context) (*sqlstore.Store, error) {
	return sqlstore.OpenExisting(ctx, r.DB)
}

// make opens the record for writing, making it where there is none.
func (r record) make(ctx context.Context) (*sqlstore.Store, error) { return sqlstore.Open(ctx, r.DB) }

// look opens the record, lets fn print from it, and closes it.
func (r record) look(s streams, fn func(ctx context.Context, store concord.Store, out io.Writer) error) error {
	ctx := context.Background()
	store, err := r.open(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	out := bufio.NewWriterSize(s.out, 1<<16)
	if err := fn(ctx, store, out); err != nil {
		return err
	}
	return out.Flush()
}

// list prints what fetch finds in the record, by print or as JSON; none is said where there is nothing.
func list[T any](r record, s streams, asJSON bool, none string, print func(*printer, *T), fetch func(context.Context, concord.Store) ([]T, error)) error {
	return r.look(s, func(ctx context.Context, store concord.Store, out io.Writer) error {
		found, err := fetch(ctx, store)
		if err != nil {
			return err
		}
		if len(found) == 0 && !asJSON {
			fmt.Fprintln(out, none)
		}
		return printEach(out, asJSON, found, print)
	})
}

// printEach prints values as JSON, one a line, or else by print.
func printEach[T any](out io.Writer, asJSON bool, values []T, print func(*printer, *T)) error {
	p := &printer{out: out}
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	for i := range values {
		if !asJSON {
			print(p, &values[i])
			continue
		}
		if err := encoder.Encode(&values[i]); err != nil {
			return err
		}
	}
	return p.err
}
