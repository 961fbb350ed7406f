package reconcile

import "concord"

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

// commonType returns the type that most accounts give, the more special one of equals. A kind of violence, an air strike, goes before what says only
// that there was some, which does not speak against it, unless more than twice as many say no more.
func commonType(accounts []concord.Account) concord.EventType {
	count := map[concord.EventType]int{}
	for _, a := range accounts {
		count[a.Type]++
	}
	var special, plain concord.EventType
	for t, n := range count {
		best := &plain
		if t.Violent() && !general(t) {
			best = &special
		}
		if *best == "" || n > count[*best] || n == count[*best] && (general(*best) && !general(t) || general(*best) == general(t) && t < *best) {
			*best = t
		}
	}
	if special == "" || count[plain] > 2*count[special] {
		return plain
	}
	return special
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

// withoutSpan returns the time without the words for it, which stand in one report only.
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
