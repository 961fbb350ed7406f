package concord_test

import (
	"testing"

	"concord"
)

// TestWithout proves that a split takes some of the accounts and never all.
func TestWithout(t *testing.T) {
	a, b := concord.AccountKey{Report: "a", Account: "i1"}, concord.AccountKey{Report: "b", Account: "i1"}
	in := concord.Incident{ID: "x", Accounts: []concord.AccountKey{a, b}}
	if d, err := in.Without([]concord.AccountKey{a}); err != nil || len(d) != 1 || d[0].Accounts[0] != a || d[0].Accounts[1] != b {
		t.Errorf("%+v, %v", d, err)
	}
	for _, out := range [][]concord.AccountKey{nil, {a, b}} {
		if _, err := in.Without(out); concord.CodeOf(err) != concord.Invalid {
			t.Errorf("taking %v out gives %v", out, err)
		}
	}
}
