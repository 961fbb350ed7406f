package link

import "testing"

// Two sets of eight reports each, which score so much within a set and so much across.
func TestAveragesAreSeenAgainstThoseWithin(t *testing.T) {
	for _, c := range []struct {
		says           string
		within, across float64
		timely         float64
		want           int
	}{
		{"two incidents of one sort stay apart, though reports of either are alike", 5, 1.4, 1, 2},
		{"where days differ, the average alone counts", 5, 1.4, 0, 1},
		{"reports that are as alike across as within are of one incident", 5, 4.5, 1, 1},
		{"where reports of one incident are unlike one another, those a little more unlike join them", 0.5, -0.4, 1, 1},
		{"but not where days differ", 0.5, -0.4, 0, 2},
		{"nor where they are far more unlike", 0.5, -2, 1, 2},
		{"what a person held together is no measure of how alike reports are", always, 5, 1, 1},
		{"what a person held apart stays apart", 0.5, apart, 1, 2},
	} {
		if got := len(agglomerate(twoSets(c.within, c.across, c.timely))); got != c.want {
			t.Errorf("%s: %d clusters, want %d", c.says, got, c.want)
		}
	}
}

func twoSets(within, across, time float64) (scores, timely [][]float64, mass []float64) {
	const each = 8
	for i := range 2 * each {
		scores, timely, mass = append(scores, make([]float64, 2*each)), append(timely, make([]float64, 2*each)), append(mass, 1)
		for j := range 2 * each {
			scores[i][j], timely[i][j] = within, time
			if i/each != j/each {
				scores[i][j] = across
			}
		}
	}
	return scores, timely, mass
}
