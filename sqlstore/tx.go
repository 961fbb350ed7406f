package sqlstore

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"concord"
)

// tx is a transaction on the record.
type tx struct {
	reader
	last    map[string]int64 // the last number given in each table
	again   map[string]int64 // the numbers of reports that are to be put again, by id
	pending pending
}

// next returns a new number for a row of table. Writers are alone, so numbers are counted here.
func (t *tx) next(ctx context.Context, table string) (int64, error) {
	if err := t.count(ctx, table); err != nil {
		return 0, err
	}
	t.last[table]++
	return t.last[table], nil
}

// count learns the highest number in table. It comes before rows are taken out that will come back under their own numbers.
func (t *tx) count(ctx context.Context, table string) error {
	if _, counted := t.last[table]; counted {
		return nil
	}
	var last int64
	err := t.db.QueryRowContext(ctx, "SELECT coalesce(max(seq), 0) FROM "+table).Scan(&last)
	t.last[table] = last
	return err
}

// rowsAtOnce bounds the rows of one INSERT.
const rowsAtOnce = 128

// insert adds rows to the columns of a table. A column written "vector:NAME" takes folded text to be indexed.
func (t *tx) insert(ctx context.Context, table, columns string, rows [][]any) error {
	names := strings.Fields(columns)
	for len(rows) > 0 {
		batch := rows[:min(len(rows), rowsAtOnce)]
		rows = rows[len(batch):]
		statement, args := t.insertion(table, names, batch)
		if _, err := t.db.ExecContext(ctx, statement, args...); err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) insertion(table string, names []string, rows [][]any) (string, []any) {
	var b strings.Builder
	b.WriteString("INSERT INTO " + table + " (" + strings.ReplaceAll(strings.Join(names, ", "), "vector:", "") + ") VALUES ")
	args := make([]any, 0, len(rows)*len(names))
	for i, row := range rows {
		if i > 0 {
			b.WriteString(", ")
		}
		for j, value := range row {
			b.WriteString(map[bool]string{true: "(", false: ", "}[j == 0])
			args = append(args, value)
			param := t.dialect.place(len(args))
			if strings.HasPrefix(names[j], "vector:") {
				param = t.dialect.vector(param)
			}
			b.WriteString(param)
		}
		b.WriteByte(')')
	}
	return b.String(), args
}

// Put adds a reading with its claims; nothing changes where a report with the same text is there.
func (t *tx) Put(ctx context.Context, r *concord.Reading) (bool, error) {
	if strings.ContainsRune(r.Report.Text, 0) {
		return false, concord.Errorf(concord.Invalid, "take in "+r.Report.Name, "the text holds NUL characters: is it a binary file?")
	}
	if seq, again := t.again[r.Report.ID]; again {
		return true, t.putAgain(ctx, seq, r)
	}
	if t.pending.reports[r.Report.ID] {
		return false, nil
	}
	known, err := t.seqs(ctx, "reports", []string{r.Report.ID})
	if err != nil || len(known) > 0 {
		return false, err
	}
	seq, err := t.next(ctx, "reports")
	if err != nil {
		return false, err
	}
	if err := t.putReport(seq, r); err != nil {
		return false, err
	}
	return true, t.putRead(ctx, seq, r)
}

// putRead adds what was read of the report with number seq.
func (t *tx) putRead(ctx context.Context, seq int64, r *concord.Reading) error {
	t.putWords(seq, &r.Report)
	if err := t.putAccounts(ctx, seq, r); err != nil {
		return err
	}
	return t.putClaims(ctx, seq, r)
}

func (t *tx) putReport(seq int64, r *concord.Reading) error {
	mentions, err := json.Marshal(r.Mentions)
	if err != nil {
		return err
	}
	p := &r.Report
	from, to := days(p.Published, p.Published)
	t.pending.reports[p.ID] = true
	t.pending.add("reports", []any{seq, p.ID, p.Name, p.URL, p.Title, p.Publisher, string(p.Published), from, to, p.Language, len(r.Claims), p.Text, string(mentions), concord.Edition})
	return nil
}

// putWords adds what the report with number seq is found by.
func (t *tx) putWords(seq int64, p *concord.Report) {
	for i, part := range partsOf(p.Title + "\n" + p.Text) {
		t.pending.add("report_words", []any{seq*mostParts + int64(i), foldAll(p.Publisher), foldAll(part)})
	}
}

// mostParts bounds the parts of a report that are indexed each by itself, because PostgreSQL bounds what it
// indexes at once (a tsvector has less than 1 MB).
const mostParts = 1 << 16

// partsOf cuts a long text at white space into parts of about 128 kB.
func partsOf(text string) []string {
	const size = 128 << 10
	var parts []string
	for len(text) > size && len(parts) < mostParts-1 {
		cut := strings.LastIndexAny(text[:size], " \n")
		if cut <= 0 {
			cut = size
		}
		parts = append(parts, text[:cut])
		text = text[cut:]
	}
	return append(parts, text)
}

func (t *tx) putAccounts(ctx context.Context, report int64, r *concord.Reading) error {
	for i := range r.Accounts {
		seq, err := t.next(ctx, "accounts")
		if err != nil {
			return err
		}
		data, err := json.Marshal(&r.Accounts[i])
		if err != nil {
			return err
		}
		id := r.Accounts[i].ID
		t.pending.addAccount(concord.AccountKey{Report: r.Report.ID, Account: id}, &account{seq: seq, report: report, id: id, data: string(data)})
	}
	return nil
}

func (t *tx) putClaims(ctx context.Context, report int64, r *concord.Reading) error {
	accounts := make(map[string]*concord.Account, len(r.Accounts))
	for i := range r.Accounts {
		accounts[r.Accounts[i].ID] = &r.Accounts[i]
	}
	for i := range r.Claims {
		c := &r.Claims[i]
		seq, err := t.next(ctx, "claims")
		if err != nil {
			return err
		}
		data, err := json.Marshal(c)
		if err != nil {
			return err
		}
		trace, err := json.Marshal(c.Trace)
		if err != nil {
			return err
		}
		s := settingOf(c, accounts, r.Report.Published)
		from, to := days(s.from, s.to)
		speaker, voice := speakerOf(c, r.Report.Publisher)
		t.pending.add("claims", []any{seq, report, c.ID, s.account, string(c.Kind), string(s.eventType), s.measure, speaker, string(voice), string(r.Report.Published), from, to, s.lat(), s.lon(), s.highest, c.Confidence, string(data), string(trace)})
		t.pending.add("claim_words", []any{seq, foldAll(placeEntries(s.where)...), foldAll(append(sourceEntries(c), r.Report.Publisher)...), foldAll(claimEntries(c)...)})
	}
	return nil
}

// PutSketches writes at each account what linking knows of it, and files it under its blocks; of an account that has
// been linked it sets the component.
func (t *tx) PutSketches(ctx context.Context, sketches []concord.Sketch) error {
	keys := make([]concord.AccountKey, len(sketches))
	for i := range sketches {
		keys[i] = sketches[i].Key
	}
	known, err := t.standing(ctx, keys)
	if err != nil {
		return err
	}
	moved := map[string][]int64{} // accounts that were linked before, by their new component
	for _, s := range sketches {
		a := known[s.Key]
		switch {
		case a == nil:
			return noAccount(s.Key)
		case a.held && !a.linked:
			a.component, a.sketch, a.linked, t.pending.linked = s.Component, s.Data, true, true
		case a.held:
			a.component = s.Component
		case a.linked:
			moved[s.Component] = append(moved[s.Component], a.seq)
			continue
		default:
			if err := t.exec(ctx, "UPDATE accounts SET component = $1, sketch = $2 WHERE seq = $3", s.Component, s.Data, a.seq); err != nil {
				return err
			}
		}
		for _, block := range unique(s.Blocks) {
			t.pending.add("blocks", []any{block, a.seq})
		}
	}
	return t.move(ctx, "component", moved)
}

// move sets a column of accounts to the value that each list of them is under.
func (t *tx) move(ctx context.Context, column string, accounts map[string][]int64) error {
	for value, seqs := range accounts {
		if err := t.exec(ctx, "UPDATE accounts SET "+column+" = $1 WHERE seq IN "+t.dialect.numbers("$2"), value, jsonList(seqs)); err != nil {
			return err
		}
	}
	return nil
}

func noAccount(key concord.AccountKey) error {
	return concord.Errorf(concord.NotFound, "link", "there is no account %s of report %s", key.Account, key.Report)
}

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
	var rows incidentRows
	for i := range changed {
		seq, exists := known[changed[i].ID]
		if !exists {
			if seq, err = t.next(ctx, "incidents"); err != nil {
				return err
			}
		}
		if err := rows.add(seq, &changed[i]); err != nil {
			return err
		}
	}
	if err := rows.insert(ctx, t); err != nil {
		return err
	}
	return t.settle(ctx, changed, members)
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

func (t *tx) exec(ctx context.Context, statement string, args ...any) error {
	_, err := t.db.ExecContext(ctx, statement, args...)
	return err
}
