package extract

import (
	"cmp"
	"slices"
	"sync"

	"concord"
	"concord/lexicon"
	"concord/text"
)

// toldApart reports whether e, whatever it has in common with account a, is told as another happening: on the next day of a chronicle, at the next
// place or in the next item of a round-up, as one of long ago, after "separately", or as what another was measured by.
func (r *reader) toldApart(a *account, e *event) bool {
	return r.opensDay(a, e) || r.opensPlace(a, e) || r.opensItem(a, e) || r.opensOther(a, e) || r.longAgo(a, e) || r.measures(a, e) || r.unlike(a, e)
}

// placed reports whether e's sentence opens with its place after a preposition, or with a place before the noun that begins what is told, as in a
// list that has lost its stops: "Homs Army units killed".
func (r *reader) placed(e *event, words concord.Span) bool {
	s := r.Sentences[r.Tokens[e.head].Sentence]
	if at := r.TokenAt(words.Start); at > s.First && at <= s.First+2 && r.Tokens[at-1].POS == text.ADP {
		return true
	}
	i := s.First
	for i < s.Last && r.placeAt[i] > 0 {
		i++
	}
	if i == s.First || i >= s.Last || r.mentions.Places[r.placeAt[s.First]-1].Metonym {
		return false
	}
	next := &r.Tokens[i]
	begins := r.Text[next.Start]
	return begins >= 'A' && begins <= 'Z' && next.POS != text.VERB && next.POS != text.AUX && next.POS != text.PROPN
}

// opensItem reports whether e stands in another item of a list than all of a, names no place that a does, and does not point back.
func (r *reader) opensItem(a *account, e *event) bool {
	if !violence.has(e.found.act) || r.definite(e) {
		return false
	}
	return !slices.ContainsFunc(a.events, func(x *event) bool {
		return r.itemOf(x.head) == r.itemOf(e.head) || r.itemOf(x.head) == 0 || r.samePlace(x, e) == equal && r.sameDay(x, e) != differ
	})
}

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

// opensDay reports whether e's sentence opens with another day than that of each event of a that names one: the next entry of a
// chronicle. Who died or was held on a later day has a part in what was told before.
func (r *reader) opensDay(a *account, e *event) bool {
	if !(means | assaults).any(actsOf(e.found.act)|e.signals) || !r.fronted(e) {
		return false
	}
	apart := false
	for _, x := range a.events {
		switch r.sameDay(x, e) {
		case equal:
			return false
		case differ:
			apart = apart || x.claim.When.Precision == concord.ToDay
		}
	}
	return apart
}

// fronted reports whether e's sentence opens with the day of e.
func (r *reader) fronted(e *event) bool {
	w := e.claim.When
	if w == nil || w.Span == nil || w.Precision != concord.ToDay || !r.told(e, w.Span) {
		return false
	}
	return r.TokenAt(w.Span.Start) <= r.Sentences[r.Tokens[e.head].Sentence].First+1
}

// opensPlace reports whether e's sentence opens with another place than that of each event of a that names one: "In Kano, gunmen shot a nurse".
func (r *reader) opensPlace(a *account, e *event) bool {
	w := e.claim.Where
	if w == nil || w.Span == nil || !violence.has(e.found.act) || !r.told(e, w.Span) || r.definite(e) {
		return false
	}
	if !r.placed(e, *w.Span) {
		return false
	}
	apart := false
	for _, x := range a.events {
		switch r.samePlace(x, e) {
		case equal:
			return false
		case differ:
			apart = true
		}
		apart = apart || elsewhereThan(x, w)
	}
	return apart
}

// elsewhereThan reports whether x's place, if only that of a sentence before its own, lies in another province than w.
func elsewhereThan(x *event, w *concord.Where) bool {
	at := x.claim.Where
	return at != nil && at.Admin1 != "" && w.Admin1 != "" && (at.Country != w.Country || at.Admin1 != w.Admin1)
}

// opensOther reports whether e's sentence opens with words that set it apart from all that was told before: "separately", "elsewhere", and where
// it names another place "meanwhile", or with others who did it: "another unit". What points back may still go with what was told.
func (r *reader) opensOther(a *account, e *event) bool {
	s := r.Tokens[e.head].Sentence
	if !violence.has(e.found.act) || r.definite(e) || slices.ContainsFunc(a.events, func(x *event) bool { return r.Tokens[x.head].Sentence == s }) {
		return false
	}
	first := r.Sentences[s].First
	if r.Tokens[first].POS == text.CCONJ || r.Tokens[first].POS == text.PUNCT {
		first++
	}
	if w := r.Tokens[first].Norm; (w == "another" || w == "other") && r.byOthers(e, first) {
		return true
	}
	kind, length := elsewhere().Match(r.norm, first, r.Sentences[s].Last)
	return length > 0 && (kind == "always" || r.newPlace(a, e))
}

// byOthers reports whether token i stands in the words for the armed who did e.
func (r *reader) byOthers(e *event, i int) bool {
	return slices.ContainsFunc(e.args, func(x argument) bool {
		return x.role == agent && x.phrase.first <= i && i < x.phrase.last && x.phrase.noun.class.armed()
	})
}

// newPlace reports whether e's sentence names a place, and none of a the same.
func (r *reader) newPlace(a *account, e *event) bool {
	w := e.claim.Where
	return w != nil && r.told(e, w.Span) && !slices.ContainsFunc(a.events, func(x *event) bool { return r.samePlace(x, e) == equal })
}

// elsewhere are the rows of lexicon/elsewhere.tsv: words that open the next piece of news of a round-up.
var elsewhere = sync.OnceValue(func() *lexicon.Phrases[string] {
	phrases := lexicon.NewPhrases[string]()
	for _, row := range lexicon.Table("elsewhere") {
		phrases.Add(row.Get("words"), row.Get("kind"))
	}
	return phrases
})

// longAgo reports whether e is told of a day long before the report's, and a as its news, without a day: "gunmen shot two guards", and that
// in March others had been shot. A noun that points back names the day of what was told.
func (r *reader) longAgo(a *account, e *event) bool {
	w := e.claim.When
	if w == nil || w.Span == nil || !r.told(e, w.Span) || r.definite(e) || r.Tokens[e.head].Sentence == r.Tokens[a.events[0].head].Sentence || !r.isNews(a) || r.sameHit(a, e) {
		return false
	}
	_, last, ok := cmp.Or(w.To, w.From).Bounds()
	news, _, known := a.events[0].claim.When.From.Bounds()
	return ok && known && news.Sub(last).Hours() > 24*farDays
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

// another reports whether e's words set it apart: "a second blast", "another attack", "meanwhile".
func (r *reader) another(e *event) bool {
	s := r.Sentences[r.Tokens[e.head].Sentence]
	for i := s.First; i < min(s.First+4, s.Last); i++ {
		if apartWords()[r.Tokens[i].Norm] {
			return true
		}
	}
	if p := r.phraseOf(e.head); p != nil && e.found.pos != 'v' && r.setsApart(p) {
		return true
	}
	return slices.ContainsFunc(e.args, func(a argument) bool { return a.role == instrument && r.setsApart(a.phrase) })
}

// setsApart reports whether words before the phrase's noun tell it from one told before.
func (r *reader) setsApart(p *phrase) bool {
	for i := p.first; i < p.head; i++ {
		if apartWords()[r.Tokens[i].Norm] {
			return true
		}
	}
	return false
}

// apartWords are the rows of lexicon/apart.tsv: they set an event apart from those told before.
var apartWords = sync.OnceValue(func() map[string]bool { return lexicon.Set("apart", "word") })

// farDays is how many days part two happenings for certain, whatever else they have in common.
const farDays = 10

// daysApart returns how many days lie between the times that the words of two events name, 0 where they meet or name none.
func (r *reader) daysApart(a, e *event) int {
	from, _, ok1 := a.claim.When.From.Bounds()
	_, to, ok2 := cmp.Or(a.claim.When.To, a.claim.When.From).Bounds()
	from2, _, ok3 := e.claim.When.From.Bounds()
	_, to2, ok4 := cmp.Or(e.claim.When.To, e.claim.When.From).Bounds()
	if !ok1 || !ok2 || !ok3 || !ok4 {
		return 0
	}
	return int(max(from.Sub(to2), from2.Sub(to)).Hours() / 24)
}
