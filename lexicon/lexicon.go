// Package lexicon holds the words that Concord knows, as tables: actors, weapons, cues, event verbs, places.
// A table is a TSV file with a header line; lines that begin with # are comments. Logic stands elsewhere.
package lexicon

import (
	"embed"
	"fmt"
	"strings"
)

//go:embed *.tsv
var tables embed.FS

// Row is one line of a table.
type Row struct {
	columns map[string]int
	cells   []string
}

// Get returns the cell of a column, empty where the line is shorter. It panics on a column that the table lacks:
// the tables are part of the program.
func (r Row) Get(column string) string {
	i, ok := r.columns[column]
	if !ok {
		panic("lexicon: no column " + column)
	}
	if i >= len(r.cells) {
		return ""
	}
	return r.cells[i]
}

// List returns the parts of a cell that holds several values parted by "|".
func (r Row) List(column string) []string {
	cell := r.Get(column)
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "|")
}

// Table returns the rows of the embedded table NAME.tsv. It panics where there is none.
func Table(name string) []Row {
	data, err := tables.ReadFile(name + ".tsv")
	if err != nil {
		panic(err)
	}
	rows, err := Parse(string(data))
	if err != nil {
		panic(fmt.Errorf("lexicon: %s.tsv: %w", name, err))
	}
	return rows
}

// Set returns the values of one column of a table as a set.
func Set(name, column string) map[string]bool {
	set := map[string]bool{}
	for _, row := range Table(name) {
		set[row.Get(column)] = true
	}
	return set
}

// Kinds returns the values of one column of a table as sets, by what the column "kind" says of them.
func Kinds(name, column string) map[string]map[string]bool {
	sets := map[string]map[string]bool{}
	for _, row := range Table(name) {
		kind := row.Get("kind")
		if sets[kind] == nil {
			sets[kind] = map[string]bool{}
		}
		sets[kind][row.Get(column)] = true
	}
	return sets
}

// Parse reads a table: a header line with the columns' names, then a row a line. The error names the line.
func Parse(data string) ([]Row, error) {
	var columns map[string]int
	rows := make([]Row, 0, strings.Count(data, "\n")+1)
	cells := make([]string, 0, strings.Count(data, "\t")+cap(rows)) // of all rows, one after the other
	number := 0
	for line := range strings.Lines(data) {
		number++
		line = strings.TrimRight(line, "\r\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		first := len(cells)
		for cell, rest, more := "", line, true; more; {
			cell, rest, more = strings.Cut(rest, "\t")
			cells = append(cells, cell)
		}
		row := cells[first:]
		if columns == nil {
			columns = make(map[string]int, len(row))
			for i, name := range row {
				columns[name] = i
			}
			continue
		}
		if len(row) > len(columns) {
			return nil, fmt.Errorf("line %d has %d cells, the header names %d columns", number, len(row), len(columns))
		}
		rows = append(rows, Row{columns, row})
	}
	return rows, nil
}

// Lacks returns an error that names the first of the columns that the row's table has not; nil where it has all.
func (r Row) Lacks(columns ...string) error {
	for _, column := range columns {
		if _, ok := r.columns[column]; !ok {
			return fmt.Errorf("the header line lacks the column %q", column)
		}
	}
	return nil
}
