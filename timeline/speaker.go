package timeline

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"concord"
)

// reversalWithin is how long after one claim another may still turn it around.
const reversalWithin = 400 * 24 * time.Hour

// Speaker returns what the speaker of this name, or a body of this name, is reported to have said. A name matches where its words all stand in the
// other: "Lavrov", "Sergei Lavrov".
func Speaker(claims []concord.IncidentClaim, name string) concord.SpeakerRecord {
	record := concord.SpeakerRecord{Name: name, Roles: []string{}, Statements: []concord.IncidentClaim{}, Responsibility: []concord.IncidentClaim{},
		Commitments: []concord.Commitment{}, Reversals: []concord.Reversal{}}
	said := map[string][]*concord.IncidentClaim{} // by report
	for _, t := range chronicle(claims, func(c *concord.IncidentClaim) bool { return saidBy(c, name) }) {
		know(&record, t.Source[0])
		said[t.report()] = append(said[t.report()], t.IncidentClaim)
		switch {
		case t.Statement != nil:
			record.Statements = append(record.Statements, *t.IncidentClaim)
		case t.Responsibility != nil:
			record.Responsibility = append(record.Responsibility, *t.IncidentClaim)
		}
	}
	for _, c := range Commitments(claims) {
		if saidBy(&c.Claim, name) {
			record.Commitments = append(record.Commitments, c)
		}
	}
	record.Reversals = reversals(deedsOf(said, byReport(claims)))
	return record
}

// deed is what a speaker said of a body's part in something.
type deed struct {
	claim  *concord.IncidentClaim
	actor  string
	stance concord.Stance
	words  string // all that was said with it
}

// byReport gathers the claims of each report.
func byReport(claims []concord.IncidentClaim) map[string][]*concord.IncidentClaim {
	m := map[string][]*concord.IncidentClaim{}
	for i := range claims {
		report := reportOf(&claims[i])
		m[report] = append(m[report], &claims[i])
	}
	return m
}

// deedsOf returns what was said of deeds, in order of time: claims of responsibility, and events that the speaker says his own side brought about.
func deedsOf(said, beside map[string][]*concord.IncidentClaim) []deed {
	var list []deed
	for report, claims := range said {
		for _, c := range claims {
			d := deed{claim: c, words: c.Quote.Text}
			var statement *concord.Statement
			for _, s := range claims {
				if s.Statement != nil && s.Start < c.End && c.Start < s.End {
					statement = s.Statement
					d.words += " " + s.Quote.Text
				}
			}
			for _, e := range beside[report] {
				if e.Event != nil && e.Event.Where != nil && distance(c, e) < near/2 {
					d.words += " " + e.Event.Where.Name
				}
			}
			switch {
			case c.Responsibility != nil:
				d.actor, d.stance = c.Responsibility.Actor.Name, c.Stance
			case c.Event != nil && c.Modality == concord.Asserted && (isBreach(c.Event.Type) || c.Event.Type == concord.DisruptedWeaponsUse) && statement != nil && own(c, statement):
				d.actor, d.stance = c.Source[0].Name, concord.Admits
			default:
				continue
			}
			list = append(list, d)
		}
	}
	slices.SortFunc(list, func(a, b deed) int {
		return cmp.Or(cmp.Compare(a.claim.Published, b.claim.Published), cmp.Compare(reportOf(a.claim), reportOf(b.claim)), cmp.Compare(a.claim.Start, b.claim.Start), cmp.Compare(a.claim.ID, b.claim.ID))
	})
	return list
}

// saidBy reports whether the original speaker of a claim bears the name, or speaks for the body that does.
func saidBy(c *concord.IncidentClaim, name string) bool {
	return len(c.Source) > 0 && (named(c.Source[0].Name) && same(c.Source[0].Name, name) || c.Source[0].Organisation != "" && same(c.Source[0].Organisation, name))
}

// know adds the fuller name and the role of a speaker to the record.
func know(record *concord.SpeakerRecord, s concord.Speaker) {
	if same(s.Name, record.Name) && len(s.Name) > len(record.Name) {
		record.Name = s.Name
	}
	role := strings.TrimSpace(s.Role + ", " + s.Organisation)
	role = strings.Trim(role, ", ")
	if role != "" && !slices.Contains(record.Roles, role) {
		record.Roles = append(record.Roles, role)
	}
}

// reversals finds pairs, in order of time, about the same body and the same deed, of which the later takes back the earlier; of one pair of reports the first.
func reversals(deeds []deed) []concord.Reversal {
	list := []concord.Reversal{}
	found := map[[2]string]bool{}
	for i := range deeds {
		for j := i + 1; j < len(deeds); j++ {
			before, after := &deeds[i], &deeds[j]
			pair := [2]string{reportOf(before.claim), reportOf(after.claim)}
			if why := turned(before.stance, after.stance); why != "" && !found[pair] && sameDeed(before, after) {
				found[pair] = true
				list = append(list, concord.Reversal{Before: *before.claim, After: *after.claim, Why: why})
			}
		}
	}
	return list
}

// turned says how the later stance takes back the earlier, empty where it does not.
func turned(before, after concord.Stance) string {
	switch {
	case before == concord.Denies && after == concord.Admits:
		return "denied it, then admitted it"
	case before == concord.Denies && after == concord.Unintentional:
		return "denied it, then called it unintentional"
	case (before == concord.Admits || before == concord.Unintentional) && after == concord.Denies:
		return "admitted it, then denied it"
	}
	return ""
}

// sameDeed reports whether two claims are about the same body's same deed: one incident, or days not far apart and words in common.
func sameDeed(a, b *deed) bool {
	if !same(a.actor, b.actor) {
		return false
	}
	from, okA := publishedOn(a.claim.Published)
	to, okB := publishedOn(b.claim.Published)
	if okA && okB && to.Sub(from) > reversalWithin {
		return false
	}
	if reportOf(a.claim) == reportOf(b.claim) && a.claim.Incident != nil && b.claim.Incident != nil {
		return *a.claim.Incident == *b.claim.Incident
	}
	return inCommon(a.words, b.words, a.actor+" "+b.actor)
}

// inCommon reports whether two sayings share a longer word that says where or what it was, beside those of names and what was done.
func inCommon(a, b, names string) bool {
	other, own := distinct(plain(b)), distinct(plain(names))
	return slices.ContainsFunc(distinct(plain(a)), func(w string) bool {
		w = strings.Trim(w, ".,;\"“”")
		verb := strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing")
		return len(w) > 4 && !verb && !slices.Contains(own, w) && !bodies()["anybody"][w] && !slices.Contains(days, w) &&
			slices.ContainsFunc(other, func(o string) bool { return strings.Trim(o, ".,;\"“”") == w })
	})
}

// days name a day of the week.
var days = []string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
