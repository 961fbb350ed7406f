package timex

import (
	"concord"
	"concord/text"
)

// narrative is what the text has told so far of the time it speaks of.
type narrative struct {
	now       day  // the day of publication
	known     bool // there is one
	hour      bool // the time of day is known too
	ref       period
	refAt     int // the sentence that ref comes from, -1 for the publication date
	year      int // the year that months without one belong to, 0 where the publication date says
	yearAt    int
	quarter   period // the quarter named last; grain 0 for none
	quarterAt int
	sentence  int
	tense     tense // of the verb that governs the expression being resolved
}

// newNarrative begins at the publication date. A date known only to its month or year resolves nothing finer.
func newNarrative(published concord.Date) *narrative {
	n := &narrative{refAt: -1, yearAt: -9}
	first, last, ok := published.Bounds()
	if ok && first.Equal(last) {
		n.begin(dayOf(first.Year(), int(first.Month()), first.Day()))
	}
	return n
}

// begin sets the day on which the text is told.
func (n *narrative) begin(now day) {
	n.now, n.known = now, true
	n.ref, n.refAt = at(now, oneDay), -1
}

// tell carries a resolved time through the text.
func (n *narrative) tell(m meaning, r result) {
	if !r.known || r.kind != "DATE" && r.kind != "TIME" {
		return
	}
	if _, named := m.(monthly); named && r.first.grain == quarter {
		n.quarter, n.quarterAt = r.first, n.sentence
	}
	if r.first == r.last {
		n.ref, n.refAt = r.first, n.sentence
	}
	if y, _, _ := r.first.first.date(); hasYear(m) && r.first.grain <= year {
		n.year, n.yearAt = y, n.sentence
	}
}

// day returns the day the narrative has reached: the one named in this sentence or the one before, else the day of
// publication.
func (n *narrative) day() (period, bool) {
	if n.refAt >= n.sentence-1 && n.refAt >= 0 && n.ref.grain == oneDay {
		return n.ref, true
	}
	return at(n.now, oneDay), n.known
}

// reference returns the time of any grain that the narrative has reached.
func (n *narrative) reference() (period, bool) {
	if n.refAt >= n.sentence-1 && n.refAt >= 0 {
		return n.ref, true
	}
	return at(n.now, oneDay), n.known
}

// nearest chooses among the occurrences of something that comes back, the kth after the one of the present round, by
// the tense: the last one begun for the past, the next one not over for the future, the nearest where it says nothing.
func (n *narrative) nearest(occurrence func(k int) period) period {
	past, future := occurrence(-1), occurrence(1)
	for k := 1; k >= -1; k-- {
		if p := occurrence(k); p.first <= n.now {
			past = p
			break
		}
	}
	for k := -1; k <= 1; k++ {
		if p := occurrence(k); p.last() >= n.now {
			future = p
			break
		}
	}
	ago, ahead := n.now-past.last(), future.first-n.now
	switch {
	case n.tense == pastTense && (ago <= 300 || ahead > 60):
		return past
	case n.tense == futureTense && (ahead <= 300 || ago > 60):
		return future
	case ago <= ahead:
		return past
	}
	return future
}

// tense is the time that a verb speaks of.
type tense uint8

const (
	noTense tense = iota
	pastTense
	presentTense
	futureTense
)

// tenseAt returns the tense of the verb that governs token t.
func tenseAt(d *text.Doc, t int) tense {
	verb := governor(d, t)
	if verb < 0 {
		return noTense
	}
	return verbTense(d, verb)
}

// governor returns the verb that governs token t: by the dependencies where the sentence is parsed, else the nearest one
// before it, else the next one; -1 where there is none.
func governor(d *text.Doc, t int) int {
	s := d.Sentences[d.Tokens[t].Sentence]
	if s.Parsed {
		for v := d.Tokens[t].Head; v >= 0; v = d.Tokens[v].Head {
			if isVerb(d.Tokens[v].Tag) || d.Child(v, text.Cop) >= 0 {
				return v
			}
		}
		return -1
	}
	for v := t - 1; v >= s.First; v-- {
		if isVerb(d.Tokens[v].Tag) {
			return v
		}
	}
	for v := t + 1; v < s.Last; v++ {
		if isVerb(d.Tokens[v].Tag) {
			return v
		}
	}
	return -1
}

func isVerb(t text.Tag) bool { return t >= text.VB && t <= text.VBZ }

// verbTense reads the tense off a verb and its auxiliaries.
func verbTense(d *text.Doc, verb int) tense {
	found := noTense
	consider := func(i int) {
		if t := auxiliaryTense(&d.Tokens[i]); t != noTense && found != futureTense {
			found = t
		}
	}
	if d.Sentences[d.Tokens[verb].Sentence].Parsed {
		for c := range d.Children(verb) {
			switch d.Tokens[c].Rel {
			case text.Aux, text.AuxPass, text.Cop, text.Mark:
				consider(c)
			}
		}
	} else {
		for i := max(verb-3, d.Sentences[d.Tokens[verb].Sentence].First); i < verb; i++ {
			consider(i)
		}
	}
	if found != noTense {
		return found
	}
	switch d.Tokens[verb].Tag {
	case text.VBD, text.VBN:
		return pastTense
	case text.VBP, text.VBZ:
		return presentTense
	case text.VBG:
		return parentTense(d, verb)
	}
	return noTense
}

// parentTense is that of the verb above: "killed five, wounding ten on Friday".
func parentTense(d *text.Doc, verb int) tense {
	if above := governor(d, verb); above >= 0 && above < verb && d.Tokens[above].Tag != text.VBG {
		return verbTense(d, above)
	}
	return noTense
}

// auxiliaryTense is what one auxiliary says.
func auxiliaryTense(t *text.Token) tense {
	switch t.Norm {
	case "will", "'ll", "shall", "wo", "to", "may", "could", "can", "should", "must", "might":
		return futureTense
	case "was", "were", "had", "did", "have", "has", "been", "'ve":
		return pastTense
	case "is", "are", "am", "'re", "do", "does":
		return presentTense
	}
	return noTense
}

// compared reports whether a year before or after is so from a quarter or a month named just before: "profit fell in the third quarter
// from a year earlier". base becomes that period.
func (n *narrative) compared(base *period) bool {
	if n.quarter.grain == quarter && n.quarterAt >= n.sentence-2 {
		*base = n.quarter
		return true
	}
	return base.grain == month && n.refAt == n.sentence
}
