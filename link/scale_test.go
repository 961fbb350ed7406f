package link_test

import (
	"testing"

	"concord"
	"concord/link"
	"concord/synthetic"
)

// TestTruth proves on reports whose truth is known that most accounts of one incident find one another, and few others.
func TestTruth(t *testing.T) {
	var fresh []concord.Sketch
	truth := map[concord.AccountKey]int{}
	for number, reading := range synthetic.New().Readings(0, 3000) {
		for _, s := range link.Sketches(&reading) {
			fresh = append(fresh, s)
			truth[s.Key] = number
		}
	}
	ties, err := link.Builtin().Ties(fresh, nil)
	if err != nil {
		t.Fatal(err)
	}
	clusters, err := link.Builtin().Group(fresh, ties, nil)
	if err != nil {
		t.Fatal(err)
	}
	right, together, same := 0, 0, 0
	size := map[int]int{}
	for _, number := range truth {
		size[number]++
	}
	for _, n := range size {
		same += n * (n - 1) / 2
	}
	for _, c := range clusters {
		for i, a := range c.Members {
			for _, b := range c.Members[i+1:] {
				together++
				if truth[a.Key] == truth[b.Key] {
					right++
				}
			}
		}
	}
	precision, recall := float64(right)/float64(together), float64(right)/float64(same)
	t.Logf("precision %.3f, recall %.3f of %d pairs; %d clusters of %d incidents", precision, recall, same, len(clusters), len(size))
	if precision < 0.97 || recall < 0.95 {
		t.Errorf("precision %.3f below 0.97, or recall %.3f below 0.95", precision, recall)
	}
}
