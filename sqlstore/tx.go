package sqlstore

import (
	"context"
	"strings"
)

// tx is a transaction on the record.
type tx struct {
	reader
	last    map[string]int64 // the last number given in each table
	again   map[string]int64 // the numbers of reports that are to be put again, by id
	pending pending
}

// next returns a new number for a row of table. Writers are alone, so numbers are counted here.
func (t *tx) next(ctx context.Context, table string) (int64, error) {
	if err := t.count(ctx, table); err != nil {
		return 0, err
	}
	t.last[table]++
	return t.last[table], nil
}

// count learns the highest number in table. It comes before rows are taken out that will come back under their own numbers.
func (t *tx) count(ctx context.Context, table string) error {
	if _, counted := t.last[table]; counted {
		return nil
	}
	var last int64
	err := t.db.QueryRowContext(ctx, "SELECT coalesce(max(seq), 0) FROM "+table).Scan(&last)
	t.last[table] = last
	return err
}

// rowsAtOnce bounds the rows of one INSERT.
const rowsAtOnce = 128

// insert adds rows to the columns of a table. A column written "vector:NAME" takes folded text to be indexed.
func (t *tx) insert(ctx context.Context, table, columns string, rows [][]any) error {
	names := strings.Fields(columns)
	for len(rows) > 0 {
		batch := rows[:min(len(rows), rowsAtOnce)]
		rows = rows[len(batch):]
		statement, args := t.insertion(table, names, batch)
		if _, err := t.db.ExecContext(ctx, statement, args...); err != nil {
			return err
		}
	}
	return nil
}

// insertion writes one INSERT of several rows, with its values.
func (t *tx) insertion(table string, names []string, rows [][]any) (string, []any) {
	var b strings.Builder
	b.WriteString("INSERT INTO " + table + " (" + strings.ReplaceAll(strings.Join(names, ", "), "vector:", "") + ") VALUES ")
	args := make([]any, 0, len(rows)*len(names))
	for i, row := range rows {
		if i > 0 {
			b.WriteString(", ")
		}
		for j, value := range row {
			b.WriteString(map[bool]string{true: "(", false: ", "}[j == 0])
			args = append(args, value)
			param := t.dialect.place(len(args))
			if strings.HasPrefix(names[j], "vector:") {
				param = t.dialect.vector(param)
			}
			b.WriteString(param)
		}
		b.WriteByte(')')
	}
	return b.String(), args
}

// move sets a column of accounts to the value that each list of them is under.
func (t *tx) move(ctx context.Context, column string, accounts map[string][]int64) error {
	for value, seqs := range accounts {
		if err := t.exec(ctx, "UPDATE accounts SET "+column+" = $1 WHERE seq IN "+t.dialect.numbers("$2"), value, jsonList(seqs)); err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) exec(ctx context.Context, statement string, args ...any) error {
	_, err := t.db.ExecContext(ctx, statement, args...)
	return err
}
