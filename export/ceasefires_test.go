package export

import (
	"strings"
	"testing"

	"concord"
)

// TestCeasefires holds the shape: a line a party, dates in three columns, -1 for what is unclear.
func TestCeasefires(t *testing.T) {
	var out strings.Builder
	err := Ceasefires(&out, []concord.Ceasefire{{ID: "cf-1", Country: "YE", Parties: []string{"Houthis", "Yemeni government"}, Mediators: []string{"A, B"},
		Guarantors: []string{"C"}, Terms: []concord.Term{{Length: "P3D"}, {Extension: true, Length: "PT48H"}, {Extension: true, Until: &concord.When{To: "2019-01-02"}}},
		Expires: &concord.When{To: "2019-01-02"}, Purpose: "humanitarian", Effective: &concord.When{From: "2018-12-18T00:00"}, Announced: &concord.When{From: "2018-12"}}})
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	want := "Yemen,cf-1,Houthis,multilateral,2018,12,-1,2018,12,18,1,72 h,-1,-1,1,0,0,0,0,0,1,\"A, B\",-1,-1,-1,-1,-1,0,0,C,,48 h; until 2019-01-02,2019-01-02"
	if len(lines) != 3 || lines[0] != strings.Join(ceasefireColumns, ",") || lines[1] != want {
		t.Errorf("got\n%s\nwant line 1\n%s", out.String(), want)
	}
}
