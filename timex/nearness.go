package timex

import (
	"concord"
	"concord/text"
)

// nearestTo returns the index of the resolved mention nearest to the token, -1 where there is none.
func nearestTo(d *text.Doc, mentions []concord.TimeMention, token int) int {
	best, least := -1, 0
	for i := range mentions {
		if mentions[i].When == nil || d.InDateline(mentions[i].Span) {
			continue
		}
		head := d.HeadOf(mentions[i].Span)
		if ofOther(d, token, head) || ranks(d, mentions[i].Span) {
			continue
		}
		cost := 4*distance(d, token, head) + vagueness(&mentions[i])
		if best < 0 || cost < least {
			best, least = i, cost
		}
	}
	return best
}

// ranks reports whether a time only says since when something is the first or the worst: "a truce, the first since |2016|, began on Friday".
func ranks(d *text.Doc, words concord.Span) bool {
	first, _ := d.TokensIn(words)
	if first < 2 || d.Tokens[first-1].Norm != "since" {
		return false
	}
	before := &d.Tokens[first-2]
	return before.Norm == "first" || before.Norm == "time" || before.Tag == text.JJS
}

// ofOther reports whether a time belongs to a relative clause that the event stands outside of, and there to a noun, which is told of another
// day, or to one who tells of the event: "a fire broke out in the port, which was devastated by last month's blast", "a nurse who fled last
// year said that shells had hit the port".
func ofOther(d *text.Doc, event, time int) bool {
	if !d.Sentences[d.Tokens[time].Sentence].Parsed {
		return false
	}
	for t := time; t >= 0 && !d.Under(event, t); t = d.Tokens[t].Head {
		if isRelative(d, t) && (d.Tokens[time].Rel == text.NmodPoss || ofTeller(d, event, d.Tokens[t].Head)) {
			return true
		}
	}
	return false
}

// ofTeller reports whether token i is the subject of a verb that the event is told in a clause of.
func ofTeller(d *text.Doc, event, i int) bool {
	if i < 0 || d.Tokens[i].Rel != text.Nsubj {
		return false
	}
	for t := event; t >= 0; t = d.Tokens[t].Head {
		if d.Tokens[t].Rel == text.Ccomp && d.Tokens[t].Head == d.Tokens[i].Head {
			return true
		}
	}
	return false
}

// isRelative reports whether token t heads a relative clause, which the grammar may hold for another.
func isRelative(d *text.Doc, t int) bool {
	if d.Tokens[t].Rel == text.AclRelcl {
		return true
	}
	s := d.Child(t, text.Nsubj, text.NsubjPass)
	return s >= 0 && s < t && (d.Tokens[s].Tag == text.WDT || d.Tokens[s].Tag == text.WP)
}

// vagueness makes "now", lengths, months and years lose against days.
func vagueness(m *concord.TimeMention) int {
	switch {
	case m.Value == "PRESENT_REF":
		return 16
	case m.Type == "DURATION":
		return 4
	case m.When.Precision == concord.ToYear:
		return 20
	case m.When.Precision == concord.ToMonth:
		return 8
	}
	return 0
}

// distance is how far a time is from an event: the arcs between them, those that leave or enter a clause counted dearer.
// Where the sentence is not parsed it is the words between, punctuation counted dearer.
func distance(d *text.Doc, event, time int) int {
	if !d.Sentences[d.Tokens[event].Sentence].Parsed {
		return wordsBetween(d, event, time)
	}
	cost := 0
	for top := event; top >= 0; top = d.Tokens[top].Head {
		if down, under := descent(d, time, top); under {
			return cost + down
		}
		cost += climb(d.Tokens[top].Rel)
	}
	return cost + wordsBetween(d, event, time)
}

// descent is the cost of going from top down to the token.
func descent(d *text.Doc, token, top int) (cost int, under bool) {
	for t := token; t >= 0; t = d.Tokens[t].Head {
		if t == top {
			return cost, true
		}
		cost += enter(d.Tokens[t].Rel)
	}
	return 0, false
}

// climb is the cost of looking above a token for its time: from an argument to its verb it is small.
func climb(r text.Rel) int {
	switch r {
	case text.Ccomp, text.Parataxis, text.Advcl, text.AclRelcl:
		return 6
	case text.Acl, text.Conj, text.Csubj:
		return 3
	}
	return 1
}

// enter is the cost of looking below for it: the time of a clause is that of its own verb.
func enter(r text.Rel) int {
	switch r {
	case text.Ccomp, text.Parataxis, text.Advcl, text.AclRelcl, text.Acl, text.Csubj:
		return 9
	case text.Compound, text.NmodPoss:
		return 5 // "the November truce", "Monday's ceasefire"
	case text.Conj, text.Xcomp, text.Appos:
		return 3
	case text.Nmod, text.Nsubj, text.Obj:
		return 2
	}
	return 1
}

// wordsBetween counts the tokens from one to the other, marks three times.
func wordsBetween(d *text.Doc, a, b int) int {
	if a > b {
		a, b = b, a
	}
	cost := 0
	for t := a; t < b; t++ {
		cost++
		if d.Tokens[t].POS == text.PUNCT {
			cost += 2
		}
	}
	return cost
}
