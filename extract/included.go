package extract

import (
	"concord"
	"concord/text"
)

// included adds the parts that a sentence names of those hurt without counting them all: "the dead included two nurses", "among those killed
// were three boys".
func (r *reader) included(s int, list []*figure) []*figure {
	sentence := r.Sentences[s]
	for i := sentence.First + 1; i < sentence.Last; i++ {
		t := &r.Tokens[i]
		var whole hit
		var ok bool
		switch {
		case t.Lemma == "include" && t.POS == text.VERB && t.Tag != text.VBG && t.Tag != text.VB || t.Norm == "include" && t.POS == text.VERB:
			whole, ok = r.thoseHurt(sentence.First, i)
		case isBe(t.Norm) && r.Tokens[sentence.First].Norm == "among":
			whole, ok = r.thoseHurt(sentence.First+1, i)
		}
		if !ok {
			continue
		}
		for _, part := range r.tallsAfter(i + 1) {
			if part.subset = true; part.people() && !part.known && figureAt(list, part) == nil {
				list = append(list, &figure{hit: whole, measure: whole.measure, tally: part, head: part.head, frame: victimNoun})
			}
		}
	}
	return list
}

// thoseHurt reads tokens [first, last) as a word for all who were hurt: "the dead", "those killed", "the victims", who are whom the report
// counted last. ok is false where they are none.
func (r *reader) thoseHurt(first, last int) (h hit, ok bool) {
	if first+1 >= last || last-first > 7 || r.Tokens[first].Norm != "the" && r.Tokens[first].Norm != "those" {
		return h, false
	}
	for i := first + 1; i < last; i++ {
		if r.quantityOf(i) != nil {
			return h, false
		}
		if h, ok := r.hitAt(i, last); ok && h.tells() && (h.measure == concord.Killed || h.measure == concord.Injured || h.measure == concord.Casualties) {
			return h, true
		}
		if r.Tokens[i].Lemma == "victim" {
			return r.lastHarm(i)
		}
	}
	return h, false
}

// lastHarm returns the words that told last what befell people, for the noun at token i that says no more.
func (r *reader) lastHarm(i int) (h hit, ok bool) {
	if len(r.struck) == 0 {
		return h, false
	}
	last := r.struck[len(r.struck)-1]
	if last.measure != concord.Killed && last.measure != concord.Injured && last.measure != concord.Casualties {
		return h, false
	}
	same := *last.hit.blow
	same.measure, same.frame = last.measure, victimNoun
	return hit{blow: &same, first: i, last: i + 1, verb: i}, true
}

// closers are the marks between which parts stand right after those they are of, by the mark that opens.
var closers = map[string]string{"(": ")", ",": ",", "-": "-", "–": "–", "—": "—"}

// bracketed adds the parts that stand right after those they are of: "five people (two women and three children)", and between commas or
// dashes where they add up: "17 people, 12 farmers and five guards, were killed".
func (r *reader) bracketed(list []*figure) []*figure {
	for _, whole := range list {
		at := whole.tally.last
		if !whole.tally.stated || whole.part != nil || at+2 >= r.sentenceEnd(whole.tally.head) || closers[r.Tokens[at].Norm] == "" || !whole.tally.people() {
			continue
		}
		parts := r.tallsAfter(at + 1)
		if !r.fillsUp(parts, whole, at) {
			continue
		}
		for _, p := range parts {
			p.subset = true
			if f := figureAt(list, p); f != nil && f != whole {
				f.tally.subset, f.part = true, whole
			} else if f == nil && p.stated && p.name == nil && p.people() {
				list = append(list, &figure{hit: whole.hit, measure: whole.measure, tally: p, head: p.head, frame: whole.frame, part: whole})
			}
		}
	}
	return list
}

// fillsUp reports whether parts may be those of the whole before the mark at token at: within brackets no more than it, else just as many,
// up to the mark that closes where the whole is more than "people".
func (r *reader) fillsUp(parts []tally, whole *figure, at int) bool {
	sum := 0
	for _, p := range parts {
		sum += p.low
	}
	if r.Tokens[at].Norm == "(" {
		return sum <= whole.tally.low
	}
	if len(parts) < 2 || sum != whole.tally.low {
		return false
	}
	end := parts[len(parts)-1].last
	return whole.tally.status == concord.Anyone || end < len(r.Tokens) && r.Tokens[end].Norm == closers[r.Tokens[at].Norm]
}

// ofThose adds the part that is told after the whole: "of the 40 wounded, eleven were nurses".
func (r *reader) ofThose(s int, list []*figure) []*figure {
	first, end := r.Sentences[s].First, r.Sentences[s].Last
	if r.Tokens[first].Norm != "of" || len(list) == 0 {
		return list
	}
	whole := list[0]
	for i := whole.tally.last + 1; i+1 < end; i++ {
		if !isBe(r.Tokens[i].Norm) {
			continue
		}
		part, ok := r.tallyEnding(i)
		of, named := r.startingAt(i + 1)
		if !ok || !named || !part.stated || part.first <= whole.tally.last || part.low >= whole.tally.low || !of.people() || of.stated || figureAt(list, part) != nil {
			continue
		}
		part.subset, part.status = true, of.status
		return append(list, &figure{hit: whole.hit, measure: whole.measure, tally: part, head: part.head, frame: whole.frame, part: whole})
	}
	return list
}
