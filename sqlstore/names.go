package sqlstore

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"concord"
)

// numbersBefore adds the numbers that incidents had before the record was rebuilt, by their ids, to those known, so that lists keep their order.
func (t *tx) numbersBefore(ctx context.Context, known map[string]int64, ids []string) error {
	if t.again == nil {
		return nil
	}
	before, err := t.seqs(ctx, "incidents_before", ids)
	maps.Copy(known, before)
	return err
}

// keepIncidents gives incidents the ids, and with these the numbers, of those that most of their accounts stood in before.
func (t *tx) keepIncidents(ctx context.Context) error {
	names, err := t.namesBefore(ctx)
	if err != nil {
		return err
	}
	for id, name := range names {
		if err := t.exec(ctx, "UPDATE incidents SET id = $1 WHERE id = $2", underWay+name, id); err != nil {
			return err
		}
	}
	for few := range slices.Chunk(slices.Sorted(maps.Values(names)), rowsAtOnce) {
		if err := t.rename(ctx, few); err != nil {
			return err
		}
	}
	return nil
}

// underWay stands before the new id of an incident while another one may still bear it.
const underWay = "~"

// namesBefore returns the ids that incidents are to have, by those that they have, where these differ. Each goes to the incident that has most
// accounts of the one that bore it; an incident whose id another one takes gets one that none has.
func (t *tx) namesBefore(ctx context.Context) (map[string]string, error) {
	const stands = `SELECT a.incident AS id, b.incident AS before, count(*) AS accounts FROM accounts a
		JOIN accounts_before b ON b.report = a.report AND b.id = a.id WHERE a.incident <> '' AND b.incident <> '' GROUP BY a.incident, b.incident`
	names, taken := map[string]string{}, map[string]bool{}
	query := "WITH stands AS (" + stands + "), moved AS (SELECT id, before FROM stands WHERE id <> before) " +
		`SELECT id, before FROM stands WHERE id IN (SELECT id FROM moved) OR id IN (SELECT before FROM moved) OR before IN (SELECT id FROM moved)
		OR before IN (SELECT before FROM moved) ORDER BY accounts DESC, CASE WHEN id = before THEN 0 ELSE 1 END, before, id`
	err := t.each(ctx, query, nil, func(rows *sql.Rows) error {
		var id, before string
		err := rows.Scan(&id, &before)
		if _, named := names[id]; !named && !taken[before] {
			names[id], taken[before] = before, true
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	there, err := t.seqs(ctx, "incidents", slices.Collect(maps.Keys(taken)))
	for _, id := range slices.Sorted(maps.Keys(there)) {
		if _, named := names[id]; !named && err == nil {
			names[id], err = t.another(ctx, id, taken)
			taken[names[id]] = true
		}
	}
	maps.DeleteFunc(names, func(id, name string) bool { return id == name })
	return names, err
}

// another returns an id, made of this one, that no incident bears and none is to have.
func (t *tx) another(ctx context.Context, id string, taken map[string]bool) (string, error) {
	for {
		sum := sha256.Sum256([]byte(id))
		id = hex.EncodeToString(sum[:16])
		there, err := t.seqs(ctx, "incidents", []string{id})
		if err != nil || len(there) == 0 && !taken[id] {
			return id, err
		}
	}
}

// rename writes incidents that are under way to their names anew under these.
func (t *tx) rename(ctx context.Context, names []string) error {
	ids := make([]string, len(names))
	for i, name := range names {
		ids[i] = underWay + name
	}
	renamed := make([]concord.Incident, 0, len(names))
	err := t.each(ctx, "SELECT i.id, d.data FROM incidents i JOIN incident_data d ON d.seq = i.seq WHERE i.id IN "+t.dialect.list("$1"), []any{jsonList(ids)},
		func(rows *sql.Rows) error {
			var id string
			var data sql.RawBytes
			if err := rows.Scan(&id, &data); err != nil {
				return err
			}
			var in concord.Incident
			err := json.Unmarshal(data, &in)
			in.ID = strings.TrimPrefix(id, underWay)
			renamed = append(renamed, in)
			return err
		})
	if err != nil {
		return err
	}
	return t.PutIncidents(ctx, renamed, ids)
}
