package link

import (
	"fmt"
	"github.com/go-json-experiment/json"
	"math"

	"concord"
)

// Threshold is the score above which two accounts are held to be of one incident.
const Threshold = 2.4

// chance is how alike two reports on different happenings of one war are.
const chance = 0.14

// ofBoth is what it weighs that both reports have it as their main story.
const ofBoth = 0.6

// decoded is a sketch with its features read.
type decoded struct {
	concord.Sketch
	features
}

func decode(s concord.Sketch) (decoded, error) {
	d := decoded{Sketch: s}
	if err := json.Unmarshal(s.Data, &d.features); err != nil {
		return d, concord.Errorf(concord.Internal, "link", "sketch of %s %s cannot be read: %v", s.Key.Report, s.Key.Account, err)
	}
	return d, nil
}

// sum adds up contributions, and writes down why where a link is wanted.
type sum struct {
	score float64
	link  *concord.Link
}

func (s *sum) add(name string, weight float64, why func() string) {
	s.score += weight
	if s.link != nil && weight != 0 {
		s.link.Contributions = append(s.link.Contributions, concord.Contribution{Name: name, Weight: math.Round(weight*100) / 100, Why: why()})
	}
}

// compare returns why two accounts are, or are not, of one incident.
func compare(a, b *decoded) concord.Link {
	l := concord.Link{A: a.Key, B: b.Key}
	s := sum{link: &l}
	s.compare(a, b)
	l.Score = math.Round(s.score*100) / 100
	return l
}

func (s *sum) compare(a, b *decoded) {
	s.time(a, b)
	s.place(a, b)
	s.kind(a, b)
	s.names(a, b)
	s.figures(a, b)
	if a.Key.Report == b.Key.Report {
		s.add("same report", sameReport, func() string { return "which told them apart" })
		return
	}
	s.words(a, b)
	if r := resemblance(a.Prints, b.Prints); r > 0.2 {
		s.add("near-duplicate text", 2*r, func() string { return fmt.Sprintf("%.0f%% of runs of words in common", 100*r) })
	}
	switch {
	case a.Main && b.Main:
		s.add("place in the report", ofBoth, func() string { return "main story of both" })
	case a.Main != b.Main:
		s.add("place in the report", -0.5, func() string { return "main story of one, background of the other" })
	}
}

// words weighs how alike the words are, beyond what two reports on one war have in common by chance; few words weigh less.
func (s *sum) words(a, b *decoded) {
	likeness := cosine(a.Terms, b.Terms)
	sure := math.Min(1, float64(min(len(a.Terms), len(b.Terms)))/enough)
	s.add("rare words", sure*math.Min(14*(likeness-chance), 6.0), func() string { return fmt.Sprintf("likeness %.2f", likeness) })
}

// sameReport is what it weighs against two accounts that one report told them apart. It does not rule them out: reading may have failed
// to see that they are one, and other reports show it.
const sameReport = -1.0

// enough is how many words a likeness needs to be sure of.
const enough = 25

func (s *sum) time(a, b *decoded) {
	if a.From == 0 || b.From == 0 {
		s.published(a, b)
		return
	}
	gap := max(a.From-b.To, b.From-a.To)
	switch {
	case (a.Implied || b.Implied) && gap <= 1:
		s.add("time", unsaid, func() string { return "about the same days, not said by both" })
	case a.Implied || b.Implied:
		s.add("time", -math.Min(0.4*float64(gap), 2), func() string { return fmt.Sprintf("%d days apart, not said by both", gap) })
	case gap <= 0 && a.To-a.From <= 1 && b.To-b.From <= 1:
		s.add("time", 1.1, func() string { return "same day" })
	case gap <= 0:
		s.add("time", 0.5, func() string { return "days overlap" })
	case gap == 1:
		s.add("time", -0.4, func() string { return "a day apart" })
	default:
		most := 3.5
		if a.Published == 0 || b.Published == 0 {
			most = 2.0 // days read without a date of publication are less sure
		}
		s.add("time", -math.Min(0.7*float64(gap), most), func() string { return fmt.Sprintf("%d days apart", gap) })
	}
}

// unsaid is what it weighs that main stories which might differ in a time or a place do not: half of what it weighs that they agree in it.
const unsaid = 0.5

// published compares when reports were published, where what they tell of has no day.
func (s *sum) published(a, b *decoded) {
	apart := abs(a.Published - b.Published)
	switch {
	case a.Published == 0 || b.Published == 0:
		if a.Main && b.Main {
			s.add("time", unsaid, func() string { return "not said by both" })
		}
	case apart <= 3:
		s.add("published", unsaid, func() string { return fmt.Sprintf("%d days apart", apart) })
	case apart > 10:
		s.add("published", -0.5, func() string { return fmt.Sprintf("%d days apart", apart) })
	}
}

// coarse precisions cover more than a town.
func coarse(p concord.Precision) bool {
	return p == concord.ToProvince || p == concord.ToCountry || p == concord.ToRegion || p == concord.Unknown
}

func (s *sum) place(a, b *decoded) {
	switch {
	case (a.Place == "" || b.Place == "") && a.Main && b.Main:
		s.add("place", unsaid, func() string { return "not said by both" })
	case a.Place == "" || b.Place == "":
	case a.Place == b.Place && coarse(a.Precision):
		s.add("place", 0.5, func() string { return fmt.Sprintf("same %s", a.Precision) })
	case a.Place == b.Place:
		s.add("place", 0.95, func() string { return "same name" })
	case a.Country != "" && b.Country != "" && a.Country != b.Country:
		s.add("place", -3, func() string { return "in different countries" })
	case coarse(a.Precision) || coarse(b.Precision):
		if a.Admin1 != "" && b.Admin1 != "" && a.Admin1 != b.Admin1 {
			s.add("place", -1.2, func() string { return "in different provinces" })
		} else {
			s.add("place", 0.2, func() string { return "one may lie in the other" })
		}
	case a.Point != nil && b.Point != nil:
		km := distance(*a.Point, *b.Point)
		if a.Precision == concord.Near || b.Precision == concord.Near {
			km = max(km-nearby, 5) // "near Aleppo" may be that far from Aleppo
		}
		s.distance(km)
	case alike(a.Place, b.Place):
		s.add("place", 0.7, func() string { return fmt.Sprintf("spelt %s and %s", a.Place, b.Place) })
	default:
		s.add("place", -2.5, func() string { return "names differ" })
	}
}

// nearby is how far, in kilometres, a report's "near" reaches.
const nearby = 25

func (s *sum) distance(km float64) {
	switch {
	case km < 5:
		s.add("distance", 0.95, func() string { return fmt.Sprintf("%.0f km", km) })
	case km < 15:
		s.add("distance", -0.2, func() string { return fmt.Sprintf("%.0f km", km) })
	case km < 30:
		s.add("distance", -1, func() string { return fmt.Sprintf("%.0f km", km) })
	case km < 80:
		s.add("distance", -2, func() string { return fmt.Sprintf("%.0f km", km) })
	default:
		s.add("distance", -3, func() string { return fmt.Sprintf("%.0f km", km) })
	}
}

// alike reports whether two folded names differ by at most one letter in five.
func alike(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) < 4 || len(y) < 4 || abs(len(x)-len(y)) > 2 {
		return false
	}
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := range x {
		diagonal := row[0]
		row[0] = i + 1
		for j := range y {
			cost := diagonal
			if x[i] != y[j] {
				cost = 1 + min(diagonal, row[j], row[j+1])
			}
			diagonal, row[j+1] = row[j+1], cost
		}
	}
	return row[len(y)]*5 <= max(len(x), len(y))
}

// ofWords reports whether a type is something said or agreed, which no report takes for violence or a disaster.
func ofWords(t concord.EventType) bool {
	return t.Group() == concord.Ceasefires || t.Group() == concord.Diplomacy || t == concord.AgreementMade
}

func (s *sum) kind(a, b *decoded) {
	switch {
	case a.Type == b.Type:
		s.add("kind", 0.5, func() string { return fmt.Sprintf("both %s", a.Type) })
	case family(a.Type) != family(b.Type) && (ofWords(a.Type) || ofWords(b.Type)):
		s.add("kind", -2.5, func() string { return fmt.Sprintf("%s, %s", a.Type, b.Type) })
	case family(a.Type) != family(b.Type):
		s.add("kind", -0.6, func() string { return fmt.Sprintf("%s, %s", a.Type, b.Type) })
	case a.Type != concord.AttackOnCivilians && b.Type != concord.AttackOnCivilians && a.Type.Group() != b.Type.Group():
		s.add("kind", -0.4, func() string { return fmt.Sprintf("%s, %s", a.Type, b.Type) })
	}
}

func (s *sum) names(a, b *decoded) {
	if n := shared(a.Victims, b.Victims); n != "" {
		s.add("victims", 2, func() string { return fmt.Sprintf("both name %s", n) })
	}
	if n := shared(a.Who, b.Who); n != "" {
		s.add("participants", 0.3, func() string { return fmt.Sprintf("both name %s", n) })
	}
	if n := shared(a.Weapons, b.Weapons); n != "" {
		s.add("weapon", 0.1, func() string { return fmt.Sprintf("%s", n) })
	}
}

func shared(a, b []string) string {
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return x
			}
		}
	}
	return ""
}

// figures rewards figures that agree, the more the larger they are, and weighs little against those that differ:
// tolls of one incident differ as a rule.
func (s *sum) figures(a, b *decoded) {
	var equal, apart *count
	for i := range a.Figures {
		for j := range b.Figures {
			x, y := &a.Figures[i], &b.Figures[j]
			if x.Measure != y.Measure {
				continue
			}
			if x.Low == y.Low && x.Low > 0 && (equal == nil || x.Low > equal.Low) {
				equal = x
			} else if x.High != nil && y.High != nil && (*x.High*2 < y.Low || *y.High*2 < x.Low) {
				apart = x
			}
		}
	}
	switch {
	case equal != nil:
		s.add("figures", math.Min(0.2+0.25*math.Log(float64(equal.Low)), 1), func() string { return fmt.Sprintf("both have %d %s", equal.Low, equal.Measure) })
	case apart != nil:
		s.add("figures", -0.5, func() string { return fmt.Sprintf("%s differ more than twofold", apart.Measure) })
	}
}

// distance returns the great-circle distance in kilometres.
func distance(p, q concord.Point) float64 {
	const rad = math.Pi / 180
	dLat, dLon := (q.Lat-p.Lat)*rad, (q.Lon-p.Lon)*rad
	h := math.Pow(math.Sin(dLat/2), 2) + math.Cos(p.Lat*rad)*math.Cos(q.Lat*rad)*math.Pow(math.Sin(dLon/2), 2)
	return 2 * 6371 * math.Asin(math.Min(1, math.Sqrt(h)))
}

func abs(i int) int { return max(i, -i) }
