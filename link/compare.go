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
	where := unsaid
	if !oneDeath(a, b) {
		when := s.time(a, b)
		where = s.place(a, b)
		s.whereAndWhen(a, b, where, when)
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
	alike := resemblance(a.Prints, b.Prints)
	if a.Main && b.Main && filledInOtherwise(a, b, where, alike) {
		s.show(oneForm)
		return
	}
	s.words(a, b)
	if alike > 0.2 {
		s.add(textAlike, alike, func() string { return fmt.Sprintf("%.0f%% of runs of words in common", 100*alike) })
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
