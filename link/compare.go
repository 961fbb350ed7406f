package link

import (
	"encoding/json"
	"fmt"
	"math"

	"concord"
)

// Threshold is the score above which two accounts are held to be of one incident.
const Threshold = 1.0

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

// compare returns why two accounts are, or are not, of one incident.
func compare(a, b *decoded) concord.Link {
	l := concord.Link{A: a.Key, B: b.Key}
	add := func(name string, weight float64, format string, args ...any) {
		if weight != 0 {
			l.Contributions = append(l.Contributions, concord.Contribution{Name: name, Weight: math.Round(weight*100) / 100, Why: fmt.Sprintf(format, args...)})
			l.Score += weight
		}
	}
	compareTime(a, b, add)
	comparePlace(a, b, add)
	compareKind(a, b, add)
	compareNames(a, b, add)
	compareFigures(a, b, add)
	if c := cosine(a.Terms, b.Terms); c > 0.05 {
		add("rare words", math.Min(4*c, 2), "likeness %.2f", c)
	}
	if r := resemblance(a.Prints, b.Prints); r > 0.2 {
		add("near-duplicate text", 2*r, "%.0f%% of runs of words in common", 100*r)
	}
	if a.Main != b.Main {
		add("place in the report", -0.3, "main story of one, background of the other")
	}
	return l
}

type adder func(name string, weight float64, format string, args ...any)

func compareTime(a, b *decoded, add adder) {
	if a.From == 0 || b.From == 0 {
		if a.Published != 0 && b.Published != 0 {
			if apart := abs(a.Published - b.Published); apart <= 3 {
				add("published", 0.2, "%d days apart", apart)
			} else if apart > 10 {
				add("published", -0.5, "%d days apart", apart)
			}
		}
		return
	}
	gap := max(a.From-b.To, b.From-a.To)
	long := max(a.To-a.From, b.To-b.From)
	switch {
	case gap <= 0 && long <= 1:
		add("time", 1, "same day")
	case gap <= 0:
		add("time", 0.3, "days overlap")
	case gap == 1:
		add("time", 0.1, "a day apart")
	default:
		add("time", -math.Min(0.6*float64(gap), 3), "%d days apart", gap)
	}
}

// coarse precisions cover more than a town.
func coarse(p concord.Precision) bool {
	return p == concord.ToProvince || p == concord.ToCountry || p == concord.ToRegion || p == concord.Unknown
}

func comparePlace(a, b *decoded, add adder) {
	switch {
	case a.Place == "" || b.Place == "":
	case a.Place == b.Place && coarse(a.Precision):
		add("place", 0.3, "same %s", a.Precision)
	case a.Place == b.Place:
		add("place", 0.9, "same name")
	case a.Country != "" && b.Country != "" && a.Country != b.Country:
		add("place", -2, "in different countries")
	case coarse(a.Precision) || coarse(b.Precision):
		if a.Admin1 != "" && b.Admin1 != "" && a.Admin1 != b.Admin1 {
			add("place", -0.8, "in different provinces")
		} else {
			add("place", 0.2, "one may lie in the other")
		}
	case a.Point != nil && b.Point != nil:
		switch km := distance(*a.Point, *b.Point); {
		case km < 5:
			add("distance", 0.8, "%.0f km", km)
		case km < 30:
			add("distance", 0.3, "%.0f km", km)
		case km < 80:
			add("distance", -0.6, "%.0f km", km)
		default:
			add("distance", -1.5, "%.0f km", km)
		}
	default:
		add("place", -1.8, "names differ")
	}
}

func compareKind(a, b *decoded, add adder) {
	switch {
	case a.Type == b.Type:
		add("kind", 0.4, "both %s", a.Type)
	case family(a.Type) == family(b.Type):
		add("kind", 0.1, "%s, %s", a.Type, b.Type)
	default:
		add("kind", -0.8, "%s, %s", a.Type, b.Type)
	}
}

func compareNames(a, b *decoded, add adder) {
	if n := shared(a.Victims, b.Victims); n != "" {
		add("victims", 1.2, "both name %s", n)
	}
	if n := shared(a.Who, b.Who); n != "" {
		add("participants", 0.3, "both name %s", n)
	}
	if n := shared(a.Weapons, b.Weapons); n != "" {
		add("weapon", 0.1, "%s", n)
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

// compareFigures rewards figures that agree, the more the larger they are, and weighs little against those that differ:
// tolls of one incident differ as a rule.
func compareFigures(a, b *decoded, add adder) {
	var equal, apart *count
	for i := range a.Figures {
		for j := range b.Figures {
			x, y := &a.Figures[i], &b.Figures[j]
			if x.Measure != y.Measure {
				continue
			}
			if x.Low == y.Low && x.Low > 0 && (equal == nil || x.Low > equal.Low) {
				equal = x
			} else if x.High != nil && y.High != nil && (*x.High*4 < y.Low || *y.High*4 < x.Low) {
				apart = x
			}
		}
	}
	switch {
	case equal != nil:
		add("figures", math.Min(0.2+0.25*math.Log(float64(equal.Low)), 1), "both have %d %s", equal.Low, equal.Measure)
	case apart != nil:
		add("figures", -0.3, "%s differ more than fourfold", apart.Measure)
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
