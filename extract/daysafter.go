package extract

import (
	"strconv"
	"strings"

	"concord"
)

// daysFrom returns the first token of words in e's sentence that say by how many days what is told after them, which begins at token clause, came
// before what was told last, "came |two days after| gunmen abducted nine people", and how many: less than 0 for "before". Clause is -1 where no
// words do.
func (r *reader) daysFrom(e *event) (first, clause, days int) {
	s := r.Sentences[r.Tokens[e.head].Sentence]
	for k := range r.mentions.Times {
		m := &r.mentions.Times[k]
		at, last := r.TokensIn(m.Span)
		if at < s.First || last >= s.Last || m.Type != "DURATION" {
			continue
		}
		n := daysOf(m.Value)
		switch r.Tokens[last].Norm {
		case "after":
		case "before":
			n = -n
		default:
			continue
		}
		if n != 0 && at > s.First {
			return at, last + 1, n
		}
	}
	return 0, -1, 0
}

// daysOf returns how many days "P2D" and "P1W" are; 0 for other durations.
func daysOf(value string) int {
	n, unit := strings.TrimPrefix(value, "P"), 1
	if weeks, ok := strings.CutSuffix(n, "W"); ok {
		n, unit = weeks, 7
	} else if n, ok = strings.CutSuffix(n, "D"); !ok {
		return 0
	}
	days, err := strconv.Atoi(n)
	if err != nil {
		return 0
	}
	return days * unit
}

// daysBeforeLast returns when e happened where words say how many days it came before, or after, what was told last; nil where none do.
func (r *reader) daysBeforeLast(e *event) *concord.When {
	first, clause, days := r.daysFrom(e)
	if clause < 0 || e.head < clause {
		return nil
	}
	for i := len(r.events) - 1; i >= 0; i-- {
		x := r.events[i]
		if x.head >= first || x.claim.Event == nil || x.claim.When == nil || !exact(x.claim.When) || x.claim.When.Span == nil {
			continue
		}
		from, _, ok := x.claim.When.From.Bounds()
		if !ok {
			return nil
		}
		day, words := concord.DateOf(from.AddDate(0, 0, -days)), r.Span(first, clause)
		return &concord.When{From: day, To: day, Precision: concord.ToDay, Span: &words, Quote: words.Of(r.Text)}
	}
	return nil
}

// inDaysAfter reports whether the words stand in what is told after "two days after", and e before it.
func (r *reader) inDaysAfter(e *event, words concord.Span) bool {
	_, clause, _ := r.daysFrom(e)
	return clause >= 0 && e.head < clause && r.TokenAt(words.Start) >= clause && r.Tokens[r.TokenAt(words.Start)].Sentence == r.Tokens[e.head].Sentence
}
