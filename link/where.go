package link

import (
	"fmt"

	"concord"
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
