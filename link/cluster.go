package link

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"concord"
)

// Cluster is the accounts of one incident, in order of their keys, with the links that hold them together.
type Cluster struct {
	ID      string // kept while an account of the incident of that id is in it
	Members []concord.Sketch
	Links   []concord.Link
	Held    bool // somebody holds that it happened: a denial alone makes no incident
}

// Threshold is the score above which two accounts are held to be of one incident: a little above even odds, since it is easier for a person
// to merge two incidents than to take apart one that was glued together.
const Threshold = 0.12

// Tie is a pair of accounts that share a block and score above the threshold.
type Tie [2]concord.AccountKey

// Ties returns the ties of fresh accounts with candidates and with one another. Candidates bear the blocks that they were found under.
func (m *Model) Ties(fresh, candidates []concord.Sketch) ([]Tie, error) {
	new, err := decodeAll(fresh)
	if err != nil {
		return nil, err
	}
	old, err := decodeAll(candidates)
	if err != nil {
		return nil, err
	}
	byBlock := map[int64][]int{}
	others := append(old, new...)
	for i := range others {
		for _, b := range others[i].Blocks {
			byBlock[b] = append(byBlock[b], i)
		}
	}
	var ties []Tie
	for i := range new {
		seen := map[int]bool{len(old) + i: true}
		for _, b := range new[i].Looks {
			for _, j := range byBlock[b] {
				if !seen[j] && m.score(&new[i], &others[j]) > Threshold {
					ties = append(ties, Tie{new[i].Key, others[j].Key})
				}
				seen[j] = true
			}
		}
	}
	return ties, nil
}

// Group clusters accounts: those of whole components, which bear their Component, and fresh ones with their ties. Within a component,
// from each account alone, the two clusters whose accounts score highest on average are made one until no average passes the
// threshold; of clusters that several reports tell of, an average is seen against those within them (worth). Accounts that no chain of
// ties holds together are never made one, so that components cluster apart from one another, and the result depends neither on
// the order of sketches nor on the order in which reports were taken in. Each member's Component is set.
func (m *Model) Group(sketches []concord.Sketch, ties []Tie, bonds Bonds) ([]Cluster, error) {
	accounts, err := decodeAll(sketches)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(accounts, func(a, b decoded) int { return compareKeys(a.Key, b.Key) })
	index := make(map[concord.AccountKey]int, len(accounts))
	for i := range accounts {
		index[accounts[i].Key] = i
	}
	taken := map[string]bool{}
	var found []Cluster
	for _, members := range components(accounts, index, ties, bonds) {
		for _, i := range members {
			accounts[i].Component = keyHash(accounts[members[0]].Key)
		}
		scores := m.scoreAll(accounts, members, index, bonds)
		for _, cluster := range agglomerate(scores, timely(accounts, members), masses(accounts, members)) {
			for n := range cluster {
				cluster[n] = members[cluster[n]]
			}
			found = append(found, m.clusterOf(accounts, cluster, taken))
		}
	}
	return found, nil
}

func decodeAll(sketches []concord.Sketch) ([]decoded, error) {
	accounts := make([]decoded, len(sketches))
	for i, s := range sketches {
		d, err := decode(s)
		if err != nil {
			return nil, err
		}
		accounts[i] = d
	}
	return accounts, nil
}

func compareKeys(a, b concord.AccountKey) int {
	if c := strings.Compare(a.Report, b.Report); c != 0 {
		return c
	}
	return strings.Compare(a.Account, b.Account)
}

// In an average, a pair counts at most this for and that against: however alike two reports are, a third that contradicts one of them
// keeps its say.
const (
	most  = 6.0
	least = -12.0
)

// scoreAll returns the scores of all pairs of members, with people's decisions in the place of scores.
func (m *Model) scoreAll(accounts []decoded, members []int, index map[concord.AccountKey]int, bonds Bonds) [][]float64 {
	place := make(map[int]int, len(members))
	scores := make([][]float64, len(members))
	for i, account := range members {
		place[account] = i
		scores[i] = make([]float64, len(members))
		for j := range i {
			s := min(max(m.score(&accounts[account], &accounts[members[j]]), least), most)
			scores[i][j], scores[j][i] = s, s
		}
	}
	for _, b := range bonds {
		x, known := index[b.a]
		y, both := index[b.b]
		i, here := place[x]
		j, too := place[y]
		if known && both && here && too && i != j {
			scores[i][j], scores[j][i] = b.score, b.score
		}
	}
	return scores
}

// components returns the sets of accounts that earlier components, ties and people's decisions hold together, each in order.
func components(accounts []decoded, index map[concord.AccountKey]int, ties []Tie, bonds Bonds) [][]int {
	parent := make([]int, len(accounts))
	for i := range parent {
		parent[i] = i
	}
	find := func(i int) int {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	join := func(a, b concord.AccountKey) {
		i, ok := index[a]
		j, both := index[b]
		if ok && both {
			i, j = find(i), find(j)
			parent[max(i, j)] = min(i, j)
		}
	}
	first := map[string]concord.AccountKey{}
	for i := range accounts {
		if label := accounts[i].Component; label != "" {
			if _, ok := first[label]; !ok {
				first[label] = accounts[i].Key
			}
			join(first[label], accounts[i].Key)
		}
	}
	for _, t := range ties {
		join(t[0], t[1])
	}
	for _, b := range bonds {
		if b.score > 0 {
			join(b.a, b.b)
		}
	}
	sets := make([][]int, len(accounts))
	for i := range accounts {
		sets[find(i)] = append(sets[find(i)], i)
	}
	return slices.DeleteFunc(sets, func(s []int) bool { return s == nil })
}

// clusterOf names the cluster of these members and lists the links within it.
func (m *Model) clusterOf(accounts []decoded, members []int, taken map[string]bool) Cluster {
	slices.Sort(members)
	c := Cluster{ID: clusterID(accounts, members, taken)}
	taken[c.ID] = true
	for n, i := range members {
		c.Members = append(c.Members, accounts[i].Sketch)
		c.Held = c.Held || !accounts[i].Denied
		for _, j := range members[n+1:] {
			if len(c.Links) == maxLinks {
				break
			}
			if l := m.compare(&accounts[i], &accounts[j]); l.Score > Threshold {
				c.Links = append(c.Links, l)
			}
		}
	}
	return c
}

// maxLinks is how many links an incident shows at most: of an incident that hundreds of reports tell of, a few say why.
const maxLinks = 40

// clusterID keeps the id that the first of the members bore, where no other cluster took it already; else it derives one from the first
// member.
func clusterID(accounts []decoded, members []int, taken map[string]bool) string {
	for _, i := range members {
		if id := accounts[i].Incident; id != "" && !taken[id] {
			return id
		}
	}
	for _, i := range members {
		if id := keyHash(accounts[i].Key)[:12]; !taken[id] {
			return id
		}
	}
	id := keyHash(accounts[members[0]].Key)
	for taken[id] {
		id = digest(id)
	}
	return id
}

func keyHash(k concord.AccountKey) string { return digest(k.Report + "#" + k.Account) }

func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:16])
}
