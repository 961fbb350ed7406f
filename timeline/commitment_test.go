package timeline

import (
	"testing"

	"concord"
)

// said is a statement by a speaker, its content the range [from, to) of the report's text.
func said(report string, day concord.Date, speaker string, act concord.Act, from, to int, words string) concord.IncidentClaim {
	c := concord.IncidentClaim{Report: report, Published: day}
	c.ID, c.Kind, c.Start, c.End, c.Quote.Text = "s"+report, concord.StatementClaim, from, to, words
	c.Source = []concord.Speaker{{Name: speaker}}
	c.Statement = &concord.Statement{Act: act, Content: []concord.Quote{{Span: concord.Span{Start: from, End: to}, Text: words}}}
	return c
}

// happened is an event told of at the range [from, to) of the report's text.
func happened(report string, day concord.Date, t concord.EventType, m concord.Modality, from, to int, parties ...string) concord.IncidentClaim {
	c := concord.IncidentClaim{Report: report, Published: day}
	c.ID, c.Kind, c.Start, c.End, c.Modality, c.Confidence = "e"+report, concord.EventClaim, from, to, m, 0.9
	c.Event = &concord.Event{Type: t, When: &concord.When{From: day, To: day, Precision: concord.ToDay}, Where: &concord.Where{Name: "Port", Country: "RU"}}
	for _, p := range parties {
		c.Event.Participants = append(c.Event.Participants, concord.Participant{Role: "party", Name: p})
	}
	return c
}

// TestCommitments sets later events beside a promise to let aid in.
func TestCommitments(t *testing.T) {
	promise := []concord.IncidentClaim{
		said("a", "2020-05-01", "General Orlov", concord.Promise, 10, 60, "his men would let the trucks through"),
		happened("a", "2020-05-01", concord.AidDelivered, concord.Planned, 20, 40),
	}
	for _, c := range []struct {
		name  string
		later []concord.IncidentClaim
		want  string
	}{
		{"nothing later", nil, "open"},
		{"it came about", []concord.IncidentClaim{happened("b", "2020-05-04", concord.AidDelivered, concord.Asserted, 0, 5)}, "done"},
		{"the opposite came about", []concord.IncidentClaim{happened("b", "2020-05-04", concord.AidBlocked, concord.Asserted, 0, 5)}, "not_done"},
		{"a denial that it came about speaks against it", []concord.IncidentClaim{happened("b", "2020-05-04", concord.AidDelivered, concord.Denied, 0, 5)}, "not_done"},
		{"reports contradict one another", []concord.IncidentClaim{happened("b", "2020-05-04", concord.AidDelivered, concord.Asserted, 0, 5),
			happened("c", "2020-05-05", concord.AidBlocked, concord.Asserted, 0, 5)}, "contradicted"},
		{"only planned again", []concord.IncidentClaim{happened("b", "2020-05-04", concord.AidDelivered, concord.Planned, 0, 5)}, "open"},
		{"a year later is another matter", []concord.IncidentClaim{happened("b", "2021-05-04", concord.AidDelivered, concord.Asserted, 0, 5)}, "open"},
		{"what came before is none of it", []concord.IncidentClaim{happened("b", "2020-04-04", concord.AidDelivered, concord.Asserted, 0, 5)}, "open"},
		{"somebody else's doing", []concord.IncidentClaim{happened("b", "2020-05-04", concord.AidDelivered, concord.Asserted, 0, 5, "Red Crescent")}, "open"},
	} {
		got := Commitments(append(promise[:2:2], c.later...))
		if len(got) != 1 || got[0].Status != c.want {
			t.Errorf("%s: %+v, want status %s", c.name, got, c.want)
		}
	}
}

// TestPlainSpeechCommitsNobody leaves statements alone by which nobody binds anybody.
func TestPlainSpeechCommitsNobody(t *testing.T) {
	if got := Commitments([]concord.IncidentClaim{said("a", "2020-05-01", "General Orlov", concord.Say, 0, 10, "it rained")}); len(got) != 0 {
		t.Errorf("%+v", got)
	}
}

// claimed is a responsibility claim by a speaker.
func claimed(report string, day concord.Date, speaker, actor string, stance concord.Stance, words string) concord.IncidentClaim {
	c := concord.IncidentClaim{Report: report, Published: day}
	c.ID, c.Kind, c.Quote.Text, c.Source = "r"+report, concord.ResponsibilityClaim, words, []concord.Speaker{{Name: speaker, Role: "spokesman"}}
	c.Responsibility = &concord.Responsibility{Actor: concord.Actor{Name: actor}, Stance: stance}
	return c
}

// TestReversals finds where a speaker takes back what he said of one deed, and only there.
func TestReversals(t *testing.T) {
	deny := claimed("a", "2020-01-08", "Colonel Reza Amin", "air defence", concord.Denies, "the airliner was not hit by any missile")
	for _, c := range []struct {
		name  string
		later concord.IncidentClaim
		want  int
	}{
		{"a mistake after all", claimed("b", "2020-01-11", "Reza Amin", "air defence", concord.Unintentional, "a missile hit the airliner by mistake"), 1},
		{"admitted", claimed("b", "2020-01-11", "Amin", "the air defence", concord.Admits, "we hit the airliner"), 1},
		{"denied again", claimed("b", "2020-01-09", "Amin", "air defence", concord.Denies, "no missile hit the airliner"), 0},
		{"another deed", claimed("b", "2020-01-11", "Amin", "air defence", concord.Admits, "we shelled a village"), 0},
		{"another body", claimed("b", "2020-01-11", "Amin", "navy", concord.Admits, "the navy hit the airliner"), 0},
		{"years later", claimed("b", "2023-01-11", "Amin", "air defence", concord.Admits, "we hit the airliner"), 0},
	} {
		record := Speaker([]concord.IncidentClaim{c.later, deny}, "Amin")
		if len(record.Reversals) != c.want {
			t.Errorf("%s: %d reversals, want %d", c.name, len(record.Reversals), c.want)
		}
		if c.want == 1 && record.Reversals[0].Before.ID != deny.ID {
			t.Errorf("%s: the later claim stands before the earlier", c.name)
		}
	}
}

// TestSpeaker keeps the words of one speaker, under the fullest name, in order of time.
func TestSpeaker(t *testing.T) {
	claims := []concord.IncidentClaim{
		said("b", "2020-05-03", "Orlov", concord.Say, 0, 5, "later"), said("a", "2020-05-01", "Pavel Orlov", concord.Deny, 0, 5, "earlier"),
		said("c", "2020-05-02", "Ivan Petrov", concord.Say, 0, 5, "another"),
	}
	record := Speaker(claims, "orlov")
	if record.Name != "Pavel Orlov" || len(record.Statements) != 2 || record.Statements[0].Report != "a" {
		t.Errorf("%+v", record)
	}
}

func TestNames(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"the Houthis", "Houthi", true}, {"Lavrov", "Sergei Lavrov", true}, {"Syrian army", "Syrian Arab Army", true},
		{"Sudan", "South Sudan army", false}, {"Armenia", "Azerbaijan", false}, {"army", "navy", false}, {"", "army", false},
	} {
		if same(c.a, c.b) != c.want || same(c.b, c.a) != c.want {
			t.Errorf("%q and %q: %v, want %v", c.a, c.b, !c.want, c.want)
		}
	}
	if list := addAll(nil, []string{"it", "the army", "Syrian army", "both sides", "rebels"}); len(list) != 2 || list[0] != "Syrian army" {
		t.Errorf("%q", list)
	}
}

// TestViolations sets beside an allegation the strike told of with it, the number, and the denial that answers it.
func TestViolations(t *testing.T) {
	blame := happened("a", "2020-05-03", concord.CeasefireViolated, concord.Asserted, 100, 150)
	blame.Source = []concord.Speaker{{Name: "North"}}
	blame.Event.Participants = []concord.Participant{{Role: "perpetrator", Name: "South"}}
	strike := happened("a", "2020-05-03", concord.AirStrike, concord.Asserted, 155, 170)
	strike.ID = "strike"
	far := happened("a", "2020-05-03", concord.Shelling, concord.Asserted, 900, 950)
	far.ID = "far"
	twelve := 12
	number := concord.IncidentClaim{Report: "a", Published: "2020-05-03"}
	number.ID, number.Start, number.End = "n", 120, 140
	number.Figure = &concord.Figure{Measure: concord.Attacks, Low: 12, High: &twelve}
	denial := happened("b", "2020-05-04", concord.CeasefireViolated, concord.Denied, 10, 40)
	denial.Source = []concord.Speaker{{Name: "South"}}
	denial.Event.Participants = []concord.Participant{{Role: "perpetrator", Name: "South"}}
	list := Ceasefires([]concord.IncidentClaim{far, strike, number, denial, blame})
	if len(list) != 1 || len(list[0].Violations) != 1 {
		t.Fatalf("%+v", list)
	}
	v := list[0].Violations[0]
	if v.Kind != concord.AirStrike || v.Low != 12 || len(v.DeniedBy) != 1 || v.DeniedBy[0] != "South" || v.AllegedBy[0] != "North" || v.Accused[0] != "South" {
		t.Errorf("%+v", v)
	}
}
