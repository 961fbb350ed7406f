package pipeline

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"

	"concord"
	"concord/link"
	"concord/reconcile"
)

// linkAccounts clusters the accounts of fresh readings together with the components that they are tied to, and writes the incidents that
// changed. Only the blocks that the fresh accounts look into, and the components that they touch, are read.
func linkAccounts(ctx context.Context, tx concord.Tx, readings []*concord.Reading, rule reconcile.Rule) error {
	var fresh []concord.Sketch
	for _, r := range readings {
		fresh = append(fresh, link.Sketches(r)...)
	}
	if len(fresh) == 0 {
		return nil
	}
	var looks []int64
	for _, s := range fresh {
		looks = append(looks, s.Looks...)
	}
	slices.Sort(looks)
	candidates, err := tx.Candidates(ctx, slices.Compact(looks))
	if err != nil {
		return err
	}
	ties, err := link.Builtin().Ties(fresh, candidates)
	if err != nil {
		return err
	}
	tied := map[concord.AccountKey]bool{}
	for _, t := range ties {
		tied[t[0]], tied[t[1]] = true, true
	}
	near := slices.DeleteFunc(candidates, func(s concord.Sketch) bool { return !tied[s.Key] })
	return regroup(ctx, tx, fresh, near, ties, change{tellings: tellingsOf(readings), rule: rule})
}

// relink clusters anew the components of these accounts, after a decision on them, and derives their incidents anew.
func relink(ctx context.Context, tx concord.Tx, keys []concord.AccountKey, rule reconcile.Rule) error {
	sketches, err := tx.SketchesOf(ctx, keys)
	if err != nil {
		return err
	}
	return regroup(ctx, tx, nil, sketches, nil, change{stale: keys, tellings: tellingsOf(nil), rule: rule})
}

// regroup clusters fresh accounts and the whole components of those near them, and writes what changed.
func regroup(ctx context.Context, tx concord.Tx, fresh, near []concord.Sketch, ties []link.Tie, how change) error {
	var labels []string
	for _, s := range near {
		labels = append(labels, s.Component)
	}
	slices.Sort(labels)
	members, err := tx.Members(ctx, slices.Compact(labels))
	if err != nil {
		return err
	}
	all := append(members, fresh...)
	keys := make([]concord.AccountKey, len(all))
	for i, s := range all {
		keys[i] = s.Key
	}
	if how.decisions, err = tx.Decisions(ctx, keys); err != nil {
		return err
	}
	clusters, err := link.Builtin().Group(all, ties, link.BondsOf(how.decisions))
	if err != nil {
		return err
	}
	return putChanged(ctx, tx, all, clusters, how)
}

// change is what a derivation depends on beside the accounts.
type change struct {
	stale     []concord.AccountKey // accounts whose incident is derived anew though its members are the same
	tellings  tellings             // those at hand
	decisions []concord.Decision
	rule      reconcile.Rule
}

// putChanged writes the sketches whose component is new and the incidents whose members changed, and removes incidents that have none left or
// that nobody holds to have happened any more.
func putChanged(ctx context.Context, tx concord.Tx, all []concord.Sketch, clusters []link.Cluster, how change) error {
	before := map[concord.AccountKey]concord.Sketch{}
	size := map[string]int{}
	for _, s := range all {
		before[s.Key] = s
		size[s.Incident]++
	}
	if err := rename(ctx, tx, clusters, size); err != nil {
		return err
	}
	var moved []concord.Sketch
	var changed []link.Cluster
	left := map[string]bool{"": true}
	for _, c := range clusters {
		same := size[c.ID] == len(c.Members)
		for _, m := range c.Members {
			same = same && m.Incident == c.ID && !slices.Contains(how.stale, m.Key)
			if before[m.Key].Component != m.Component {
				moved = append(moved, m)
			}
		}
		if c.Held {
			left[c.ID] = true
		}
		if c.Held && !same {
			changed = append(changed, c)
		}
	}
	if err := tx.PutSketches(ctx, moved); err != nil {
		return err
	}
	var gone []string
	for id := range size {
		if !left[id] {
			gone = append(gone, id)
		}
	}
	slices.Sort(gone)
	incidents, err := derive(ctx, tx, changed, how)
	if err != nil {
		return err
	}
	return tx.PutIncidents(ctx, incidents, gone)
}

// rename gives clusters whose new id is borne by an incident that has nothing to do with them, as a rebuilt record may hold one, another id.
func rename(ctx context.Context, tx concord.Tx, clusters []link.Cluster, known map[string]int) error {
	fresh := map[string]*link.Cluster{}
	for i := range clusters {
		if c := &clusters[i]; c.Held && known[c.ID] == 0 {
			fresh[c.ID] = c
		}
	}
	for len(fresh) > 0 {
		borne, err := tx.Incidents(ctx, concord.Filter{IDs: slices.Sorted(maps.Keys(fresh))})
		if err != nil {
			return err
		}
		again := map[string]*link.Cluster{}
		for _, in := range borne {
			c := fresh[in.ID]
			sum := sha256.Sum256([]byte(c.ID))
			c.ID = hex.EncodeToString(sum[:16])
			again[c.ID] = c
		}
		fresh = again
	}
	return nil
}

// derive makes the incidents of clusters from their accounts' claims, as people decided on them.
func derive(ctx context.Context, tx concord.Tx, clusters []link.Cluster, how change) ([]concord.Incident, error) {
	if err := how.tellings.fetch(ctx, tx, clusters); err != nil {
		return nil, err
	}
	incidents := make([]concord.Incident, len(clusters))
	for i, c := range clusters {
		in := reconcile.Input{ID: c.ID, Keys: keysOf(c), Links: c.Links, Rule: how.rule}
		for _, key := range in.Keys {
			in.Accounts = append(in.Accounts, how.tellings.accounts[key])
			in.Claims = append(in.Claims, how.tellings.claims[key]...)
		}
		reviewed, err := concord.Reviewed(in.Claims, in.Keys, how.decisions)
		if err != nil {
			return nil, err
		}
		located(in.Claims, reviewed)
		in.Corrected = corrected(in.Accounts, in.Keys, in.Claims, reviewed)
		in.Claims = reviewed
		incidents[i] = reconcile.Incident(in)
	}
	return incidents, nil
}

func keysOf(c link.Cluster) []concord.AccountKey {
	keys := make([]concord.AccountKey, len(c.Members))
	for i, m := range c.Members {
		keys[i] = m.Key
	}
	return keys
}

// tellings are accounts, and the claims about each in their order in the report.
type tellings struct {
	accounts map[concord.AccountKey]concord.Account
	claims   map[concord.AccountKey][]concord.IncidentClaim
}

// tellingsOf gathers the accounts of readings, whose claims come without their traces, as the record gives them.
func tellingsOf(readings []*concord.Reading) tellings {
	t := tellings{map[concord.AccountKey]concord.Account{}, map[concord.AccountKey][]concord.IncidentClaim{}}
	for _, r := range readings {
		for _, a := range r.Accounts {
			t.accounts[concord.AccountKey{Report: r.Report.ID, Account: a.ID}] = a
		}
		for _, c := range r.Claims {
			if c.Trace = (concord.Trace{}); c.Incident != nil {
				t.add(concord.IncidentClaim{Report: r.Report.Name, ReportID: r.Report.ID, Publisher: r.Report.Publisher, Published: r.Report.Published, Claim: c})
			}
		}
	}
	return t
}

func (t tellings) add(c concord.IncidentClaim) {
	key := concord.AccountKey{Report: c.ReportID, Account: *c.Incident}
	t.claims[key] = append(t.claims[key], c)
}

// fetch asks the record for the accounts of clusters that are not there yet.
func (t tellings) fetch(ctx context.Context, tx concord.Tx, clusters []link.Cluster) error {
	var lacking []concord.AccountKey
	for _, c := range clusters {
		for _, key := range keysOf(c) {
			if _, has := t.accounts[key]; !has {
				lacking = append(lacking, key)
			}
		}
	}
	if len(lacking) == 0 {
		return nil
	}
	accounts, claims, err := tx.AccountsOf(ctx, lacking)
	for i, a := range accounts {
		t.accounts[lacking[i]] = a
	}
	for _, c := range claims {
		t.add(c)
	}
	return err
}
