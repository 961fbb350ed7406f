package extract

import (
	"concord"
	"concord/text"
)

// tally is a noun phrase as a figure sees it: tokens [first, last), how many, of whom.
type tally struct {
	first, last int
	head        int // the noun that is counted; the number where none is named
	low         int
	high        *int
	qualifier   concord.Qualifier
	status      concord.Status
	name        *text.Name // of a person counted by name
	stated      bool       // a number or an article says how many
	known       bool       // spoken of before, or a pronoun: counts nobody anew
	subset      bool       // part of another tally: "including four children"
}

// people reports whether those counted are human beings.
func (t *tally) people() bool { return isPerson(t.status) }

func isPerson(s concord.Status) bool {
	switch s {
	case concord.Vehicle, concord.Building, concord.Aircraft, concord.AnAttack, concord.Object:
		return false
	}
	return true
}

// readQuantities notes at each token the quantity whose phrase covers it. Only what counts is noted.
func (r *reader) readQuantities() {
	r.quantityAt = make([]int32, len(r.Tokens))
	for k := range r.mentions.Quantities {
		q := &r.mentions.Quantities[k]
		if !q.Counts {
			continue
		}
		first, last := r.TokensIn(q.Phrase)
		for i := first; i < last; i++ {
			if r.quantityAt[i] == 0 {
				r.quantityAt[i] = int32(k) + 1
			}
		}
	}
}

// quantityOf returns the quantity whose phrase covers token i, or nil.
func (r *reader) quantityOf(i int) *concord.QuantityMention {
	if i < 0 || i >= len(r.quantityAt) || r.quantityAt[i] == 0 {
		return nil
	}
	return &r.mentions.Quantities[r.quantityAt[i]-1]
}

// tallyAt returns the tally of the noun phrase that token i stands in.
func (r *reader) tallyAt(i int) (tally, bool) {
	if q := r.quantityOf(i); q != nil {
		return r.numbered(q), true
	}
	p := r.headlinePhrase(i, r.phraseOf(i))
	if p == nil || r.Tokens[p.head].POS == text.NUM || r.halfWord(p) {
		return tally{}, false
	}
	if q := r.quantityOf(p.head); q != nil {
		return r.numbered(q), true
	}
	return r.bare(p)
}

// headlinePhrase mends what the grammar makes of headlines: "Man shot" is no shot, and "Man" no exclamation.
func (r *reader) headlinePhrase(i int, p *phrase) *phrase {
	if p == nil && r.Tokens[i].POS == text.INTJ {
		p = &phrase{first: i, last: i + 1, head: i, owner: -1, place: -1}
	} else if p != nil && p.head > p.first && i <= p.head && r.isParticiple(p.head) {
		q := *p
		p = &q
		p.head, p.last = q.head-1, q.head
	} else {
		return p
	}
	if r.classify(p); !p.noun.class.people() {
		return r.phraseOf(i)
	}
	return p
}

// isParticiple reports whether token i, taken for a noun, is a participle that tells what befell those before it.
func (r *reader) isParticiple(i int) bool {
	switch r.Tokens[i].Norm {
	case "shot", "hurt", "slain", "killed", "wounded", "injured", "murdered", "stabbed":
		return r.Tokens[i].POS == text.NOUN || r.Tokens[i].POS == text.PROPN
	}
	return false
}

// plausible reports whether t may be whom h befell: people, or things where things are destroyed.
func (r *reader) plausible(h hit, t tally) bool {
	if !isPersonal(h.measure) {
		return true
	}
	if !t.people() || t.qualifier == concord.Some && t.stated && r.quantityOf(t.head) != nil && r.quantityOf(t.head).Counted.Len() == 0 {
		return false
	}
	f := &figure{hit: h, tally: t, measure: h.measure, frame: h.frame}
	return t.name != nil || t.stated || r.nameless(f) || r.knownNoun(&t) || r.personLike(t.head)
}

// numbered returns the tally of a phrase with a number.
func (r *reader) numbered(q *concord.QuantityMention) tally {
	t := tally{low: q.Low, high: q.High, qualifier: q.Qualifier, stated: true, status: concord.Anyone}
	t.first, t.last = r.TokensIn(q.Phrase)
	t.known = r.Tokens[t.first].Norm == "both"
	if q.Counted.Len() == 0 {
		_, last := r.TokensIn(q.Number)
		t.head = last - 1
		return t
	}
	first, last := r.TokensIn(q.Counted)
	t.head = last - 1
	t.status = r.statusOf(first, t.head)
	if r.Tokens[t.head].POS == text.PRON {
		t.subset = true
	}
	return t
}

// noneOf reports whether the words before p say that it was none of them: "none of its |officers|".
func (r *reader) noneOf(p *phrase) bool {
	i := p.first - 1
	if i > 0 && r.Tokens[i].POS == text.DET || i > 0 && r.Tokens[i].Tag == text.PRPS {
		i--
	}
	return i > 0 && r.Tokens[i].Norm == "of" && (r.Tokens[i-1].Norm == "none" || r.Tokens[i-1].Norm == "neither")
}

// bare returns the tally of a phrase without a number: "a soldier" is one, "soldiers" are some, a person's name is one.
func (r *reader) bare(p *phrase) (tally, bool) {
	if r.timeAt[p.head] || r.timeAt[p.first] && r.timeAt[p.last-1] {
		return tally{}, false // a day is nobody
	}
	t := tally{first: p.first, last: p.last, head: p.head, status: r.statusOf(p.first, p.head)}
	if r.noneOf(p) {
		t.high, t.qualifier, t.stated = new(int), concord.None, true
		return t, true
	}
	t.low, t.high, t.qualifier = 1, &one, concord.Exact
	if p.place >= 0 || p.name != nil && p.name.Kind == text.PlaceName {
		t.status = concord.Object
	}
	switch {
	case p.pronoun:
		t.known = true
	case p.name != nil && p.name.Kind == text.PersonName:
		t.name, t.stated = p.name, true
	case p.plural && r.isTwin(p) || r.Tokens[p.head].Lemma == "couple" && !p.plural && !p.definite:
		two := 2
		t.low, t.high, t.stated = 2, &two, true
		t.known = p.definite && !r.isOwned(p)
	case p.plural || collectives[r.Tokens[p.head].Lemma]:
		t.low, t.high, t.qualifier = 2, nil, concord.Some
		t.known = p.definite && !r.isOwned(p)
	default:
		t.known = p.definite && !r.isOwned(p)
		t.stated = !t.known && (p.definite || r.hasArticle(p))
	}
	return t, true
}

// isTwin reports whether "twin" before the noun says that there are two: "twin boys".
func (r *reader) isTwin(p *phrase) bool {
	for i := p.first; i < p.head; i++ {
		if r.Tokens[i].Norm == "twin" {
			return true
		}
	}
	return false
}

// collectives are nouns that mean several in the singular.
var collectives = map[string]bool{"family": true, "personnel": true, "staff": true, "police": true, "group": true, "crew": true, "cattle": true,
	"livestock": true, "infantry": true, "cavalry": true, "clan": true, "household": true, "team": true, "crowd": true, "folk": true,
	"people": true, "population": true, "number": true, "convoy": true, "fleet": true}

// isOwned reports whether a possessive stands before the noun: "his wife" need not have been spoken of.
func (r *reader) isOwned(p *phrase) bool {
	for i := p.first; i < p.head; i++ {
		if t := r.Tokens[i].Tag; t == text.PRPS || t == text.Genitive {
			return p.noun.class.people() && !p.noun.class.body()
		}
	}
	return false
}

// hasArticle reports whether the phrase has "a", "an" or "another", or stands without any article where headlines leave it out.
func (r *reader) hasArticle(p *phrase) bool {
	for i := p.first; i < p.head; i++ {
		switch r.Tokens[i].Norm {
		case "a", "an", "another":
			return true
		}
	}
	return p.noun.class.people() && !p.noun.class.body()
}

// statusOf says what is known of those whom tokens first to head name.
func (r *reader) statusOf(first, head int) concord.Status {
	if r.Tokens[head].POS == text.PRON {
		return concord.Anyone
	}
	found := concord.Status("")
	for i := head; i >= first; i-- {
		status, length := r.wordStatus(i, head)
		if length == 0 {
			continue
		}
		if found == "" || i+length > head || found == concord.Anyone && isPerson(status) {
			found = status
		}
	}
	if found == "" {
		return concord.Anyone
	}
	return found
}

// wordStatus returns the status that a noun of the table gives where it ends at token i or begins there; words before the
// head count only where they are about people ("civilian deaths", "child victims"). length is 0 where none does.
func (r *reader) wordStatus(i, head int) (status concord.Status, length int) {
	lemma := func(j int) string { return r.Tokens[j].Lemma }
	n, length := nouns().Match(lemma, i, head+1)
	if length == 0 {
		n, length = nouns().Match(func(j int) string { return singular(r.Tokens[j].Norm) }, i, head+1)
	}
	if length == 0 || i+length <= head && (!n.class.people() || n.class.body()) {
		return "", 0
	}
	return n.status, length
}
