package extract

import (
	"concord"
	"concord/text"
)

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
		if !ok || more.people() != t.people() || r.speaks(more.head) || r.hasVerb(more.last) && !r.closesPart(t.first, more.last) || !more.stated && !more.known && r.Tokens[next-1].Norm == "," {
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

// closesPart reports whether the comma at token i closes an insertion that names a part, which begins at token first: "nine people, including
// |four women and a nurse|, were killed".
func (r *reader) closesPart(first, i int) bool {
	return first > 1 && (r.opensPart(first-1) || r.Tokens[first-1].Norm == ",") && r.Tokens[i].Norm == "," && i+1 < len(r.Tokens) && r.Tokens[i+1].POS == text.AUX
}
