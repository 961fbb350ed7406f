package extract

import (
	"strings"
	"sync"

	"concord"
	"concord/lexicon"
	"concord/text"
)

// blow is a row of lexicon/harm.tsv: words that tell what befell those who are counted.
type blow struct {
	words   string
	pos     byte // v, n, a
	measure concord.Measure
	frame   blowFrame
}

// blowFrame says where those who are counted stand; lexicon/harm.tsv explains the frames.
type blowFrame uint8

const (
	befallsObject blowFrame = iota + 1
	befallsSubject
	stateOf
	deedOn
	victimNoun
	tollOf
	attackNoun
	shotNoun
)

var blowFrames = map[string]blowFrame{"object": befallsObject, "subject": befallsSubject, "state": stateOf, "deed": deedOn,
	"victim": victimNoun, "toll": tollOf, "attack": attackNoun, "shot": shotNoun}

// blows are the rows by part of speech, so that "wound" the verb and "wound" the noun stay apart.
var blows = sync.OnceValue(func() map[byte]*lexicon.Phrases[*blow] {
	table := map[byte]*lexicon.Phrases[*blow]{'v': lexicon.NewPhrases[*blow](), 'n': lexicon.NewPhrases[*blow](), 'a': lexicon.NewPhrases[*blow]()}
	for _, row := range lexicon.Table("harm") {
		h := &blow{row.Get("words"), row.Get("pos")[0], concord.Measure(row.Get("measure")), blowFrames[row.Get("frame")]}
		table[h.pos].Add(h.words, h)
	}
	return table
})

// blowBegins holds the words that a blow may begin with.
var blowBegins = sync.OnceValue(func() *lexicon.Words[bool] {
	words := lexicon.NewWords[bool]()
	for _, word := range []string{"suffer", "sustain", "receive", "with", "from", "shot"} {
		words.Set(word, true)
	}
	for _, row := range lexicon.Table("harm") {
		first, _, _ := strings.Cut(row.Get("words"), " ")
		words.Set(first, true)
	}
	return words
})

// hit is a blow in the text: tokens [first, last); verb is the token that takes subject and object, or the noun.
type hit struct {
	*blow
	first, last int
	verb        int
}

// tells reports whether the words of b say whom it befell.
func (b *blow) tells() bool { return b.frame != attackNoun && b.frame != shotNoun && b.frame != tollOf }

// hits returns the blows that a sentence tells of, from left to right; no token serves two.
func (r *reader) hits(sentence int) []hit {
	var list []hit
	s := r.Sentences[sentence]
	for i := s.First; i < s.Last; {
		h, ok := r.hitAt(i, s.Last)
		if !ok {
			i++
			continue
		}
		list = append(list, h)
		i = h.last
	}
	return list
}

// hitAt returns the longest blow whose words begin at token i.
func (r *reader) hitAt(i, end int) (best hit, ok bool) {
	if begins := blowBegins(); !begins.Get(r.Tokens[i].Norm) && !begins.Get(r.Tokens[i].Lemma) {
		if h, ok := r.costLives(i, end); ok {
			h.verb = i
			return h, true
		}
		return r.takenAway(i)
	}
	for _, pos := range []byte(r.blowParts(i)) {
		for _, word := range []func(int) string{r.dictionaryForm, r.norm} {
			h, length := blows()[pos].Match(word, i, end)
			if length > best.last-best.first && (length == 1 || r.holds(h, i)) {
				best, ok = hit{blow: h, first: i, last: i + length}, true
			}
		}
	}
	if !ok {
		best, ok = r.wounds(i, end)
	}
	if !ok {
		best, ok = r.takenAway(i)
	}
	if !ok {
		best, ok = r.costLives(i, end)
	}
	if !ok || best.last == i+1 && (best.measure == concord.Injured || best.measure == concord.Destroyed) {
		if h, split := r.toDeath(i, end); split {
			best, ok = h, true
		}
	}
	if ok {
		best.verb = r.center(best)
	}
	return best, ok
}

// costs is what befell those whom something cost their lives.
var costs = &blow{"cost", 'v', concord.Killed, befallsObject}

// costLives reads "cost six guards |their lives|" at token i.
func (r *reader) costLives(i, end int) (hit, bool) {
	if r.Tokens[i].Lemma != "cost" {
		return hit{}, false
	}
	for j := i + 2; j < min(end, i+9); j++ {
		if w := r.Tokens[j].Norm; (w == "lives" || w == "life") && r.Tokens[j-1].Tag == text.PRPS {
			return hit{blow: costs, first: i, last: i + 1}, true
		}
	}
	return hit{}, false
}

// abducted is what befell those whom a verb says to have been taken, where the words around it make that an abduction.
var abducted = &blow{"take", 'v', concord.Abducted, befallsObject}

// takenAway reads "took 64 people from the village" at token i, whose verb means more than that elsewhere.
func (r *reader) takenAway(i int) (hit, bool) {
	e := r.eventOf[i]
	if e == nil || e.head != i || e.found.act != abduction || e.found.pos != 'v' || r.Tokens[i].Lemma != "take" && r.Tokens[i].Lemma != "seize" {
		return hit{}, false
	}
	return hit{blow: abducted, first: i, last: i + 1, verb: i}, true
}

// The two ways to speak of wounds: "suffered gunshot wounds", "a man with gunshot wounds".
var (
	sufferedWounds = &blow{"suffer a wound", 'v', concord.Injured, befallsSubject}
	withWounds     = &blow{"with a wound", 'a', concord.Injured, stateOf}
)

// wounds reads "suffered … wounds" and "with … wounds" at token i, whatever stands between.
func (r *reader) wounds(i, end int) (hit, bool) {
	b := withWounds
	switch t := &r.Tokens[i]; {
	case t.POS == text.VERB && (t.Lemma == "suffer" || t.Lemma == "sustain" || t.Lemma == "receive"):
		b = sufferedWounds
	case t.Norm != "with" && t.Norm != "from":
		return hit{}, false
	}
	for j := i + 1; j < end && j <= i+6; j++ {
		switch t := &r.Tokens[j]; t.POS {
		case text.NOUN, text.PROPN:
			if t.Lemma == "wound" || t.Lemma == "injury" || t.Lemma == "burn" {
				return hit{blow: b, first: i, last: j + 1}, true
			}
		case text.VERB, text.PUNCT, text.ADP:
			if t.Tag != text.VBN && t.Norm != "-" && t.Norm != "from" && t.Norm != "at" {
				return hit{}, false
			}
		}
	}
	return hit{}, false
}

// toDeath reads "beat a man to death" at its verb, where the victims part it from the rest.
func (r *reader) toDeath(i, end int) (hit, bool) {
	if r.Tokens[i].POS != text.VERB {
		return hit{}, false
	}
	for j := i + 2; j+1 < end && j <= i+9; j++ {
		t := &r.Tokens[j]
		if t.POS == text.PUNCT || t.POS == text.VERB && t.Tag != text.VBN || t.Norm == "and" {
			return hit{}, false
		}
		if t.Norm != "to" || r.Tokens[j+1].Norm != "death" {
			continue
		}
		words := [...]string{r.Tokens[i].Lemma, "to", "death"}
		b, length := blows()['v'].Match(func(k int) string { return words[k] }, 0, len(words))
		return hit{blow: b, first: i, last: i + 1}, length == len(words)
	}
	return hit{}, false
}

// dictionaryForm returns the lemma of a noun or verb, and other words as they stand.
func (r *reader) dictionaryForm(i int) string {
	switch t := &r.Tokens[i]; t.POS {
	case text.NOUN, text.PROPN:
		if t.Norm == "shot" && r.followsPeople(i) {
			return "shoot"
		}
		return t.Lemma
	case text.VERB, text.AUX:
		return t.Lemma
	default:
		return t.Norm
	}
}

// followsPeople reports whether a noun for people, or a number that begins a clause, stands right before token i: "Man shot",
// "Three shot".
func (r *reader) followsPeople(i int) bool {
	if i == 0 || r.Tokens[i-1].Sentence != r.Tokens[i].Sentence {
		return false
	}
	if q := r.quantityOf(i - 1); q != nil {
		first, _ := r.TokensIn(q.Phrase)
		return first == r.Sentences[r.Tokens[i].Sentence].First || r.Tokens[first-1].POS == text.PUNCT
	}
	n, length := nouns().Match(func(j int) string { return singular(r.Tokens[j].Norm) }, i-1, i)
	return length > 0 && n.class.people() && !n.class.body()
}

// blowParts returns the parts of speech of the table that token i can begin.
func (r *reader) blowParts(i int) string {
	switch t := &r.Tokens[i]; t.POS {
	case text.VERB:
		return "van"
	case text.NOUN, text.PROPN:
		if strings.HasSuffix(t.Norm, "ed") || r.isParticiple(i) && r.followsPeople(i) {
			return "nav" // a participle that the tagger took for a noun, as in capitals and headlines
		}
		return "na"
	case text.ADJ:
		return "avn"
	case text.ADV, text.ADP, text.AUX, text.X:
		return "av"
	}
	return ""
}

// holds reports whether a phrase that begins at token first may be no name.
func (r *reader) holds(h *blow, first int) bool {
	return h.pos == 'n' || r.Tokens[first].POS != text.PROPN
}

// center returns the verb or noun of a hit that others depend on.
func (r *reader) center(h hit) int {
	if h.pos == 'n' {
		for i := h.first; i < h.last; i++ {
			if i+1 == h.last || r.Tokens[i+1].POS == text.ADP {
				return i
			}
		}
	}
	for i := h.first; i < h.last; i++ {
		if r.Tokens[i].POS == text.VERB {
			return i
		}
	}
	return h.first
}
