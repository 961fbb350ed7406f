package storetest

import (
	"cmp"
	"fmt"
	"slices"
	"testing"

	"concord"
)

func sketches(t *testing.T, s concord.Store) {
	reports, incidents := fill(t, s)
	update(t, s, func(tx concord.Tx) error {
		moved := reports[1].sketches()
		moved[0].Component = "of bridge-a"
		return tx.PutSketches(t.Context(), moved)
	})
	var kept []concord.Sketch // without blocks
	for i, d := range reports[:4] {
		sketch := d.sketches()[0]
		sketch.Incident = []string{"bridge", "bridge", "market", "port"}[i]
		kept = append(kept, sketch)
	}
	kept[1].Component = "of bridge-a"
	for _, c := range []struct {
		blocks     []int64
		components []string
		keys       []concord.AccountKey
		want       []concord.Sketch
	}{
		{blocks: []int64{everywhere}, want: under(kept, everywhere)},
		{blocks: []int64{1, 3, 99}, want: append(under(kept[1:2], 1), under(kept[3:], 3)...)},
		{blocks: []int64{2, everywhere}, want: append(under(kept[2:3], everywhere, 2), under(append(kept[:2:2], kept[3]), everywhere)...)},
		{blocks: []int64{}, want: nil},
		{components: []string{"of bridge-a", "of port"}, want: []concord.Sketch{kept[0], kept[1], kept[3]}},
		{components: []string{"", "of bridge-b"}, want: nil},
		{keys: append(incidents[1].Accounts, incidents[0].Accounts...), want: kept[:3]},
		{keys: []concord.AccountKey{{Report: reports[0].Report.ID, Account: "i2"}}, want: nil},
	} {
		update(t, s, func(tx concord.Tx) (err error) {
			var got []concord.Sketch
			switch {
			case c.blocks != nil:
				got, err = tx.Candidates(t.Context(), c.blocks)
			case c.components != nil:
				got, err = tx.Members(t.Context(), c.components)
			default:
				got, err = tx.SketchesOf(t.Context(), c.keys)
			}
			same(t, fmt.Sprint("sketches of ", c.blocks, c.components, c.keys), got, inOrder(c.want))
			return err
		})
	}
	err := s.Update(t.Context(), func(tx concord.Tx) error {
		return tx.PutSketches(t.Context(), []concord.Sketch{{Key: concord.AccountKey{Report: "none", Account: "i1"}}})
	})
	wantCode(t, err, concord.NotFound)
}

// under returns copies of the sketches that bear the blocks.
func under(sketches []concord.Sketch, blocks ...int64) []concord.Sketch {
	filed := slices.Clone(sketches)
	for i := range filed {
		filed[i].Blocks = blocks
	}
	return filed
}

// inOrder returns the sketches in order of their keys.
func inOrder(sketches []concord.Sketch) []concord.Sketch {
	sorted := append([]concord.Sketch{}, sketches...)
	slices.SortFunc(sorted, func(a, b concord.Sketch) int {
		return cmp.Or(cmp.Compare(a.Key.Report, b.Key.Report), cmp.Compare(a.Key.Account, b.Key.Account))
	})
	return sorted
}

func accountsOf(t *testing.T, s concord.Store) {
	reports, incidents := fill(t, s)
	keys := []concord.AccountKey{incidents[0].Accounts[1], incidents[0].Accounts[0]}
	update(t, s, func(tx concord.Tx) error {
		accounts, claims, err := tx.AccountsOf(t.Context(), keys)
		same(t, "accounts", accounts, []concord.Account{reports[1].Accounts[0], reports[0].Accounts[0]})
		same(t, "claims", claims, incidents[0].Claims)
		return err
	})
	err := s.Update(t.Context(), func(tx concord.Tx) error {
		_, _, err := tx.AccountsOf(t.Context(), []concord.AccountKey{{Report: reports[0].Report.ID, Account: "i9"}})
		return err
	})
	wantCode(t, err, concord.NotFound)
}
