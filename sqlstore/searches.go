package sqlstore

import (
	"context"
	"database/sql"
	"time"

	"concord"
)

// Searches lists the searches that somebody keeps, in the order in which they were kept.
func (r reader) Searches(ctx context.Context, who string) ([]concord.Search, error) {
	searches := []concord.Search{}
	query := `SELECT name, query FROM searches s WHERE who = $1 AND query <> '' AND seq = (SELECT max(seq) FROM searches l WHERE l.who = s.who AND l.name = s.name)
		ORDER BY seq`
	err := r.each(ctx, query, []any{who}, func(rows *sql.Rows) error {
		s := concord.Search{Who: who}
		err := rows.Scan(&s.Name, &s.Query)
		searches = append(searches, s)
		return err
	})
	return searches, err
}

// KeepSearch appends a search.
func (t *tx) KeepSearch(ctx context.Context, s concord.Search) error {
	seq, err := t.next(ctx, "searches")
	if err != nil {
		return err
	}
	return t.insert(ctx, "searches", "seq kept_at who name query", [][]any{{seq, time.Now().UTC().Format(time.RFC3339), s.Who, s.Name, s.Query}})
}
