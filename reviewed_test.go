package concord

import (
	"encoding/json"
	"testing"
)

func figureClaim(report, id string, n int) IncidentClaim {
	account := "i1"
	return IncidentClaim{Report: "name of " + report, ReportID: report, Published: "2031-01-02", Claim: Claim{ID: id, Kind: FigureClaim, Incident: &account, Confidence: 0.5,
		Figure: &Figure{Measure: Killed, Low: n, High: &n, Qualifier: Exact, Counted: Counted{Status: Anyone}}}}
}

func TestReviewedClaimsCarryWhatPeopleDecided(t *testing.T) {
	claims := []IncidentClaim{figureClaim("a", "c1", 5), figureClaim("a", "c2", 9), figureClaim("b", "c1", 7)}
	keys := []AccountKey{{Report: "a", Account: "i1"}, {Report: "b", Account: "i1"}}
	account := "i1"
	missed, err := json.Marshal(Claim{Kind: EventClaim, Incident: &account, Event: &Event{Type: Shelling}})
	if err != nil {
		t.Fatal(err)
	}
	elsewhere := "i2"
	other, err := json.Marshal(Claim{Kind: EventClaim, Incident: &elsewhere, Event: &Event{Type: Shelling}})
	if err != nil {
		t.Fatal(err)
	}
	got, err := Reviewed(claims, keys, []Decision{
		{ID: 1, Kind: CorrectClaim, Report: "a", Claim: "c1", Field: "high", Value: "null"},
		{ID: 2, Kind: CorrectClaim, Report: "a", Claim: "c1", Field: "counted.status", Value: `"child"`},
		{ID: 3, Kind: RejectClaim, Report: "a", Claim: "c2"},
		{ID: 4, Kind: RejectClaim, Report: "b", Claim: "c1"},
		{ID: 5, Kind: UndoDecision, Undoes: 4, Report: "b", Claim: "c1"},
		{ID: 6, Kind: AcceptClaim, Report: "b", Claim: "c1"},
		{ID: 7, Kind: AddClaim, Report: "b", Value: string(missed)},
		{ID: 8, Kind: AddClaim, Report: "b", Value: string(other)},
		{ID: 9, Kind: RejectClaim, Report: "c", Claim: "c1"},
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 3 || got[0].High != nil || got[0].Qualifier != AtLeast || got[0].Counted.Status != Child {
		t.Fatalf("reviewed %+v", got)
	}
	if got[1].ReportID != "b" || got[1].Confidence != 1 || got[1].Low != 7 {
		t.Errorf("accepted %+v", got[1])
	}
	if got[2].ID != "d7" || got[2].Published != "2031-01-02" || got[2].Type != Shelling {
		t.Errorf("added %+v", got[2])
	}
	if *claims[0].High != 5 || claims[0].Counted.Status != Anyone || claims[2].Confidence != 0.5 {
		t.Error("what was read has changed")
	}
}

func TestCorrectedBoundsStayInOrder(t *testing.T) {
	for _, c := range []struct {
		field, value string
		low, high    int
		qualifier    Qualifier
	}{{"low", "9", 9, 9, Exact}, {"low", "3", 3, 3, Exact}, {"high", "8", 5, 8, Between}, {"high", "4", 4, 4, Exact}} {
		got, err := Reviewed([]IncidentClaim{figureClaim("a", "c1", 5)}, nil, []Decision{{ID: 1, Kind: CorrectClaim, Report: "a", Claim: "c1", Field: c.field, Value: c.value}})
		if err != nil || got[0].Low != c.low || *got[0].High != c.high || got[0].Qualifier != c.qualifier {
			t.Errorf("%s %s: %d–%d %s, %v", c.field, c.value, got[0].Low, *got[0].High, got[0].Qualifier, err)
		}
	}
}

func TestCorrectionsThatDoNotFit(t *testing.T) {
	claims := []IncidentClaim{figureClaim("a", "c1", 5)}
	for _, d := range []Decision{
		{Kind: CorrectClaim, Report: "a", Claim: "c1", Field: "low", Value: `"many"`},
		{Kind: CorrectClaim, Report: "a", Claim: "c1", Field: "stance", Value: `"blames"`},
		{Kind: AddClaim, Report: "a", Value: "{"},
	} {
		if _, err := Reviewed(claims, []AccountKey{}, []Decision{d}); CodeOf(err) != Invalid {
			t.Errorf("%s %s: %v", d.Field, d.Value, err)
		}
	}
}

func TestAPlaceThatIsCorrectedLosesItsPoint(t *testing.T) {
	c := IncidentClaim{ReportID: "a", Claim: Claim{ID: "c1", Kind: EventClaim, Event: &Event{Where: &Where{Name: "Vrelo", Country: "XA", Point: &Point{Lat: 1, Lon: 2}}}}}
	got, err := Reviewed([]IncidentClaim{c}, nil, []Decision{{ID: 1, Kind: CorrectClaim, Report: "a", Claim: "c1", Field: "where.name", Value: `"Dolna"`}})
	if err != nil || got[0].Event.Where.Name != "Dolna" || got[0].Event.Where.Point != nil || c.Event.Where.Name != "Vrelo" {
		t.Errorf("%+v, %v", got[0].Event.Where, err)
	}
}
