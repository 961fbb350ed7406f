package extract

import (
	"sync"

	"concord"
	"concord/lexicon"
	"concord/text"
)

// partOpeners are the rows of lexicon/parts.tsv; the value says whether what follows is the part.
var partOpeners = sync.OnceValue(func() *lexicon.Phrases[bool] {
	phrases := lexicon.NewPhrases[bool]()
	for _, row := range lexicon.Table("parts") {
		phrases.Add(row.Get("words"), row.Get("where") == "after")
	}
	return phrases
})

// severities are adverbs that tell what befell a part of those hurt: "two men were shot, one fatally".
var severities = map[string]concord.Measure{"fatally": concord.Killed, "mortally": concord.Killed, "critically": concord.Injured,
	"seriously": concord.Injured, "severely": concord.Injured, "gravely": concord.Injured, "slightly": concord.Injured, "lightly": concord.Injured}

// parts adds the parts that a sentence names of those it has counted: "including four children", "six of them children".
func (r *reader) parts(s int, list []*figure) []*figure {
	if len(list) == 0 {
		return nil
	}
	sentence := r.Sentences[s]
	for i := sentence.First; i < sentence.Last; i++ {
		follows, length := partOpeners().Match(r.norm, i, sentence.Last)
		if whole := wholeBefore(list, i); length > 0 && whole != nil && (r.norm(i) != "mostly" || i <= whole.tally.last+1 || r.norm(i-1) == ",") {
			list = append(list, r.partsAt(&list, i, length, follows, whole)...)
			i += length - 1
			continue
		}
		if measure, ok := severities[r.norm(i)]; ok {
			if whole := wholeBefore(list, i); whole != nil {
				list = r.severe(list, i, measure, whole)
			}
		}
	}
	return list
}

// wholeBefore returns the last figure of people, or of attacks, that stands before token i.
func wholeBefore(list []*figure, i int) *figure {
	var whole *figure
	for _, f := range list {
		if f.tally.last <= i && !f.tally.subset && f.tally.stated {
			whole = f
		}
	}
	return whole
}

// partsAt reads the part whose opener begins at token i.
func (r *reader) partsAt(all *[]*figure, i, length int, follows bool, whole *figure) (list []*figure) {
	add := func(t tally) {
		t.subset = true
		if f := figureAt(*all, t); f != nil && f != whole {
			f.tally.subset, f.tally.status, f.part = true, t.status, whole
			return
		}
		if t.people() == whole.tally.people() && t.head != whole.tally.head {
			list = append(list, &figure{hit: whole.hit, measure: whole.measure, tally: t, head: t.head, frame: whole.frame, part: whole})
		}
	}
	if !follows {
		t, ok := r.tallyEnding(i)
		if q := r.quantityOf(i - 1); ok && q != nil {
			at := i + length
			for at < r.sentenceEnd(i) && r.Tokens[at].POS == text.AUX {
				at++
			}
			if of, found := r.startingAt(at); found {
				t.status = of.status
			}
			add(t)
		}
		return list
	}
	found := r.tallsAfter(i + length)
	if n := len(found); n > 0 && found[n-1].last+1 < r.sentenceEnd(i) && r.Tokens[found[n-1].last].Norm == "and" {
		if t, ok := r.startingAt(found[n-1].last + 1); ok && !t.stated && r.hasVerb(t.last) {
			found = append(found, t) // "12 villagers, mostly women and children, were killed"
		}
	}
	for _, t := range found {
		if t.stated || t.qualifier == concord.Some && !t.known {
			add(t)
		}
	}
	return list
}

// severe reads "one fatally" after those of whom it is one.
func (r *reader) severe(list []*figure, i int, measure concord.Measure, whole *figure) []*figure {
	t, ok := r.tallyEnding(i)
	if !ok || !t.stated || t.head == whole.tally.head || t.last < i-2 || r.hasVerb(i) {
		return list
	}
	if t.low > whole.tally.low {
		return list
	}
	t.subset = measure == whole.measure
	if !t.subset && whole.measure == concord.Injured && measure == concord.Killed {
		t.subset = true
	}
	return append(list, &figure{hit: whole.hit, measure: measure, tally: t, head: t.head, frame: whole.frame, part: whole})
}
