package gazetteer

import (
	"cmp"
	"sort"

	"concord"
	"concord/text"
)

// Told is the places that a report names, to be asked for what happened where.
type Told struct {
	*text.Doc
	mentions []concord.PlaceMention
	about    string // the code of the country that the report names most, "" where it names none
}

// In returns the places that [Gazetteer.Find] gave for a document.
func In(d *text.Doc, mentions []concord.PlaceMention) *Told {
	return &Told{d, mentions, mostNamed(d, mentions)}
}

// Of returns where what token tells of happened: the place nearest to it
// in the grammar of its sentence, a place of its own clause before one of another; else the place that the same paragraph named
// last, else that of the line which heads its part of the report, else the headline's, else the one that the report named last before; else the country that the report names most. The
// smallest place wins where one lies in the other ("Douma, Syria"). It is nil where the report names no place.
//
// The token is the head of the event: its verb or noun. Names that stand for a government and demonyms are passed over in its
// sentence and before it, but a country that is named only so still counts as the last resort. In a sentence that is not parsed
// the nearest in words is chosen. The result is shared and must not be changed.
func (d *Told) Of(token int) *concord.Where {
	s := d.Sentences[d.Tokens[token].Sentence]
	from, to := d.among(s.First, s.Last)
	if i := d.nearest(from, to, token); i >= 0 {
		return &d.mentions[i].Where
	}
	p := d.Paragraphs[s.Paragraph]
	begin := sort.Search(len(d.mentions), func(i int) bool { return d.mentions[i].Span.Start >= p.Start })
	if w := d.lastPlace(begin, from); w != nil {
		return w
	}
	if w := cmp.Or(d.heading(s.Paragraph), d.headline()); w != nil {
		return w
	}
	if w := d.lastPlace(0, from); w != nil {
		return w
	}
	if i := d.nearestOf(from, to, token, 0); i >= 0 {
		return &d.mentions[i].Where // where a speaker is, as the last resort
	}
	return d.homeland()
}

// among returns the range of mentions among tokens [first, last).
func (d *Told) among(first, last int) (from, to int) {
	begin, end := d.Tokens[first].Start, d.Tokens[last-1].End
	from = sort.Search(len(d.mentions), func(i int) bool { return d.mentions[i].Span.Start >= begin })
	to = from + sort.Search(len(d.mentions)-from, func(i int) bool { return d.mentions[from+i].Span.Start >= end })
	return from, to
}

// lastPlace returns the last place among mentions [begin, end) that is no metonym, no country, nobody's seat and not
// where somebody spoke, nil where there is none.
// The place of a dateline counts where it lies in the country that the report is about: an agency may write from abroad.
func (d *Told) lastPlace(begin, end int) *concord.Where {
	for i := end - 1; i >= begin; i-- {
		m := &d.mentions[i]
		if m.Metonym || m.Precision == concord.ToCountry || m.Point == nil || seat(d.Doc, m) {
			continue
		}
		if spokenAt(d.Doc, m) {
			continue
		}
		if !d.InDateline(*m.Span) || m.Country == d.about {
			return &m.Where
		}
	}
	return nil
}

// mostInHeading bounds the tokens of a line that heads a part of a report.
const mostInHeading = 20

// heading returns the place named by the line that heads the part of the report in which a paragraph stands, nil where it names none.
func (d *Told) heading(paragraph int) *concord.Where {
	for i := paragraph - 1; i >= 0; i-- {
		first, last := d.Sentences[d.Paragraphs[i].First].First, d.Sentences[d.Paragraphs[i].Last-1].Last
		if last-first > mostInHeading || d.Tokens[last-1].POS == text.PUNCT {
			continue
		}
		from, to := d.among(first, last)
		for j := range d.mentions[from:to] {
			if m := &d.mentions[from+j]; !m.Metonym {
				return &m.Where
			}
		}
		return nil
	}
	return nil
}

// headline returns the place that the title names, a town before a country, nil where it names none.
func (d *Told) headline() *concord.Where {
	var country *concord.Where
	for i := range d.mentions {
		m := &d.mentions[i]
		at := d.TokenAt(m.Span.Start)
		if d.Paragraphs[d.Sentences[d.Tokens[at].Sentence].Paragraph].Kind != concord.Title {
			break
		}
		switch {
		case m.Metonym:
		case m.Precision != concord.ToCountry:
			return &m.Where
		case country == nil:
			country = &m.Where
		}
	}
	return country
}

// homeland returns the country that the report is about; where nothing but the dateline names a place, the dateline's.
func (d *Told) homeland() *concord.Where {
	var dateline *concord.Where
	for i := range d.mentions {
		m := &d.mentions[i]
		switch {
		case d.about != "" && m.Country == d.about && m.Precision == concord.ToCountry && !leads(d.Doc, m) && !does(d.Doc, m):
			return &m.Where
		case dateline == nil && !m.Metonym && d.InDateline(*m.Span):
			dateline = &m.Where
		}
	}
	return dateline
}

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
