package extract

import (
	"slices"

	"concord"
	"concord/text"
)

// mergeTolls makes one of two accounts that tell of as many killed or hurt on the same day at the same place: what a headline or a summary
// says first, the report tells again.
func (r *reader) mergeTolls() {
	kept := r.accounts[:0]
	for _, b := range r.accounts {
		i := slices.IndexFunc(kept, func(a *account) bool { return r.sameToll(a, b) || r.toldAgain(a, b) || r.sameEntry(a, b) })
		if i < 0 {
			kept = append(kept, b)
			continue
		}
		a := kept[i]
		for _, e := range b.events {
			e.account = a
		}
		a.events = append(a.events, b.events...)
		r.fill(a)
	}
	r.accounts = kept
}

// leastToll is the least number of people by which two tellings of one happening can be known.
const leastToll = 3

// sameToll reports whether both accounts tell of one number of people to whom the same was done, on the same day and at the same place.
func (r *reader) sameToll(a, b *account) bool {
	if a.events[0].found.act.domain() != b.events[0].found.act.domain() || a.When == nil || b.When == nil || !exact(a.When) || a.When.From != b.When.From ||
		!r.tells(a, a.When.Span) && !r.tells(b, b.When.Span) || a.Where == nil || b.Where == nil || a.Where.Name != b.Where.Name {
		return false
	}
	return r.shareToll(a, b, leastToll)
}

// toldAgain reports whether b tells again what the report's first sentences told as a: a happening of the same kind and cost whose days do not
// part the two. A summary leaves out the day, or names the province or the border where the report names the village, so that only further
// on in the report, or where few were hit, the places must agree too.
func (r *reader) toldAgain(a, b *account) bool {
	one, two := r.Tokens[a.events[0].head].Sentence, r.Tokens[b.events[0].head].Sentence
	if one >= summary || two == one || !mayBeOne(a.Type, b.Type) || !violence.has(b.events[0].found.act) || a.Modality != b.Modality ||
		r.another(a.events[0]) || r.another(b.events[0]) || !r.daysMeet(a, b) {
		return false
	}
	if two <= one+summary {
		return r.shareToll(a, b, leastToll) || r.placesMeet(a, b) && r.shareToll(a, b, 1)
	}
	return r.placesMeet(a, b) && r.shareToll(a, b, leastToll)
}

// mayBeOne reports whether two tellings of one happening may be of these types: a headline that tells of an attack may leave out by what means.
func mayBeOne(a, b concord.EventType) bool {
	return a == b || a == concord.AttackOnCivilians || b == concord.AttackOnCivilians
}

// sameEntry reports whether both accounts would be one entry of a record: violence of one kind in one town on one day, where nothing sets them
// apart: a number of others hit, "another", or a list.
func (r *reader) sameEntry(a, b *account) bool {
	if a.Type != b.Type || a.Modality != b.Modality || !violence.has(a.events[0].found.act) || a.When == nil || b.When == nil || a.Where == nil || b.Where == nil {
		return false
	}
	x, y := a.Where, b.Where
	return exact(a.When) && exact(b.When) && r.dated(a) && r.dated(b) && day(a.When) == day(b.When) &&
		x.Name == y.Name && x.Country == y.Country && coarseness(x) == 0 && r.tells(a, x.Span) && r.tells(b, y.Span) &&
		r.itemOf(a.events[0].head) == r.itemOf(b.events[0].head) && !r.another(a.events[0]) && !r.another(b.events[0]) && !r.tollsDiffer(a, b)
}

// day returns the first day of a time.
func day(w *concord.When) string {
	from := string(w.From)
	return from[:min(len(from), len("2006-01-02"))]
}

// tollsDiffer reports whether both accounts count those killed or hurt, and by no number alike.
func (r *reader) tollsDiffer(a, b *account) bool {
	count := func(x *account) bool {
		return slices.ContainsFunc(r.struck, func(f *figure) bool { return f.tolls(x, 1) })
	}
	return count(a) && count(b) && !r.shareToll(a, b, 1)
}

// summary is how many sentences of a report, the headline among them, may say all that it then tells.
const summary = 2

// shareToll reports whether both accounts count as many to whom the same was done, at least so many.
func (r *reader) shareToll(a, b *account, least int) bool {
	return slices.ContainsFunc(r.struck, func(f *figure) bool {
		return f.tolls(a, least) && slices.ContainsFunc(r.struck, func(g *figure) bool {
			return g.tolls(b, least) && f.measure == g.measure && f.tally.low == g.tally.low
		})
	})
}

// tolls reports whether f counts at least so many whom a befell.
func (f *figure) tolls(a *account, least int) bool {
	return f.event != nil && slices.Contains(a.events, f.event) && f.tally.stated && !f.tally.subset && f.tally.low >= least
}

// daysMeet reports whether the days that two accounts name do not part them.
func (r *reader) daysMeet(a, b *account) bool {
	x, y := a.When, b.When
	return x == nil || y == nil || !r.dated(a) || !r.dated(b) || x.To >= y.From && y.To >= x.From
}

// placesMeet reports whether the places that two accounts name do not part them.
func (r *reader) placesMeet(a, b *account) bool {
	x, y := a.Where, b.Where
	if x == nil || y == nil || x.Name == y.Name || !r.tells(a, x.Span) || !r.tells(b, y.Span) {
		return true
	}
	wide := coarseness(x) > 1 || coarseness(y) > 1
	return wide && x.Country == y.Country && (x.Admin1 == "" || y.Admin1 == "" || x.Admin1 == y.Admin1) || near(x, y)
}

// near reports whether two places lie so near each other that one may be told for the other.
func near(x, y *concord.Where) bool {
	return x.Point != nil && y.Point != nil && x.Point.Kilometres(*y.Point) <= concord.Nearby
}

// dated reports whether the account's own sentences name its day.
func (r *reader) dated(a *account) bool {
	return a.When.Span != nil && a.When.Precision != concord.Unknown && r.tells(a, a.When.Span) && !r.InDateline(*a.When.Span) && !r.DatesReport(*a.When.Span)
}

// dugOut reports whether e counts more of those who lay dead where a's attack, the one told last, struck: "two more bodies were pulled from the
// rubble".
func (r *reader) dugOut(a *account, e *event) bool {
	if lemma := r.Tokens[e.head].Lemma; e.found.act != dead || lemma != "body" && lemma != "corpse" || otherThan(a, e, r.samePlace) || !r.toldJustBefore(a, e) {
		return false
	}
	s := r.Sentences[r.Tokens[e.head].Sentence]
	return slices.ContainsFunc(r.Tokens[s.First:s.Last], func(t text.Token) bool {
		return t.Norm == "rubble" || t.Norm == "debris" || t.Norm == "ruins" || t.Norm == "wreckage"
	})
}
