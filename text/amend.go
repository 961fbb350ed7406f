package text

import (
	"strings"
	"sync"

	"concord/lexicon"
)

// headlineVerbs are the rows of lexicon/headlineverbs.tsv.
var headlineVerbs = sync.OnceValue(func() map[string]bool { return lexicon.Set("headlineverbs", "verb") })

// headlineVerb makes a verb of the noun between a plural and what it does something to, in a clause that has no other: "Gunmen storm village".
// The treebanks hardly know a headline's present tense, and a plural hardly ever stands before a noun as a part of its name.
func (t *tagging) headlineVerb() {
	tokens := t.doc.Tokens[t.first:t.last]
	for i := 1; i+1 < len(tokens); i++ {
		if noun(tokens[i].Tag) && plural(&tokens[i-1]) && headlineVerbs()[tokens[i].Norm] && opensPhrase(&tokens[i+1]) && opensClause(tokens, i) && !hasFiniteVerb(tokens[i+1:]) {
			tokens[i].POS, tokens[i].Tag = VERB, VBP
		}
	}
}

// tiedParticiple makes a participle of a past form that a hyphen ties to the word before it: "rebel-|led|".
func (t *tagging) tiedParticiple() {
	tokens := t.doc.Tokens[t.first:t.last]
	for i := 2; i+1 < len(tokens); i++ {
		past := tokens[i].Tag == VBD || tokens[i].Tag == VBN
		if past && t.doc.Form(t.first+i-1) == "-" && !tokens[i-1].SpaceAfter && !tokens[i-2].SpaceAfter {
			tokens[i].Tag, tokens[i-1].Tag = VBN, HYPH
			if next := tokens[i+1].Tag; noun(next) || next == NNS || next == NNPS || next == JJ {
				tokens[i].POS, tokens[i].Tag = ADJ, JJ // else the parser may take it for a verb
			}
		}
	}
}

// tieDown gives what a hyphen ties to a participle before a noun to that participle, and the participle to the noun, where the parser sees two
// parts of the clause in them: "|US-backed| forces shelled the town" is not told of the US.
func (d *Doc) tieDown(first, last int) {
	for i := first + 2; i+1 < last; i++ {
		tied := &d.Tokens[i]
		if d.Tokens[i-1].Tag != HYPH || d.Tokens[i-2].SpaceAfter || d.Tokens[i-1].SpaceAfter || !tied.SpaceAfter || tied.POS != ADJ && tied.Tag != VBN {
			continue
		}
		word, head := d.tiedWord(i-2, first), d.nounAfter(i+1, last)
		if head < 0 || d.Tokens[word].POS != NOUN && d.Tokens[word].POS != PROPN && d.Tokens[word].POS != ADJ {
			continue
		}
		if tied.Head != head {
			d.hang(i, head, Amod, head)
		}
		if t := &d.Tokens[word]; t.Head != i && (t.Head < word || t.Head > head || t.Rel != Compound && t.Rel != Amod) {
			d.hang(word, i, Obl, head)
			for j := first; j < word; j++ {
				if d.Tokens[j].Head == word {
					d.Tokens[j].Head = head // "|the| US-backed forces", "|by| US-backed forces"
				}
			}
		}
	}
}

// tiedWord returns the token of the word that ends at token i, itself of one or more that hyphens tie, that the others depend on.
func (d *Doc) tiedWord(i, first int) int {
	begin := i
	for begin-2 >= first && d.Tokens[begin-1].Norm == "-" && !d.Tokens[begin-1].SpaceAfter && !d.Tokens[begin-2].SpaceAfter {
		begin -= 2
	}
	for j := begin; j < i; j++ {
		if h := d.Tokens[j].Head; d.Tokens[j].POS != PUNCT && (h < begin || h > i) {
			return j
		}
	}
	return i
}

// hang makes token i a dependent of another of its sentence. heir, where it stands below i, takes i's place first.
func (d *Doc) hang(i, head int, rel Rel, heir int) {
	t := &d.Tokens[i]
	for above := heir; above >= 0; above = d.Tokens[above].Head {
		if above == i {
			d.Tokens[heir].Head, d.Tokens[heir].Rel = t.Head, t.Rel
			break
		}
	}
	t.Head, t.Rel = head, rel
}

// nounAfter returns the head of the noun phrase that goes on at token i with adjectives and nouns only; -1 where none does.
func (d *Doc) nounAfter(i, last int) int {
	head := -1
	for ; i < last; i++ {
		switch d.Tokens[i].POS {
		case NOUN, PROPN:
			head = i
		case ADJ:
			if head >= 0 {
				return head
			}
		default:
			return head
		}
	}
	return head
}

// suspectedParticiple makes a participle of "suspected" and "alleged" where no subject stands before them and a noun after: "On Friday, |suspected| rebels
// attacked". Else it would be the verb of the clause, and nobody would have attacked.
func (t *tagging) suspectedParticiple() {
	tokens := t.doc.Tokens[t.first:t.last]
	for i := range tokens[:max(len(tokens)-1, 0)] {
		token := &tokens[i]
		if token.POS != VERB || token.Norm != "suspected" && token.Norm != "alleged" {
			continue
		}
		if i > 0 {
			switch tokens[i-1].POS {
			case NOUN, PROPN, PRON, AUX, ADV, NUM, PART:
				continue
			}
		}
		if next := tokens[i+1].Tag; noun(next) || next == NNS || next == NNPS {
			token.Tag = VBN
		}
	}
}

// namedVerb makes a proper noun of a verb that ends a run of capitals within a sentence that goes on with a small verb, pronoun or mark: "Human
// Rights |Watch| said". A headline within a sentence goes on with capitals.
func (t *tagging) namedVerb() {
	if t.doc.casingOf(t.first, t.last) != mixedCase {
		return
	}
	for i := t.first + 2; i+1 < t.last; i++ {
		token, next := &t.doc.Tokens[i], &t.doc.Tokens[i+1]
		if token.POS != VERB || !t.doc.hasCapital(i) || !t.doc.hasCapital(i-1) || !t.doc.hasCapital(i-2) {
			continue
		}
		if next.POS == PUNCT || (next.POS == VERB || next.POS == AUX || next.POS == PRON) && !t.doc.hasCapital(i+1) {
			token.POS, token.Tag = PROPN, NNP
		}
	}
}

// hasCapital reports whether token i begins with a capital and goes on small.
func (d *Doc) hasCapital(i int) bool {
	form := d.Form(i)
	return len(form) > 2 && form[0] >= 'A' && form[0] <= 'Z' && form[1] >= 'a' && form[1] <= 'z'
}

func noun(t Tag) bool { return t == NN || t == NNP || t == JJ }

// plural reports whether a word is the plural of those who can act: "arms" are not.
func plural(t *Token) bool {
	switch t.Norm {
	case "arms", "weapons", "rights", "sports", "goods", "means", "news":
		return false
	}
	return t.Tag == NNS || t.Tag == NNPS
}

// opensPhrase reports whether a word can begin what a verb is done to, and is no verb itself: "special forces raid kills three".
func opensPhrase(t *Token) bool {
	if headlineVerbs()[strings.TrimSuffix(t.Norm, "s")] {
		return false
	}
	switch t.Tag {
	case DT, CD, JJ, NN, NNS, NNP, NNPS, PRPS:
		return true
	}
	return false
}

// opensClause reports whether nothing but a noun phrase stands between the beginning of a clause and token i.
func opensClause(tokens []Token, i int) bool {
	for i--; i >= 0; i-- {
		switch t := &tokens[i]; {
		case t.Tag == DT, t.Tag == CD, t.Tag == JJ, t.Tag == NN, t.Tag == NNS, t.Tag == NNP, t.Tag == NNPS, t.Tag == PRPS, t.Norm == "-":
		case t.POS == PUNCT, t.Norm == "after", t.Norm == "as", t.Norm == "while", t.Norm == "when":
			return true
		default:
			return false
		}
	}
	return true
}

// hasFiniteVerb reports whether a verb with a tense stands before the clause's end.
func hasFiniteVerb(tokens []Token) bool {
	for i := range tokens {
		switch t := &tokens[i]; {
		case t.Tag == VBD, t.Tag == VBP, t.Tag == VBZ, t.Tag == MD:
			return true
		case t.POS == PUNCT && t.Norm != "-", t.Norm == "after", t.Norm == "as", t.Norm == "while", t.Norm == "when":
			return false
		}
	}
	return false
}
