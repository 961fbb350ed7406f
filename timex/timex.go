// Package timex finds the times that a text speaks of and works out which they are.
//
// An expression is found in three steps. A [line] is a sentence cut into atoms, each with what lexicon/times.tsv says of the
// word. Rules of a few lines, tried only at words they can begin with, turn atoms into a [meaning]: "the Friday before", "two
// days after Easter". A [narrative] resolves the meaning: it knows the day of publication, the tense of the governing
// verb, and the time that the text has reached. What it cannot know stays open: "XXXX-09-19", "PAST_REF".
package timex

import (
	"sync"

	"concord"
	"concord/text"
)

// Find returns the times of the document in order, without overlap. Type and Value are those of TIMEX3 (TimeML 1.2.1); When
// gives the days meant, and is nil for sets, for lengths of time tied to no day, and where the publication date is needed and missing.
func Find(d *text.Doc) []concord.TimeMention {
	l := lines.Get().(*line)
	defer lines.Put(l)
	l.Doc = d
	n := newNarrative(d.Report.Published)
	found := []concord.TimeMention{}
	for s, sentence := range d.Sentences {
		if d.Paragraphs[sentence.Paragraph].Kind == concord.Furniture || !l.cut(sentence) {
			continue
		}
		n.sentence = s
		found = l.read(n, found)
	}
	l.Doc = nil
	return found
}

var lines = sync.Pool{New: func() any { return newLine() }}

// read appends the times of the line.
func (l *line) read(n *narrative, found []concord.TimeMention) []concord.TimeMention {
	for i := 0; i < len(l.atoms); {
		m, end := l.longest(i, false)
		if end == i || l.named(m, i, end) {
			i = max(i+1, end)
			continue
		}
		n.tense = l.tenseAt(l.Doc, l.atoms[i].token)
		if n.tense == scheduled && l.Paragraphs[l.Sentences[n.sentence].Paragraph].Kind == concord.Title {
			n.tense = pastTense // headlines tell what happened in the present tense
		}
		if l.has(i-1, "as") && l.has(i-2, "soon", "early") {
			n.tense = futureTense
		}
		r := m.resolve(n)
		n.tell(m, r)
		span := concord.Span{Start: l.atoms[i].start, End: l.atoms[end-1].end}
		if !n.known && l.dateline(m, n) || n.known && n.sentence == 0 && l.headed(n, r, span) {
			n.begin(r.first.first)
		}
		w := r.when(concord.QuoteOf(l.Text, span))
		if w != nil && n.known && l.has(i-1, "since") {
			w.To = max(w.To, concord.DateOf(n.now.time()))
		}
		found = append(found, concord.TimeMention{Span: span, Type: r.kind, Value: r.value, When: w})
		i = end
	}
	return found
}

// named reports whether the words are those of a name: "This Week" of a programme within a sentence that writes its other words small.
func (l *line) named(m meaning, i, end int) bool {
	if _, holiday := m.(feast); holiday || l.Paragraphs[l.Sentences[l.Tokens[l.at(i).token].Sentence].Paragraph].Kind == concord.Title {
		return false
	}
	last := end - 1
	return l.capital(last) && l.is(last, aUnit|deictic|aPoint) && !l.is(last, aMonth|aWeekday) && (last > i || last > 0 && l.capital(last-1))
}

// hasYear reports whether an expression names its year.
func hasYear(m meaning) bool {
	switch m := m.(type) {
	case exactly:
		return m.grain == year
	case calendarDate:
		return m.year > 0
	case monthly:
		return m.of != nil
	}
	return false
}

// headed reports whether a date in full heads the report, and lies near its day of publication, or after it, as that of a collection may be
// wrong: the report was written on the day that it says itself.
func (l *line) headed(n *narrative, r result, span concord.Span) bool {
	return r.known && r.kind == "DATE" && r.first == r.last && r.first.grain == oneDay && n.now-r.first.first <= nearPublication && l.DatesReport(span)
}

// nearPublication is how many days after the date that heads it a report may be published.
const nearPublication = 31

// dateline reports whether a date in full that stands where a report begins, in a dateline or before any verb, may stand for its day of
// publication.
func (l *line) dateline(m meaning, n *narrative) bool {
	date, full := m.(calendarDate)
	if !full || date.year == 0 || date.day == 0 || n.sentence > 1 {
		return false
	}
	s := l.Sentences[n.sentence]
	if kind := l.Paragraphs[s.Paragraph].Kind; kind == concord.Dateline || kind == concord.Byline {
		return true
	}
	for i := range l.atoms {
		switch {
		case l.has(i, "-", "(") && i > 0:
			return true
		case isVerb(l.tag(i)):
			return false
		}
	}
	return true
}
