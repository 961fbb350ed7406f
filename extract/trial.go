package extract

import (
	"sync"

	"concord"
	"concord/lexicon"
	"concord/text"
)

// trials are the rows of lexicon/trials.tsv: words for what courts do, by lemma and part of speech.
var trials = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	for _, row := range lexicon.Table("trials") {
		words[row.Get("word")+" "+row.Get("pos")] = true
	}
	return words
})

// isTrial reports whether token i is a word for what a court does: a verb or noun, or a verb that is one with "guilty".
func (r *reader) isTrial(i int) bool {
	t := &r.Tokens[i]
	switch {
	case trials()[t.Lemma+" a"]:
		return true
	case t.POS == text.NOUN:
		return trials()[t.Lemma+" n"]
	case t.POS != text.VERB:
		return false
	case trials()[t.Lemma+" v"]:
		return true
	}
	for j := range r.Children(i) {
		if trials()[r.Tokens[j].Lemma+" a"] {
			return true
		}
	}
	return false
}

// tried returns the words that belong to what e's sentence says somebody was tried for, where e is a part of that: "charged on Friday |with killing a
// nurse in May|". The day and the place of a trial are not those of the crime.
func (r *reader) tried(e *event) (first, last int, ok bool) {
	if !learnable.has(e.found.act) {
		return 0, 0, false
	}
	who := false // who did it
	for i := e.head; r.Tokens[i].Head >= 0; i = r.Tokens[i].Head {
		who = who || r.Tokens[i].Rel == text.AclRelcl
		switch t := &r.Tokens[i]; {
		case r.hasMarker(i, "after", "when", "while", "during", "as", "before"):
			return 0, 0, false
		case t.Rel == text.Conj || t.Rel == text.Parataxis || i == e.head && t.Rel == text.Advcl && r.Child(i, text.Mark, text.Case) < 0:
			return 0, 0, false // "charged the crowd, killing two"
		case r.isTrial(t.Head) && r.eventOf[t.Head] != e && (who || t.Rel != text.Obj):
			return int(r.low[i]), int(r.high[i]), true
		}
	}
	return 0, 0, false
}

// timeOfCrime returns the time of what somebody was tried for, in the words for that, or after them where the trial's own is told before them: "sentenced
// three men on Friday for the killing of a nurse |in 2020|"; nil where none is told.
func (r *reader) timeOfCrime(first, last int) *concord.When {
	if w := r.timeWithin(first, last); w != nil {
		return w
	}
	if s := r.Sentences[r.Tokens[first].Sentence]; s.First < first && last < s.Last && r.timeWithin(s.First, first) != nil {
		return r.timeWithin(last, s.Last)
	}
	return nil
}

// timeWithin returns the first time among tokens [first, last), nil where none stands there.
func (r *reader) timeWithin(first, last int) *concord.When {
	span := r.Span(first, last)
	for k := range r.mentions.Times {
		if m := &r.mentions.Times[k]; m.When != nil && m.Type != "SET" && span.Contains(m.Span) {
			return m.When
		}
	}
	return nil
}

// placeWithin returns the first place among tokens [first, last), nil where none stands there.
func (r *reader) placeWithin(first, last int) *concord.Where {
	span := r.Span(first, last)
	for k := range r.mentions.Places {
		if m := &r.mentions.Places[k]; !m.Metonym && span.Contains(*m.Span) {
			return &m.Where
		}
	}
	return nil
}
