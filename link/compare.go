package link

import (
	"fmt"
	"math"

	"github.com/go-json-experiment/json"

	"concord"
)

// decoded is a sketch with its features read.
type decoded struct {
	concord.Sketch
	features
	lengths
}

func decode(s concord.Sketch) (decoded, error) {
	d := decoded{Sketch: s}
	if err := json.Unmarshal(s.Data, &d.features); err != nil {
		return d, concord.Errorf(concord.Internal, "link", "sketch of %s %s cannot be read: %v", s.Key.Report, s.Key.Account, err)
	}
	d.lengths = lengthsOf(d.Terms)
	return d, nil
}

// sum adds up contributions, and writes down why where a link is wanted.
type sum struct {
	*Model
	score float64
	link  *concord.Link
	shows *Model // how much of each piece of evidence there is, where it is wanted
}

// add counts so much of a piece of evidence.
func (s *sum) add(e evidence, much float64, why func() string) {
	weight := s.Model[e] * much
	s.score += weight
	if s.shows != nil {
		s.shows[e] = much
	}
	if s.link != nil && math.Abs(weight) >= 0.005 {
		s.link.Contributions = append(s.link.Contributions, concord.Contribution{Name: shown[e].name, Weight: math.Round(weight*100) / 100, Why: why()})
	}
}

// show counts a piece of evidence that is its own reason.
func (s *sum) show(e evidence) {
	s.add(e, 1, func() string { return shown[e].shows })
}

// alike counts a likeness from 0 to 1 by a broken line: e weighs all of it, the two after e what is beyond the knots.
func (s *sum) alike(e evidence, likeness, sure float64) {
	weight := 0.0
	for n, knot := range knots {
		beyond := sure * max(0, likeness-knot)
		weight += s.Model[e+evidence(n)] * beyond
		if s.shows != nil {
			s.shows[e+evidence(n)] = beyond
		}
	}
	s.score += weight
	if s.link != nil && math.Abs(weight) >= 0.005 {
		s.link.Contributions = append(s.link.Contributions, concord.Contribution{Name: shown[e].name, Weight: math.Round(weight*100) / 100, Why: fmt.Sprintf("likeness %.2f", likeness)})
	}
}

// likest is the likeness beyond which more says nothing: two notes on two attacks of one week may differ in their numbers alone.
// In dated reports less says it all, for there are days and places to ask.
const likest, likestDated = 0.6, 0.35

// knots are where what a likeness weighs may change.
var knots = [3]float64{0, 0.15, 0.3}

// compare returns why two accounts are, or are not, of one incident.
func (m *Model) compare(a, b *decoded) concord.Link {
	l := concord.Link{A: a.Key, B: b.Key}
	s := sum{Model: m, link: &l}
	s.compare(a, b)
	l.Score = math.Round(s.score*100) / 100
	return l
}

// score returns the logarithm of the odds that two accounts are of one incident.
func (m *Model) score(a, b *decoded) float64 {
	s := sum{Model: m}
	s.compare(a, b)
	return s.score
}

func (s *sum) compare(a, b *decoded) {
	s.show(prior)
	if !oneDeath(a, b) {
		when := s.time(a, b)
		s.whereAndWhen(a, b, s.place(a, b), when)
	}
	s.published(a, b)
	s.kind(a, b)
	s.names(a, b)
	s.figures(a, b)
	switch {
	case a.Key.Report == b.Key.Report:
		s.show(partSame)
		return
	case a.Main != b.Main:
		s.show(partOne)
	case !a.Main:
		s.show(partNone)
	}
	s.words(a, b)
	if r := resemblance(a.Prints, b.Prints); r > 0.2 {
		s.add(textAlike, r, func() string { return fmt.Sprintf("%.0f%% of runs of words in common", 100*r) })
	}
}

// oneDeath reports whether both accounts tell of the death of one person: nobody dies on two days or in two places, so that one of the two took
// those of an arrest, a trial or a funeral for them. Two of one name may have died where days differ that both say with the death, or
// provinces do too.
func oneDeath(a, b *decoded) bool {
	return shared(a.Killed, b.Killed) != "" && (gap(a, b) <= 1 || !(a.Stated && b.Stated) && !farApart(a, b))
}

// farApart reports whether two accounts are of different countries or provinces.
func farApart(a, b *decoded) bool {
	differ := func(x, y string) bool { return x != "" && y != "" && x != y }
	return differ(a.Country, b.Country) || differ(a.Admin1, b.Admin1)
}

// words weighs how alike the words are: of main stories those of the whole reports, else those of what is claimed. Few words weigh less.
// Where a report bears no date, there is little but words to tell two incidents apart, and they weigh otherwise.
func (s *sum) words(a, b *decoded) {
	like := compareWords(a, b)
	sure := math.Min(1, float64(min(len(a.Terms), len(b.Terms)))/enough)
	if !a.Main || !b.Main {
		s.alike(wordsClaims, min(like.all, likest), sure)
		return
	}
	set, limit := evidence(0), likestDated
	if a.Published == 0 || b.Published == 0 {
		set, limit = undatedAll-wordsAll, likest
	}
	s.alike(wordsAll+set, min(like.all, limit), sure)
	for m, e := range [marked]evidence{wordsOpening, wordsNamed, wordsNumbers} {
		if a.lengths[m] > 0 && b.lengths[m] > 0 {
			s.alike(e+set, min(like.marked[m], limit), sure)
		}
	}
}

// enough is how many words a likeness needs to be sure of.
const enough = 25

// agreement is what two accounts say of one thing: the same, something else, or not enough to tell.
type agreement int

const (
	unsaid agreement = iota
	same
	other
)

// whereAndWhen weighs that time and place agree both, which is rarer than each for itself, or that they do not. What happens in one place
// again after days is told in the same names. Of what a war repeats, days that follow from publication do to tell places apart.
func (s *sum) whereAndWhen(a, b *decoded, where, when agreement) {
	days, inWar := gap(a, b), repeated(a) && repeated(b)
	if where == other && when == unsaid && inWar && a.brief() && b.brief() {
		if when = other; days <= 1 {
			when = same
		}
	}
	switch {
	case where == same && when == same:
		s.show(whereAndWhen)
	case where == same && when == other && days <= 7:
		s.show(thereDays)
	case where == same && when == other:
		s.show(thereFar)
	case where == other && when == same && inWar && afar(a, b):
		s.show(elsewhereThenWar)
	case where == other && when == same:
		s.show(elsewhereThen)
	case where == other && when == other && inWar:
		s.show(elsewhereInWar)
	case where == other && when == other:
		s.show(elsewhereAndWhen)
	}
}

// afar reports whether the towns of two accounts are both known and lie farther apart than reports of one attack put it.
func afar(a, b *decoded) bool {
	return a.Point != nil && b.Point != nil && !coarse(a.Precision) && !coarse(b.Precision) && a.Point.Kilometres(*b.Point) >= 80
}

// gap returns how many days lie between the days of two accounts, 0 or less where they overlap.
func gap(a, b *decoded) int { return max(a.From-b.To, b.From-a.To) }

func (s *sum) time(a, b *decoded) agreement {
	if a.From == 0 || b.From == 0 {
		return unsaid
	}
	gap := gap(a, b)
	e, agree := timeFar, other
	stated := a.Stated && b.Stated
	switch implied := a.Implied || b.Implied; {
	case gap > 7 && stated:
		e = timeStatedFar
	case gap > 1 && stated:
		e = timeStatedDays
	case gap > 3 && a.fresh() && b.fresh():
		e = timeFreshFar
	case gap > 1 && !implied && warNews(a, b):
		e = timeWarDays
	case implied && gap <= 1:
		e, agree = timeUnsaidSame, unsaid
	case implied && gap <= 7:
		e, agree = timeUnsaidNear, unsaid
	case implied:
		e, agree = timeUnsaidFar, unsaid
	case gap <= 0 && a.brief() && b.brief():
		e, agree = timeSame, same
	case gap <= 0:
		e, agree = timeOverlaps, unsaid
	case gap == 1:
		e, agree = timeNear, same
	case gap <= 7:
		e = timeDays
	}
	s.add(e, 1, func() string {
		if agree == other {
			return fmt.Sprintf("%d days apart", gap)
		}
		return shown[e].shows
	})
	return agree
}

// warNews reports whether both accounts are of a kind that a war repeats, or one is and both were news: reports mix up the kinds.
func warNews(a, b *decoded) bool {
	return repeated(a) && repeated(b) || (repeated(a) || repeated(b)) && a.fresh() && b.fresh()
}

// repeated reports whether an account is of a kind that a war repeats day by day in many places, in the same words.
func repeated(d *decoded) bool {
	switch d.Type {
	case concord.AirStrike, concord.Shelling, concord.ArmedClash, concord.Bombing, concord.SuicideBomb, concord.Grenade, concord.ChemicalWeapon,
		concord.GovernmentRegainsTerritory, concord.NonStateActorOvertakesTerritory:
		return true
	}
	return false
}

// brief reports whether an account is of a known day, or of a day and a night.
func (f *features) brief() bool { return f.From != 0 && f.To-f.From <= 1 }

// fresh reports whether an account says when, and was news when its report was published: at most two days old, or a day ahead by its clock.
func (f *features) fresh() bool {
	return f.brief() && !f.Implied && f.Published != 0 && f.Published-f.To >= -1 && f.Published-f.To <= 2
}

// published compares when reports were published.
func (s *sum) published(a, b *decoded) {
	if a.Key.Report == b.Key.Report {
		return
	}
	switch apart := abs(a.Published - b.Published); {
	case a.Published == 0 || b.Published == 0:
		s.show(publishedNone)
	case apart <= 1:
		s.show(publishedSame)
	case apart <= 3:
		s.show(publishedNear)
	case apart <= 10:
		s.show(publishedDays)
	default:
		s.show(publishedFar)
	}
}

// coarse precisions cover more than a town.
func coarse(p concord.Precision) bool {
	return p == concord.ToProvince || p == concord.ToCountry || p == concord.ToRegion || p == concord.Unknown
}

func (s *sum) place(a, b *decoded) agreement {
	switch {
	case a.Place == "" || b.Place == "":
		return unsaid
	case a.Place == b.Place && coarse(a.Precision):
		s.add(placeSameWide, 1, func() string { return fmt.Sprintf("same %s", a.Precision) })
		return unsaid
	case a.Place == b.Place:
		s.show(placeSame)
		return same
	case a.Country != "" && b.Country != "" && a.Country != b.Country:
		s.show(placeCountries)
		return other
	case coarse(a.Precision) || coarse(b.Precision):
		if a.Admin1 == "" || b.Admin1 == "" || a.Admin1 == b.Admin1 {
			s.show(placeWithin)
			return unsaid
		}
		s.show(placeProvinces)
	case a.Point != nil && b.Point != nil:
		return s.distance(a, b)
	case speltAlike(a.Place, b.Place):
		s.add(placeSpelt, 1, func() string { return fmt.Sprintf("spelt %s and %s", a.Place, b.Place) })
		return same
	default:
		s.show(placeNames)
	}
	return other
}

func (s *sum) distance(a, b *decoded) agreement {
	km := a.Point.Kilometres(*b.Point)
	if a.Precision == concord.Near || b.Precision == concord.Near {
		km = max(km-concord.Nearby, 5) // "near Aleppo" may be that far from Aleppo
	}
	e, agree := distanceFarthest, other
	switch {
	case km < 5:
		e, agree = distanceNear, same
	case km < 15:
		e, agree = distanceClose, unsaid
	case km < 30:
		e = distanceFar
	case km < 80:
		e = distanceFarther
	}
	s.add(e, 1, func() string { return fmt.Sprintf("%.0f km", km) })
	return agree
}

// speltAlike reports whether two folded names differ by at most one letter in five.
func speltAlike(a, b string) bool {
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

// forGain reports whether a type is a crime for gain: a robbery by a gang is told as the one or the other.
func forGain(t concord.EventType) bool {
	return t == concord.Robbery || t == concord.OrganisedCrime || t == concord.Hijacking
}

func (s *sum) kind(a, b *decoded) {
	both := func(e evidence) {
		s.add(e, 1, func() string { return fmt.Sprintf("%s, %s", a.Type, b.Type) })
	}
	switch {
	case a.Type == b.Type:
		s.add(kindSame, 1, func() string { return fmt.Sprintf("both %s", a.Type) })
	case family(a.Type) != family(b.Type) && (ofWords(a.Type) || ofWords(b.Type)):
		both(kindOfWords)
	case family(a.Type) != family(b.Type):
		both(kindOther)
	case forGain(a.Type) && forGain(b.Type):
		both(kindClose)
	case a.Type != concord.AttackOnCivilians && b.Type != concord.AttackOnCivilians && a.Type.Group() != b.Type.Group():
		both(kindGroups)
	case a.Type.Group() == concord.Explosions && b.Type.Group() == concord.Explosions:
		both(kindArms)
	default:
		both(kindClose)
	}
}

func (s *sum) names(a, b *decoded) {
	s.share(victimsShared, a.Victims, b.Victims)
	s.share(whoShared, a.Who, b.Who)
	s.share(weaponShared, a.Weapons, b.Weapons)
}

// share counts e where two lists that are not empty have a value in common, the evidence after e where they have none.
func (s *sum) share(e evidence, a, b []string) {
	if n := shared(a, b); n != "" {
		s.add(e, 1, func() string { return "both have " + n })
	} else if len(a) > 0 && len(b) > 0 {
		s.show(e + 1)
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
			if x.Low == y.Low && x.Low > 0 && !x.Vague && !y.Vague && (equal == nil || x.Low > equal.Low) {
				equal = x
			} else if x.High != nil && y.High != nil && (*x.High*2 < y.Low || *y.High*2 < x.Low) {
				apart = x
			}
		}
	}
	switch {
	case equal != nil:
		s.add(figuresEqual, math.Min(0.2+0.25*math.Log(float64(equal.Low)), 1), func() string { return fmt.Sprintf("both have %d %s", equal.Low, equal.Measure) })
	case apart != nil:
		s.add(figuresApart, 1, func() string { return fmt.Sprintf("%s differ more than twofold", apart.Measure) })
	}
}

func abs(i int) int { return max(i, -i) }
