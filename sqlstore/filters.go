package sqlstore

import (
	"strings"
	"time"

	"concord"
)

// reportIs returns the condition that column is the number of the report with this id or name.
func (q *query) reportIs(column, report string) {
	if report != "" {
		p := q.arg(report)
		q.and("%s IN (SELECT seq FROM reports WHERE id = %s OR name = %s)", column, p, p)
	}
}

// reports adds the conditions of a list of reports, as r.
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
	claims.matter(concord.Filter{Place: f.Place, Actor: f.Actor, Type: f.Type, Kind: f.Kind, Measure: f.Measure, Least: f.Least, Most: f.Most, Bounds: f.Bounds, Incident: f.Incident})
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

// claims adds the conditions of a list of claims, as c, with their reports, as r.
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
	if phrase := namePhrase(f.Actor); phrase != nil {
		q.and("EXISTS (SELECT 1 FROM accounts a JOIN incidents i ON i.id = a.incident WHERE a.report = c.report AND a.id = c.account AND i.seq IN %s)",
			q.found("incident_actors", "actors", phrase))
	} else if f.Actor != "" {
		q.and("1 = 0")
	}
	if f.Incident != "" {
		q.and("EXISTS (SELECT 1 FROM accounts a WHERE a.report = c.report AND a.id = c.account AND a.incident = %s)", q.arg(f.Incident))
	}
}

// incidents adds the conditions of a list of incidents, as i.
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
	q.name("i.seq", "incident_actors", "actors", f.Actor)
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

// decisions adds the conditions of a list of decisions, as d.
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
