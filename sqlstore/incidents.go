package sqlstore

import (
	"context"
	"maps"
	"slices"

	"concord"
)

// PutIncidents writes the incidents anew, makes their accounts stand in them, and removes those that are gone.
func (t *tx) PutIncidents(ctx context.Context, changed []concord.Incident, gone []string) error {
	ids := make([]string, len(changed))
	var keys []concord.AccountKey
	for i := range changed {
		ids[i] = changed[i].ID
		keys = append(keys, changed[i].Accounts...)
	}
	known, err := t.seqs(ctx, "incidents", ids)
	if err != nil {
		return err
	}
	if err := t.count(ctx, "incidents"); err != nil {
		return err
	}
	members, err := t.standing(ctx, keys)
	if err != nil {
		return err
	}
	if err := t.removeIncidents(ctx, append(slices.Collect(maps.Keys(known)), gone...), members); err != nil {
		return err
	}
	if err := t.numbersBefore(ctx, known, ids); err != nil {
		return err
	}
	if err := t.addIncidents(ctx, changed, known); err != nil {
		return err
	}
	return t.settle(ctx, changed, members)
}

// addIncidents adds incidents under the numbers that are known by their ids, the others under new ones.
func (t *tx) addIncidents(ctx context.Context, incidents []concord.Incident, known map[string]int64) error {
	var rows incidentRows
	for i := range incidents {
		seq, exists := known[incidents[i].ID]
		if !exists {
			var err error
			if seq, err = t.next(ctx, "incidents"); err != nil {
				return err
			}
		}
		if err := rows.add(seq, &incidents[i]); err != nil {
			return err
		}
	}
	return rows.insert(ctx, t)
}

// removeIncidents takes incidents out, and leaves their accounts in none, but for those that stay or come to stand in one.
func (t *tx) removeIncidents(ctx context.Context, ids []string, staying map[concord.AccountKey]*account) error {
	if len(ids) == 0 {
		return nil
	}
	list := jsonList(ids)
	of := "IN (SELECT seq FROM incidents WHERE id IN " + t.dialect.list("$1") + ")"
	for _, statement := range []string{
		"DELETE FROM incident_words WHERE rowid " + of,
		"DELETE FROM incident_actors WHERE rowid " + of,
		"DELETE FROM incident_tolls WHERE incident " + of,
		"DELETE FROM incident_data WHERE seq " + of,
		"DELETE FROM incidents WHERE id IN " + t.dialect.list("$1"),
	} {
		if err := t.exec(ctx, statement, list); err != nil {
			return err
		}
	}
	for key, a := range t.pending.byKey {
		if staying[key] == nil && slices.Contains(ids, a.incident) {
			a.incident = ""
		}
	}
	var stay []int64
	for _, a := range staying {
		stay = append(stay, a.seq)
	}
	return t.exec(ctx, "UPDATE accounts SET incident = '' WHERE incident IN "+t.dialect.list("$1")+" AND seq NOT IN "+t.dialect.numbers("$2"), list, jsonList(stay))
}

// settle writes at each account the incident that it stands in, where that is another than before.
func (t *tx) settle(ctx context.Context, changed []concord.Incident, members map[concord.AccountKey]*account) error {
	moved := map[string][]int64{}
	for i := range changed {
		id := changed[i].ID
		for _, key := range changed[i].Accounts {
			a := members[key]
			switch {
			case a == nil:
				return noAccount(key)
			case a.held:
				a.incident = id
			case a.incident != id:
				moved[id] = append(moved[id], a.seq)
			}
		}
	}
	return t.move(ctx, "incident", moved)
}
