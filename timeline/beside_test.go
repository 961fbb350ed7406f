package timeline

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"concord"
)

// TestStatementsInOrder proves that the order in which claims come does not show in what is said of a ceasefire, not even where statements begin at one word.
func TestStatementsInOrder(t *testing.T) {
	var claims []*concord.IncidentClaim
	h := &thread{reports: map[string]int{}}
	for i := range 40 {
		report := fmt.Sprint("report-", i%2)
		h.reports[report]++
		claims = append(claims, &concord.IncidentClaim{Report: report, Published: "2021-03-04", Claim: concord.Claim{ID: fmt.Sprint("c", i), Kind: concord.StatementClaim,
			Quote: concord.Quote{Span: concord.Span{Start: i / 8, End: 90}}, Source: []concord.Speaker{{Name: "Pavel Orlov"}}, Statement: &concord.Statement{Act: concord.Accuse}}})
	}
	told := func() []concord.IncidentClaim {
		beside := map[string][]*concord.IncidentClaim{}
		for _, c := range claims {
			beside[c.Report] = append(beside[c.Report], c)
		}
		return h.statements(beside)
	}
	forth := told()
	slices.Reverse(claims)
	if diff := cmp.Diff(forth, told()); diff != "" || len(forth) != len(claims) {
		t.Errorf("%d statements of %d (-given forth +back):\n%s", len(forth), len(claims), diff)
	}
}
