package extract

import (
	"concord/text"
)

// amongThem reads "four children were among the dead", who are a part of them.
func (r *reader) amongThem(h hit) []tally {
	h.first -= 2
	for h.first > 1 && r.Tokens[h.first-1].POS == text.ADV {
		h.first-- // "were also among the dead"
	}
	if !isBe(r.Tokens[h.first-1].Norm) {
		return nil
	}
	list := r.subjectsOf(h)
	for i := range list {
		list[i].subset = true
	}
	return list
}

// ofThem reads "two of the dead", a part of them, and in "two of the dead were women" who they are.
func (r *reader) ofThem(h hit) (tally, bool) {
	if h.first < 3 || r.Tokens[h.first-1].Norm != "the" || r.Tokens[h.first-2].Norm != "of" {
		return tally{}, false
	}
	q := r.quantityOf(h.first - 3)
	if q == nil || r.objectFollows(h.last) {
		return tally{}, false
	}
	if next, ok := r.hitAt(min(h.last, len(r.Tokens)-1), r.sentenceEnd(h.first)); ok && next.first == h.last && next.frame == befallsSubject {
		return tally{}, false // "seven of the wounded died"
	}
	t := r.numbered(q)
	t.subset = true
	if h.last >= r.sentenceEnd(h.first) || !isBe(r.Tokens[h.last].Norm) {
		return t, true
	}
	if who, ok := r.startingAt(h.last + 1); ok && who.people() {
		t.status = who.status
	}
	return t, true
}

// befallenDeed reads "12 deaths", "the deaths of 12 people", "no casualties", "the bodies of two men", "a boy's death".
func (r *reader) befallenDeed(h hit) []tally {
	if end := r.sentenceEnd(h.verb); h.last < end && r.Tokens[h.last].Norm == "of" {
		if list := r.tallsAfter(h.last + 1); len(list) > 0 && list[0].people() {
			return list
		}
	}
	if list := r.counting(h); list != nil {
		return list
	}
	if p := r.phraseOf(h.verb); p != nil && p.owner >= 0 && p.head == h.verb {
		owner := &r.phrases[p.owner]
		if q := r.quantityOf(owner.head); q != nil {
			return []tally{r.numbered(q)}
		}
		if t, ok := r.bare(owner); ok && !r.timeAt[owner.head] && r.placeAt[owner.head] == 0 && r.plausible(h, t) {
			return []tally{t} // not "Saturday's massacre"
		}
	}
	return nil
}

// counting returns the tally whose counted noun is the blow itself: "12 deaths", "45 civilian casualties", "26 strikes".
func (r *reader) counting(h hit) []tally {
	q := r.quantityOf(h.verb)
	if q == nil || q.Counted.Len() == 0 {
		return nil
	}
	_, last := r.TokensIn(q.Counted)
	if last != h.last {
		return nil
	}
	return []tally{r.numbered(q)}
}

// opensPart reports whether words that name a part of those just counted begin at token i: "including", "among them".
func (r *reader) opensPart(i int) bool {
	if i >= len(r.Tokens) {
		return false
	}
	_, length := partOpeners().Match(r.norm, i, r.sentenceEnd(i))
	return length > 0
}
