package link

import (
	"testing"

	"concord"
)

// TestClusterIDs proves that no two clusters get one id, whatever ids their members bore.
func TestClusterIDs(t *testing.T) {
	account := func(report, incident string) decoded {
		return decoded{Sketch: concord.Sketch{Key: concord.AccountKey{Report: report, Account: "i1"}, Incident: incident}}
	}
	a := account("a", "").Key
	short, long := keyHash(a)[:12], keyHash(a)
	for name, incidents := range map[string][]string{
		"fresh accounts":                            {"", "", ""},
		"accounts of one incident":                  {"x", "x", "x"},
		"the id derived from an account is taken":   {short, short, ""},
		"and so is the longer one":                  {long, short, long},
		"an account bears what another one derives": {"", short, long},
	} {
		accounts := make([]decoded, len(incidents))
		for i, incident := range incidents {
			accounts[i] = account(string("cba"[i]), incident)
		}
		taken := map[string]bool{}
		for i := range accounts {
			id := clusterID(accounts, []int{i}, taken)
			if id == "" || taken[id] {
				t.Errorf("%s: cluster %d has the id %q, which is taken: %v", name, i, id, taken[id])
			}
			taken[id] = true
		}
	}
	taken := map[string]bool{}
	for range 5 {
		taken[clusterID([]decoded{account("a", "")}, []int{0}, taken)] = true
	}
	if len(taken) != 5 {
		t.Errorf("five clusters that begin with one account have %d ids", len(taken))
	}
}
