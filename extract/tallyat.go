package extract

import (
	"sync"
	"unicode/utf8"

	"concord/lexicon"
	"concord/text"
)

// tallyEnding returns the tally that ends right before token i, adverbs and "more" aside.
func (r *reader) tallyEnding(i int) (tally, bool) {
	first := r.Sentences[r.Tokens[i].Sentence].First
	for j := i - 1; j >= first; j-- {
		if t, ok := r.tallyAt(j); ok {
			return t, j < t.last
		}
		if t := &r.Tokens[j]; t.POS != text.ADV && t.Norm != "more" && t.Norm != "others" && t.Norm != "other" && t.Norm != "all" {
			break
		}
	}
	return tally{}, false
}

// before returns the nearest tally before h in its clause that it may have befallen, passing over auxiliaries, insertions ("…, including
// children, were …"), and the verb before where h goes on with "and".
func (r *reader) before(h hit, goesOn bool) (tally, bool) {
	i := h.first
	first := r.Sentences[r.Tokens[i].Sentence].First
	for j := i - 1; j >= first; j-- {
		switch t := &r.Tokens[j]; {
		case t.Norm == ",":
			if open := r.insertion(first, j); open >= 0 {
				j = open
			}
		case t.Norm == ")":
			for j > first && r.Tokens[j].Norm != "(" {
				j--
			}
		case t.Norm == ";" || t.Norm == ":":
			return tally{}, false
		case !goesOn && t.POS == text.VERB && j < i-1 && t.Tag != text.VBN && t.Tag != text.VBG && r.quantityOf(j) == nil:
			return tally{}, false
		default:
			if found, ok := r.tallyAt(j); ok && !r.afterPreposition(found.first) && !r.isRelative(found.head) && r.plausible(h, found) {
				return found, true
			}
		}
	}
	return tally{}, false
}

// afterPreposition reports whether a preposition governs the phrase that begins at token i, so that it is no subject.
func (r *reader) afterPreposition(i int) bool {
	for i > 0 && r.Tokens[i-1].POS == text.DET {
		i--
	}
	return i > 0 && r.Tokens[i-1].POS == text.ADP && (r.Tokens[i-1].Norm != "of" || r.isOf(i-1))
}

// isOf reports whether the noun before "of" at token i is somebody or something of its own, and none that those after it make up: "the mother
// of three", "six members of the party", "a house of four floors", not "a total of nine", "a family of five".
func (r *reader) isOf(i int) bool {
	p := r.phraseOf(i - 1)
	if p == nil || p.head != i-1 || p.counted && r.Tokens[p.head].POS == text.NUM {
		return false
	}
	return (p.noun.class.people() || p.noun.class.thing()) && !groups()[r.Tokens[p.head].Lemma]
}

// groups are the nouns of lexicon/groups.tsv whom a number after "of" counts.
var groups = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	for _, row := range lexicon.Table("groups") {
		words[row.Get("word")] = row.Get("kind") == "group"
	}
	return words
})

// objectFollows reports whether a noun phrase begins at token i, so that the verb before it is active.
func (r *reader) objectFollows(i int) bool {
	t, ok := r.startingAt(i)
	return ok && !r.isRelative(t.head)
}

// tallsAfter returns the tallies that begin at token i, joined by commas and "and".
func (r *reader) tallsAfter(i int) []tally {
	t, ok := r.startingAt(i)
	if !ok {
		return nil
	}
	return r.joinedAfter(t)
}

// startingAt returns the tally that begins at token i, adverbs aside.
func (r *reader) startingAt(i int) (tally, bool) {
	end := r.sentenceEnd(i)
	for i < end && r.Tokens[i].POS == text.ADV && r.Tokens[i].Tag != text.WRB && r.quantityOf(i) == nil {
		i++
	}
	if i >= end {
		return tally{}, false
	}
	t, ok := r.tallyAt(i)
	if !ok || t.first < i && !t.stated || r.timeAt[t.head] || !isWord(r.Tokens[t.first].Norm) {
		return tally{}, false
	}
	return t, true
}

// isWord reports whether a token begins with a letter or a digit.
func isWord(norm string) bool {
	c := norm[0]
	return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= utf8.RuneSelf
}

// sentenceEnd returns the end of the sentence of token i; of the last sentence past the end.
func (r *reader) sentenceEnd(i int) int {
	if i >= len(r.Tokens) {
		return len(r.Tokens)
	}
	return r.Sentences[r.Tokens[i].Sentence].Last
}

// hasVerb reports whether a verb that takes what stands before it follows at token i: "… and 30 were wounded".
func (r *reader) hasVerb(i int) bool {
	end := r.sentenceEnd(i)
	for i < end && (r.Tokens[i].POS == text.ADV || r.Tokens[i].Norm == "others" || r.Tokens[i].Norm == "more") {
		i++
	}
	if i >= end {
		return false
	}
	t := &r.Tokens[i]
	if t.Norm == "," && i+1 < end && r.Tokens[i+1].Tag == text.VBD {
		return true // "…, Pavlo Petrenko, said"
	}
	if t.POS == text.AUX || t.POS == text.VERB && t.Tag != text.VBG {
		return true
	}
	h, ok := r.hitAt(i, end)
	return ok && h.frame != deedOn && h.frame != attackNoun && h.frame != shotNoun && t.Tag != text.VBG
}

// isObject reports whether the phrase that begins at token i is the object of a verb before it, other than one of saying.
func (r *reader) isObject(i int) bool {
	return i > 0 && r.Tokens[i-1].POS == text.VERB && r.Tokens[i-1].Sentence == r.Tokens[i].Sentence && r.cuedAt(i-1) == nil
}
