package sqlstore

import (
	"context"
	"encoding/json"
	"strings"

	"concord"
)

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

// putReport adds the row of a report under a number.
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

// putAccounts adds the accounts of the report with this number.
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

// putClaims adds the claims of the report with this number, with what lists narrow them by and what they are found by.
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
