package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// table says of each seminal event how its documents were clustered.
type table []row

type row struct {
	event    string
	violence bool
	clusters string
}

// add adds the events of documents that were clustered together.
func (t *table) add(documents []document, clusters []int) {
	of, in := map[string][]int{}, map[int]map[string]int{}
	for i, d := range documents {
		of[d.Event] = append(of[d.Event], i)
		if in[clusters[i]] == nil {
			in[clusters[i]] = map[string]int{}
		}
		in[clusters[i]][d.Event]++
	}
	for _, event := range slices.Sorted(maps.Keys(of)) {
		r := row{event: event, violence: documents[of[event][0]].Violence}
		sizes := map[int]int{}
		for _, i := range of[event] {
			sizes[clusters[i]]++
		}
		var parts []string
		for _, c := range slices.SortedFunc(maps.Keys(sizes), func(a, b int) int { return cmp.Or(sizes[b]-sizes[a], a-b) }) {
			parts = append(parts, part(c, sizes[c], event, in[c]))
		}
		r.clusters = strings.Join(parts, " ")
		*t = append(*t, r)
	}
}

// part describes a cluster of an event: how many of its documents are in it, and with how many of which others.
func part(cluster, size int, event string, in map[string]int) string {
	if cluster < 0 {
		return fmt.Sprintf("none:%d", size)
	}
	s := fmt.Sprint(size)
	for _, other := range slices.Sorted(maps.Keys(in)) {
		if other != event {
			s += fmt.Sprintf("+%d(%s)", in[other], other)
		}
	}
	return s
}

// String lists the events, a line each: its clusters from the largest, and with what they are mixed.
func (t table) String() string {
	var out strings.Builder
	for _, r := range t {
		fmt.Fprintf(&out, "%s%s\t%s\n", r.event, map[bool]string{true: " (violence)"}[r.violence], r.clusters)
	}
	return out.String()
}
