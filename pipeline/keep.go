package pipeline

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"

	"concord"
)

// keepIDs gives the claims and accounts of a reading the ids that the same ones bore in an earlier reading of the report. What was not there
// before gets an id that nothing has borne, neither in that reading nor among those given.
func keepIDs(was, is *concord.Reading, given []string) {
	for _, c := range was.Claims {
		given = append(given, c.ID)
	}
	for _, a := range was.Accounts {
		given = append(given, a.ID)
	}
	claims := newIDs(sameClaims(was.Claims, is.Claims), "c", given)
	accounts := newIDs(sameAccounts(was, is, claims), "i", given)
	renamed, account := map[string]string{}, map[string]string{}
	for i := range is.Accounts {
		account[is.Accounts[i].ID] = accounts[i]
		is.Accounts[i].ID = accounts[i]
	}
	for i := range is.Claims {
		c := &is.Claims[i]
		renamed[c.ID], c.ID = claims[i], claims[i]
		if c.Incident != nil {
			about := account[*c.Incident]
			c.Incident = &about
		}
	}
	for i := range is.Accounts {
		a := &is.Accounts[i]
		for j, id := range a.Claims {
			a.Claims[j] = renamed[id]
		}
	}
}

// newIDs gives those without an id one of this kind ("c" and a number) above all given ones.
func newIDs(ids []string, kind string, given []string) []string {
	last := 0
	for _, id := range given {
		if n, err := strconv.Atoi(id[min(1, len(id)):]); err == nil && id[:1] == kind {
			last = max(last, n)
		}
	}
	for i := range ids {
		if ids[i] == "" {
			last++
			ids[i] = kind + strconv.Itoa(last)
		}
	}
	return ids
}

// sameClaims returns for each claim the id of the one before that it is, "" where it is new: the one that says the same in the same words, else
// one of the kind on the same in those words, else one whose main words stand there.
func sameClaims(was, is []concord.Claim) []string {
	ids := make([]string, len(is))
	taken := map[string]bool{}
	for _, look := range []func(*concord.Claim) string{wholeClaim, claimAbout, claimAt} {
		before := map[string][]string{}
		for i := range was {
			if !taken[was[i].ID] {
				before[look(&was[i])] = append(before[look(&was[i])], was[i].ID)
			}
		}
		for i := range is {
			if found := before[look(&is[i])]; ids[i] == "" && len(found) > 0 {
				before[look(&is[i])] = found[1:]
				ids[i], taken[found[0]] = found[0], true
			}
		}
	}
	return ids
}

// wholeClaim is all that a claim says.
func wholeClaim(c *concord.Claim) string {
	bare := *c
	bare.ID, bare.Incident, bare.Rule, bare.Confidence = "", nil, "", 0
	data, _ := json.Marshal(&bare) // claims always marshal
	return string(data)
}

// claimAbout is the kind of a claim, its words, and what it is about.
func claimAbout(c *concord.Claim) string { return fmt.Sprint(c.Kind, c.Start, c.End, about(c)) }

// claimAt is the kind of a claim, what it is about, and where its main words begin.
func claimAt(c *concord.Claim) string {
	at := c.Start
	switch c.Kind {
	case concord.FigureClaim:
		at = c.Counted.Start
	case concord.ResponsibilityClaim:
		at = c.Responsibility.Actor.Start
	case concord.StatementClaim:
		at = c.Cue.Start
	}
	return fmt.Sprint(c.Kind, at, about(c))
}

// about is the type of an event, the measure of a figure, or the stance of who blames.
func about(c *concord.Claim) string {
	switch c.Kind {
	case concord.EventClaim:
		return string(c.Event.Type)
	case concord.FigureClaim:
		return string(c.Figure.Measure)
	case concord.ResponsibilityClaim:
		return string(c.Stance)
	}
	return ""
}

// sameAccounts returns for each account the id of the one before with which it shares most claims, "" where it is new; claims are the ids that
// the claims bear now.
func sameAccounts(was, is *concord.Reading, claims []string) []string {
	before := map[string]int{} // by claim
	for i, a := range was.Accounts {
		for _, id := range a.Claims {
			before[id] = i
		}
	}
	place := map[string]int{}
	for i := range is.Claims {
		place[is.Claims[i].ID] = i
	}
	type pair struct{ was, is, shared int }
	shared := map[[2]int]int{}
	for i, a := range is.Accounts {
		for _, id := range a.Claims {
			if at, there := before[claims[place[id]]]; there {
				shared[[2]int{at, i}]++
			}
		}
	}
	var pairs []pair
	for of, n := range shared {
		pairs = append(pairs, pair{of[0], of[1], n})
	}
	slices.SortFunc(pairs, func(a, b pair) int {
		return cmp.Or(cmp.Compare(b.shared, a.shared), cmp.Compare(a.is, b.is), cmp.Compare(a.was, b.was))
	})
	ids, taken := make([]string, len(is.Accounts)), map[int]bool{}
	for _, p := range pairs {
		if ids[p.is] == "" && !taken[p.was] {
			ids[p.is], taken[p.was] = was.Accounts[p.was].ID, true
		}
	}
	return ids
}
