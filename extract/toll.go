package extract

import (
	"concord"
	"concord/text"
)

// readToll reads a number that stands apart from those it counts: "the death toll rose to 53", "bringing to 45 the number
// killed", "53, up from an earlier toll of 40". nil where h is no toll.
func (r *reader) readToll(h hit) []*figure {
	most := 2
	if r.putAt(h) {
		most = 1
	}
	h, ok := r.asToll(h)
	if !ok {
		return nil
	}
	list := []*figure{}
	earlier := r.supersededWord(h.first)
	if t, ok := r.tollBefore(h.first); ok {
		t.status = r.statusNumbered(h, t)
		return append(list, &figure{hit: h, measure: h.measure, tally: t, head: t.head, frame: tollOf, earlier: earlier})
	}
	end := r.sentenceEnd(h.first)
	for i := h.last; i < end && len(list) < most; i++ {
		if r.Tokens[i].Norm == ";" {
			break
		}
		q := r.quantityOf(i)
		if q == nil || q.Qualifier == concord.None {
			if next, ok := r.hitAt(i, end); ok && next.frame == tollOf {
				break
			}
			continue
		}
		t := r.numbered(q)
		next, ok := r.hitAt(min(t.last, end-1), end)
		if !ok {
			next, ok = r.hitAt(t.last-1, end) // the wounded may be a noun
		}
		if ok && len(list) > 0 && next.tells() && next.measure != h.measure {
			break // "83 dead and 120 wounded": what follows the number tells what befell those
		}
		if r.fitsToll(h, t) {
			t.status = r.statusNumbered(h, t)
			t.subset, t = r.Tokens[t.first-1].Lemma == "include", r.reached(h, t)
			list = append(list, &figure{hit: h, measure: h.measure, tally: r.surpassed(h, t), head: t.head, frame: tollOf,
				earlier: earlier && !(len(list) > 0 && r.Tokens[t.first-1].Norm == "to") || r.atFirst(r.afterToll(h, list), t.first) || r.Tokens[t.first-1].Norm == "from" && r.Tokens[max(t.first-2, 0)].Lemma != "range"})
		} else if len(list) == 0 {
			break
		}
		i = t.last - 1
	}
	return list
}

// asToll returns h as a toll: a word for one, or "number" with what befell those it numbers ("the number of people killed").
func (r *reader) asToll(h hit) (hit, bool) {
	if h.frame == tollOf {
		return h, true
	}
	if r.putAt(h) {
		told := *h.blow
		told.frame, h.blow = tollOf, &told
		return h, true
	}
	if !isPersonal(h.measure) {
		return h, false
	}
	first := r.Sentences[r.Tokens[h.first].Sentence].First
	for i := h.first - 1; i >= first && i >= h.first-6; i-- {
		t := &r.Tokens[i]
		if t.Lemma == "number" && t.POS == text.NOUN && i > first && r.Tokens[i-1].Norm != "a" && (r.Tokens[i+1].Norm == "of" || i+1 == h.first) {
			b := *h.blow
			b.frame = tollOf
			h.blow, h.first = &b, i
			return h, true
		}
		if t.POS == text.VERB || t.Norm == "," || r.quantityOf(i) != nil {
			break
		}
	}
	return h, false
}

// statusNumbered returns the status of those whom a toll names itself, where its number t names nobody: "the number of |nurses| killed rose to 9".
func (r *reader) statusNumbered(h hit, t tally) concord.Status {
	for i := h.first; i < h.last && t.status == concord.Anyone; i++ {
		if p := r.phraseOf(i); p != nil && p.head == i && p.noun.class.people() {
			t.status = r.statusOf(p.first, p.head)
		}
	}
	return t.status
}

// isPersonal reports whether a measure is of people.
func isPersonal(m concord.Measure) bool {
	return m != concord.Destroyed && m != concord.Damaged && m != concord.Attacks
}

// tollBefore returns the number before a toll: "raising to 45 the number killed", "45 dead, the toll said".
func (r *reader) tollBefore(i int) (tally, bool) {
	j := i - 1
	for j > 0 && (r.Tokens[j].POS == text.DET || r.Tokens[j].POS == text.ADJ) {
		j--
	}
	q := r.quantityOf(j)
	if q == nil || j == 0 {
		return tally{}, false
	}
	t := r.numbered(q)
	return t, t.first > 0 && (r.Tokens[t.first-1].Norm == "to" || r.Tokens[t.first-1].Norm == "at")
}

// fitsToll reports whether the number t is the toll h itself, rather than a change of it or a number of other things.
func (r *reader) fitsToll(h hit, t tally) bool {
	if t.first == 0 || r.Tokens[t.first-1].Norm == "by" || r.timeAt[t.head] {
		return false
	}
	for i := h.last; i < t.first; i++ {
		if r.growsUnsaid(i) {
			return false
		}
		switch r.Tokens[i].Norm {
		case "after", "when", "than", "who", "because", "while":
			return false
		case "that", "which":
			if r.Tokens[i+1].Lemma != "include" {
				return false
			}
		case "as":
			if r.Tokens[i+1].Norm != "high" {
				return false
			}
		}
	}
	return t.people()
}

// growsUnsaid reports whether token i says that a toll may grow, but not how far: "is expected to rise, with dozens missing".
func (r *reader) growsUnsaid(i int) bool {
	switch t := &r.Tokens[i]; t.Lemma {
	case "rise", "climb", "increase", "grow", "change":
		if t.Tag != text.VB || i+1 >= len(r.Tokens) {
			return false
		}
	default:
		return false
	}
	switch r.Tokens[i+1].Norm {
	case "to", "above", "past", "beyond", "over", "from":
		return false
	}
	return true
}

// reached takes "up to" right after the toll, or after the verb that moves it, for how far it came: "death toll up to 3", "the toll went up
// to 40", not "a toll of up to 40".
func (r *reader) reached(h hit, t tally) tally {
	if t.qualifier != concord.AtMost || t.high == nil || r.Tokens[t.first].Norm != "up" {
		return t
	}
	for i := h.last; i < t.first; i++ {
		if r.Tokens[i].POS == text.ADP || r.Tokens[i].POS == text.PUNCT {
			return t
		}
	}
	t.low, t.qualifier = *t.high, concord.Exact
	return t
}

// afterToll returns the token after the toll h, or after the last of its numbers.
func (r *reader) afterToll(h hit, list []*figure) int {
	if len(list) == 0 {
		return h.last
	}
	return list[len(list)-1].tally.last
}

// atFirst reports whether a word between the toll and its number says that it did not last: "was initially put at five".
func (r *reader) atFirst(first, last int) bool {
	for i := first; i < last; i++ {
		switch r.Tokens[i].Norm {
		case "initially", "originally", "previously", "earlier":
			return true
		}
	}
	return false
}

// surpassed turns the number into "more than" where the toll passed it.
func (r *reader) surpassed(h hit, t tally) tally {
	for i := h.last; i < t.first; i++ {
		switch r.Tokens[i].Lemma {
		case "top", "surpass", "exceed", "pass":
			if t.qualifier == concord.Exact {
				t.qualifier = concord.MoreThan
				t.low, t.high = t.qualifier.Bounds(t.low)
			}
		}
	}
	return t
}

// outdated marks the figures of a sentence that it tells with other numbers once more, where the words before say that they held at first:
// "initial reports spoke of 12 dead, but the council said seven had been killed".
func (r *reader) outdated(list []*figure) {
	for k, f := range list {
		for _, g := range list[k+1:] {
			if f.measure == g.measure && f.tally.people() && !f.tally.subset && !g.tally.subset && f.tally.low != g.tally.low && g.tally.stated && r.heldAtFirst(f) {
				f.earlier = true
			}
		}
	}
}

// heldAtFirst reports whether a word before f in its clause says that what was told of it did not last: "initial reports", "had earlier said".
func (r *reader) heldAtFirst(f *figure) bool {
	first := r.Sentences[r.Tokens[f.head].Sentence].First
	for i := min(f.tally.first, f.hit.first) - 1; i >= first && r.Tokens[i].Norm != ";" && r.Tokens[i].Norm != "but"; i-- {
		switch r.Tokens[i].Norm {
		case "initially", "originally", "previously":
			return true
		case "earlier":
			if _, ok := r.cueAt(i + 1); ok {
				return true
			}
		case "initial", "first", "early":
			if l := r.Tokens[i+1].Lemma; l == "report" || l == "account" || l == "estimate" || l == "count" {
				return true
			}
		}
	}
	return false
}

// supersededWord reports whether a word before the toll at token i says that a later one holds: "an earlier toll of five".
func (r *reader) supersededWord(i int) bool {
	first := r.Sentences[r.Tokens[i].Sentence].First
	for j := i - 1; j >= first && j >= i-3; j-- {
		switch r.Tokens[j].Norm {
		case "earlier", "previous", "initial", "prior", "former", "preliminary", "provisional":
			return r.Tokens[j].Norm != "preliminary" && r.Tokens[j].Norm != "provisional"
		case "of", "to", "from", ",":
			return r.earlierCount(first, j)
		}
	}
	return r.earlierCount(first, i)
}

// earlierCount reports whether a count that no longer holds is named among tokens [first, last): "an earlier |estimate| had put the toll at 20".
func (r *reader) earlierCount(first, last int) bool {
	for j := last - 2; j >= first && r.Tokens[j].Norm != ";" && r.Tokens[j].Norm != "but"; j-- {
		switch r.Tokens[j].Norm {
		case "earlier", "previous", "initial":
			switch r.Tokens[j+1].Lemma {
			case "count", "estimate", "figure", "number", "report", "tally", "toll":
				return true
			}
		}
	}
	return false
}

// namesToll reports whether the noun at token i is a toll: "toll", "death toll", "number of dead"; or a count that somebody keeps.
func (r *reader) namesToll(i int) bool {
	p := r.phraseOf(i)
	if p == nil || r.Tokens[i].POS != text.NOUN {
		return false
	}
	switch r.Tokens[i].Lemma {
	case "count", "tally":
		return true
	}
	for j := p.first; j <= i; j++ {
		if h, ok := r.hitAt(j, r.sentenceEnd(i)); ok && h.frame == tollOf && h.last > i {
			return true
		}
	}
	return false
}

// putAt reports whether h names those whom somebody then numbers: "put |the dead| at 27".
func (r *reader) putAt(h hit) bool {
	if !isPersonal(h.measure) || h.frame != stateOf && h.frame != befallsObject || h.first < 2 || h.last >= r.sentenceEnd(h.first) || r.Tokens[h.last].Norm != "at" || r.Tokens[h.first-1].Norm != "the" {
		return false
	}
	i, first := h.first-2, r.Sentences[r.Tokens[h.first].Sentence].First
	for r.Tokens[i].Norm == "and" && i > first+putReach {
		i -= putReach // "put the dead at 27 and |the wounded| at 40"
	}
	switch r.Tokens[i].Lemma {
	case "put", "place", "estimate":
		return true
	}
	return false
}

// putReach is how many words before "and" somebody puts a number: "|put| the dead at 27 and".
const putReach = 5
