package gazetteer

import (
	"concord"
	"concord/text"
)

// nearest returns the index of the place among mentions [from, to) nearest to the token, -1 where there is none. A dateline's counts where no other place is told but
// countries, which may be named as those who act.
func (d *Told) nearest(from, to, token int) int {
	i := d.nearestOf(from, to, token, asideCost)
	if i >= 0 && d.mentions[i].Precision == concord.ToCountry {
		i = d.nearestOf(from, to, token, 0)
	}
	if i >= 0 && d.Sentences[d.Tokens[token].Sentence].Parsed && aside(d.Doc, d.HeadOf(*d.mentions[i].Span)) {
		return -1
	}
	return i
}

// nearestOf is nearest with what a place of a dateline costs more.
func (d *Told) nearestOf(from, to, token, dateline int) int {
	best, least := -1, 0
	for i := from; i < to; i++ {
		m := &d.mentions[i]
		if m.Metonym || seat(d.Doc, m) || governor(d.Doc, m) == "speak" || leads(d.Doc, m) || flies(d.Doc, m) || does(d.Doc, m) {
			continue
		}
		if m.Country != d.about && strikes(d.Doc, m) {
			continue
		}
		cost := farness(d.Doc, m, token)
		if d.InDateline(*m.Span) {
			if m.Country != d.about {
				continue // an agency may write from abroad
			}
			cost += dateline
		}
		if m.Precision == concord.ToCountry && m.Country != d.about {
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
	head := d.HeadOf(*m.Span)
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

// vastness is what a place costs more the less exactly it tells where something happened.
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
