package gazetteer

import (
	"cmp"
	"sort"
	"sync"

	"concord"
	"concord/lexicon"
	"concord/text"
)

// Of returns where what token tells of happened, among the mentions that [Gazetteer.Find] gave for the document: the place nearest to it
// in the grammar of its sentence, a place of its own clause before one of another; else the place that the same paragraph named
// last, else that of the line which heads its part of the report, else the headline's, else the one that the report named last before; else the country that the report names most. The
// smallest place wins where one lies in the other ("Douma, Syria"). It is nil where the report names no place.
//
// The token is the head of the event: its verb or noun. Names that stand for a government and demonyms are passed over in its
// sentence and before it, but a country that is named only so still counts as the last resort. In a sentence that is not parsed
// the nearest in words is chosen. The result is shared and must not be changed.
func Of(d *text.Doc, mentions []concord.PlaceMention, token int) *concord.Where {
	s := d.Sentences[d.Tokens[token].Sentence]
	from, to := among(d, mentions, s.First, s.Last)
	if i := nearest(d, mentions, from, to, token); i >= 0 {
		return &mentions[i].Where
	}
	p := d.Paragraphs[s.Paragraph]
	begin := sort.Search(len(mentions), func(i int) bool { return mentions[i].Span.Start >= p.Start })
	if w := lastPlace(d, mentions, begin, from); w != nil {
		return w
	}
	if w := cmp.Or(heading(d, mentions, s.Paragraph), headline(d, mentions)); w != nil {
		return w
	}
	if w := lastPlace(d, mentions, 0, from); w != nil {
		return w
	}
	if i := nearestOf(d, mentions, from, to, token, 0); i >= 0 {
		return &mentions[i].Where // where a speaker is, as the last resort
	}
	return homeland(d, mentions)
}

// among returns the range of mentions among tokens [first, last).
func among(d *text.Doc, mentions []concord.PlaceMention, first, last int) (from, to int) {
	begin, end := d.Tokens[first].Start, d.Tokens[last-1].End
	from = sort.Search(len(mentions), func(i int) bool { return mentions[i].Span.Start >= begin })
	to = from + sort.Search(len(mentions)-from, func(i int) bool { return mentions[from+i].Span.Start >= end })
	return from, to
}

// nearest returns the index of the place among mentions [from, to) nearest to the token, -1 where there is none. A dateline's counts where no other place is told but
// countries, which may be named as those who act.
func nearest(d *text.Doc, mentions []concord.PlaceMention, from, to, token int) int {
	i := nearestOf(d, mentions, from, to, token, asideCost)
	if i >= 0 && mentions[i].Precision == concord.ToCountry {
		i = nearestOf(d, mentions, from, to, token, 0)
	}
	if i >= 0 && d.Sentences[d.Tokens[token].Sentence].Parsed && aside(d, headOf(d, &mentions[i])) {
		return -1
	}
	return i
}

// nearestOf is nearest with what a place of a dateline costs more.
func nearestOf(d *text.Doc, mentions []concord.PlaceMention, from, to, token, dateline int) int {
	best, least := -1, 0
	about := mostNamed(d, mentions)
	for i := from; i < to; i++ {
		m := &mentions[i]
		if m.Metonym || seat(d, m) || governor(d, m) == "speak" || leads(d, m) || flies(d, m) || does(d, m) {
			continue
		}
		if m.Country != about && strikes(d, m) {
			continue
		}
		cost := farness(d, m, token)
		if d.InDateline(*m.Span) {
			if m.Country != about {
				continue // an agency may write from abroad
			}
			cost += dateline
		}
		if m.Precision == concord.ToCountry && m.Country != about {
			cost += abroadCost
		}
		if best < 0 || cost < least {
			best, least = i, cost
		}
	}
	return best
}

// farness is how far a place stands from the token: links of the tree, more where they leave a clause, more for large places.
func farness(d *text.Doc, m *concord.PlaceMention, token int) int {
	first, last := d.TokensIn(*m.Span)
	head := headOf(d, m)
	cost := vastness(m.Precision)
	if i := first - 1; i >= 0 && d.Tokens[i].Norm == "from" {
		cost += 6
	}
	if last < len(d.Tokens) && d.Tokens[last].Norm == ":" {
		cost += labelCost
	}
	if d.Sentences[d.Tokens[token].Sentence].Parsed {
		if aside(d, head) {
			cost += asideCost
		}
		return cost + 4*links(d, head, token)
	}
	if head < token {
		return cost + token - head + 2
	}
	return cost + head - token
}

// asideCost makes any other place of the sentence likelier than that of its dateline or of one who only tells of the event.
const asideCost = 40

// abroadCost makes the country that the report is about likelier than another.
const abroadCost = 4

// labelCost makes a smaller place of the sentence likelier than that which heads it: "Gao: A mine went off in Menaka".
const labelCost = 20

// ofSpeaker reports whether the place that token i heads only says where one is who speaks: "a source in Gao told reporters".
func ofSpeaker(d *text.Doc, i int) bool {
	h := d.Tokens[i].Head
	if h < 0 || d.Tokens[i].Rel != text.Nmod || d.Tokens[h].Rel != text.Nsubj {
		return false
	}
	verb := d.Tokens[h].Head
	return verb >= 0 && sayings()[d.Tokens[verb].Lemma]
}

// aside reports whether the place that token i heads only says where one is who tells of the event, or who brings it about from afar.
func aside(d *text.Doc, i int) bool { return ofSpeaker(d, i) || ofDoer(d, i) }

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

// headOf returns the token of a place that the others of its name stand under.
func headOf(d *text.Doc, m *concord.PlaceMention) int {
	first, last := d.TokensIn(*m.Span)
	for t := first; t < last; t++ {
		if h := d.Tokens[t].Head; h < first || h >= last {
			return t
		}
	}
	return first
}

func vastness(p concord.Precision) int {
	switch p {
	case concord.ToCountry:
		return 5
	case concord.ToRegion, concord.Unknown:
		return 3
	case concord.ToProvince, concord.ToDistrict:
		return 2
	}
	return 0
}

// links counts the steps in the tree from token a to token b; a step that leaves a clause counts three.
func links(d *text.Doc, a, b int) int {
	up := func(i int) int {
		switch d.Tokens[i].Rel.Main() {
		case text.Ccomp, text.Advcl, text.Acl, text.Parataxis, text.Conj, text.Csubj:
			return 3
		}
		return 1
	}
	total := 0
	for i := a; i >= 0; i = d.Tokens[i].Head {
		down := 0
		for j := b; j >= 0; j = d.Tokens[j].Head {
			if j == i {
				return total + down
			}
			down += up(j)
		}
		total += up(i)
	}
	return total + 10
}

// lastPlace returns the last place among mentions [begin, end) that is no metonym, no country, nobody's seat and not
// where somebody spoke, nil where there is none.
// The place of a dateline counts where it lies in the country that the report is about: an agency may write from abroad.
func lastPlace(d *text.Doc, mentions []concord.PlaceMention, begin, end int) *concord.Where {
	for i := end - 1; i >= begin; i-- {
		m := &mentions[i]
		if m.Metonym || m.Precision == concord.ToCountry || m.Point == nil || seat(d, m) {
			continue
		}
		if spokenAt(d, m) {
			continue
		}
		if !d.InDateline(*m.Span) || m.Country == mostNamed(d, mentions) {
			return &m.Where
		}
	}
	return nil
}

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
	return i >= 1 && d.Tokens[i].POS == text.ADP && sits(d.Tokens[i-1].Norm)
}

// sits reports whether a place named after this word and a preposition is where somebody sits.
func sits(word string) bool {
	switch word {
	case "based", "headquartered", "branch", "affiliate", "wing", "offshoot", "franchise", "chapter", "ambassador", "envoy", "coordinator",
		"correspondent", "representative", "bureau":
		return true
	}
	return false
}

// mostInHeading bounds the tokens of a line that heads a part of a report.
const mostInHeading = 20

// heading returns the place named by the line that heads the part of the report in which a paragraph stands, nil where it names none.
func heading(d *text.Doc, mentions []concord.PlaceMention, paragraph int) *concord.Where {
	for i := paragraph - 1; i >= 0; i-- {
		first, last := d.Sentences[d.Paragraphs[i].First].First, d.Sentences[d.Paragraphs[i].Last-1].Last
		if last-first > mostInHeading || d.Tokens[last-1].POS == text.PUNCT {
			continue
		}
		from, to := among(d, mentions, first, last)
		for j := range mentions[from:to] {
			if m := &mentions[from+j]; !m.Metonym {
				return &m.Where
			}
		}
		return nil
	}
	return nil
}

// headline returns the place that the title names, nil where it names none.
func headline(d *text.Doc, mentions []concord.PlaceMention) *concord.Where {
	for i := range mentions {
		m := &mentions[i]
		at := d.TokenAt(m.Span.Start)
		if d.Paragraphs[d.Sentences[d.Tokens[at].Sentence].Paragraph].Kind != concord.Title {
			break
		}
		if !m.Metonym {
			return &m.Where
		}
	}
	return nil
}

// homeland returns the country that the report is about; where nothing but the dateline names a place, the dateline's.
func homeland(d *text.Doc, mentions []concord.PlaceMention) *concord.Where {
	best := mostNamed(d, mentions)
	var dateline *concord.Where
	for i := range mentions {
		m := &mentions[i]
		switch {
		case best != "" && m.Country == best && m.Precision == concord.ToCountry && !leads(d, m) && !does(d, m):
			return &m.Where
		case dateline == nil && !m.Metonym && d.InDateline(*m.Span):
			dateline = &m.Where
		}
	}
	return dateline
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

// mostNamed returns the code of the country that the report names most, as itself, its people or its towns, "" where it names none. Who
// leads or backs somebody ("a Saudi-led raid") and where somebody sits say nothing of the place.
func mostNamed(d *text.Doc, mentions []concord.PlaceMention) string {
	count := map[string]int{}
	best := ""
	for i := range mentions {
		m := &mentions[i]
		if m.Country == "" || seat(d, m) || leads(d, m) || flies(d, m) || does(d, m) {
			continue
		}
		count[m.Country] += 2
		if strikes(d, m) {
			count[m.Country]-- // more likely who than where
		}
		if best == "" || count[m.Country] > count[best] {
			best = m.Country
		}
	}
	return best
}

// strikes reports whether a country stands right before what somebody does with arms: "a US strike". Where the report is about another, it is
// who did it.
func strikes(d *text.Doc, m *concord.PlaceMention) bool {
	_, last := d.TokensIn(*m.Span)
	if m.Precision != concord.ToCountry || last >= len(d.Tokens) {
		return false
	}
	switch d.Tokens[last].Lemma {
	case "strike", "raid", "missile", "shelling", "bombardment", "bombing", "operation", "offensive":
		return true
	}
	return false
}

// flies reports whether a country is only said to own what flies: "US warplanes", "Saudi air raids".
func flies(d *text.Doc, m *concord.PlaceMention) bool {
	_, last := d.TokensIn(*m.Span)
	if m.Precision != concord.ToCountry || last >= len(d.Tokens) {
		return false
	}
	switch d.Tokens[last].Lemma {
	case "warplane", "jet", "aircraft", "airstrike", "air", "plane", "drone", "bomber", "helicopter":
		return true
	}
	return false
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
