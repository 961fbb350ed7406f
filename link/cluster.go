package link

import (
	"encoding/hex"
	"hash/fnv"
	"sort"

	"concord"
)

// Cluster is the accounts of one incident, in order of their keys, with the links that hold them together.
type Cluster struct {
	ID      string // kept while an account of the incident of that id is in it
	Members []concord.Sketch
	Links   []concord.Link
}

// Bonds are what people decided of accounts: it holds whatever the score.
type Bonds struct {
	Same, Different [][2]concord.AccountKey
}

// BondsOf reads decisions, those undone left aside.
func BondsOf(decisions []concord.Decision) Bonds {
	undone := map[int64]bool{}
	for _, d := range decisions {
		undone[d.Undoes] = d.Undoes != 0
	}
	var b Bonds
	for _, d := range decisions {
		if undone[d.ID] || len(d.Accounts) < 2 {
			continue
		}
		for _, other := range d.Accounts[1:] {
			pair := [2]concord.AccountKey{d.Accounts[0], other}
			switch d.Kind {
			case concord.SameIncident:
				b.Same = append(b.Same, pair)
			case concord.DifferentIncident:
				b.Different = append(b.Different, pair)
			}
		}
	}
	return b
}

// Group clusters accounts: from each alone, the two clusters whose accounts score highest on average are made one, until no
// average passes the threshold. Accounts of one report stay apart. The result does not depend on the order of sketches.
func Group(sketches []concord.Sketch, bonds Bonds) ([]Cluster, error) {
	accounts := make([]decoded, len(sketches))
	for i, s := range sketches {
		d, err := decode(s)
		if err != nil {
			return nil, err
		}
		accounts[i] = d
	}
	sort.Slice(accounts, func(i, j int) bool { return less(accounts[i].Key, accounts[j].Key) })
	g := grouping{accounts: accounts, links: map[[2]int]concord.Link{}}
	g.score()
	g.bind(bonds)
	g.merge()
	return g.clusters(), nil
}

func less(a, b concord.AccountKey) bool {
	if a.Report != b.Report {
		return a.Report < b.Report
	}
	return a.Account < b.Account
}

// Pair scores: far below any sum of contributions for what must stay apart, far above for what a person joined.
const (
	never  = -1e6
	always = 1e6
)

type grouping struct {
	accounts []decoded
	links    map[[2]int]concord.Link
	scores   [][]float64
	members  [][]int // of each cluster, nil once it is merged into another
}

func (g *grouping) score() {
	n := len(g.accounts)
	g.scores, g.members = make([][]float64, n), make([][]int, n)
	for i := range n {
		g.scores[i] = make([]float64, n)
		g.members[i] = []int{i}
	}
	for i := range n {
		for j := i + 1; j < n; j++ {
			a, b := &g.accounts[i], &g.accounts[j]
			s := float64(never)
			if a.Key.Report != b.Key.Report {
				l := compare(a, b)
				s = l.Score
				if s > 0 {
					g.links[[2]int{i, j}] = l
				}
			}
			g.scores[i][j], g.scores[j][i] = s, s
		}
	}
}

// bind puts people's decisions in the place of scores.
func (g *grouping) bind(bonds Bonds) {
	index := make(map[concord.AccountKey]int, len(g.accounts))
	for i := range g.accounts {
		index[g.accounts[i].Key] = i
	}
	set := func(pairs [][2]concord.AccountKey, s float64) {
		for _, p := range pairs {
			i, ok := index[p[0]]
			j, both := index[p[1]]
			if ok && both && i != j {
				g.scores[i][j], g.scores[j][i] = s, s
			}
		}
	}
	set(bonds.Same, always)
	set(bonds.Different, never*100)
}

func (g *grouping) merge() {
	for {
		best, x, y := Threshold, -1, -1
		for i := range g.members {
			for j := i + 1; j < len(g.members); j++ {
				if g.members[i] == nil || g.members[j] == nil {
					continue
				}
				if s := g.average(i, j); s > best {
					best, x, y = s, i, j
				}
			}
		}
		if x < 0 {
			return
		}
		g.members[x] = append(g.members[x], g.members[y]...)
		g.members[y] = nil
	}
}

func (g *grouping) average(x, y int) float64 {
	sum := 0.0
	for _, i := range g.members[x] {
		for _, j := range g.members[y] {
			sum += g.scores[i][j]
		}
	}
	return sum / float64(len(g.members[x])*len(g.members[y]))
}

func (g *grouping) clusters() []Cluster {
	var found []Cluster
	taken := map[string]bool{}
	for _, members := range g.members {
		if members == nil {
			continue
		}
		sort.Ints(members)
		c := Cluster{}
		for _, i := range members {
			c.Members = append(c.Members, g.accounts[i].Sketch)
		}
		for n, i := range members {
			for _, j := range members[n+1:] {
				if l, ok := g.links[[2]int{i, j}]; ok {
					c.Links = append(c.Links, l)
				}
			}
		}
		c.ID = g.id(members, taken)
		taken[c.ID] = true
		found = append(found, c)
	}
	return found
}

// id keeps the id that the first of the members bore, where no other cluster took it already; else it derives one from the first member.
func (g *grouping) id(members []int, taken map[string]bool) string {
	for _, i := range members {
		if id := g.accounts[i].Incident; id != "" && !taken[id] {
			return id
		}
	}
	for _, i := range members {
		h := fnv.New64a()
		h.Write([]byte(g.accounts[i].Key.Report + "#" + g.accounts[i].Key.Account))
		if id := hex.EncodeToString(h.Sum(nil))[:12]; !taken[id] {
			return id
		}
	}
	return ""
}
