package sqlstore

import (
	"context"
	"database/sql"

	"concord"
)

// Count counts incidents.
func (r reader) Count(ctx context.Context, f concord.Filter) (int, error) {
	q := newQuery(r.dialect)
	q.incidents(f)
	var n int
	err := r.db.QueryRowContext(ctx, "SELECT count(*) FROM incidents i"+q.conditions(), q.args...).Scan(&n)
	return n, r.fail("read", err)
}

// contradicted counts the incidents of a group whose sources contradict one another.
const contradicted = "sum(CASE WHEN i.agreement = '" + string(concord.Contradict) + "' THEN 1 ELSE 0 END)"

// Days counts incidents by the day on which they began.
func (r reader) Days(ctx context.Context, f concord.Filter) ([]concord.DayCount, error) {
	q := newQuery(r.dialect)
	q.incidents(f)
	q.and("i.from_day <> ''")
	days := []concord.DayCount{}
	query := "SELECT i.from_day, count(*), " + contradicted + " FROM incidents i" + q.conditions() + " GROUP BY i.from_day ORDER BY i.from_day"
	err := r.each(ctx, query, q.args, func(rows *sql.Rows) error {
		var d concord.DayCount
		err := rows.Scan(&d.Day, &d.Count, &d.Contradicted)
		days = append(days, d)
		return err
	})
	return days, err
}

// Places counts incidents by place, the most frequent first.
func (r reader) Places(ctx context.Context, f concord.Filter) ([]concord.PlaceCount, error) {
	q := newQuery(r.dialect)
	q.incidents(f)
	places := []concord.PlaceCount{}
	query := "SELECT i.place, i.admin1, i.country, min(i.placed), max(i.placed), count(*) FROM incidents i" + q.conditions() +
		" GROUP BY i.place, i.admin1, i.country ORDER BY count(*) DESC, i.place, i.admin1, i.country" + q.limits(f)
	err := r.each(ctx, query, q.args, func(rows *sql.Rows) error {
		var p concord.PlaceCount
		var placed [2]string
		err := rows.Scan(&p.Where.Name, &p.Where.Admin1, &p.Where.Country, &placed[0], &placed[1], &p.Count)
		p.Where.Precision = concord.Precision(common(placed))
		places = append(places, p)
		return err
	})
	return places, err
}

// areas are the precisions of what is known no better than to an area.
const areas = "('" + string(concord.ToDistrict) + "', '" + string(concord.ToProvince) + "', '" + string(concord.ToRegion) + "', '" + string(concord.ToCountry) + "')"

// Marks gathers incidents into cells by their columns alone, so that a hundred thousand are soon on a map.
func (r reader) Marks(ctx context.Context, f concord.Filter, cell float64) ([]concord.Mark, error) {
	dots := newQuery(r.dialect)
	dots.incidents(f)
	dots.and("i.lat IS NOT NULL AND i.placed NOT IN " + areas)
	by := "i.id"
	if cell > 0 {
		size := dots.arg(cell)
		by = "CAST((i.lat + 90) / " + size + " AS BIGINT), CAST((i.lon + 180) / " + size + " AS BIGINT)"
	}
	marks, err := r.marks(ctx, dots, by, f)
	if err != nil {
		return nil, err
	}
	wide := newQuery(r.dialect)
	wide.incidents(f)
	wide.and("i.lat IS NOT NULL AND i.placed IN " + areas)
	more, err := r.marks(ctx, wide, "i.place, i.admin1, i.country, i.placed, i.lat, i.lon", f)
	return append(marks, more...), err
}

// marks returns a mark a group; what all of a group have in common stands in it.
func (r reader) marks(ctx context.Context, q *query, by string, f concord.Filter) ([]concord.Mark, error) {
	query := `SELECT count(*), ` + contradicted + `, max(i.toll), min(i.id), min(i.type), max(i.type), min(i.from_day), max(i.to_day), min(i.place), max(i.place),
		min(i.placed), max(i.placed), min(i.lat), max(i.lat), avg(i.lat), min(i.lon), max(i.lon), avg(i.lon) FROM incidents i` +
		q.conditions() + " GROUP BY " + by + " ORDER BY min(i.id)" + q.limits(f)
	marks := []concord.Mark{}
	err := r.each(ctx, query, q.args, func(rows *sql.Rows) error {
		var m concord.Mark
		var kind, place, placed [2]string
		err := rows.Scan(&m.Count, &m.Contradicted, &m.Toll, &m.ID, &kind[0], &kind[1], &m.From, &m.To, &place[0], &place[1], &placed[0], &placed[1],
			&m.Bounds[1], &m.Bounds[3], &m.Lat, &m.Bounds[0], &m.Bounds[2], &m.Lon)
		m.Type, m.Place, m.Precision = concord.EventType(common(kind)), common(place), concord.Precision(common(placed))
		if m.Count > 1 {
			m.ID = ""
		}
		marks = append(marks, m)
		return err
	})
	return marks, err
}

// common is the value of which the least and the greatest are given, "" where they are not the same.
func common(ends [2]string) string {
	if ends[0] != ends[1] {
		return ""
	}
	return ends[0]
}
