package timex

import (
	"sort"

	"concord"
	"concord/text"
)

// Of returns when what token tells of happened, among the mentions that [Find] gave for the document: the time nearest to it in
// the grammar of its sentence; else the day that the same paragraph has named last; else, for the past and the present, the
// day of publication or the one before, without Span and Quote and of unknown precision. It is nil where none of these is known, as for a plan without a date.
//
// The token is the head of the event: its verb or noun. In a parsed sentence a time of another clause is chosen only where the event's own
// clause has none; where that other clause only reports the event, its day is the last the event can have: the result is that day or the one before,
// of unknown precision, with the words that bound it. In a sentence that is not parsed the nearest in words is chosen. The result is shared and must not be changed.
func Of(d *text.Doc, mentions []concord.TimeMention, token int) *concord.When {
	sentence := d.Tokens[token].Sentence
	s := d.Sentences[sentence]
	from, to := within(d, mentions, s)
	if i := nearestTo(d, mentions[from:to], token); i >= 0 {
		m := &mentions[from+i]
		if reported(d, token, headOf(d, m.Span)) {
			return by(m.When)
		}
		return m.When
	}
	if w := carried(d, mentions[:from], s.Paragraph); w != nil {
		return w
	}
	return toldOn(writtenOn(d, mentions), tenseOf(d, token))
}

// writtenOn returns the day that heads the report where one does near its day of publication, else that.
func writtenOn(d *text.Doc, mentions []concord.TimeMention) *narrative {
	n := newNarrative(d.Report.Published)
	if len(mentions) == 0 || mentions[0].When == nil || mentions[0].When.Precision != concord.ToDay || !d.DatesReport(mentions[0].Span) {
		return n
	}
	if first, _, ok := mentions[0].When.From.Bounds(); ok && n.known {
		if day := dayOf(first.Year(), int(first.Month()), first.Day()); n.now-day <= nearPublication {
			n.begin(day)
		}
	}
	return n
}

// within returns the range of mentions in the sentence.
func within(d *text.Doc, mentions []concord.TimeMention, s text.Sentence) (from, to int) {
	begin, end := d.Tokens[s.First].Start, d.Tokens[s.Last-1].End
	from = sort.Search(len(mentions), func(i int) bool { return mentions[i].Start >= begin })
	to = from + sort.Search(len(mentions)-from, func(i int) bool { return mentions[from+i].Start >= end })
	return from, to
}

// nearestTo returns the index of the resolved mention nearest to the token, -1 where there is none.
func nearestTo(d *text.Doc, mentions []concord.TimeMention, token int) int {
	best, least := -1, 0
	for i := range mentions {
		if mentions[i].When == nil || d.InDateline(mentions[i].Span) {
			continue
		}
		head := headOf(d, mentions[i].Span)
		if ofOther(d, token, head) {
			continue
		}
		cost := 4*distance(d, token, head) + vagueness(&mentions[i])
		if best < 0 || cost < least {
			best, least = i, cost
		}
	}
	return best
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

// headOf returns the token of a span that the others stand under.
func headOf(d *text.Doc, s concord.Span) int {
	first, last := d.TokensIn(s)
	for t := first; t < last; t++ {
		if h := d.Tokens[t].Head; h < first || h >= last {
			return t
		}
	}
	return min(first, len(d.Tokens)-1)
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

// reported reports whether a time is that of a speech whose content tells of the event: "police said on Friday that shells had fallen".
func reported(d *text.Doc, event, time int) bool {
	if !d.Sentences[d.Tokens[event].Sentence].Parsed {
		return false
	}
	crossed := false
	for top := event; top >= 0; top = d.Tokens[top].Head {
		if d.Under(time, top) {
			return crossed
		}
		if d.Tokens[top].Head == time && d.Tokens[top].Rel == text.AclRelcl {
			return d.Tokens[min(time+1, len(d.Tokens)-1)].Norm == "that" // "on Thursday that …" taken for a relative clause
		}
		crossed = crossed || d.Tokens[top].Rel == text.Ccomp || d.Tokens[top].Rel == text.Parataxis
	}
	return false
}

// by is the time of what was told on a day: that day or the one before, of unknown precision, with the words for the day. What was told in a
// month or a year is of that month or year.
func by(said *concord.When) *concord.When {
	_, last, ok := said.To.Bounds()
	if !ok {
		return nil
	}
	if said.Precision == concord.ToMonth || said.Precision == concord.ToYear {
		return said
	}
	return &concord.When{From: concord.DateOf(last.AddDate(0, 0, -1)), To: concord.DateOf(last), Precision: concord.Unknown, Span: said.Span, Quote: said.Quote}
}

// carried is the day that the paragraph named last before the sentence.
func carried(d *text.Doc, before []concord.TimeMention, paragraph int) *concord.When {
	for i := len(before) - 1; i >= 0; i-- {
		m := &before[i]
		at := d.TokenAt(m.Start)
		if at >= len(d.Tokens) || d.Sentences[d.Tokens[at].Sentence].Paragraph != paragraph {
			return nil
		}
		if m.When != nil && m.Value != "PRESENT_REF" && (m.When.Precision == concord.ToDay || m.When.Precision == concord.ToHour) && m.Type != "DURATION" && !d.InDateline(m.Span) {
			return m.When
		}
	}
	return nil
}

// tenseOf is the tense of an event's own verb, or of the verb above where the event is a noun.
func tenseOf(d *text.Doc, token int) tense {
	if isVerb(d.Tokens[token].Tag) {
		return vocabularyOnce().verbTense(d, token)
	}
	return vocabularyOnce().tenseAt(d, token)
}

// toldOn is the time that the report's own date gives what is told in a tense: a guess, so its precision is unknown.
func toldOn(n *narrative, t tense) *concord.When {
	if !n.known || t == futureTense {
		return nil
	}
	w := &concord.When{From: concord.DateOf(n.now.time()), To: concord.DateOf(n.now.time()), Precision: concord.Unknown}
	if t != presentTense {
		w.From = concord.DateOf((n.now - 1).time())
	}
	return w
}
