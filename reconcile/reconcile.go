// Package reconcile sets side by side what the sources of one incident report: figures by who said them, who blames whom,
// and how the sources stand to one another. Disagreement is kept, never resolved. It is pure.
package reconcile

import (
	"sort"
	"strings"

	"concord"
)

// Input is what an incident is made of.
type Input struct {
	ID       string
	Accounts []concord.Account // of its reports, in the order of Keys
	// Corrected are the same accounts as people corrected them; nil: nobody did.
	Corrected []concord.Account
	Keys      []concord.AccountKey
	Claims    []concord.IncidentClaim // all claims of these accounts
	Links     []concord.Link
	Rule      Rule // the zero Rule: the default
}

// Incident derives the incident.
func Incident(in Input) concord.Incident {
	rule := in.Rule
	if rule.best == nil {
		rule = Rules[0]
	}
	claims := append([]concord.IncidentClaim(nil), in.Claims...)
	sort.SliceStable(claims, func(i, j int) bool {
		a, b := &claims[i], &claims[j]
		if a.Published != b.Published {
			return a.Published < b.Published
		}
		if a.ReportID != b.ReportID {
			return a.ReportID < b.ReportID
		}
		return a.Start < b.Start
	})
	incident := concord.Incident{ID: in.ID, Accounts: in.Keys, Links: in.Links, Claims: claims}
	read, now := in.held()
	incident.Type = common(read, now, commonType, func(a, b concord.EventType) bool { return a == b })
	incident.When = common(read, now, commonWhen, func(a, b *concord.When) bool {
		return a == b || a != nil && b != nil && a.From == b.From && a.To == b.To
	})
	incident.Where = common(read, now, commonWhere, func(a, b *concord.Where) bool { return a == b || a != nil && b != nil && a.Name == b.Name })
	incident.Reports = reportNames(claims)
	voices := voicesOf(claims, in.Links)
	incident.IndependentSources = len(voices.independent)
	incident.Figures = tallies(claims, voices, rule)
	incident.Blame = blames(claims, voices)
	incident.Agreement = agreement(&incident, voices)
	incident.Repeats = voices.repeats()
	return incident
}

// held returns the accounts that do not deny what they tell of, as they were read and as people corrected them.
func (in *Input) held() (read, now []concord.Account) {
	all := in.Corrected
	if all == nil {
		all = in.Accounts
	}
	for i := range in.Accounts {
		if in.Accounts[i].Modality != concord.Denied {
			read, now = append(read, in.Accounts[i]), append(now, all[i])
		}
	}
	return read, now
}

// common returns what most accounts give. Where people corrected it in accounts that gave what most did, what they wrote outranks what
// was read in the others.
func common[T any](read, now []concord.Account, most func([]concord.Account) T, same func(a, b T) bool) T {
	was := most(read)
	var settled []concord.Account
	for i := range read {
		before := most(read[i : i+1])
		if same(before, was) && !same(before, most(now[i:i+1])) {
			settled = append(settled, now[i])
		}
	}
	if len(settled) > 0 {
		return most(settled)
	}
	return most(now)
}

// commonType returns the type that most accounts give, the more special one of equals.
func commonType(accounts []concord.Account) concord.EventType {
	count := map[concord.EventType]int{}
	var best concord.EventType
	for _, a := range accounts {
		count[a.Type]++
	}
	for t, n := range count {
		if best == "" || n > count[best] || n == count[best] && (general(best) && !general(t) || general(best) == general(t) && t < best) {
			best = t
		}
	}
	return best
}

// general reports whether a type says little more than that there was violence.
func general(t concord.EventType) bool {
	return t == concord.AttackOnCivilians || t == concord.ArmedClash || t == concord.OtherStrategic
}

// commonWhen returns the time that most accounts tell in words, the most precise of equals; where none does, what most imply by the day they were
// published.
func commonWhen(accounts []concord.Account) *concord.When {
	var told, implied []*concord.When
	for i := range accounts {
		switch w := accounts[i].When; {
		case w == nil || w.From == "":
		case w.Span != nil:
			told = append(told, w)
		default:
			implied = append(implied, w)
		}
	}
	if len(told) == 0 {
		told = implied
	}
	count := map[[2]concord.Date]int{}
	key := func(w *concord.When) [2]concord.Date { return [2]concord.Date{w.From.Day(), w.To.Day()} }
	for _, w := range told {
		count[key(w)]++
	}
	var best *concord.When
	for _, w := range told {
		if best == nil || count[key(w)] > count[key(best)] || count[key(w)] == count[key(best)] && finerTime(w, best) {
			best = w
		}
	}
	return withoutSpan(best)
}

// finerTime reports whether a is the more precise of two times: the shorter span of days, then the earlier day.
func finerTime(a, b *concord.When) bool {
	days := func(w *concord.When) int {
		first, last, _ := w.From.Bounds()
		if _, end, ok := w.To.Bounds(); ok {
			last = end
		}
		return int(last.Sub(first).Hours() / 24)
	}
	if x, y := days(a), days(b); x != y {
		return x < y
	}
	return a.From.Day() < b.From.Day()
}

func withoutSpan(w *concord.When) *concord.When {
	if w == nil {
		return nil
	}
	plain := *w
	plain.Span, plain.Quote = nil, ""
	return &plain
}

// fineness orders precisions of place from the finest.
var fineness = map[concord.Precision]int{concord.ToExact: 1, concord.ToCity: 2, concord.Near: 3, concord.ToDistrict: 4, concord.ToProvince: 5, concord.ToRegion: 6, concord.ToCountry: 7, concord.Unknown: 8}

// commonWhere returns the finest place that is named most often.
func commonWhere(accounts []concord.Account) *concord.Where {
	count := map[string]int{}
	var best *concord.Where
	for i := range accounts {
		w := accounts[i].Where
		if w == nil || w.Name == "" {
			continue
		}
		count[w.Name]++
		if best == nil || fineness[w.Precision] < fineness[best.Precision] ||
			fineness[w.Precision] == fineness[best.Precision] && count[w.Name] > count[best.Name] {
			best = w
		}
	}
	if best == nil {
		return nil
	}
	plain := *best
	plain.Span, plain.Quote = nil, ""
	return &plain
}

func reportNames(claims []concord.IncidentClaim) []string {
	var names []string
	seen := map[string]bool{}
	for i := range claims {
		if c := &claims[i]; !seen[c.ReportID] {
			seen[c.ReportID] = true
			names = append(names, c.Report)
		}
	}
	return names
}

// fold makes names alike that differ in case, articles and hyphens.
func fold(name string) string {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return r == ' ' || r == '-' || r == '’' || r == '\'' })
	kept := words[:0]
	for _, w := range words {
		if w != "the" && w != "al" && w != "el" {
			kept = append(kept, w)
		}
	}
	return strings.Join(kept, " ")
}
