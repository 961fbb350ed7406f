package link

import "slices"

// agglomerate clusters by average linkage and returns indices into scores. Averages are kept by the Lance–Williams update, and for
// each cluster the later one that it is likest to, so that most merges look at one row.
// Timely has for each pair of accounts 1 where both may be of one time, else 0; it is overwritten.
func agglomerate(scores, timely [][]float64, mass []float64) [][]int {
	n := len(scores)
	g := &grouping{
		clusters: make([][]int, n), average: make([][]float64, n), timely: timely, mass: mass,
		pairs: make([]float64, n), within: make([]float64, n), likest: make([]int, n),
	}
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

// few is how many pairs within a cluster are too few to know by how alike reports of its incident are: 20, those of six or seven reports.
// Slack is how far below the threshold an average may lie. Both by cross-validation (link/train -cross).
const (
	few   = 20.0
	slack = 1.5
)

// timely says of which pairs the days, where both are known, are at most one apart: 1, or 0.
func timely(accounts []decoded, members []int) [][]float64 {
	shares := make([][]float64, len(members))
	for i, x := range members {
		shares[i] = make([]float64, len(members))
		for j, y := range members {
			if a, b := &accounts[x], &accounts[y]; a.From == 0 || b.From == 0 || a.Published == 0 || b.Published == 0 || gap(a, b) <= 1 {
				shares[i][j] = 1
			}
		}
	}
	return shares
}

type grouping struct {
	clusters [][]int     // nil once merged into another
	average  [][]float64 // score between clusters
	timely   [][]float64 // share of the pairs between clusters whose days do not differ
	mass     []float64   // how much a cluster weighs in an average
	pairs    []float64   // how much the pairs within a cluster weigh
	within   []float64   // their scores, added up
	likest   []int       // of each cluster the later one with the highest average above the threshold, -1 where there is none
}

// worth is the average score of two clusters, seen against those within them as soon as several reports tell of each: two robberies of
// the same sort are told in much the same words, but two sets of reports, each of one robbery, are likelier within than across. So an average
// may lie as low as slack below the threshold where reports of the one incident are unlike one another, and must be higher where they are
// alike. Of clusters whose days differ the average alone counts, and of single reports.
func (g *grouping) worth(x, y int) float64 {
	within := max(0, min(g.within[x]/(g.pairs[x]+few), g.within[y]/(g.pairs[y]+few)))
	known := max(g.pairs[x], g.pairs[y])
	return g.average[x][y] + g.timely[x][y]*(slack*known/(known+few)-within)
}

// look finds the later cluster that i is likest to.
func (g *grouping) look(i int) {
	best := Threshold
	g.likest[i] = -1
	for j := i + 1; j < len(g.clusters); j++ {
		if g.clusters[j] != nil && g.worth(i, j) > best {
			best, g.likest[i] = g.worth(i, j), j
		}
	}
}

// best returns the cluster with the likest partner, -1 where no two are likely enough.
func (g *grouping) best() int {
	best, x := Threshold, -1
	for i, j := range g.likest {
		if g.clusters[i] != nil && j >= 0 && g.worth(i, j) > best {
			best, x = g.worth(i, j), i
		}
	}
	return x
}

// merge makes cluster y a part of x, and looks anew for those whose likest was one of them, or has now become x.
func (g *grouping) merge(x, y int) {
	wx, wy := g.mass[x], g.mass[y]
	g.within[x] += g.within[y] + wx*wy*min(max(g.average[x][y], least), most)
	g.pairs[x] += g.pairs[y] + wx*wy
	g.mass[x] += wy
	for k := range g.clusters {
		for _, of := range [][][]float64{g.average, g.timely} {
			of[x][k] = (wx*of[x][k] + wy*of[y][k]) / (wx + wy)
			of[k][x] = of[x][k]
		}
	}
	g.clusters[x] = append(g.clusters[x], g.clusters[y]...)
	g.clusters[y] = nil
	g.look(x)
	for k := range y {
		if g.clusters[k] == nil || k == x {
			continue
		}
		if had := g.likest[k]; had == x || had == y || k < x && (had < 0 || g.worth(k, x) > g.worth(k, had)) {
			g.look(k)
		}
	}
}
