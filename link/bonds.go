package link

import "concord"

// Bonds are what people decided of pairs of accounts, in order: it holds whatever the score, and of two decisions on a pair the later one.
type Bonds []bond

type bond struct {
	a, b  concord.AccountKey
	score float64
}

// Scores of pairs that a person held together, or apart: far beyond any sum of contributions. What a person held apart outweighs all else.
const (
	always = 1e9
	apart  = -1e15
)

// BondsOf reads decisions, those undone left aside. A decision that accounts are the same binds each pair of them; one that they
// are different holds the first apart from all others.
func BondsOf(decisions []concord.Decision) Bonds {
	var bonds Bonds
	for _, d := range concord.Standing(decisions) {
		for i, first := range d.Accounts {
			for _, second := range d.Accounts[i+1:] {
				switch {
				case d.Kind == concord.SameIncident:
					bonds = append(bonds, bond{first, second, always})
				case d.Kind == concord.DifferentIncident && i == 0:
					bonds = append(bonds, bond{first, second, apart})
				}
			}
		}
	}
	return bonds
}
