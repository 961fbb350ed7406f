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
		if reported(d, token, d.HeadOf(m.Span)) {
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
