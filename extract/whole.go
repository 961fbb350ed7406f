package extract

import "concord/text"

// whole returns, for those before h who are only named as a part, the whole that it befell: "12 villagers, mostly women, were
// killed", and the same where a collection has lost the commas.
func (r *reader) whole(h hit, list []tally) []tally {
	if len(list) == 0 || list[0].last > h.first {
		return list
	}
	opener := r.partOpenerBefore(list[0].first)
	if opener < 0 {
		return list
	}
	if t, ok := r.countedBefore(opener); ok && t.low >= list[len(list)-1].low {
		return []tally{t}
	}
	return list
}

// partOpenerBefore returns where the words begin that make the phrase at token i a part, or one of a list of parts: "including women
// and children"; -1 where none do.
func (r *reader) partOpenerBefore(i int) int {
	first := r.Sentences[r.Tokens[i].Sentence].First
	for i > first {
		if start := r.openerEnding(first, i); start >= 0 {
			return start
		}
		if w := r.Tokens[i-1].Norm; w != "and" && w != "," {
			return -1
		}
		p := r.phraseOf(i - 2)
		if p == nil || p.last != i-1 || p.first < first {
			return -1
		}
		i = p.first
		if q := r.quantityOf(p.head); q != nil {
			i, _ = r.TokensIn(q.Phrase)
		}
	}
	return -1
}

// longestOpener is how many words open a part at most.
const longestOpener = 4

// openerEnding returns where words that open a part and end right before token i begin; -1 where there are none.
func (r *reader) openerEnding(first, i int) int {
	for start := max(first, i-longestOpener); start < i; start++ {
		if follows, length := partOpeners().Match(r.norm, start, i); follows && start+length == i {
			return start
		}
	}
	return -1
}

// countedBefore returns the nearest number of people before token i that no verb parts from it.
func (r *reader) countedBefore(i int) (tally, bool) {
	first := r.Sentences[r.Tokens[i].Sentence].First
	for j := i - 1; j >= first; j-- {
		if t := &r.Tokens[j]; t.POS == text.AUX || t.Tag == text.VBD || t.Norm == ";" || t.Norm == ":" {
			break
		}
		if q := r.quantityOf(j); q != nil {
			t := r.numbered(q)
			return t, t.people() && t.low > 1
		}
	}
	return tally{}, false
}
