package main

import (
	"cmp"
	"fmt"
	"slices"

	"concord"
	"concord/link"
)

// primary returns for each document the cluster that holds most of its claims, of equals the one of most reports; -1 for none.
func primary(model *link.Model, documents []document) ([]int, error) {
	var sketches []concord.Sketch
	for _, d := range documents {
		sketches = append(sketches, d.sketches...)
	}
	ties, err := model.Ties(sketches, nil)
	if err != nil {
		return nil, err
	}
	clusters, err := model.Group(sketches, ties, nil)
	if err != nil {
		return nil, err
	}
	reports := make([]int, len(clusters))
	of := map[concord.AccountKey]int{}
	for n, c := range clusters {
		seen := map[string]bool{}
		for _, s := range c.Members {
			seen[s.Key.Report] = true
			if of[s.Key] = n; !c.Held {
				of[s.Key] = -1
			}
		}
		reports[n] = len(seen)
	}
	found := make([]int, len(documents))
	for i, d := range documents {
		found[i] = d.primary(of, reports)
	}
	return found, nil
}

func (d *document) primary(of map[concord.AccountKey]int, reports []int) int {
	claims := map[int]int{}
	for i := range d.reading.Accounts {
		a := &d.reading.Accounts[i]
		if n, ok := of[concord.AccountKey{Report: d.reading.Report.ID, Account: a.ID}]; ok && n >= 0 {
			claims[n] += len(a.Claims)
		}
	}
	best := -1
	for n, c := range claims {
		if best < 0 || cmp.Or(cmp.Compare(c, claims[best]), cmp.Compare(reports[n], reports[best]), cmp.Compare(best, n)) > 0 {
			best = n
		}
	}
	return best
}

// tally adds up BCubed's precision and recall over documents.
type tally struct {
	precision, recall float64
	placed, documents int
}

func (t *tally) add(o tally) {
	t.precision += o.precision
	t.recall += o.recall
	t.placed += o.placed
	t.documents += o.documents
}

func (t tally) String() string {
	p, r := t.precision/float64(max(t.placed, 1)), t.recall/float64(max(t.documents, 1))
	return fmt.Sprintf("P %.1f R %.1f F1 %.1f", 100*p, 100*r, 200*p*r/max(p+r, 1e-9))
}

// bcubed returns the BCubed of all documents and of those on violence (Bagga and Baldwin 1998), as the yardstick counts it.
func bcubed(documents []document, clusters []int) (all, violent tally) {
	for i := range documents {
		var same, mine, right float64
		for j := range documents {
			together := clusters[i] >= 0 && clusters[i] == clusters[j]
			one := documents[i].Event == documents[j].Event
			mine += count(together)
			right += count(one)
			same += count(one && together)
		}
		t := tally{recall: same / right, documents: 1}
		if mine > 0 {
			t.precision, t.placed = same/mine, 1
		}
		all.add(t)
		if documents[i].Violence {
			violent.add(t)
		}
	}
	return all, violent
}

func count(b bool) float64 {
	return float64(slices.Index([]bool{false, true}, b))
}
