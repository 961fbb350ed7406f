package extract

import (
	"sync"
	"unicode/utf8"

	"concord"
	"concord/lexicon"
	"concord/text"
)

// befallen returns those whom a blow befell, by its frame. The nearest words decide first, for the grammar of a long sentence
// is less sure than they are; the grammar decides where those words are far away.
func (r *reader) befallen(h hit) []tally {
	switch h.frame {
	case befallsObject:
		return r.whole(h, r.befallenObject(h))
	case befallsSubject:
		return r.whole(h, r.befallenSubject(h))
	case stateOf:
		return r.whole(h, r.befallenState(h))
	case deedOn, victimNoun:
		return r.befallenDeed(h)
	case attackNoun, shotNoun:
		return r.counting(h)
	}
	return nil
}

// befallenObject reads "killed 12", "12 were killed", "12 killed", "killing 12 and wounding 30", "the 12 killed".
func (r *reader) befallenObject(h hit) []tally {
	v := &r.Tokens[h.verb]
	if t, ok := r.ofThem(h); ok {
		return []tally{t}
	}
	if t, ok := r.within(h); ok {
		return []tally{t}
	}
	if v.Tag == text.VBN || v.Tag == text.VBD || v.POS == text.ADJ || v.POS == text.NOUN {
		if r.auxPassive(h.verb) {
			return r.subjectsOf(h)
		}
		if t, ok := r.tallyEnding(h.first); ok && (t.stated || v.Tag == text.VBN) && !r.objectFollows(h.last) {
			if whole, ok := r.relatedBefore(t.first); ok {
				return []tally{whole} // "the man whom police shot"
			}
			return r.joinedBefore(t)
		}
	}
	if r.isCompound(h) {
		return nil
	}
	if list := r.tallsAfter(h.last); len(list) > 0 {
		return list
	}
	if v.Tag == text.VBN || v.Tag == text.VBD && r.Child(h.verb, text.Obj) < 0 && r.passiveByParse(h.verb) {
		return r.subjectsOf(h)
	}
	return nil
}

// isCompound reports whether the harm stands before a noun as part of its name: "a shooting suspect", "the killing spree".
func (r *reader) isCompound(h hit) bool {
	if r.Tokens[h.verb].Tag != text.VBG || h.last >= len(r.Tokens) || r.quantityOf(h.last) != nil {
		return false
	}
	next := &r.Tokens[h.last]
	return next.Tag == text.NN && next.Sentence == r.Tokens[h.verb].Sentence
}

// within returns the tally whose noun phrase holds the blow itself: "12 wounded soldiers".
func (r *reader) within(h hit) (tally, bool) {
	q := r.quantityOf(h.first)
	if q == nil || q.Counted.Len() == 0 {
		return tally{}, false
	}
	first, last := r.TokensIn(q.Counted)
	if h.first < first || h.last > last {
		return tally{}, false
	}
	t := r.numbered(q)
	if h.last == last { // "the 20 wounded": the blow is all that is named
		t.status = concord.Anyone
	}
	return t, true
}

// auxPassive reports whether a form of "be" or "get" before token i makes it a passive.
func (r *reader) auxPassive(i int) bool {
	first := r.Sentences[r.Tokens[i].Sentence].First
	for j := i - 1; j >= first && j >= i-4; j-- {
		switch t := &r.Tokens[j]; {
		case isBe(t.Norm):
			return true
		case t.POS != text.ADV && t.POS != text.PART && t.Norm != "have" && t.Norm != "had" && t.Norm != "has" && !r.joinsPassive(j):
			return false
		}
	}
	return false
}

// joinsPassive reports whether token j is "and" or the participle before it: "were shot and killed".
func (r *reader) joinsPassive(j int) bool {
	t := &r.Tokens[j]
	return t.Norm == "and" || t.Norm == "or" || t.Tag == text.VBN && j > 0 && (isBe(r.Tokens[j-1].Norm) || r.Tokens[j+1].Norm == "and" || r.Tokens[j+1].Norm == "or")
}

func isBe(word string) bool {
	switch word {
	case "was", "were", "been", "being", "be", "is", "are", "am", "get", "got", "gets", "getting", "'s", "'re":
		return true
	}
	return false
}

// passiveByParse reports whether the grammar takes participle i for a passive.
func (r *reader) passiveByParse(i int) bool {
	return r.Sentences[r.Tokens[i].Sentence].Parsed && r.passive(i)
}

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

// insertion returns the comma that opens the insertion which the comma at closing ends, -1 where there is none.
func (r *reader) insertion(first, closing int) int {
	for j := closing - 1; j > first && j > closing-25; j-- {
		if r.Tokens[j].Norm == "," && r.opensPart(j+1) {
			return j
		}
	}
	return -1
}

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

// joinedAfter returns t and those joined to it by what follows: "12 soldiers, three civilians and a journalist". A phrase
// that has a verb of its own is not joined.
func (r *reader) joinedAfter(t tally) []tally {
	list := []tally{t}
	end := r.sentenceEnd(t.head)
	for i := t.last; i < end; {
		next := i
		for next < end && (r.Tokens[next].Norm == "," || r.Tokens[next].Norm == "and" || r.Tokens[next].Norm == "or" || r.Tokens[next].Norm == "as" || r.Tokens[next].Norm == "well") {
			next++
		}
		if next == i || next >= end || r.opensPart(next) {
			break
		}
		if h, ok := r.hitAt(next, end); ok && h.pos != 'n' {
			break
		}
		more, ok := r.startingAt(next)
		if ok && list[len(list)-1].covers(more) && r.Tokens[next-1].Norm == "and" {
			list[len(list)-1].status = mixed(list[len(list)-1].status, more.status)
			i = more.last
			continue
		}
		if ok && !t.people() && more.stated && more.people() && !r.knownNoun(&more) && r.Tokens[more.head].POS == text.NOUN {
			more.status = concord.Object // "three tanks and two jamming systems"
		}
		if !ok || more.people() != t.people() || r.speaks(more.head) || r.hasVerb(more.last) || !more.stated && !more.known && r.Tokens[next-1].Norm == "," {
			break
		}
		if !r.describes(list[len(list)-1], more) {
			list = append(list, more)
		}
		i = more.last
	}
	return list
}

// describes reports whether the phrase t, after a comma, says who the person named before it is.
func (r *reader) describes(name, t tally) bool {
	return name.name != nil && t.name == nil && name.single() && t.single() && t.first == name.last+1 && r.Tokens[name.last].Norm == ","
}

// covers reports whether the number of t counts what "and" joins to it as well: "20 women and children".
func (t *tally) covers(more tally) bool {
	return t.stated && t.name == nil && t.low > 1 && t.qualifier != concord.None && more.qualifier == concord.Some && !more.stated && !more.known
}

// mixed is the status of people of both kinds.
func mixed(a, b concord.Status) concord.Status {
	civil := func(s concord.Status) bool { return s == concord.Civilian || s == concord.Child || s == concord.Woman }
	switch {
	case a == b:
		return a
	case civil(a) && civil(b):
		return concord.Civilian
	}
	return concord.Anyone
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

// joinedBefore returns t and those joined to it by what stands before: "12 soldiers and three civilians were killed".
func (r *reader) joinedBefore(t tally) []tally {
	list := []tally{t}
	first := r.Sentences[r.Tokens[t.head].Sentence].First
	for at := t.first - 1; at > first; {
		if r.Tokens[at].Tag == text.PRPS {
			at-- // "a farmer and his two sons"
		}
		if w := r.Tokens[at].Norm; w != "and" && w != "," {
			break
		}
		for at > first && (r.Tokens[at].Norm == "and" || r.Tokens[at].Norm == ",") {
			at--
		}
		more, ok := r.tallyAt(at)
		if !ok || more.last != at+1 || !more.stated || r.isParticiple(more.head) || more.people() != t.people() || r.isObject(more.first) || r.afterPreposition(more.first) {
			break
		}
		if more.covers(list[0]) && r.Tokens[list[0].first-1].Norm == "and" {
			more.status = mixed(more.status, list[0].status) // "forty women and children died"
			list[0] = more
		} else if r.describes(more, t) {
			list[0] = more // "Huda Karam, a nurse, was hurt"
		} else {
			list = append([]tally{more}, list...)
		}
		at = more.first - 1
	}
	return list
}

// isObject reports whether the phrase that begins at token i is the object of a verb before it, other than one of saying.
func (r *reader) isObject(i int) bool {
	return i > 0 && r.Tokens[i-1].POS == text.VERB && r.Tokens[i-1].Sentence == r.Tokens[i].Sentence && r.cuedAt(i-1) == nil
}

// befallenSubject reads "12 died", "those who died", "12 people have lost their lives".
func (r *reader) befallenSubject(h hit) []tally {
	if q := r.quantityOf(h.first - 4); q != nil && r.hurtBefore(h.first-1) {
		return []tally{r.numbered(q)} // "seven of the wounded died"
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
		if t, ok := r.bare(owner); ok && r.plausible(h, t) {
			return []tally{t}
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
