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
// threshold. A merge needs a pair above the threshold, so that
// components cluster apart from one another, and the result depends neither on the order of sketches nor on the order in which
// reports were taken in. Each member's Component is set.
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
		for _, cluster := range agglomerate(scores, masses(accounts, members)) {
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

// agglomerate clusters by average linkage and returns indices into scores. Averages are kept by the Lance–Williams update, and for
// each cluster the later one that it is likest to, so that most merges look at one row.
func agglomerate(scores [][]float64, mass []float64) [][]int {
	g := &grouping{mass: mass, clusters: make([][]int, len(scores)), average: make([][]float64, len(scores)), likest: make([]int, len(scores))}
	for i := range scores {
		g.clusters[i] = []int{i}
		g.average[i] = slices.Clone(scores[i])
	}
	for i := range scores {
		g.look(i)
	}
	for {
		x := g.best()
		if x < 0 {
			return slices.DeleteFunc(g.clusters, func(c []int) bool { return c == nil })
		}
		g.merge(x, g.likest[x])
	}
}

// masses returns how much each of the members weighs in the average score of a cluster: what a report is mainly about is told best.
func masses(accounts []decoded, members []int) []float64 {
	mass := make([]float64, len(members))
	for n, i := range members {
		if mass[n] = 1; !accounts[i].Main {
			mass[n] = aside
		}
	}
	return mass
}

// aside is how much an account weighs that its report tells by the way.
const aside = 0.001

type grouping struct {
	clusters [][]int     // nil once merged into another
	average  [][]float64 // score between clusters
	mass     []float64   // how much a cluster weighs in an average
	likest   []int       // of each cluster the later one with the highest average above the threshold, -1 where there is none
}

// look finds the later cluster that i is likest to.
func (g *grouping) look(i int) {
	best := Threshold
	g.likest[i] = -1
	for j := i + 1; j < len(g.clusters); j++ {
		if g.clusters[j] != nil && g.average[i][j] > best {
			best, g.likest[i] = g.average[i][j], j
		}
	}
}

// best returns the cluster with the likest partner, -1 where no two are likely enough.
func (g *grouping) best() int {
	best, x := Threshold, -1
	for i, j := range g.likest {
		if g.clusters[i] != nil && j >= 0 && g.average[i][j] > best {
			best, x = g.average[i][j], i
		}
	}
	return x
}

// merge makes cluster y a part of x, and looks anew for those whose likest was one of them, or has now become x.
func (g *grouping) merge(x, y int) {
	wx, wy := g.mass[x], g.mass[y]
	g.mass[x] += wy
	for k := range g.clusters {
		g.average[x][k] = (wx*g.average[x][k] + wy*g.average[y][k]) / (wx + wy)
		g.average[k][x] = g.average[x][k]
	}
	g.clusters[x] = append(g.clusters[x], g.clusters[y]...)
	g.clusters[y] = nil
	g.look(x)
	for k := range y {
		if g.clusters[k] == nil || k == x {
			continue
		}
		if had := g.likest[k]; had == x || had == y || k < x && (had < 0 || g.average[k][x] > g.average[k][had]) {
			g.look(k)
		}
	}
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
	return keyHash(accounts[members[0]].Key)
}

func keyHash(k concord.AccountKey) string {
	sum := sha256.Sum256([]byte(k.Report + "#" + k.Account))
	return hex.EncodeToString(sum[:16])
}
