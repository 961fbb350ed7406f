package export

import (
	"encoding/csv"
	"io"
	"reflect"
	"strconv"
	"strings"

	"github.com/parquet-go/parquet-go"
)

// Table writes rows one after another; Close completes it.
type Table[R any] interface {
	Write(rows []R) (int, error)
	Close() error
}

// NewParquet returns a table in Parquet.
func NewParquet[R any](w io.Writer) Table[R] { return parquet.NewGenericWriter[R](w) }

// NewCSV returns a table in CSV (RFC 4180) with a header line, its columns named as in Parquet.
func NewCSV[R any](w io.Writer) Table[R] { return &csvTable[R]{out: csv.NewWriter(w)} }

type csvTable[R any] struct {
	out    *csv.Writer
	headed bool
}

// head writes the header line once.
func (t *csvTable[R]) head() error {
	if t.headed {
		return nil
	}
	t.headed = true
	return t.out.Write(columns(reflect.TypeFor[R]()))
}

// columns are the names of a row's columns, as Parquet has them.
func columns(row reflect.Type) []string {
	names := make([]string, row.NumField())
	for i := range names {
		names[i], _, _ = strings.Cut(row.Field(i).Tag.Get("parquet"), ",")
	}
	return names
}

func (t *csvTable[R]) Write(rows []R) (int, error) {
	if err := t.head(); err != nil {
		return 0, err
	}
	for n := range rows {
		row := reflect.ValueOf(rows[n])
		cells := make([]string, row.NumField())
		for i := range cells {
			cells[i] = cell(row.Field(i).Interface())
		}
		if err := t.out.Write(cells); err != nil {
			return n, err
		}
	}
	return len(rows), nil
}

func (t *csvTable[R]) Close() error {
	if err := t.head(); err != nil {
		return err
	}
	t.out.Flush()
	return t.out.Error()
}

// cell writes a value. Words that a spreadsheet would take for a formula get an apostrophe before them: they come from reports.
func cell(value any) string {
	switch v := value.(type) {
	case string:
		if v != "" && strings.ContainsRune("=+-@\t\r", rune(v[0])) {
			return "'" + v
		}
		return v
	case int64:
		return strconv.FormatInt(v, 10)
	case *int64:
		if v != nil {
			return strconv.FormatInt(*v, 10)
		}
	case *float64:
		if v != nil {
			return strconv.FormatFloat(*v, 'f', -1, 64)
		}
	}
	return ""
}
