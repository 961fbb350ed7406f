package extract

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"concord"
	"concord/lexicon"
	"concord/text"
	"concord/timex"
)

// setTimeAndPlace gives an account the time and the smallest place that the sentences of its events name; else what holds
// around them. A dateline says where and when a report was written: only its country is taken over.
func (r *reader) setTimeAndPlace(a *account) {
	happened := slices.ContainsFunc(a.events, func(e *event) bool { return e.claim.Modality == concord.Asserted })
	for _, e := range a.events {
		when, where := e.claim.When, e.claim.Where
		if happened && r.ahead(when) {
			when = nil // what was to follow
		}
		if when != nil && (a.When == nil || r.told(e, when.Span) && (!r.tells(a, a.When.Span) || sharper(when, a.When) || a.When.Span != nil && r.DatesReport(*a.When.Span))) {
			a.When = when
		}
		if where != nil && (a.Where == nil || r.told(e, where.Span) && !r.isPartOfToll(e.head) && (!r.tells(a, a.Where.Span) || finer(where, a.Where) || r.oneOfPlaces(a.Where) && !r.oneOfPlaces(where))) {
			a.Where = where
		}
	}
	if a.When != nil && a.When.Span != nil && r.InDateline(*a.When.Span) {
		implied := *a.When
		implied.Span, implied.Quote, implied.Precision = nil, "", concord.Unknown
		a.When = &implied
	}
	if a.When != nil && a.When.Span == nil && r.Tokens[a.events[0].head].Sentence > leadSentences {
		a.When = nil
	}
	if a.Where != nil && a.Where.Span != nil && (apartFromPlaces.has(a.events[0].found.act) && r.placeOfViolence(a.Where) || r.startsSpell(a.events[0])) && !r.tells(a, a.Where.Span) && a.Where.Precision != concord.ToCountry {
		a.Where = nil // a truce is not agreed on where shells fell
	}
	if a.Where != nil && a.Where.Span != nil && r.InDateline(*a.Where.Span) {
		a.Where = countryOf(a.Where)
	}
	if f := r.formOf(a.events[0]); f != nil { // which may begin where a dateline would stand
		a.When, a.Where = cmp.Or(f.when, a.When), cmp.Or(f.where, a.Where)
	}
}

// whenOf returns when e happened; nil where its verb says that it had happened before, and no time is told with it: "who had been taken".
func (r *reader) whenOf(e *event) *concord.When {
	if f := r.formOf(e); f != nil && f.when != nil {
		return f.when
	}
	if first, last, ok := r.tried(e); ok {
		return r.timeOfCrime(first, last)
	}
	if w := r.daysBeforeLast(e); w != nil {
		return w
	}
	w := timex.Of(r.Doc, r.mentions.Times, e.head)
	if w != nil && w.Span != nil && (r.pastMeasure(e, *w.Span) || r.inDaysAfter(e, *w.Span)) {
		return nil
	}
	if w != nil && w.Span != nil {
		w = r.stretched(w)
	}
	if w == nil || r.told(e, w.Span) || e.found.pos != 'v' || r.statementAt[e.head] != nil {
		return w
	}
	for j := range r.Children(e.head) {
		if t := &r.Tokens[j]; t.Norm == "had" && (t.Rel == text.Aux || t.Rel == text.AuxPass) {
			return nil
		}
	}
	return w
}

// stretched returns the whole of a time of which w is the first part: "between |2002| and 2008"; w itself where it is none.
func (r *reader) stretched(w *concord.When) *concord.When {
	for k := range r.mentions.Times {
		if r.mentions.Times[k].Start == w.Start {
			return cmp.Or(r.stretchAt(k), w)
		}
	}
	return w
}

// notAhead returns the time of what has happened: a weekday told without more is then the last one, not one after the report's.
func (r *reader) notAhead(w *concord.When, modality concord.Modality) *concord.When {
	if modality != concord.Asserted || !r.ahead(w) || !isWeekday(w.Quote) {
		return w
	}
	from, to, _ := w.From.Bounds()
	last := *w
	last.From, last.To = concord.DateOf(from.AddDate(0, 0, -7)), concord.DateOf(to.AddDate(0, 0, -7))
	return &last
}

// isWeekday reports whether the word is a weekday's name.
func isWeekday(word string) bool {
	for day := time.Sunday; day <= time.Saturday; day++ {
		if strings.EqualFold(word, day.String()) {
			return true
		}
	}
	return false
}

// ahead reports whether w is a day after the report's: that of its publication, or a later one that heads it.
func (r *reader) ahead(w *concord.When) bool {
	published, _, known := r.Report.Published.Bounds()
	if w == nil || !known || w.Precision != concord.ToDay {
		return false
	}
	if m := r.mentions.Times; len(m) > 0 && m[0].When != nil && r.DatesReport(m[0].Span) {
		if heads, _, ok := m[0].When.From.Bounds(); ok && heads.After(published) {
			published = heads
		}
	}
	from, _, ok := w.From.Bounds()
	return ok && from.After(published)
}

// whereOf returns where e happened; nil where only the country of one who did it is named: a pact of the US and Russia was made in
// neither for all that is told.
func (r *reader) whereOf(e *event) *concord.Where {
	if f := r.formOf(e); f != nil && f.where != nil {
		return f.where
	}
	if first, last, ok := r.tried(e); ok {
		return r.placeWithin(first, last)
	}
	w := r.places.Of(e.head)
	if w != nil && w.Span != nil && (r.pastMeasure(e, *w.Span) || r.inDaysAfter(e, *w.Span)) {
		return nil
	}
	if w == nil || w.Precision != concord.ToCountry || !dealings.has(e.found.act) && e.found.act != ceasefire {
		return w
	}
	if r.amongStates(e, w) {
		return r.besideStates(e)
	}
	if e.found.act == ceasefire {
		return w
	}
	for i := range r.mentions.Places {
		if p := &r.mentions.Places[i]; &p.Where == w && !p.Metonym {
			return w
		}
	}
	for _, a := range e.args {
		if n := a.phrase.actor; n != nil && n.Country == w.Country || a.phrase.place >= 0 && r.mentions.Places[a.phrase.place].Country == w.Country {
			return nil
		}
	}
	return w
}

// amongStates reports whether w is one of several countries that have a part in e: "Armenia and Azerbaijan agreed to a truce".
func (r *reader) amongStates(e *event, w *concord.Where) bool {
	is, others := false, false
	for _, a := range e.args {
		if i := a.phrase.place; i >= 0 && a.role == party {
			p := &r.mentions.Places[i]
			is, others = is || &p.Where == w, others || p.Precision == concord.ToCountry && p.Country != w.Country
		}
	}
	return is && others
}

// besideStates returns the place that e's sentence names besides the countries that have a part in it, nil where it names none: "Armenia and
// Azerbaijan extended the |Karabakh| truce".
func (r *reader) besideStates(e *event) *concord.Where {
	for i := range r.mentions.Places {
		p := &r.mentions.Places[i]
		if at := r.TokenAt(p.Start); r.Tokens[at].Sentence == r.Tokens[e.head].Sentence && p.Precision != concord.ToCountry && !p.Metonym && !r.InDateline(*p.Span) {
			return &p.Where
		}
	}
	return nil
}

// placeOfViolence reports whether the sentence that names a place tells of violence.
func (r *reader) placeOfViolence(w *concord.Where) bool {
	s := r.Tokens[r.TokenAt(w.Span.Start)].Sentence
	return slices.ContainsFunc(r.events, func(x *event) bool { return r.Tokens[x.head].Sentence == s && violence.has(x.found.act) })
}

// apartFromPlaces are the acts that happen in no place that another sentence names for something else.
var apartFromPlaces = dealings | actsOf(ceasefire)

// dealings are what states do with one another.
var dealings = actsOf(agreement, talks, talksFail, mediation, sanction, diplomaticBreak)

// sharper reports whether a is a day or an hour and b only a longer time.
func sharper(a, b *concord.When) bool {
	return exact(a) && !exact(b)
}

// exact reports whether w is a day or an hour.
func exact(w *concord.When) bool {
	return w.Precision == concord.ToDay || w.Precision == concord.ToHour
}

// onOneDay reports whether w is a day or a time of one.
func onOneDay(w *concord.When) bool { return exact(w) && cmp.Or(w.To, w.From).Day() == w.From.Day() }

// leadSentences is how many sentences a report's news takes: what is told after them without a date need not be of its day.
const leadSentences = 6

// tells reports whether one of the account's sentences holds the words.
func (r *reader) tells(a *account, words *concord.Span) bool {
	for _, e := range a.events {
		if r.told(e, words) {
			return true
		}
	}
	return false
}

// countryOf returns the country that a place lies in, w itself where none is known.
func countryOf(w *concord.Where) *concord.Where {
	name := lexicon.Country(w.Country)
	if name == "" {
		return w
	}
	return &concord.Where{Name: name, Country: w.Country, Precision: concord.ToCountry, Span: w.Span, Quote: w.Quote}
}

// finer reports whether a names a smaller place than b, or the place that b is only near.
func finer(a, b *concord.Where) bool {
	return coarseness(a) < coarseness(b) || coarseness(a) == 0 && b.Precision == concord.Near && a.Precision != concord.Near
}

func coarseness(w *concord.Where) int {
	switch w.Precision {
	case concord.ToCountry, concord.ToRegion, concord.Unknown:
		return 3
	case concord.ToProvince:
		return 2
	case concord.ToDistrict:
		return 1
	}
	return 0
}
