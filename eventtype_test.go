package concord

import "testing"

// Every code stands in the table once, and has what its group promises.
func TestEventTypes(t *testing.T) {
	seen := map[EventType]bool{}
	for _, row := range EventTypes() {
		if seen[row.Type] {
			t.Errorf("%s stands twice in the table", row.Type)
		}
		seen[row.Type] = true
		if row.Group == "" {
			t.Errorf("%s has no group", row.Type)
		}
		if (row.ACLED == "") != (row.ACLEDSub == "") {
			t.Errorf("%s: ACLED %q has sub-event %q", row.Type, row.ACLED, row.ACLEDSub)
		}
		if row.Type.Info() != row {
			t.Errorf("%s: Info differs from its row", row.Type)
		}
		if conflict := row.Group == Battles || row.Group == Explosions; conflict != (row.UCDP != "" && row.Type != AttackOnCivilians &&
			row.Type != SexualViolence && row.Type != ExcessiveForceAgainstProtesters) {
			t.Errorf("%s: UCDP type %q in group %q", row.Type, row.UCDP, row.Group)
		}
	}
	if len(seen) != 51 {
		t.Errorf("the table has %d types, record.md names 51", len(seen))
	}
	if EventType("nonsense").Group() != "" {
		t.Error("an unknown code has a group")
	}
}
