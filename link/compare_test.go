package link

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"concord"
)

// dead makes a sketch of an account of the death of one person, told on the day or beside it.
func dead(report, name, day, place, province, words string, stated bool) concord.Sketch {
	from := concord.Date(day)
	r := concord.Reading{Report: concord.Report{ID: report, Name: report, Published: from, Text: words}}
	r.Accounts = []concord.Account{{ID: "i1", Type: concord.AttackOnCivilians, Modality: concord.Asserted, Claims: []string{"c1"},
		When:    &concord.When{From: from, To: from, Precision: concord.ToDay, Span: &concord.Span{Start: 4, End: 5}},
		Where:   &concord.Where{Name: place, Admin1: province, Country: "SY", Precision: concord.ToCity},
		Victims: []concord.Victim{{Name: &name, Mention: name, Effect: "killed"}}}}
	c := concord.Claim{ID: "c1", Kind: concord.EventClaim, Modality: concord.Asserted, Event: &concord.Event{}}
	if stated {
		c.Quote.Span = concord.Span{Start: 0, End: 9}
	}
	r.Claims = []concord.Claim{c}
	return Sketches(&r)[0]
}

// TestOneDeath proves when the death of people of one name is one death, whatever the days.
func TestOneDeath(t *testing.T) {
	const shot = "The guard Omar Hilal was shot dead at the Orontes bank by a robber, Adnan Kattan, who fled with gold. The engineer Samir Hilal, his brother, had warned of robbers."
	const tried = "The robber Adnan Kattan, who shot the guard Omar Hilal dead at the Orontes bank and fled with gold, was sent to prison. The engineer Samir Hilal, the guard's brother, wept."
	const mined = "The baker Omar Hilal was killed by a mine on the road to the hills. His sons Yusuf and Adnan were hurt, and a shepherd, Karim Aslan, lost a leg."
	for _, test := range []struct {
		proves string
		a, b   concord.Sketch
		want   int
	}{
		{"a trial's day is no death's", dead("a", "Omar Hilal", "2016-10-03", "Homs", "Homs", shot, true), dead("b", "Omar Hilal", "2018-02-09", "Rastan", "Homs", tried, false), 1},
		{"two days, each told with a death, are of two", dead("a", "Omar Hilal", "2016-10-03", "Homs", "Homs", shot, true), dead("b", "Omar Hilal", "2018-02-09", "Rastan", "Homs", mined, true), 2},
		{"so are two days in two provinces", dead("a", "Omar Hilal", "2016-10-03", "Homs", "Homs", shot, true), dead("b", "Omar Hilal", "2018-02-09", "Aleppo", "Aleppo", mined, false), 2},
		{"and two names", dead("a", "Omar Hilal", "2016-10-03", "Homs", "Homs", shot, true), dead("b", "Yusuf Darwish", "2018-02-09", "Rastan", "Homs", tried, false), 2},
		{"one name alone is many people's", dead("a", "Omar", "2016-10-03", "Homs", "Homs", shot, true), dead("b", "Omar", "2018-02-09", "Rastan", "Homs", tried, false), 2},
	} {
		clusters, err := group([]concord.Sketch{test.a, test.b}, nil)
		if err != nil || len(clusters) != test.want {
			t.Errorf("%s: %d clusters, want %d (%v)", test.proves, len(clusters), test.want, err)
			x, _ := decode(test.a)
			y, _ := decode(test.b)
			t.Log(Builtin().compare(&x, &y))
		}
	}
}

// TestDaysApart proves that attacks on one place on days apart, told in the same words, are two where the reports say the day as they tell
// of it or tell of it as news, or where it is of a kind that a war repeats, and one where another day stands elsewhere in a later report.
func TestDaysApart(t *testing.T) {
	const note = "Shells hit the market of Kafr Zita on %d October, rescue workers said, destroying stalls and a bakery near the bus station."
	for _, test := range []struct {
		name      string
		kind      concord.EventType
		second    int
		published [2]int
		stated    bool
		want      int
	}{
		{"the same day", concord.Shelling, 3, [2]int{4, 4}, true, 1}, {"four days later", concord.LootingOrDestruction, 7, [2]int{8, 8}, true, 2},
		{"four days later, of something else", concord.LootingOrDestruction, 7, [2]int{8, 8}, false, 1}, {"four days later, of shells", concord.Shelling, 7, [2]int{8, 8}, false, 2},
		{"four days later, of a town's capture", concord.NonStateActorOvertakesTerritory, 7, [2]int{8, 8}, false, 2},
		{"three days later, of shells and of an attack, as news", concord.AttackOnCivilians, 6, [2]int{4, 7}, false, 2},
		{"four days later, as news", concord.LootingOrDestruction, 7, [2]int{4, 8}, false, 2}, {"two months later", concord.LootingOrDestruction, 63, [2]int{4, 64}, false, 2},
	} {
		t.Run(test.name, func(t *testing.T) {
			var both []concord.Sketch
			for n, day := range []int{3, test.second} {
				kind := test.kind
				if kind == concord.AttackOnCivilians && n == 0 {
					kind = concord.Shelling // the kinds are mixed up
				}
				both = append(both, wrecked(kind, fmt.Sprint(n), fmt.Sprintf(note, 3), day, test.published[n], test.stated))
			}
			clusters, err := group(both, nil)
			if err != nil || len(clusters) != test.want {
				t.Errorf("%d clusters, want %d (%v)", len(clusters), test.want, err)
			}
		})
	}
}

// TestPlacesApart proves that what a war repeats is kept apart by its places where the days are only those of publication, and that a crime
// is not: reports of one mix up its places.
func TestPlacesApart(t *testing.T) {
	const note = "At least nine people died when the store at the crossroads was hit at night, doctors said; neighbours dug with their hands. " +
		"The wounded were carried to a clinic run by volunteers, where surgeons worked by torchlight until the generator had fuel again, nurses told our correspondent."
	for _, test := range []struct {
		proves string
		kind   concord.EventType
		said   *concord.Span
		km     float64
		want   int
	}{
		{"strikes far apart are two", concord.AirStrike, nil, 200, 2}, {"strikes in one town are one", concord.AirStrike, nil, 2, 1},
		{"strikes of one day told in the same words far apart are two", concord.AirStrike, &concord.Span{}, 200, 2},
		{"a robbery far apart is one", concord.Robbery, nil, 200, 1},
	} {
		t.Run(test.proves, func(t *testing.T) {
			var both []concord.Sketch
			for n, name := range []string{"Dummar", "Wadi Hanna"} {
				day := concord.Date("2016-10-03")
				both = append(both, Sketches(&concord.Reading{Report: concord.Report{ID: name, Published: day, Text: note},
					Accounts: []concord.Account{{ID: "i1", Type: test.kind, Modality: concord.Asserted, When: &concord.When{From: day, To: day, Precision: concord.ToDay, Span: test.said},
						Where: &concord.Where{Name: name, Country: "SY", Precision: concord.ToCity, Point: &concord.Point{Lat: 34 + float64(n)*test.km/111, Lon: 37}}}}})...)
			}
			clusters, err := group(both, nil)
			if err != nil || len(clusters) != test.want {
				t.Errorf("%d clusters, want %d (%v)", len(clusters), test.want, err)
			}
		})
	}
}

// TestEqualFigures proves which figures two reports agree on: a number, not "dozens", and not a plural without one.
func TestEqualFigures(t *testing.T) {
	for _, test := range []struct {
		says string
		as   concord.Qualifier
		low  int
		want bool
	}{
		{"thirty people", concord.Exact, 30, true}, {"at least two people", concord.AtLeast, 2, true}, {"dozens", concord.Order, 24, false}, {"people", concord.Some, 2, false},
	} {
		t.Run(test.says, func(t *testing.T) {
			var both [2]decoded
			for i := range both {
				r := concord.Reading{Report: concord.Report{ID: fmt.Sprint(i)},
					Accounts: []concord.Account{{ID: "i1", Type: concord.Bombing, Modality: concord.Asserted, Claims: []string{"c1"}}},
					Claims: []concord.Claim{{ID: "c1", Kind: concord.FigureClaim,
						Figure: &concord.Figure{Measure: concord.Killed, Low: test.low, Qualifier: test.as, Scope: concord.ScopeIncident}}}}
				var err error
				if both[i], err = decode(Sketches(&r)[0]); err != nil {
					t.Fatal(err)
				}
			}
			link := Builtin().compare(&both[0], &both[1])
			if got := slices.ContainsFunc(link.Contributions, func(c concord.Contribution) bool { return c.Name == "figures" }); got != test.want {
				t.Errorf("figures count: %t, want %t", got, test.want)
			}
		})
	}
}

// TestDayOfPublication proves that a day without words of its own is told of as unsaid only where it is that of publication.
func TestDayOfPublication(t *testing.T) {
	for day, want := range map[concord.Date]bool{"2016-10-09": true, "2016-10-08": true, "2016-09-01": false} {
		r := concord.Reading{Report: concord.Report{ID: "a", Published: "2016-10-09"}, Accounts: []concord.Account{{ID: "i1",
			Type: concord.Bombing, Modality: concord.Asserted, When: &concord.When{From: day, To: day, Precision: concord.ToDay}}}}
		if d, err := decode(Sketches(&r)[0]); err != nil || d.Implied != want {
			t.Errorf("%s: implied %t, want %t (%v)", day, d.Implied, want, err)
		}
	}
}

// wrecked returns the sketch of an attack on Kafr Zita on a day counted from October's first, said in the words of the event or elsewhere.
func wrecked(kind concord.EventType, report, text string, day, published int, stated bool) concord.Sketch {
	october := func(day int) concord.Date { return concord.DateOf(time.Date(2016, 9, 30+day, 0, 0, 0, 0, time.UTC)) }
	date := october(day)
	told := concord.Span{Start: 0, End: 46}
	if !stated {
		told.End = 10
	}
	r := concord.Reading{Report: concord.Report{ID: report, Name: report, Published: october(published), Text: text},
		Accounts: []concord.Account{{ID: "i1", Type: kind, Modality: concord.Asserted, Claims: []string{"c1"},
			When:  &concord.When{From: date, To: date, Precision: concord.ToDay, Span: &concord.Span{Start: 37, End: 46}},
			Where: &concord.Where{Name: "Kafr Zita", Country: "SY", Precision: concord.ToCity}}},
		Claims: []concord.Claim{{ID: "c1", Kind: concord.EventClaim, Modality: concord.Asserted, Quote: concord.Quote{Span: told, Text: text[:told.End]}}}}
	return Sketches(&r)[0]
}

// TestContributions proves that a link's reasons add up to its score, each named as the table of weights names it.
func TestContributions(t *testing.T) {
	clusters, err := group([]concord.Sketch{
		account("a", "2016-10-03", "Kafr Zita", "Jets struck a hospital in Kafr Zita and seven patients died.", 7),
		account("b", "2016-10-03", "Kafr Zita", "The hospital of Kafr Zita was struck; doctors counted nine dead.", 7)}, nil)
	if err != nil || len(clusters) != 1 || len(clusters[0].Links) != 1 {
		t.Fatalf("%+v, %v", clusters, err)
	}
	link, sum := clusters[0].Links[0], 0.0
	for _, c := range link.Contributions {
		sum += c.Weight
		if !strings.Contains(weightTable, "\n"+c.Name+"\t") {
			t.Errorf("no weight is called %q", c.Name)
		}
	}
	if math.Abs(sum-link.Score) > 0.05 {
		t.Errorf("contributions add up to %.2f, the score is %.2f", sum, link.Score)
	}
}

// Words have weights of their own in a pair of which one report bears no date, and only there.
func TestUndatedWords(t *testing.T) {
	const words = "A gunman shot dead the guard Omar Hilal at the bank in Kafr Zita and fled, said the engineer Samir Hilal, who had warned of robbers in vain."
	model := &Model{undatedAll: 10}
	for _, c := range []struct {
		a, b    string
		undated bool
	}{{"2016-10-03", "2016-10-03", false}, {"2016-10-03", "", true}, {"", "", true}} {
		accounts, err := decodeAll([]concord.Sketch{account("a", c.a, "Kafr Zita", words), account("b", c.b, "Kafr Zita", words)})
		if err != nil {
			t.Fatal(err)
		}
		if got := model.score(&accounts[0], &accounts[1]) > 0; got != c.undated {
			t.Errorf("%q and %q: words weigh as of undated reports: %v, want %v", c.a, c.b, got, c.undated)
		}
	}
}
