package timeline

import (
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
	for _, t := range chronicle(claims, func(c *concord.IncidentClaim) bool { return saidBy(c, name) }) {
		know(&record, t.Source[0])
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
	record.Reversals = reversals(record.Responsibility)
	return record
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

// reversals finds pairs of responsibility claims, in order of time, about the same body and, where the claims name incidents or words in
// common, the same deed, of which the later takes back the earlier.
func reversals(claims []concord.IncidentClaim) []concord.Reversal {
	list := []concord.Reversal{}
	for i := range claims {
		for j := i + 1; j < len(claims); j++ {
			before, after := &claims[i], &claims[j]
			if why := turned(before.Stance, after.Stance); why != "" && sameDeed(before, after) {
				list = append(list, concord.Reversal{Before: *before, After: *after, Why: why})
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

// sameDeed reports whether two claims are about the same body's same deed: one incident, or the same days and enough words in common.
func sameDeed(a, b *concord.IncidentClaim) bool {
	if !same(a.Responsibility.Actor.Name, b.Responsibility.Actor.Name) {
		return false
	}
	from, okA := publishedOn(a.Published)
	to, okB := publishedOn(b.Published)
	if okA && okB && to.Sub(from) > reversalWithin {
		return false
	}
	if a.Report == b.Report && a.Incident != nil && b.Incident != nil {
		return *a.Incident == *b.Incident
	}
	return common(a.Quote.Text, b.Quote.Text, a.Responsibility.Actor.Name) >= 1
}

// common counts the longer words that two quotes share, beside those of a name.
func common(a, b, name string) int {
	n := 0
	other, own := distinct(plain(b)), distinct(plain(name))
	for _, w := range distinct(plain(a)) {
		if len(w) > 4 && slices.Contains(other, w) && !slices.Contains(own, w) {
			n++
		}
	}
	return n
}
