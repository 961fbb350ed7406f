package sqlstore

import (
	"encoding/json"
	"strconv"
	"strings"

	"github.com/pressly/goose/v3"
)

// dialect is all in which the two engines differ, beside the types of the schema.
type dialect struct {
	goose goose.Dialect
	// lock keeps other writers out until the transaction ends; empty where beginning one does so already.
	lock string
	// place stands for the nth value of a long list of rows. SQLite takes $n for a name, and looks through all of them for each.
	place func(n int) string
	// vector makes indexed words of the folded text that the parameter holds.
	vector func(param string) string
	// list makes a subquery of the texts in the JSON array that the parameter holds.
	list func(param string) string
	// numbers is list for whole numbers.
	numbers func(param string) string
	// match makes a condition for the rows of a table of words whose column holds the terms.
	match func(table, column, param string) string
	// emptyWords makes a statement that takes all rows out of a table of words.
	emptyWords func(table string) string
	// terms writes phrases as match wants them: all must be there.
	terms func(column string, phrases [][]string) string
	// schema fills in the migrations' templates.
	schema map[string]any
}

// sqliteDialect is that of SQLite: words are indexed by FTS5, beginning a transaction locks.
func sqliteDialect() dialect {
	return dialect{
		goose:   goose.DialectSQLite3,
		place:   func(int) string { return "?" },
		vector:  func(param string) string { return param },
		list:    func(param string) string { return "(SELECT value FROM json_each(" + param + "))" },
		numbers: func(param string) string { return "(SELECT value FROM json_each(" + param + "))" },
		match: func(table, _, param string) string {
			return "(SELECT rowid FROM " + table + " WHERE " + table + " MATCH " + param + ")"
		},
		emptyWords: func(table string) string { return "INSERT INTO " + table + " (" + table + ") VALUES ('delete-all')" },
		terms: func(column string, phrases [][]string) string {
			parts := make([]string, len(phrases))
			for i, words := range phrases {
				parts[i] = column + ` : "` + strings.Join(words, " ") + `"`
			}
			return strings.Join(parts, " AND ")
		},
		schema: map[string]any{"SQLite": true, "Key": "INTEGER PRIMARY KEY", "Bytes": "BLOB", "Plain": "TEXT", "Compact": " WITHOUT ROWID", "Parts": mostParts},
	}
}

// writing is the key of the advisory lock that writers of a PostgreSQL record hold: "conc" in ASCII.
const writing = "1668247139"

// postgresDialect is that of PostgreSQL: words are indexed as a tsvector, an advisory lock keeps writers apart.
func postgresDialect() dialect {
	return dialect{
		goose:   goose.DialectPostgres,
		place:   func(n int) string { return "$" + strconv.Itoa(n) },
		lock:    "SELECT pg_advisory_xact_lock(" + writing + ")",
		vector:  func(param string) string { return "to_tsvector('simple', " + param + ")" },
		list:    func(param string) string { return "(SELECT jsonb_array_elements_text(" + param + "::jsonb))" },
		numbers: func(param string) string { return "(SELECT jsonb_array_elements_text(" + param + "::jsonb)::bigint)" },
		match: func(table, column, param string) string {
			return "(SELECT rowid FROM " + table + " WHERE " + column + " @@ to_tsquery('simple', " + param + "))"
		},
		emptyWords: func(table string) string { return "DELETE FROM " + table },
		terms: func(_ string, phrases [][]string) string {
			parts := make([]string, len(phrases))
			for i, words := range phrases {
				parts[i] = "(" + strings.Join(words, " <-> ") + ")"
			}
			return strings.Join(parts, " & ")
		},
		schema: map[string]any{"SQLite": false, "Key": "BIGINT PRIMARY KEY", "Bytes": "BYTEA", "Plain": `TEXT COLLATE "C"`, "Compact": "", "Parts": mostParts},
	}
}

// jsonList writes values as the array that dialect.list and dialect.numbers read.
func jsonList[T string | int64](values []T) string {
	if len(values) == 0 {
		return "[]"
	}
	data, _ := json.Marshal(values) // these always marshal
	return string(data)
}
