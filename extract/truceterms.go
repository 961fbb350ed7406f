package extract

import (
	"slices"
	"strings"
	"sync"

	"concord"
	"concord/lexicon"
	"concord/text"
)

// truceTells is lexicon/truceterms.tsv.
var truceTells = sync.OnceValue(func() *lexicon.Phrases[string] {
	p := lexicon.NewPhrases[string]()
	for _, row := range lexicon.Table("truceterms") {
		p.Add(row.Get("words"), row.Get("tells"))
	}
	return p
})

// truceTerms returns what the sentence of e tells of its ceasefire beside the step: how long it is to last, what it is for, whether
// it was put on paper, how often it was broken. It is nil where nothing of it is told.
func (r *reader) truceTerms(e *event) *concord.Truce {
	var t concord.Truce
	if e.truce.step == "violated" {
		t.Low, t.High = r.timesBroken(e)
	} else if !r.lookedBackOn(e) {
		r.lasts(e, &t)
		r.tellsOf(e, &t)
	}
	if t.Until == nil && t.Length == "" {
		t.From = nil // "violations from 12 June on"
	}
	if t == (concord.Truce{}) {
		return nil
	}
	return &t
}

// lookedBackOn reports whether the ceasefire is only spoken of as one that was: "a truce that had lasted five months".
func (r *reader) lookedBackOn(e *event) bool {
	s := r.Sentences[r.Tokens[e.head].Sentence]
	for i := e.head + 1; i < min(e.head+5, s.Last); i++ {
		if t := &r.Tokens[i]; t.Lemma == "last" && (t.Tag == text.VBD || t.Tag == text.VBN) {
			return true
		}
	}
	return false
}

// lasts reads how long the ceasefire is to last: "a 72-hour truce", "extended by two days", "until Saturday", "from 12 to 19 June".
func (r *reader) lasts(e *event, t *concord.Truce) {
	s := r.Sentences[r.Tokens[e.head].Sentence]
	for i := range r.mentions.Times {
		m := &r.mentions.Times[i]
		first, last := r.TokensIn(m.Span)
		if first < s.First || first >= s.Last || r.otherTruceNearer(e, first) {
			continue
		}
		before := ""
		if first > s.First {
			before = r.Tokens[first-1].Norm
		}
		switch {
		case m.Type == "DURATION" && t.Length == "" && (last <= e.head && r.leadsTo(last, e.head) || first > e.head && r.setsLength(first, before)):
			t.Length = m.Value
		case m.When != nil && first > e.head && (before == "until" || before == "till" || before == "through" || before == "to" && r.ranges(s.First, first)):
			t.Until = m.When
		case m.When != nil && first > e.head && before == "from" && t.From == nil:
			t.From = m.When
		}
	}
}

// leadsTo reports whether all tokens from first up to head belong to the noun phrase of head: "72-hour humanitarian truce".
func (r *reader) leadsTo(first, head int) bool {
	for i := first; i < head; i++ {
		switch t := &r.Tokens[i]; {
		case t.POS == text.ADJ, t.POS == text.NOUN, t.POS == text.PROPN, t.Tag == text.HYPH, t.Norm == ",", t.Norm == "and", t.Tag == text.VBN:
		default:
			return false
		}
	}
	return true
}

// setsLength reports whether the duration at token i, with the word before it, is one that something is to last: "by five days", "for another
// week", "will last 72 hours"; not "within 24 hours", "after five months".
func (r *reader) setsLength(i int, before string) bool {
	switch before {
	case "by", "for", "of":
		return true
	}
	if r.Tokens[i].Lemma == "last" && r.Tokens[i].Tag != text.VBD { // taken for a part of the time
		return true
	}
	s := r.Sentences[r.Tokens[i].Sentence]
	for j := i - 1; j >= max(s.First, i-3); j-- {
		if t := &r.Tokens[j]; t.Lemma == "last" && t.POS == text.VERB && t.Tag != text.VBD && t.Tag != text.VBN {
			return true
		}
		if t := &r.Tokens[j]; t.POS != text.ADV && t.POS != text.ADJ && t.POS != text.DET {
			return t.Lemma == "extend"
		}
	}
	return false
}

// ranges reports whether "from" stands between the two tokens.
func (r *reader) ranges(first, last int) bool {
	for i := first; i < last; i++ {
		if r.Tokens[i].Norm == "from" {
			return true
		}
	}
	return false
}

// otherTruceNearer reports whether another ceasefire of the sentence stands nearer to token i than e does.
func (r *reader) otherTruceNearer(e *event, i int) bool {
	for _, other := range r.events {
		if other != e && other.found.act == ceasefire && r.Tokens[other.head].Sentence == r.Tokens[e.head].Sentence && apart(other.head, i) < apart(e.head, i) {
			return true
		}
	}
	return false
}

func apart(i, j int) int { return max(i-j, j-i) }

// purposes are what a ceasefire may be for, those first that say more.
var purposes = []string{"holiday", "election", "prisoner_exchange", "evacuation", "humanitarian", "peace_process"}

// tellsOf reads from the words of the sentence whether the ceasefire is to have no end, what it is for, and whether it was put on paper.
func (r *reader) tellsOf(e *event, t *concord.Truce) {
	s := r.Sentences[r.Tokens[e.head].Sentence]
	tells := map[string]bool{}
	for i := s.First; i < s.Last; i++ {
		word := func(k int) string { return r.Tokens[k].Lemma }
		what, n := truceTells().Match(word, i, s.Last)
		if n == 0 {
			what, n = truceTells().Match(r.norm, i, s.Last)
		}
		if n == 0 || r.otherTruceNearer(e, i) {
			continue
		}
		tells[what] = true
		if what == "holiday" {
			t.Occasion = strings.TrimSpace(r.Words(i, i+n))
		}
	}
	t.Open = tells["open"] && t.Length == "" && t.Until == nil
	for _, purpose := range purposes {
		if tells[purpose] {
			t.Purpose = purpose
			break
		}
	}
	if made := e.truce.step == "agreed" || e.truce.step == "declared" || e.truce.step == "mentioned"; made && (tells["written"] || tells["unwritten"]) {
		written := tells["written"] && !tells["unwritten"] && !r.denies(s)
		t.Written = &written
	}
}

// tellsPurpose reports whether a sentence says what something is for.
func (r *reader) tellsPurpose(s text.Sentence) bool {
	for i := s.First; i < s.Last; i++ {
		if what, n := truceTells().Match(func(k int) string { return r.Tokens[k].Lemma }, i, s.Last); n > 0 && slices.Contains(purposes, what) {
			return true
		}
	}
	return false
}

// denies reports whether the sentence says "not" or "never".
func (r *reader) denies(s text.Sentence) bool {
	for i := s.First; i < s.Last; i++ {
		if n := r.Tokens[i].Norm; n == "not" || n == "never" || n == "n't" {
			return true
		}
	}
	return false
}

// timesBroken returns how many breaches a claim tells of: "264 violations", "no violations", "broke the truce 21 times"; both nil where it tells no number.
func (r *reader) timesBroken(e *event) (low, high *int) {
	noun := e.truce.word
	if noun < 0 {
		return nil, nil
	}
	s := r.Sentences[r.Tokens[noun].Sentence]
	if r.Tokens[noun].POS == text.NOUN {
		for i := min(noun, e.head) - 1; i >= s.First; i-- {
			if q := r.numberAt(i); q != nil {
				return &q.Low, q.High
			}
			switch t := &r.Tokens[i]; {
			case t.Norm == "no" || t.Norm == "zero":
				none := 0
				return &none, &none
			case t.POS != text.ADJ && t.POS != text.NOUN && t.POS != text.PROPN && t.Tag != text.HYPH && t.Norm != "new":
				return r.timesIn(noun, s.Last)
			}
		}
	}
	return r.timesIn(noun, s.Last)
}

// timesIn reads "21 times", "twice" up to token last.
func (r *reader) timesIn(first, last int) (low, high *int) {
	for i := first; i < last; i++ {
		switch t := &r.Tokens[i]; {
		case t.Norm == "twice":
			two := 2
			return &two, &two
		case t.Norm == "times" && r.numberAt(i) != nil:
			q := r.numberAt(i)
			return &q.Low, q.High
		case t.Norm == "and" || t.Norm == "but" || t.Norm == ";":
			return nil, nil
		}
	}
	return nil, nil
}

// numberAt returns the quantity of which token i is a part, whatever it counts.
func (r *reader) numberAt(i int) *concord.QuantityMention {
	at := r.Tokens[i].Start
	for k := range r.mentions.Quantities {
		if q := &r.mentions.Quantities[k]; q.Start <= at && at < q.End || q.Phrase.Start <= at && at < q.Phrase.End {
			return q
		}
	}
	return nil
}
