package muc4

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"concord"
)

// keys are two templates in the format of MUC-4, of incidents that never were.
const keys = `0.  MESSAGE: ID                     DEV-MADE-0001 (TEST)
1.  MESSAGE: TEMPLATE               1
2.  INCIDENT: DATE                  30 DEC 89 - 02 JAN 90
3.  INCIDENT: LOCATION              RURITANIA: HENTZAU (DEPARTMENT): ZENDA (TOWN)
4.  INCIDENT: TYPE                  BOMBING
12. PHYS TGT: ID                    "THE MILL" / "MILL"
                                    "A BRIDGE"
19. HUM TGT: DESCRIPTION            "MILLER": "RUPERT"

0.  MESSAGE: ID                     DEV-MADE-0002 (TEST)
1.  MESSAGE: TEMPLATE               1 (OPTIONAL)
2.  INCIDENT: DATE                  - 05 JAN 90
3.  INCIDENT: LOCATION              ? RURITANIA / STRELSAU (CITY)
4.  INCIDENT: TYPE                  KIDNAPPING
`

// TestRead proves that keys are read slot by slot: days and places as far as they are told, fillers with all ways to write them.
func TestRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "keys")
	if err := os.WriteFile(path, []byte(keys), 0o600); err != nil {
		t.Fatal(err)
	}
	found, err := Read(path)
	if err != nil {
		t.Fatal(err)
	}
	type told struct {
		Optional                bool
		From, To                time.Time
		Country, Province, Town string
		Objects, Victims        [][]string
		First                   concord.EventType
	}
	of := func(k Key) told {
		x := told{Optional: k.Optional, Objects: k.Ways(Object), Victims: k.Ways(Victim), First: k.Types()[0]}
		x.From, x.To = k.Days()
		x.Country, x.Province, x.Town = k.Place()
		return x
	}
	day := func(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }
	want := []told{
		{From: day(1989, 12, 30), To: day(1990, 1, 2), Country: "RURITANIA", Province: "HENTZAU", Town: "ZENDA", First: concord.AttackOnCivilians,
			Objects: [][]string{{"the mill", "mill"}, {"a bridge"}}, Victims: [][]string{{"miller"}}},
		{Optional: true, To: day(1990, 1, 5), Country: "RURITANIA", First: concord.Abduction},
	}
	if diff := cmp.Diff(want, []told{of(found["DEV-MADE-0001"][0]), of(found["DEV-MADE-0002"][0])}); diff != "" {
		t.Error(diff)
	}
	if !Learned("DEV-MADE-0001") || Learned("TST1-MADE-0001") {
		t.Error("only messages of the DEV part may be learned from")
	}
}
