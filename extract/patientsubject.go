package extract

import (
	"concord/text"
)

// subjectsOf returns the subject of a verb: by the grammar where it names anybody, else the nearest tally before it in its clause.
func (r *reader) subjectsOf(h hit) []tally {
	at, passive := h.first, r.auxPassive(h.first)
	for at > 0 && (r.Tokens[at-1].POS == text.AUX || r.Tokens[at-1].POS == text.ADV && r.quantityOf(at-1) == nil || passive && r.joinsPassive(at-1)) {
		at--
	}
	if t, ok := r.relatedBefore(at); ok {
		return []tally{t}
	}
	if t, ok := r.tallyEnding(at); ok && t.last == at && r.plausible(h, t) && !r.afterPreposition(t.first) {
		return r.joinedBefore(t)
	}
	if t, ok := r.aroundInsertion(at); ok {
		return r.joinedBefore(t)
	}
	if r.Sentences[r.Tokens[h.verb].Sentence].Parsed {
		if s := r.subject(h.verb); s >= 0 && s != h.verb {
			if t, ok := r.tallyAt(s); ok && t.last <= h.first && !r.isRelative(t.head) && r.plausible(h, t) && !r.speaks(t.head) {
				if whole, ok := r.relatedBefore(t.first); ok {
					return []tally{whole} // "the man who, police say, killed himself"
				}
				return r.joinedBefore(t)
			}
		}
	}
	if t, ok := r.before(h, at > 0 && r.Tokens[at].Norm == "and"); ok {
		return r.joinedBefore(t)
	}
	return nil
}

// relatedBefore returns the people of whom the clause speaks whose "who" or "that" stands right before token i.
func (r *reader) relatedBefore(i int) (tally, bool) {
	if i < 2 || !r.isRelative(i-1) || r.Tokens[i-1].Sentence != r.Tokens[i-2].Sentence {
		return tally{}, false
	}
	at := i - 1
	if r.Tokens[at-1].Norm == "," {
		at--
	}
	t, ok := r.tallyEnding(at)
	return t, ok && t.people()
}

// isRelative reports whether token i is "who", "which" or "that" of a clause about somebody.
func (r *reader) isRelative(i int) bool {
	t := &r.Tokens[i]
	return t.Tag == text.WP || t.Tag == text.WDT || t.Norm == "that"
}

// insertion returns the comma that opens the insertion which the comma at closing ends, -1 where there is none.
func (r *reader) insertion(first, closing int) int {
	for j := closing - 1; j > first && j > closing-25; j-- {
		if r.Tokens[j].Norm == "," && r.opensPart(j+1) {
			return j
		}
	}
	return -1
}

// befallenSubject reads "12 died", "those who died", "12 people have lost their lives".
func (r *reader) befallenSubject(h hit) []tally {
	i := h.first
	for i > 4 && r.Tokens[i-1].POS == text.ADV {
		i--
	}
	if q := r.quantityOf(i - 4); q != nil && r.hurtBefore(i-1) {
		return []tally{r.numbered(q)} // "seven of the wounded later died"
	}
	if t, ok := r.tallyEnding(h.first); ok && r.plausible(h, t) && !r.isRelative(t.head) && !r.afterPreposition(t.first) {
		return r.joinedBefore(t)
	}
	return r.subjectsOf(h)
}

// hurtBefore reports whether "of the wounded" ends at token i.
func (r *reader) hurtBefore(i int) bool {
	if i < 3 || r.Tokens[i-1].Norm != "the" || r.Tokens[i-2].Norm != "of" {
		return false
	}
	return r.Tokens[i].Norm == "wounded" || r.Tokens[i].Norm == "injured"
}

// aroundInsertion returns the tally before the insertion that ends right before token i: "|five members of a family|, including a girl, died".
func (r *reader) aroundInsertion(i int) (tally, bool) {
	first := r.Sentences[r.Tokens[i].Sentence].First
	if i-1 <= first || r.Tokens[i-1].Norm != "," {
		return tally{}, false
	}
	open := r.insertion(first, i-1)
	if open < 0 {
		return tally{}, false
	}
	t, ok := r.tallyEnding(open)
	for ok && t.first-1 > first && r.Tokens[t.first-1].Norm == "of" {
		t, ok = r.tallyEnding(t.first - 1)
	}
	return t, ok && t.stated && t.people()
}

// befallenState reads "left 12 dead", "12 dead", "12 people are missing", "12 wounded soldiers".
func (r *reader) befallenState(h hit) []tally {
	if h.first > 1 && r.Tokens[h.first-1].Norm == "the" && r.Tokens[h.first-2].Norm == "among" {
		return r.amongThem(h)
	}
	if t, ok := r.ofThem(h); ok {
		return []tally{t}
	}
	if t, ok := r.ofThemAfter(h); ok {
		return []tally{t}
	}
	if t, ok := r.within(h); ok {
		return []tally{t}
	}
	if t, ok := r.tallyEnding(h.first); ok && r.plausible(h, t) {
		return r.joinedBefore(t)
	}
	if p := r.phraseOf(h.first); p != nil && p.head >= h.last && h.last-h.first == 1 {
		if t, ok := r.tallyAt(p.head); ok && t.name == nil {
			return []tally{t}
		}
	}
	if h.blow == withWounds {
		if t, ok := r.before(h, true); ok {
			return []tally{t}
		}
	}
	if h.first > 0 && isBe(r.Tokens[h.first-1].Norm) || r.auxPassive(h.first) {
		return r.subjectsOf(h)
	}
	return nil
}
