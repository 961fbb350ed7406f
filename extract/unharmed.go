package extract

import (
	"concord"
	"concord/text"
)

// unharmed adds that nobody was hurt, where "without" says so: "fired at the post without causing casualties", "without wounding anybody".
func (r *reader) unharmed(s int, list []*figure) []*figure {
	end := r.Sentences[s].Last
	for i := r.Sentences[s].First; i+1 < end; i++ {
		if r.Tokens[i].Norm != "without" {
			continue
		}
		if h, at, ok := r.harmWithout(i+1, end); ok && isPersonal(h.measure) && !covered(list, h) {
			t := tally{first: i, last: at + 1, head: at, high: new(int), qualifier: concord.None, status: concord.Anyone, stated: true}
			list = append(list, &figure{hit: h, measure: h.measure, tally: t, head: at, frame: h.frame})
		}
	}
	return list
}

// harmWithout reads at token i a participle with the harm that it did not do, or with whom it did not hurt, and the token that names them.
func (r *reader) harmWithout(i, end int) (h hit, at int, ok bool) {
	verb := r.Tokens[i].Tag == text.VBG
	h, hurts := r.hitAt(i, end)
	if verb && hurts && h.last < end {
		switch r.Tokens[h.last].Norm {
		case "anyone", "anybody", "people":
			return h, h.last, true
		}
	}
	if verb {
		i++
	}
	for i < end && (r.Tokens[i].POS == text.DET || r.Tokens[i].POS == text.ADJ) {
		switch r.Tokens[i].Norm {
		case "more", "further", "additional", "other":
			return h, 0, false // there were some
		}
		i++
	}
	if i >= end || r.Tokens[i].POS != text.NOUN || r.Tokens[i].Tag != text.NNS {
		return h, 0, false
	}
	h, ok = r.hitAt(i, end)
	return h, i, ok && (h.frame == deedOn || h.frame == victimNoun)
}

// saysNone reports whether p begins with "no" and compares with no number: "no civilians", not "no fewer than 23 villagers".
func (r *reader) saysNone(p *phrase) bool {
	than := p.first + 2
	return r.Tokens[p.first].Norm == "no" && (than >= r.sentenceEnd(p.first) || r.Tokens[than].Norm != "than")
}
