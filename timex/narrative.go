package timex

import "concord"

// narrative is what the text has told so far of the time it speaks of.
type narrative struct {
	now       day  // the day of publication
	known     bool // there is one
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
	if m, is := m.(length); is && m.unit == month && m.n > 3 {
		n.quarter = period{} // "the first nine months": what follows is about these
	}
	if !r.known || r.kind != "DATE" && r.kind != "TIME" {
		return
	}
	if r.first.grain == quarter && names(m) && (r.first.last() < n.now || n.tense != futureTense && r.first.first <= n.now) {
		n.quarter, n.quarterAt = r.first, n.sentence
	}
	if r.first == r.last {
		n.ref, n.refAt = r.first, n.sentence
	}
	if y, _, _ := r.first.first.date(); hasYear(m) && r.first.grain <= year {
		n.year, n.yearAt = y, n.sentence
	}
}

// reach is how many sentences back a day counts that "four days earlier" and "the same day" go by.
const reach = 8

// day returns the day the narrative has reached: the one named in this sentence or the one before, else the day of
// publication.
func (n *narrative) day() (period, bool) {
	if p, known := n.told(reach); known && p.grain == oneDay {
		return p, true
	}
	return at(n.now, oneDay), n.known
}

// reference returns the time of any grain that the narrative has reached within so many sentences.
func (n *narrative) reference(sentences int) (period, bool) {
	if p, known := n.told(sentences); known {
		return p, true
	}
	return at(n.now, oneDay), n.known
}

// told is the time named last, where that is no more than so many sentences back.
func (n *narrative) told(sentences int) (period, bool) {
	return n.ref, n.refAt >= n.sentence-sentences && n.refAt >= 0
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

// compared reports whether a year before or after is so from a quarter or a month named just before: "profit fell in the third quarter
// from a year earlier". base becomes that period.
func (n *narrative) compared(base *period) bool {
	if n.quarter.grain == quarter && n.quarterAt >= n.sentence-8 {
		*base = n.quarter
		return true
	}
	return base.grain == month && n.refAt == n.sentence
}

// names reports whether a meaning names its quarter rather than comparing with one.
func names(m meaning) bool {
	switch m.(type) {
	case monthly, holding, latestQuarter:
		return true
	}
	return false
}
