package sqlstore

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"time"

	"concord"
)

// Decide appends a decision. Undoing binds whomever the undone decision binds.
func (t *tx) Decide(ctx context.Context, d concord.Decision) (concord.Decision, error) {
	var err error
	if d.ID, err = t.next(ctx, "decisions"); err != nil {
		return d, err
	}
	if d.At.IsZero() {
		d.At = time.Now()
	}
	d.At = d.At.UTC().Truncate(time.Second)
	data, err := json.Marshal(d)
	if err != nil {
		return d, err
	}
	err = t.insert(ctx, "decisions", "seq made_at who kind report data",
		[][]any{{d.ID, d.At.Format(time.RFC3339), d.Who, string(d.Kind), d.Report, string(data)}})
	if err != nil {
		return d, err
	}
	return d, t.bind(ctx, d)
}

// bind notes the reports, incidents, claims and decisions that a decision is about.
func (t *tx) bind(ctx context.Context, d concord.Decision) error {
	var rows [][]any
	reports := reportIDs(d.Accounts)
	if d.Report != "" {
		reports = append(reports, d.Report)
	}
	for _, id := range unique(reports) {
		rows = append(rows, []any{d.ID, "report", id})
	}
	for _, id := range unique(d.Incidents) {
		rows = append(rows, []any{d.ID, "incident", id})
	}
	if d.Report != "" && d.Claim != "" && d.Undoes == 0 {
		rows = append(rows, []any{d.ID, "claim", d.Report + "#" + d.Claim})
	}
	if d.Undoes != 0 {
		rows = append(rows, []any{d.ID, "decision", strconv.FormatInt(d.Undoes, 10)})
	}
	if err := t.insert(ctx, "decision_binds", "decision what id", rows); err != nil || d.Undoes == 0 {
		return err
	}
	return t.bindUndone(ctx, d)
}

// bindUndone binds to a decision what the one that it undoes binds; an error with the code NotFound where there is no such decision.
func (t *tx) bindUndone(ctx context.Context, d concord.Decision) error {
	var there int
	if err := t.db.QueryRowContext(ctx, "SELECT count(*) FROM decisions WHERE seq = $1", d.Undoes).Scan(&there); err != nil {
		return err
	}
	if there == 0 || d.Undoes == d.ID {
		return concord.Errorf(concord.NotFound, "undo", "there is no decision %d", d.Undoes)
	}
	return t.exec(ctx, fmt.Sprintf(`INSERT INTO decision_binds (decision, what, id)
		SELECT %d, what, id FROM decision_binds WHERE decision = $1 AND what IN ('report', 'incident') AND NOT EXISTS
			(SELECT 1 FROM decision_binds mine WHERE mine.decision = %d AND mine.what = decision_binds.what AND mine.id = decision_binds.id)`,
		d.ID, d.ID), d.Undoes)
}

const decisionColumns = "SELECT d.data FROM decisions d"

// Decisions lists decisions in the order they were made: of the filter's report or incident, or those with its ids.
func (r reader) decisions(ctx context.Context, f concord.Filter) ([]concord.Decision, error) {
	q := newQuery(r.dialect)
	q.decisions(f)
	return eachJSON[concord.Decision](ctx, r, decisionColumns+q.conditions()+" ORDER BY d.seq", q.args)
}

// Decisions lists decisions in the order they were made.
func (s *Store) Decisions(ctx context.Context, f concord.Filter) ([]concord.Decision, error) {
	return s.decisions(ctx, f)
}

// Decisions lists the decisions that bind any of the accounts, or a claim of their reports; all where accounts is nil.
func (t *tx) Decisions(ctx context.Context, accounts []concord.AccountKey) ([]concord.Decision, error) {
	if accounts == nil {
		return t.decisions(ctx, concord.Filter{})
	}
	query := decisionColumns + " WHERE d.seq IN (SELECT decision FROM decision_binds WHERE what = 'report' AND id IN " + t.dialect.list("$1") + ") ORDER BY d.seq"
	return eachJSON[concord.Decision](ctx, t.reader, query, []any{jsonList(reportIDs(accounts))})
}
