package gazetteer

import (
	"sync"

	"concord"
	"concord/lexicon"
	"concord/text"
)

// aside reports whether the place that token i heads only says where one is who tells of the event, or who brings it about from afar.
func aside(d *text.Doc, i int) bool { return ofSpeaker(d, i) || ofDoer(d, i) }

// ofSpeaker reports whether the place that token i heads only says where one is who speaks: "a source in Gao told reporters".
func ofSpeaker(d *text.Doc, i int) bool {
	h := d.Tokens[i].Head
	if h < 0 || d.Tokens[i].Rel != text.Nmod || d.Tokens[h].Rel != text.Nsubj {
		return false
	}
	verb := d.Tokens[h].Head
	return verb >= 0 && sayings()[d.Tokens[verb].Lemma]
}

// ofDoer reports whether the place that token i heads only says where those stand who do something to others: "rebels based in Daraya
// fired at the market".
func ofDoer(d *text.Doc, i int) bool {
	t := &d.Tokens[i]
	for t.Rel == text.Compound || t.Rel == text.Nmod || t.Rel == text.Flat {
		t = &d.Tokens[t.Head]
	}
	if t.Rel != text.Obl || d.Tokens[t.Head].Rel.Main() != text.Acl || !stations()[d.Tokens[t.Head].Lemma] {
		return false
	}
	doer := d.Tokens[t.Head].Head
	switch d.Tokens[doer].Rel {
	case text.OblAgent:
		return true
	case text.Nsubj:
		return d.Child(d.Tokens[doer].Head, text.Obj) >= 0
	}
	return false
}

// stations are the rows of lexicon/stations.tsv.
var stations = sync.OnceValue(func() map[string]bool { return lexicon.Set("stations", "verb") })

// seat reports whether a place is only where somebody sits: "a monitor based in Geneva", "the Geneva-based monitor", "al-Qaeda's branch in
// the Levant".
func seat(d *text.Doc, m *concord.PlaceMention) bool {
	first, last := d.TokensIn(*m.Span)
	if last+1 < len(d.Tokens) && d.Tokens[last].Norm == "-" && d.Tokens[last+1].Norm == "based" {
		return true
	}
	i := first - 1
	if i > 0 && d.Tokens[i].POS == text.DET {
		i--
	}
	return i >= 1 && d.Tokens[i].POS == text.ADP && owning()["seat"][d.Tokens[i-1].Norm]
}

// spokenAt reports whether a place is only where somebody spoke: "the envoy told reporters in Geneva". What is told after it happened
// elsewhere.
func spokenAt(d *text.Doc, m *concord.PlaceMention) bool {
	verb := governor(d, m)
	return sayings()[verb] || verb == "speak"
}

// governor returns the lemma of the verb before a place that its preposition ties it to, "" where there is none.
func governor(d *text.Doc, m *concord.PlaceMention) string {
	first, last := d.TokensIn(*m.Span)
	for i := last - 1; i >= first; i-- {
		if head := d.Tokens[i].Head; head >= 0 && head < first && d.Tokens[i].Rel == text.Obl {
			return d.Tokens[head].Lemma
		}
	}
	return ""
}

// sayings are the verbs of lexicon/cues.tsv by which somebody says something.
var sayings = sync.OnceValue(func() map[string]bool {
	verbs := map[string]bool{}
	for _, row := range lexicon.Table("cues") {
		if row.Get("kind") == "speech" && row.Get("act") == "say" {
			verbs[row.Get("verb")] = true
		}
	}
	return verbs
})

// strikes reports whether a country stands right before what somebody does with arms: "a US strike". Where the report is about another, it is
// who did it.
func strikes(d *text.Doc, m *concord.PlaceMention) bool {
	_, last := d.TokensIn(*m.Span)
	if m.Precision != concord.ToCountry || last >= len(d.Tokens) {
		return false
	}
	return owning()["strike"][d.Tokens[last].Lemma]
}

// flies reports whether a country is only said to own what flies: "US warplanes", "Saudi air raids".
func flies(d *text.Doc, m *concord.PlaceMention) bool {
	_, last := d.TokensIn(*m.Span)
	if m.Precision != concord.ToCountry || last >= len(d.Tokens) {
		return false
	}
	return owning()["flight"][d.Tokens[last].Lemma]
}

// does reports whether a country is only named as one that did something: "brokered by the US and Russia".
func does(d *text.Doc, m *concord.PlaceMention) bool {
	if m.Precision != concord.ToCountry {
		return false
	}
	first, _ := d.TokensIn(*m.Span)
	begin := d.Sentences[d.Tokens[first].Sentence].First
	for i := first - 1; i >= begin && i >= first-8; i-- {
		switch t := &d.Tokens[i]; {
		case t.Norm == "by":
			return d.Tokens[i].Rel == text.Case && d.Tokens[max(t.Head, 0)].Rel == text.OblAgent || i+1 == first || i+2 == first
		case t.POS == text.PROPN, t.POS == text.DET, t.Norm == "and", t.Norm == ",":
		default:
			return false
		}
	}
	return false
}

// leads reports whether a country is only said to lead or to back somebody: "US-led".
func leads(d *text.Doc, m *concord.PlaceMention) bool {
	_, last := d.TokensIn(*m.Span)
	return last < len(d.Tokens) && d.Tokens[last].Norm == "-" && !d.Tokens[last-1].SpaceAfter && !d.Tokens[last].SpaceAfter && m.Precision == concord.ToCountry
}

// owning are the words of lexicon/owning.tsv by their kind.
var owning = sync.OnceValue(func() map[string]map[string]bool { return lexicon.Kinds("owning", "word") })
