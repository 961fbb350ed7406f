package pipeline

import (
	"slices"

	"concord"
	"concord/gazetteer"
)

// located gives the places that people wrote into claims their points: the place that the gazetteer holds likeliest, in the country of the
// place that was read where it knows one there. A name that it does not know stays without a point.
func located(read, reviewed []concord.IncidentClaim) {
	asRead := claimsByKey(read)
	for i := range reviewed {
		c := &reviewed[i]
		was := asRead[keyOf(c)]
		if was == nil || c.Event == nil || sameWhere(was.Event.Where, c.Event.Where) {
			continue
		}
		found := gazetteer.Builtin().Lookup(c.Event.Where.Name)
		if len(found) == 0 {
			continue
		}
		at := 0
		if was.Event.Where != nil {
			at = max(0, slices.IndexFunc(found, func(f gazetteer.Candidate) bool { return f.Country == was.Event.Where.Country }))
		}
		p := found[at]
		c.Event.Where = &concord.Where{Name: c.Event.Where.Name, Country: p.Country, Admin1: p.District, Point: &p.Point, GeoNames: p.ID, Precision: p.Kind.Precision()}
	}
}

// corrected returns the accounts as people corrected the claims that they were made of: an account takes a corrected type, time or
// place where it had the one that was corrected, or none. Those that were given stay as they were.
func corrected(accounts []concord.Account, keys []concord.AccountKey, read, reviewed []concord.IncidentClaim) []concord.Account {
	accounts = slices.Clone(accounts)
	asRead := claimsByKey(read)
	for i := range reviewed {
		c := &reviewed[i]
		was := asRead[keyOf(c)]
		if was == nil || c.Event == nil || c.Incident == nil {
			continue
		}
		at := slices.Index(keys, concord.AccountKey{Report: c.ReportID, Account: *c.Incident})
		if at < 0 {
			continue
		}
		a := &accounts[at]
		if a.Type == was.Type {
			a.Type = c.Type
		}
		if !sameWhen(was.Event.When, c.Event.When) && (a.When == nil || sameWhen(a.When, was.Event.When)) {
			a.When = c.Event.When
		}
		if !sameWhere(was.Event.Where, c.Event.Where) && (a.Where == nil || sameWhere(a.Where, was.Event.Where)) {
			a.Where = c.Event.Where
		}
	}
	return accounts
}

// claimsByKey returns the claims as they were read, by report and id.
func claimsByKey(read []concord.IncidentClaim) map[[2]string]*concord.IncidentClaim {
	claims := make(map[[2]string]*concord.IncidentClaim, len(read))
	for i := range read {
		claims[keyOf(&read[i])] = &read[i]
	}
	return claims
}

func keyOf(c *concord.IncidentClaim) [2]string { return [2]string{c.ReportID, c.ID} }

func sameWhen(a, b *concord.When) bool {
	var x, y concord.When
	if a != nil {
		x = *a
	}
	if b != nil {
		y = *b
	}
	return x.From.Day() == y.From.Day() && x.To.Day() == y.To.Day()
}

func sameWhere(a, b *concord.Where) bool {
	var x, y concord.Where
	if a != nil {
		x = *a
	}
	if b != nil {
		y = *b
	}
	return x.Name == y.Name
}
