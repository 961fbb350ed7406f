package sqlstore

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"concord"
)

// query gathers the conditions of a list, and the values they speak of.
type query struct {
	dialect dialect
	where   []string
	args    []any
}

func newQuery(d dialect) *query { return &query{dialect: d} }

// arg adds a value and returns the parameter that stands for it.
func (q *query) arg(value any) string {
	q.args = append(q.args, value)
	return "$" + strconv.Itoa(len(q.args))
}

func (q *query) and(format string, parts ...any) {
	q.where = append(q.where, fmt.Sprintf(format, parts...))
}

// same adds a condition where value is not empty.
func (q *query) same(column, value string) {
	if value != "" {
		q.and("%s = %s", column, q.arg(value))
	}
}

// conditions writes the WHERE of a query, "" where there are no conditions.
func (q *query) conditions() string {
	if len(q.where) == 0 {
		return ""
	}
	return " WHERE " + strings.Join(q.where, " AND ")
}

// sql completes a SELECT by conditions, order and limits.
func (q *query) sql(head string, f concord.Filter, day, seq string) string {
	return head + q.conditions() + " ORDER BY " + order(f, day, seq) + q.limits(f)
}

// order writes the order that a filter asks for, the latest first where the list has no such order. What has no day comes last.
func order(f concord.Filter, day, seq string) string {
	latest := day + " DESC, " + seq + " DESC"
	switch list := day[:1]; {
	case f.Order == "oldest":
		return "CASE WHEN " + day + " = '' THEN 1 ELSE 0 END, " + day + ", " + seq
	case f.Order == "toll" && list == "i":
		return "i.toll DESC, " + latest
	case f.Order == "sources" && list == "i":
		return "i.sources DESC, " + latest
	case f.Order == "doubt" && list == "c":
		return "c.confidence, c.seq"
	}
	return latest
}

// limits cuts a list as the filter asks for, "" where it does not.
func (q *query) limits(f concord.Filter) string {
	if f.Limit == 0 && f.Offset == 0 {
		return ""
	}
	limit := int64(f.Limit)
	if limit == 0 {
		limit = 1 << 62
	}
	return " LIMIT " + q.arg(limit) + " OFFSET " + q.arg(int64(f.Offset))
}

// during keeps what may lie within the filter's days.
func (q *query) during(f concord.Filter, from, to string) {
	if first, _, ok := f.From.Bounds(); ok {
		q.and("%s >= %s", to, q.arg(first.Format(time.DateOnly)))
	}
	if _, last, ok := f.To.Bounds(); ok {
		q.and("%s <= %s AND %s <> ''", from, q.arg(last.Format(time.DateOnly)), from)
	}
}

// waiting keeps what no standing decision binds: none but those that another one undoes, unless that one was itself undone.
func (q *query) waiting(f concord.Filter, what, id string) {
	if !f.Unreviewed {
		return
	}
	const undone = "EXISTS (SELECT 1 FROM decision_binds %s WHERE %s.what = 'decision' AND %s.id = CAST(%s AS TEXT)%s)"
	twice := " AND NOT " + fmt.Sprintf(undone, "v", "v", "v", "u.decision", "")
	q.and("%s NOT IN (SELECT b.id FROM decision_binds b JOIN decisions d ON d.seq = b.decision WHERE b.what = '%s' AND d.kind <> '%s' AND NOT %s)",
		id, what, concord.UndoDecision, fmt.Sprintf(undone, "u", "u", "u", "b.decision", twice))
}

// within keeps what lies in the filter's box; one whose west is greater than its east crosses the date line.
func (q *query) within(f concord.Filter, lat, lon string) {
	if f.Bounds == nil {
		return
	}
	west, south, east, north := f.Bounds[0], f.Bounds[1], f.Bounds[2], f.Bounds[3]
	q.and("%s BETWEEN %s AND %s", lat, q.arg(south), q.arg(north))
	if west <= east {
		q.and("%s BETWEEN %s AND %s", lon, q.arg(west), q.arg(east))
		return
	}
	q.and("(%s >= %s OR %s <= %s)", lon, q.arg(west), lon, q.arg(east))
}

// found returns the subquery of the rows of a table of words that hold all phrases.
func (q *query) found(table, column string, phrases [][]string) string {
	return q.dialect.match(table, column, q.arg(q.dialect.terms(column, phrases)))
}

// words keeps the rows whose column of words holds what was asked for. What has no letter or digit finds nothing.
func (q *query) words(seq, table, column string, phrases [][]string) {
	if len(phrases) == 0 {
		q.and("1 = 0")
		return
	}
	q.and("%s IN %s", seq, q.found(table, column, phrases))
}

// name keeps rows in which the name's words stand together.
func (q *query) name(seq, table, column, name string) {
	if name != "" {
		q.words(seq, table, column, namePhrase(name))
	}
}

// namePhrase returns the words of a name as one phrase, nil where it has none.
func namePhrase(name string) [][]string {
	if words := wordsOf(name); len(words) > 0 {
		return [][]string{words}
	}
	return nil
}
