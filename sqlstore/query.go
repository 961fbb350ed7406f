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

func namePhrase(name string) [][]string {
	if words := wordsOf(name); len(words) > 0 {
		return [][]string{words}
	}
	return nil
}

// reportIs returns the condition that column is the number of the report with this id or name.
func (q *query) reportIs(column, report string) {
	if report != "" {
		p := q.arg(report)
		q.and("%s IN (SELECT seq FROM reports WHERE id = %s OR name = %s)", column, p, p)
	}
}

func (q *query) reports(f concord.Filter) {
	if f.IDs != nil {
		list := q.dialect.list(q.arg(jsonList(f.IDs)))
		q.and("(r.id IN %s OR r.name IN %s)", list, list)
	}
	q.waiting(f, "report", "r.id")
	q.during(f, "r.from_day", "r.to_day")
	q.knownOn("r.to_day", f.AsKnownOn)
	q.reportIs("r.seq", f.Report)
	if f.Words != "" {
		phrases := phrasesOf(f.Words)
		if len(phrases) == 0 {
			q.and("1 = 0")
		} else {
			q.and("r.seq IN (SELECT rowid / %d FROM %s found)", mostParts, q.found("report_words", "words", phrases))
		}
	}
	if phrase := namePhrase(f.Source); phrase != nil {
		q.and("(r.seq IN (SELECT rowid / %d FROM %s found) OR r.seq IN (SELECT report FROM claims WHERE seq IN %s))",
			mostParts, q.found("report_words", "sources", phrase), q.found("claim_words", "sources", phrase))
	}
	claims := &query{dialect: q.dialect, args: q.args}
	claims.matter(concord.Filter{Place: f.Place, Type: f.Type, Kind: f.Kind, Measure: f.Measure, Least: f.Least, Most: f.Most, Bounds: f.Bounds, Incident: f.Incident})
	if len(claims.where) > 0 {
		q.args = claims.args
		q.and("r.seq IN (SELECT c.report FROM claims c%s)", claims.conditions())
	}
}

// knownOn keeps what was reported by that day.
func (q *query) knownOn(column string, day concord.Date) {
	if _, last, ok := day.Bounds(); ok {
		q.and("%s <= %s AND %s <> ''", column, q.arg(last.Format(time.DateOnly)), column)
	}
}

func (q *query) claims(f concord.Filter) {
	if f.IDs != nil {
		var reports []string
		for _, id := range f.IDs {
			if report, _, ok := cutLast(id, "#"); ok {
				reports = append(reports, report)
			}
		}
		list := q.dialect.list(q.arg(jsonList(reports)))
		q.and("c.report IN (SELECT seq FROM reports WHERE id IN %s OR name IN %s)", list, list)
		list = q.dialect.list(q.arg(jsonList(f.IDs)))
		q.and("(r.id || '#' || c.id IN %s OR r.name || '#' || c.id IN %s)", list, list)
	}
	q.waiting(f, "claim", "r.id || '#' || c.id")
	q.during(f, "c.from_day", "c.to_day")
	q.knownOn("r.to_day", f.AsKnownOn)
	q.reportIs("c.report", f.Report)
	if f.Reports != nil {
		q.and("c.report IN (SELECT seq FROM reports WHERE id IN %s)", q.dialect.list(q.arg(jsonList(f.Reports))))
	}
	if f.After > 0 {
		q.and("c.report > %s", q.arg(int64(f.After)))
	}
	q.name("c.seq", "claim_words", "sources", f.Source)
	if f.Words != "" {
		q.words("c.seq", "claim_words", "words", phrasesOf(f.Words))
	}
	q.matter(f)
}

// matter keeps claims by what they are about.
func (q *query) matter(f concord.Filter) {
	q.same("c.type", string(f.Type))
	q.same("c.kind", string(f.Kind))
	q.same("c.measure", string(f.Measure))
	if f.Least != nil {
		q.and("c.highest >= %s", q.arg(*f.Least))
	}
	if f.Most != nil {
		q.and("c.highest <= %s", q.arg(*f.Most))
	}
	q.within(f, "c.lat", "c.lon")
	q.name("c.seq", "claim_words", "places", f.Place)
	if f.Incident != "" {
		q.and("EXISTS (SELECT 1 FROM accounts a WHERE a.report = c.report AND a.id = c.account AND a.incident = %s)", q.arg(f.Incident))
	}
}

func (q *query) incidents(f concord.Filter) {
	if f.IDs != nil {
		q.and("i.id IN %s", q.dialect.list(q.arg(jsonList(f.IDs))))
	}
	q.same("i.id", f.Incident)
	q.during(f, "i.from_day", "i.to_day")
	q.knownOn("i.known", f.AsKnownOn)
	q.same("i.type", string(f.Type))
	q.same("i.agreement", string(f.Agreement))
	q.waiting(f, "incident", "i.id")
	q.within(f, "i.lat", "i.lon")
	q.name("i.seq", "incident_words", "sources", f.Source)
	if isCountry(f.Place) {
		q.same("i.country", f.Place)
	} else {
		q.name("i.seq", "incident_words", "places", f.Place)
	}
	if f.Words != "" {
		q.words("i.seq", "incident_words", "words", phrasesOf(f.Words))
	}
	if f.Report != "" || f.Kind != "" {
		claims := &query{dialect: q.dialect, args: q.args}
		claims.reportIs("c.report", f.Report)
		claims.same("c.kind", string(f.Kind))
		q.args = claims.args
		q.and("i.id IN (SELECT a.incident FROM accounts a JOIN claims c ON c.report = a.report AND c.account = a.id%s)", claims.conditions())
	}
	q.tolls(f)
}

// tolls keeps incidents by the highest figure of a measure, of any where the filter names none.
func (q *query) tolls(f concord.Filter) {
	if f.Measure == "" && f.Least == nil && f.Most == nil {
		return
	}
	tolls := &query{dialect: q.dialect, args: q.args}
	tolls.same("measure", string(f.Measure))
	if f.Least != nil {
		tolls.and("highest >= %s", tolls.arg(*f.Least))
	}
	if f.Most != nil {
		tolls.and("highest <= %s", tolls.arg(*f.Most))
	}
	q.args = tolls.args
	q.and("i.seq IN (SELECT incident FROM incident_tolls%s)", tolls.conditions())
}

// isCountry reports whether a place is given as a code of ISO 3166-1 alpha-2.
func isCountry(place string) bool {
	return len(place) == 2 && 'A' <= place[0] && place[0] <= 'Z' && 'A' <= place[1] && place[1] <= 'Z'
}

func (q *query) decisions(f concord.Filter) {
	if f.IDs != nil {
		q.and("CAST(d.seq AS TEXT) IN %s", q.dialect.list(q.arg(jsonList(f.IDs))))
	}
	for what, id := range map[string]string{"report": f.Report, "incident": f.Incident} {
		if id != "" {
			q.and("d.seq IN (SELECT decision FROM decision_binds WHERE what = '%s' AND id = %s)", what, q.arg(id))
		}
	}
}

// cutLast parts s at the last sep.
func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}
