package link

// formed is above which share of runs of words in common two texts that differ in place or day may be of one form.
const formed = 0.1

// filledInOtherwise reports whether two texts are worded as one would tell of two attacks, so that it says nothing how alike they are: both name a
// town, or a day, and not the same. So it is of what a war repeats, and of forms that are filled in for each attack. That the day differs counts in
// forms alone, and of what no war repeats other figures are asked for too: a copied wire has its places and numbers, but may be read amiss. Days that
// only follow from publication must be two apart, and the figures others, and so they must be where one place may lie in the other.
func filledInOtherwise(a, b *decoded, where agreement, alike float64) bool {
	if a.From == 0 || b.From == 0 || a.Published == 0 || b.Published == 0 {
		return false
	}
	inWar, form := repeated(a) && repeated(b), alike > formed
	switch {
	case where == other || townsDiffer(a, b):
		return inWar || form && figuresDiffer(a, b)
	case gap(a, b) > 0 && a.brief() && b.brief() && !a.Implied && !b.Implied:
		return form && (inWar || figuresDiffer(a, b))
	}
	return (gap(a, b) > 1 && inWar || form && where == unsaid && namesDiffer(a, b)) && figuresDiffer(a, b)
}

// namesDiffer reports whether two accounts name places by other names, though one may lie in the other: a province that is called as its capital is.
func namesDiffer(a, b *decoded) bool {
	return a.Place != "" && b.Place != "" && !speltAlike(a.Place, b.Place)
}

// townsDiffer reports whether two accounts name towns that are not the same.
func townsDiffer(a, b *decoded) bool {
	return a.Point != nil && b.Point != nil && !coarse(a.Precision) && !coarse(b.Precision) && a.Point.Kilometres(*b.Point) >= 5 && !speltAlike(a.Place, b.Place)
}

// figuresDiffer reports whether two accounts count the same thing, and no number is in both.
func figuresDiffer(a, b *decoded) bool {
	differ := false
	for _, x := range a.Figures {
		for _, y := range b.Figures {
			if x.Measure == y.Measure && x.Low == y.Low {
				return false
			}
			differ = differ || x.Measure == y.Measure
		}
	}
	return differ
}
