package extract

import (
	"cmp"
	"slices"

	"concord"
	"concord/text"
)

// measures reports whether e is told only to say when the violence of a happened, or how it compares: "the blast came hours after gunmen shot a
// guard", "the most since an attack on the port".
func (r *reader) measures(a *account, e *event) bool {
	first := r.Sentences[r.Tokens[e.head].Sentence].First
	if !violence.has(e.found.act) || r.definite(e) {
		return false
	}
	if t := &r.Tokens[e.head]; t.Head >= 0 && (t.Rel == text.Advcl || t.Rel == text.Conj) {
		if x := r.eventOf[t.Head]; x != nil && x != e && x.head < e.head && x.found.pos == 'v' && r.measures(a, x) {
			return true // "…, wounding a constable"
		}
	}
	for i := e.first - 1; i > first && i >= e.first-measureReach; i-- {
		if w := r.Tokens[i].Norm; w == "since" || (w == "after" || w == "before") && r.isUnit(i-1) {
			return slices.ContainsFunc(a.events, func(x *event) bool { return x.head < i }) &&
				!slices.ContainsFunc(e.args, func(x argument) bool { return x.role == patient && x.phrase.pronoun })
		}
		if r.Tokens[i].POS == text.PUNCT || r.eventOf[i] != nil && r.eventOf[i] != e {
			return false
		}
	}
	return false
}

// unlike reports whether e, which is only denied, planned or feared, is of other places or people than a, which happened, and names them anew:
// "denied that it had carried out a strike on Odesa", "had planned strikes on hospitals".
func (r *reader) unlike(a *account, e *event) bool {
	if e.claim.Modality == concord.Asserted || !violence.has(e.found.act) || r.pointsBack(e) || slices.ContainsFunc(e.args, func(x argument) bool {
		return x.role == patient && (x.phrase.definite || x.phrase.pronoun)
	}) {
		return false
	}
	apart := false
	for _, x := range a.events {
		if x.claim.Modality != concord.Asserted || r.Tokens[x.head].Sentence == r.Tokens[e.head].Sentence || r.sameOnes(x, e, patient) == equal || r.samePlace(x, e) == equal {
			return false
		}
		apart = apart || r.samePlace(x, e) == differ || r.sameOnes(x, e, patient) == differ
	}
	return apart
}

// pastMeasure reports whether words stand in the clause of another happening, by which e is only measured: "the blast came hours after a raid in
// Gao".
func (r *reader) pastMeasure(e *event, words concord.Span) bool {
	at := r.TokenAt(words.Start)
	for i := e.head + 1; i < at && r.Tokens[i].Sentence == r.Tokens[e.head].Sentence; i++ {
		if w := r.Tokens[i].Norm; (w == "after" || w == "before") && r.isUnit(i-1) {
			return slices.ContainsFunc(r.events, func(x *event) bool { return x.head > i && x.head < at && violence.has(x.found.act) })
		}
	}
	return false
}

// measureReach is how many words before an event may measure others by it.
const measureReach = 6

// isUnit reports whether token i is a length of time: "hours", "a day".
func (r *reader) isUnit(i int) bool {
	switch r.Tokens[i].Lemma {
	case "minute", "hour", "day", "week", "month", "year":
		return true
	}
	return false
}

// longAgo reports whether e is told of a day long before the report's, and a as its news, without a day: "gunmen shot two guards", and that
// in March others had been shot. A noun that points back names the day of what was told.
func (r *reader) longAgo(a *account, e *event) bool {
	w := e.claim.When
	if w == nil || w.Span == nil || !r.told(e, w.Span) || r.definite(e) && !r.superlative(e) && !r.takenUp(e) || r.Tokens[e.head].Sentence == r.Tokens[a.events[0].head].Sentence || !r.isNews(a) && !r.takenUp(e) || r.sameHit(a, e) {
		return false
	}
	_, last, ok := cmp.Or(w.To, w.From).Bounds()
	first := a.events[0].claim.When
	if first == nil {
		return false
	}
	news, _, known := first.From.Bounds()
	return ok && known && news.Sub(last).Hours() > 24*farDays
}

// takenUp reports whether a verb above e's noun says that it goes on or begins anew, whoever's it is: "the army resumed its bombardment in March".
func (r *reader) takenUp(e *event) bool {
	t := &r.Tokens[e.head]
	if e.found.pos != 'n' || t.Rel != text.Obj || t.Head < 0 {
		return false
	}
	switch r.Tokens[t.Head].Lemma {
	case "resume", "restart", "renew", "continue", "begin", "start", "intensify":
		return true
	}
	return false
}

// superlative reports whether e's noun is ranked among others: "the deadliest attack", "the worst raid in years".
func (r *reader) superlative(e *event) bool {
	p := r.phraseOf(e.head)
	return p != nil && slices.ContainsFunc(r.Tokens[p.first:p.head], func(t text.Token) bool { return t.Tag == text.JJS })
}

// sameHit reports whether e tells of one whom an event of a hit, by name or as "he".
func (r *reader) sameHit(a *account, e *event) bool {
	if slices.ContainsFunc(e.args, func(x argument) bool { return x.role == patient && x.phrase.pronoun }) {
		return true
	}
	return slices.ContainsFunc(a.events, func(x *event) bool { return r.sameOnes(x, e, patient) == equal })
}

// isNews reports whether what a account begins with is told as news of the report's own day: by a verb in the past or the perfect, without a
// day, and no later sentence of it names one.
func (r *reader) isNews(a *account) bool {
	x := a.events[0]
	w := x.claim.When
	if w == nil || x.found.pos != 'v' || x.claim.Modality != concord.Asserted || w.Precision != concord.Unknown {
		return false
	}
	return !slices.ContainsFunc(a.events, func(x *event) bool {
		w := x.claim.When
		return w != nil && w.Span != nil && r.told(x, w.Span) && w.Precision != concord.Unknown
	})
}
