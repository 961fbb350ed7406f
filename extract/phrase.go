package extract

import (
	"cmp"
	"slices"
	"sync"

	"concord"
	"concord/lexicon"
	"concord/text"
)

// phrase is a noun phrase without what follows its head.
type phrase struct {
	first, last int // tokens
	head        int
	owner       int // the phrase in the genitive before it, or -1
	noun        noun
	name        *text.Name            // the name that its head stands in
	actor       *concord.ActorMention // the actor that its head stands in
	place       int                   // index of the place mention that its head stands in, or -1
	low         int
	high        *int
	counted     bool // it has a number
	plural      bool
	definite    bool // "the", "this", a genitive
	pronoun     bool
	common      bool // its head is a noun of lexicon/nouns.tsv
}

// phrases cuts every sentence into noun phrases.
func (r *reader) readPhrases() {
	r.phraseAt = make([]int32, len(r.Tokens))
	r.phrases = make([]phrase, 0, len(r.Tokens)/3)
	for s := range r.Sentences {
		for i := r.Sentences[s].First; i < r.Sentences[s].Last; {
			i = r.phraseFrom(i, r.Sentences[s].Last)
		}
	}
	for i := range r.phrases {
		r.collect(&r.phrases[i])
	}
}

// manyOf are the rows of lexicon/collectives.tsv.
var manyOf = sync.OnceValue(func() map[string]bool { return lexicon.Set("collectives", "word") })

// collect gives a collective noun the class of those it is made of: "a coalition of armed groups", "members of the police".
func (r *reader) collect(p *phrase) {
	if !manyOf()[r.Tokens[p.head].Lemma] || p.last+1 >= len(r.Tokens) || r.Tokens[p.last].Norm != "of" {
		return
	}
	if q := r.phraseOf(p.last + 1); q != nil && q.noun.class.people() && !q.pronoun {
		p.noun, p.plural = q.noun, p.plural || r.Tokens[p.head].Lemma != "member"
	}
}

// phraseFrom reads a phrase that begins at token i, if one does, and returns where to go on.
func (r *reader) phraseFrom(i, last int) int {
	first, head := i, -1
	owner := -1
	for ; i < last; i++ {
		t := &r.Tokens[i]
		if age := r.ageEnd(i, last); age > i && head < 0 {
			i = age - 1
			continue
		}
		if i > first && r.timeAt[i] != r.timeAt[i-1] && t.Tag != text.Genitive {
			if r.timeAt[i] && head >= 0 {
				break // "dozens of civilians Friday"
			}
			if r.timeAt[first] {
				first = i // "On 12 March 2014 Islamic State fighters"
			}
			head = -1
		}
		switch {
		case t.Tag == text.Genitive && head >= 0:
			owner = r.addPhrase(first, i, head, owner)
			head = -1
			continue
		case head < 0 && r.tiedAdjective(i, last) > i:
			i = r.tiedAdjective(i, last)
			continue
		case t.POS == text.NOUN || t.POS == text.PROPN:
			head = i
			continue
		case t.POS == text.PRON && t.Tag != text.PRPS && t.Tag != text.DT:
			if head < 0 && owner < 0 && (t.Tag == text.PRP || t.Tag == text.WP || t.Tag == text.WDT) {
				r.addPhrase(i, i+1, i, -1)
				return i + 1
			}
		case t.POS == text.NUM && head < 0, t.POS == text.ADJ && head < 0, t.Tag == text.PRPS && head < 0, t.POS == text.DET && head < 0:
			continue
		case t.POS == text.ADJ && head >= 0 && i+1 < last && r.Tokens[i+1].POS == text.PROPN && r.Tokens[i-1].POS != text.PUNCT:
			continue // "secretary general Hector Oqueli"
		case t.POS == text.NUM && head >= 0 && r.Tokens[i-1].POS == text.PROPN, t.POS == text.SYM && head < 0, t.Tag == text.HYPH:
			continue
		case t.POS == text.ADV && (t.Tag != text.WRB || t.Norm == "how") && head < 0 && i+1 < last && (r.Tokens[i+1].POS == text.NUM || r.Tokens[i+1].POS == text.ADJ):
			continue
		case (t.Tag == text.VBN || t.Tag == text.VBG) && head < 0 && r.prenominal(i, first, last):
			continue
		}
		break
	}
	if head < 0 {
		head = r.bareHead(first, i)
	}
	if head >= 0 {
		r.addPhrase(first, head+1, head, owner)
		return max(i, head+1)
	}
	return max(i, first) + 1
}

// ageEnd returns the token after an age that begins at token i as "19-year-old" does, i where none begins.
func (r *reader) ageEnd(i, last int) int {
	if r.Tokens[i].POS != text.NUM {
		return i
	}
	at := i + 1
	for _, word := range [...]string{"year", "old"} {
		for at < last && r.Tokens[at].Norm == "-" {
			at++
		}
		if at >= last || !r.is(at, word) && !(word == "year" && r.is(at, "month")) {
			return i
		}
		at++
	}
	return at
}

// tiedAdjective returns the participle or adjective that a hyphen ties to the word that begins at token i, where both describe the noun after them: "an
// army-|aligned| governor", "al-Qaeda-|linked| rebels"; i where none does.
func (r *reader) tiedAdjective(i, last int) int {
	if r.Tokens[i].POS != text.NOUN && r.Tokens[i].POS != text.PROPN {
		return i
	}
	at := i
	for at+3 < last && r.hyphen(at+1, last) {
		at += 2
	}
	tied := &r.Tokens[at]
	if at == i || tied.POS != text.ADJ && tied.POS != text.VERB || !tied.SpaceAfter {
		return i
	}
	switch r.Tokens[at+1].POS {
	case text.NOUN, text.PROPN, text.ADJ:
		return at
	}
	return i
}

// prenominal reports whether participle i stands before its noun: "an unidentified gunman", "burning tyres".
func (r *reader) prenominal(i, first, last int) bool {
	if i+1 >= last || r.Tokens[i].Norm == "including" {
		return false
	}
	next := r.Tokens[i+1]
	nounNext := next.POS == text.NOUN || next.POS == text.ADJ || next.POS == text.PROPN
	return nounNext && (i > first || i > 0 && r.Tokens[i-1].POS == text.ADP)
}

// bareHead returns the head of a phrase without a noun: "three", "the wounded"; -1 where it is none.
func (r *reader) bareHead(first, last int) int {
	for i := last - 1; i >= first; i-- {
		if r.Tokens[i].POS == text.NUM || r.Tokens[i].POS == text.ADJ && i > first && r.Tokens[first].POS == text.DET {
			return i
		}
	}
	return -1
}

func (r *reader) addPhrase(first, last, head, owner int) int {
	for first < head && (r.isSign(first) || r.Tokens[first].POS == text.PUNCT || r.Tokens[first].POS == text.CCONJ || r.approximates(first)) {
		first++
	}
	p := phrase{first: first, last: last, head: head, owner: owner, place: -1, low: 1}
	if owner >= 0 {
		p.first = r.phrases[owner].first
		p.definite = true
	}
	r.classify(&p)
	r.count(&p)
	r.phrases = append(r.phrases, p)
	for i := first; i < last; i++ {
		r.phraseAt[i] = int32(len(r.phrases))
	}
	return len(r.phrases) - 1
}

// approximates reports whether token i is the rest of "at least", "at most" or "more than" before a number.
func (r *reader) approximates(i int) bool {
	switch r.Tokens[i].Norm {
	case "least", "most", "more", "than", "about", "some", "nearly", "almost", "approximately", "around", "over":
		return r.Tokens[i+1].POS == text.NUM || r.Tokens[i+1].Norm == "than"
	}
	return false
}

// phraseOf returns the phrase that token i stands in, or nil; i may lie before the first token or after the last.
func (r *reader) phraseOf(i int) *phrase {
	if i < 0 || i >= len(r.phraseAt) || r.phraseAt[i] == 0 {
		return nil
	}
	return &r.phrases[r.phraseAt[i]-1]
}

// classify finds out what the phrase stands for: by its head noun with the words before it, else by its name.
func (r *reader) classify(p *phrase) {
	head := &r.Tokens[p.head]
	p.pronoun = head.POS == text.PRON
	p.plural = (head.Tag == text.NNS || head.Tag == text.NNPS) && !invariants()[head.Norm]
	for i := p.first; i < p.head; i++ {
		switch r.Tokens[i].Norm {
		case "the", "this", "these", "that", "those", "his", "her", "its", "their", "my", "our":
			p.definite = true
		}
	}
	p.name = r.NameAt(p.head)
	if k := r.actorAt[p.head]; k > 0 {
		p.actor = &r.mentions.Actors[k-1]
	}
	p.place = int(r.placeAt[p.head]) - 1
	p.noun = r.nounClass(p)
}

// count reads the number in the phrase.
func (r *reader) count(p *phrase) {
	span := r.Span(p.first, p.last)
	after := func(q concord.QuantityMention, start int) int { return cmp.Compare(q.End, start+1) }
	i, _ := slices.BinarySearchFunc(r.mentions.Quantities, span.Start, after)
	for ; i < len(r.mentions.Quantities); i++ {
		q := &r.mentions.Quantities[i]
		if q.Start >= span.End {
			break
		}
		if q.Counts && q.Number.Start >= span.Start && q.Number.End <= span.End && q.Number.End > q.Number.Start {
			p.low, p.high, p.counted = q.Low, q.High, true
			p.plural = p.plural || q.Low > 1
			return
		}
	}
	if p.plural {
		p.low, p.high = 2, nil
		return
	}
	p.low, p.high = 1, &one
}

// one is the upper bound of what is named in the singular. Nobody changes it.
var one = 1
