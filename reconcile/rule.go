package reconcile

import (
	"slices"
	"strings"

	"concord"
)

// Rule chooses the best of the figures that stand, one of each independent source. It always chooses one that was reported.
type Rule struct {
	Name  string
	About string // what it does, in a sentence
	best  func(standing []concord.Reported) int
}

// Rules are the rules a user can pick from; the first is the default.
var Rules = []Rule{
	{"majority", "the figure that most independent sources give; of equals the latest, then the lower", majority},
	{"latest_of_most_sources", "of the figures that fit what most independent sources report, the one said last", latestOfMost},
	{"most_conservative", "the lowest figure that any source gives", lowest},
	{"ucdp", "as UCDP's definitions have it: where no source is known to be the more reliable, the lower figure; those of sources that are no party to the conflict come first", ucdp},
}

// RuleNamed returns the rule of that name, the default one where name is empty.
func RuleNamed(name string) (Rule, error) {
	if name == "" {
		return Rules[0], nil
	}
	for _, r := range Rules {
		if r.Name == name {
			return r, nil
		}
	}
	return Rule{}, concord.Errorf(concord.Invalid, "rule "+name, "no such rule for the best figure. There are %s", strings.Join(RuleNames(), ", "))
}

// RuleNames returns the names of Rules, in their order.
func RuleNames() []string {
	names := make([]string, len(Rules))
	for i, r := range Rules {
		names[i] = r.Name
	}
	return names
}

// majority returns the number that most sources give, of equals the one given last, then the lowest.
func majority(standing []concord.Reported) int {
	count, latest := map[int]int{}, map[int]concord.Date{}
	for _, r := range standing {
		count[r.Low]++
		latest[r.Low] = max(latest[r.Low], r.Said)
	}
	return slices.MaxFunc(standing, func(a, b concord.Reported) int {
		switch {
		case count[a.Low] != count[b.Low]:
			return count[a.Low] - count[b.Low]
		case latest[a.Low] != latest[b.Low]:
			return strings.Compare(string(latest[a.Low]), string(latest[b.Low]))
		}
		return b.Low - a.Low
	}).Low
}

// fits reports whether number n satisfies what r reports.
func fits(n int, r concord.Reported) bool { return n >= r.Low && (r.High == nil || n <= *r.High) }

// latestOfMost returns the number that agrees with most sources, of equals the one given last, then the lowest.
func latestOfMost(standing []concord.Reported) int {
	support := func(n int) (count int) {
		for _, r := range standing {
			if fits(n, r) {
				count++
			}
		}
		return count
	}
	return slices.MaxFunc(standing, func(a, b concord.Reported) int {
		if x, y := support(a.Low), support(b.Low); x != y {
			return x - y
		}
		if a.Said != b.Said {
			return strings.Compare(string(a.Said), string(b.Said))
		}
		return b.Low - a.Low
	}).Low
}

func lowest(standing []concord.Reported) int {
	return slices.MinFunc(standing, func(a, b concord.Reported) int { return a.Low - b.Low }).Low
}

// party reports whether a speaker of this kind may be a party to the conflict.
func party(k concord.SpeakerKind) bool {
	return k == concord.Official || k == concord.ArmedForce || k == concord.ArmedGroupSpeaker
}

// ucdp returns the lowest number of those who are no party to the conflict; of all where there are none.
func ucdp(standing []concord.Reported) int {
	others := slices.DeleteFunc(slices.Clone(standing), func(r concord.Reported) bool { return party(r.Kind) })
	if len(others) > 0 {
		return lowest(others)
	}
	return lowest(standing)
}
