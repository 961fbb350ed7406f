package extract

import (
	"slices"
	"sync"

	"concord"
	"concord/lexicon"
	"concord/text"
)

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
	if w == nil || w.Span == nil || !violence.has(e.found.act) && e.truce.step != "violated" || !r.told(e, w.Span) || r.definite(e) {
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
	return apart || r.sumsUp(a)
}

// amongViolations reports whether e's noun names some of the violations of a ceasefire that its sentence tells of: "214 violations, including 31
// explosions".
func (r *reader) amongViolations(e *event) bool {
	p := r.phraseOf(e.head)
	if e.found.pos != 'n' || p == nil || p.first < 2 || !r.opensPart(p.first-1) && !r.opensPart(p.first-2) {
		return false
	}
	return slices.ContainsFunc(r.events, func(x *event) bool {
		return x.truce.step == "violated" && x.head < e.head && r.Tokens[x.head].Sentence == r.Tokens[e.head].Sentence
	})
}

// sumsUp reports whether a begins with a number of attacks of which its report then tells one by one: "82 clashes took place", "two raids killed 13".
func (r *reader) sumsUp(a *account) bool {
	return slices.ContainsFunc(r.struck, func(f *figure) bool {
		return f.measure == concord.Attacks && f.tally.low > 1 && f.event != nil && f.event.account == a && r.Tokens[f.head].Sentence == r.Tokens[a.events[0].head].Sentence
	})
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
