package sqlstore

import (
	"context"
	"database/sql"

	"github.com/go-json-experiment/json"

	"concord"
)

// fillActors indexes the actors of the incidents of a record that was made before there was an index of them.
func (s *Store) fillActors(ctx context.Context, db *sql.Tx) error {
	const atOnce = 500
	t := &tx{reader: reader{db: db, dialect: s.dialect}}
	for last := int64(0); ; {
		var found [][]any
		err := t.each(ctx, "SELECT seq, data FROM incident_data WHERE seq > $1 ORDER BY seq LIMIT $2", []any{last, atOnce}, func(rows *sql.Rows) error {
			var data sql.RawBytes
			var in concord.Incident
			err := rows.Scan(&last, &data)
			if err == nil {
				err = json.Unmarshal(data, &in)
			}
			found = append(found, []any{last, foldAll(actorsOf(&in)...)})
			return err
		})
		if err != nil || len(found) == 0 {
			return err
		}
		if err := t.insert(ctx, "incident_actors", "rowid vector:actors", found); err != nil {
			return err
		}
	}
}
